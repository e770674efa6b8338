import type { Breakdown } from "./breakdown.ts";

/** Words around the working of a gap. */

export const moreTitle = "Further detail";
export const workingTitle = "The working, number by number";
export const workingAbout =
  "Every number that this gap was made from, as the command tempcheck explain prints it. The method page says what the letters mean.";
export const workingCaption = (b: Breakdown, step: string, table: number): string =>
  `Working, ${step.charAt(0).toLowerCase()}${step.slice(1)}${table === 0 ? "" : `, table ${table + 1}`}: ${b.indicator.title}, ${b.dimension.title}`;
