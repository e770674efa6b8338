import { d } from "./d.ts";
import type { Measure } from "./measure.ts";
import { r } from "./r.ts";
import { rii } from "./rii.ts";
import { sii } from "./sii.ts";
import type { Stratum } from "./stratum.ts";
import {
  adjustedBetweenGroupDeviation,
  adjustedCoefficientOfVariation,
  betweenGroupDeviation,
  coefficientOfVariation,
} from "./typical-difference.ts";

/** Every measure of the method, in the order the method page lists them. */
export const measures: readonly Measure[] = [
  sii,
  rii,
  d,
  r,
  adjustedBetweenGroupDeviation,
  adjustedCoefficientOfVariation,
  betweenGroupDeviation,
  coefficientOfVariation,
];

/** The one absolute and the one relative gap of a stratum: chosen by the type of its dimension and nothing else. */
export function headline({ order, variances }: Stratum): { absolute: Measure; relative: Measure } {
  switch (order) {
    case "ordered":
      return { absolute: sii, relative: rii };
    case "pair":
      return { absolute: d, relative: r };
    case "unordered":
      return variances === null
        ? { absolute: betweenGroupDeviation, relative: coefficientOfVariation }
        : { absolute: adjustedBetweenGroupDeviation, relative: adjustedCoefficientOfVariation };
  }
}
