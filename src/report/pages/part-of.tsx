import type { IndicatorResult, Publishable } from "../../results/results.ts";
import { useSay } from "./surroundings.ts";

/** Which indicator holds what this one counts, if any does: the two are one piece of evidence. */
export function PartOf({ results, indicator }: { results: Publishable; indicator: IndicatorResult }) {
  const { partOf: words } = useSay().indicatorPage;
  const whole = results.indicators.find(({ id }) => id === indicator.partOf);
  return whole === undefined ? null : (
    <p>
      {words.before}
      <a href={`../indicators/${whole.id}.html`}>{whole.title}</a>
      {words.after}
    </p>
  );
}
