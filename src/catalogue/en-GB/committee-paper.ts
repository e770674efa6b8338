import { type Counted, plural } from "../english.ts";

/** The committee paper, and the sheets of areas. */
export const paper = {
  title: (title: string, year: string): string => `${title} ${year}: committee paper`,
  areasTitle: (title: string, year: string, areas: string): string => `${title} ${year}: ${areas}, a page each`,
  description: (title: string): string => `Four pages for a committee, from ${title}.`,
  head: (title: string, year: string, publisher: string): string => `${title} ${year}. ${publisher}`,
  foot: (build: string, version: string): string =>
    `Figures, tests and sources stand in the report. Build ${build}, made with tempcheck ${version}.`,
  core: (topics: Counted): string => `The ${plural(topics, "core topic")}`,
  all: (topics: Counted): string => `The ${plural(topics, "topic")}`,
  notShown: (n: Counted): string => `${plural(n, "more topic stands", "more topics stand")} in the report.`,
  columns: { topic: "Topic", now: "Gap now", change: "Change", became: "What became of it" },
  charts: "Three of them, group by group",
  cannot: "What we cannot say",
  untold: (n: Counted): string => `Whether the gap changed cannot be told for ${plural(n, "topic")}:`,
  missing: "What is not measured",
  more: (n: string): string => `and ${n} more`,
};
