import type { DrawnChart } from "../../charts/chart.ts";
import { OnPage } from "../../charts/draw/picture.tsx";
import { DataTable } from "./scrolling-table.tsx";
import { useCharts, useSay } from "./surroundings.ts";
import { tableText } from "./table-text.ts";

const chartFiles = ["csv", "png", "svg", "vl.json"] as const;

/** The drawing; the script finds by its name what it needs to bring it to life. */
function Picture({ chart }: { chart: DrawnChart }) {
  const { id, script, table, drawing } = chart;
  const named = script === null ? {} : { "data-chart": id, "data-caption": table.caption };
  return (
    <div class="picture" {...named}>
      <OnPage chart={chart} drawing={drawing} />
    </div>
  );
}

/** A chart with its words, its table and its files. */
export function ChartFigure({ id, root, size }: { id: string; root: "" | "../"; size: "half" | "tall" | "full" }) {
  const say = useSay();
  const { files } = say.explore;
  const chart = useCharts().chart(id);
  return (
    <figure class={`chart ${size}`}>
      <figcaption>
        <strong class="finding">{chart.title}</strong>
        <span class="subtitle">{chart.subtitle}</span>
      </figcaption>
      {chart.keepsSize ? (
        <section class="sideways" tabindex={0} aria-labelledby={`chart-${id}-title`}>
          <Picture chart={chart} />
        </section>
      ) : (
        <Picture chart={chart} />
      )}
      <p class="key">{chart.key}</p>
      <details>
        <summary>
          {files.figures}
          <span class="unseen">: {chart.table.caption}</span>
        </summary>
        <DataTable id={`table-${id}`} root={root} table={tableText(say, chart.table)} />
        <ul class="plain small files">
          {chartFiles.map((ending) => (
            <li key={ending}>
              <a href={`${root}../charts/${id}.${ending}`}>
                {files[ending]}
                <span class="unseen">: {chart.table.caption}</span>
              </a>
            </li>
          ))}
        </ul>
      </details>
    </figure>
  );
}
