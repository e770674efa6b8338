import { csv } from "../../csv/write.ts";
import type { Chart, DrawnChart } from "../chart.ts";
import { tableData } from "../table-data.ts";
import { marks } from "./marks.ts";
import { onItsOwn } from "./picture.tsx";
import { published } from "./published.ts";

/** What drawing adds to a chart. */
export type Drawn = Omit<DrawnChart, keyof Chart | "png">;

export async function drawn(chart: Chart): Promise<Drawn> {
  const { columns, rows } = tableData(chart.table);
  const { live, warnings, ...drawing } = await marks(chart.spec);
  return {
    drawing,
    files: {
      spec: `${JSON.stringify(published(chart), null, 1)}\n`,
      svg: onItsOwn({ chart, drawing }),
      csv: csv(columns, rows),
    },
    script: live === null ? null : `tempcheckChart(${JSON.stringify(chart.id)}, ${live});\n`,
    warnings,
  };
}
