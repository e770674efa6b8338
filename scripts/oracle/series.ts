// What the judging works on: figures by group and period, however they came about.

/** One figure with its variances; `null` where no interval is published. Everything natural is in printed units. */
export type Figure = {
  value: number;
  lower: number | null;
  upper: number | null;
  /** Variance on the natural scale, rounding in it. */
  variance: number | null;
  /** The part of it that comes from rounding. */
  rounding: number;
  /** Variance of rounding whether or not it is large enough to be carried. */
  digits: number;
  /** Unbiased variance, for typical differences. */
  unbiased: number | null;
  working: { point: number; variance: number | null };
  numerator: number | null;
  denominator: number | null;
};

export type Group = { id: string; figure: Figure | null; weight: number; size: number | null };

export type Period = { label: string; start: string; end: string };

export type Slice = {
  period: Period;
  groups: Group[];
  level: (Figure & { from: "published" | "pooled" }) | null;
  /** Why there is no gap; `null` where there is one. */
  without: string | null;
  unweighted: boolean;
  /** Denominator of the groups together, where it is known. */
  size: number | null;
};

export type Scale = "identity" | "log" | "logit";

export type Series = {
  indicator: string;
  dimension: string;
  type: "ordered" | "pair" | "unordered";
  better: "higher" | "lower";
  /** Whether more or less of it is better at all. */
  judgesLevel: boolean;
  /** Whether events are counted, of which one person may have several. */
  events: boolean;
  /** Whether it is a rate by age in a standard population, which does not multiply with its own people. */
  standardised: boolean;
  scale: Scale;
  /** What a share is multiplied by: 100 for percentages. */
  per: number;
  proportion: boolean;
  /** Whether everyone is a group too, so that the groups are not parts of one whole. */
  withEveryone: boolean;
  breaks: string[];
  baseline: string | null;
  slices: Slice[];
  published: PublishedGaps | null;
};

export type PublishedGaps = { baseline: string | null; values: { period: Period; value: number }[]; decimals: number };

export type Method = {
  confidence: number;
  materiality: number;
  same: number;
  falseDiscoveryRate: number;
  reliable: number;
};

const DAY = 86400000;
const time = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** Days of a period, both ends counted. */
export const days = (p: Period): number => (time(p.end) - time(p.start)) / DAY + 1;

/** Days that two periods share. */
export const sharedDays = (a: Period, b: Period): number =>
  Math.max(0, (Math.min(time(a.end), time(b.end)) - Math.max(time(a.start), time(b.start))) / DAY + 1);

/** The middle of a period in years: the mean of the decimal years of its first day and of the day after its last. */
export function middleYear(p: Period): number {
  const decimal = (t: number): number => {
    const year = new Date(t).getUTCFullYear();
    return year + (t - Date.UTC(year, 0, 1)) / (Date.UTC(year + 1, 0, 1) - Date.UTC(year, 0, 1));
  };
  return (decimal(time(p.start)) + decimal(time(p.end) + DAY)) / 2;
}
