import type { Definitions } from "../define/definitions.ts";
import { rankingsOf } from "../define/dimension-types.ts";
import type { Dimension } from "../define/project.ts";
import { rerankedId, variantsOf } from "../define/variants.ts";
import type { Observation } from "../model.ts";
import type { AlternativeGap, DimensionResult, PublishedDimension } from "../results/results.ts";
import { assessSeries } from "./assess-series.ts";
import { gapResult } from "./period-result.ts";
import type { PublishableFigures } from "./publishable-figures.ts";
import { type Series, seriesOf } from "./series.ts";

/** Every breakdown with its latest gap by each other denominator and ranking that the project names. */
export function withAlternatives(
  results: ReadonlyMap<string, DimensionResult[]>,
  definitions: Definitions,
  ingested: PublishableFigures,
): Map<string, DimensionResult[]> {
  const { variants, definitions: others } = variantsOf(definitions);
  const alternativesOf = (indicator: string, { dimension, periods }: DimensionResult): AlternativeGap[] =>
    variants
      .filter(({ of }) => of.indicator === indicator && of.dimension === dimension)
      .map(({ indicator: { value }, another, id, name, why, accepted }) => {
        const series = seriesOf(value, value.dimensions[0]!.dimension, others, ingested);
        const labels = periods.map(({ period }) => period.label);
        const shown = labels.filter((label, i) => label === value.periods.baseline || i === labels.length - 1);
        const gaps = shown.flatMap((period) => gapsIn(series, period));
        return { another, id, name, why, accepted, gaps };
      });
  return new Map(
    [...results].map(([id, dimensions]) => [
      id,
      dimensions.map((result) => ({ ...result, alternatives: alternativesOf(id, result) })),
    ]),
  );
}

/** The gaps of one period, measured by itself. */
function gapsIn(series: Series, period: string): AlternativeGap["gaps"] {
  const inPeriod = (list: readonly Observation[]) => list.filter((one) => one.period.label === period);
  const [assessed] = assessSeries({
    ...series,
    ...{ observations: inPeriod(series.observations), everyone: inPeriod(series.everyone) },
    ...{ breaks: [], targets: [] },
  }).periods;
  if (assessed === undefined) return [];
  const { absolute, relative } = assessed.measured;
  return [{ period, absolute: gapResult(absolute), relative: gapResult(relative) }];
}

/** The other rankings of a dimension, each with the areas that it puts into another group. */
export const rankingResults = (dimension: Dimension, { groups }: PublishableFigures): PublishedDimension["rankings"] =>
  rankingsOf(dimension).map(({ id, name }) => {
    const [own, other] = [dimension.id, rerankedId(dimension.id, id)].map((of) =>
      groups
        .get(of)!
        .groups.flatMap((group) => group.codes.map((code, i) => ({ code, area: group.members[i]!, group: group.id }))),
    ) as [Placed[], Placed[]];
    const moved = own.flatMap(({ code, area, group: from }) => {
      const to = other.find((one) => one.code === code)!.group;
      return to === from ? [] : [{ area, from, to }];
    });
    return { id, name, moved, areas: own.length };
  });

interface Placed {
  code: string;
  area: string;
  group: string;
}
