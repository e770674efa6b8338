import { type ComputedGap, isMissing, type NotComputable, notComputable } from "../model.ts";
import { type FittedLine, fitLine, type LineScale } from "./line.ts";
import { difference, ratio } from "./measure.ts";
import type { Stratum } from "./stratum.ts";

/** f1 - f0, the difference between the two ends of the line, with the covariance of the ends. */
export function slopeDifference(stratum: Stratum, on: LineScale): ComputedGap | NotComputable {
  const line = fitLine(stratum, on);
  if (isMissing(line)) return line;
  const { disadvantaged: f0, advantaged: f1 } = line;
  return difference(f1.limits.value - f0.limits.value, endsVariance(line, f0.slope, f1.slope), stratum);
}

/** Beyond this no two figures are compared. */
const LARGEST = 1e100;

/** f1 / f0, the ratio of the two ends of the line, by its log. */
export function slopeRatio(stratum: Stratum, on: LineScale): ComputedGap | NotComputable {
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
