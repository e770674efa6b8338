import { calendarYear, differenceUnit, digits, ratio } from "../catalogue/format.ts";
import type { Say } from "../catalogue/say.ts";
import type { ChangeResult, GapChange, LevelChange } from "../model.ts";
import { isMissing, type NotComputable } from "../reasons-and-notes.ts";
import type { Trend } from "../results/results.ts";
import type { Breakdown } from "./breakdown.ts";
import { levelOf, theLevel } from "./level.ts";
import { because, gapUnit } from "./state.ts";

/** Sentences about what became of a gap: change, verdict, trend, pace. */

/** What moved, and how its figures are written. */
interface Moved<C extends ChangeResult> {
  /** "the absolute gap", as the subject of a sentence. */
  what: string;
  change: C;
  unit: string;
  places: number;
  since: string;
  until: string;
}

/** Two levels as text: a long unit stands once, after the second. */
const levels = ({ say }: Breakdown, from: number, to: number, unit: string, places: number) => ({
  from: unit === "%" ? say.quantity(from, unit, places) : say.number(from, places),
  to: say.quantity(to, unit, places),
});

/** The smallest change that would probably have been found, in one of two wordings. */
function detectable(
  { say }: Breakdown,
  { change: { minimumDetectable: least, scale, from }, unit, places }: Moved<ChangeResult>,
  { detectableEither, detectableBoth }: Pick<Say["change"], "detectableEither" | "detectableBoth">,
): string | null {
  if (least === null) return null;
  const quantity = (value: number) => say.quantity(value, unit, places);
  switch (scale) {
    case "difference":
      return detectableEither(say.quantity(least, differenceUnit(unit), places));
    case "log":
      return detectableBoth(quantity(from * Math.exp(least)), quantity(from * Math.exp(-least)));
    case "variance":
    case "root": {
      const down = from ** 2 < least ? null : quantity(Math.sqrt(from ** 2 - least));
      return detectableBoth(quantity(Math.sqrt(from ** 2 + least)), down);
    }
  }
}

const pOf = ({ say }: Breakdown, p: number | null): string | null => (p === null ? null : say.pValue(p));

const comparedOf = (b: Breakdown, { what, change, unit, places, since, until }: Moved<ChangeResult>) => ({
  what,
  since,
  until,
  ...levels(b, change.from, change.to, unit, places),
  p: pOf(b, change.p),
  adjusted: pOf(b, change.adjustedP),
});

/** Two figures that stand side by side, because nobody can test them. */
function untested(b: Breakdown, moved: Moved<ChangeResult>, missing: NotComputable): string {
  const why = missing.reason === "no-intervals" ? b.say.change.moreThanChance : because(b, missing);
  return b.say.change.untested(comparedOf(b, moved), why);
}

/** What cannot be told, with what would have been found. */
function cannotTell(b: Breakdown, moved: Moved<ChangeResult>, withDetectable: boolean): string {
  const { say } = b;
  const compared = comparedOf(b, moved);
  const told = moved.change.possible ? say.change.mayBeChance(compared) : say.change.cannotTell(compared);
  return joined(told, withDetectable ? detectable(b, moved, say.change) : null);
}

const joined = (...parts: readonly (string | null)[]): string => parts.filter((text) => text !== null).join(" ");

function gapChange(b: Breakdown, moved: Moved<GapChange>, withDetectable: boolean): string {
  const { say } = b;
  const { change, since } = moved;
  if (change.untested !== null) return untested(b, moved, change.untested);
  const compared = comparedOf(b, moved);
  switch (change.direction) {
    case "narrower":
    case "wider": {
      const narrower = change.direction === "narrower";
      return joined(
        say.change.gapMoved(compared, narrower),
        change.turned === null ? null : say.change.turned(narrower, since, change.turned),
        change.baselineExtreme === null ? null : say.change.baselineExtreme(since, change.baselineExtreme),
      );
    }
    case "little-changed":
      return say.change.littleChanged(
        compared,
        change.scale === "difference" ? say.percent(b.results.method.same) : null,
      );
    case "depends":
      return say.change.depends(compared, change.depends ?? "baseline");
    case "cannot-tell":
    case "not-compared":
      return cannotTell(b, moved, withDetectable);
  }
}

function levelChange(b: Breakdown, moved: Moved<LevelChange>, withDetectable: boolean): string {
  const { say } = b;
  const { change } = moved;
  if (change.untested !== null) return untested(b, moved, change.untested);
  switch (change.direction) {
    case "improving":
    case "worsening":
      return say.change.levelMoved(comparedOf(b, moved), change.direction === "improving");
    case "little-changed":
      return say.change.littleChanged(comparedOf(b, moved), say.percent(b.results.method.same));
    case "cannot-tell":
    case "not-compared":
      return cannotTell(b, moved, withDetectable);
  }
}

function movedGap(b: Breakdown, type: "absolute" | "relative"): Moved<GapChange> | null {
  const { change } = b.result;
  const gap = b.latest[type];
  if (isMissing(change) || isMissing(gap)) return null;
  const { [type]: moved, baseline, current } = change;
  if (isMissing(moved)) return null;
  const unit = gapUnit(gap);
  const places = digits(gap.oriented, unit);
  const what =
    b.latest.line === null
      ? b.say.change.gap(type)
      : b.say.change.index(b.say.writing.within(b.say.method.measureName(gap.measure)));
  return { what, change: moved, unit, places, since: baseline.label, until: current.label };
}

function movedLevel(b: Breakdown): Moved<LevelChange> | null {
  const { change } = b.result;
  const { overall } = b.latest;
  if (isMissing(change) || isMissing(change.overall) || isMissing(overall)) return null;
  const { unit } = b.indicator;
  const places = digits(overall, unit);
  const { baseline, current } = change;
  return { what: theLevel(b), change: change.overall, unit, places, since: baseline.label, until: current.label };
}

/** What the two groups at the ends of a ladder differed by, then and now. */
function endsSentence(b: Breakdown, since: string, until: string): string | null {
  if (b.latest.line === null) return null;
  const unit = differenceUnit(b.indicator.unit);
  const [from, to] = [since, until].map((label) => {
    const outcome = b.result.periods
      .find(({ period }) => period.label === label)
      ?.measures.find(({ measure }) => measure === "d")?.outcome;
    return outcome === undefined || isMissing(outcome) ? null : b.say.figure(outcome.oriented, unit);
  }) as [string | null, string | null];
  return from === null || to === null ? null : b.say.change.ends(since, until, from, to);
}

/** What became of one gap since the baseline; null where its trend says it, or where there is none. */
export function gapSentence(b: Breakdown, type: "absolute" | "relative", withDetectable = true): string | null {
  const { change, trends } = b.result;
  const { say } = b;
  if (isMissing(change)) return say.writing.cannotTell(say.change.unknown(say.change.gap(type)), because(b, change));
  const trend = trends[type];
  if (!isMissing(trend) && trend.decides) return null;
  const result = change[type];
  if (isMissing(result)) return say.writing.cannotTell(say.change.unknown(say.change.gap(type)), because(b, result));
  const moved = movedGap(b, type);
  return moved === null ? null : gapChange(b, moved, withDetectable);
}

/**
 * What happened since the baseline: to the absolute gap, the relative gap and the level. One or two sentences for each;
 * the second one, of what would have been found, can stand elsewhere.
 */
export function changeSentences(b: Breakdown, withDetectable = true): string[] {
  const { change } = b.result;
  const { say } = b;
  if (isMissing(change)) return [say.writing.cannotTell(say.change.unknownGap, because(b, change))];
  const gaps = (["absolute", "relative"] as const).flatMap((type) => gapSentence(b, type, withDetectable) ?? []);
  const ends = endsSentence(b, change.baseline.label, change.current.label);
  const level = movedLevel(b);
  const told =
    levelTrendSentence(b) !== null
      ? null
      : isMissing(change.overall)
        ? change.overall.reason === "neither-is-better"
          ? null
          : say.writing.cannotTell(say.change.unknown(theLevel(b)), because(b, change.overall))
        : level === null
          ? null
          : levelChange(b, level, withDetectable);
  return [ends, ...gaps, told, change.basis === "overlapping" ? say.change.overlapping : null].filter(
    (text) => text !== null,
  );
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

/** What a verdict rests on, with its first and last period; null where nothing is compared. */
export function restsOn({ result: { change, trends, verdict } }: Breakdown) {
  const { basis } = verdict;
  if (basis === "none") return null;
  const deciding = [trends.absolute, trends.relative].find((one) => !isMissing(one) && one.decides);
  if (basis === "trend" && deciding !== undefined && !isMissing(deciding))
    return { basis, since: deciding.periods[0] ?? "", until: deciding.periods.at(-1) ?? "" };
  return isMissing(change) ? null : { basis, since: change.baseline.label, until: change.current.label };
}

/** The verdict in words: the gap, then the level, in sentences of their own. */
export function verdictSentence(b: Breakdown): string {
  const { change, verdict } = b.result;
  const { levellingDown, overall } = verdict;
  const say = b.say.verdict;
  const label = say.label(verdict);
  const rests = restsOn(b);
  if (verdict.because !== null || rests === null)
    return verdict.because === null ? label : say.because(label, because(b, verdict.because));
  const gap = (type: "absolute" | "relative") => {
    const one = isMissing(change) ? change : change[type];
    return { direction: verdict[type], depends: isMissing(one) ? null : one.depends };
  };
  return joined(
    say.told(label, rests, gap("absolute"), gap("relative")),
    b.indicator.better === "neither" ? null : say.level(overall, levelOf(b)),
    levellingDown ? say.levellingDown : null,
  );
}

/** From and to of one gap, as its verdict has them. */
export function judgedGap(b: Breakdown, type: "absolute" | "relative"): { from: number; to: number } | null {
  const { change, trends } = b.result;
  const trend = trends[type];
  if (!isMissing(trend) && trend.decides) return trend;
  return isMissing(change) || isMissing(change[type]) ? null : change[type];
}

/** What became of one gap, in a few words for a table. */
function shortMove(b: Breakdown, type: "absolute" | "relative"): string {
  const { shortChange: say, number, quantity } = b.say;
  const direction = b.result.verdict[type];
  const gap = b.latest[type];
  const moved = judgedGap(b, type);
  if (moved === null || isMissing(gap)) return say.still(type, "not-compared");
  if (direction !== "narrower" && direction !== "wider") return say.still(type, direction);
  const { from, to } = moved;
  const unit = gapUnit(gap);
  const places = digits(gap.oriented, unit);
  const narrower = direction === "narrower";
  return unit === ratio
    ? say.ratio(type, narrower, { from: number(from, places), to: number(to, places) })
    : say.amount(type, narrower, quantity(Math.abs(to - from), differenceUnit(unit), places));
}

/** What became of both gaps, in a few words for a table. */
export function shortChange(b: Breakdown): string {
  const { change, verdict } = b.result;
  const { shortChange: say } = b.say;
  const rests = restsOn(b);
  if (rests === null) {
    if (isMissing(change)) return say.reasons[change.reason] ?? say.otherwise;
    return isMissing(change.absolute) ? say.otherwise : say.untested(change.baseline.label);
  }
  const { absolute, relative } = verdict;
  return absolute === relative && absolute !== "narrower" && absolute !== "wider"
    ? say.alike(rests, absolute)
    : say.both(rests, shortMove(b, "absolute"), shortMove(b, "relative"));
}

/** The straight trend of one gap through its separate periods. */
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
    adjusted: pOf(b, trend.adjustedP),
  };
  const told = trend.clear ? say.trend.clear({ ...parts, narrowed: hasNarrowed(trend) }) : say.trend.none(parts);
  return joined(told, trend.decides ? say.trend.decides : besideChange(b, type, trend));
}

/** A clear trend that the change from the baseline does not show. */
function besideChange(b: Breakdown, type: "absolute" | "relative", trend: Trend): string | null {
  const { change } = b.result;
  if (!trend.clear || isMissing(change)) return null;
  const tested = change[type];
  const { baseline, current } = change;
  if (isMissing(tested) || !tested.clear) return b.say.trend.longerRun(baseline.label, current.label);
  const isAlike = tested.direction === "depends" || (tested.direction === "narrower") === hasNarrowed(trend);
  return isAlike ? null : b.say.trend.otherWay(baseline.label, current.label);
}

/** Narrower is smaller in size, on whichever side the gap lies. */
function hasNarrowed({ scale, from, to }: Trend): boolean {
  const size = (gap: number): number => Math.abs(scale === "log" ? Math.log(gap) : gap);
  return size(to) < size(from);
}

/** The trend that a level without intervals is judged by; null where it is not. */
function levelTrendSentence(b: Breakdown): string | null {
  const { trends, verdict } = b.result;
  const { overall: direction } = verdict;
  const trend = trends.overall;
  const { overall } = b.latest;
  if (isMissing(trend) || direction === "not-compared" || isMissing(overall)) return null;
  const { say } = b;
  const { unit } = b.indicator;
  return say.trend.level(direction, {
    what: theLevel(b),
    periods: say.counted(trend.periods.length),
    first: trend.periods[0] ?? "",
    last: trend.periods.at(-1) ?? "",
    ...levels(b, trend.from, trend.to, unit, digits(overall, unit)),
    p: say.pValue(trend.p),
    adjusted: pOf(b, trend.adjustedP),
  });
}

/** Both trends, and that of a level which is judged by it. */
export const trendSentences = (b: Breakdown): string[] => [
  ...(["absolute", "relative"] as const).flatMap((type) => trendSentence(b, type) ?? []),
  ...[levelTrendSentence(b)].filter((text) => text !== null),
];

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
