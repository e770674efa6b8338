import { isMissing, type NotComputable } from "../reasons-and-notes.ts";
import type { GapState, PeriodResult } from "../results/results.ts";

/** Shapes of the data gaps page. */
export const stateMarks = {
  measured: { path: "M2 2H14V14H2Z", filled: true },
  partly: { path: "M2 14V2L14 14Z", filled: true },
  "another-indicator": { path: "M8 2L14 14H2Z", filled: true },
  "not-here": { path: "M8 2.5L13.5 8L8 13.5L2.5 8Z", filled: false },
  "not-collected": { path: "M2.5 2.5H13.5V13.5H2.5Z", filled: false },
  "does-not-apply": { path: "M2.5 8H13.5", filled: false },
} as const satisfies Record<GapState, { path: string; filled: boolean }>;

export const gapStates = Object.keys(stateMarks) as GapState[];

const needsGroups: ReadonlySet<string> = new Set(["missing-group", "coverage-below-85-percent", "too-few-groups"]);

/** Whether a figure is missing because a group's figure was held back. */
const isHeldBack = (missing: NotComputable, { groups }: PeriodResult): boolean =>
  needsGroups.has(missing.reason) && groups.some(({ estimate, marker }) => isMissing(estimate) && marker === "[c]");

/** Marker of a figure that is not there. */
export const blankMarker = (missing: NotComputable, period: PeriodResult): string =>
  missing.reason === "disclosure" || isHeldBack(missing, period) ? "[c]" : "[x]";
