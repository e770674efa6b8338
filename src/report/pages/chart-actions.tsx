import { useContext } from "preact/hooks";
import type { DrawnChart } from "../../charts/chart.ts";
import { citation, embedAddress, embedPath } from "../citation.ts";
import { Edition, useSay } from "./surroundings.ts";

/** Room that the words of a chart take on its own page, about. */
const words = 240;

/** What can be done with a chart: its address, its figures, a page of its own, how to cite it. */
export function ChartActions({ chart, root }: { chart: DrawnChart; root: "" | "../" }) {
  const say = useSay();
  const results = useContext(Edition);
  if (results === null) return null;
  const { chartActions } = say;
  const { id, title, table, drawing } = chart;
  const own = `${root}${embedPath(id)}`;
  const name = <span class="unseen">: {table.caption}</span>;
  const quoted = title.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  const address = embedAddress(results, id) ?? embedPath(id);
  const height = Math.ceil(drawing.height * (480 / drawing.width)) + words;
  return (
    <details class="share">
      <summary>
        {chartActions.share}
        {name}
      </summary>
      <div class="acts">
        <a class="anchor" href={`#figure-${id}`}>
          {chartActions.link}
          {name}
        </a>
        <button type="button" hidden data-copied={chartActions.copied} data-failed={chartActions.failed}>
          {chartActions.copy}
          {name}
        </button>
        <p>
          {chartActions.embedHow}{" "}
          <code>{`<iframe src="${address}" title="${quoted}" width="520" height="${height}" loading="lazy"></iframe>`}</code>
        </p>
        <p>
          <a href={own}>
            {chartActions.embedPage}
            {name}
          </a>
        </p>
        <p>{citation(say, results, chart)}</p>
      </div>
    </details>
  );
}
