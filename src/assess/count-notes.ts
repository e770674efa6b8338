import { isAddedUp } from "../define/kinds.ts";
import { isMissing, type Note, note } from "../reasons-and-notes.ts";
import type { PeriodResult } from "../results/results.ts";
import type { Series } from "./series.ts";

const counts = ["numerator", "denominator"] as const;

/** Counts of a column, of every group; none where one of them is not published exactly. */
function countsOf({ groups }: PeriodResult, of: (typeof counts)[number]): number[] {
  const figures = groups.map((group) => (group[`${of}Range`] === null ? group[of] : null));
  return figures.every((one) => one !== null) ? figures : [];
}

/** What publishers round to. */
const multiples = [100, 10, 5, 3];
/** The largest of these that all counts are multiples of; 0 where they look exact. */
const roundedTo = (figures: readonly number[]): number =>
  multiples.find((unit) => figures.every((one) => one % unit === 0)) ?? 0;

/**
 * What can be seen of counts that do not belong together, and may yet be right: groups that come to more than everyone,
 * of whom they are parts, and more events than people. Rounded counts may come to more by half of what each is rounded to.
 */
export function countNotes(
  { indicator: { statistic, overall }, withEveryone }: Series,
  periods: readonly PeriodResult[],
): Note[] {
  if (!isAddedUp(statistic)) return [];
  return [...(overall === undefined || withEveryone ? [] : overEveryone(periods)), ...overPeople(periods)];
}

function overEveryone(periods: readonly PeriodResult[]): Note[] {
  for (const of of counts)
    for (const result of periods) {
      const { overall, period } = result;
      const everyone = isMissing(overall) || overall.from !== "published" ? null : overall[of];
      if (everyone === null || isMissing(overall) || overall[`${of}Range`] !== null) continue;
      const figures = countsOf(result, of);
      const groups = figures.reduce((sum, one) => sum + one, 0);
      const rounding = ((figures.length + 1) * roundedTo([...figures, everyone])) / 2;
      if (groups > everyone + rounding)
        return [note("groups-over-everyone", { of, groups, everyone, period: period.label })];
    }
  return [];
}

function overPeople(periods: readonly PeriodResult[]): Note[] {
  const latest = periods.at(-1);
  const groups = (latest?.groups ?? []).filter(
    ({ numerator, denominator }) => numerator !== null && denominator !== null && numerator > denominator,
  );
  return groups.length === 0 ? [] : [note("more-events-than-people", { groups: groups.map(({ label }) => label) })];
}
