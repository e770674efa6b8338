import type { Definitions } from "./define/definitions.ts";
import type { DimensionResult, Results } from "./disclose/publishable.ts";
import { isMissing } from "./model.ts";

/** METHOD section 8: every indicator against every characteristic, measured, partly or not collected. */
export function dataGaps(
  { project, indicators }: Definitions,
  results: ReadonlyMap<string, readonly DimensionResult[]>,
): Results["dataGaps"] {
  const { characteristics, dimensions } = project.value;
  return indicators.map(({ value }) => ({
    indicator: value.id,
    cells: characteristics.map(({ id }) => {
      const about = (results.get(value.id) ?? []).filter(
        ({ dimension }) => dimensions.find((declared) => declared.id === dimension)?.characteristic === id,
      );
      const shares = about.flatMap(({ periods }) => periods.at(-1)?.unrecorded?.share ?? []);
      return {
        characteristic: id,
        state: stateOf(about),
        dimensions: about.map(({ dimension }) => dimension),
        unrecordedShare: shares.length === 0 ? null : Math.max(...shares),
        why: value.not_collected.find(({ characteristic }) => characteristic === id)?.why ?? null,
      };
    }),
  }));
}

/** Measured when some breakdown has, in its latest period, a gap and a figure for each group, and everyone's group is known; partly when figures exist. */
function stateOf(about: readonly DimensionResult[]): "measured" | "partly" | "not-collected" {
  const latest = about.flatMap(({ periods }) => periods.at(-1) ?? []);
  if (latest.length === 0) return "not-collected";
  const whole = latest.some(
    ({ absolute, unrecorded, groups }) =>
      !isMissing(absolute) &&
      (unrecorded === null || unrecorded.share === 0) &&
      groups.every(({ estimate }) => !isMissing(estimate)),
  );
  return whole ? "measured" : "partly";
}
