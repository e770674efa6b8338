import type { Publishable } from "../../disclose/publishable.ts";
import { capital, list, percent, plural } from "../format.ts";
import { type StateWord, stateWord, stateWords } from "../words.ts";
import { Missing } from "./index.tsx";
import { type Place, page } from "./layout.tsx";
import { Sign } from "./parts.tsx";

type Cell = Publishable["dataGaps"][number]["cells"][number];

/** What is measured for whom, what is not, and what would fill the gap. */
export function dataGapsPage(place: Place): string {
  const { results } = place;
  const cells = results.dataGaps.flatMap((row) => row.cells);
  const measured = cells.filter(({ state }) => state !== "not-collected").length;
  return page({
    ...place,
    title: "Data gaps",
    description: `What is measured for which people in ${results.place.name}, and what is not.`,
    current: "data-gaps.html",
    children: (
      <>
        <h1>Data gaps</h1>
        <p class="lead">
          An inequality that is not measured is not a sign of equality. Of {plural(cells.length, "combination")} of an
          indicator and a characteristic, {plural(measured, "is", "are")} measured, at least in part.
        </p>
        <section aria-labelledby="who">
          <h2 id="who">Who is counted</h2>
          <ul class="legend">
            {Object.entries(stateWords).map(([state, { word, path, filled }]) => (
              <li key={state} class={state}>
                <Sign path={path} filled={filled} /> {word}: {readings[state as StateWord]}
              </li>
            ))}
          </ul>
          <p>The reasons stand below the table.</p>
          <Matrix place={place} />
        </section>
        <Reasons place={place} />
        <section aria-labelledby="missing">
          <h2 id="missing">What cannot be measured yet</h2>
          {results.themes
            .filter(({ missing }) => missing.length > 0)
            .map((theme) => (
              <section key={theme.id} aria-labelledby={`missing-${theme.id}`}>
                <h3 id={`missing-${theme.id}`}>{theme.title}</h3>
                <Missing theme={theme} />
              </section>
            ))}
        </section>
      </>
    ),
  });
}

const readings: Record<StateWord, string> = {
  measured: "a gap, with a figure for each group",
  partly: "the group of some people is not recorded, or some groups have no figure",
  "another-indicator": "this indicator is about one group and another indicator about the others",
  "not-here": "collected elsewhere, or not broken down here",
  "not-collected": "the source does not hold it",
  "does-not-apply": "does not apply",
};

const titleOf = ({ indicators }: Publishable, id: string): string =>
  indicators.find((one) => one.id === id)?.title ?? id;

function Matrix({ place: { results } }: { place: Place }) {
  return (
    <section class="scroll" tabindex={0} aria-labelledby="matrix">
      <table class="matrix">
        <caption id="matrix">Indicators by protected characteristic, and deprivation</caption>
        <thead>
          <tr>
            <th scope="col">Indicator</th>
            {results.characteristics.map(({ id, title }) => (
              <th key={id} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {results.dataGaps.map(({ indicator, cells }) => (
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
      </table>
    </section>
  );
}

function MatrixCell({ cell }: { cell: Cell | undefined }) {
  const state = cell === undefined ? "not-here" : stateWord(cell);
  const { word, path, filled } = stateWords[state];
  return (
    <td class={state}>
      <Sign path={path} filled={filled} /> {word}
      {cell?.unrecordedShare != null && cell.unrecordedShare > 0 && (
        <span class="small"> {percent(cell.unrecordedShare)} not recorded</span>
      )}
    </td>
  );
}

/** Reasons once each, with the indicators and characteristics they hold for. */
function Reasons({ place: { results } }: { place: Place }) {
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
      <h2 id="reasons">Why, by indicator</h2>
      <dl class="missing">
        {rows.map(({ indicator, whys }) => (
          <div key={indicator}>
            <dt>{titleOf(results, indicator)}</dt>
            {whys.map(([why, characteristics]) => (
              <dd key={why}>
                {capital(list(characteristics))}: {why}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  );
}
