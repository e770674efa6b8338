import type { PeriodResult } from "../disclose/publishable.ts";
import type { Gap, Limits, NotComputable } from "../model.ts";
import { isMissing } from "../model.ts";
import { type Breakdown, groupName, groupPhrase, isHigherWhenWorse, sides } from "./breakdown.ts";
import {
  capital,
  count,
  countInWords,
  differenceUnit,
  digits,
  figure,
  figureWithRange,
  list,
  lowerFirst,
  number,
  pValue,
  quantity,
  range,
  ratio,
  roundedCount,
  sentence,
} from "./format.ts";
import { isPlainAverage, ownAverage, plainAverage } from "./level.ts";

/** Sentences about the state of one indicator by one dimension. Change, certainty and charts have files of their own beside this one. */

export const gapUnit = (gap: Gap): string =>
  gap.type === "absolute" ? differenceUnit(gap.unit) : gap.atEquality === 1 ? ratio : "%";

/** An oriented gap with its interval, as tables print it. */
export const gapFigure = (gap: Gap): string => figureWithRange(gap.oriented, gapUnit(gap));

const isUnordered = (b: Breakdown): boolean => b.dimension.type === "unordered";

/** A sentence as it stands after a colon or in brackets. */
export const clause = (text: string): string => lowerFirst(text.replace(/\.$/, ""));

/** A missing figure, and why. */
export const cannotTell = (what: string, missing: NotComputable): string =>
  `We can't tell ${what}. ${sentence(missing.text)}`;

/** Groups whose figure was held back. */
export function heldBack(b: Breakdown, { groups }: PeriodResult): string | null {
  const held = groups.filter(({ estimate, marker }) => isMissing(estimate) && marker === "[c]");
  if (held.length === 0) return null;
  const byReport = held.every(({ estimate }) => isMissing(estimate) && estimate.reason === "disclosure");
  return `${byReport ? "This report" : "The publisher"} held back the figure of ${list(held.map(({ id }) => groupName(b, id)))}.`;
}

/** Why a gap is missing: groups by the names that stand in sentences. */
export function whyNoGap(b: Breakdown, period: PeriodResult, missing: NotComputable): string {
  if (missing.reason !== "missing-group") return missing.text;
  const held = heldBack(b, period);
  const others = period.groups
    .filter(({ estimate, marker }) => isMissing(estimate) && marker !== "[c]")
    .map(({ id }) => groupName(b, id));
  const told = [held, others.length === 0 ? null : `There is no figure for ${list(others)}.`].filter(
    (text) => text !== null,
  );
  return told.length === 0 ? missing.text : `${told.join(" ")} No gap is computed without it.`;
}

/** When a figure holds, to open a sentence. */
export const inPeriod = (label: string): string => (label.includes(" to ") ? `From ${label}` : `In ${label}`);

type Side = "disadvantaged" | "advantaged";

/** Two sides compared, as "X than Y": the ends of a ladder, or two groups by name. */
function compared(b: Breakdown, first: Side, joint: "than" | "as"): string {
  const second = first === "disadvantaged" ? "advantaged" : "disadvantaged";
  const pair = sides(b);
  if (b.dimension.type === "pair" && pair !== null)
    return `${groupPhrase(b, pair[first])} ${joint} ${groupPhrase(b, pair[second])}`;
  const end = { disadvantaged: "the most", advantaged: "the least" };
  const { preposition } = b.dimension;
  return preposition === "in"
    ? `in ${end[first]} disadvantaged areas ${joint} in ${end[second]} disadvantaged`
    : `among ${end[first]} disadvantaged ${joint} among ${end[second]}`;
}

/** An oriented gap as a size and the side that has more: the sign goes into the word. */
export function asSize(b: Breakdown, { value, lower, upper }: Limits): { size: Limits; word: "higher" | "lower" } {
  const flipped = value < 0;
  const size = flipped
    ? { value: -value, lower: upper === null ? null : -upper, upper: lower === null ? null : -lower }
    : { value, lower, upper };
  return { size, word: isHigherWhenWorse(b) !== flipped ? "higher" : "lower" };
}

export const crosses = ({ lower, upper }: Limits, at: number): boolean =>
  lower !== null && upper !== null && lower <= at && upper >= at;

const intervalOf = (limits: Limits, unit: string): string =>
  range(limits, digits(limits, unit)) ?? "no interval published";

/** What is measured, by kind, where its name in full would make the headline too long. */
function briefMeasure({ kind, scale }: Breakdown["indicator"]): string {
  if (scale === "logit") return "the share";
  if (kind === "mean") return "the average";
  if (kind === "life-expectancy") return "life expectancy";
  return kind === "published" ? "the figure" : "the rate";
}

/** The most words of a headline. */
export const HEADLINE_WORDS = 25;

export const wordsIn = (text: string): number => text.split(/\s+/).length;

/** The first of several wordings, from full to brief, that is short enough; the last where none is. */
const shortEnough = (wordings: readonly string[]): string =>
  wordings.find((text) => wordsIn(text) <= HEADLINE_WORDS) ?? wordings.at(-1) ?? "";

/** Limits on both sides of equality, each with its word: 1.2 lower to 2.8 higher. */
function bothWays({ lower, upper }: Limits, word: "higher" | "lower", places: number): string {
  const other = word === "higher" ? "lower" : "higher";
  return lower === null || upper === null || lower === 0 || upper === 0
    ? (range({ value: 0, lower, upper }, places) ?? "no interval published")
    : `${number(-lower, places)} ${other} to ${number(upper, places)} ${word}`;
}

/** Where the first of two sides stands, and what it is set against, from full to brief. */
function standing(b: Breakdown): { where: string; than: string[] } {
  const pair = sides(b);
  if (b.dimension.type === "pair" && pair !== null) {
    const { preposition } = b.dimension;
    return {
      where: groupPhrase(b, pair.disadvantaged),
      than: [` than ${groupPhrase(b, pair.advantaged)}`, ` than ${preposition} others`],
    };
  }
  return { where: `at the most ${deprivedWord(b)} end`, than: [" than at the least"] };
}

function sidesGap(b: Breakdown, gap: Gap): string[] {
  const { size, word } = asSize(b, gap.oriented);
  const unit = gapUnit(gap);
  const { where, than } = standing(b);
  const amount = `about ${figure(size, unit)} ${word} ${where}`;
  const { measure } = b.indicator.sentence;
  if (crosses(gap.oriented, gap.atEquality)) {
    const interval = bothWays(size, word, digits(size, unit));
    return [` in ${measure}`, ""].map((about) => `there was no clear gap${about}: ${amount} (${interval})`);
  }
  const interval = intervalOf(size, unit);
  return [
    ...[measure, briefMeasure(b.indicator)].flatMap((what) =>
      than.map((other) => `${what} was ${amount}${other} (${interval})`),
    ),
    `the gap was about ${figure(size, unit)} (${interval})`,
  ];
}

function typicalGap(b: Breakdown, gap: Gap): string[] {
  const unit = gapUnit(gap);
  const who = b.dimension.by === "areas" ? b.results.place.areas : "groups";
  const amount = `about ${figure(gap.oriented, unit)} (${intervalOf(gap.oriented, unit)})`;
  const average = ownAverage(b) === null ? `the ${b.results.place.name} average` : "their own average";
  return [` in ${b.indicator.sentence.measure}`, ""].map((about) =>
    crosses(gap.oriented, gap.atEquality)
      ? `there were no clear differences between ${who}${about}: typically ${amount} from ${average}`
      : `${who} typically differed from ${average} by ${amount}${about}`,
  );
}

/** The gap and its uncertainty, in one sentence of at most 25 words. */
export function headline(b: Breakdown): string {
  const gap = b.latest.absolute;
  const { measure } = b.indicator.sentence;
  if (isMissing(gap))
    return shortEnough([
      `We can't tell how big the gap in ${measure} is.`,
      `We can't tell how big the gap in ${briefMeasure(b.indicator)} is.`,
    ]);
  const told = isUnordered(b) ? typicalGap(b, gap) : sidesGap(b, gap);
  return shortEnough(told.map((text) => sentence(`${inPeriod(b.latest.period.label)}, ${text}`)));
}

/** What stands behind the headline: why there is no gap, the fitted line from end to end, or the average that groups differ from. */
export function headlineDetail(b: Breakdown): string | null {
  const gap = b.latest.absolute;
  if (isMissing(gap)) return sentence(whyNoGap(b, b.latest, gap));
  const told = isUnordered(b) ? averageSentence(b) : lineSentence(b);
  return [told, reversedSentence(b, gap)].filter((text) => text !== null).join(" ") || null;
}

/** What groups are measured against: their own average is the place's only where the groups add up to it. */
function averageSentence(b: Breakdown): string | null {
  const own = ownAverage(b);
  if (own === null) return null;
  const counted = b.latest.notes.some(({ id }) => id === "unweighted") ? "each group counted once" : "weighted by size";
  return `Their own average was ${quantity(own, b.indicator.unit, 1)}, ${counted}.`;
}

/** The fitted line from end to end. The ends differ by the gap; the groups themselves need not. */
function lineSentence(b: Breakdown): string | null {
  const { line, groups } = b.latest;
  if (line === null) return null;
  const { disadvantagedEnd: from, advantagedEnd: to } = line;
  const { unit } = b.indicator;
  const have = groups.filter(({ estimate }) => !isMissing(estimate)).length;
  const whole = have === groups.length ? "all " : "the ";
  const moves = to.value < from.value ? "falls" : "rises";
  return `A line fitted through ${whole}${countInWords(have)} groups ${moves} from ${figure(from, unit)} at the most ${deprivedWord(b)} end to ${figure(to, unit)} at the least.`;
}

/** A clear gap that runs the other way. */
function reversedSentence(b: Breakdown, { oriented, atEquality }: Gap): string | null {
  const pair = sides(b);
  if (isUnordered(b) || pair === null || oriented.value >= 0 || crosses(oriented, atEquality)) return null;
  const better =
    b.dimension.type === "pair"
      ? `${capital(groupName(b, pair.disadvantaged))} are`
      : `The most ${deprivedWord(b)} end is`;
  return `${better} better off here.`;
}

/** What the ends of a ladder are called. */
export const deprivedWord = (b: Breakdown): string =>
  b.dimension.characteristic === "deprivation" ? "deprived" : "disadvantaged";

/** Where the groups do not follow the fitted line, what stands out. */
export function gradientSentence(b: Breakdown): string | null {
  const { notes, groups } = b.latest;
  if (!notes.some(({ id }) => id === "not-a-straight-gradient")) return null;
  const shown = groups.flatMap(({ id, estimate, fitted }) => (isMissing(estimate) ? [] : [{ id, estimate, fitted }]));
  const worst = sides(b)?.disadvantaged;
  const { unit } = b.indicator;
  const top = isHigherWhenWorse(b) ? "highest" : "lowest";
  const sign = isHigherWhenWorse(b) ? 1 : -1;
  const worse = [...shown].sort((a, c) => sign * (c.estimate.value - a.estimate.value))[0];
  const opening = "The groups do not follow the line closely";
  if (worse !== undefined && worse.id !== worst)
    return `${opening}: the ${top} is ${groupName(b, worse.id)}, ${figure(worse.estimate, unit)}.`;
  const furthest = shown
    .flatMap((one) => (one.fitted === null ? [] : [{ ...one, fitted: one.fitted }]))
    .sort((a, c) => Math.abs(c.estimate.value - c.fitted) - Math.abs(a.estimate.value - a.fitted))[0];
  if (furthest === undefined) return `${opening}.`;
  const places = digits(furthest.estimate, unit);
  return `${opening}: ${groupName(b, furthest.id)} has ${quantity(furthest.estimate.value, unit, places)} where the line has ${quantity(furthest.fitted, unit, places)}.`;
}

/** The same gap as a ratio or as a share of the average. */
export function relativeSentence(b: Breakdown): string {
  const gap = b.latest.relative;
  if (isMissing(gap))
    return cannotTell("how big the gap is in relative terms", { ...gap, text: whyNoGap(b, b.latest, gap) });
  const unit = gapUnit(gap);
  const interval = range(gap.oriented, digits(gap.oriented, unit));
  const amount = `about ${figure(gap.oriented, unit)}`;
  const bracket = interval === null ? "" : ` (${interval})`;
  if (isUnordered(b))
    return `In relative terms, the typical difference was ${amount} of ${ownAverage(b) === null ? "the average" : "their own average"}${bracket}.`;
  const higher = isHigherWhenWorse(b) ? "disadvantaged" : "advantaged";
  if (b.latest.line !== null) {
    const [first, second] = higher === "disadvantaged" ? ["most", "least"] : ["least", "most"];
    return `In relative terms, the line is ${amount} times as high at the ${first} ${deprivedWord(b)} end as at the ${second}${bracket}.`;
  }
  return `In relative terms, it was ${amount} times as high ${compared(b, higher, "as")}${bracket}.`;
}

/** The figures of the two groups at the ends, or of the best- and worst-off reliable groups. */
export function groupsSentence(b: Breakdown): string | null {
  const ends =
    sides(b) ?? (b.latest.extremes && { disadvantaged: b.latest.extremes.worst, advantaged: b.latest.extremes.best });
  if (ends === null) return null;
  const told = [ends.disadvantaged, ends.advantaged].map((id, i) => {
    const estimate = b.latest.groups.find((group) => group.id === id)?.estimate;
    const where = groupPhrase(b, id);
    const it = i === 0 ? b.indicator.sentence.measure : "it";
    return estimate === undefined || isMissing(estimate)
      ? `${where} no figure is published`
      : `${where} ${it} was ${figureWithRange(estimate, b.indicator.unit)}`;
  });
  return sentence(`${told[0]}; ${told[1]}`);
}

/** The level for everyone. */
export function overallSentence(b: Breakdown): string {
  const { overall, period } = b.latest;
  const { name } = b.results.place;
  if (isMissing(overall)) return cannotTell(`the level for ${name} as a whole`, overall);
  if (isPlainAverage(b))
    return `No city-wide figure is in the source. The ${plainAverage} was ${figureWithRange(overall, b.indicator.unit)} ${lowerFirst(inPeriod(period.label))}.`;
  return `Across ${name}, ${b.indicator.sentence.measure} was ${figureWithRange(overall, b.indicator.unit)} ${lowerFirst(inPeriod(period.label))}.`;
}

/** One group that stands apart from all the others together, if any clearly does. */
export function furthestSentence(b: Breakdown): string | null {
  const tested = b.latest.who.filter(({ adjustedP }) => adjustedP !== null && adjustedP < 0.05);
  if (tested.length === 0)
    return b.latest.who.some(({ adjustedP }) => adjustedP !== null)
      ? "No group differs clearly from all the others together."
      : null;
  const furthest = tested.reduce((a, c) => (Math.abs(c.difference.value) > Math.abs(a.difference.value) ? c : a));
  const { size, word } = asSize(b, furthest.difference);
  const p = furthest.adjustedP === null ? "" : `, adjusted ${pValue(furthest.adjustedP)}`;
  const unit = differenceUnit(b.indicator.unit);
  return `Furthest from all the others together: ${groupName(b, furthest.group)}, about ${figure(size, unit)} ${word} (${intervalOf(size, unit)}${p}).`;
}

const would = (state: string): string =>
  `would ${state
    .replace(/^(are|is)\b/, "be")
    .replace(/^(has)\b/, "have")
    .replace(/^(do|does) not\b/, "not")}`;

/** The head-count: what it comes to if everyone did as well as the best-off. */
export function headCountSentence(b: Breakdown): string | null {
  const { par } = b.latest;
  if (isMissing(par) || isMissing(par.headCount) || par.headCount.value === 0) return null;
  const rounded = roundedCount(par.headCount);
  const interval = range(rounded, 0);
  const word = par.par.value < 0 ? "fewer" : "more";
  const { people, state } = b.indicator.sentence;
  const amount = `about ${count(rounded.value)} ${word}`;
  const events = /\b(deaths|admissions|accidents)\b/.exec(b.indicator.sentence.measure)?.[1] ?? "cases";
  const what = state === null ? `there would be ${amount} ${events}` : `${amount} ${people} ${would(state)}`;
  const those =
    b.dimension.preposition === "in" ? `those ${groupPhrase(b, par.reference)}` : groupName(b, par.reference);
  return `If everyone did as well as ${those}, ${what}${interval === null ? "" : ` (${interval})`}.`;
}

/** The report in two sentences. */
export const aboutReport = (place: string): string =>
  `This report measures the gaps between groups of people and between neighbourhoods in ${place}, in the same way for every subject and every year. It says how big each gap is, whether it is closing, and how sure we can be.`;
