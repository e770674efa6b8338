import type { WrittenDimension, WrittenIndicator, WrittenPeriod, WrittenResults } from "../results/results.ts";
import type { Cell } from "./data-table.ts";

/** Rows made for each indicator and dimension. */
export const eachDimension = (
  { indicators }: WrittenResults,
  make: (indicator: WrittenIndicator, dimension: WrittenDimension) => Cell[][],
): Cell[][] => indicators.flatMap((indicator) => indicator.dimensions.flatMap((one) => make(indicator, one)));

/** Rows made for each indicator, dimension and period; `at` holds the cells that say which. */
export const eachPeriod = (
  results: WrittenResults,
  make: (at: Cell[], period: WrittenPeriod, indicator: WrittenIndicator) => Cell[][],
): Cell[][] =>
  eachDimension(results, (indicator, { dimension, periods }) =>
    periods.flatMap((one) =>
      make([indicator.id, dimension, one.period.label, one.period.start, one.period.end], one, indicator),
    ),
  );
