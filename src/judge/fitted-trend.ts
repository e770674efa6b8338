import type { ChangeScale, Trend } from "../model.ts";

/** A trend with its line over decimal years, on the scale where the gap is tested. */
export interface FittedTrend {
  trend: Trend;
  line: {
    /** The year at which the line's level and slope are independent. */
    centreYear: number;
    centre: number;
    slope: number;
    centreVariance: number;
    slopeVariance: number;
    lastYear: number;
  };
}

/** The oriented gap that a point on the test's scale stands for. */
export function shownPoint(scale: ChangeScale, point: number): number {
  switch (scale) {
    case "difference":
    case "root":
      return point;
    case "log":
      return Math.exp(point);
    case "variance":
      return Math.sqrt(Math.max(0, point));
  }
}

/** Point on the test's scale of a target given as an oriented gap. */
export function targetPoint(scale: ChangeScale, target: number): number {
  switch (scale) {
    case "difference":
    case "root":
      return target;
    case "log":
      return Math.log(target);
    case "variance":
      return target ** 2;
  }
}
