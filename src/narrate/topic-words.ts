import { digits } from "../catalogue/format.ts";
import type { GapDirection, Limits } from "../model.ts";
import { isMissing } from "../reasons-and-notes.ts";
import type { PeriodResult } from "../results/results.ts";
import { type Breakdown, isNeutral } from "./breakdown.ts";
import { because, isUnordered } from "./state.ts";
import {
  bothOf,
  endsOf,
  estimateOf,
  figureOf,
  isCounted,
  peopleFigure,
  publishedSpan,
  spanOf,
  worstElsewhere,
} from "./topic-ends.ts";
import { stateOf } from "./topics.ts";

/** Each part of a topic's row in words: what became of it, the gap now, its change, how sure, and another place. */

/** What became of the gap, in a few words. */
export function stateWords(b: Breakdown): string {
  const { answers } = b.say;
  const state = stateOf(b);
  const { absolute, relative } = b.result.verdict;
  const moved = state === "larger" ? "wider" : "narrower";
  const isOne = (state === "larger" || state === "smaller") && absolute !== relative;
  const words = `${answers.states[state]}${isOne ? answers.inOne(absolute === moved ? "absolute" : "relative") : ""}`;
  return isNeutral(b) ? answers.difference(words) : words;
}

/** A published gap with its unit, to as many digits as are published. */
const published = ({ say }: Breakdown, value: number, unit: string): string => say.quantity(value, unit, 1);

/** The time that the gap now is of. */
export function nowOf(b: Breakdown): string {
  const span = publishedSpan(b) === null ? null : spanOf(b);
  return span?.until ?? b.latest.period.label;
}

/** The gap now, in figures of groups. */
export function gapNow(b: Breakdown): string[] {
  const { gap: words } = b.say.answers;
  const span = publishedSpan(b);
  const told = groupFigures(b);
  if (span !== null)
    return [
      words.published(nowOf(b), published(b, span.until, span.unit)),
      words.older(b.latest.period.label),
      ...told,
    ];
  const { absolute } = b.latest;
  return isMissing(absolute) ? [...told, words.none(because(b, absolute))] : told;
}

function groupFigures(b: Breakdown): string[] {
  const { gap: words } = b.say.answers;
  const ends = endsOf(b);
  if (ends === null) return [];
  const { first, second, places } = bothOf(b, ends);
  const own =
    ends.extremes === null ? undefined : b.dimension.groups.find(({ label }) => label === b.results.place.name);
  const ownFigure = own === undefined ? null : estimateOf(b.latest, own.id);
  const elsewhere = worstElsewhere(b);
  return [
    ends.extremes === null ? words.sides(first, second) : words.extremes(first, second, ends.extremes.larger),
    elsewhere === null ? null : words.elsewhere(elsewhere.way, figureOf(b, elsewhere, { brief: true, places })),
    ownFigure === null
      ? null
      : words.own(b.results.place.name, peopleFigure(b, ownFigure.value, { brief: true, places })),
  ].filter((text) => text !== null);
}

/** What two groups differ by in a period, as a number of the unit or as a ratio; null where that is nothing or the other way round. */
function apart({ measures }: PeriodResult, id: "d" | "r"): Limits | null {
  const outcome = measures.find(({ measure }) => measure === id)?.outcome;
  if (outcome === undefined || isMissing(outcome)) return null;
  return outcome.oriented.value > (id === "r" ? 1 : 0) ? outcome.oriented : null;
}

/** The change of each gap: what the two groups differed by then and now where that goes the way of the verdict, and whether it is clear. */
export function changeWords(b: Breakdown): string[] {
  const { change: words } = b.say.answers;
  const { verdict, periods } = b.result;
  const span = spanOf(b);
  if (verdict.basis === "none" || span === null) return [];
  const [then, now] = [span.since, span.until].map((label) => periods.find(({ period }) => period.label === label));
  const told = (["absolute", "relative"] as const).flatMap((type) => {
    const direction = verdict[type];
    const values = valuesOf(b, type, then, now);
    const isOther = values !== null && isAgainst(direction, values);
    return direction === "not-compared" ? [] : [{ type, direction, values: isOther ? null : values }];
  });
  const isPair = b.dimension.type === "pair";
  const [first, second] = told;
  if (first && second && first.direction === second.direction && first.values === null && second.values === null)
    return [words.alike(first.direction, isPair)];
  return told.map(({ type, direction, values }) =>
    words.told(
      words.kind[type],
      values === null
        ? (isPair ? words.bare : words.overAll)(direction)
        : verdict.basis === "trend" && !isPair
          ? words.byLine(direction)
          : words.of(values.was, values.is, direction, lineOf(b, type, values)),
    ),
  );
}

/** The ends of the line that two groups' gap is tested on; null where it is tested on two times. */
function lineOf(b: Breakdown, type: "absolute" | "relative", { text }: Values): { from: string; to: string } | null {
  const trend = b.result.trends[type];
  return isMissing(trend) || !trend.decides ? null : { from: text(trend.from), to: text(trend.to) };
}

/** What a line through several times was fitted to, where a verdict rests on one. */
function fittedWords(b: Breakdown): string | null {
  const { trends, verdict } = b.result;
  const line = [trends.absolute, trends.relative].find((one) => !isMissing(one) && one.decides);
  if (verdict.basis !== "trend" || line === undefined || isMissing(line)) return null;
  const { periods } = line;
  return b.say.answers.sure.overLine(b.say.counted(periods.length), periods[0] ?? "", periods.at(-1) ?? "");
}

interface Values {
  from: number;
  to: number;
  was: string;
  is: string;
  /** A number of the same kind in the same digits. */
  text: (value: number) => string;
}

/** What the two groups differed by then and now. */
function valuesOf(
  b: Breakdown,
  type: "absolute" | "relative",
  then: PeriodResult | undefined,
  now: PeriodResult | undefined,
): Values | null {
  const { say } = b;
  const span = publishedSpan(b);
  if (span !== null) {
    if (type === "relative") return null;
    const text = (value: number): string => published(b, value, span.unit);
    return { from: span.since, to: span.until, was: text(span.since), is: text(span.until), text };
  }
  // Of groups without sides the spread of all is judged, and no two groups stand for it.
  if (isUnordered(b)) return null;
  const id = type === "absolute" ? "d" : "r";
  const [from, to] = [then, now].map((period) => (period === undefined ? null : apart(period, id))) as [
    Limits | null,
    Limits | null,
  ];
  if (from === null || to === null) return null;
  const places = Math.min(1, ...[from, to].map((one) => digits(one, b.indicator.unit)));
  const text = (value: number): string =>
    type === "relative" ? say.answers.change.times(say.number(value, 1)) : say.number(value, places);
  return { from: from.value, to: to.value, was: text(from.value), is: text(to.value), text };
}

/** The difference of the two groups then and now, where it went as the verdict says of the difference; null where not. */
export function apartThenNow(b: Breakdown): Pick<Values, "was" | "is"> | null {
  const direction = b.result.verdict.absolute;
  const span = spanOf(b);
  if (span === null || (direction !== "narrower" && direction !== "wider")) return null;
  const [then, now] = [span.since, span.until].map((label) =>
    b.result.periods.find(({ period }) => period.label === label),
  );
  const values = valuesOf(b, "absolute", then, now);
  if (values === null || isAgainst(direction, values) || publishedSpan(b) !== null) return null;
  return { was: values.was, is: b.say.answers.figure(values.is, b.indicator.unit, null, isCounted(b.indicator)) };
}

/** Whether two groups went against what all groups together did. */
const isAgainst = (direction: GapDirection, { from, to }: Values): boolean =>
  (direction === "wider" && to <= from) || (direction === "narrower" && to >= from);

/** How sure: the gap itself, its change, and what that rests on. */
export function sureWords(b: Breakdown): string[] {
  const { sure: words } = b.say.answers;
  const { absolute } = b.latest;
  const gap = isMissing(absolute)
    ? null
    : absolute.clear === null || publishedSpan(b) !== null
      ? words.gap.untested
      : absolute.clear
        ? words.gap.clear
        : words.gap.chance;
  const { verdict, notes, change } = b.result;
  const depends = [verdict.absolute, verdict.relative].includes("depends") && verdict.id !== "depends";
  const tested = isMissing(change) || isMissing(change.absolute) ? null : change.absolute;
  const turned = tested?.turned ?? null;
  const span = spanOf(b);
  return [
    gap,
    b.indicator.modelled ? words.modelled : null,
    changeSure(b),
    depends ? words.change.depends(dependsOn(b)) : null,
    words.basis[verdict.basis],
    fittedWords(b),
    verdict.basis === "since-baseline" && b.dimension.type === "ordered" ? words.overGroups : null,
    turned === null || span === null ? null : b.say.change.turned(tested?.direction === "narrower", span.since, turned),
    verdict.levellingDown ? b.say.verdict.levellingDown : null,
    notes.some(({ id }) => id === "may-be-chance") ? words.mayBeChance : null,
  ].filter((text) => text !== null && text !== "") as string[];
}

function changeSure(b: Breakdown): string {
  const { change: words } = b.say.answers.sure;
  const { verdict } = b.result;
  const { absolute, relative } = verdict;
  const isClear = (direction: GapDirection): boolean => direction === "narrower" || direction === "wider";
  if (verdict.because !== null) return words.untested(verdict.because);
  if (isClear(absolute) && isClear(relative)) return absolute === relative ? words.both : words.opposite;
  if (isClear(absolute)) return words.one("absolute", relative);
  if (isClear(relative)) return words.one("relative", absolute);
  const all = [absolute, relative].filter((direction) => direction !== "not-compared");
  if (all.every((direction) => direction === "little-changed")) return words.same;
  if (all.includes("little-changed") && all.includes("cannot-tell"))
    return words.partly(absolute === "little-changed" ? "absolute" : "relative");
  return all.includes("depends") ? words.depends(dependsOn(b)) : words.chance;
}

/** What the direction of a gap hangs on, where it hangs on something. */
function dependsOn({ result: { change } }: Breakdown): "baseline" | "framing" | null {
  const gaps = isMissing(change) ? [] : [change.absolute, change.relative];
  return gaps.flatMap((gap) => (isMissing(gap) ? [] : (gap.depends ?? [])))[0] ?? null;
}

/** The same gap in the first of the other places, or that there is no figure; null where the project names no other places. */
export function besideWords(b: Breakdown): { place: string; told: string[] } | null {
  const { beside: words } = b.say.answers;
  const first = b.results.comparators?.places[0];
  if (first === undefined) return null;
  const { id, title } = first;
  const own = b.results.place.name;
  const elsewhere = b.result.publishedElsewhere.find(({ places }) => places.some(({ place }) => place === id));
  const theirs = elsewhere?.places.find(({ place }) => place === id)?.value;
  if (elsewhere !== undefined && theirs !== undefined) {
    const told = [theirs, elsewhere.own].map((value) => published(b, value, elsewhere.unit)) as [string, string];
    return {
      place: title,
      told: [words.gaps(elsewhere.period, title, told[0], own, told[1]), words.notTested, elsewhere.note].filter(
        (text) => text !== "",
      ),
    };
  }
  const compared = b.result.comparators.find(({ place }) => place === id);
  const { absolute } = b.latest;
  if (compared !== undefined && !isMissing(compared.absolute.gap) && !isMissing(absolute)) {
    const { gap } = compared.absolute;
    const places = Math.min(1, ...[gap, absolute.oriented].map((one) => digits(one, b.indicator.unit)));
    const [there, here] = [gap, absolute.oriented].map((one) => gapIn(b, one.value, places)) as [string, string];
    const { relative } = b.latest;
    const theirRatio =
      isMissing(compared.relative.gap) || isMissing(relative) || relative.atEquality !== 1
        ? null
        : compared.relative.gap;
    const points = besideWay(compared.absolute.clear, absolute.oriented.value - gap.value);
    if (theirRatio === null || isMissing(relative))
      return { place: title, told: [words.gaps(compared.period, title, there, own, here), words.told(points, points)] };
    const ratio = besideWay(compared.relative.clear, relative.oriented.value - theirRatio.value);
    const [thereBoth, hereBoth] = [
      words.both(there, b.say.number(theirRatio.value, 1)),
      words.both(here, b.say.number(relative.oriented.value, 1)),
    ] as const;
    return {
      place: title,
      told: [words.gaps(compared.period, title, thereBoth, own, hereBoth), words.told(points, ratio)],
    };
  }
  const isSide = b.dimension.groups.some(({ label }) => label === title);
  return { place: title, told: [isSide ? words.isSide(title) : words.none(title)] };
}

/** What is known of how a gap lies beside that of another place. */
const besideWay = (clear: boolean | null, difference: number): "larger" | "smaller" | "chance" | "untested" =>
  clear === null ? "untested" : !clear ? "chance" : difference > 0 ? "larger" : "smaller";

const gapIn = ({ say, indicator }: Breakdown, value: number, places: number): string =>
  say.answers.figure(say.number(value, places), indicator.unit, null, isCounted(indicator));

/** The two groups, or the published gap, at the later time and at the earlier one, in one sentence; null where nothing can be named. */
export function carrying(b: Breakdown): string | null {
  const { answers } = b.say;
  const span = spanOf(b);
  const gaps = publishedSpan(b);
  if (span !== null && gaps !== null) {
    const [was, is] = [gaps.since, gaps.until].map((value) => published(b, value, gaps.unit)) as [string, string];
    return answers.carryingPublished(span.until, is, span.since, was);
  }
  const ends = endsOf(b);
  if (ends === null) return null;
  const { first, second, places } = bothOf(b, ends);
  const { label } = b.latest.period;
  const before = b.result.periods.find(({ period }) => period.label === span?.since && period.label !== label);
  const [was, wasToo] = [ends.first, ends.second].map(({ id }) => before && estimateOf(before, id));
  const figure = ({ value }: Limits): string => peopleFigure(b, value, { brief: true, places });
  const pair =
    before === undefined || was == null || wasToo == null
      ? null
      : { period: before.period.label, first: figure(was), second: figure(wasToo) };
  return answers.carrying(first, second, label, pair);
}
