import { heatRows, standingSigns } from "../../narrate/side-by-side.ts";
import type { Comparison } from "../../results/comparison.ts";
import { standings } from "../../results/comparison.ts";
import { useSay } from "../pages/surroundings.ts";

/** Every gap by every place. A cell is shaded, and says so in words, only where it differs by more than chance. */
export function HeatMap({ comparison }: { comparison: Comparison }) {
  const { comparison: words } = useSay();
  const rows = heatRows(comparison);
  return (
    <>
      <ul class="plain standings">
        {standings.map((standing) => (
          <li key={standing} class={standing}>
            <span aria-hidden="true">{standingSigns[standing]}</span>{" "}
            {words.standing(words.standings[standing].word, words.standings[standing].meaning)}
          </li>
        ))}
      </ul>
      <section class="scroll" tabindex={0} aria-labelledby="heat-map">
        <table class="heat">
          <caption id="heat-map">{words.map.caption(comparison.whole)}</caption>
          <thead>
            <tr>
              <th scope="col">{words.map.gap}</th>
              {comparison.places.map(({ id, name }) => (
                <th key={id} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, heading, unit, cells }) => (
              <tr key={id}>
                <th scope="row">
                  <a href={`#${id}`}>{heading}</a>
                  {unit !== "" && <span class="small unit">{unit}</span>}
                </th>
                {cells.map(({ place, gap, range, standing }) => (
                  <td key={place} class={standing}>
                    <strong>{gap}</strong>
                    {range !== null && <span class="small">{range}</span>}
                    <span class="small">
                      <span aria-hidden="true">{standingSigns[standing]}</span> {words.standings[standing].word}
                    </span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
