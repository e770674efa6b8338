import type { TopLevelSpec } from "vega-lite";
import { marks } from "./marks.ts";
import { png } from "./png.ts";

/** The slow work of drawing, done here or in a thread. */
export const jobs = {
  marks: (spec: TopLevelSpec) => marks(spec),
  png: ({ svg, fontFiles }: { svg: string; fontFiles: readonly string[] }) => png(svg, fontFiles),
};

export type Jobs = typeof jobs;
export type Input<J extends keyof Jobs> = Parameters<Jobs[J]>[0];
export type Output<J extends keyof Jobs> = Awaited<ReturnType<Jobs[J]>>;
