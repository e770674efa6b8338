import { datasetsNamed } from "../define/datasets-named.ts";
import type { Definitions } from "../define/definitions.ts";
import type { Indicator } from "../define/indicator.ts";

/** Every dataset that the figures of an indicator come from: its own first. */
export function datasetsOf(indicator: Indicator, { datasets, project }: Definitions): string[] {
  const [id, ...beside] = datasetsNamed(indicator);
  const own = datasets.find(({ value }) => value.id === id)!.value;
  const areas = indicator.dimensions.flatMap(({ dimension }) => {
    const declared = project.value.dimensions.find(({ id }) => id === dimension);
    return declared && "areas" in declared ? [declared.areas.dataset] : [];
  });
  return [...new Set([id, ...own.lookups.map(({ dataset }) => dataset), ...areas, ...beside])];
}
