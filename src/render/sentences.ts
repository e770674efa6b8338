import type { Gap, Limits, NotComputable } from "../model.ts";
import { isMissing } from "../model.ts";
import { type Breakdown, groupName, groupPhrase, isHigherWhenWorse, sides } from "./breakdown.ts";
import {
  count,
  differenceUnit,
  digits,
  figure,
  figureWithRange,
  lowerFirst,
  pValue,
  range,
  ratio,
  roundedCount,
  sentence,
} from "./format.ts";

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

function comparedGap(b: Breakdown, gap: Gap): string {
  const { size, word } = asSize(b, gap.oriented);
  const unit = gapUnit(gap);
  const amount = `about ${figure(size, unit)} ${word} ${compared(b, "disadvantaged", "than")} (${intervalOf(size, unit)})`;
  const { measure } = b.indicator.sentence;
  return crosses(gap.oriented, gap.atEquality)
    ? `there was no clear gap in ${measure}: ${amount}`
    : `${measure} was ${amount}`;
}

function typicalGap(b: Breakdown, gap: Gap): string {
  const unit = gapUnit(gap);
  const who = b.dimension.by === "areas" ? b.results.place.areas : "groups";
  const amount = `about ${figure(gap.oriented, unit)} (${intervalOf(gap.oriented, unit)})`;
  const { measure } = b.indicator.sentence;
  const average = `the ${b.results.place.name} average`;
  return crosses(gap.oriented, gap.atEquality)
    ? `there were no clear differences between ${who} in ${measure}: typically ${amount} from ${average}`
    : `${who} typically differed from ${average} by ${amount} in ${measure}`;
}

/** The gap and its uncertainty, in one sentence. */
export function headline(b: Breakdown): string {
  const gap = b.latest.absolute;
  if (isMissing(gap)) return cannotTell(`how big the gap in ${b.indicator.sentence.measure} is`, gap);
  return sentence(`${inPeriod(b.latest.period.label)}, ${isUnordered(b) ? typicalGap(b, gap) : comparedGap(b, gap)}`);
}

/** The same gap as a ratio or as a share of the average. */
export function relativeSentence(b: Breakdown): string {
  const gap = b.latest.relative;
  if (isMissing(gap)) return cannotTell("how big the gap is in relative terms", gap);
  const unit = gapUnit(gap);
  const interval = range(gap.oriented, digits(gap.oriented, unit));
  const amount = `about ${figure(gap.oriented, unit)}`;
  const bracket = interval === null ? "" : ` (${interval})`;
  if (isUnordered(b)) return `In relative terms, the typical difference was ${amount} of the average${bracket}.`;
  const higher = isHigherWhenWorse(b) ? "disadvantaged" : "advantaged";
  return `In relative terms, it was ${amount} times as high ${compared(b, higher, "as")}${bracket}.`;
}

/** The figures of the two groups at the ends, or of the best- and worst-off reliable groups. */
export function groupsSentence(b: Breakdown): string | null {
  const ends =
    sides(b) ?? (b.latest.extremes && { disadvantaged: b.latest.extremes.worst, advantaged: b.latest.extremes.best });
  if (ends === null) return null;
  const told = [ends.disadvantaged, ends.advantaged].map((id) => {
    const estimate = b.latest.groups.find((group) => group.id === id)?.estimate;
    const where = groupPhrase(b, id);
    return estimate === undefined || isMissing(estimate)
      ? `${where} no figure is published`
      : `${where} it was ${figureWithRange(estimate, b.indicator.unit)}`;
  });
  return sentence(`${told[0]}; ${told[1]}`);
}

/** The level for everyone. */
export function overallSentence(b: Breakdown): string {
  const { overall, period } = b.latest;
  const { name } = b.results.place;
  if (isMissing(overall)) return cannotTell(`the level for ${name} as a whole`, overall);
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
  const what = state === null ? `there would be ${amount} cases` : `${amount} ${people} ${would(state)}`;
  const those =
    b.dimension.preposition === "in" ? `those ${groupPhrase(b, par.reference)}` : groupName(b, par.reference);
  return `If everyone did as well as ${those}, ${what}${interval === null ? "" : ` (${interval})`}.`;
}

/** The report in two sentences. */
export const aboutReport = (place: string): string =>
  `This report measures the gaps between groups of people and between neighbourhoods in ${place}, in the same way for every subject and every year. It says how big each gap is, whether it is closing, and how sure we can be.`;
