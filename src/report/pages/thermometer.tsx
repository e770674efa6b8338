import { temperatureMarks } from "../../charts/layout/chart-theme.ts";
import type { Breakdown } from "../../narrate/breakdown.ts";
import { tally } from "../../narrate/overview.ts";
import { Sign } from "./elements.tsx";
import { useSay } from "./surroundings.ts";

/** How many comparisons have each temperature: a bar in proportion, and under it sign, number and words. */
export function Thermometer({ all }: { all: readonly Breakdown[] }) {
  const { count, temperatures } = useSay();
  const counts = tally(all);
  const starts = counts.map((_, i) => counts.slice(0, i).reduce((sum, { n }) => sum + n, 0));
  const gap = all.length / 200;
  return (
    <div class="thermometer">
      <svg
        viewBox={`0 0 ${Math.max(1, all.length)} 1`}
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
        class="bar"
      >
        {counts.map(({ temperature, n }, i) =>
          n === 0 ? null : (
            <rect key={temperature} class={temperature} x={starts[i]} y={0} width={n - gap} height={1} />
          ),
        )}
      </svg>
      <ul>
        {counts.map(({ temperature, n }) => {
          const { word, meaning } = temperatures[temperature];
          return (
            <li key={temperature} class={n === 0 ? "none" : undefined}>
              <span class={`reading ${temperature}`}>
                <Sign {...temperatureMarks[temperature]} /> <span class="tally">{count(n)}</span> {word.toLowerCase()}
              </span>
              <span class="unseen">: </span>
              <span class="small">{meaning}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
