import type { Stated } from "../results/changes.ts";
import type { ComparedBuild, ComparedIndicator } from "./previous.ts";

/** What definitions of indicators say otherwise than they did. Where an earlier output did not tell, nothing is known to differ. */
export function statedChanges({ results: previous }: ComparedBuild, { results: current }: ComparedBuild): Stated[] {
  return current.indicators.flatMap((now) => {
    const then = previous.indicators.find(({ id }) => id === now.id);
    if (then === undefined) return [];
    const own = ownKeys.flatMap((what): Stated[] => {
      const [before, after] = [then[what], now[what]];
      if (before === undefined || after === undefined || before === after) return [];
      return [{ indicator: now.id, dimension: null, what, before: textOf(before), after: textOf(after) }];
    });
    return [...own, ...targetChanges(then, now)];
  });
}

const ownKeys = ["title", "question", "kind", "unit", "per", "better", "baseline"] as const;

const textOf = (value: string | number | null): string | null => (value === null ? null : String(value));

const gaps = ["absolute", "relative"] as const;

/** Targets of breakdowns that both have. */
const targetChanges = (then: ComparedIndicator, now: ComparedIndicator): Stated[] =>
  now.dimensions.flatMap(({ dimension, paces: own }) => {
    const theirs = then.dimensions.find((one) => one.dimension === dimension)?.paces;
    if (own === undefined || theirs === undefined) return [];
    return gaps.flatMap((gap): Stated[] => {
      const [before = null, after = null] = [theirs, own].map((paces) => {
        const found = paces.find((one) => one.gap === gap);
        return found === undefined ? null : String(found.target);
      });
      if (before === after) return [];
      return [{ indicator: now.id, dimension, what: `${gap}-target`, before, after }];
    });
  });
