import type { Chart, DrawnChart } from "../chart.ts";
import { csv } from "../chart-csv.ts";
import { marks } from "./marks.ts";
import { onItsOwn } from "./picture.tsx";
import { published } from "./published.ts";

/** What drawing adds to a chart. */
export type Drawn = Omit<DrawnChart, keyof Chart>;

export async function drawn(chart: Chart): Promise<Drawn> {
  const { live, warnings, ...drawing } = await marks(chart.spec);
  return {
    drawing,
    files: {
      spec: `${JSON.stringify(published(chart), null, 1)}\n`,
      svg: onItsOwn({ chart, drawing }),
      csv: csv(chart.table),
    },
    script: live === null ? null : `tempcheckChart(${JSON.stringify(chart.id)}, ${live});\n`,
    warnings,
  };
}
