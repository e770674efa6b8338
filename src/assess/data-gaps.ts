import type { Definitions } from "../define/definitions.ts";
import type { DimensionResult, Results } from "../results/results.ts";
import { gapState } from "./gap-state.ts";

/** docs/method.md section 8: every indicator against every characteristic: measured, partly or not, and then why not. */
export function dataGaps(
  { project, indicators }: Definitions,
  results: ReadonlyMap<string, readonly DimensionResult[]>,
): Results["dataGaps"] {
  const { characteristics, dimensions } = project.value;
  return indicators.map(({ value }) => ({
    indicator: value.id,
    cells: characteristics.map(({ id }) => {
      const about = (results.get(value.id) ?? []).filter(
        ({ dimension }) => dimensions.find((one) => one.id === dimension)?.characteristic === id,
      );
      const shares = about.flatMap(({ periods }) => periods.at(-1)?.unrecorded?.share ?? []);
      const declared = value.not_collected.find(({ characteristic }) => characteristic === id);
      return {
        characteristic: id,
        state: about.length > 0 ? gapState(about) : (declared?.state ?? "not-here"),
        dimensions: about.map(({ dimension }) => dimension),
        unrecordedShare: shares.length === 0 ? null : Math.max(...shares),
        why: declared?.why ?? null,
      };
    }),
  }));
}
