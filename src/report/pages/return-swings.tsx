import { MOST_BARS, programmeOf } from "../../charts/swings-chart.ts";
import { evenAt, numberLabel, numberText, oneOf, type Returning, swingOf } from "../../narrate/return-words.ts";
import type { Reckoning } from "../../results/return-results.ts";
import { ChartFigure } from "./chart-figure.tsx";
import { useCharts, useSay } from "./surroundings.ts";

/** What each number does to the return, and where as much comes back as goes in. */
export function Swings({ r, reckoned }: { r: Returning; reckoned: Reckoning }) {
  const say = useSay();
  const { swings: words } = say.returns;
  const charts = useCharts().ids("swings", programmeOf(r.programme));
  const moving = reckoned.numbers.filter((number) => swingOf(number) > 0);
  const [first] = moving;
  if (first === undefined) return null;
  const even = evenAt(first, reckoned);
  const label = numberLabel(r, first);
  return (
    <section aria-labelledby="swings">
      <h2 id="swings">{words.heading}</h2>
      <p>{words.lead(oneOf(r))}</p>
      <p>
        {even === null
          ? words.sentence.never(label, oneOf(r))
          : words.sentence[even.way](label, numberText(r, first, even.value), oneOf(r))}
      </p>
      {charts.map((id) => (
        <ChartFigure key={id} id={id} root="../" size="tall" heading="h3" />
      ))}
      {moving.length > MOST_BARS && <p class="small">{words.more(say.counted(moving.length - MOST_BARS))}</p>}
    </section>
  );
}
