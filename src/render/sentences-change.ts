import type { ChangeResult, Trend } from "../disclose/publishable.ts";
import { isMissing, type Reason } from "../model.ts";
import type { Breakdown } from "./breakdown.ts";
import {
  calendarYear,
  capital,
  count,
  differenceUnit,
  digits,
  lowerFirst,
  number,
  pValue,
  quantity,
  ratio,
  sentence,
} from "./format.ts";
import { isPlainAverage, theLevel } from "./level.ts";
import { cannotTell, clause, gapUnit } from "./sentences.ts";

/** Sentences about what became of a gap: change, verdict, trend, pace. */

const levels = (from: number, to: number, unit: string, places: number): string =>
  `from about ${unit === "%" ? quantity(from, unit, places) : number(from, places)} to ${quantity(to, unit, places)}`;

function detectable({ change: { minimumDetectable: least, scale, from }, unit, places }: Moved): string {
  if (least === null) return "";
  const found = "would probably (four times in five) have been detected";
  const say = (value: number) => quantity(value, unit, places);
  const bothWays = (up: number, down: number | null): string =>
    ` A rise to about ${say(up)}${down === null ? "" : ` or a fall to about ${say(down)}`} ${found}.`;
  switch (scale) {
    case "difference":
      return ` A change of about ${quantity(least, differenceUnit(unit), places)} either way ${found}.`;
    case "log":
      return bothWays(from * Math.exp(least), from * Math.exp(-least));
    case "variance":
      return bothWays(Math.sqrt(from ** 2 + least), from ** 2 < least ? null : Math.sqrt(from ** 2 - least));
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
  if (isMissing(change.overall)) told.push(cannotTell(`whether ${theLevel(b)} has changed`, change.overall));
  else if (!isMissing(overall)) {
    const { unit } = b.indicator;
    told.push(
      levelChange(b, {
        what: capital(theLevel(b)),
        change: change.overall,
        unit,
        places: digits(overall, unit),
        since,
      }),
    );
  }
  return told;
}

const gapWords = {
  narrowing: "the gap is narrowing",
  widening: "the gap is widening",
  "no-clear-change": "there is no clear change in the gap",
  unknown: "we can't tell whether the gap has changed",
} as const;

const overallWords = {
  improving: "the overall level is improving",
  worsening: "the overall level is worsening",
  "no-clear-change": "there is no clear change in the overall level",
  unknown: "we can't tell whether the overall level has changed",
} as const;

const mixedWords = (change: Breakdown["result"]["change"]): string =>
  isMissing(change) || change.absolute.direction === "up"
    ? "the absolute gap is widening and the relative gap is narrowing"
    : "the absolute gap is narrowing and the relative gap is widening";

/** The verdict in words. */
export function verdictSentence(b: Breakdown): string {
  const { result } = b;
  const { label, gap, overall, because, levellingDown } = result.verdict;
  if (because !== null) return `${label}. ${sentence(because.text)}`;
  const both =
    gap === "no-clear-change" && overall === "no-clear-change"
      ? "there is no clear change in the gap or in the overall level"
      : `${gap === "mixed" ? mixedWords(result.change) : gapWords[gap]}, and ${overallWords[overall]}`;
  const down = levellingDown ? " The gap narrowed while the better-off side got worse." : "";
  const told = isPlainAverage(b) ? both.replaceAll("the overall level", theLevel(b)) : both;
  return `${label}: ${told}.${down}`;
}

/** What became of one gap, in a few words for a table. */
function shortMove(b: Breakdown, type: "absolute" | "relative"): string {
  const { change } = b.result;
  const gap = b.latest[type];
  if (isMissing(change) || isMissing(change[type]) || isMissing(gap)) return `${type}: not comparable`;
  const { from, to, clear, direction } = change[type];
  if (!clear) return `${type}: no clear change`;
  const unit = gapUnit(gap);
  const places = digits(gap.oriented, unit);
  const way = direction === "down" ? "narrower" : "wider";
  return unit === ratio
    ? `${type}: ${way}, ${number(from, places)} to ${number(to, places)}`
    : `${type}: ${quantity(Math.abs(to - from), unit === "%" ? "percentage points" : unit, places)} ${way}`;
}

/** What became of both gaps, in a few words for a table. */
export function shortChange(b: Breakdown): string {
  const { change } = b.result;
  if (isMissing(change)) return shortReasons[change.reason] ?? "Not comparable";
  const { absolute, relative, baseline } = change;
  if (absolute.untested !== null) return `Not tested since ${baseline.label}: no intervals`;
  if (!absolute.clear && !isMissing(relative) && !relative.clear) return `No clear change since ${baseline.label}`;
  return `Since ${baseline.label}, ${shortMove(b, "absolute")}; ${shortMove(b, "relative")}`;
}

const shortReasons: Partial<Record<Reason, string>> = {
  "one-period": "One period only",
  "periods-overlap": "Periods overlap",
  "break-in-series": "Break in the series",
  "baseline-missing": "No figures for the baseline",
  "no-gap": "No gap in one of the periods",
};

/** The straight trend of one gap through four or more periods. */
export function trendSentence(b: Breakdown, type: "absolute" | "relative" = "absolute"): string | null {
  const trend = b.result.trends[type];
  const gap = b.latest[type];
  if (isMissing(trend) || isMissing(gap)) return null;
  const unit = gapUnit(gap);
  const first = trend.periods[0] ?? "";
  const last = trend.periods.at(-1) ?? "";
  const moved = levels(trend.from, trend.to, unit, digits(gap.oriented, unit));
  const over = `Over the ${count(trend.periods.length)} periods that do not overlap, ${first} to ${last}`;
  const scatter = trend.inflation > 3 ? " The years scatter widely round the line." : "";
  const line =
    trend.p < 0.05
      ? `${over}, the fitted ${type} gap went ${moved} (${pValue(trend.p)}).`
      : `${over}, the ${type} gap shows no clear trend: ${moved} on the fitted line (${pValue(trend.p)}).`;
  return `${line}${scatter}${longerRun(b, type, trend)}`;
}

/** A clear trend that the change from the baseline does not show. */
function longerRun(b: Breakdown, type: "absolute" | "relative", { p, from, to }: Trend): string {
  const { change } = b.result;
  if (p >= 0.05 || isMissing(change)) return "";
  const tested = change[type];
  const direction = to > from ? "up" : "down";
  if (!isMissing(tested) && tested.clear && tested.direction === direction) return "";
  return ` Over the longer run it ${direction === "up" ? "widened" : "narrowed"}; the verdict compares only ${change.baseline.label} with ${change.current.label}.`;
}

/** Both trends, and what their p values are not. */
export function trendSentences(b: Breakdown): string[] {
  const told = (["absolute", "relative"] as const).flatMap((type) => trendSentence(b, type) ?? []);
  return told.length === 0
    ? []
    : [...told, "The p values of trends are outside the adjustment for the number of changes tested."];
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
