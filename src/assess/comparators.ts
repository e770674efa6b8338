import type { Definitions } from "../define/definitions.ts";
import type { Indicator } from "../define/indicator.ts";
import { leavesOut } from "../judge/clear.ts";
import { shownPoint } from "../judge/fitted-trend.ts";
import { gapTrend } from "../judge/gap-trend.ts";
import { around } from "../measure/computed-gap.ts";
import type { Measured, MeasuredPeriod } from "../measure/period.ts";
import type { Limits, Observation } from "../model.ts";
import { isMissing, type NotComputable, notComputable } from "../reasons-and-notes.ts";
import type { Comparator, DimensionResult, GapBeside } from "../results/results.ts";
import { zOf } from "../stats/normal.ts";
import { assessSeries } from "./assess-series.ts";
import type { PublishableFigures } from "./publishable-figures.ts";
import { type Series, seriesOf } from "./series.ts";

/** Every breakdown with its newest gap beside the same gap, by the same rules, in other places: docs/method.md section 5. */
export function withComparators(
  results: ReadonlyMap<string, DimensionResult[]>,
  definitions: Definitions,
  ingested: PublishableFigures,
): Map<string, DimensionResult[]> {
  const places = definitions.project.value.comparators?.places ?? [];
  const { confidence } = definitions.project.value.method;
  const z = zOf(confidence);
  const beside = (indicator: Indicator, { dimension, periods, trends }: DimensionResult): Comparator[] => {
    const through = isMissing(trends.absolute) ? [] : trends.absolute.periods;
    const latest = periods.at(-1)?.period.label;
    const found = places.flatMap(({ id }) => {
      const elsewhere = ingested.elsewhere(indicator.id, dimension, id);
      return elsewhere === null ? [] : [{ id, elsewhere }];
    });
    if (latest === undefined || found.length === 0) return [];
    const series = seriesOf(indicator, dimension, definitions, ingested);
    const own = measured(series, latest)!;
    // A published level and one added up from groups are no line to be read beside one another.
    const likeOwn = (label: string, there: MeasuredPeriod["overall"]): Limits | NotComputable => {
      const here = periods.find(({ period }) => period.label === label)?.overall;
      const isAlike = here !== undefined && !isMissing(here) && !isMissing(there) && here.from === there.from;
      return isAlike || isMissing(there) ? limitsOf(there) : notComputable("not-published");
    };
    return found.map(({ id, elsewhere: { groups: observations, everyone } }) => {
      const there = { ...series, observations, everyone };
      const byPeriod = new Map(periods.map(({ period: { label } }) => [label, measured(there, label)]));
      const theirs = byPeriod.get(latest);
      return {
        place: id,
        period: latest,
        overall: limitsOf(theirs?.overall ?? none),
        absolute: gapBeside(own.absolute, theirs?.absolute ?? none, z),
        relative: gapBeside(own.relative, theirs?.relative ?? none, z),
        trend: trendOf(
          through.map((label) => byPeriod.get(label)),
          confidence,
        ),
        periods: [...byPeriod].flatMap(([period, one]) =>
          one === undefined || [one.overall, one.absolute, one.relative].every((figure) => isMissing(figure))
            ? []
            : [
                {
                  period,
                  overall: likeOwn(period, one.overall),
                  absolute: limitsOf(isMissing(one.absolute) ? one.absolute : one.absolute.oriented),
                  relative: limitsOf(isMissing(one.relative) ? one.relative : one.relative.oriented),
                },
              ],
        ),
      };
    });
  };
  return new Map(
    definitions.indicators.map(({ value }) => [
      value.id,
      (results.get(value.id) ?? []).map((result) => ({
        ...result,
        comparators: beside(value, result),
        publishedElsewhere: publishedBeside(value, result, ingested),
      })),
    ]),
  );
}

/** The trend of a gap elsewhere, through the same periods as that of the place. */
function trendOf(periods: readonly (MeasuredPeriod | undefined)[], confidence: number): Comparator["trend"] {
  const gaps = periods.flatMap((one) =>
    one === undefined || isMissing(one.absolute) ? [] : [{ period: one.period, ...one.absolute.tested }],
  );
  const [first] = gaps;
  if (first === undefined || gaps.length < periods.length) return null;
  const variances = gaps.map(({ standardError: s }) => (s === null ? null : s ** 2));
  const fitted = gapTrend(
    gaps.map(({ period }) => period),
    gaps.map(({ point }) => point),
    variances,
    confidence,
  );
  return (
    fitted && {
      periods: gaps.map(({ period }) => period.label),
      slopePerYear: { value: fitted.slopePerYear, lower: fitted.lower, upper: fitted.upper },
      p: fitted.p,
      from: shownPoint(first.scale, fitted.first),
      to: shownPoint(first.scale, fitted.last),
    }
  );
}

/** Published gaps of the newest period in other places, as their publishers have them. */
function publishedBeside(
  { id, published_gaps }: Indicator,
  { dimension }: DimensionResult,
  { publishedGaps, publishedElsewhere }: PublishableFigures,
): DimensionResult["publishedElsewhere"] {
  return published_gaps.flatMap(({ dimension: of, measure, dataset: source, unit, note }, index) => {
    const own = publishedGaps.get(id)?.[index]?.at(-1);
    const found = (publishedElsewhere.get(id)?.[index] ?? []).filter((one) => one.period === own?.period);
    if (of !== dimension || own === undefined || found.length === 0) return [];
    const ownPeriods = (publishedGaps.get(id)?.[index] ?? []).map(({ period }) => period);
    const all = publishedElsewhere.get(id)?.[index] ?? [];
    const places = found.map(({ place, value }) => ({
      ...{ place, value },
      values: ownPeriods.flatMap((period) =>
        all.filter((one) => one.place === place && one.period === period).map((one) => ({ period, value: one.value })),
      ),
    }));
    return [{ measure, source, unit, note, period: own.period, own: own.value, places }];
  });
}

/** One period of a series, measured by itself. */
function measured(series: Series, period: string): MeasuredPeriod | undefined {
  const inPeriod = (list: readonly Observation[]) => list.filter((one) => one.period.label === period);
  return assessSeries({
    ...series,
    ...{ observations: inPeriod(series.observations), everyone: inPeriod(series.everyone) },
    ...{ breaks: [], targets: [] },
  }).periods[0]?.measured;
}

const none = notComputable("no-rows");

/** A gap elsewhere, and how far that of the place lies above it: a difference, or of ratios how many times as large. */
function gapBeside(own: Measured | NotComputable, other: Measured | NotComputable, z: number): GapBeside {
  if (isMissing(other)) return { gap: other, beside: other, clear: null };
  const gap = limitsOf(other.oriented);
  if (isMissing(own)) return { gap, beside: own, clear: null };
  const beside = besideOf(own, other, z);
  return { gap, beside, clear: leavesOut(beside, own.tested.scale === "log" ? 1 : 0) };
}

/**
 * The two places are taken as independent. A typical difference is tested as a variance, so the distance of two has no
 * limits on its own scale.
 */
function besideOf(own: Measured, other: Measured, z: number): Limits {
  const [a, b] = [own.tested, other.tested];
  const error =
    a.standardError === null || b.standardError === null ? null : a.standardError ** 2 + b.standardError ** 2;
  const distance = around(a.point - b.point, error, z);
  switch (a.scale) {
    case "difference":
      return distance;
    case "log": {
      const ratio = (limit: number | null): number | null => (limit === null ? null : Math.exp(limit));
      return { value: Math.exp(distance.value), lower: ratio(distance.lower), upper: ratio(distance.upper) };
    }
    case "variance":
      return { value: own.oriented.value - other.oriented.value, lower: null, upper: null };
  }
}

const limitsOf = (one: Limits | NotComputable): Limits | NotComputable =>
  isMissing(one) ? one : { value: one.value, lower: one.lower, upper: one.upper };
