import type { TopicState } from "../catalogue/vocabulary.ts";
import type { Temperature } from "../model.ts";
import type { IndicatorResult, Publishable } from "../results/results.ts";
import { type Breakdown, breakdownsOf } from "./breakdown.ts";
import { hasCore } from "./core-first.ts";
import { countedOnce } from "./overview.ts";

const stateFor: Record<Temperature, TopicState> = {
  heating: "larger",
  warming: "larger",
  mixed: "disagree",
  easing: "smaller",
  cooling: "smaller",
  steady: "same",
  unclear: "cannot-tell",
  "no-reading": "not-compared",
};

/** An indicator as the first page has it: once, by its first breakdown. */
export interface Topic {
  indicator: IndicatorResult;
  /** Null where there are no figures up to the reporting year. */
  b: Breakdown | null;
  /** Its other breakdowns that have figures. */
  others: Breakdown[];
  state: TopicState;
  /** Whether it is counted: no part of another, and more or less of it is better. */
  counted: boolean;
}

export const stateOf = ({ result }: Breakdown): TopicState => stateFor[result.verdict.temperature];

/** What moved most clearly stands first. */
const urgency: readonly Temperature[] = [
  "heating",
  "warming",
  "mixed",
  "easing",
  "cooling",
  "steady",
  "unclear",
  "no-reading",
];

/**
 * Every topic, what matters most first: those that the project puts first, in its order; then core before supporting,
 * what moved most clearly before what did not, and themes in their order.
 */
export function topicsOf(results: Publishable): Topic[] {
  const counted = new Set(countedOnce(results).map(({ indicator }) => indicator.id));
  const topics = results.indicators.map((indicator): Topic => {
    const [b = null, ...others] = breakdownsOf(results, indicator);
    const state = b === null ? "not-compared" : stateOf(b);
    return { indicator, b, others, state, counted: counted.has(indicator.id) };
  });
  const { order } = results.firstPage;
  const declared = ({ indicator: { id } }: Topic): number => (order.includes(id) ? order.indexOf(id) : order.length);
  const urgent = ({ b }: Topic): number => urgency.indexOf(b?.result.verdict.temperature ?? "no-reading");
  const theme = ({ indicator }: Topic): number => results.themes.findIndex(({ id }) => id === indicator.theme);
  return topics.sort(
    (a, c) =>
      declared(a) - declared(c) ||
      Number(c.indicator.core) - Number(a.indicator.core) ||
      urgent(a) - urgent(c) ||
      theme(a) - theme(c),
  );
}

/** The topics that the answer is made from: the core ones that count, or all that count where nothing is core. */
export function speaking(topics: readonly Topic[]): Topic[] {
  const isCore = hasCore(topics.map(({ indicator }) => indicator));
  return topics.filter(({ counted, indicator }) => counted && (!isCore || indicator.core));
}

/** What stands first on a page, and what is folded below it: nothing where no topic is core. */
export function folded(topics: readonly Topic[], first: readonly string[]): { shown: Topic[]; more: Topic[] } {
  const isShown = ({ indicator: { core, id } }: Topic): boolean => core || first.includes(id);
  return hasCore(topics.map(({ indicator }) => indicator))
    ? { shown: topics.filter(isShown), more: topics.filter((topic) => !isShown(topic)) }
    : { shown: [...topics], more: [] };
}
