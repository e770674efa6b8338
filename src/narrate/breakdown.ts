import { type Say, sayIn } from "../catalogue/say.ts";
import { type Gap, groupsAre, turnedAs } from "../model.ts";
import { isMissing } from "../reasons-and-notes.ts";
import type {
  DimensionResult,
  IndicatorResult,
  PeriodResult,
  Publishable,
  PublishedDimension,
} from "../results/results.ts";

/** One indicator broken down by one dimension, with what is needed to speak of it. */
export interface Breakdown {
  results: Publishable;
  /** The words of the report's language. */
  say: Say;
  indicator: IndicatorResult;
  dimension: PublishedDimension;
  result: DimensionResult;
  /** The newest period, which the report speaks of first. */
  latest: PeriodResult;
  /** Names its charts and its place on the page. */
  name: string;
}

/** The breakdowns of an indicator that have figures up to the reporting year. */
export function breakdownsOf(results: Publishable, indicator: IndicatorResult): Breakdown[] {
  const { place } = results;
  const own = indicator.place === null ? results : { ...results, place: { ...place, name: indicator.place } };
  return indicator.dimensions.flatMap((result) => {
    const dimension = results.dimensions.find(({ id }) => id === result.dimension);
    if (dimension === undefined) throw new Error(`${indicator.id} by ${result.dimension}: no such dimension`);
    const latest = result.periods.at(-1);
    if (latest === undefined) return [];
    const name = `${indicator.id}--${result.dimension}`;
    const say = sayIn(results);
    return [{ results: own, say, indicator, dimension: withNames(say, dimension), result, latest, name }];
  });
}

/** A label that is a bare number says nothing beside figures: it is a step of so many. */
export function withNames(say: Say, dimension: PublishedDimension): PublishedDimension {
  const { groups, type } = dimension;
  const isBare = ({ label }: { label: string }): boolean => /^\d+$/.test(label);
  if (type !== "ordered" || !groups.some(isBare)) return dimension;
  const named = groups.map((group) =>
    isBare(group) ? { ...group, label: say.groups.step(group.label, say.count(groups.length)) } : group,
  );
  return { ...dimension, groups: named };
}

const groupOf = (b: Breakdown, id: string) => b.dimension.groups.find((group) => group.id === id);
export const groupLabel = (b: Breakdown, id: string): string => groupOf(b, id)?.label ?? id;
export const groupName = (b: Breakdown, id: string): string => groupOf(b, id)?.phrase ?? id;
export const groupPhrase = (b: Breakdown, id: string): string =>
  b.say.groups.where(b.dimension.preposition, groupName(b, id));

/** The two sides that an ordered dimension or a pair compares. */
export function sides(b: Breakdown): { disadvantaged: string; advantaged: string } | null {
  const { disadvantaged, advantaged } = b.result;
  return disadvantaged === null || advantaged === null ? null : { disadvantaged, advantaged };
}

/** Whether the disadvantaged side has the higher figure, given its oriented absolute gap. */
export const isHigherWhenWorse = (b: Breakdown): boolean => turnedAs(b.indicator.better) === "lower";

/** Whether figures are told as higher or lower, and never as better or worse: of conditions, and of events done to people. */
export const isNeutral = ({ indicator: { better, sentence } }: Breakdown): boolean =>
  better === "neither" || sentence.events;

/** Gaps of one type over time, in order. */
export function gapsOf(b: Breakdown, type: "absolute" | "relative"): { period: PeriodResult; gap: Gap }[] {
  return b.result.periods.flatMap((period) => {
    const gap = period[type];
    return isMissing(gap) ? [] : [{ period, gap }];
  });
}

/** Whether the groups are areas. */
export const isOfAreas = ({ dimension }: Breakdown): boolean => groupsAre[dimension.by] === "areas";
