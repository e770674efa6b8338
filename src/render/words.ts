import type { GapState, PeriodResult } from "../disclose/publishable.ts";
import { isMissing, type NotComputable, type Note } from "../model.ts";

/** Short names of notes, and what each means, for the method page. */
/** A note by what it says, whatever number its id carries. */
export type NoteKind = Exclude<Note["id"], `may-be-chance-among-${number}`> | "may-be-chance-among-N";

export const noteKind = (id: Note["id"]): NoteKind =>
  id.startsWith("may-be-chance-among-") ? "may-be-chance-among-N" : (id as NoteKind);

const needsGroups: ReadonlySet<string> = new Set(["missing-group", "coverage-below-85-percent", "too-few-groups"]);

/** Whether a figure is missing because a group's figure was held back. */
const isHeldBack = (missing: NotComputable, { groups }: PeriodResult): boolean =>
  needsGroups.has(missing.reason) && groups.some(({ estimate, marker }) => isMissing(estimate) && marker === "[c]");

/** Marker of a figure that is not there. */
export const blankMarker = (missing: NotComputable, period: PeriodResult): string =>
  missing.reason === "disclosure" || isHeldBack(missing, period) ? "[c]" : "[x]";

export const noteWords: Record<NoteKind, { label: string; meaning: string }> = {
  "biased-near-equality": {
    label: "Too large near equality",
    meaning:
      "A measure made of absolute differences cannot come out at zero, so it is too large where groups hardly differ.",
  },
  "no-interval": {
    label: "No interval",
    meaning: "No interval is known for this measure.",
  },
  "continuity-corrected": {
    label: "Continuity corrected",
    meaning: "A group had no events, or nobody without the event. Half an event is added where the gap is computed.",
  },
  "weights-implied": {
    label: "Sizes worked out",
    meaning: "The size of the groups is not published. It is worked out from the width of their intervals.",
  },
  unweighted: {
    label: "Unweighted",
    meaning: "The size of the groups is not known, so every group counts the same, however small.",
  },
  "partly-circular": {
    label: "Partly circular",
    meaning:
      "The ranking of the groups is partly made of the same thing the indicator measures, which makes the gap look larger.",
  },
  "not-a-straight-gradient": {
    label: "Not a straight gradient",
    meaning:
      "The groups do not lie along one line. The gap between its ends is a summary that misses part of the pattern.",
  },
  "intervals-missing": {
    label: "No intervals",
    meaning:
      "The source publishes no intervals, so chance cannot be told from real differences and no change is tested.",
  },
  "one-sided-interval": {
    label: "One-sided interval",
    meaning: "One limit lies at the edge of what is possible. The error is taken from the other side.",
  },
  "missing-group": {
    label: "Missing group",
    meaning: "A group that should be there has no figure. It is named, never left out in silence.",
  },
  "reference-worse-than-average": {
    label: "Reference worse than average",
    meaning: "The group that stands for doing best is worse off than the average, so no head-count is given.",
  },
  "may-be-chance-among-N": {
    label: "May be chance",
    meaning:
      "With many changes tested, some look clear by chance alone. This one does not survive the adjustment for that.",
  },
  "levelling-down": {
    label: "Levelling down",
    meaning:
      "The gap narrowed while the better-off side got clearly worse and the worse-off side did not clearly improve.",
  },
  "overall-not-testable": {
    label: "Overall level not tested",
    meaning: "The overall level has no interval, so its change is not tested and the verdict rests on the gap alone.",
  },
  unrecorded: {
    label: "Group not recorded",
    meaning:
      "For some people the group was not stated or lies outside the groups shown. They are counted and left out of the gap.",
  },
  "equal-groups-adjusted-to-zero": {
    label: "No more than chance",
    meaning: "The groups differ no more than chance alone would make them, so the typical difference is zero.",
  },
  suppressed: {
    label: "Suppressed",
    meaning: "Small counts are held back to protect people. Gaps use the full figures.",
  },
};

/** Shorthand of the Government Statistical Service for figures that are not there. */
export const markers: { marker: string; meaning: string }[] = [
  { marker: "[x]", meaning: "not available" },
  { marker: "[c]", meaning: "held back to protect people" },
  { marker: "[u]", meaning: "low reliability" },
  { marker: "[z]", meaning: "not applicable" },
  { marker: "[b]", meaning: "break in the series" },
];

export const stateWords = {
  measured: { word: "Measured", path: "M2 2H14V14H2Z", filled: true },
  partly: { word: "Partly", path: "M2 14V2L14 14Z", filled: true },
  "another-indicator": { word: "In another indicator", path: "M8 2L14 14H2Z", filled: true },
  "not-here": { word: "Not in this report", path: "M8 2.5L13.5 8L8 13.5L2.5 8Z", filled: false },
  "not-collected": { word: "Not collected", path: "M2.5 2.5H13.5V13.5H2.5Z", filled: false },
  "does-not-apply": { word: "[z]", path: "M2.5 8H13.5", filled: false },
} as const satisfies Record<GapState, { word: string; path: string; filled: boolean }>;
