import { type Breakdown, groupLabel } from "./breakdown.ts";
import { count, differenceUnit, list, lowerFirst, plural } from "./format.ts";
import { furthestSentence } from "./sentences.ts";

/** Words of the chart and the table of each group against all the others together. */

const most = 3;

/** Names of the groups of one side, the furthest first; long lists end in a count. */
function names(b: Breakdown, ids: readonly string[]): string {
  const labels = ids.map((id) => groupLabel(b, id));
  return labels.length <= most
    ? list(labels)
    : `${list([...labels.slice(0, most - 1), `${plural(labels.length - most + 1, "other")}`])}`;
}

/** Which groups clearly stand apart, worse off first. */
export function whoTitle(b: Breakdown): string {
  const clear = clearOf(b);
  const worse = clear.filter(({ difference }) => difference.value > 0).map(({ group }) => group);
  const better = clear
    .filter(({ difference }) => difference.value < 0)
    .map(({ group }) => group)
    .reverse();
  const told = [
    worse.length === 0 ? null : `worse off than the rest: ${names(b, worse)}`,
    better.length === 0 ? null : `better off: ${names(b, better)}`,
  ].filter((text) => text !== null);
  if (told.length > 0) return `Clearly ${told.join("; ")}`;
  return b.latest.who.some(({ adjustedP }) => adjustedP !== null)
    ? "No group differs clearly from all the others together"
    : "Each group against all the others together: not tested";
}

/** Groups that clearly differ from all the others together, worse off first. */
export const clearOf = (b: Breakdown) =>
  sortedWho(b).filter(({ adjustedP, difference }) => adjustedP !== null && adjustedP < 0.05 && difference.value !== 0);

/** Every group that could be set against the rest, worse off first. */
export const sortedWho = (b: Breakdown) => [...b.latest.who].sort((a, c) => c.difference.value - a.difference.value);

const unitOf = (b: Breakdown): string => differenceUnit(b.indicator.unit);

export const whoSubtitle = (b: Breakdown): string =>
  `Difference from all the others together (${unitOf(b)}): ${lowerFirst(b.indicator.title)}, ${lowerFirst(b.dimension.title)}. ${b.results.place.name}, ${b.latest.period.label}.`;

export function whoKey(b: Breakdown): string {
  const confidence = count(100 * b.results.method.confidence);
  const hasIntervals = b.latest.who.some(({ difference }) => difference.lower !== null);
  return [
    "Right of the line at 0 the group is worse off than all the others together, left of it better off.",
    hasIntervals
      ? `Dots are differences, bars their ${confidence}% intervals.`
      : "Dots are differences; no intervals are published.",
    b.latest.who.some(({ adjustedP }) => adjustedP !== null)
      ? "A filled dot is a clear difference; a hollow dot may be chance."
      : "Without intervals no difference can be tested.",
  ].join(" ");
}

export function whoDescription(b: Breakdown): string {
  const clear = clearOf(b).length;
  const all = b.latest.who.length;
  const tested = b.latest.who.some(({ adjustedP }) => adjustedP !== null);
  return [
    `${plural(all, "group")} against all the others together, the worst off at the top.`,
    tested ? `${clear === 0 ? "None" : count(clear)} of them ${clear === 1 ? "differs" : "differ"} clearly.` : null,
    furthestSentence(b),
  ]
    .filter((text) => text !== null)
    .join(" ");
}

export const whoCaption = (b: Breakdown): string =>
  `Difference from all the others together, in ${unitOf(b)}; above zero the group is worse off. ${b.indicator.title}, ${lowerFirst(b.dimension.title)}, ${b.latest.period.label}`;

export const whoHead = ["Group", "Difference", "Interval", "Adjusted p"];
export const whoTitleOnPage = "Who stands apart";
export const notPublished = "not published";
export const notTested = "not tested";
