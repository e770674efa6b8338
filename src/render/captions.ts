import type { ChangeResult, Publishable } from "../disclose/publishable.ts";
import { type Gap, isMissing } from "../model.ts";
import { type Breakdown, gapsOf, groupLabel, groupPhrase, sides } from "./breakdown.ts";
import { capital, count, digits, figure, list, lowerFirst, number, plural, quantity, ratio } from "./format.ts";
import { asSize, crosses, gapFigure, gapUnit, groupsSentence, headline, overallSentence } from "./sentences.ts";
import { changeSentences, trendSentence } from "./sentences-change.ts";

/** Titles that say what a chart found, subtitles that say what it measures, and descriptions for those who do not see it. */

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
    const where = b.dimension.type === "pair" ? groupPhrase(b, ends.disadvantaged) : "at the most disadvantaged end";
    return `About ${figure(size, gapUnit(gap))} ${word} ${where}`;
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
    isMissing(latest.overall) ? null : `The dashed line is ${results.place.name} as a whole.`,
  ]
    .filter((text) => text !== null)
    .join(" ");
}

export function groupsDescription(b: Breakdown): string {
  return [headline(b), groupsSentence(b), overallSentence(b)].filter((text) => text !== null).join(" ");
}

export function linesTitle(b: Breakdown): string {
  const { change } = b.result;
  const { overall } = b.latest;
  if (isMissing(change) || isMissing(change.overall) || isMissing(overall))
    return `${capital(b.indicator.sentence.measure)}, by group over time`;
  const { from, to, clear, untested, direction } = change.overall;
  const { unit } = b.indicator;
  const places = digits(overall, unit);
  const moved = `${unit === "%" ? quantity(from, unit, places) : number(from, places)} in ${change.baseline.label}, ${quantity(to, unit, places)} in ${change.current.label}`;
  if (untested !== null) return `Overall level: ${moved}`;
  if (!clear) return `No clear change in the overall level: ${moved}`;
  const isBetter = (direction === "up") === (b.indicator.better === "higher");
  return `The overall level got ${isBetter ? "better" : "worse"}: ${moved}`;
}

export function linesKey(b: Breakdown): string {
  const many = b.dimension.groups.length > 6;
  const { overall } = b.latest;
  const hasIntervals = b.latest.groups.some(({ estimate }) => !isMissing(estimate) && estimate.lower !== null);
  return [
    many ? "Grey lines are the other groups." : null,
    hasIntervals ? `Shaded: ${Math.round(100 * b.results.method.confidence)}% intervals of the coloured lines.` : null,
    isMissing(overall) ? null : `Dashed: ${b.results.place.name} as a whole.`,
    ...b.indicator.breaks.map(({ from, why }) => `Break in the series from ${from}: ${why}`),
  ]
    .filter((text) => text !== null)
    .join(" ");
}

export function linesDescription(b: Breakdown): string {
  const first = b.result.periods[0];
  const ends = sides(b) ?? b.latest.extremes;
  const told = (ends === null ? [] : Object.values(ends)).flatMap((id) => {
    const values = [first, b.latest].map((period) => period?.groups.find((group) => group.id === id)?.estimate);
    const [from, to] = values;
    if (from === undefined || to === undefined || isMissing(from) || isMissing(to)) return [];
    const { unit } = b.indicator;
    return [`${groupLabel(b, id)}: from ${figure(from, unit)} to ${figure(to, unit)}.`];
  });
  return `A line for each of ${plural(b.dimension.groups.length, "group")}. First period: ${first?.period.label}; last: ${b.latest.period.label}. ${told.join(" ")} ${overallSentence(b)}`;
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
  const gaps = gapsOf(b, type);
  const told = [gaps[0], gaps.at(-1)].flatMap((item) =>
    item === undefined ? [] : [`${item.period.period.label}: ${gapFigure(item.gap)}`],
  );
  const values = gaps.map(({ gap }) => gap.oriented.value);
  const most = gaps[values.indexOf(Math.max(...values))];
  const widest = most === undefined ? "" : ` It was widest in ${most.period.period.label}.`;
  const change = changeSentences(b)[type === "absolute" ? 0 : 1] ?? changeSentences(b)[0] ?? "";
  const trend = type === "absolute" ? (trendSentence(b) ?? "") : "";
  return `The ${type} gap in ${plural(gaps.length, "period")}. ${told.join("; ")}.${widest} ${change} ${trend}`.trim();
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
  cooling: "narrowing",
  heating: "widening",
  steady: "not clearly changing",
  mixed: "moving both ways",
  unknown: "unknown for lack of data",
} as const;

const countsOf = (results: Publishable) => {
  const verdicts = verdictsOf(results);
  return Object.entries(temperatureWords).map(([temperature, word]) => ({
    word,
    n: verdicts.filter((verdict) => verdict.temperature === temperature).length,
  }));
};

export function summaryTitle(results: Publishable): string {
  const told = countsOf(results).filter(({ n, word }) => n > 0 && word !== temperatureWords.unknown);
  const tellable = told.reduce((sum, { n }) => sum + n, 0);
  if (tellable === 0) return "We can't tell yet whether any gap has changed";
  return capital(
    `of ${plural(tellable, "gap")} that can be compared, ${list(told.map(({ n, word }) => `${count(n)} ${n === 1 ? "is" : "are"} ${word}`))}`,
  );
}

export function summaryDescription(results: Publishable): string {
  const told = countsOf(results).map(({ n, word }) => `${count(n)} ${word}`);
  return `${plural(verdictsOf(results).length, "gap")}: ${list(told)}.`;
}
