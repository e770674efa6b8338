import type { Limits, Scale } from "../model.ts";
import { isMissing, type NotComputable } from "../reasons-and-notes.ts";
import { normalQuantile, zOf } from "../stats/normal.ts";
import { workingScale } from "../stats/working-scale.ts";

/** The places that chance could give a group in the order of figures, 1 the highest. */
export interface PlacesByChance {
  group: string;
  first: number;
  last: number;
}

interface Figures {
  scale: Scale;
  /** The value of everyone, on a scale that has one. */
  per: number;
  /** Level of the intervals, and that at which all places hold together. */
  confidence: number;
}

type Interval = Record<"value" | "lower" | "upper", number>;

/**
 * A group is surely behind those whose intervals lie above its own, and before those whose intervals lie below: it could
 * have any place between. Intervals are first widened to hold all together (Bonferroni), so all the places do too (Klein,
 * Wright and Wieczorek, 2020). None where a figure has no interval.
 */
export function placesByChance(
  groups: readonly { id: string; estimate: Limits | NotComputable }[],
  figures: Figures,
): PlacesByChance[] {
  const known = groups.flatMap(({ id, estimate }) => (isMissing(estimate) ? [] : [{ id, ...estimate }]));
  const widen = widener(figures, known.length);
  const sure = known.flatMap(({ id, value, lower, upper }) =>
    lower === null || upper === null ? [] : [{ id, ...widen({ value, lower, upper }) }],
  );
  if (sure.length < known.length) return [];
  return sure.map((own) => ({
    group: own.id,
    first: 1 + sure.filter(({ lower }) => lower > own.upper).length,
    last: sure.length - sure.filter(({ upper }) => upper < own.lower).length,
  }));
}

/** Intervals of one figure each, to such as hold so many at once; on the working scale where both ends have a point on it. */
function widener({ scale, per, confidence }: Figures, many: number): (one: Interval) => Interval {
  const times = normalQuantile(1 - (1 - confidence) / (2 * Math.max(1, many))) / zOf(confidence);
  const { to, from } = workingScale(scale, per);
  return ({ value, lower, upper }) => {
    const away = (end: number): number => {
      const [middle, point] = [to(value), to(end)];
      return Number.isFinite(middle) && Number.isFinite(point)
        ? from(middle + times * (point - middle))
        : value + times * (end - value);
    };
    return { value, lower: away(lower), upper: away(upper) };
  };
}
