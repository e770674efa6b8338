import type { TopLevelSpec } from "vega-lite";

/** A table of text: the first cell of each row is its heading, which can lead to a page of the report. */
export interface Table {
  caption: string;
  head: string[];
  rows: { heading: string; cells: string[]; page?: string | null }[];
}

/** A Vega-Lite spec that states the room around its plot, so that nothing depends on measuring text. */
export type Spec = TopLevelSpec & { padding: { top: number; right: number; bottom: number; left: number } };

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
  spec: Spec;
  table: Table;
  /** Whether a narrow screen scrolls over the picture, which could not be read if it shrank. */
  keepsSize?: true;
}

/** Marks as SVG, without the element round them, and the room that they take. */
export interface Drawing {
  inner: string;
  width: number;
  height: number;
}

/** A drawn chart: what a page makes its picture of, and the files that stand on their own. */
export interface DrawnChart extends Chart {
  drawing: Drawing;
  files: { spec: string; svg: string; csv: string };
  /** Its spec as a script for the page to explore; null where no mark has anything to say. */
  script: string | null;
  warnings: string[];
}
