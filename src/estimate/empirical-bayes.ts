import type { Limits } from "../model.ts";
import { betaQuantile } from "../stats/beta.ts";
import { gammaQuantile } from "../stats/gamma.ts";
import { sumOf } from "../stats/sum.ts";

/** x of n people, or x events in n person-years (or where n are expected). */
export interface CountedArea {
  numerator: number;
  denominator: number;
}

/** What areas come to together, and what each is drawn to. */
export interface EmpiricalBayes {
  /** All areas together. */
  mean: number;
  /** Variance between areas that chance does not give; 0 where chance gives it all. */
  modelVariance: number;
  /**
   * Limits are null where there is no variance between areas, so that each is said to be as all together, and where shares vary
   * by all that shares can, so that each keeps its own.
   */
  areas: (Limits & { weight: number })[];
}

/**
 * Modelled figures of small areas from counts: each area's own figure drawn towards that of all together, the more so the
 * fewer people it has. The areas' true figures are taken to come of a gamma (events) or a beta distribution (people) whose
 * mean and variance are those of the areas less chance. Limits take these two as known, so they are too narrow where
 * areas are few or events rare (docs/method.md section 12). Never a replacement for the figure itself.
 *
 * Formula: m = sum x / sum n, c = m (events) or m (1 - m) (people), S = sum n (x / n - m)^2 / sum n, N the mean n;
 * A = max(0, S - c / N) of events, over 1 - 1 / N of people. Modelled (a + x) / (b + n), b = c / A (less 1 of people),
 * a = m b; limits the quantiles of the gamma distribution of a + x and b + n, or the beta one of a + x and b - a + n - x.
 * Shapes and units: two areas or more, denominators above 0; the unit is `per`, variances in its square.
 * Errors: none; what a request may hold is checked by `estimates`.
 * Source: Marshall RJ (1991), doi:10.2307/2347593; Clayton D, Kaldor J (1987), doi:10.2307/2532003; of people Martuzzi M,
 * Elliott P (1996), Statistics in Medicine 15:1867-1873
 *
 * @example
 * // 30 events in 200 years: m = 0.15, S = 0.0025, c / N = 0.0015, A = 0.001; b = 150, a = 22.5.
 * const areas = [{ numerator: 10, denominator: 100 }, { numerator: 20, denominator: 100 }];
 * empiricalBayes(areas, "gamma-poisson", 1, 0.95);
 * // => { mean: 0.15, modelVariance: 0.001, areas: [{ value: 0.13, lower: 0.089206, upper: 0.178354, weight: 0.4 },
 * //     { value: 0.17, lower: 0.122778, upper: 0.224787, weight: 0.4 }] }
 * empiricalBayes(areas, "beta-binomial", 100, 0.95).areas[0]; // => { value: 12.5253, weight: 0.4949 }
 */
export function empiricalBayes(
  areas: readonly CountedArea[],
  model: "gamma-poisson" | "beta-binomial",
  per: number,
  confidence: number,
): EmpiricalBayes {
  const isShare = model === "beta-binomial";
  const all = sumOf(areas, ({ denominator }) => denominator);
  const mean = sumOf(areas, ({ numerator }) => numerator) / all;
  const chance = isShare ? mean * (1 - mean) : mean;
  const size = all / areas.length;
  const spread = sumOf(areas, ({ numerator, denominator: n }) => n * (numerator / n - mean) ** 2) / all;
  // One person an area tells nothing of what areas differ by.
  const known = isShare ? 1 - 1 / size : 1;
  const between = known > 0 ? Math.max(0, (spread - chance / size) / known) : 0;
  const prior = chance / between - (isShare ? 1 : 0);
  const tail = (1 - confidence) / 2;
  return {
    mean: per * mean,
    modelVariance: per ** 2 * between,
    areas: areas.map(({ numerator: x, denominator: n }) => {
      if (!(between > 0)) return { value: per * mean, lower: null, upper: null, weight: 0 };
      if (!(prior > 0)) return { value: (per * x) / n, lower: null, upper: null, weight: 1 };
      const [a, b] = [mean * prior + x, prior + n];
      const at = (share: number): number =>
        per * (isShare ? betaQuantile(share, a, b - a) : gammaQuantile(share, a, b));
      return { value: (per * a) / b, lower: at(tail), upper: at(1 - tail), weight: n / b };
    }),
  };
}
