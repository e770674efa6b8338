import type { Definitions } from "../define/definitions.ts";
import type { Indicator } from "../define/indicator.ts";
import type { GroupedDimension } from "../ingest/grouping.ts";
import type { Ingested } from "../ingest/ingest.ts";
import { seriesKey } from "../ingest/observations.ts";
import type { Series } from "./series.ts";

/** One indicator by one dimension, from what is declared and what was read. */
export function seriesOf(
  indicator: Indicator,
  dimensionId: string,
  { project }: Definitions,
  ingested: Ingested,
): Series {
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
