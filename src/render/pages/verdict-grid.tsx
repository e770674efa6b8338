import type { Publishable } from "../../disclose/publishable.ts";
import { count } from "../format.ts";
import { allBreakdowns, glanceHeadings } from "../sentences-glance.ts";

const rowWords = {
  narrowing: "Gap narrowing",
  "no-clear-change": "Gap: no clear change",
  widening: "Gap widening",
} as const;
const columns = ["Level improving", "Level: no clear change", "Level worsening"] as const;

/** METHOD's verdict table with how many stand in each cell. */
const grid = [
  { gap: "narrowing", labels: ["Fairer and better", "Fairer", "Fairer but worse"] },
  { gap: "no-clear-change", labels: ["Better, gap unchanged", "No clear change", "Worse, gap unchanged"] },
  { gap: "widening", labels: ["Better but less fair", "Less fair", "Worse and less fair"] },
] as const;

export function VerdictGrid({ results }: { results: Publishable }) {
  const verdicts = allBreakdowns(results).map(({ result }) => result.verdict);
  const labelled = (label: string) => verdicts.filter((verdict) => verdict.label === label).length;
  const others = ["Mixed", "Not enough data"].filter((label) => labelled(label) > 0);
  return (
    <section class="scroll" tabindex={0} aria-labelledby="verdict-grid">
      <table class="grid">
        <caption id="verdict-grid">{glanceHeadings.grid}</caption>
        <thead>
          <tr>
            <td />
            {columns.map((text) => (
              <th key={text} scope="col">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.map(({ gap, labels }) => (
            <tr key={gap}>
              <th scope="row">{rowWords[gap]}</th>
              {labels.map((label) => (
                <td key={label} class={labelled(label) === 0 ? "none" : undefined}>
                  <span class="tally">{count(labelled(label))}</span> {label}
                </td>
              ))}
            </tr>
          ))}
          {others.map((label) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td colspan={3}>
                <span class="tally">{count(labelled(label))}</span>{" "}
                {label === "Mixed"
                  ? "the absolute and the relative gap move in opposite ways"
                  : "the change of the gap cannot be told"}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
