import { isOfAreas } from "../define/dimension-types.ts";
import { ofAreas, shareOf } from "../ingest/area-coverage.ts";
import { pairOf } from "../judge/compared-pair.ts";
import { type LeftOut, type Observation, turnedAs } from "../model.ts";
import { isMissing } from "../reasons-and-notes.ts";
import { type Assessed, type AssessedPeriod, assessSeries } from "./assess-series.ts";
import { allHeldBack } from "./let-out.ts";
import { periodEvidence } from "./period-evidence.ts";
import type { Series } from "./series.ts";

/** A series with the two periods that are compared, measured also on the areas that both have where these differ: docs/method.md section 5. */
export function withCommonAreas(assessed: Assessed): Assessed {
  const { series, periods } = assessed;
  const { indicator, breaks, edition, published } = series;
  const pair = pairOf({
    better: turnedAs(indicator.better),
    baseline: indicator.periods.baseline ?? null,
    breaks,
    periods: periods.map(periodEvidence),
  });
  if (edition === 1 || published !== null || pair.basis === "none") return assessed;
  const labels = [pair.base.period.label, pair.now.period.label];
  const inPair = (of: readonly AssessedPeriod[]) =>
    of.filter(({ measured }) => labels.includes(measured.period.label)) as [AssessedPeriod, AssessedPeriod];
  const found = onCommonAreas(series, inPair(periods));
  return found === null
    ? assessed
    : { ...assessed, common: { periods: inPair(assessSeries(found.series).periods), leftOut: found.leftOut } };
}

/** Null where both periods have figures of the same areas, or one of them has no gap. */
function onCommonAreas(
  series: Series,
  both: readonly [AssessedPeriod, AssessedPeriod],
): { series: Series; leftOut: LeftOut } | null {
  const [before, after] = both.map((one) => areasIn(series, one)) as [Set<string>, Set<string>];
  const common = new Set([...before].filter((area) => after.has(area)));
  if (before.size === 0 || after.size === 0 || (common.size === before.size && common.size === after.size)) return null;
  const known = sizesOf(series, both);
  const either = [...new Set([...before, ...after])];
  const hasSizes = either.every((area) => known.has(area));
  const sizes = new Map(either.map((area) => [area, hasSizes ? known.get(area)! : 1]));
  const outside = either.filter((area) => !common.has(area));
  return {
    series: restricted(series, common),
    leftOut: { share: shareOf(outside, sizes), of: hasSizes ? "people" : "areas" },
  };
}

/** Areas whose figures are in the gaps of a period. */
function areasIn({ byArea, dimension }: Series, { measured: { period, stratum } }: AssessedPeriod): Set<string> {
  const ids = isMissing(stratum) ? [] : stratum.ids;
  if (isOfAreas(dimension)) return new Set(ids);
  const codes = new Set(byArea?.dimension.groups.flatMap((group) => (ids.includes(group.id) ? group.codes : [])));
  return new Set(
    byArea?.figures
      .filter((one) => one.period === period.label && one.isWhole && codes.has(one.area))
      .map(({ area }) => area),
  );
}

/** People of each area: of the later of the two periods that says, or as the ranking has them. */
function sizesOf({ byArea, dimension }: Series, both: readonly AssessedPeriod[]): Map<string, number> {
  if (isOfAreas(dimension))
    return new Map(
      both.flatMap(({ estimated }) =>
        estimated.groups.flatMap(({ id, estimate, weight }) => {
          const size = (isMissing(estimate) ? null : estimate.denominator) ?? weight;
          return size === null ? [] : [[id, size] as const];
        }),
      ),
    );
  if (byArea === null || !("population" in dimension) || dimension.population === undefined) return new Map();
  return new Map(
    byArea.dimension.groups.flatMap(({ codes, populations }) =>
      codes.map((code, i) => [code, populations[i]!] as const),
    ),
  );
}

function restricted(series: Series, common: ReadonlySet<string>): Series {
  const { byArea, dimension } = series;
  if (isOfAreas(dimension)) return { ...series, groups: series.groups.filter(({ id }) => common.has(id)) };
  // Sums over some areas would give the others back: what the policy covers is not compared then.
  if (byArea?.isClosed) return { ...series, observations: series.observations.map(allHeldBack) };
  const onCommon = (observation: Observation): Observation[] => {
    const codes = byArea?.dimension.groups.find(({ id }) => id === observation.group)?.codes;
    if (codes === undefined) return [observation];
    const own = byArea!.figures.filter(
      ({ period, area }) => period === observation.period.label && common.has(area) && codes.includes(area),
    );
    return own.length === 0 ? [] : [{ ...observation, figures: ofAreas(observation.figures, own) }];
  };
  return { ...series, observations: series.observations.flatMap(onCommon) };
}
