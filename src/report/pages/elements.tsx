import type { DrawnChart } from "../../charts/chart.ts";
import { OnPage } from "../../charts/draw/picture.tsx";
import { temperatureMarks } from "../../charts/layout/chart-theme.ts";
import type { Verdict } from "../../model.ts";
import { useCharts, useSay } from "./lead-and-rest.tsx";
import { type TextTable, tableText } from "./table-text.ts";

/** A sign drawn beside its word; the word carries the meaning, so the sign is silent. */
export function Sign({ path, filled }: { path: string; filled: boolean }) {
  return (
    <svg class="sign" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false">
      <path d={path} fill={filled ? "currentColor" : "none"} stroke="currentColor" stroke-width={2} />
    </svg>
  );
}

/** The verdict: shape, words, temperature. */
export function VerdictBadge({ verdict }: { verdict: Verdict }) {
  const { verdict: words, temperatures } = useSay();
  const label = words.labels[verdict.id];
  const { word } = temperatures[verdict.temperature];
  return (
    <span class={`badge ${verdict.temperature}`}>
      <Sign {...temperatureMarks[verdict.temperature]} />
      <span>
        <strong>{label}</strong>
        {label !== word && (
          <span class="temperature">
            <span class="unseen">,</span> {word.toLowerCase()}
          </span>
        )}
      </span>
    </span>
  );
}

/** A reason in place of a figure is read like any sentence, in lines of its own. */
const isSentence = (text: string): boolean => /\s\S+\.$/.test(text);

/** A period stays in one line. */
const isBrief = (heading: string): boolean => /^\S{1,9}$/.test(heading);

/** A table that scrolls sideways by itself where it is wider than the screen. */
export function DataTable({
  id,
  root,
  table: { caption, head, rows },
}: {
  id: string;
  root: "" | "../";
  table: TextTable;
}) {
  const [first, ...others] = head;
  return (
    <section class="scroll" tabindex={0} aria-labelledby={id}>
      <table>
        <caption id={id}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {others.map((text) => (
              <th key={text} scope="col" class="number">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ heading, cells, page }) => (
            <tr key={heading}>
              <th scope="row" class={isBrief(heading) ? "brief" : undefined}>
                {page == null ? heading : <a href={root + page}>{heading}</a>}
              </th>
              {cells.map((text, i) => (
                <td key={others[i]} class={isSentence(text) ? "words" : "number"}>
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

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

export function Bullets({ items }: { items: readonly string[] }) {
  if (items.length === 0) return null;
  return (
    <ul>
      {items.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
