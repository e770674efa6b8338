import { isCovered } from "../define/area-pages.ts";
import type { Definitions } from "../define/definitions.ts";
import type { Indicator } from "../define/indicator.ts";
import { datasetsOf } from "./indicator-datasets.ts";

/** Indicators some of whose datasets the policy covers, where it holds anything back or rounds. */
export function coveredIndicators(definitions: Definitions): Indicator[] {
  const { threshold, round_to, covers } = definitions.project.value.disclosure;
  if (threshold === null && round_to === null) return [];
  return definitions.indicators.flatMap(({ value }) =>
    datasetsOf(value, definitions).some((dataset) => isCovered(covers, dataset)) ? [value] : [],
  );
}
