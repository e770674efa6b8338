import { describe, expect, it } from "vitest";
import { placesByChance } from "../../src/judge/places-by-chance.ts";
import { notComputable } from "../../src/reasons-and-notes.ts";

const group = (id: string, value: number, half: number | null) => ({
  id,
  estimate: { value, lower: half === null ? null : value - half, upper: half === null ? null : value + half },
});

const plain = { scale: "identity", per: 1, confidence: 0.95 } as const;

describe("placesByChance", () => {
  it("leaves a figure its place where no interval touches another", () => {
    expect(placesByChance([group("a", 1, 0.4), group("b", 2, 0.4), group("c", 3, 0.4)], plain)).toEqual([
      { group: "a", first: 3, last: 3 },
      { group: "b", first: 2, last: 2 },
      { group: "c", first: 1, last: 1 },
    ]);
  });
  it("gives every place between what is surely above and what is surely below", () => {
    const wide = placesByChance(
      [group("a", 1, 0.1), group("b", 2, 0.6), group("c", 3, 0.6), group("d", 9, 0.1)],
      plain,
    );
    expect(wide.map(({ first, last }) => [first, last])).toEqual([
      [4, 4],
      [2, 3],
      [2, 3],
      [1, 1],
    ]);
  });
  it("says nothing where a figure has no interval, and passes over groups without a figure", () => {
    expect(placesByChance([group("a", 1, 0.1), group("b", 2, null)], plain)).toEqual([]);
    expect(placesByChance([group("a", 1, 0.1), { id: "b", estimate: notComputable("no-rows") }], plain)).toEqual([
      { group: "a", first: 1, last: 1 },
    ]);
  });
  it("widens the intervals for as many areas as there are, on the scale of the figures", () => {
    // Of two, intervals of 97.5% are 2.2414 / 1.96 times as wide as those of 95%.
    const beside = (half: number) => placesByChance([group("a", 1, half), group("b", 2, half)], plain)[1]!;
    expect(beside(0.436)).toMatchObject({ first: 1, last: 1 });
    expect(beside(0.438)).toMatchObject({ first: 1, last: 2 });
    const rates = [
      { id: "a", estimate: { value: 1, lower: 0.5, upper: 2 } },
      { id: "b", estimate: { value: 4.7, lower: 2.35, upper: 9.4 } },
    ];
    // e^(0.6931 * 1.1436) = 2.2095, whose square is 4.88: on the scale of logs the widened intervals meet.
    expect(placesByChance(rates, { ...plain, scale: "log" })[1]).toMatchObject({ first: 1, last: 2 });
    expect(
      placesByChance([rates[0]!, { id: "b", estimate: { value: 5, lower: 2.5, upper: 10 } }], {
        ...plain,
        scale: "log",
      })[1],
    ).toMatchObject({ first: 1, last: 1 });
  });
});
