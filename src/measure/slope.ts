import type { ComputedGap } from "../model.ts";
import { isMissing, type NotComputable, notComputable } from "../reasons-and-notes.ts";
import { directed, ratio } from "./computed-gap.ts";
import { type FittedLine, fitLine, type LineScale } from "./line.ts";
import type { Measure } from "./measure.ts";
import type { Stratum } from "./stratum.ts";

/**
 * Slope index of inequality: how far apart the two ends of a ladder are, on a line through all of its groups.
 *
 * Shapes and units: an ordered stratum of at least 3 groups; the indicator's unit, 0 at equality.
 * Errors: `undefined-on-working-scale` where a figure at the edge of its scale comes without counts.
 * Source: Mackenbach JP, Kunst AE (1997), doi:10.1016/S0277-9536(96)00073-1
 *
 * @example
 * // The logs of 40, 20 and 10 lie on a line that falls by ln 8: from 40 sqrt 2 = 56.5685 to 10 / sqrt 2 = 7.0711.
 * const groups = [40, 20, 10].map((value, i) => ({ order: i + 1, value, se: value / 10 }));
 * summarise({ favourable: false, ordered: true, workingScale: "log", groups }).measures.sii;
 * // => { value: -49.4975, lower: -63.8640, upper: -35.1309, oriented: { value: 49.4975 } }
 */
export const sii: Measure = {
  id: "sii",
  definition: "sii.ridit-wls.v1",
  type: "absolute",
  orders: ["ordered"],
  formula: "SII = f1 - f0; g(y) = a + b x; f0 = g^-1(a); f1 = g^-1(a + b)",
  atEquality: 0,
  unit: "indicator",
  source: { citation: "Mackenbach JP, Kunst AE (1997)", doi: "10.1016/S0277-9536(96)00073-1" },
  claims: { directed: true, picks: [], line: "working", splitting: "value and limits" },
  compute: (stratum) => slopeDifference(stratum, "working"),
};

/** f1 - f0, the difference between the two ends of the line, with the covariance of the ends. */
function slopeDifference(stratum: Stratum, on: LineScale): ComputedGap | NotComputable {
  const line = fitLine(stratum, on);
  if (isMissing(line)) return line;
  const { disadvantaged: f0, advantaged: f1 } = line;
  return directed(f1.limits.value - f0.limits.value, endsVariance(line, f0.slope, f1.slope), stratum);
}

/**
 * Relative index of inequality: how many times worse off one end of a ladder is than the other, on the line of `sii`.
 *
 * Shapes and units: an ordered stratum of at least 3 groups; a ratio, 1 at equality, its limits symmetric on the log
 * scale.
 * Errors: `undefined-on-working-scale` as `sii`; `end-not-positive` where an end of the line is zero or below, or as
 * good as.
 * Source: Mackenbach JP, Kunst AE (1997), doi:10.1016/S0277-9536(96)00073-1
 *
 * @example
 * // 7.0711 / 56.5685 = 1 / 8; Var(b) = 2 (3 / 2)^2 0.1^2 = 0.045, and 8 e^(1.96 sqrt 0.045) = 12.1243.
 * const groups = [40, 20, 10].map((value, i) => ({ order: i + 1, value, se: value / 10 }));
 * summarise({ favourable: false, ordered: true, workingScale: "log", groups }).measures.rii;
 * // => { value: 0.125, lower: 0.082479, upper: 0.189442, oriented: { value: 8, lower: 5.2787, upper: 12.1243 } }
 */
export const rii: Measure = {
  id: "rii",
  definition: "rii.ridit-wls.v1",
  type: "relative",
  orders: ["ordered"],
  formula: "RII = f1 / f0",
  atEquality: 1,
  unit: "ratio",
  source: { citation: "Mackenbach JP, Kunst AE (1997)", doi: "10.1016/S0277-9536(96)00073-1" },
  claims: { directed: true, picks: [], line: "working", splitting: "value and limits" },
  compute: (stratum) => slopeRatio(stratum, "working"),
};

/** Beyond this no two figures are compared. */
const LARGEST = 1e100;

/** f1 / f0, the ratio of the two ends of the line, by its log. */
function slopeRatio(stratum: Stratum, on: LineScale): ComputedGap | NotComputable {
  const line = fitLine(stratum, on);
  if (isMissing(line)) return line;
  const { disadvantaged, advantaged } = line;
  const f0 = disadvantaged.limits.value;
  const f1 = advantaged.limits.value;
  if (f0 <= 0 || f1 <= 0) return notComputable("end-not-positive", { nearly: false });
  // A ladder of which only the middle is measured, run out to its ends: the log of a figure is no figure any more.
  if (Math.max(f0 / f1, f1 / f0) > LARGEST) return notComputable("end-not-positive", { nearly: true });
  return ratio(Math.log(f1 / f0), endsVariance(line, disadvantaged.slope / f0, advantaged.slope / f1), stratum);
}

/** Variance of d1 (a + b) - d0 a, from the variances of both ends on the working scale and their covariance. */
export function endsVariance(
  { disadvantaged, advantaged, covariance }: FittedLine,
  d0: number,
  d1: number,
): number | null {
  if (covariance === null || disadvantaged.pointVariance === null || advantaged.pointVariance === null) return null;
  const variance =
    d1 * d1 * advantaged.pointVariance + d0 * d0 * disadvantaged.pointVariance - 2 * d0 * d1 * covariance;
  return Math.max(0, variance);
}

/**
 * Slope index of inequality on a straight line through the figures as they are, whatever their working scale.
 *
 * Shapes and units: an ordered stratum of at least 3 groups; the indicator's unit, 0 at equality.
 * Errors: none of its own.
 * Source: Mackenbach JP, Kunst AE (1997), doi:10.1016/S0277-9536(96)00073-1
 *
 * @example
 * // 30, 20 and 10 stand at 1/6, 1/2 and 5/6 of the ladder: the line falls by 30, from 35 to 5. Var(b) = 2 (3 / 2)^2.
 * const groups = [30, 20, 10].map((value, i) => ({ order: i + 1, value, se: 1 }));
 * summarise({ favourable: false, ordered: true, groups }).measures.sii_linear;
 * // => { value: -30, lower: -34.1577, upper: -25.8423, oriented: { value: 30 } }
 */
export const siiLinear: Measure = {
  id: "sii_linear",
  definition: "sii-linear.ridit-wls.v1",
  type: "absolute",
  orders: ["ordered"],
  formula: "SII = b; y = a + b x",
  atEquality: 0,
  unit: "indicator",
  source: { citation: "Mackenbach JP, Kunst AE (1997)", doi: "10.1016/S0277-9536(96)00073-1" },
  claims: { directed: true, picks: [], line: "identity", splitting: "value and limits" },
  compute: (stratum) => slopeDifference(stratum, "identity"),
};

/**
 * Relative index of inequality on a straight line through the figures as they are, whatever their working scale.
 *
 * Shapes and units: an ordered stratum of at least 3 groups; a ratio, 1 at equality, its limits symmetric on the log
 * scale.
 * Errors: `end-not-positive` where an end of the line is zero or below, or as good as.
 * Source: Mackenbach JP, Kunst AE (1997), doi:10.1016/S0277-9536(96)00073-1
 *
 * @example
 * // The line through 30, 20 and 10 runs from 35 to 5.
 * const groups = [30, 20, 10].map((value, i) => ({ order: i + 1, value, se: 1 }));
 * summarise({ favourable: false, ordered: true, groups }).measures.rii_linear;
 * // => { value: 0.142857, lower: 0.085508, upper: 0.238671, oriented: { value: 7 } }
 */
export const riiLinear: Measure = {
  id: "rii_linear",
  definition: "rii-linear.ridit-wls.v1",
  type: "relative",
  orders: ["ordered"],
  formula: "RII = (a + b) / a; y = a + b x",
  atEquality: 1,
  unit: "ratio",
  source: { citation: "Mackenbach JP, Kunst AE (1997)", doi: "10.1016/S0277-9536(96)00073-1" },
  claims: { directed: true, picks: [], line: "identity", splitting: "value and limits" },
  compute: (stratum) => slopeRatio(stratum, "identity"),
};
