import { addedUp, shareOf } from "../ingest/area-coverage.ts";
import type { Observation } from "../model.ts";
import type { Series } from "./series.ts";

/**
 * Two periods of a series on the areas that have figures in both, and what share of all people live in the areas that this
 * leaves out (docs/method.md section 2). Null where both have figures of the same areas, and may be compared as they are.
 */
export function onCommonAreas(
  series: Series,
  first: string,
  second: string,
): { series: Series; leftOut: number } | null {
  if (series.byArea === null) return null;
  const { dimension, figures } = series.byArea;
  const [before, after] = [first, second].map(
    (period) => new Set(figures.filter((one) => one.period === period && one.isWhole).map(({ area }) => area)),
  ) as [Set<string>, Set<string>];
  const common = new Set([...before].filter((area) => after.has(area)));
  if (common.size === before.size && common.size === after.size) return null;
  const sizes = new Map(
    dimension.groups.flatMap(({ codes, populations }) => codes.map((code, i) => [code, populations[i]!] as const)),
  );
  const restricted = (observation: Observation): Observation => {
    const codes = dimension.groups.find(({ id }) => id === observation.group)?.codes;
    if (codes === undefined || observation.blank !== null) return observation;
    const own = figures.filter(
      ({ period, area }) => period === observation.period.label && common.has(area) && codes.includes(area),
    );
    const here = new Map([...sizes].filter(([code]) => codes.includes(code)));
    const covered = shareOf(
      own.map(({ area }) => area),
      here,
    );
    return { ...observation, figures: { ...observation.figures, ...addedUp(own) }, covered };
  };
  return {
    series: {
      ...series,
      observations: series.observations.filter(({ period }) => [first, second].includes(period.label)).map(restricted),
    },
    leftOut: 1 - shareOf([...common], sizes),
  };
}
