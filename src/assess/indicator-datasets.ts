import type { Definitions } from "../define/definitions.ts";
import type { Indicator } from "../define/indicator.ts";

/** Every dataset that the figures of an indicator come from: its own first. */
export function datasetsOf(indicator: Indicator, { datasets, project }: Definitions): string[] {
  const { statistic } = indicator;
  const own = datasets.find(({ value }) => value.id === indicator.dataset)!.value;
  const areas = indicator.dimensions.flatMap(({ dimension }) => {
    const declared = project.value.dimensions.find(({ id }) => id === dimension);
    return declared && "areas" in declared ? [declared.areas.dataset] : [];
  });
  return [
    ...new Set([
      own.id,
      ...own.lookups.map(({ dataset }) => dataset),
      ...areas,
      ...("standard" in statistic && statistic.standard !== "esp-2013" ? [statistic.standard.dataset] : []),
      ...indicator.published_gaps.map(({ dataset }) => dataset),
    ]),
  ];
}
