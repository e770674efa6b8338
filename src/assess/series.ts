import type { Definitions } from "../define/definitions.ts";
import type { Indicator } from "../define/indicator.ts";
import { isAveraged } from "../define/kinds.ts";
import { unsaidDenominators } from "../define/population-references.ts";
import type { Dimension } from "../define/project.ts";
import type { AreaFigure } from "../ingest/area-coverage.ts";
import type { GroupedDimension } from "../ingest/grouping.ts";
import { seriesKey } from "../ingest/observations.ts";
import { OVERALL } from "../ingest/observe.ts";
import type { RowsTogether } from "../ingest/rows-together.ts";
import type { Break } from "../judge/comparable-periods.ts";
import type { Target } from "../judge/pace.ts";
import type { Edition, MeasureId, Observation, Period } from "../model.ts";
import type { PublishableFigures } from "./publishable-figures.ts";

/** One indicator broken down by one dimension, with all that decides how it is summarised. */
export interface Series {
  indicator: Indicator;
  dimension: Dimension;
  /** Whether everyone is a group beside others, so that the groups are not parts of one whole. */
  withEveryone: boolean;
  /** Declared groups; ordered ones and pairs with the disadvantaged first. */
  groups: readonly { id: string; label: string }[];
  /** Counts of each area, where some area lacks a figure in some period; null where none does. */
  byArea: { dimension: GroupedDimension; figures: readonly AreaFigure[]; isClosed: boolean } | null;
  /** How many areas of one score a cut would have parted. */
  together: number;
  /** Rows that differ and are put together all the same: those of the groups, and those of everyone. */
  rowsTogether: { groups: RowsTogether | null; everyone: RowsTogether | null };
  observations: readonly Observation[];
  everyone: readonly Observation[];
  /** All groups together, where the disclosure policy says what their counts are. */
  pooled: readonly Observation[];
  /** Columns that figures are divided or weighed by and that do not say who they count. */
  unsaid: readonly string[];
  /** Which bands of age are taken together; null where each is by itself. */
  joinedBands: readonly (readonly number[])[] | null;
  /** The multiple that counts are rounded to, where the disclosure policy says so. */
  roundTo: number | null;
  /** How many bands of age rows come in; 0 where the statistic has none. */
  bands: number;
  /** People of each band of age in the standard population, where a dataset of the project has them. */
  standard: readonly number[] | null;
  /** Events of each band in the standard, where figures are held against its rates. */
  standardEvents: readonly number[] | null;
  breaks: readonly Break[];
  targets: readonly Target[];
  /** Published gaps that are judged in place of the report's own, which the first edition of the method never does. */
  published: PublishedSeries | null;
  edition: Edition;
  confidence: number;
  materiality: number;
  reliableDenominator: number;
}

/** A series of published gaps, the earliest first. */
export interface PublishedSeries {
  measure: MeasureId;
  baseline: string | null;
  values: readonly { period: Period; value: number }[];
}

/** One indicator by one dimension, from what is declared and what was read. */
export function seriesOf(
  indicator: Indicator,
  dimensionId: string,
  definitions: Definitions,
  ingested: PublishableFigures,
): Series {
  const { project } = definitions;
  const dimension = project.value.dimensions.find(({ id }) => id === dimensionId)!;
  const breakdown = indicator.dimensions.find((one) => one.dimension === dimensionId)!;
  const grouped = ingested.groups.get(dimensionId) as GroupedDimension;
  const { groups, together } = grouped;
  const figures = ingested.areaFigures.get(seriesKey(indicator.id, dimensionId));
  const periods = ingested.periods.get(indicator.id) ?? [];
  const standard = (ingested.bands.get(indicator.id) ?? []).flatMap((band) => band.standard ?? []);
  const standardEvents = (ingested.bands.get(indicator.id) ?? []).flatMap((band) => band.standardEvents ?? []);
  const { edition, confidence, materiality, reliable_denominator } = project.value.method;
  return {
    indicator,
    dimension,
    withEveryone: breakdown.with_everyone,
    groups: breakdown.disadvantaged === groups[1]?.id ? [...groups].reverse() : groups,
    together,
    // Where values are averaged a row is a person, and so many rows are so many people.
    rowsTogether:
      isAveraged(indicator.statistic) && ingested.closedAreas.has(seriesKey(indicator.id, dimensionId))
        ? { groups: null, everyone: null }
        : {
            groups: ingested.together.get(seriesKey(indicator.id, dimensionId)) ?? null,
            everyone: ingested.together.get(seriesKey(indicator.id, OVERALL)) ?? null,
          },
    byArea: figures
      ? { dimension: grouped, figures, isClosed: ingested.closedAreas.has(seriesKey(indicator.id, dimensionId)) }
      : null,
    observations: ingested.observations.get(seriesKey(indicator.id, dimensionId)) ?? [],
    everyone: ingested.overall.get(indicator.id) ?? [],
    pooled: ingested.totals.get(seriesKey(indicator.id, dimensionId)) ?? [],
    unsaid: unsaidDenominators(indicator, definitions),
    joinedBands: ingested.joinedBands.get(indicator.id) ?? null,
    roundTo: ingested.roundTo.get(indicator.id) ?? null,
    standard: standard.length > 0 ? standard : null,
    standardEvents: standardEvents.length > 0 ? standardEvents : null,
    bands: ingested.bands.get(indicator.id)?.length ?? 0,
    breaks: indicator.breaks.flatMap(({ from, why }) => {
      const period = periods.find(({ label }) => label === from);
      return period ? [{ from: period, why }] : [];
    }),
    targets: indicator.targets.filter((target) => target.dimension === dimensionId),
    published: edition === 1 ? null : publishedOf(indicator, dimensionId, ingested),
    edition,
    confidence,
    materiality,
    reliableDenominator: reliable_denominator,
  };
}

function publishedOf(
  { id, published_gaps }: Indicator,
  dimension: string,
  { publishedGaps }: PublishableFigures,
): PublishedSeries | null {
  const index = published_gaps.findIndex((gap) => gap.dimension === dimension && gap.judged !== undefined);
  const judged = published_gaps[index]?.judged;
  if (judged === undefined) return null;
  const values = (publishedGaps.get(id)?.[index] ?? []).flatMap(({ years, value }) =>
    years === null ? [] : [{ period: years, value }],
  );
  return {
    measure: judged.measure,
    baseline: judged.baseline ?? null,
    values: values.sort((a, b) => (`${a.period.start} ${a.period.end}` < `${b.period.start} ${b.period.end}` ? -1 : 1)),
  };
}
