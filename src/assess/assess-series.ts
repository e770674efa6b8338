import { orderOf, rankingOf } from "../define/dimension-types.ts";
import { kindRules, lifeTableOf, perOf, scaleOf } from "../define/kinds.ts";
import { europeanStandard } from "../estimate/directly-standardised-rate.ts";
import {
  type EstimatedGroup,
  type EstimatedPeriod,
  estimatePeriod,
  type ObservationRules,
} from "../estimate/estimate-period.ts";
import { roundingVariance } from "../estimate/rounding.ts";
import type { HeadCounted } from "../measure/head-count.ts";
import { type MeasuredPeriod, measurePeriod } from "../measure/period.ts";
import { type LeftOut, type Observation, type Period, turnedAs } from "../model.ts";
import { isMissing } from "../reasons-and-notes.ts";
import { zOf } from "../stats/normal.ts";
import { sumOf } from "../stats/sum.ts";
import type { Series } from "./series.ts";

/** A series estimated and measured. */
export interface Assessed {
  series: Series;
  periods: AssessedPeriod[];
  /** The two that are compared, on the areas that both have; null where they have the same ones. */
  common: { periods: AssessedPeriod[]; leftOut: LeftOut } | null;
}

/** One period of it. */
export interface AssessedPeriod {
  estimated: EstimatedPeriod;
  measured: MeasuredPeriod;
}

/** Estimate and measure one series. */
export function assessSeries(series: Series): Assessed {
  const { indicator, dimension, confidence } = series;
  const { statistic } = indicator;
  const better = turnedAs(indicator.better);
  const z = zOf(confidence);
  const rules = rulesOf(series);
  const all = periodsOf(series.observations);
  const periods = all.flatMap((period) => {
    const inPeriod = (list: readonly Observation[]) => list.filter((one) => one.period.label === period.label);
    const [everyone, together] = [inPeriod(series.everyone)[0], inPeriod(series.pooled)[0]];
    const estimated = estimatePeriod(series.groups, inPeriod(series.observations), everyone, rules, together);
    // A year without any figure is passed over, unless it is the latest: then there is no current gap, and it shows.
    if (period !== all.at(-1) && estimated.groups.every(({ estimate }) => isMissing(estimate))) return [];
    const measured = measurePeriod({
      period,
      edition: series.edition,
      order: orderOf(dimension),
      ranking: rankingOf(dimension) ?? "local",
      better,
      scale: rules.scale,
      per: rules.per,
      unit: statistic.unit,
      z,
      reliableDenominator: series.reliableDenominator,
      reference: "reference" in dimension ? dimension.reference : undefined,
      groups: estimated.groups,
      overall: estimated.overall,
      isEveryoneAGroup: series.withEveryone,
      counted: headCounted(series, estimated.groups),
    });
    return [{ estimated, measured }];
  });
  return { series, periods, common: null };
}

export function rulesOf(series: Series): ObservationRules {
  const { indicator, standard, bands, confidence, edition, joinedBands } = series;
  const { statistic } = indicator;
  const inBands = (people: readonly number[]): readonly number[] =>
    joinedBands?.map((places) => sumOf(places, (place) => people[place]!)) ?? people;
  const firstsOf = (ages: readonly number[]): readonly number[] => joinedBands?.map(([first]) => ages[first!]!) ?? ages;
  const shared = { scale: scaleOf(statistic), per: perOf(statistic), confidence, edition };
  switch (statistic.kind) {
    case "dsr":
      return {
        ...shared,
        kind: statistic.kind,
        standard: inBands(standard ?? europeanStandard(bands)),
      };
    case "smr":
      return { ...shared, kind: statistic.kind, standard: standardOf(series) };
    case "life-expectancy":
    case "healthy-life-expectancy":
      return { ...shared, kind: statistic.kind, startAges: firstsOf(lifeTableOf(bands)), at: statistic.at };
    case "rate":
      return { ...shared, kind: statistic.kind, intervalLevel: confidence, events: indicator.sentence.events };
    case "proportion":
    case "mean":
      return { ...shared, kind: statistic.kind, intervalLevel: confidence };
    case "dsr-as-published":
    case "published":
      return {
        ...shared,
        kind: statistic.kind,
        intervalLevel: statistic.interval_level ?? 0.95,
        rounding: roundingVariance(publishedValues(series)),
      };
  }
}

/** Events and people of the standard, in the bands as they are taken together. */
function standardOf({ standard, standardEvents, joinedBands }: Series): { events: number; people: number }[] {
  const bands = joinedBands ?? (standard ?? []).map((_, place) => [place]);
  const inBands = (counts: readonly number[] | null, places: readonly number[]): number =>
    sumOf(places, (place) => counts![place]!);
  return bands.map((places) => ({ events: inBands(standardEvents, places), people: inBands(standard, places) }));
}

const publishedValues = ({ observations, everyone }: Series): number[] =>
  [...observations, ...everyone].flatMap(({ figures }) => figures.value ?? []);

/** Shares and rates count people or events; means, years and indices do not, and nobody gains where neither is better. */
function headCounted({ indicator, withEveryone }: Series, groups: readonly EstimatedGroup[]): HeadCounted {
  const { statistic, better, sentence } = indicator;
  if (withEveryone) return "not-parts-of-the-whole";
  if (better === "neither") return "neither-is-better";
  if (sentence.events) return "events-not-people";
  const { counts } = kindRules[statistic.kind];
  if (counts === "events") {
    const events = groups.flatMap(({ estimate }) => (isMissing(estimate) ? [] : [estimate.numerator]));
    return { events: events.some((one) => one === null) ? null : sumOf(events, (one) => one as number) };
  }
  if (counts !== "by-scale") return counts;
  const scale = scaleOf(statistic);
  return scale === "logit" || (scale === "log" && "numerator" in statistic && statistic.numerator !== undefined)
    ? "people"
    : "not-a-count";
}

/** Periods of the observations, from the earliest to the latest. */
function periodsOf(observations: readonly Observation[]): Period[] {
  const byLabel = new Map(observations.map(({ period }) => [period.label, period]));
  const key = ({ start, end }: Period): string => `${start} ${end}`;
  return [...byLabel.values()].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
