import type { Limits } from "../model.ts";
import { type Breakdown, groupLabel, sides } from "../narrate/breakdown.ts";
import { levelKind, levelName } from "../narrate/level.ts";
import { isMissing } from "../reasons-and-notes.ts";
import type { PeriodResult } from "../results/results.ts";
import { colours, series as seriesColours } from "./layout/chart-theme.ts";

export interface Series {
  id: string;
  label: string;
  colour: string;
  /** Of its dots. */
  shape: string;
  width: number;
  /** Drawn with its interval and its name. */
  isNamed: boolean;
  dash: number[];
  values: (Limits | null)[];
}

/** Groups that get a colour: the two sides of a ladder, the ends of an unordered dimension, or every one of a few. */
function colouredIds(b: Breakdown): string[] {
  const ids = b.dimension.groups.map(({ id }) => id);
  const { extremes } = b.latest;
  const ends = sides(b);
  if (ends !== null) return [ends.disadvantaged, ends.advantaged];
  if (ids.length <= seriesColours.length) return ids;
  return extremes === null ? [] : [extremes.worst, extremes.best];
}

const isPlain = (period: PeriodResult): boolean => levelKind(period) === "plain-average";

export function seriesOf(b: Breakdown): Series[] {
  const coloured = colouredIds(b);
  const few = b.dimension.groups.length <= 6;
  const groups = b.dimension.groups.map(({ id }): Series => {
    const index = coloured.indexOf(id);
    return {
      id,
      label: groupLabel(b, id),
      ...(seriesColours[index] ?? { colour: colours.context, shape: "circle" }),
      width: index < 0 ? 1 : 2.5,
      isNamed: index >= 0 || few,
      dash: [],
      values: b.result.periods.map(({ groups: at }) => {
        const estimate = at.find((group) => group.id === id)?.estimate;
        return estimate === undefined || isMissing(estimate) ? null : estimate;
      }),
    };
  });
  const overall: Series = {
    id: "overall",
    label: b.say.capital(levelName(b)),
    colour: colours.grey,
    shape: "circle",
    width: 2,
    isNamed: true,
    dash: [4, 3],
    // Another kind of level in an earlier period is another thing.
    values: b.result.periods.map((period) =>
      isMissing(period.overall) || isPlain(period) !== isPlain(b.latest) ? null : period.overall,
    ),
  };
  const rank = ({ id }: Series) => (coloured.includes(id) ? 2 : id === "overall" ? 1 : 0);
  return [...groups, overall].filter(({ values }) => values.some(Boolean)).sort((a, c) => rank(a) - rank(c));
}
