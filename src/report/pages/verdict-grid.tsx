import type { VerdictId } from "../../model.ts";
import { allBreakdowns } from "../../narrate/overview.ts";
import type { Publishable } from "../../results/results.ts";
import { useSay } from "./surroundings.ts";

/** The verdict table of docs/method.md section 6 with how many stand in each cell. */
const grid = [
  { gap: "narrowing", ids: ["fairer-and-better", "fairer", "fairer-but-worse"] },
  { gap: "no-clear-change", ids: ["better-gap-unchanged", "no-clear-change", "worse-gap-unchanged"] },
  { gap: "widening", ids: ["better-but-less-fair", "less-fair", "worse-and-less-fair"] },
] as const;
type Beside = Exclude<VerdictId, (typeof grid)[number]["ids"][number]>;
const beside: Record<Beside, number> = { mixed: 0, "not-enough-data": 1 };

export function VerdictGrid({ results }: { results: Publishable }) {
  const { glance, verdict: words, count } = useSay();
  const verdicts = allBreakdowns(results).map(({ result }) => result.verdict);
  const withId = (id: VerdictId) => verdicts.filter((verdict) => verdict.id === id).length;
  const others = (Object.keys(beside) as Beside[]).filter((id) => withId(id) > 0);
  return (
    <section class="scroll" tabindex={0} aria-labelledby="verdict-grid">
      <table class="grid">
        <caption id="verdict-grid">
          <span class="unseen">{glance.headings.grid}</span>
        </caption>
        <thead>
          <tr>
            <td />
            {glance.grid.columns.map((text) => (
              <th key={text} scope="col">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.map(({ gap, ids }) => (
            <tr key={gap}>
              <th scope="row">{glance.grid.rows[gap]}</th>
              {ids.map((id) => (
                <td key={id} class={withId(id) === 0 ? "none" : undefined}>
                  <span class="tally">{count(withId(id))}</span> {words.labels[id]}
                </td>
              ))}
            </tr>
          ))}
          {others.map((id) => (
            <tr key={id}>
              <th scope="row">{words.labels[id]}</th>
              <td colspan={3}>
                <span class="tally">{count(withId(id))}</span> {glance.grid[id]}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
