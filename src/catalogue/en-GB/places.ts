import { lowerFirst } from "../english.ts";
import { type FromTo, when } from "./phrases.ts";

/** The same gap in other places. */
export const places = {
  title: "Beside other places",
  about: (period: string): string =>
    `The same gap ${when(period)}, by the same rules. Places stand in a set order and are not ranked.`,
  caption: (indicator: string, groups: string, period: string): string =>
    `${indicator}, ${lowerFirst(groups)}, ${period}: the gap in other places`,
  head: (place: string, trend: FromTo | null): string[] => [
    ...["Place", "Level", "Absolute gap", "Relative gap"],
    ...(trend === null ? [] : [`Trend of the absolute gap, ${trend.from} to ${trend.to}`]),
    `${place} less this place`,
  ],
  trend: (from: string, to: string): string => `${from} to ${to}`,
  noTrend: "[x]",
  trendAbout:
    "The trend is a line fitted through the years, from its first year to its last; whether trends differ is not tested.",
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
