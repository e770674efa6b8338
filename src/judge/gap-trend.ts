import { middleYear, type Period } from "../model.ts";
import { correlatedLine } from "../stats/generalised-least-squares.ts";
import { tQuantile, twoSidedT } from "../stats/student-t.ts";
import { sumOf } from "../stats/sum.ts";
import type { FittedTrend } from "./fitted-trend.ts";

/** Fewest separate periods that make a trend. */
export const FEWEST = 5;
/** Working correlation of two points a year apart. */
const CORRELATION = 0.3;

/** A line through a gap over separate periods, on the scale where the gap is tested. */
export interface GapTrend {
  periods: number;
  slopePerYear: number;
  lower: number;
  upper: number;
  /** Standard error of the slope, and the degrees of freedom it is known on. */
  standardError: number;
  degreesOfFreedom: number;
  p: number;
  /** Fitted values of the first and the last period. */
  first: number;
  last: number;
  years: number;
  line: FittedTrend["line"];
}

/**
 * Trend of a gap by generalised least squares on the middle years of its periods; null with fewer than five.
 *
 * Formula: working correlation 0.3^|t - u|; s^2 = max(r' O^-1 r / (T - 2), mean of the points' variances where known);
 * Student's t on T - 2 degrees of freedom.
 * Shapes and units: separate periods from the earliest to the latest; points and slope on the scale of the test.
 * Errors: none.
 * Source: docs/method.md section 5
 */
export function gapTrend(
  periods: readonly Period[],
  points: readonly number[],
  variances: readonly (number | null)[],
  confidence: number,
): GapTrend | null {
  if (periods.length < FEWEST) return null;
  const years = periods.map(middleYear);
  const origin = years[0]!;
  const line = correlatedLine(
    years.map((year) => year - origin),
    points,
    CORRELATION,
  );
  const degreesOfFreedom = periods.length - 2;
  const known = variances.filter((v) => v !== null);
  const sampling = known.length === 0 ? 0 : sumOf(known, (v) => v) / known.length;
  const variance = Math.max(line.chiSquared / degreesOfFreedom, sampling);
  const standardError = Math.sqrt(variance * line.spread.slope);
  const half = tQuantile(0.5 + confidence / 2, degreesOfFreedom) * standardError;
  const span = years.at(-1)! - origin;
  const deviate = standardError === 0 ? (line.slope === 0 ? 0 : Number.POSITIVE_INFINITY) : line.slope / standardError;
  return {
    periods: periods.length,
    slopePerYear: line.slope,
    lower: line.slope - half,
    upper: line.slope + half,
    standardError,
    degreesOfFreedom,
    p: twoSidedT(deviate, degreesOfFreedom),
    first: line.intercept,
    last: line.intercept + line.slope * span,
    years: span,
    line: independentAt(line, variance, origin, years.at(-1)!),
  };
}

/** The same line from the year at which its level and its slope are independent. */
function independentAt(
  { intercept, slope, spread }: ReturnType<typeof correlatedLine>,
  variance: number,
  origin: number,
  lastYear: number,
): FittedTrend["line"] {
  const centre = -spread.covariance / spread.slope;
  return {
    centreYear: origin + centre,
    centre: intercept + slope * centre,
    slope,
    centreVariance: variance * (spread.intercept - spread.covariance ** 2 / spread.slope),
    slopeVariance: variance * spread.slope,
    lastYear,
  };
}
