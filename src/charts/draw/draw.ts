import type { Chart, DrawnChart } from "../chart.ts";
import type { Drawers } from "./threads.ts";

/** A drawn chart with its picture in pixels. */
export type Painted = DrawnChart & { png: Uint8Array };

/** Draws charts, in their order. */
export async function draw(charts: readonly Chart[], drawers: Drawers): Promise<DrawnChart[]> {
  const made = await drawers.each("draw", charts);
  return charts.map((chart, i) => ({ ...chart, ...made[i]! }));
}

/** Draws charts and paints them as pixels, in their order. */
export async function paint(
  charts: readonly Chart[],
  fontFiles: readonly string[],
  drawers: Drawers,
): Promise<Painted[]> {
  const made = await draw(charts, drawers);
  const pictures = await drawers.each(
    "toPng",
    made.map(({ files: { svg } }) => ({ svg, fontFiles, zoom: 2 })),
  );
  return made.map((chart, i) => ({ ...chart, png: pictures[i]! }));
}
