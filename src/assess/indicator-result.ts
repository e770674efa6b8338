import { writtenOn } from "../define/commentary.ts";
import type { Definitions } from "../define/definitions.ts";
import type { Indicator } from "../define/indicator.ts";
import { perOf, scaleOf } from "../define/kinds.ts";
import type { Ingested } from "../ingest/ingest.ts";
import type { DimensionResult, IndicatorResult, Publishable } from "../results/results.ts";
import { datasetsOf } from "./indicator-datasets.ts";
import type { Series } from "./series.ts";

/** An indicator as the results have it: what it says of itself, with the results of its dimensions. */
export function indicatorResult(
  indicator: Indicator,
  definitions: Definitions,
  dimensions: DimensionResult[],
): IndicatorResult {
  const { statistic } = indicator;
  return {
    id: indicator.id,
    title: indicator.title,
    question: indicator.question,
    easy: indicator.easy ?? null,
    ...(indicator.easy_title === undefined ? {} : { easyTitle: indicator.easy_title }),
    theme: indicator.theme,
    place: indicator.place ?? null,
    partOf: indicator.part_of ?? null,
    modelled: indicator.modelled,
    core: indicator.core,
    index: indicator.index,
    actions: indicator.actions,
    better: indicator.better,
    kind: statistic.kind,
    scale: scaleOf(statistic),
    per: perOf(statistic),
    unit: statistic.unit,
    datasets: datasetsOf(indicator, definitions),
    sentence: { ...indicator.sentence, state: indicator.sentence.state ?? null },
    breaks: indicator.breaks,
    baseline: indicator.periods.baseline ?? null,
    why: {
      denominator: statistic.why ?? null,
      baseline: indicator.periods.why ?? null,
      dimensions: indicator.dimensions.flatMap(({ dimension, why }) => (why === undefined ? [] : [{ dimension, why }])),
    },
    caveats: indicator.caveats,
    commentary: writtenOn(definitions.commentaries, (about) => about.of === "indicator" && about.id === indicator.id),
    dimensions,
  };
}

/** The same results, in which each indicator says of itself what its definition says now. */
export const repeatedAnew = (results: Publishable, definitions: Definitions): Publishable => ({
  ...results,
  indicators: results.indicators.map(({ id, dimensions }) =>
    indicatorResult(definitions.indicators.find(({ value }) => value.id === id)!.value, definitions, dimensions),
  ),
});

/** Gaps that a dataset of the indicator itself publishes for a dimension. */
export const publishedGapsOf = (
  { id, published_gaps }: Indicator,
  { dimension: { id: of }, published }: Series,
  { publishedGaps }: Ingested,
): DimensionResult["publishedGaps"] =>
  published_gaps.flatMap(({ dimension, measure, dataset, unit, note, judged }, index) =>
    dimension === of
      ? [
          {
            measure,
            source: dataset,
            unit,
            note,
            judged: judged !== undefined && published !== null,
            values: (publishedGaps.get(id)?.[index] ?? []).map(({ period, value }) => ({ period, value })),
          },
        ]
      : [],
  );
