import type { ComponentChildren } from "preact";
import { temperatureMarks } from "../../charts/layout/chart-theme.ts";
import { formulaParts, type Measure } from "../../measure/all.ts";
import { temperatures } from "../../model.ts";
import { Sign } from "./elements.tsx";
import { useSay } from "./surroundings.ts";

/** A part of the method page under its heading. */
export function Part({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

interface GridProps {
  id: string;
  caption: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
}

export function Grid({ id, caption, head, rows }: GridProps) {
  return (
    <section class="scroll" tabindex={0} aria-labelledby={id}>
      <table>
        <caption id={id}>{caption}</caption>
        <thead>
          <tr>
            {head.map((text) => (
              <th key={text} scope="col">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...cells]) => (
            <tr key={first}>
              <th scope="row">{first}</th>
              {cells.map((text, i) => (
                <td key={head[i + 1]}>{text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Names, each with what is said of it. */
export function Meanings({ items }: { items: readonly { id?: string; name: string; text: string }[] }) {
  return (
    <dl class="missing">
      {items.map(({ id, name, text }) => (
        <div key={name} id={id}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What each temperature is called, looks like and means. */
export function Temperatures() {
  const say = useSay();
  return (
    <ul class="legend">
      {temperatures.map((temperature) => {
        const { word, meaning } = say.temperatures[temperature];
        return (
          <li key={temperature} class={temperature}>
            <Sign {...temperatureMarks[temperature]} /> {word}: {meaning}
          </li>
        );
      })}
    </ul>
  );
}

/** Measures with their formula and source, printed from the objects that compute them. */
export function MeasureList({ measures, used }: { measures: readonly Measure[]; used: ReadonlySet<string> | null }) {
  const { method, methodPage } = useSay();
  return (
    <dl class="measures">
      {measures.map(({ id, definition, formula, source }) => (
        <div key={definition}>
          <dt>
            {method.measureName(id)} <code>{definition}</code>
            {used !== null && !used.has(definition) && <span class="small"> {methodPage.gaps.notUsed}</span>}
          </dt>
          <dd>{method.measureReading(id)}</dd>
          <dd class="formula">{method.measureFormula(id, formulaParts({ formula }))}</dd>
          <dd class="small">{methodPage.gaps.doi(source.citation, source.doi)}</dd>
        </div>
      ))}
    </dl>
  );
}
