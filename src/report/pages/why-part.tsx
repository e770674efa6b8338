import type { IndicatorResult, Publishable } from "../../results/results.ts";
import { useSay } from "./surroundings.ts";

/** The choices of a definition that another choice would turn into another verdict, each with its argument. */
export function Why({ results, indicator }: { results: Publishable; indicator: IndicatorResult }) {
  const { why: words } = useSay().indicatorPage;
  const { denominator, baseline, dimensions } = indicator.why;
  const argued = [
    { what: words.denominator, why: denominator },
    { what: words.baseline(indicator.baseline), why: baseline },
    ...dimensions.map(({ dimension, why }) => ({
      what: words.groups(results.dimensions.find(({ id }) => id === dimension)?.title ?? dimension),
      why,
    })),
  ].filter(({ why }) => why !== null);
  return argued.length === 0 ? null : (
    <section aria-labelledby="why">
      <h2 id="why">{words.heading}</h2>
      <dl class="notes">
        {argued.map(({ what, why }) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{why}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
