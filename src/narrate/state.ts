import { differenceUnit, digits, ratio, roundedCount } from "../catalogue/format.ts";
import type { Gap, Limits } from "../model.ts";
import { orderFacts } from "../model.ts";
import type { NotComputable } from "../reasons-and-notes.ts";
import { isMissing } from "../reasons-and-notes.ts";
import type { PeriodResult } from "../results/results.ts";
import { type Breakdown, groupName, groupPhrase, isHigherWhenWorse, sides } from "./breakdown.ts";
import { isPlainAverage, othersOf, ownAverage } from "./level.ts";

/** Sentences about the state of one indicator by one dimension. The headline, change, certainty and charts have files of their own beside this one. */

export const gapUnit = (gap: Gap): string =>
  gap.type === "absolute" ? differenceUnit(gap.unit) : gap.atEquality === 1 ? ratio : "%";

/** An oriented gap with its interval, as tables print it. */
export const gapFigure = (b: Breakdown, gap: Gap): string => b.say.figureWithRange(gap.oriented, gapUnit(gap));

export const isUnordered = (b: Breakdown): boolean => !orderFacts[b.dimension.type].hasSides;

/** Why a figure is missing, as the method says it. */
export const because = ({ say }: Pick<Breakdown, "say">, missing: NotComputable): string => say.method.reason(missing);

/** A missing figure, and why. */
const cannotTell = (b: Breakdown, what: string, why: string): string => b.say.writing.cannotTell(what, why);

/** Groups whose figure was held back. */
export function heldBack(b: Breakdown, { groups }: PeriodResult): string | null {
  const held = groups.filter(({ estimate, marker }) => isMissing(estimate) && marker === "[c]");
  if (held.length === 0) return null;
  const byReport = held.every(({ estimate }) => isMissing(estimate) && estimate.reason === "disclosure");
  return b.say.groups.heldBack(
    byReport ? "report" : "publisher",
    held.map(({ id }) => groupName(b, id)),
  );
}

/** Why a gap is missing: groups by the names that stand in sentences. */
export function whyNoGap(b: Breakdown, period: PeriodResult, missing: NotComputable): string {
  if (missing.reason !== "missing-group") return because(b, missing);
  const others = period.groups
    .filter(({ estimate, marker }) => isMissing(estimate) && marker !== "[c]")
    .map(({ id }) => groupName(b, id));
  const told = [heldBack(b, period), others.length === 0 ? null : b.say.groups.noFigureFor(others)].filter(
    (text) => text !== null,
  );
  return told.length === 0 ? because(b, missing) : [...told, b.say.groups.noGapWithout].join(" ");
}

export type Side = "higher" | "lower";

/** The side on which the worse off are. */
export const worseSide = (b: Breakdown): Side => (isHigherWhenWorse(b) ? "higher" : "lower");

/** An oriented gap as a size and the side that has more: the sign goes into the word. */
export const asSize = (b: Breakdown, oriented: Limits): { size: Limits; word: Side } => sizeOf(oriented, worseSide(b));

export function sizeOf({ value, lower, upper }: Limits, worse: Side): { size: Limits; word: Side } {
  const flipped = value < 0;
  const size = flipped
    ? { value: -value, lower: upper === null ? null : -upper, upper: lower === null ? null : -lower }
    : { value, lower, upper };
  return { size, word: (worse === "higher") !== flipped ? "higher" : "lower" };
}

export const intervalOf = ({ say }: Breakdown, limits: Limits, unit: string): string =>
  say.range(limits, digits(limits, unit)) ?? say.writing.noRange;

/** What the ends of a ladder are called. */
export const deprivedWord = (b: Breakdown): "deprived" | "disadvantaged" =>
  b.dimension.characteristic === "deprivation" ? "deprived" : "disadvantaged";

/** The same gap as a ratio or as a share of the average. */
export function relativeSentence(b: Breakdown): string {
  const { relative } = b.say.state;
  const gap = b.latest.relative;
  if (isMissing(gap)) return cannotTell(b, relative.unknown, whyNoGap(b, b.latest, gap));
  const unit = gapUnit(gap);
  const amount = b.say.figure(gap.oriented, unit);
  const range = b.say.range(gap.oriented, digits(gap.oriented, unit));
  if (isUnordered(b)) return relative.typical(amount, range, ownAverage(b) !== null);
  if (b.latest.line !== null) return relative.index(b.say.within(b.say.method.measureName(gap.measure)), amount, range);
  const pair = sides(b);
  if (pair === null) throw new Error(`${b.name}: two sides without a line must be a pair`);
  const [high, low] = isHigherWhenWorse(b)
    ? [pair.disadvantaged, pair.advantaged]
    : [pair.advantaged, pair.disadvantaged];
  return relative.pair(amount, range, groupPhrase(b, high), groupPhrase(b, low));
}

/** The figures of the two groups at the ends, or of the best- and worst-off reliable groups. */
export function groupsSentence(b: Breakdown): string | null {
  const ends =
    sides(b) ?? (b.latest.extremes && { disadvantaged: b.latest.extremes.worst, advantaged: b.latest.extremes.best });
  if (ends === null) return null;
  const figureOf = (id: string): string | null => {
    const estimate = b.latest.groups.find((group) => group.id === id)?.estimate;
    return estimate === undefined || isMissing(estimate) ? null : b.say.figureWithRange(estimate, b.indicator.unit);
  };
  const { first, second } = b.say.state.ends;
  const { disadvantaged, advantaged } = ends;
  return [
    first(groupPhrase(b, disadvantaged), b.indicator.sentence.measure, figureOf(disadvantaged)),
    second(groupPhrase(b, advantaged), figureOf(advantaged)),
  ].join(" ");
}

/** The level for everyone. */
export function overallSentence(b: Breakdown): string {
  const { overall, period } = b.latest;
  const { name } = b.results.place;
  const say = b.say.state.overall;
  if (isMissing(overall)) return cannotTell(b, say.unknown(name), because(b, overall));
  const level = b.say.figureWithRange(overall, b.indicator.unit);
  return isPlainAverage(b)
    ? say.plainAverage(level, period.label)
    : say.place(name, b.indicator.sentence.measure, level, period.label);
}

/** One group that stands apart from the others, if any clearly does. */
export function furthestSentence(b: Breakdown): string | null {
  const { furthest: say } = b.say.state;
  const tested = b.latest.who.flatMap((one) => (one.adjustedP === null ? [] : [{ ...one, adjustedP: one.adjustedP }]));
  if (tested.length === 0) return null;
  const clear = tested.filter((one) => one.clear);
  if (clear.length === 0) return say.none(othersOf(b));
  const furthest = clear.reduce((a, c) => (Math.abs(c.difference.value) > Math.abs(a.difference.value) ? c : a));
  const { size, word } = asSize(b, furthest.difference);
  const unit = differenceUnit(b.indicator.unit);
  const p = b.say.pValue(furthest.adjustedP);
  return say.is(othersOf(b), groupName(b, furthest.group), b.say.figure(size, unit), word, {
    interval: intervalOf(b, size, unit),
    p,
  });
}

/** The head-count: what it comes to if everyone did as well as the best-off. */
export function headCountSentence(b: Breakdown): string | null {
  const { par } = b.latest;
  if (isMissing(par) || isMissing(par.headCount) || par.headCount.value === 0) return null;
  // A count of nobody knows what is no number to wish for.
  if (b.indicator.sentence.state === null && !b.say.state.countsEvents(b.indicator.sentence.measure)) return null;
  const rounded = roundedCount(par.headCount);
  const isPlace = b.dimension.preposition === "in";
  return b.say.state.headCount({
    ...b.indicator.sentence,
    reference: isPlace ? groupPhrase(b, par.reference) : groupName(b, par.reference),
    isPlace,
    count: b.say.count(rounded.value),
    fewer: par.par.value < 0,
    range: b.say.range(rounded, 0),
  });
}
