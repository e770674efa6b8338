import type { GapType, Ladder, LevelOf, Way } from "../vocabulary.ts";
/** Turns of phrase that several topics share. */

/** From one figure to another, as text with or without units. */
export interface FromTo {
  from: string;
  to: string;
}

export const wayWords: Record<Way, string> = { higher: "higher", lower: "lower" };

export const otherWay: Record<Way, Way> = { higher: "lower", lower: "higher" };

export const gapNames: Record<GapType, string> = { absolute: "absolute gap", relative: "relative gap" };

export const when = (period: string): string => (period.includes(" to ") ? `from ${period}` : `in ${period}`);

export const inBrackets = (text: string | null): string => (text === null ? "" : ` (${text})`);

export const theLevel = (of: LevelOf): string =>
  of === "groups" ? "the plain average of the groups" : "the overall level";

export const leftOut = "They are left out of the gap.";

export const found = "would probably have been found (four times in five)";

export const endOf = (ladder: Ladder, end: "most" | "least"): string => `the ${end} ${ladder} end`;

/** What is counted, where it is not a state that people are in. */
export const eventsOf = (measure: string): string => /\b(deaths|admissions|accidents)\b/.exec(measure)?.[1] ?? "cases";

/** "are in debt" as "would be in debt". */
export const would = (is: string): string =>
  `would ${is
    .replace(/^(are|is)\b/, "be")
    .replace(/^has\b/, "have")
    .replace(/^(do|does) not\b/, "not")}`;

export const fromTo = ({ from, to }: FromTo): string => `from about ${from} to ${to}`;
