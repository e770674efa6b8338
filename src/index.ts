/** What partners import: the method as pure functions. No file or database is touched. */
export { type EstimateRules, estimate } from "./estimate/estimate.ts";
export { mean } from "./estimate/mean.ts";
export { proportion } from "./estimate/proportion.ts";
export { equalCountQuantiles, equalPopulationQuantiles, type RankedArea } from "./estimate/quantiles.ts";
export { rate } from "./estimate/rate.ts";
export { type ChangeResult, gapChange, levelChange } from "./judge/change.ts";
export { type Changes, type Verdict, verdict } from "./judge/verdict.ts";
export { headline, measures } from "./measure/all.ts";
export { fitLine } from "./measure/line.ts";
export type { Measure } from "./measure/measure.ts";
export { makeStratum, type Stratum, type StratumInput } from "./measure/stratum.ts";
export type { ComputedGap, Estimate, Figures, Limits, NotComputable, Note, Period } from "./model.ts";
export { isMissing } from "./model.ts";
