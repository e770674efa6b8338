import { sayIn } from "../../catalogue/say.ts";
import { gapStates, stateMarks } from "../../narrate/marks-and-figures.ts";
import { blindSpots, gapsLead, isMeasured } from "../../narrate/measured-or-not.ts";
import type { DataGapCell, Publishable } from "../../results/results.ts";
import type { Page, Place } from "../page.ts";
import { Sign } from "./elements.tsx";
import { useSay } from "./lead-and-rest.tsx";
import { Missing } from "./missing.tsx";

/** What is measured for whom, what is not, and what would fill the gap. */
export function dataGapsPage(place: Place): Page {
  const { results } = place;
  const { gaps } = sayIn(results);
  return {
    ...place,
    file: "data-gaps.html",
    title: gaps.title,
    description: gaps.description(results.place.name),
    current: "data-gaps.html",
    indicators: [],
    content: <DataGaps place={place} />,
  };
}

function DataGaps({ place }: { place: Place }) {
  const { results } = place;
  const { gaps } = useSay();
  return (
    <>
      <h1>{gaps.title}</h1>
      <p class="lead">{gapsLead(results)}</p>
      <section aria-labelledby="who">
        <h2 id="who">{gaps.headings.who}</h2>
        <ul class="legend">
          {gapStates.map((state) => (
            <li key={state} class={state}>
              <Sign {...stateMarks[state]} /> {gaps.state(gaps.states[state].word, gaps.states[state].meaning)}
            </li>
          ))}
        </ul>
        <p>{gaps.reasonsBelow}</p>
        <Matrix place={place} />
      </section>
      <section aria-labelledby="missing">
        <h2 id="missing">{gaps.headings.themes}</h2>
        {results.themes.map((theme) => (
          <section key={theme.id} aria-labelledby={`missing-${theme.id}`}>
            <h3 id={`missing-${theme.id}`}>{theme.title}</h3>
            <p>{blindSpots(results, theme.id)}</p>
            {theme.missing.length > 0 && (
              <>
                <h4>
                  {gaps.headings.fills}
                  <span class="unseen">: {theme.title}</span>
                </h4>
                <Missing theme={theme} />
              </>
            )}
          </section>
        ))}
      </section>
      <Reasons place={place} />
    </>
  );
}

const titleOf = ({ indicators }: Publishable, id: string): string =>
  indicators.find((one) => one.id === id)?.title ?? id;

/** The rows of a theme's indicators. */
const rowsOf = ({ dataGaps, indicators }: Publishable, theme: string): Publishable["dataGaps"] =>
  dataGaps.filter(({ indicator }) => indicators.find(({ id }) => id === indicator)?.theme === theme);

function Matrix({ place: { results } }: { place: Place }) {
  const { gaps, count } = useSay();
  const cellsOf = (id: string): DataGapCell[] =>
    results.dataGaps.flatMap(({ cells }) => cells.filter(({ characteristic }) => characteristic === id));
  return (
    <section class="scroll" tabindex={0} aria-labelledby="matrix">
      <table class="matrix">
        <caption id="matrix">{gaps.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{gaps.indicator}</th>
            {results.characteristics.map(({ id, title }) => (
              <th key={id} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        {results.themes
          .filter(({ id }) => rowsOf(results, id).length > 0)
          .map((theme) => (
            <tbody key={theme.id}>
              <tr>
                <th scope="rowgroup" colspan={results.characteristics.length + 1} class="theme-row">
                  {theme.title}
                </th>
              </tr>
              {rowsOf(results, theme.id).map(({ indicator, cells }) => (
                <tr key={indicator}>
                  <th scope="row">
                    <a href={`indicators/${indicator}.html`}>{titleOf(results, indicator)}</a>
                  </th>
                  {results.characteristics.map(({ id }) => (
                    <MatrixCell key={id} cell={cells.find(({ characteristic }) => characteristic === id)} />
                  ))}
                </tr>
              ))}
            </tbody>
          ))}
        <tfoot>
          <tr>
            <th scope="row">{gaps.measuredRow}</th>
            {results.characteristics.map(({ id }) => (
              <td key={id}>
                {gaps.measuredOf(
                  count(cellsOf(id).filter(isMeasured).length),
                  count(cellsOf(id).filter(({ state }) => state !== "does-not-apply").length),
                )}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function MatrixCell({ cell }: { cell: DataGapCell | undefined }) {
  const { gaps, percent } = useSay();
  const state = cell?.state ?? "not-here";
  return (
    <td class={state}>
      <Sign {...stateMarks[state]} /> {gaps.states[state].word}
      {cell?.unrecordedShare != null && cell.unrecordedShare > 0 && (
        <span class="small"> {gaps.notRecorded(percent(cell.unrecordedShare))}</span>
      )}
    </td>
  );
}

/** Reasons once each, with the indicators and characteristics they hold for. */
function Reasons({ place: { results } }: { place: Place }) {
  const { gaps } = useSay();
  const titles = new Map(results.characteristics.map(({ id, title }) => [id, title.toLowerCase()]));
  const rows = results.dataGaps.flatMap(({ indicator, cells }) => {
    const whys = new Map<string, string[]>();
    for (const { why, characteristic } of cells)
      if (why !== null) whys.set(why, [...(whys.get(why) ?? []), titles.get(characteristic) ?? characteristic]);
    return whys.size === 0 ? [] : [{ indicator, whys: [...whys] }];
  });
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="reasons">
      <h2 id="reasons">{gaps.headings.reasons}</h2>
      <dl class="missing">
        {rows.map(({ indicator, whys }) => (
          <div key={indicator}>
            <dt>{titleOf(results, indicator)}</dt>
            {whys.map(([why, characteristics]) => (
              <dd key={why}>
                {gaps.reasonFor(characteristics)}
                <br />
                {why}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  );
}
