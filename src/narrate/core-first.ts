import type { IndicatorResult } from "../results/results.ts";

type Curated = Pick<IndicatorResult, "core">;

/** What speaks for a theme, and what says more. Where nothing is core, all is the one list. */
export function parted<T extends Curated>(indicators: readonly T[]): { core: T[]; supporting: T[] } {
  return {
    core: indicators.filter(({ core }) => core),
    supporting: indicators.filter(({ core }) => !core),
  };
}

export const hasCore = (indicators: readonly Curated[]): boolean => indicators.some(({ core }) => core);
