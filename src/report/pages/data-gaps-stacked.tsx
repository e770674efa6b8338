import { gapStates, stateMarks } from "../../narrate/marks-and-figures.ts";
import { isMeasured } from "../../narrate/measured-or-not.ts";
import type { DataGapCell, Publishable } from "../../results/results.ts";
import type { Place } from "../page.ts";
import { titleIn } from "./data-gaps-matrix.tsx";
import { Sign } from "./elements.tsx";
import { useSay } from "./surroundings.ts";

/** The same as the table of every indicator by every characteristic, where a screen is too narrow for it: no column is wider than the screen. */
export function Stacked({ place: { results } }: { place: Place }) {
  const { gaps, count } = useSay();
  const themeOf = (id: string): string | undefined => results.indicators.find((one) => one.id === id)?.theme;
  const cellsOf = (id: string): DataGapCell[] =>
    results.dataGaps.flatMap(({ cells }) => cells.filter(({ characteristic }) => characteristic === id));
  return (
    <div class="stacked">
      <p>
        <strong>{gaps.measuredRow}</strong>
      </p>
      <ul class="plain">
        {results.characteristics.map(({ id, title }) => (
          <li key={id}>
            {gaps.labelled(title)}
            <span>
              {gaps.measuredOf(
                count(cellsOf(id).filter(isMeasured).length),
                count(cellsOf(id).filter(({ state }) => state !== "does-not-apply").length),
              )}
            </span>
          </li>
        ))}
      </ul>
      {results.themes.map(({ id, title }) => {
        const rows = results.dataGaps.filter(({ indicator }) => themeOf(indicator) === id);
        return rows.length === 0 ? null : (
          <details key={id}>
            <summary>{gaps.stacked(title)}</summary>
            <ul class="plain">
              {rows.map(({ indicator, cells }) => (
                <li key={indicator}>
                  <a href={`indicators/${indicator}.html`}>{titleIn(results, indicator)}</a>
                  <States results={results} cells={cells} />
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </div>
  );
}

/** Each state with the characteristics that are in it. */
function States({ results, cells }: { results: Publishable; cells: readonly DataGapCell[] }) {
  const { gaps, list, percent } = useSay();
  return (
    <ul class="plain">
      {gapStates.map((state) => {
        const own = results.characteristics.flatMap(({ id, title }) => {
          const cell = cells.find(({ characteristic }) => characteristic === id);
          if ((cell?.state ?? "not-here") !== state) return [];
          const share = cell?.unrecordedShare ?? null;
          return [share === null || share <= 0 ? title : gaps.withShare(title, gaps.notRecorded(percent(share)))];
        });
        return own.length === 0 ? null : (
          <li key={state} class={state}>
            <Sign {...stateMarks[state]} /> {gaps.labelled(gaps.states[state].word)}
            {list(own)}
          </li>
        );
      })}
    </ul>
  );
}
