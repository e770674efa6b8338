import type { DrawnChart } from "../../charts/chart.ts";
import { OnPage } from "../../charts/draw/picture.tsx";
import { ChartActions } from "./chart-actions.tsx";
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

interface ChartFigureProps {
  id: string;
  root: "" | "../";
  size: "half" | "tall" | "full";
  /** Its title is a heading, one level below what it stands under. */
  heading: "h2" | "h3" | "h4";
}

/** A chart with its words, its table and its files. */
export function ChartFigure({ id, root, size, heading: Heading }: ChartFigureProps) {
  const say = useSay();
  const { files } = say.explore;
  const chart = useCharts().chart(id);
  const offered = chartFiles.filter((ending) => ending !== "png" || chart.png !== undefined);
  return (
    <figure class={`chart ${size}`} id={`figure-${id}`}>
      <figcaption>
        <Heading class="finding">
          {chart.title}
          <span class="unseen">{say.heard.named(chart.table.caption)}</span>
        </Heading>
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
      <div class="beneath">
        <details>
          <summary>
            {files.figures}
            <span class="unseen">: {chart.table.caption}</span>
          </summary>
          <DataTable id={`table-${id}`} root={root} table={tableText(say, chart.table)} />
          <ul class="plain small files">
            {offered.map((ending) => (
              <li key={ending}>
                <a href={`${root}../charts/${id}.${ending}`}>
                  {files[ending]}
                  <span class="unseen">: {chart.table.caption}</span>
                </a>
              </li>
            ))}
          </ul>
        </details>
        <ChartActions chart={chart} root={root} />
      </div>
    </figure>
  );
}
