import type { TopLevelSpec } from "vega-lite";
import type { Table } from "./chart-table.ts";

/** A Vega-Lite spec that states the room around its plot, so that nothing depends on measuring text. */
export type Spec = TopLevelSpec & { padding: { top: number; right: number; bottom: number; left: number } };

/** Charts of one indicator by one dimension, in reading order. How each is made stands in all-charts.ts. */
export const breakdownCharts = [
  "dumbbell",
  "groups",
  "over-time",
  "gap-absolute",
  "gap-relative",
  "published",
  "who",
  "funnel",
  "gap-parts",
  "map",
  "people",
] as const;
export type BreakdownChart = (typeof breakdownCharts)[number];

/** Those, that of an area, and that of a programme. */
export type ChartKind = BreakdownChart | "differences" | "swings";

/** Which chart it is. */
export interface ChartName {
  /** Names its files, and leads to it from its page. */
  id: string;
  kind: ChartKind;
  /** The breakdown, the area or the programme that it shows. */
  of: string;
}

export const chartName = (kind: ChartKind, of: string, number: number | null = null): ChartName => ({
  id: `${of}--${number === null ? kind : `${kind}-${number}`}`,
  kind,
  of,
});

/** One chart, not yet drawn. */
export interface Chart extends ChartName {
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
  /** As pixels, where the report offers them. */
  png?: Uint8Array | typeof ON_DEMAND;
}

/** Whoever serves the report paints the picture when somebody asks for it. */
export const ON_DEMAND = "on demand";

/** Whether the report offers its charts as pixels, and who paints them. */
export type Pictures = "drawn" | typeof ON_DEMAND | "none";
