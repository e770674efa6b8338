import type { Definitions } from "../define/definitions.ts";
import { orderOf } from "../define/dimension-types.ts";
import type { Indicator } from "../define/indicator.ts";
import { perOf, scaleOf } from "../define/kinds.ts";
import type { GroupedDimension } from "../ingest/grouping.ts";
import type { Ingested } from "../ingest/ingest.ts";
import { seriesKey } from "../ingest/observations.ts";
import { adjustFamily } from "../judge/judge.ts";
import { note } from "../model.ts";
import type { DimensionResult, IndicatorResult, Results } from "../results/results.ts";
import { areasOf } from "./area-profiles.ts";
import { communitiesOf } from "./communities.ts";
import { dataGaps } from "./data-gaps.ts";
import { type Assessed, assess, dimensionResult, type Series } from "./series.ts";

/** Edition of docs/method.md that the figures follow. */
const METHOD_VERSION = "1";

/** Estimate, measure and judge everything a project declares, and lay it out as results. */
export function assessAll(definitions: Definitions, ingested: Ingested, year: number): Results {
  const { project, indicators, datasets } = definitions;
  const assessed = indicators.map(({ value }) => ({
    indicator: value,
    all: value.dimensions.map(({ dimension }) => assess(seriesOf(value, dimension, definitions, ingested))),
  }));
  const { tests, mayBeChance } = adjustFamily(assessed.flatMap(({ all }) => all.map(({ judged }) => judged)));
  const chance = note("may-be-chance", { tests });
  const resultsOf = (indicator: Indicator, all: readonly Assessed[]): DimensionResult[] =>
    all.map((one) =>
      dimensionResult(one, publishedGapsOf(indicator, one, ingested), mayBeChance.has(one.judged) ? chance : null),
    );
  const byIndicator = new Map(assessed.map(({ indicator, all }) => [indicator.id, resultsOf(indicator, all)]));
  const { title, language, publisher, licence, place, method, disclosure, themes, characteristics } = project.value;
  return {
    format: "tempcheck.results.v1",
    title,
    year,
    language,
    publisher,
    contact: project.value.contact ?? null,
    url: project.value.url ?? null,
    licence,
    place: { ...place, code: place.code ?? null },
    method: {
      version: METHOD_VERSION,
      confidence: method.confidence,
      materiality: method.materiality,
      reliableDenominator: method.reliable_denominator,
      headlineTests: tests,
    },
    disclosure: { threshold: disclosure.threshold, roundTo: disclosure.round_to, suppressed: 0 },
    themes: themes.map((theme) => ({ ...theme, about: theme.about ?? null })),
    characteristics,
    dimensions: project.value.dimensions.map((dimension) => ({
      id: dimension.id,
      title: dimension.title,
      about: dimension.about,
      type: orderOf(dimension),
      by: dimension.type,
      ranking: "ranking" in dimension ? dimension.ranking : null,
      preposition: dimension.preposition,
      characteristic: dimension.characteristic ?? null,
      map:
        "map" in dimension && dimension.map !== undefined
          ? { name: dimension.map.name, file: `${project.value.paths.data}/${dimension.map.file}` }
          : null,
      groups: (ingested.groups.get(dimension.id) as GroupedDimension).groups.map(
        ({ areas: _, codes: __, ...group }) => group,
      ),
    })),
    communities: communitiesOf(project.value),
    areas: areasOf(project.value, ingested),
    indicators: assessed.map(({ indicator }) =>
      indicatorResult(indicator, definitions, byIndicator.get(indicator.id) ?? []),
    ),
    dataGaps: dataGaps(definitions, byIndicator),
    sources: datasets.map(({ value: dataset }) => ({
      id: dataset.id,
      title: dataset.title,
      publisher: dataset.publisher,
      licence: dataset.licence,
      attribution: dataset.attribution ?? null,
      page: dataset.page,
      period: dataset.period,
      received: dataset.received,
      changes: dataset.changes,
      notes: dataset.notes,
      rows: ingested.rows.get(dataset.id) ?? 0,
      files: dataset.files,
    })),
  };
}

function seriesOf(indicator: Indicator, dimensionId: string, { project }: Definitions, ingested: Ingested): Series {
  const dimension = project.value.dimensions.find(({ id }) => id === dimensionId)!;
  const breakdown = indicator.dimensions.find((one) => one.dimension === dimensionId)!;
  const { groups } = ingested.groups.get(dimensionId) as GroupedDimension;
  const periods = ingested.periods.get(indicator.id) ?? [];
  const standard = (ingested.bands.get(indicator.id) ?? []).flatMap((band) => band.standard ?? []);
  const { confidence, materiality, reliable_denominator } = project.value.method;
  return {
    indicator,
    dimension,
    groups: breakdown.disadvantaged === groups[1]?.id ? [...groups].reverse() : groups,
    observations: ingested.observations.get(seriesKey(indicator.id, dimensionId)) ?? [],
    everyone: ingested.overall.get(indicator.id) ?? [],
    standard: standard.length > 0 ? standard : null,
    breaks: indicator.breaks.flatMap(({ from, why }) => {
      const period = periods.find(({ label }) => label === from);
      return period ? [{ from: period, why }] : [];
    }),
    targets: indicator.targets.filter((target) => target.dimension === dimensionId),
    confidence,
    materiality,
    reliableDenominator: reliable_denominator,
  };
}

function publishedGapsOf(
  indicator: Indicator,
  { series }: Assessed,
  ingested: Ingested,
): DimensionResult["publishedGaps"] {
  return indicator.published_gaps.flatMap(({ dimension, measure, dataset, unit, note }, index) =>
    dimension === series.dimension.id
      ? [{ measure, source: dataset, unit, note, values: ingested.publishedGaps.get(indicator.id)?.[index] ?? [] }]
      : [],
  );
}

function indicatorResult(
  indicator: Indicator,
  { datasets, project, commentaries }: Definitions,
  dimensions: DimensionResult[],
): IndicatorResult {
  const { statistic } = indicator;
  const own = datasets.find(({ value }) => value.id === indicator.dataset)!.value;
  const areas = indicator.dimensions.flatMap(({ dimension }) => {
    const declared = project.value.dimensions.find(({ id }) => id === dimension);
    return declared && "areas" in declared ? [declared.areas.dataset] : [];
  });
  return {
    id: indicator.id,
    title: indicator.title,
    question: indicator.question,
    theme: indicator.theme,
    better: indicator.better,
    kind: statistic.kind,
    scale: scaleOf(statistic),
    per: perOf(statistic),
    unit: statistic.unit,
    datasets: [
      ...new Set([
        own.id,
        ...own.lookups.map(({ dataset }) => dataset),
        ...areas,
        ...("standard" in statistic && statistic.standard !== "esp-2013" ? [statistic.standard.dataset] : []),
        ...indicator.published_gaps.map(({ dataset }) => dataset),
      ]),
    ],
    sentence: { ...indicator.sentence, state: indicator.sentence.state ?? null },
    breaks: indicator.breaks,
    baseline: indicator.periods.baseline ?? null,
    caveats: indicator.caveats,
    commentary: commentaryOf(indicator, commentaries),
    dimensions,
  };
}

function commentaryOf({ id }: Indicator, commentaries: Definitions["commentaries"]): IndicatorResult["commentary"] {
  const found = commentaries.find(({ value }) => value.indicator === id)?.value;
  if (found === undefined) return null;
  const { author, role = null, date, markdown } = found;
  return { author, role, date, markdown };
}
