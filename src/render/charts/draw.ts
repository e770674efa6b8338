import type { Chart, DrawnChart } from "./chart.ts";
import { csv } from "./csv.ts";
import type { Drawing } from "./marks.ts";
import { onItsOwn, onPage } from "./picture.tsx";
import { published } from "./published.ts";
import type { Drawers } from "./threads.ts";

/** Draws charts, in their order. */
export async function draw(charts: readonly Chart[], drawers: Drawers): Promise<DrawnChart[]> {
  const drawings = await drawers.each(
    "marks",
    charts.map(({ spec }) => spec),
  );
  return charts.map((chart, i) => drawn(chart, drawings[i] as Drawing));
}

function drawn(chart: Chart, drawing: Drawing): DrawnChart {
  const picture = { chart, drawing };
  return {
    ...chart,
    svg: onPage(picture),
    files: {
      spec: `${JSON.stringify(published(chart), null, 1)}\n`,
      svg: onItsOwn(picture),
      csv: csv(chart.table),
    },
    script: drawing.live === null ? null : `tempcheckChart(${JSON.stringify(chart.name)}, ${drawing.live});\n`,
    warnings: drawing.warnings,
  };
}
