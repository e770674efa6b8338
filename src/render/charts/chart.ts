import type { TopLevelSpec } from "vega-lite";

/** A table of text: the first cell of each row is its heading. */
export interface Table {
  caption: string;
  head: string[];
  rows: { heading: string; cells: string[] }[];
}

/** One chart, not yet drawn. */
export interface Chart {
  /** Name of its files. */
  name: string;
  /** What it shows was found. */
  title: string;
  /** Measure, place and period. */
  subtitle: string;
  /** For those who do not see it: extremes, gap, trend and uncertainty. */
  description: string;
  /** How to read it, in a line or two. */
  key: string;
  spec: TopLevelSpec;
  table: Table;
}

/** A drawn chart: the picture for the page, and the two files that stand on their own. */
export interface DrawnChart extends Chart {
  svg: string;
  files: { spec: string; svg: string };
}
