import { type Counted, plural } from "../english.ts";

/** What `tempcheck preview` prints, and what it shows over a page. */
export const previewing = {
  serving: (url: string): string => `The report: ${url} (Ctrl-C ends it)`,
  built: (indicators: Counted, charts: Counted): string =>
    `Built: ${plural(indicators, "indicator")}, ${plural(charts, "chart")} drawn anew.`,
  faulty: (faults: Counted): string => `${plural(faults, "fault")}: the last good report is still shown.`,
  ended: "Ended; nothing is left behind.",
  title: (faults: Counted): string => `${plural(faults, "fault")} in the project`,
  behind: "The page behind this is the last good one. It is made anew when you save.",
  nothingYet: "There is no report to show yet.",
  waiting: "The report is being made.",
  gone: "This page is not in the report any more, or never was.",
  first: "The first page of the report",
  hide: "Hide",
  labels: { must: "Must be", found: "Found", fix: "Do" },
  bug: "This is a bug in tempcheck, not a fault in your files. The terminal says more.",
};
