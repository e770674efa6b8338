import { isMissing } from "../reasons-and-notes.ts";
import type { DimensionResult } from "../results/results.ts";

/** Measured when some breakdown has, in its latest period, a gap and a figure for each group, and everyone's group is known; partly when figures exist. */
export function gapState(about: readonly Pick<DimensionResult, "periods">[]): "measured" | "partly" {
  const latest = about.flatMap(({ periods }) => periods.at(-1) ?? []);
  const whole = latest.some(
    ({ absolute, unrecorded, groups }) =>
      !isMissing(absolute) &&
      (unrecorded === null || unrecorded.share === 0) &&
      groups.every(({ estimate }) => !isMissing(estimate)),
  );
  return whole ? "measured" : "partly";
}
