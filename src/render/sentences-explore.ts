import type { Limits } from "../model.ts";
import { quantity, range } from "./format.ts";

/** What readers meet when they explore a chart. */
const words = {
  explore: "Explore this chart",
  leave: "Back to the picture",
  loading: "Loading the chart",
  failed: "The chart could not be loaded. The picture and its table say the same.",
  how: "Use the arrow keys to step from figure to figure. Escape goes back to the picture.",
  chart: "Chart to explore",
  place: "{n} of {all}",
};

/** The script with its words. */
export const exploreScript = (source: string): string =>
  `globalThis.tempcheckWords = ${JSON.stringify(words, null, 1)};\n${source}`;

/** Names of the files that go with a chart. */
export const fileWords = {
  figures: "The figures",
  csv: "Table (CSV)",
  png: "Picture (PNG)",
  svg: "Picture (SVG)",
  spec: "Specification (Vega-Lite)",
};

/** What a mark says when it is pointed at: whose figure, the figure, its interval. */
export function pointed(whose: string, limits: Limits, unit: string, places: number): string {
  const interval = range(limits, places);
  return `${whose}: ${quantity(limits.value, unit, places)}${interval === null ? "" : ` (${interval})`}`;
}
