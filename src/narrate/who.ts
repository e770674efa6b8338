import { differenceUnit } from "../catalogue/format.ts";
import { type Breakdown, groupLabel, isNeutral } from "./breakdown.ts";
import { othersOf, shortOthersOf } from "./level.ts";
import { furthestSentence, worseSide } from "./state.ts";

/** Words of the chart and the table of each group against others. */

const most = 3;

/** Names of the groups of one side, the furthest first; long lists end in a count. */
function names(b: Breakdown, ids: readonly string[]): string | null {
  const labels = ids.map((id) => groupLabel(b, id));
  if (labels.length === 0) return null;
  return labels.length <= most
    ? b.say.who.names(labels, null)
    : b.say.who.names(labels.slice(0, most - 1), b.say.counted(labels.length - most + 1));
}

const isTested = (b: Breakdown): boolean => b.latest.who.some(({ clear }) => clear !== null);

/** Which groups clearly stand apart, worse off first. */
export function whoTitle(b: Breakdown): string {
  const clear = clearOf(b);
  const worse = clear.filter(({ difference }) => difference.value > 0).map(({ group }) => group);
  const better = clear
    .filter(({ difference }) => difference.value < 0)
    .map(({ group }) => group)
    .reverse();
  const { who } = b.say;
  const clearly = isNeutral(b) ? who.clearlyApart(worseSide(b)) : who.clearly;
  if (clear.length > 0) return clearly(shortOthersOf(b), names(b, worse), names(b, better));
  return isTested(b) ? who.none(othersOf(b)) : who.notTestedTitle(othersOf(b));
}

/** Groups that clearly differ from the others, worse off first. */
export const clearOf = (b: Breakdown) =>
  sortedWho(b).filter(({ clear, difference }) => clear && difference.value !== 0);

/** Every group that could be set against others, worse off first. */
export const sortedWho = (b: Breakdown) => [...b.latest.who].sort((a, c) => c.difference.value - a.difference.value);

const unitOf = (b: Breakdown): string => b.say.unitName(differenceUnit(b.indicator.unit));

export const whoSubtitle = (b: Breakdown): string =>
  b.say.who.subtitle(othersOf(b), unitOf(b), b.indicator.title, b.dimension.title, {
    place: b.results.place.name,
    period: b.latest.period.label,
  });

export function whoKey(b: Breakdown): string {
  const { who, percent } = b.say;
  const hasIntervals = b.latest.who.some(({ difference }) => difference.lower !== null);
  return [
    (isNeutral(b) ? who.sidesApart(worseSide(b)) : who.sides)(othersOf(b)),
    hasIntervals ? who.intervals(percent(b.results.method.confidence)) : who.noIntervals,
    isTested(b) ? who.filled : who.untested,
  ].join(" ");
}

export function whoDescription(b: Breakdown): string {
  const { who, counted } = b.say;
  return [
    who.order(othersOf(b), counted(b.latest.who.length), isNeutral(b) ? worseSide(b) : null),
    isTested(b) ? who.clear(counted(clearOf(b).length)) : null,
    furthestSentence(b),
  ]
    .filter((text) => text !== null)
    .join(" ");
}

export const whoCaption = (b: Breakdown): string =>
  b.say.who.caption(othersOf(b), isNeutral(b) ? worseSide(b) : null, unitOf(b), b.indicator.title, {
    groups: b.dimension.title,
    period: b.latest.period.label,
  });
