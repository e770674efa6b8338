import type { Heterogeneity } from "../model.ts";
import { chiSquaredP } from "../stats/chi-squared.ts";
import { sumOf } from "../stats/sum.ts";
import { once } from "./once.ts";
import type { Stratum } from "./stratum.ts";

/** Cochran's Q = sum (y_i - y_w)^2 / V_i on k - 1 degrees of freedom, y_w the inverse-variance mean. Source: doi:10.2307/3001666. */
export const heterogeneity = once(({ values, variances }: Stratum): Heterogeneity | null => {
  if (variances === null || variances.some((v) => v === 0)) return null;
  const weight = sumOf(variances, (v) => 1 / v);
  const middle = sumOf(values, (y, i) => y / variances[i]!) / weight;
  const q = sumOf(values, (y, i) => (y - middle) ** 2 / variances[i]!);
  const degreesOfFreedom = values.length - 1;
  return { q, degreesOfFreedom, p: chiSquaredP(q, degreesOfFreedom) };
});
