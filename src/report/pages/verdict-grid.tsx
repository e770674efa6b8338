import type { LevelDirection } from "../../model.ts";
import { verdictIds } from "../../model.ts";
import { countedOnce } from "../../narrate/overview.ts";
import type { Publishable } from "../../results/results.ts";
import { useSay } from "./surroundings.ts";

/** Columns of the level, beside the gap and never merged with it. */
const levels: readonly (readonly LevelDirection[])[] = [
  ["improving"],
  ["little-changed"],
  ["worsening"],
  ["cannot-tell", "not-compared"],
];

/** The verdicts of docs/method.md section 6 with how many indicators have each, and what their level did. */
export function VerdictGrid({ results }: { results: Publishable }) {
  const { glance, verdict: words, count } = useSay();
  const verdicts = countedOnce(results).map(({ result }) => result.verdict);
  return (
    <section class="scroll" tabindex={0} aria-labelledby="verdict-grid">
      <table class="grid">
        <caption id="verdict-grid">
          <span class="unseen">{glance.headings.grid}</span>
        </caption>
        <thead>
          <tr>
            {glance.grid.head.map((text) => (
              <th key={text} scope="col">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {verdictIds.map((id) => {
            const having = verdicts.filter((verdict) => verdict.id === id);
            return (
              <tr key={id} class={having.length === 0 ? "none" : undefined}>
                <th scope="row">{words.labels[id]}</th>
                <td>
                  <span class="tally">{count(having.length)}</span>
                </td>
                {levels.map((directions) => (
                  <td key={directions.join()}>
                    {count(having.filter(({ overall }) => directions.includes(overall)).length)}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
