import type { Chart, DrawnChart } from "../chart.ts";
import { csv } from "../chart-csv.ts";
import { marks } from "./marks.ts";
import { onItsOwn, onPage } from "./picture.tsx";
import { published } from "./published.ts";

/** What drawing adds to a chart. */
export type Drawn = Omit<DrawnChart, keyof Chart>;

export async function drawn(chart: Chart): Promise<Drawn> {
  const drawing = await marks(chart.spec);
  const picture = { chart, drawing };
  return {
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
