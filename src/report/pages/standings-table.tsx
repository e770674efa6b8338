import type { Say } from "../../catalogue/say.ts";
import { figuresTable } from "../../charts/figures-table.ts";
import type { Standing } from "../../narrate/standing.ts";
import { useSay } from "./surroundings.ts";
import { tableText } from "./table-text.ts";

/** Every figure of some people beside others. */
export function StandingsTable({ standings, who }: { standings: readonly Standing[]; who: string }) {
  const say = useSay();
  const { indicator, period, figure, whom, difference, p } = say.people.figures.head;
  const others = [period, figure, whom, difference, p];
  const { caption, rows } = tableText(say, figuresTable(say, standings, who));
  return (
    <section class="scroll" tabindex={0} aria-labelledby="table-figures">
      <table class="people">
        <caption id="table-figures">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{indicator}</th>
            {others.map((text) => (
              <th key={text} scope="col">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ heading, cells }) => (
            <tr key={heading}>
              <th scope="row">{heading}</th>
              {withIntervals(say, cells).map((text, i) => (
                <td key={others[i]}>{text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The cells of a row with intervals beside what they belong to, where there is less room. */
function withIntervals(
  { writing, charts }: Say,
  [period = "", value = "", limits = "", whom = "", difference = "", itsLimits = "", p = ""]: readonly string[],
): string[] {
  const both = (text: string, interval: string): string =>
    interval === charts.notPublished ? text : writing.withRange(text, interval);
  return [period, both(value, limits), whom, both(difference, itsLimits), p];
}
