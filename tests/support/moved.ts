import type { GapChange, Verdict } from "../../src/model.ts";
import { isMissing } from "../../src/reasons-and-notes.ts";
import type { Change, DimensionResult, Publishable } from "../../src/results/results.ts";

/** Results in which gaps of the made-up place moved as a test wants them to. */

type Changed = (result: DimensionResult) => Partial<DimensionResult>;

/** A place with other results for some of its indicators, each of which has one dimension. */
export const withResults = (results: Publishable, changes: Record<string, Changed>): Publishable => ({
  ...results,
  indicators: results.indicators.map((one) => ({
    ...one,
    dimensions: one.dimensions.map((result) => ({ ...result, ...changes[one.id]?.(result) })),
  })),
});

/** The absolute gap clearly moved, and with it what the verdict says besides. */
export const moved =
  (from: number, to: number, more: Partial<Verdict>): Changed =>
  (result) => {
    const change = result.change as Change;
    if (isMissing(change.absolute)) throw new Error("the fixture has a change here");
    const direction = to > from ? "wider" : "narrower";
    const absolute: GapChange = {
      ...change.absolute,
      from,
      to,
      change: { value: to - from, lower: null, upper: null },
      clear: true,
      direction,
      moved: to > from ? "up" : "down",
    };
    return {
      notes: [],
      verdict: {
        ...result.verdict,
        levellingDown: false,
        basis: "since-baseline",
        because: null,
        absolute: direction,
        relative: direction,
        ...more,
      },
      change: { ...change, absolute },
    };
  };
