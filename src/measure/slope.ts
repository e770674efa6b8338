import { type ComputedGap, isMissing, type NotComputable, notComputable } from "../model.ts";
import { directed } from "./delta.ts";
import { type FittedLine, fitLine, type LineScale } from "./line.ts";
import { type Measure, ratio } from "./measure.ts";
import type { Stratum } from "./stratum.ts";

/** Slope index of inequality: the difference between the two ends of the fitted line. */
export const sii: Measure = {
  id: "sii",
  definition: "sii.ridit-wls.v1",
  name: "Slope index of inequality",
  type: "absolute",
  orders: ["ordered"],
  formula: "SII = f1 - f0, where g(y) = a + b x is fitted by weights p, f0 = g^-1(a) and f1 = g^-1(a + b)",
  reading: "The gap between the very bottom and the very top of the ladder, using every group in between.",
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

/** Relative index of inequality: the ratio of the two ends of the fitted line. */
export const rii: Measure = {
  id: "rii",
  definition: "rii.ridit-wls.v1",
  name: "Relative index of inequality",
  type: "relative",
  orders: ["ordered"],
  formula: "RII = f1 / f0, turned over when lower is better; interval by the delta method on log RII",
  reading: "How many times worse off the very bottom of the ladder is than the very top.",
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
  if (f0 <= 0 || f1 <= 0)
    return notComputable("end-not-positive", "One end of the fitted line is zero or below, so a ratio means nothing.");
  // A ladder of which only the middle is measured, run out to its ends: the log of a figure is no figure any more.
  if (Math.max(f0 / f1, f1 / f0) > LARGEST)
    return notComputable(
      "end-not-positive",
      "One end of the fitted line is as good as zero, so a ratio means nothing.",
    );
  return ratio(Math.log(f1 / f0), endsVariance(line, disadvantaged.slope / f0, advantaged.slope / f1), stratum);
}

/** Variance of d1 (a + b) - d0 a, from the variances of both ends on the working scale and their covariance. */
function endsVariance({ disadvantaged, advantaged, covariance }: FittedLine, d0: number, d1: number): number | null {
  if (covariance === null || disadvantaged.pointVariance === null || advantaged.pointVariance === null) return null;
  const variance =
    d1 * d1 * advantaged.pointVariance + d0 * d0 * disadvantaged.pointVariance - 2 * d0 * d1 * covariance;
  return Math.max(0, variance);
}

/** Slope index of inequality on the identity scale. */
export const siiLinear: Measure = {
  id: "sii_linear",
  definition: "sii-linear.ridit-wls.v1",
  name: "Slope index of inequality, straight line",
  type: "absolute",
  orders: ["ordered"],
  formula: "SII = b, where y = a + b x is fitted by weights p",
  reading: "The gap between the two ends of a straight line through the figures as they are.",
  atEquality: 0,
  unit: "indicator",
  source: { citation: "Mackenbach JP, Kunst AE (1997)", doi: "10.1016/S0277-9536(96)00073-1" },
  claims: { directed: true, picks: [], line: "identity", splitting: "value and limits" },
  compute: (stratum) => slopeDifference(stratum, "identity"),
};

/** Relative index of inequality on the identity scale. */
export const riiLinear: Measure = {
  id: "rii_linear",
  definition: "rii-linear.ridit-wls.v1",
  name: "Relative index of inequality, straight line",
  type: "relative",
  orders: ["ordered"],
  formula: "RII = (a + b) / a, where y = a + b x is fitted by weights p",
  reading: "How many times worse off one end of a straight line through the figures is than the other.",
  atEquality: 1,
  unit: "ratio",
  source: { citation: "Mackenbach JP, Kunst AE (1997)", doi: "10.1016/S0277-9536(96)00073-1" },
  claims: { directed: true, picks: [], line: "identity", splitting: "value and limits" },
  compute: (stratum) => slopeRatio(stratum, "identity"),
};
