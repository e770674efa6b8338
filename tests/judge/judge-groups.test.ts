import { describe, expect, it } from "vitest";
import { judgeGroups } from "../../src/judge/judge-groups.ts";

const groups = (...ps: (number | null)[]) =>
  ps.map((p, i) => ({
    group: `g${i}`,
    against: "rest" as const,
    level: 10,
    difference: { value: 1, lower: null, upper: null },
    p,
  }));

describe("judgeGroups", () => {
  it("adjusts the p values of the groups of a period for one another, and decides by them", () => {
    // 3 p_(1) / 1, 3 p_(2) / 2 and p_(3).
    const judged = judgeGroups(groups(0.04, 0.001, 0.5));
    expect(judged.map(({ clear }) => clear)).toEqual([false, true, false]);
    [0.06, 0.003, 0.5].forEach((expected, i) => {
      expect(judged[i]?.adjustedP).toBeCloseTo(expected, 12);
    });
  });

  it("decides nothing unless every group could be tested", () => {
    for (const { adjustedP, clear } of judgeGroups(groups(0.001, null))) {
      expect(adjustedP).toBeNull();
      expect(clear).toBeNull();
    }
  });
});
