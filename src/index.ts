/** What partners import: the method as pure functions. No file or database is touched. */
export { type Fault, UserError } from "./error.ts";
export { ageAdjustedShare } from "./estimate/age-adjusted-share.ts";
export { lifeTable, standardisedRate } from "./estimate/computable.ts";
export {
  type AgeBand,
  directlyStandardisedRate,
  europeanStandardPopulation2013,
} from "./estimate/directly-standardised-rate.ts";
export { type CountedArea, type EmpiricalBayes, empiricalBayes } from "./estimate/empirical-bayes.ts";
export { type EstimateRules, estimate } from "./estimate/estimate.ts";
export { type FayHerriot, fayHerriot, type VariedArea } from "./estimate/fay-herriot.ts";
export { type Funnel, type FunnelArea, type FunnelRules, funnel } from "./estimate/funnel.ts";
export { type HealthBand, healthyLifeExpectancy } from "./estimate/healthy-life-expectancy.ts";
export { lifeExpectancy } from "./estimate/life-expectancy.ts";
export { type CauseDeaths, type LifeExpectancyGap, lifeExpectancyGap } from "./estimate/life-expectancy-gap.ts";
export type { LifeTableBand } from "./estimate/life-table-columns.ts";
export { mean } from "./estimate/mean.ts";
export { proportion } from "./estimate/proportion.ts";
export { equalCountQuantiles, equalPopulationQuantiles, type RankedArea } from "./estimate/quantiles.ts";
export { rate } from "./estimate/rate.ts";
export { type StandardBand, standardisedRatio } from "./estimate/standardised-ratio.ts";
export type { FittedTrend } from "./judge/fitted-trend.ts";
export { pace, type Target } from "./judge/pace.ts";
export { headline, measures } from "./measure/all.ts";
export { type FittedLine, fitLine, lackOfFit } from "./measure/line.ts";
export type { Measure } from "./measure/measure.ts";
export { makeStratum, type Stratum, type StratumInput } from "./measure/stratum.ts";
export type {
  Better,
  ComputedGap,
  Estimate,
  Figures,
  LackOfFit,
  Level,
  Limits,
  Order,
  Pace,
  Period,
  Scale,
  Trend,
} from "./model.ts";
export type { EstimateRequest } from "./partner/estimate-request.ts";
export { type Answered, type Estimates, estimates } from "./partner/estimates.ts";
export { type JudgeAnswer, type JudgedSeries, judge } from "./partner/judge-request.ts";
export type { JudgeRequest, JudgeSeries } from "./partner/judge-schema.ts";
export type { Scenario, ScenarioGroup } from "./partner/scenario.ts";
export { type Summary, type SummaryMeasure, summarise } from "./partner/summarise.ts";
export type { NotComputable, Note } from "./reasons-and-notes.ts";
export { isMissing } from "./reasons-and-notes.ts";
export { chiSquaredP, chiSquaredQuantile } from "./stats/chi-squared.ts";
export { normalQuantile, twoSidedP, zOf } from "./stats/normal.ts";
export { tOf } from "./stats/student-t.ts";
