import type { ChangeResult, Verdict } from "../disclose/publishable.ts";
import type { Gap, Limits, NotComputable, Reason } from "../model.ts";
import { isMissing } from "../model.ts";
import { type Breakdown, groupLabel, groupName, groupPhrase, isHigherWhenWorse, sides } from "./breakdown.ts";
import {
  calendarYear,
  capital,
  count,
  differenceUnit,
  digits,
  figure,
  figureWithRange,
  lowerFirst,
  number,
  pValue,
  quantity,
  range,
  ratio,
  roundedCount,
  sentence,
} from "./format.ts";

/** Every generated sentence of the report about one indicator by one dimension. Chart titles stand in captions.ts. */

export const gapUnit = (gap: Gap): string =>
  gap.type === "absolute" ? differenceUnit(gap.unit) : gap.atEquality === 1 ? ratio : "%";

/** An oriented gap with its interval, as tables print it. */
export const gapFigure = (gap: Gap): string => figureWithRange(gap.oriented, gapUnit(gap));

const isUnordered = (b: Breakdown): boolean => b.dimension.type === "unordered";

const clause = (text: string): string => lowerFirst(text.replace(/\.$/, ""));

/** A missing figure, and why. */
export const cannotTell = (what: string, missing: NotComputable): string =>
  `We can't tell ${what}. ${sentence(missing.text)}`;

/** When a figure holds, to open a sentence. */
export const inPeriod = (label: string): string => (label.includes(" to ") ? `From ${label}` : `In ${label}`);

/** How the two compared sides are called: the ends of a ladder, or two groups by name. */
function sidePhrases(b: Breakdown): { worse: string; better: string } {
  const pair = sides(b);
  if (b.dimension.type === "pair" && pair !== null)
    return { worse: groupPhrase(b, pair.disadvantaged), better: groupPhrase(b, pair.advantaged) };
  return b.dimension.preposition === "in"
    ? { worse: "in the most disadvantaged areas", better: "in the least disadvantaged" }
    : { worse: "among the most disadvantaged", better: "among the least" };
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
  const { worse, better } = sidePhrases(b);
  const unit = gapUnit(gap);
  const amount = `about ${figure(size, unit)} ${word} ${worse} than ${better} (${intervalOf(size, unit)})`;
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
  const { worse, better } = sidePhrases(b);
  const [first, second] = isHigherWhenWorse(b) ? [worse, better] : [better, worse];
  return `In relative terms, it was ${amount} times as high ${first} as ${second}${bracket}.`;
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

const levels = (from: number, to: number, unit: string, places: number): string =>
  `from about ${unit === "%" ? quantity(from, unit, places) : number(from, places)} to ${quantity(to, unit, places)}`;

function detectable({ change: { minimumDetectable: least, scale, from }, unit, places }: Moved): string {
  if (least === null) return "";
  const found = "would most likely have been detected";
  switch (scale) {
    case "difference":
      return ` A change of about ${quantity(least, differenceUnit(unit), places)} or more ${found}.`;
    case "log":
      return ` A change of about ${quantity(100 * (Math.exp(least) - 1), "%", 0)} or more ${found}.`;
    case "variance":
      return ` A rise to about ${quantity(Math.sqrt(from ** 2 + least), unit, places)} or more ${found}.`;
  }
}

/** Without a clear change, two levels stand side by side. */
const thenAndNow = (from: number, to: number, unit: string, places: number): string =>
  `about ${quantity(from, unit, places)} then, ${number(to, places)}${unit === "%" ? "%" : ""} now`;

interface Moved {
  /** What moved: the absolute gap. */
  what: string;
  change: ChangeResult;
  unit: string;
  places: number;
  since: string;
}

const bracketed = (p: number | null): string => (p === null ? "" : ` (${pValue(p)})`);

function gapChange(moved: Moved): string {
  const { what, change, unit, places, since } = moved;
  const fromTo = levels(change.from, change.to, unit, places);
  if (change.untested !== null) return `${what} went ${fromTo} since ${since}. ${change.untested.text}`;
  return change.clear
    ? `${what} has ${change.direction === "down" ? "narrowed" : "widened"} since ${since}, ${fromTo}${bracketed(change.p)}.`
    : noClearChange(moved);
}

const noClearChange = (moved: Moved): string => {
  const { what, change, unit, places, since } = moved;
  return `There is no clear change in ${lowerFirst(what)} since ${since}: ${thenAndNow(change.from, change.to, unit, places)}${bracketed(change.p)}.${detectable(moved)}`;
};

function levelChange(b: Breakdown, moved: Moved): string {
  const { what, change, unit, places, since } = moved;
  const fromTo = levels(change.from, change.to, unit, places);
  if (change.untested !== null) return `${what} went ${fromTo}. ${change.untested.text}`;
  if (!change.clear) return noClearChange(moved);
  const isBetter = (change.direction === "up") === (b.indicator.better === "higher");
  return `${what} has become ${isBetter ? "better" : "worse"} since ${since}, ${fromTo}${bracketed(change.p)}.`;
}

/** What happened since the baseline: to the absolute gap, the relative gap and the level. One or two sentences for each. */
export function changeSentences(b: Breakdown): string[] {
  const { change } = b.result;
  if (isMissing(change)) return [cannotTell("whether the gap has changed", change)];
  const since = change.baseline.label;
  const { absolute, relative, overall } = b.latest;
  const told: string[] = [];
  if (!isMissing(absolute)) {
    const unit = gapUnit(absolute);
    told.push(
      gapChange({
        what: "The absolute gap",
        change: change.absolute,
        unit,
        places: digits(absolute.oriented, unit),
        since,
      }),
    );
  }
  if (isMissing(change.relative)) told.push(cannotTell("whether the relative gap has changed", change.relative));
  else if (!isMissing(relative)) {
    const unit = gapUnit(relative);
    told.push(
      gapChange({
        what: "The relative gap",
        change: change.relative,
        unit,
        places: digits(relative.oriented, unit),
        since,
      }),
    );
  }
  if (isMissing(change.overall)) told.push(cannotTell("whether the overall level has changed", change.overall));
  else if (!isMissing(overall)) {
    const { unit } = b.indicator;
    told.push(
      levelChange(b, { what: "The overall level", change: change.overall, unit, places: digits(overall, unit), since }),
    );
  }
  return told;
}

const gapWords = {
  narrowing: "the gap is narrowing",
  widening: "the gap is widening",
  mixed: "one of the two gaps is narrowing and the other is widening",
  "no-clear-change": "there is no clear change in the gap",
  unknown: "we can't tell whether the gap has changed",
} as const;

const overallWords = {
  improving: "the overall level is improving",
  worsening: "the overall level is worsening",
  "no-clear-change": "there is no clear change in the overall level",
  unknown: "we can't tell whether the overall level has changed",
} as const;

/** The verdict in words. */
export function verdictSentence({ label, gap, overall, because, levellingDown }: Verdict): string {
  if (because !== null) return `${label}. ${sentence(because.text)}`;
  const both =
    gap === "no-clear-change" && overall === "no-clear-change"
      ? "there is no clear change in the gap or in the overall level"
      : `${gapWords[gap]}, and ${overallWords[overall]}`;
  const down = levellingDown ? " The gap narrowed while the better-off side got worse." : "";
  return `${label}: ${both}.${down}`;
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

/** The straight trend through four or more periods. */
export function trendSentence(b: Breakdown): string | null {
  const trend = b.result.trends.absolute;
  const gap = b.latest.absolute;
  if (isMissing(trend) || isMissing(gap)) return null;
  const unit = gapUnit(gap);
  const first = trend.periods[0] ?? "";
  const last = trend.periods.at(-1) ?? "";
  const moved = levels(trend.from, trend.to, unit, digits(gap.oriented, unit));
  const over = `Over the ${count(trend.periods.length)} periods that do not overlap, ${first} to ${last}`;
  return trend.p < 0.05
    ? `${over}, the fitted absolute gap went ${moved} (${pValue(trend.p)}).`
    : `${over}, the absolute gap shows no clear trend: ${moved} on the fitted line (${pValue(trend.p)}).`;
}

/** Share of people whose group is not recorded. */
export function unrecordedSentence(b: Breakdown): string | null {
  const { unrecorded } = b.latest;
  if (unrecorded === null || unrecorded.count === 0) return null;
  const share = number(100 * unrecorded.share, 1);
  return `For ${share}% (${count(unrecorded.count)}) the group was not recorded or lies outside the groups shown. They are left out of the gap.`;
}

/** Groups without a figure, and why. */
export function missingGroupsSentence(b: Breakdown): string | null {
  const missing = b.latest.groups.flatMap(({ id, estimate }) =>
    isMissing(estimate) ? [`${groupLabel(b, id)} (${clause(estimate.text)})`] : [],
  );
  return missing.length === 0 ? null : capital(`no figure for ${missing.join("; ")}.`);
}

/** What became of the gap, in a few words for a table. */
export function shortChange(b: Breakdown): string {
  const { change } = b.result;
  if (isMissing(change)) return shortReasons[change.reason] ?? "Not comparable";
  const { absolute, baseline } = change;
  const gap = b.latest.absolute;
  if (absolute.untested !== null) return `Not tested since ${baseline.label}: no intervals`;
  if (!absolute.clear || isMissing(gap)) return `No clear change since ${baseline.label}`;
  const moved = { value: Math.abs(absolute.to - absolute.from), lower: null, upper: null };
  const unit = gapUnit(gap);
  const size = quantity(moved.value, unit, digits(gap.oriented, unit));
  return `${capital(size)} ${absolute.direction === "down" ? "narrower" : "wider"} since ${baseline.label}`;
}

const shortReasons: Partial<Record<Reason, string>> = {
  "one-period": "One period only",
  "periods-overlap": "Periods overlap",
  "break-in-series": "Break in the series",
  "baseline-missing": "No figures for the baseline",
  "no-gap": "No gap in one of the periods",
};

/** The report in two sentences. */
export const aboutReport = (place: string): string =>
  `This report measures the gaps between groups of people and between neighbourhoods in ${place}, in the same way for every subject and every year. It says how big each gap is, whether it is closing, and how sure we can be.`;

/** What stands behind the certainty of one breakdown, one point a line. */
export function certaintySentences(b: Breakdown): string[] {
  const { latest, result, results } = b;
  const confidence = `${count(100 * results.method.confidence)}%`;
  const hasIntervals = latest.groups.some(({ estimate }) => !isMissing(estimate) && estimate.lower !== null);
  const { change } = result;
  const adjusted = isMissing(change) ? null : change.absolute.adjustedP;
  return [
    hasIntervals
      ? `Figures in brackets are ${confidence} intervals: if there were no other error, the true figure would lie inside about ${count(
          100 * results.method.confidence,
        )} times in 100.`
      : "No intervals are published for these figures, so some of the gap may be chance and we can't say how much.",
    latest.heterogeneity === null
      ? null
      : latest.heterogeneity.p < 0.05
        ? `The groups differ by more than chance would make them (${pValue(latest.heterogeneity.p)}).`
        : `The groups differ no more than chance might make them (${pValue(latest.heterogeneity.p)}).`,
    latest.line?.lackOfFit == null
      ? null
      : latest.line.lackOfFit.p < 0.05
        ? `The groups do not lie along one line (${pValue(latest.line.lackOfFit.p)}).`
        : `The groups lie along the fitted line as far as we can tell (${pValue(latest.line.lackOfFit.p)}).`,
    adjusted === null
      ? null
      : `${count(results.method.headlineTests)} changes of gaps were tested in this report. Adjusted for that, the change of the absolute gap has ${pValue(adjusted)}.`,
    unrecordedSentence(b),
    missingGroupsSentence(b),
  ].filter((text) => text !== null);
}

/** When a target would be reached. */
export function paceSentences(b: Breakdown): string[] {
  return b.result.paces.map(({ gap, target, source, year, earliest, latest, text }) => {
    const found = b.latest[gap];
    const places = Number.isInteger(target) ? 0 : 2;
    const aim = isMissing(found) ? number(target, places) : quantity(target, gapUnit(found), places);
    const goal = `The target for the ${gap} gap is ${aim} (${source})`;
    if (year === null) return sentence(`${goal}: ${clause(text)}`);
    const between = `${earliest === null ? "" : ` (${calendarYear(earliest)} at the earliest, ${latest === null ? "with no latest year" : `${calendarYear(latest)} at the latest`})`}`;
    return `${goal}: on this trend it is reached in about ${calendarYear(year)}${between}.`;
  });
}
