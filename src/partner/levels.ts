import type { Limits } from "../model.ts";
import { isMissing, type NotComputable } from "../reasons-and-notes.ts";
import { reasonOf } from "./reason.ts";

/** The level as it ends a key: 95 for 0.95, 998 for 0.998, 90 for 0.9. */
export const levelKey = (level: number): string => String(level).slice(2).padEnd(2, "0");

/** One value with its limits at every level, or the reason why there are none. */
export function atLevels(
  levels: readonly number[],
  limitsAt: (level: number) => Limits | NotComputable,
): Record<string, unknown> {
  const answer: Record<string, unknown> = {};
  for (const level of levels) {
    const limits = limitsAt(level);
    if (isMissing(limits)) return reasonOf(limits);
    answer["value"] = limits.value;
    answer[`lower${levelKey(level)}`] = limits.lower;
    answer[`upper${levelKey(level)}`] = limits.upper;
  }
  return answer;
}
