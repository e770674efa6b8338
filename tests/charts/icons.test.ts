import { describe, expect, it } from "vitest";
import { iconArray } from "../../src/charts/icon-array.ts";
import { leavesOut } from "../../src/judge/clear.ts";
import { type Breakdown, breakdownsOf } from "../../src/narrate/breakdown.ts";
import { iconsOf } from "../../src/narrate/icons.ts";
import { ownAverage } from "../../src/narrate/level.ts";
import { iconKinds } from "../../src/narrate/people-affected.ts";
import { isMissing, notComputable } from "../../src/reasons-and-notes.ts";
import type { PeriodResult } from "../../src/results/results.ts";
import { sampleton } from "../support/fixture.ts";

const debt = (latest: Partial<PeriodResult> = {}, better: "lower" | "higher" = "lower"): Breakdown => {
  const b = breakdownsOf(sampleton, sampleton.indicators[0]!)[0]!;
  return { ...b, indicator: { ...b.indicator, better }, latest: { ...b.latest, ...latest } };
};
const par = (value: number, half: number | null): PeriodResult["par"] => {
  const b = debt().latest.par;
  if (isMissing(b)) throw new Error("the fixture has a par");
  const limits = { value, lower: half === null ? null : value - half, upper: half === null ? null : value + half };
  return { ...b, par: limits, clear: leavesOut(limits, 0) };
};

describe("iconsOf", () => {
  it("says how many of a hundred have it, and how many fewer would", () => {
    const reference = debt().latest.groups.find(({ id }) => id === "least")!.estimate;
    const level = isMissing(reference) ? 0 : reference.value;
    expect(iconsOf(debt({ par: par(-4.6, 1) }))).toEqual({
      outOf: 100,
      now: Math.round(level + 4.6),
      changed: { value: 5, lower: 4, upper: 6 },
      isFewer: true,
    });
  });
  it("takes a thousand people where it is less than one in a hundred", () =>
    expect(iconsOf(debt({ par: par(-0.44, 0.1) }))).toMatchObject({ outOf: 1000, changed: { value: 4 } }));
  it("turns round where higher is better", () =>
    expect(iconsOf(debt({ par: par(7, 1) }, "higher"))).toMatchObject({ isFewer: false, changed: { value: 7 } }));
  it.each<[string, Breakdown]>([
    ["it comes to less than one in a thousand", debt({ par: par(-0.05, 0.01) })],
    ["the difference may be nothing", debt({ par: par(-0.3, 0.4) })],
    ["the reference group is worse off", debt({ par: par(3, 1) })],
    ["there is no such risk", debt({ par: notComputable("no-reference") })],
    [
      "the groups' sizes are not known",
      debt({
        notes: [{ id: "unweighted", parts: {} }],
        overall: {
          value: 23,
          lower: null,
          upper: null,
          numerator: null,
          numeratorRange: null,
          denominator: null,
          denominatorRange: null,
          from: "pooled",
        },
      }),
    ],
    ["figures are rates", { ...debt(), indicator: { ...debt().indicator, scale: "log" } }],
  ])("gives nothing where %s", (_, b) => expect(iconsOf(b)).toBeNull());
});

describe("iconKinds", () => {
  it.each([
    [{ outOf: 100, now: 12, isFewer: true }, [7, 5, 88]],
    [{ outOf: 100, now: 60, isFewer: false }, [60, 5, 35]],
  ] as const)("adds up to everyone", (icons, counts) => {
    const kinds = iconKinds(debt(), { ...icons, changed: { value: 5, lower: 4, upper: 6 } });
    expect(kinds.map(({ count }) => count)).toEqual(counts);
    expect(kinds.reduce((sum, { count }) => sum + count, 0)).toBe(100);
  });
});

describe("iconArray", () => {
  it("says the finding in its title and the group in its subtitle", () => {
    const mean = ownAverage(debt())!;
    const level = {
      value: mean,
      lower: null,
      upper: null,
      numerator: null,
      numeratorRange: null,
      denominator: null,
      denominatorRange: null,
      from: "pooled",
    } as const;
    const chart = iconArray(debt({ par: par(-4.6, 1), overall: level }))!;
    expect(chart.title).toMatch(
      /^Of every 100 residents, about \d+ are in problem debt\. If everyone did as well, it would be about 5 fewer$/,
    );
    expect(chart.subtitle).toContain("If everyone did as well as those in the least deprived fifth of areas.");
    expect(chart.key).toContain("The 5 may be anything from 4 to 6.");
  });
  it("speaks of those whose group is known where the level of the place is another", () =>
    expect(iconArray(debt({ par: par(-4.6, 1) }))!.title).toMatch(/^Of every 100 residents whose group is known, /));
  it("calls nothing what was rounded to nothing", () => {
    const icons = { outOf: 100, now: 5, changed: { value: 5, lower: 4, upper: 5 }, isFewer: true } as const;
    expect(iconKinds(debt(), icons)[0]?.text).toBe("Still counted if everyone did as well: fewer than 1");
  });
});
