import type { Chart } from "../chart.ts";
import { type Drawn, drawn } from "./drawn.ts";
import { png } from "./png.ts";
import { release } from "./release.ts";

/** The slow work of drawing, done here or in a thread. */
export const jobs = {
  draw: (chart: Chart): Promise<Drawn> => drawn(chart),
  drawWithPng: async ({ chart, fontFiles }: { chart: Chart; fontFiles: readonly string[] }) => {
    const made = await drawn(chart);
    const picture = png(made.files.svg, fontFiles);
    await release();
    return { ...made, png: picture };
  },
  /** One pixel for each of the picture's own. */
  toPng: async ({ svg, fontFiles }: { svg: string; fontFiles: readonly string[] }) => {
    const picture = png(svg, fontFiles, 1);
    await release();
    return picture;
  },
};

export type Jobs = typeof jobs;
export type Input<J extends keyof Jobs> = Parameters<Jobs[J]>[0];
export type Output<J extends keyof Jobs> = Awaited<ReturnType<Jobs[J]>>;
