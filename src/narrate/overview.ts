import { digits } from "../catalogue/format.ts";
import { type Say, sayIn } from "../catalogue/say.ts";
import { isMissing, type Temperature, temperatures } from "../model.ts";
import type { Publishable } from "../results/results.ts";
import { type Breakdown, breakdownsOf } from "./breakdown.ts";
import { levelOf } from "./level.ts";
import { isMove, moveOf } from "./moves.ts";
import { judgedGap, restsOn } from "./since-baseline.ts";
import { gapUnit } from "./state.ts";

/** What the first page says of all comparisons together. */

export const allBreakdowns = (results: Publishable): Breakdown[] =>
  results.indicators.flatMap((indicator) => breakdownsOf(results, indicator));

/**
 * The comparisons that count: an indicator once, by its first dimension. Further dimensions are no further evidence, nor
 * is what is part of another indicator; and where neither more nor less is better, no change of a gap is good or ill.
 */
export const countedOnce = (results: Publishable): Breakdown[] =>
  results.indicators
    .filter(({ partOf, better }) => partOf === null && better !== "neither")
    .flatMap((indicator) => breakdownsOf(results, indicator).slice(0, 1));

/** In sentences what moved comes first. */
const inSentences: Record<Exclude<Temperature, "no-reading">, number> = {
  cooling: 0,
  easing: 1,
  heating: 2,
  warming: 3,
  mixed: 4,
  steady: 5,
  unclear: 6,
};

export const tally = (all: readonly Breakdown[]): { temperature: Temperature; n: number }[] =>
  temperatures.map((temperature) => ({
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
  const told = Object.keys(inSentences) as (keyof typeof inSentences)[];
  return told
    .sort((a, b) => inSentences[a] - inSentences[b])
    .flatMap((temperature) => {
      const n = counts.get(temperature) ?? 0;
      return n === 0 ? [] : [say.glance.outcomes[temperature](say.counted(n))];
    });
}

const compared = (all: readonly Breakdown[]): Breakdown[] =>
  all.filter(({ result }) => result.verdict.basis !== "none");

function countSentence(say: Say, all: readonly Breakdown[]): string {
  const can = compared(all);
  if (can.length === 0) return say.glance.noneComparable(say.counted(all.length));
  const sources = new Set(
    can.map(
      ({ indicator, result }) => result.publishedGaps.find(({ judged }) => judged)?.source ?? indicator.datasets[0],
    ),
  );
  return say.glance.comparable(
    say.count(can.length),
    say.counted(all.length),
    outcomes(say, can),
    say.counted(sources.size),
  );
}

type Way = "narrower" | "wider";

interface Mover {
  b: Breakdown;
  since: string;
  until: string;
  type: "absolute" | "relative";
  from: number;
  to: number;
  /** Whether the other gap did not clearly move. */
  alone: boolean;
  /** Of where it started; null where a share would mislead. */
  share: number | null;
  mayBeChance: boolean;
}

/** What the two groups at the ends of a ladder differed by, then and now; null where that did not go the same way. */
function endGroupsGap(b: Breakdown, { since, until }: { since: string; until: string }, way: Way) {
  if (b.dimension.type !== "ordered") return null;
  const [from, to] = [since, until].map((label) => {
    const { measures } = b.result.periods.find(({ period }) => period.label === label) ?? { measures: [] };
    const outcome = measures.find(({ measure }) => measure === "d")?.outcome;
    return outcome === undefined || isMissing(outcome) ? null : outcome.oriented.value;
  }) as [number | null, number | null];
  if (from === null || to === null || from <= 0 || to <= 0) return null;
  return to < from === (way === "narrower") ? { from, to } : null;
}

/** The gap of a comparison that clearly went one way: the absolute one, else the relative. None where the other went the other way. */
function moverOf(b: Breakdown, way: Way): Mover[] {
  const { verdict, notes } = b.result;
  const rests = restsOn(b);
  if (rests === null || verdict.temperature === "mixed") return [];
  const type = verdict.absolute === way ? "absolute" : verdict.relative === way ? "relative" : null;
  const moved = type && judgedGap(b, type);
  if (type === null || moved === null) return [];
  const move = moveOf(b);
  const ofGroups = type === "absolute" && verdict.basis === "since-baseline" ? endGroupsGap(b, rests, way) : null;
  // Of a gap that turned round no share says anything.
  const isShare = type === "absolute" && verdict.basis !== "trend" && isMove(move) && moved.from * moved.to >= 0;
  return [
    {
      b,
      since: rests.since,
      until: rests.until,
      type,
      from: (ofGroups ?? moved).from,
      to: (ofGroups ?? moved).to,
      alone: verdict.absolute !== verdict.relative,
      share: ofGroups !== null ? Math.abs(ofGroups.to / ofGroups.from - 1) : isShare ? Math.abs(move.gap.value) : null,
      mayBeChance: notes.some(({ id }) => id === "may-be-chance"),
    },
  ];
}

/** Gaps between places say less of who is worse off than those between people. */
const isOfPlaces = ({ b }: Mover): boolean => b.dimension.characteristic === null;

const moversOf = (all: readonly Breakdown[], way: Way): Mover[] =>
  all
    .flatMap((b) => moverOf(b, way))
    .sort(
      (a, c) =>
        Number(a.mayBeChance) - Number(c.mayBeChance) ||
        Number(isOfPlaces(a)) - Number(isOfPlaces(c)) ||
        Number(a.alone) - Number(c.alone) ||
        (c.share ?? -1) - (a.share ?? -1),
    );

function sizeOf({ b, type, from, to, share, since, until }: Mover, way: Way): string {
  const { size } = b.say.glance;
  if (share !== null && share < 1) return size.share(way, shareWords(b.say, share), since, until);
  if (share !== null && way === "wider") return size.times(b.say.number(1 + share, 1), since, until);
  const gap = b.latest[type];
  const unit = isMissing(gap) ? "" : gapUnit(gap);
  const places = isMissing(gap) ? 1 : digits(gap.oriented, unit);
  const [first, last] = [from, to].map((value) => b.say.quantity(value, unit, places)) as [string, string];
  const { basis } = b.result.verdict;
  return (basis === "trend" ? size.trend : size.from)({ from: first, to: last }, since, until);
}

/** Whether a gap is known to have moved by the largest share of all. */
const isGreatest = ({ share }: Mover, movers: readonly Mover[]): boolean =>
  share !== null && movers.every((one) => one.share !== null && one.share <= share);

function moverSentence({ glance }: Say, all: readonly Breakdown[], way: Way): string {
  const movers = moversOf(all, way);
  const [first] = movers;
  if (first === undefined)
    return glance.noMover(
      way,
      all.some(({ result }) => result.verdict.temperature === "mixed"),
    );
  const { overall, levellingDown } = first.b.result.verdict;
  return glance.mover({
    way,
    among: movers.length === 1 ? "only" : isGreatest(first, movers) ? "most" : "several",
    only: first.alone ? first.type : null,
    name: glance.within(nameOf(first.b)),
    size: sizeOf(first, way),
    level: levellingDown ? "levelling-down" : overall,
    of: levelOf(first.b),
    mayBeChance: first.mayBeChance,
  });
}

/** What has changed: three sentences, always. */
export function changedSentences(results: Publishable): [string, string, string] {
  const say = sayIn(results);
  const all = countedOnce(results);
  return compared(all).length > 0
    ? [countSentence(say, all), moverSentence(say, all, "narrower"), moverSentence(say, all, "wider")]
    : [countSentence(say, all), say.glance.needed, say.glance.below];
}

export function stripCaption(results: Publishable): string {
  const { glance, counted } = sayIn(results);
  return glance.strip(counted(countedOnce(results).length));
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
