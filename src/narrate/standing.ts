import { type Clarity, clarities } from "../catalogue/vocabulary.ts";
import { editionOf, type Limits, turnedAs } from "../model.ts";
import { isMissing } from "../reasons-and-notes.ts";
import type { Area, Community, IndicatorResult, PeriodResult, Publishable } from "../results/results.ts";
import { type Breakdown, breakdownsOf, isNeutral, sides } from "./breakdown.ts";
import { isPlainAverage } from "./level.ts";
import { because } from "./state.ts";

/** Whom a group is compared with: all the others together, the other side of a pair, or the place as a whole. */
export interface Against {
  whom: "rest" | "side" | "place";
  level: number;
  /** Positive when the group is worse off. */
  difference: Limits;
  adjustedP: number | null;
  /** Whether the difference is more than chance; null where it is not tested. */
  clear: boolean | null;
}

/** One group in one breakdown: its newest figure, beside others. */
export interface Standing {
  b: Breakdown;
  group: string;
  estimate: Limits;
  against: Against;
  clarity: Clarity;
}

/** A level with nothing to compare: of an indicator that counts one community alone, or of a group beside others of unknown size. */
export interface Level {
  b: Breakdown;
  group: string | null;
  level: Limits;
}

/** What the report can say of some people or some area, and of what it has no figure. */
export interface Profile {
  standings: Standing[];
  levels: Level[];
  without: { indicator: IndicatorResult; b: Breakdown | null; why: string | null }[];
}

/** The indicators that have a figure for them. */
export const indicatorsIn = ({ standings, levels }: Profile): IndicatorResult[] => [
  ...new Set([...standings, ...levels].map(({ b }) => b.indicator)),
];

export const communityProfile = (results: Publishable, { groups, indicators }: Community): Profile =>
  profile(results, groups, indicators);

export const areaProfile = (results: Publishable, { dimension, group }: Area): Profile =>
  profile(results, [{ dimension, group }], []);

function profile(results: Publishable, groups: Community["groups"], alone: readonly string[]): Profile {
  const made: Profile = { standings: [], levels: [], without: [] };
  for (const indicator of results.indicators) {
    const breakdowns = breakdownsOf(results, indicator);
    const found = groups.flatMap(({ dimension, group }) => {
      const b = breakdowns.find((one) => one.dimension.id === dimension);
      return b === undefined ? [] : [{ b, group }];
    });
    const shown = found.flatMap(({ b, group }) => standingOf(b, group) ?? [])[0];
    const level = found.flatMap(({ b, group }) => loneLevel(b, group) ?? [])[0] ?? aloneLevel(breakdowns, alone);
    if (shown !== undefined) made.standings.push(shown);
    else if (level !== null) made.levels.push(level);
    else {
      const [first] = found;
      const estimate = first?.b.latest.groups.find(({ id }) => id === first.group)?.estimate;
      const why =
        first !== undefined && estimate !== undefined && isMissing(estimate) ? because(first.b, estimate) : null;
      made.without.push({ indicator, b: first?.b ?? null, why });
    }
  }
  return { ...made, standings: made.standings.sort(clearestFirst) };
}

function aloneLevel(breakdowns: readonly Breakdown[], alone: readonly string[]): Level | null {
  for (const b of breakdowns)
    if (alone.includes(b.indicator.id) && !isMissing(b.latest.overall))
      return { b, group: null, level: b.latest.overall };
  return null;
}

/** A group that has a figure, and nothing beside it. */
function loneLevel(b: Breakdown, group: string): Level | null {
  const estimate = b.latest.groups.find(({ id }) => id === group)?.estimate;
  return estimate === undefined || isMissing(estimate) ? null : { b, group, level: estimate };
}

/** A group beside others in the newest period; null where it has no figure or nothing stands beside it. */
function standingOf(b: Breakdown, group: string): Standing | null {
  const estimate = b.latest.groups.find(({ id }) => id === group)?.estimate;
  if (estimate === undefined || isMissing(estimate)) return null;
  const against = againstOthers(b, group) ?? againstSide(b, group) ?? againstPlace(b, estimate);
  if (against === null) return null;
  const clarity = b.indicator.modelled ? "modelled" : isNeutral(b) ? plainClarityOf(against) : clarityOf(against);
  return { b, group, estimate, against, clarity };
}

function againstOthers({ latest }: Breakdown, group: string): Against | null {
  const found = latest.who.find((one) => one.group === group);
  if (found === undefined) return null;
  return {
    whom: whomIn(found),
    level: found.level,
    difference: found.difference,
    adjustedP: found.adjustedP,
    clear: found.clear,
  };
}

/** The published level of everyone is that of the place. */
export const whomIn = ({ against }: PeriodResult["who"][number]): Against["whom"] =>
  against === "overall" ? "place" : "rest";

/** A side of a pair beside the other one. */
export function againstSide(b: Breakdown, group: string): Against | null {
  const pair = b.dimension.type === "pair" ? sides(b) : null;
  const gap = b.latest.absolute;
  if (pair === null || isMissing(gap)) return null;
  const isDisadvantaged = pair.disadvantaged === group;
  const other = isDisadvantaged ? pair.advantaged : pair.disadvantaged;
  const level = b.latest.groups.find(({ id }) => id === other)?.estimate;
  if (level === undefined || isMissing(level)) return null;
  const difference = isDisadvantaged ? gap.oriented : turned(gap.oriented);
  return { whom: "side", level: level.value, difference, adjustedP: null, clear: gap.clear };
}

function againstPlace(b: Breakdown, { value }: Limits): Against | null {
  const { indicator, latest } = b;
  const { overall } = latest;
  if (isMissing(overall) || (isPlainAverage(b) && editionOf(b.results) === 2)) return null;
  const above = value - overall.value;
  const worse = turnedAs(indicator.better) === "lower" ? above : -above;
  return {
    whom: "place",
    level: overall.value,
    difference: { value: worse, lower: null, upper: null },
    adjustedP: null,
    clear: null,
  };
}

const turned = ({ value, lower, upper }: Limits): Limits => ({
  value: -value,
  lower: upper === null ? null : -upper,
  upper: lower === null ? null : -lower,
});

function clarityOf({ difference: { value }, clear }: Against): Clarity {
  if (value === 0) return "unclear";
  if (clear === null) return value > 0 ? "worse-untested" : "better-untested";
  return clear ? (value > 0 ? "worse" : "better") : "unclear";
}

/** Where neither side is better off. */
function plainClarityOf({ difference: { value }, clear }: Against): Clarity {
  if (value === 0) return "unclear";
  return clear === null ? "different-untested" : clear ? "different" : "unclear";
}

function clearestFirst(a: Standing, b: Standing): number {
  const order = clarities.indexOf(a.clarity) - clarities.indexOf(b.clarity);
  return order !== 0 ? order : strength(b.against) - strength(a.against);
}

/** How far a difference stands out: in widths of its interval, else as a share of what it is compared with. */
function strength({ difference: { value, lower, upper }, level }: Against): number {
  const size = lower !== null && upper !== null && upper > lower ? upper - lower : Math.abs(level);
  return size === 0 ? 0 : value / size;
}

/** The indicator among these figures that holds what this one counts too; null where there is none. */
export const wholeOf = (
  { standings }: Pick<Profile, "standings">,
  { b: { indicator } }: Standing,
): IndicatorResult | null => standings.find((one) => one.b.indicator.id === indicator.partOf)?.b.indicator ?? null;

/** How the topics of a profile divide. Each is in one count alone: those that are judged, the others, the modelled, the nested. */
export interface Counts {
  /** Those of which more or less is better: worse, better, close and judgedUntested add up to it. */
  judged: number;
  worse: number;
  better: number;
  close: number;
  judgedUntested: number;
  /** Those of which neither is: different, alike and otherUntested add up to it. */
  others: number;
  different: number;
  alike: number;
  otherUntested: number;
  modelled: number;
  /** What is part of another topic of the same profile. */
  nested: number;
}

export function countsOf(profile: Pick<Profile, "standings">): Counts {
  const counted = profile.standings.filter((one) => wholeOf(profile, one) === null);
  const known = counted.filter(({ clarity }) => clarity !== "modelled");
  const judged = known.filter(({ b }) => !isNeutral(b));
  const others = known.filter(({ b }) => isNeutral(b));
  const n = (of: readonly Standing[], ...kinds: Clarity[]): number =>
    of.filter(({ clarity }) => kinds.includes(clarity)).length;
  return {
    judged: judged.length,
    worse: n(judged, "worse"),
    better: n(judged, "better"),
    close: n(judged, "unclear"),
    judgedUntested: n(judged, "worse-untested", "better-untested"),
    others: others.length,
    different: n(others, "different"),
    alike: n(others, "unclear"),
    otherUntested: n(others, "different-untested"),
    modelled: counted.length - known.length,
    nested: profile.standings.length - counted.length,
  };
}
