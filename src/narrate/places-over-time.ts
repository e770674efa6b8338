import type { Limits } from "../model.ts";
import { isMissing, type NotComputable } from "../reasons-and-notes.ts";
import type { Comparator, DimensionResult } from "../results/results.ts";
import type { Breakdown } from "./breakdown.ts";
import { levelOf } from "./level.ts";

/** The same figures in other places, period by period: what a chart draws beside those of the place. */

/** The first of the project's other places; more would hide the line of the place itself. */
const MOST = 2;

export interface PlaceOverTime {
  id: string;
  title: string;
  /** One for each of the periods that are asked for. */
  values: (Limits | null)[];
}

type What = "overall" | "absolute" | "relative";

/** Levels or gaps in the first of the other places, where they have two periods or more. */
export function placesOverTime(b: Breakdown, what: What, labels: readonly string[]): PlaceOverTime[] {
  // An average of groups of unknown size says nothing of a place as a whole.
  if (what === "overall" && levelOf(b) === "groups") return [];
  const figureIn = (of: Comparator, label: string): Limits | null =>
    known(of.periods?.find(({ period }) => period === label)?.[what]);
  return shown(b, labels, (place) => {
    const of = b.result.comparators.find((one) => one.place === place);
    return (label) => (of === undefined ? null : figureIn(of, label));
  });
}

/** A published gap in the same places. */
export function publishedOverTime(
  b: Breakdown,
  { measure, source, values }: DimensionResult["publishedGaps"][number],
): PlaceOverTime[] {
  const of = b.result.publishedElsewhere.find((one) => one.measure === measure && one.source === source);
  return shown(
    b,
    values.map(({ period }) => period),
    (place) => {
      const theirs = of?.places.find((one) => one.place === place)?.values ?? [];
      return (label) => {
        const value = theirs.find(({ period }) => period === label)?.value;
        return value === undefined ? null : { value, lower: null, upper: null };
      };
    },
  );
}

const known = (one: Limits | NotComputable | undefined): Limits | null =>
  one === undefined || isMissing(one) ? null : one;

function shown(
  { results }: Breakdown,
  labels: readonly string[],
  of: (place: string) => (label: string) => Limits | null,
): PlaceOverTime[] {
  const places = (results.comparators?.places ?? []).slice(0, MOST);
  return places
    .map(({ id, title }) => ({ id, title, values: labels.map(of(id)) }))
    .filter(({ values }) => values.filter((value) => value !== null).length > 1);
}

/** How the lines of other places are told apart; nothing where there are none. */
export function placesKey({ say }: Breakdown, places: readonly PlaceOverTime[], isJoined: boolean): string | null {
  return places.length === 0
    ? null
    : say.charts.elsewhere.key(
        places.map(({ title }) => title),
        isJoined,
      );
}

/** The first and the last figure of each since the latest break, for those who do not see the chart. */
export function placesDescription(
  { say, indicator }: Breakdown,
  places: readonly PlaceOverTime[],
  labels: readonly string[],
  figure: (limits: Limits) => string,
): string[] {
  const since = Math.max(0, ...indicator.breaks.map(({ from }) => labels.indexOf(from)));
  return places.flatMap(({ title, values }) => {
    const all = values.flatMap((value, i) =>
      value === null || i < since ? [] : [{ period: labels[i] ?? "", figure: figure(value) }],
    );
    const [first] = all;
    return first === undefined ? [] : [say.charts.elsewhere.described(title, first, all.at(-1) ?? first)];
  });
}

/** A chart's own key with that of other places after it. */
export const withPlaces = (own: string, places: string | null): string =>
  [own, places].filter((text) => text !== null && text !== "").join(" ");
