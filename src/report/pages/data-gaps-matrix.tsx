import { stateMarks } from "../../narrate/marks-and-figures.ts";
import { isMeasured } from "../../narrate/measured-or-not.ts";
import type { DataGapCell, Publishable } from "../../results/results.ts";
import type { Place } from "../page.ts";
import { Sign } from "./elements.tsx";
import { useSay } from "./surroundings.ts";

/** An indicator's title. */
export const titleIn = ({ indicators }: Publishable, id: string): string =>
  indicators.find((one) => one.id === id)?.title ?? id;

/** The rows of a theme's indicators. */
const rowsOf = ({ dataGaps, indicators }: Publishable, theme: string): Publishable["dataGaps"] =>
  dataGaps.filter(({ indicator }) => indicators.find(({ id }) => id === indicator)?.theme === theme);

/** Every indicator by every characteristic. */
export function Matrix({ place: { results } }: { place: Place }) {
  const { gaps, count } = useSay();
  const cellsOf = (id: string): DataGapCell[] =>
    results.dataGaps.flatMap(({ cells }) => cells.filter(({ characteristic }) => characteristic === id));
  return (
    <section class="scroll tabled" tabindex={0} aria-labelledby="matrix">
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
                    <a href={`indicators/${indicator}.html`}>{titleIn(results, indicator)}</a>
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
