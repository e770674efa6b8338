import type { Publishable } from "../results/results.ts";
import { type Breakdown, breakdownsOf } from "./breakdown.ts";

/**
 * The comparisons that count: an indicator once, by its first dimension. Further dimensions are no further evidence, nor
 * is what is part of another indicator; and where neither more nor less is better, no change of a gap is good or ill.
 */
export const countedOnce = (results: Publishable): Breakdown[] =>
  results.indicators
    .filter(({ partOf, better }) => partOf === null && better !== "neither")
    .flatMap((indicator) => breakdownsOf(results, indicator).slice(0, 1));
