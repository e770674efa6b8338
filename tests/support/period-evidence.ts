import type { GapEvidence, Period, PeriodEvidence } from "../../src/model.ts";

export const wholeYears = (from: number, to = from): Period => ({
  label: from === to ? `${from}` : `${from}-${to}`,
  start: `${from}-01-01`,
  end: `${to}-12-31`,
});

/** A gap on the scale of its test, with its standard error. */
export const gapEvidence = (
  point: number,
  error: number | null = null,
  more: Partial<GapEvidence> = {},
): GapEvidence => ({
  measure: "sii",
  shown: point,
  scale: "difference",
  point,
  variance: error === null ? null : error ** 2,
  linearVariance: null,
  ...more,
});

/** A period of which nothing is known but what is given. */
export const periodEvidence = (period: Period, more: Partial<PeriodEvidence> = {}): PeriodEvidence => ({
  period,
  absolute: null,
  relative: null,
  complement: null,
  level: null,
  ends: null,
  cells: null,
  size: null,
  ...more,
});
