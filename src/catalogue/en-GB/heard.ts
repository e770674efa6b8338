import type { Ladder } from "../vocabulary.ts";
import { endOf } from "./phrases.ts";

/** What is heard of charts and headings, and what readers meet when they explore a chart. */
export const heard = {
  explore: {
    explore: "Explore this chart",
    leave: "Back to the picture",
    loading: "Loading the chart",
    failed: "The chart could not be loaded. The picture and its table say the same.",
    how: "Use the arrow keys to go from figure to figure. Home and End go to the first and the last. Escape goes back to the picture.",
    howLines:
      "Use the left and right arrow keys to go from figure to figure, and up and down to go from line to line. Home and End go to the first and the last. Escape goes back to the picture.",
    place: (n: string, all: string): string => `${n} of ${all}`,
  },
  /** At the foot of a printed page. */
  pageOf: (page: string, pages: string): string => `Page ${page} of ${pages}`,
  whose: (name: string, period: string): string => `${name}, ${period}`,
  lineEnd: (ladder: Ladder, end: "most" | "least"): string => `Fitted line at ${endOf(ladder, end)}`,
  /** A heading or a link that would be like others, told apart for those who hear it. */
  named: (name: string): string => `: ${name}`,
};
