import { digits } from "../catalogue/format.ts";
import { type Say, sayIn } from "../catalogue/say.ts";
import { isMissing, type Temperature } from "../model.ts";
import type { Publishable } from "../results/results.ts";
import { type Breakdown, breakdownsOf } from "./breakdown.ts";
import { levelOf } from "./level.ts";
import { isMove, moveOf } from "./moves.ts";
import { gapUnit } from "./state.ts";

/** What the first page says of all comparisons together. */

export const allBreakdowns = (results: Publishable): Breakdown[] =>
  results.indicators.flatMap((indicator) => breakdownsOf(results, indicator));

/** From cold to hot, and then what is neither; and in sentences, where what cannot be told is not counted. */
const onTheStrip: Record<Temperature, number> = { cooling: 0, steady: 1, heating: 2, mixed: 3, unknown: 4 };
const inSentences: Record<Exclude<Temperature, "unknown">, number> = { cooling: 0, heating: 1, mixed: 2, steady: 3 };

const ordered = <T extends Temperature>(places: Record<T, number>): T[] =>
  (Object.keys(places) as T[]).sort((a, b) => places[a] - places[b]);

export const tally = (all: readonly Breakdown[]): { temperature: Temperature; n: number }[] =>
  ordered(onTheStrip).map((temperature) => ({
    temperature,
    n: all.filter(({ result }) => result.verdict.temperature === temperature).length,
  }));

/** A comparison by name. */
export const nameOf = ({ say, indicator, dimension }: Breakdown): string =>
  say.glance.name(indicator.title, dimension.title);

/** Whole per cent, or "less than 1%". */
export function shareWords(say: Say, share: number): string {
  const size = Math.abs(share);
  return size > 0 && size < 0.005 ? say.glance.lessThanOne : say.quantity(100 * size, "%", 0);
}

function outcomes(say: Say, all: readonly Breakdown[]): string[] {
  const counts = new Map(tally(all).map(({ temperature, n }) => [temperature, n]));
  return ordered(inSentences).flatMap((temperature) => {
    const n = counts.get(temperature) ?? 0;
    return n === 0 ? [] : [say.glance.outcomes[temperature](say.counted(n))];
  });
}

const known = (all: readonly Breakdown[]): Breakdown[] =>
  all.filter(({ result }) => result.verdict.temperature !== "unknown");

function countSentence(say: Say, all: readonly Breakdown[]): string {
  const can = known(all).length;
  return can === 0
    ? say.glance.noneComparable(say.counted(all.length))
    : say.glance.comparable(say.count(can), say.counted(all.length), outcomes(say, all));
}

type Way = "cooling" | "heating";
type Tested = Exclude<Exclude<Breakdown["result"]["change"], { reason: string }>["absolute"], { reason: string }>;

const direction = { cooling: "down", heating: "up" } as const;

interface Mover {
  b: Breakdown;
  since: string;
  until: string;
  type: "absolute" | "relative";
  change: Tested;
  /** Of where it started; null where a share would mislead. */
  share: number | null;
  mayBeChance: boolean;
}

/** The gap of a comparison that clearly went one way: the absolute one, else the relative. */
function moverOf(b: Breakdown, way: Way): Mover[] {
  const { change, verdict, notes } = b.result;
  if (isMissing(change) || verdict.temperature !== way) return [];
  const clear = (one: Tested) => one.clear && one.direction === direction[way];
  const { absolute, relative, baseline, current } = change;
  const shared = {
    b,
    since: baseline.label,
    until: current.label,
    mayBeChance: notes.some(({ id }) => id === "may-be-chance"),
  };
  if (clear(absolute)) {
    const move = moveOf(b);
    return [{ ...shared, type: "absolute", change: absolute, share: isMove(move) ? Math.abs(move.gap.value) : null }];
  }
  return isMissing(relative) ? [] : [{ ...shared, type: "relative", change: relative, share: null }];
}

const moversOf = (all: readonly Breakdown[], way: Way): Mover[] =>
  all
    .flatMap((b) => moverOf(b, way))
    .sort((a, c) => Number(a.mayBeChance) - Number(c.mayBeChance) || (c.share ?? -1) - (a.share ?? -1));

function sizeOf({ b, type, change, share, since, until }: Mover, way: Way): string {
  const { size } = b.say.glance;
  if (share !== null && share < 1) return size.share(way, shareWords(b.say, share), since, until);
  if (share !== null && way === "heating") return size.times(b.say.number(1 + share, 1), since, until);
  const gap = b.latest[type];
  const unit = isMissing(gap) ? "" : gapUnit(gap);
  const places = isMissing(gap) ? 1 : digits(gap.oriented, unit);
  const [from, to] = [change.from, change.to].map((value) => b.say.quantity(value, unit, places)) as [string, string];
  return size.from({ from, to }, since, until);
}

function moverSentence({ glance }: Say, all: readonly Breakdown[], way: Way): string {
  const movers = moversOf(all, way);
  const [first] = movers;
  if (first === undefined) return glance.noMover(way);
  const { overall, levellingDown } = first.b.result.verdict;
  return glance.mover({
    way,
    among: movers.length === 1 ? "only" : first.share === null ? "several" : "most",
    isRelative: first.type === "relative",
    name: glance.within(nameOf(first.b)),
    size: sizeOf(first, way),
    level: levellingDown ? "levelling-down" : overall,
    of: levelOf(first.b),
    mayBeChance: first.mayBeChance,
  });
}

/** What changed since last time: three sentences, always. */
export function changedSentences(results: Publishable): [string, string, string] {
  const say = sayIn(results);
  const all = allBreakdowns(results);
  return known(all).length > 0
    ? [countSentence(say, all), moverSentence(say, all, "cooling"), moverSentence(say, all, "heating")]
    : [countSentence(say, all), say.glance.needed, say.glance.below];
}

export function stripCaption(results: Publishable): string {
  const { glance, counted } = sayIn(results);
  return glance.strip(counted(allBreakdowns(results).length), counted(results.indicators.length));
}

/** Counts by temperature in a few words, for a theme. */
export function themeCounts({ glance, counted, count }: Say, all: readonly Breakdown[]): string {
  if (all.length === 0) return glance.noFigures;
  const counts = tally(all).flatMap(({ temperature, n }) =>
    n === 0 ? [] : [glance.themeCount(temperature, count(n))],
  );
  return glance.themeCounts(counted(all.length), counts);
}

/** What a small line of the gap says to those who do not see it. */
export function sparkWords({ findings, counted }: Say, values: readonly { period: string; figure: string }[]): string {
  const [first, last] = [values[0], values.at(-1)];
  return first === undefined || last === undefined ? "" : findings.spark(counted(values.length), first, last);
}
