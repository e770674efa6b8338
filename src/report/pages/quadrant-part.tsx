import { temperatureMarks } from "../../charts/layout/chart-theme.ts";
import { numbered } from "../../charts/quadrant-chart.ts";
import { isMove, isUnmoved, moveOf } from "../../narrate/moves.ts";
import { countedOnce, nameOf } from "../../narrate/overview.ts";
import { leftOutSentence } from "../../narrate/quadrant.ts";
import type { Place } from "../page.ts";
import { ChartFigure } from "./chart-figure.tsx";
import { Sign } from "./elements.tsx";
import { useCharts, useSay } from "./surroundings.ts";

/** The chart of gaps and levels, the names of its numbers, and what it leaves out. */
export function Quadrant({ place: { results } }: { place: Place }) {
  const say = useSay();
  const [chart] = useCharts().ids("gaps-and-levels", null);
  const all = countedOnce(results).map(moveOf);
  const left = leftOutSentence(say, all.filter(isUnmoved));
  return (
    <>
      {chart === undefined ? (
        <p class="empty">{say.quadrant.none}</p>
      ) : (
        <div class="quadrant">
          <ChartFigure id={chart} root="" size="full" />
          <ol class="numbers">
            {numbered(all.filter(isMove)).map(({ b }) => {
              const { verdict } = b.result;
              return (
                <li key={b.name}>
                  <a href={`indicators/${b.indicator.id}.html#${b.dimension.id}`}>{nameOf(b)}</a>{" "}
                  <span class={`small ${verdict.temperature}`}>
                    <Sign {...temperatureMarks[verdict.temperature]} /> {say.verdict.label(verdict)}
                  </span>
                </li>
              );
            })}
          </ol>
        </div>
      )}
      {left !== null && <p class="small">{left}</p>}
    </>
  );
}
