import { calendarYear, differenceUnit, digits, ratio } from "../catalogue/format.ts";
import type { Say } from "../catalogue/say.ts";
import { type ChangeResult, isMissing, type NotComputable } from "../model.ts";
import type { Trend } from "../results/results.ts";
import type { Breakdown } from "./breakdown.ts";
import { levelOf, theLevel } from "./level.ts";
import { because, gapUnit } from "./state.ts";

/** Sentences about what became of a gap: change, verdict, trend, pace. */

/** What moved, and how its figures are written. */
interface Moved {
  /** "the absolute gap", as the subject of a sentence. */
  what: string;
  change: ChangeResult;
  unit: string;
  places: number;
  since: string;
}

/** Two levels as text: a long unit stands once, after the second. */
const levels = ({ say }: Breakdown, from: number, to: number, unit: string, places: number) => ({
  from: unit === "%" ? say.quantity(from, unit, places) : say.number(from, places),
  to: say.quantity(to, unit, places),
});

/** Without a clear change, two levels stand side by side: a long unit stands once, after the first. */
const thenAndNow = ({ say }: Breakdown, from: number, to: number, unit: string, places: number) => ({
  from: say.quantity(from, unit, places),
  to: unit === "%" ? say.quantity(to, unit, places) : say.number(to, places),
});

/** The smallest change that would probably have been found, in one of two wordings. */
function detectable(
  { say }: Breakdown,
  { change: { minimumDetectable: least, scale, from }, unit, places }: Moved,
  { detectableEither, detectableBoth }: Pick<Say["change"], "detectableEither" | "detectableBoth">,
): string | null {
  if (least === null) return null;
  const quantity = (value: number) => say.quantity(value, unit, places);
  switch (scale) {
    case "difference":
      return detectableEither(say.quantity(least, differenceUnit(unit), places));
    case "log":
      return detectableBoth(quantity(from * Math.exp(least)), quantity(from * Math.exp(-least)));
    case "variance": {
      const down = from ** 2 < least ? null : quantity(Math.sqrt(from ** 2 - least));
      return detectableBoth(quantity(Math.sqrt(from ** 2 + least)), down);
    }
  }
}

const bracketed = ({ say }: Breakdown, p: number | null): string | null => (p === null ? null : say.pValue(p));

function noClearChange(b: Breakdown, moved: Moved, withDetectable: boolean): string {
  const { what, change, unit, places, since } = moved;
  const said = b.say.change.notClear(
    what,
    since,
    thenAndNow(b, change.from, change.to, unit, places),
    bracketed(b, change.p),
  );
  const found = withDetectable ? detectable(b, moved, b.say.change) : null;
  return [said, found].filter((text) => text !== null).join(" ");
}

/** Two figures that stand side by side, because nobody can test them. */
function untested(b: Breakdown, { what, change, unit, places, since }: Moved, missing: NotComputable): string {
  const why = missing.reason === "no-intervals" ? b.say.change.moreThanChance : because(b, missing);
  return b.say.change.untested(what, levels(b, change.from, change.to, unit, places), since, why);
}

function gapChange(b: Breakdown, moved: Moved, withDetectable: boolean): string {
  const { what, change, unit, places, since } = moved;
  const fromTo = levels(b, change.from, change.to, unit, places);
  if (change.untested !== null) return untested(b, moved, change.untested);
  return change.clear
    ? b.say.change.clearGap(what, change.direction, since, fromTo, bracketed(b, change.p))
    : noClearChange(b, moved, withDetectable);
}

function levelChange(b: Breakdown, moved: Moved, withDetectable: boolean): string {
  const { what, change, unit, places, since } = moved;
  const fromTo = levels(b, change.from, change.to, unit, places);
  if (change.untested !== null) return untested(b, moved, change.untested);
  if (!change.clear) return noClearChange(b, moved, withDetectable);
  const isBetter = (change.direction === "up") === (b.indicator.better === "higher");
  return b.say.change.clearLevel(what, isBetter, since, fromTo, bracketed(b, change.p));
}

function movedGap(b: Breakdown, type: "absolute" | "relative"): Moved | null {
  const { change } = b.result;
  const gap = b.latest[type];
  if (isMissing(change) || isMissing(change[type]) || isMissing(gap)) return null;
  const unit = gapUnit(gap);
  const places = digits(gap.oriented, unit);
  return { what: b.say.change.gap(type), change: change[type], unit, places, since: change.baseline.label };
}

function movedLevel(b: Breakdown): Moved | null {
  const { change } = b.result;
  const { overall } = b.latest;
  if (isMissing(change) || isMissing(change.overall) || isMissing(overall)) return null;
  const { unit } = b.indicator;
  const places = digits(overall, unit);
  return { what: theLevel(b), change: change.overall, unit, places, since: change.baseline.label };
}

/**
 * What happened since the baseline: to the absolute gap, the relative gap and the level. One or two sentences for each;
 * the second one, of what would have been found, can stand elsewhere.
 */
export function changeSentences(b: Breakdown, withDetectable = true): string[] {
  const { change } = b.result;
  const { say } = b;
  if (isMissing(change)) return [say.writing.cannotTell(say.change.unknownGap, because(b, change))];
  const gaps = (["absolute", "relative"] as const).flatMap((type) => {
    const result = change[type];
    if (isMissing(result)) return say.writing.cannotTell(say.change.unknown(say.change.gap(type)), because(b, result));
    const moved = movedGap(b, type);
    return moved === null ? [] : gapChange(b, moved, withDetectable);
  });
  if (isMissing(change.overall))
    return change.overall.reason === "neither-is-better"
      ? gaps
      : [...gaps, say.writing.cannotTell(say.change.unknown(theLevel(b)), because(b, change.overall))];
  const level = movedLevel(b);
  return level === null ? gaps : [...gaps, levelChange(b, level, withDetectable)];
}

/** The smallest changes that the tests would probably have found; null where none was made. */
export function detectableSentence(b: Breakdown): string | null {
  const { detectable: words } = b.say.certainty;
  const moves = [movedGap(b, "absolute"), movedGap(b, "relative"), movedLevel(b)];
  const found = moves.flatMap((moved) => {
    if (moved === null || moved.change.untested !== null) return [];
    const least = detectable(b, moved, words);
    return least === null ? [] : [words.one(moved.what, least)];
  });
  return found.length === 0 ? null : words.all(found);
}

/** The verdict in words. */
export function verdictSentence(b: Breakdown): string {
  const { change, verdict } = b.result;
  const { gap, overall, levellingDown } = verdict;
  const say = b.say.verdict;
  const label = say.labels[verdict.id];
  const of = levelOf(b);
  if (verdict.because !== null) return say.because(label, because(b, verdict.because));
  const told =
    gap === "no-clear-change" && overall === "no-clear-change"
      ? say.nothing(label, of)
      : gap === "mixed"
        ? say.mixed(
            label,
            isMissing(change) || change.absolute.direction === "up" ? "absolute" : "relative",
            overall,
            of,
          )
        : !isMissing(change) && isMissing(change.overall) && change.overall.reason === "neither-is-better"
          ? say.gapAlone(label, gap)
          : say.moves(label, gap, overall, of);
  return levellingDown ? `${told} ${say.levellingDown}` : told;
}

/** What became of one gap, in a few words for a table. */
function shortMove(b: Breakdown, type: "absolute" | "relative"): string {
  const { change } = b.result;
  const { shortChange, number, quantity } = b.say;
  const gap = b.latest[type];
  if (isMissing(change) || isMissing(change[type]) || isMissing(gap)) return shortChange.notComparable(type);
  const { from, to, clear, direction } = change[type];
  if (!clear) return shortChange.noClear(type);
  const unit = gapUnit(gap);
  const places = digits(gap.oriented, unit);
  const narrower = direction === "down";
  return unit === ratio
    ? shortChange.ratio(type, narrower, { from: number(from, places), to: number(to, places) })
    : shortChange.amount(type, narrower, quantity(Math.abs(to - from), differenceUnit(unit), places));
}

/** What became of both gaps, in a few words for a table. */
export function shortChange(b: Breakdown): string {
  const { change } = b.result;
  const { shortChange: say } = b.say;
  if (isMissing(change)) return say.reasons[change.reason] ?? say.otherwise;
  const { absolute, relative, baseline } = change;
  if (absolute.untested !== null) return say.untested(baseline.label);
  if (!absolute.clear && !isMissing(relative) && !relative.clear) return say.none(baseline.label);
  return say.both(baseline.label, shortMove(b, "absolute"), shortMove(b, "relative"));
}

/** The straight trend of one gap through four or more periods. */
export function trendSentence(b: Breakdown, type: "absolute" | "relative" = "absolute"): string | null {
  const trend = b.result.trends[type];
  const gap = b.latest[type];
  if (isMissing(trend) || isMissing(gap)) return null;
  const { say } = b;
  const unit = gapUnit(gap);
  const parts = {
    type,
    periods: say.counted(trend.periods.length),
    first: trend.periods[0] ?? "",
    last: trend.periods.at(-1) ?? "",
    ...levels(b, trend.from, trend.to, unit, digits(gap.oriented, unit)),
    p: say.pValue(trend.p),
  };
  const told = trend.clear ? say.trend.clear({ ...parts, narrowed: trend.to < trend.from }) : say.trend.none(parts);
  const scatter = trend.inflation > 3 ? say.trend.scatter : null;
  return [told, scatter, longerRun(b, type, trend)].filter((text) => text !== null).join(" ");
}

/** A clear trend that the change from the baseline does not show. */
function longerRun(b: Breakdown, type: "absolute" | "relative", { clear, from, to }: Trend): string | null {
  const { change } = b.result;
  if (!clear || isMissing(change)) return null;
  const tested = change[type];
  const direction = to > from ? "up" : "down";
  if (!isMissing(tested) && tested.clear && tested.direction === direction) return null;
  return b.say.trend.longerRun(change.baseline.label, change.current.label);
}

/** Both trends, and how they are tested. */
export function trendSentences(b: Breakdown): string[] {
  const told = (["absolute", "relative"] as const).flatMap((type) => trendSentence(b, type) ?? []);
  return told.length === 0 ? [] : [...told, b.say.trend.oneByOne];
}

/** When a target would be reached. */
export function paceSentences(b: Breakdown): string[] {
  const { say } = b;
  return b.result.paces.map(({ gap: type, target, source, year, earliest, latest, outcome }) => {
    const gap = b.latest[type];
    const places = Number.isInteger(target) ? 0 : 2;
    const aim = isMissing(gap) ? say.number(target, places) : say.quantity(target, gapUnit(gap), places);
    if (year === null) return say.pace.not(type, aim, source, say.method.pace(outcome));
    const between =
      earliest === null
        ? null
        : say.pace.between(calendarYear(earliest), latest === null ? null : calendarYear(latest));
    return say.pace.reached(type, aim, source, calendarYear(year), between);
  });
}
