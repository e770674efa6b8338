import { describe, expect, it } from "vitest";
import { notComputable } from "../../src/model.ts";
import { type Breakdown, breakdownsOf } from "../../src/narrate/breakdown.ts";
import { isMove, type Move, moveOf } from "../../src/narrate/moves.ts";
import type { Change, DimensionResult, PeriodResult } from "../../src/results/results.ts";
import { sampleton } from "../support/fixture.ts";

const of = (id: string): Breakdown => breakdownsOf(sampleton, sampleton.indicators.find((one) => one.id === id)!)[0]!;
const debt = of("debt");
const withChange = (b: Breakdown, more: Partial<Change>): Breakdown => ({
  ...b,
  result: { ...b.result, change: { ...(b.result.change as Change), ...more } } as DimensionResult,
});

describe("moveOf", () => {
  it("sets the gap and the level as shares of where they started, up narrower and right better", () => {
    const move = moveOf(debt) as Move;
    expect(move.gap.value).toBeCloseTo(4.9 / 14, 12);
    expect(move.gap.lower).toBeCloseTo((4.9 - 1.8) / 14, 12);
    expect(move.gap.upper).toBeCloseTo((4.9 + 1.8) / 14, 12);
    // Lower is better and the level rose from 20 to 23.
    expect(move.level.value).toBeCloseTo(-0.15, 12);
    expect(move.level.lower).toBeCloseTo(-0.18, 12);
    expect(move.level.upper).toBeCloseTo(-0.12, 12);
  });

  it("turns the level round where higher is better", () => {
    const move = moveOf({ ...debt, indicator: { ...debt.indicator, better: "higher" } }) as Move;
    expect(move.level).toEqual({ value: 0.15, lower: expect.closeTo(0.12, 12), upper: expect.closeTo(0.18, 12) });
  });

  it("takes the limits of a typical difference back from its variance", () => {
    // The variance's standard error, by the quantile of Student's t on its 12.5 degrees of freedom.
    const half = 2.169185943 * 67.8;
    const { gap } = moveOf(of("accidents")) as Move;
    expect(gap.value).toBeCloseTo(-0.4 / 18.8, 9);
    expect(gap.lower).toBeCloseTo((18.8 - Math.sqrt(19.2 ** 2 + half)) / 18.8, 7);
    expect(gap.upper).toBeCloseTo((18.8 - Math.sqrt(19.2 ** 2 - half)) / 18.8, 7);
  });

  it("takes them by the normal distribution where scatter is not known", () => {
    const accidents = of("accidents");
    const { absolute } = accidents.result.change as Change;
    const { gap } = moveOf(
      withChange(accidents, { absolute: { ...absolute, degreesOfFreedom: null } as Change["absolute"] }),
    ) as Move;
    expect(gap.lower).toBeCloseTo((18.8 - Math.sqrt(19.2 ** 2 + 1.959963985 * 67.8)) / 18.8, 7);
  });

  it("says why a comparison has no place", () => {
    const why = (b: Breakdown) => {
      const one = moveOf(b);
      return isMove(one) ? null : one.why;
    };
    expect(why(of("asthma"))).toBe("not-comparable");
    expect(why({ ...debt, result: { ...debt.result, change: notComputable("one-period", { baseline: null }) } })).toBe(
      "nothing-to-compare",
    );
    expect(why(of("scores"))).toBe("not-tested");
    expect(why(withChange(debt, { overall: notComputable("no-overall", { of: "groups" }) }))).toBe("no-level");
    const { overall } = debt.result.change as Change;
    expect(why(withChange(debt, { overall: { ...overall, from: 0 } as Change["overall"] }))).toBe("no-level");
    const [first, ...others] = debt.result.periods as [PeriodResult, ...PeriodResult[]];
    const unclear = {
      ...first.absolute,
      oriented: { value: 1, lower: -0.3, upper: 2.3 },
      clear: false,
    } as PeriodResult["absolute"];
    const periods = [{ ...first, absolute: unclear }, ...others];
    expect(why({ ...debt, result: { ...debt.result, periods } })).toBe("no-clear-gap-before");
  });
});
