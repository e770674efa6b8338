import type { Chart, DrawnChart } from "../chart.ts";
import { unwatched } from "./promised.ts";
import type { Drawers } from "./threads.ts";

/** A drawn chart with its picture in pixels. */
export type Painted = DrawnChart & { png: Uint8Array };

/** Charts as they are drawn, in their order. */
export function drawing(charts: readonly Chart[], drawers: Drawers): Promise<DrawnChart>[] {
  const made = drawers.each("draw", charts);
  return charts.map((chart, i) => unwatched(made[i]!.then((drawn) => ({ ...chart, ...drawn }))));
}

/** Draws charts, in their order. */
export const draw = (charts: readonly Chart[], drawers: Drawers): Promise<DrawnChart[]> =>
  Promise.all(drawing(charts, drawers));

/** Draws charts and paints them as pixels, in their order. */
export async function paint(
  charts: readonly Chart[],
  fontFiles: readonly string[],
  drawers: Drawers,
): Promise<Painted[]> {
  const made = await draw(charts, drawers);
  const inputs = made.map(({ files: { svg } }) => ({ svg, fontFiles, zoom: 2 }));
  const pictures = await Promise.all(drawers.each("toPng", inputs));
  return made.map((chart, i) => ({ ...chart, png: pictures[i]! }));
}

/** Charts as they come, all of them when the last is painted. */
export function painting(charts: readonly Chart[], fontFiles: readonly string[], drawers: Drawers): Promise<Painted>[] {
  const all = paint(charts, fontFiles, drawers);
  return charts.map((_, i) => unwatched(all.then((painted) => painted[i]!)));
}
