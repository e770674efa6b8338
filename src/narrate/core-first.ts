import type { IndicatorResult } from "../results/results.ts";

/** Whether some indicators were chosen to speak for their themes. Where none is, all are the one list. */
export const hasCore = (indicators: readonly Pick<IndicatorResult, "core">[]): boolean =>
  indicators.some(({ core }) => core);
