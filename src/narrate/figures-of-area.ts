import { digits } from "../catalogue/format.ts";
import { type Say, sayIn } from "../catalogue/say.ts";
import { type Clarity, clarities } from "../catalogue/vocabulary.ts";
import type { Limits } from "../model.ts";
import { isMissing } from "../reasons-and-notes.ts";
import type { IndicatorResult, Publishable } from "../results/results.ts";
import { type Breakdown, breakdownsOf, withNames } from "./breakdown.ts";
import { earlierOf } from "./earlier.ts";
import { isPlainAverage } from "./level.ts";
import type { AreaProfile } from "./profiles.ts";
import { type Placed, placeOf } from "./rank.ts";
import { countsOf, type Profile, type Standing, wholeOf } from "./standing.ts";

/** What the page of an area says of each of its figures. */

/** A figure in people: 9.4 in 100; any other unit as it is. */
export const inPeople = (
  say: Say,
  { unit }: Pick<IndicatorResult, "unit">,
  { value, places }: { value: number; places: number },
): string => (unit === "%" ? say.areas.inHundred(say.number(value, places)) : say.quantity(value, unit, places));

/** Whom a share is of, where its unit does not say so. */
export const whomOf = ({ unit, sentence }: IndicatorResult): string | null => (unit === "%" ? sentence.people : null);

/** One figure among those of all areas, for a line on which each has its place. */
export interface Strip {
  /** From 0, the lowest of all, to 1. */
  others: number[];
  own: number;
  place: number | null;
  lowest: string;
  highest: string;
}

/** How far an area is from the whole place, as a share of the distance from the lowest area to the highest. */
export const distanceOf = ({ own, place }: Strip): number => (place === null ? 0 : Math.abs(own - place));

export interface AreaFigure {
  standing: Standing;
  own: string;
  whom: string | null;
  period: string;
  place: string | null;
  fifth: { name: string; figure: string; isMedian: boolean } | null;
  /** The topic that this one is a part of, where the area has a figure of both. */
  partOf: string | null;
  rank: Placed | null;
  strip: Strip | null;
  earlier: { period: string; own: string; place: string | null; values: number[] } | null;
  now: number[];
}

/** The list that a figure stands in: what is part of another measure stands in one of its own, as the counts leave it out. */
export type Listed = Clarity | "nested";
export const lists: readonly Listed[] = [...clarities, "nested"];
export const listedAs = ({ standing, partOf }: Pick<AreaFigure, "standing" | "partOf">): Listed =>
  partOf === null ? standing.clarity : "nested";

type AsText = (figure: Pick<Limits, "value">) => string;

/** The figures of an area, those furthest from the whole place first. */
export function areaFigures(results: Publishable, { area, profile }: AreaProfile): AreaFigure[] {
  return profile.standings
    .map((standing) => ({
      ...figureOf(results, area, standing),
      partOf: wholeOf(profile, standing)?.title ?? null,
    }))
    .sort((a, b) => (b.strip === null ? 0 : distanceOf(b.strip)) - (a.strip === null ? 0 : distanceOf(a.strip)));
}

function figureOf(results: Publishable, area: AreaProfile["area"], standing: Standing): Omit<AreaFigure, "partOf"> {
  const { b, estimate } = standing;
  const { indicator, latest, say } = b;
  const level = levelIn(b);
  const earlier = earlierOf(standing);
  const then = b.result.periods.find(({ period }) => period.label === earlier?.period.label);
  const levelThen = then === undefined ? null : levelIn({ ...b, latest: then });
  // What stands side by side has the digits of the area's own figure.
  const places = digits(estimate, indicator.unit);
  const text: AsText = ({ value }) => inPeople(say, indicator, { value, places });
  return {
    standing,
    own: text(estimate),
    whom: whomOf(indicator),
    period: latest.period.label,
    place: level && text(level),
    fifth: fifthOf(results, area, { b, text }),
    rank: placeOf(standing, area.ranks),
    strip: stripOf(standing, level, text),
    earlier: earlier && {
      period: earlier.period.label,
      own: text(earlier.estimate),
      place: levelThen && text(levelThen),
      values: [earlier.estimate, levelThen].flatMap((one) => (one === null ? [] : [one.value])),
    },
    now: [estimate, level].flatMap((one) => (one === null ? [] : [one.value])),
  };
}

/** The figure of the whole place; a plain average of areas is none. */
function levelIn(b: Breakdown): Limits | null {
  const { overall } = b.latest;
  return isMissing(overall) || isPlainAverage(b) ? null : overall;
}

function stripOf({ b, estimate }: Standing, level: Limits | null, text: AsText): Strip | null {
  const shown = b.latest.groups.flatMap((group) => (isMissing(group.estimate) ? [] : [group.estimate]));
  const sorted = [...shown].sort((a, c) => a.value - c.value);
  const [low, high] = [sorted[0], sorted.at(-1)];
  if (low === undefined || high === undefined || high.value <= low.value) return null;
  const at = ({ value }: Limits): number => (value - low.value) / (high.value - low.value);
  return {
    others: sorted.map(at),
    own: at(estimate),
    place: level && at(level),
    lowest: text(low),
    highest: text(high),
  };
}

/** The figure of the areas that are as deprived: that of the group, else the middle one of its areas. */
function fifthOf(
  results: Publishable,
  { dimension: own, quantiles }: AreaProfile["area"],
  { b, text }: { b: Breakdown; text: AsText },
): AreaFigure["fifth"] {
  const others = breakdownsOf(results, b.indicator);
  for (const { dimension, group } of quantiles) {
    const ranked = results.dimensions.find(({ id }) => id === dimension);
    const found = ranked && withNames(b.say, ranked).groups.find(({ id }) => id === group);
    if (found === undefined) continue;
    const { phrase: name, label } = found;
    const period = others
      .find((one) => one.dimension.id === dimension)
      ?.result.periods.find((one) => one.period.label === b.latest.period.label);
    const estimate = period?.groups.find(({ id }) => id === group)?.estimate;
    if (estimate !== undefined && !isMissing(estimate)) return { name, figure: text(estimate), isMedian: false };
    const alike = new Set(
      results.areas
        .filter(
          (one) => one.dimension === own && one.quantiles.some((q) => q.dimension === dimension && q.group === group),
        )
        .map((one) => one.group),
    );
    const values = b.latest.groups
      .flatMap(({ id, estimate }) => (alike.has(id) && !isMissing(estimate) ? [estimate.value] : []))
      .sort((x, y) => x - y);
    const [below, above] = [values[Math.floor((values.length - 1) / 2)], values[Math.floor(values.length / 2)]];
    if (below !== undefined && above !== undefined && values.length >= 3) {
      return { name: label, figure: text({ value: (below + above) / 2 }), isMedian: true };
    }
  }
  return null;
}

/** A range of more than this part of all places says no more than that the place is unknown. */
const wide = 3 / 4;

/** Rank in words: exactly, with who shares it, and how far chance might move it. */
export function rankSentences({ standing: { b, clarity }, rank }: AreaFigure): string[] {
  const { areas, count, percent } = b.say;
  if (clarity === "modelled") return [areas.modelledRank];
  if (rank === null) return [];
  const isSure = clarity === "worse" || clarity === "better" || clarity === "different";
  const words = areas.rank(
    { place: rank.place, end: rank.end, ties: rank.ties > 0 ? b.say.countInWords(rank.ties + 1) : null },
    count(rank.of),
    b.results.place.areas,
  );
  const { range } = rank;
  const level = percent(b.results.method.confidence);
  const doubt =
    range === null
      ? areas.noRange
      : range.first === range.last
        ? areas.sureRank(level)
        : range.last - range.first + 1 > wide * rank.of
          ? areas.unknownRank
          : areas.range(level, range.first, range.last, rank.end);
  return [words, isSure || range === null ? doubt : `${areas.notTold(b.results.place.name)} ${doubt}`];
}

/** The same in a few words. */
export const rankInBrief = (say: Say, { place, end, ties, of }: Placed, areas: string): string =>
  say.areas.briefRank({ place, end, ties: ties > 0 ? say.countInWords(ties + 1) : null }, say.count(of), areas);

/** What the figures of an area come to; the parts of each count add up to it. */
export function areaAnswer(say: Say, profile: Profile, name: string, place: string): string {
  const { areas, count, counted } = say;
  if (profile.standings.length === 0) return areas.nothing(name);
  const counts = countsOf(profile);
  const some = (n: number): string | null => (n === 0 ? null : count(n));
  const { judged, others, different, otherUntested, modelled, nested } = counts;
  return [
    judged === 0
      ? null
      : areas.judged({ name, place }, counted(judged), {
          worse: some(counts.worse),
          better: some(counts.better),
          close: some(counts.close),
          untested: some(counts.judgedUntested),
        }),
    others === 0
      ? null
      : areas.others(
          judged === 0 ? name : null,
          counted(others),
          { n: different, text: count(different) },
          some(otherUntested),
        ),
    modelled + nested === 0 ? null : areas.notCounted(some(modelled), some(nested)),
  ]
    .filter((text) => text !== null)
    .join(" ");
}

/** How many topics of the report have no figure for areas of this kind, and the themes of which none has; null where all have. */
export function withoutFigures(results: Publishable, { area: { dimension }, one }: AreaProfile): string | null {
  const say = sayIn(results);
  const topics = results.indicators.filter(({ partOf }) => partOf === null);
  const has = ({ dimensions }: IndicatorResult): boolean => dimensions.some((by) => by.dimension === dimension);
  const none = topics.filter((topic) => !has(topic));
  if (none.length === 0) return null;
  const themes = results.themes.filter(
    ({ id }) => none.some(({ theme }) => theme === id) && !topics.some((topic) => topic.theme === id && has(topic)),
  );
  return say.areas.withoutFigures(
    say.counted(none.length),
    one,
    themes.map(({ title }) => title),
  );
}

/** Whether figures of an area leave age out of account. */
export const isCrude = ({ standings }: Profile): boolean =>
  standings.some(({ b }) => b.indicator.kind === "proportion" || b.indicator.kind === "rate");
