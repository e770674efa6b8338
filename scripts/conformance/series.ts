// Requests as partners send them, as what the oracle works on. Nothing here comes from src/.

import { proportion, published, rate, slopeBack } from "../oracle/figures.ts";
import { sum } from "../oracle/numbers.ts";
import type { Figure, Group, Scale, Series, Slice } from "../oracle/series.ts";

export type GivenGroup = {
  order?: number;
  label?: string;
  population?: number;
  value?: number;
  se?: number;
  lower95?: number;
  upper95?: number;
  numerator?: number;
  denominator?: number;
  reference?: boolean;
};

export type GivenPeriod = { label: string; start: string; end: string; groups: GivenGroup[] };

export type GivenSeries = {
  name: string;
  better: string;
  ordered: boolean;
  kind?: string;
  scale?: number | null;
  workingScale?: string;
  baseline?: string;
  periods: GivenPeriod[];
};

/** The oracle's account of a value with a standard error has room for rounding; partners' scenarios have none. */
const MANY_DECIMALS = 100;

function figureOf(group: GivenGroup, { kind, scale }: GivenSeries, working: Scale, confidence: number): Figure {
  const { numerator, denominator, value, se, lower95, upper95 } = group;
  const per = scale ?? 1;
  if (numerator !== undefined && denominator !== undefined)
    return (kind === "rate" ? rate : proportion)(numerator, denominator, per, confidence);
  const limits: [number, number] | null = lower95 === undefined || upper95 === undefined ? null : [lower95, upper95];
  const counts = { numerator: null, denominator: null };
  const figure = published(
    { value: value!, limits, standardError: se ?? null, decimals: MANY_DECIMALS, ...counts },
    working,
    per,
    confidence,
  );
  if (se === undefined) return figure;
  // Section 2.9: a standard error over the slope at the value; the oracle takes the limits that it gives to the scale.
  const variance = (se / slopeBack(working, per, value!)) ** 2;
  return { ...figure, working: { ...figure.working, variance } };
}

export function seriesOf(given: GivenSeries, confidence: number): Series {
  const working =
    ({ proportion: "logit", rate: "log", dsr: "log" } as const)[given.kind ?? ""] ??
    ((given.workingScale ?? "identity") as Scale);
  const slices = given.periods.map(({ label, start, end, groups: list }): Slice => {
    const groups: Group[] = list.map((group, i) => {
      const size = group.denominator ?? group.population!;
      const id = group.label ?? String(group.order ?? i + 1);
      return { id, figure: figureOf(group, given, working, confidence), weight: size, size };
    });
    const events = list.every(({ numerator }) => numerator !== undefined);
    const total = sum(groups.map(({ weight }) => weight));
    const make = given.kind === "rate" ? rate : proportion;
    const level: Slice["level"] = events
      ? { ...make(sum(list.map(({ numerator }) => numerator!)), total, given.scale ?? 1, confidence), from: "pooled" }
      : null;
    return { period: { label, start, end }, groups, level, without: null, unweighted: false, size: total };
  });
  return {
    indicator: given.name,
    dimension: "groups",
    type: given.periods[0]!.groups.length === 2 ? "pair" : given.ordered ? "ordered" : "unordered",
    better: given.better as "higher" | "lower",
    judgesLevel: true,
    events: false,
    standardised: false,
    scale: working,
    per: given.scale ?? 1,
    proportion: working === "logit",
    withEveryone: false,
    breaks: [],
    baseline: given.baseline ?? null,
    slices,
    published: null,
  };
}
