import { lowerFirst } from "../english.ts";
import { when } from "./phrases.ts";

/** The same gap in other places. */
export const places = {
  title: "Beside other places",
  about: (period: string): string =>
    `The same gap ${when(period)}, by the same rules. Places stand in a set order and are not ranked.`,
  caption: (indicator: string, groups: string, period: string): string =>
    `${indicator}, ${lowerFirst(groups)}, ${period}: the gap in other places`,
  head: (place: string): string[] => ["Place", "Level", "Absolute gap", "Relative gap", `${place} less this place`],
  noIntervals: "No intervals are published, so a small difference may be chance.",
  apart:
    "The last column is of the absolute gap. An asterisk says that its interval leaves out equal gaps; about one in twenty would by chance alone.",
  publishedAbout: (measure: string, period: string): string =>
    `${measure} ${when(period)} in each place. A small difference may be chance.`,
  publishedCaption: (measure: string, indicator: string, period: string): string =>
    `${measure}, ${lowerFirst(indicator)}, ${period}: other places`,
  publishedHead: (measure: string, place: string): string[] => ["Place", measure, `${place} less this place`],
  marked: (difference: string): string => `${difference} *`,
};
