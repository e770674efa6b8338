import type { ChangeResult, PeriodResult, Publishable } from "../disclose/publishable.ts";
import { type Gap, isMissing, type Period } from "../model.ts";
import { type Breakdown, gapsOf, groupLabel, groupPhrase, sides } from "./breakdown.ts";
import { capital, count, digits, figure, lowerFirst, number, plural, quantity, ratio } from "./format.ts";
import { isPlainAverage, levelName, plainAverage, theLevel } from "./level.ts";
import {
  asSize,
  crosses,
  deprivedWord,
  gapFigure,
  gapUnit,
  gradientSentence,
  groupsSentence,
  headline,
  headlineDetail,
  overallSentence,
} from "./sentences.ts";
import { changeSentences, trendSentence } from "./sentences-change.ts";

/** Titles that say what a chart found, subtitles that say what it measures, and descriptions for those who do not see it. */

/** The time a chart covers. Labels that are spans themselves cannot stand on either side of "to". */
export function span(periods: readonly Pick<Period, "label">[]): string {
  const labels = periods.map(({ label }) => label);
  const [first = "", last = ""] = [labels[0], labels.at(-1)];
  if (labels.length < 2) return first;
  if (!labels.some((label) => label.includes(" to "))) return `${first} to ${last}`;
  return labels.length === 2 ? `${first} and ${last}` : `${count(labels.length)} periods, ${first} until ${last}`;
}

/** Whether any two neighbouring periods share a day. */
export const doOverlap = (periods: readonly Period[]): boolean =>
  periods.some(({ start }, i) => i > 0 && start <= (periods[i - 1]?.end ?? ""));

/** The periods from the latest break on: what comes before it is not the same thing. */
function sinceBreak(b: Breakdown): { periods: PeriodResult[]; told: string } {
  const { periods } = b.result;
  const at = Math.max(
    0,
    ...b.indicator.breaks.map(({ from }) => periods.findIndex(({ period }) => period.label === from)),
  );
  return {
    periods: periods.slice(at),
    told: at === 0 ? "" : `The series breaks at ${periods[at]?.period.label}: earlier periods are not described here.`,
  };
}

const said = (...parts: readonly (string | null)[]): string => parts.filter(Boolean).join(" ");

export const subtitle = (b: Breakdown, when: string): string =>
  `${b.indicator.title} (${b.indicator.unit}), ${lowerFirst(b.dimension.title)}. ${b.results.place.name}, ${when}.`;

export const gapSubtitle = (b: Breakdown, gap: Gap, when: string): string => {
  const unit = gapUnit(gap);
  const name = unit === ratio ? gap.name : `${gap.name} (${unit})`;
  return `${name}: ${lowerFirst(b.indicator.title)}, ${lowerFirst(b.dimension.title)}. ${b.results.place.name}, ${when}.`;
};

export function groupsTitle(b: Breakdown): string {
  const gap = b.latest.absolute;
  const ends = sides(b);
  const { extremes } = b.latest;
  if (ends !== null && !isMissing(gap)) {
    if (crosses(gap.oriented, gap.atEquality)) return `No clear gap between ${endsWord(b)}`;
    const { size, word } = asSize(b, gap.oriented);
    const amount = `${figure(size, gapUnit(gap))} ${word}`;
    return b.latest.line === null
      ? `About ${amount} ${groupPhrase(b, ends.disadvantaged)}`
      : `The fitted line is about ${amount} at the most ${deprivedWord(b)} end`;
  }
  if (extremes === null) return `${capital(b.indicator.sentence.measure)}, group by group`;
  const tested = b.latest.who.filter(({ adjustedP }) => adjustedP !== null);
  if (tested.length > 0 && tested.every(({ adjustedP }) => (adjustedP ?? 1) >= 0.05))
    return "No group differs clearly from all the others together";
  const [worst, best] = [extremes.worst, extremes.best].map((id) => groupLabel(b, id));
  return b.indicator.better === "lower" ? `Highest: ${worst}. Lowest: ${best}` : `Lowest: ${worst}. Highest: ${best}`;
}

const endsWord = (b: Breakdown): string => (b.dimension.type === "pair" ? "the two groups" : "the two ends");

export function groupsKey(b: Breakdown): string {
  const { latest, results, dimension } = b;
  const confidence = Math.round(100 * results.method.confidence);
  const hasIntervals = latest.groups.some(({ estimate }) => !isMissing(estimate) && estimate.lower !== null);
  return [
    hasIntervals
      ? `Dots are figures, bars their ${confidence}% intervals.`
      : "Dots are figures; no intervals are published.",
    latest.line === null
      ? null
      : "The sloping line is fitted through all groups; the gap is the distance between its two ends (diamonds).",
    dimension.type === "unordered" && latest.who.some(({ adjustedP }) => adjustedP !== null)
      ? "A filled dot differs clearly from all the others together."
      : null,
    isMissing(latest.overall)
      ? null
      : `The dashed line is ${isPlainAverage(b) ? `the ${plainAverage}` : `${results.place.name} as a whole`}.`,
  ]
    .filter((text) => text !== null)
    .join(" ");
}

/** The groups with the highest and the lowest figure. */
function highestAndLowest(b: Breakdown): { highest: string; lowest: string } | null {
  const shown = b.latest.groups.flatMap(({ id, estimate }) =>
    isMissing(estimate) ? [] : [{ id, value: estimate.value }],
  );
  const sorted = shown.sort((a, c) => c.value - a.value);
  const [highest, lowest] = [sorted[0], sorted.at(-1)];
  return highest === undefined || lowest === undefined || highest === lowest
    ? null
    : { highest: highest.id, lowest: lowest.id };
}

function extremesSentence(b: Breakdown): string | null {
  const ends = highestAndLowest(b);
  if (ends === null) return null;
  const say = (id: string) => {
    const estimate = b.latest.groups.find((group) => group.id === id)?.estimate;
    return estimate === undefined || isMissing(estimate)
      ? groupLabel(b, id)
      : `${groupLabel(b, id)}, ${figure(estimate, b.indicator.unit)}`;
  };
  return `Highest: ${say(ends.highest)}. Lowest: ${say(ends.lowest)}.`;
}

export const groupsDescription = (b: Breakdown): string =>
  said(
    headline(b),
    headlineDetail(b),
    gradientSentence(b),
    b.dimension.type === "unordered" ? extremesSentence(b) : groupsSentence(b),
    overallSentence(b),
  );

export function linesTitle(b: Breakdown): string {
  const { change } = b.result;
  const { overall } = b.latest;
  if (isMissing(change) || isMissing(change.overall) || isMissing(overall))
    return `${capital(b.indicator.sentence.measure)}, by group over time`;
  const { from, to, clear, untested, direction } = change.overall;
  const { unit } = b.indicator;
  const places = digits(overall, unit);
  const moved = `${unit === "%" ? quantity(from, unit, places) : number(from, places)} in ${change.baseline.label}, ${quantity(to, unit, places)} in ${change.current.label}`;
  if (untested !== null) return `${isPlainAverage(b) ? capital(plainAverage) : "Overall level"}: ${moved}`;
  if (!clear) return `No clear change in ${theLevel(b)}: ${moved}`;
  const isBetter = (direction === "up") === (b.indicator.better === "higher");
  return `${capital(theLevel(b))} got ${isBetter ? "better" : "worse"}: ${moved}`;
}

export function linesKey(b: Breakdown): string {
  const many = b.dimension.groups.length > 6;
  const { overall } = b.latest;
  const hasIntervals = b.latest.groups.some(({ estimate }) => !isMissing(estimate) && estimate.lower !== null);
  const overlapping = doOverlap(b.result.periods.map(({ period }) => period));
  return [
    overlapping ? "The periods overlap, so their points are not joined." : null,
    many ? "Grey lines are the other groups." : null,
    hasIntervals
      ? `${overlapping ? "Bars" : "Shaded"}: ${Math.round(100 * b.results.method.confidence)}% intervals of the coloured groups.`
      : null,
    isMissing(overall)
      ? null
      : `${overlapping ? "Hollow" : "Dashed"}: ${isPlainAverage(b) ? `the ${levelName(b)}` : `${levelName(b)} as a whole`}.`,
    ...b.indicator.breaks.map(({ from, why }) => `Break in the series from ${from}: ${why}`),
  ]
    .filter((text) => text !== null)
    .join(" ");
}

export function linesDescription(b: Breakdown): string {
  const { periods, told } = sinceBreak(b);
  const first = periods[0];
  const overlapping = doOverlap(periods.map(({ period }) => period));
  const ends = sides(b) ?? highestAndLowest(b);
  const { unit } = b.indicator;
  const figures = (ends === null ? [] : Object.values(ends)).flatMap((id) => {
    const [from, to] = [first, b.latest].map((period) => period?.groups.find((group) => group.id === id)?.estimate);
    if (to === undefined || isMissing(to)) return [];
    const name = groupLabel(b, id);
    const now = `${figure(to, unit)} in ${b.latest.period.label}`;
    if (first === b.latest || from === undefined || isMissing(from)) return [`${name}: ${now}.`];
    return overlapping
      ? [`${name}: ${figure(from, unit)} in ${first?.period.label}; ${now}.`]
      : [`${name}: from ${figure(from, unit)} in ${first?.period.label} to ${now}.`];
  });
  const shown = b.dimension.groups.filter(({ id }) =>
    b.result.periods.some(({ groups }) => groups.some((group) => group.id === id && !isMissing(group.estimate))),
  ).length;
  const all = span(b.result.periods.map(({ period }) => period));
  return said(
    `${overlapping ? "Points" : "A line"} for each of ${plural(shown, "group")}, ${all}.`,
    overlapping ? "The periods overlap and are not compared." : null,
    told,
    ...figures,
    overallSentence(b),
  );
}

const gapName = (type: "absolute" | "relative"): string => `${capital(type)} gap`;

function titleOf(type: "absolute" | "relative", { clear, direction, untested }: ChangeResult, since: string): string {
  if (untested !== null) return `${gapName(type)}: change since ${since} cannot be tested`;
  if (!clear) return `${gapName(type)}: no clear change since ${since}`;
  return `${gapName(type)}: ${direction === "down" ? "narrower" : "wider"} than in ${since}`;
}

export function gapTitle(b: Breakdown, type: "absolute" | "relative"): string {
  const { change } = b.result;
  if (isMissing(change)) {
    if (change.reason === "periods-overlap") return `${gapName(type)}: the periods overlap, so they are not compared`;
    if (change.reason === "break-in-series") return `${gapName(type)}: the series breaks, so it is not compared`;
    return `${gapName(type)} over time`;
  }
  const result = change[type];
  return isMissing(result) ? `${gapName(type)} over time` : titleOf(type, result, change.baseline.label);
}

export function gapKey(b: Breakdown, type: "absolute" | "relative"): string {
  const gap = b.latest[type];
  const isRatio = !isMissing(gap) && gap.atEquality === 1;
  const hasIntervals = !isMissing(gap) && gap.oriented.lower !== null;
  const up =
    b.dimension.type === "unordered"
      ? "Higher means the groups differ more."
      : `Above ${isRatio ? "1" : "0"} the disadvantaged side is worse off.`;
  return [
    up,
    isRatio ? "A ratio: 1 is equality, and equal steps up the axis are equal factors." : null,
    hasIntervals
      ? `Bars are ${Math.round(100 * b.results.method.confidence)}% intervals.`
      : "No intervals are published.",
  ]
    .filter((text) => text !== null)
    .join(" ");
}

export function gapDescription(b: Breakdown, type: "absolute" | "relative"): string {
  const since = sinceBreak(b);
  const all = gapsOf(b, type);
  const gaps = all.filter(({ period }) => since.periods.includes(period));
  const ends = gaps.length < 2 ? gaps : [gaps[0], gaps.at(-1)];
  const figures = ends.flatMap((item) =>
    item === undefined ? [] : [`${item.period.period.label}: ${gapFigure(item.gap)}`],
  );
  const change = changeSentences(b)[type === "absolute" ? 0 : 1] ?? changeSentences(b)[0] ?? "";
  return said(
    `The ${type} gap in ${plural(all.length, "period")}.`,
    since.told,
    figures.length === 0 ? null : `${figures.join("; ")}.`,
    change,
    trendSentence(b, type),
  );
}

export function publishedDescription(
  values: readonly { period: string; value: number }[],
  unit: string,
  places: number,
): string {
  const [first, last] = [values[0], values.at(-1)];
  const say = (item: { period: string; value: number } | undefined) =>
    item === undefined ? "" : `${quantity(item.value, unit, places)} in ${item.period}`;
  return `Published figures in ${plural(values.length, "period")}: ${say(first)}, ${say(last)}. They carry no intervals, so they are not tested.`;
}

const verdictsOf = (results: Publishable) =>
  results.indicators.flatMap(({ dimensions }) => dimensions.map(({ verdict }) => verdict));

const temperatureWords = {
  cooling: "narrowed",
  heating: "widened",
  steady: "did not clearly change",
  mixed: "narrowed on one measure and widened on the other",
} as const;

const countsOf = (results: Publishable): string[] => {
  const verdicts = verdictsOf(results);
  return Object.entries(temperatureWords).flatMap(([temperature, word]) => {
    const n = verdicts.filter((verdict) => verdict.temperature === temperature).length;
    return n === 0 ? [] : [`${count(n)} ${word}`];
  });
};

const comparableOf = (results: Publishable): number =>
  verdictsOf(results).filter(({ temperature }) => temperature !== "unknown").length;

export function summaryTitle(results: Publishable): string {
  const comparable = comparableOf(results);
  if (comparable === 0) return "We can't tell yet whether any gap has changed";
  return `Of ${plural(verdictsOf(results).length, "gap")}, ${count(comparable)} can be compared: ${countsOf(results).join(", ")}`;
}

export function summaryDescription(results: Publishable): string {
  const all = verdictsOf(results).length;
  const unknown = all - comparableOf(results);
  const told = [countsOf(results).join(", "), unknown === 0 ? "" : `${count(unknown)} could not be compared`];
  return `${plural(all, "gap")}: ${told.filter(Boolean).join("; ")}.`;
}
