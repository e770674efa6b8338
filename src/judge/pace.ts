import { isMissing, middleYear, type NotComputable, type Pace } from "../model.ts";
import { type Trend, targetPoint } from "./trend.ts";

export interface Target {
  gap: "absolute" | "relative";
  value: number;
  source: string;
}

/**
 * The year the trend reaches a target, with the years where the target lies inside the line's interval (Fieller).
 * Without a slope that is clearly away from zero the latest year has no end.
 * Source: Fieller EC (1954), doi:10.1111/j.2517-6161.1954.tb00159.x.
 */
export function pace(target: Target, trend: Trend | NotComputable, z: number): Pace {
  const never = (outcome: Pace["outcome"]): Pace => ({
    gap: target.gap,
    target: target.value,
    source: target.source,
    year: null,
    earliest: null,
    latest: null,
    outcome,
  });
  if (isMissing(trend)) return never(trend);

  const { centreYear, centre, slope, centreVariance, slopeVariance } = trend.line;
  const distance = targetPoint(trend.scale, target.value) - centre;
  const lastYear = middleYear(trend.periods.at(-1)!);
  const year = centreYear + distance / slope;
  // A target below which the gap already lies is met, even where the trend leads back up to it.
  if (trend.to <= target.value) return never("reached");
  if (slope === 0 || year < lastYear) return never("not-on-this-trend");
  // (distance - slope t)^2 <= z^2 (centreVariance + slopeVariance t^2), t in years from the centre.
  const a = slope ** 2 - z ** 2 * slopeVariance;
  const b = -2 * distance * slope;
  const c = distance ** 2 - z ** 2 * centreVariance;
  const root = Math.sqrt(Math.max(0, b * b - 4 * a * c));
  const ends = [(-b - root) / (2 * a), (-b + root) / (2 * a)].map((t) => centreYear + t).sort((x, y) => x - y);
  const bounded = a > 0;
  return {
    ...never("on-this-trend"),
    year,
    earliest: Math.max(lastYear, bounded ? ends[0]! : (ends.find((end) => end > lastYear && end < year) ?? lastYear)),
    latest: bounded ? ends[1]! : null,
  };
}
