/** A way in which a report of 20 indicators can come about in which nothing has changed. */
export interface NullScenario {
  name: string;
  /** A ladder of fifths, 32 wards without an order, a pair of published shares without intervals, or five-year pools. */
  shape: "fifths" | "wards" | "published" | "pools";
  /** Periods of each series in turn. */
  periods: readonly number[];
  /** Variance of a count over that of chance alone. */
  overdispersion: number;
  /** Correlation of the scatter of one year with that of the year before. */
  autocorrelation: number;
  /** Indicators whose gap truly moves by four standard errors. */
  moved: number;
}

const base = { overdispersion: 1, autocorrelation: 0, moved: 0 } as const;
const overdispersions = [1, 2, 4, 10] as const;

export const scenarios: readonly NullScenario[] = [
  { ...base, name: "fifths, two dates", shape: "fifths", periods: [2] },
  ...[3, 5, 10].flatMap((years) =>
    overdispersions.map((overdispersion) => ({
      ...base,
      name: `fifths, ${years} years`,
      shape: "fifths" as const,
      periods: [years],
      overdispersion,
    })),
  ),
  ...overdispersions.map((overdispersion) => ({
    ...base,
    name: "fifths, half of them two dates, half six years",
    shape: "fifths" as const,
    periods: [2, 6],
    overdispersion,
  })),
  ...([1, 4] as const).map((overdispersion) => ({
    ...base,
    name: "wards, 4 years",
    shape: "wards" as const,
    periods: [4],
    overdispersion,
  })),
  ...[5, 7, 10].flatMap((years) =>
    ([0, 0.3] as const).map((autocorrelation) => ({
      ...base,
      name: `published without intervals, ${years} years`,
      shape: "published" as const,
      periods: [years],
      autocorrelation,
    })),
  ),
  { ...base, name: "overlapping pools of five years", shape: "pools", periods: [2] },
  ...([1, 4] as const).map((overdispersion) => ({
    ...base,
    name: "six of twenty moved, 6 years",
    shape: "fifths" as const,
    periods: [6],
    overdispersion,
    moved: 6,
  })),
];

/** Reports simulated for each. */
export const BUILDS = 600;
/** Reports that one job simulates. */
export const CHUNK = 100;
export const INDICATORS = 20;
