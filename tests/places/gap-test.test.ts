import { describe, expect, it } from "vitest";
import type { Gap } from "../../src/model.ts";
import { besideOthers, everyTwo, type GapKind } from "../../src/places/gap-test.ts";

// Worked by hand: limits are the value less and plus 1.959963984540054 standard errors.
const z = 1.959963984540054;

const gap = (value: number, error: number | null, over: Partial<Gap> = {}): Gap => {
  const limits = {
    value,
    lower: error === null ? null : value - z * error,
    upper: error === null ? null : value + z * error,
  };
  return {
    measure: "d",
    definition: "d.v1",
    type: "absolute",
    unit: "%",
    atEquality: 0,
    raw: limits,
    oriented: limits,
    clear: null,
    corners: null,
    notes: [],
    ...over,
  };
};

const ratio = (log: number, error: number): Gap => {
  const limits = { value: Math.exp(log), lower: Math.exp(log - z * error), upper: Math.exp(log + z * error) };
  return gap(0, null, { type: "relative", atEquality: 1, raw: limits, oriented: limits });
};

const pairs: GapKind = { type: "absolute", order: "pair", isModelled: false, z };

describe("a place beside the average of the others", () => {
  it("differs by the gap less their plain average, with the errors of all", () => {
    // 10 less (4 + 6) / 2 is 5. Its variance is 3^2 + (4^2 + 0^2) / 2^2 = 9 + 4, whose root is 3.605551275.
    const [first] = besideOthers([gap(10, 3), gap(4, 4), gap(6, 0)], pairs);
    expect(first!.beside!.value).toBeCloseTo(5, 12);
    expect(first!.beside!.lower).toBeCloseTo(5 - z * Math.sqrt(13), 12);
    expect(first!.beside!.upper).toBeCloseTo(5 + z * Math.sqrt(13), 12);
    expect(first!.standardError).toBeCloseTo(3, 12);
    // 5 / 3.605551275 = 1.386750491; two-sided normal p from a table of the normal distribution: 0.16552.
    expect(first!.p).toBeCloseTo(0.1655, 4);
    expect(first!.standing).toBe("no-clear-difference");
  });

  it("differs in ratios by logarithms", () => {
    const [first] = besideOthers([ratio(Math.log(4), 0.1), ratio(Math.log(1), 0.1), ratio(Math.log(4), 0.1)], {
      ...pairs,
      type: "relative",
    });
    // The average of 1 and 4 by logarithms is 2, and 4 is twice that.
    expect(first!.beside!.value).toBeCloseTo(2, 12);
    expect(first!.beside!.upper).toBeCloseTo(2 * Math.exp(z * Math.sqrt(0.01 + 0.02 / 4)), 12);
    expect(first!.standing).toBe("above");
  });

  it("is called above or below by the p value adjusted over the places, else it may be chance", () => {
    // One of five is 2.2 standard errors away: p is 0.0278 alone and at least 5 times that among five, at best.
    const gaps = [gap(2.2 * Math.sqrt(1.25), 1), gap(0, 1), gap(0, 1), gap(0, 1), gap(0, 1)];
    const found = besideOthers(gaps, pairs);
    expect(found[0]!.p).toBeCloseTo(0.0278, 3);
    expect(found[0]!.adjustedP).toBeCloseTo(5 * found[0]!.p!, 12);
    expect(found.map(({ standing }) => standing)).toEqual([
      "may-be-chance",
      ...new Array<string>(4).fill("no-clear-difference"),
    ]);
    const [below] = besideOthers([gap(-9, 1), gap(0, 1), gap(0, 1)], pairs);
    expect(below!.standing).toBe("below");
  });

  it.each([
    ["without an interval", gap(9, null), pairs],
    ["of a model", gap(9, 0.1), { ...pairs, isModelled: true }],
    [
      "of many groups, which is no number of standard errors wide",
      gap(9, 0.1),
      { ...pairs, order: "unordered" as const },
    ],
    ["made of counts that are held back", gap(9, 0.1, { corners: { lower: 1, upper: 12 } }), pairs],
  ])("is not tested %s", (_, own, kind) => {
    const [first] = besideOthers([own, gap(1, 0.1), gap(1, 0.1)], kind);
    expect(first).toMatchObject({ standing: "not-tested", p: null, adjustedP: null, standardError: null });
    expect(first!.beside).toMatchObject({ lower: null, upper: null });
    expect(first!.beside!.value).toBeCloseTo(8, 12);
  });

  it("is missing where its gap is, and the others are the average of those that there are", () => {
    const missing = { reason: "no-rows", parts: {} } as const;
    const [first, second] = besideOthers([missing, gap(3, 1), gap(1, 1)], pairs);
    expect(first).toMatchObject({ gap: missing, beside: null, standing: "not-tested" });
    expect(second!.beside!.value).toBeCloseTo(2, 12);
  });
});

describe("every two places", () => {
  it("differ with the root of the sum of both squares, and p values are adjusted over all pairs", () => {
    const places = [
      { id: "a", gap: gap(10, 3) },
      { id: "b", gap: gap(0, 4) },
      { id: "c", gap: gap(40, 1) },
    ];
    const found = everyTwo(places, pairs);
    expect(found.map(({ place, other }) => `${place}${other}`)).toEqual(["ab", "ac", "bc"]);
    expect(found[0]!.difference).toEqual({
      value: 10,
      lower: expect.closeTo(10 - z * 5, 9),
      upper: expect.closeTo(10 + z * 5, 9),
    });
    // 10 / 5 = 2: p = 0.0455, the largest of three, which stays as it is.
    expect(found[0]).toMatchObject({ p: expect.closeTo(0.0455, 4), clear: true, possible: false });
    expect(found[0]!.adjustedP).toBe(found[0]!.p);
    expect(found.slice(1).every(({ clear }) => clear === true)).toBe(true);
  });

  it("of which one gives no interval cannot be told apart", () => {
    const [only] = everyTwo(
      [
        { id: "a", gap: gap(1, 1) },
        { id: "b", gap: gap(5, null) },
      ],
      pairs,
    );
    expect(only).toMatchObject({
      difference: { value: -4, lower: null, upper: null },
      p: null,
      clear: null,
      possible: false,
    });
  });
});
