import type { Chart } from "../chart.ts";
import { type Drawn, drawn } from "./drawn.ts";
import { png } from "./png.ts";
import { release } from "./release.ts";

/** The slow work of drawing, done here or in a thread. */
export const jobs = {
  draw: (chart: Chart): Promise<Drawn> => drawn(chart),
  toPng: async ({ svg, fontFiles, zoom }: { svg: string; fontFiles: readonly string[]; zoom: number }) => {
    const picture = png(svg, fontFiles, zoom);
    await release();
    return picture;
  },
};

export type Jobs = typeof jobs;
export type Input<J extends keyof Jobs> = Parameters<Jobs[J]>[0];
export type Output<J extends keyof Jobs> = Awaited<ReturnType<Jobs[J]>>;
