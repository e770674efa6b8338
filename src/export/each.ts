import type { DimensionResult, IndicatorResult, PeriodResult, Publishable } from "../results/results.ts";
import type { Cell } from "./data-table.ts";

/** Rows made for each indicator and dimension. */
export const eachDimension = (
  { indicators }: Publishable,
  make: (indicator: IndicatorResult, dimension: DimensionResult) => Cell[][],
): Cell[][] => indicators.flatMap((indicator) => indicator.dimensions.flatMap((one) => make(indicator, one)));

/** Rows made for each indicator, dimension and period; `at` holds the cells that say which. */
export const eachPeriod = (
  results: Publishable,
  make: (at: Cell[], period: PeriodResult, indicator: IndicatorResult) => Cell[][],
): Cell[][] =>
  eachDimension(results, (indicator, { dimension, periods }) =>
    periods.flatMap((one) =>
      make([indicator.id, dimension, one.period.label, one.period.start, one.period.end], one, indicator),
    ),
  );
