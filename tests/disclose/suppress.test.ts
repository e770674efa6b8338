import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { outsideRanges } from "../../src/disclose/outside.ts";
import { suppress } from "../../src/disclose/suppress.ts";
import { solver } from "./city.ts";
import { type Pair, tableOf } from "./tables.ts";

const heldIn = (groups: readonly Pair[], isShare = true): string[] => {
  const { primary, secondary } = suppress(tableOf(groups, { isShare }), 5, solver);
  return [...primary, ...secondary].sort();
};
const counts = (...keys: string[]): string[] => keys.map((key) => `${key}/numerator`);

describe("suppress holds back", () => {
  const big: Pair = [200, 400];
  it.each<[string, Pair[], string[]]>([
    ["nothing at the threshold", [[5, 100], [40, 90], big], []],
    ["a count and the smallest other", [[4, 100], [40, 90], big], counts("g0", "g1")],
    ["two small counts, which hide each other", [[4, 100], [3, 90], big], counts("g0", "g1")],
    ["a third where two come to less than five", [[1, 100], [1, 90], big], counts("g0", "g1", "g2")],
    ["few people without the event", [[97, 100], [40, 90], big], counts("g0", "g1")],
    ["no zero, and no zero in place of another count", [[4, 100], [0, 90], big], counts("g0", "g2")],
    ["nobody's count in place of everybody's", [[4, 100], [90, 90], big], counts("g0", "g2")],
    [
      "all of a group of few people, and of another",
      [[0, 3], [40, 90], big],
      ["g0/denominator", "g0/numerator", "g1/denominator", "g1/numerator"],
    ],
    [
      "the total itself, where it is small",
      [
        [2, 100],
        [1, 90],
        [0, 90],
      ],
      counts("g0", "g1", "total"),
    ],
    [
      "a total where nothing else can hide the count",
      [
        [4, 100],
        [0, 90],
        [0, 80],
      ],
      counts("g0", "total"),
    ],
  ])("%s", (_, groups, expected) => {
    expect(heldIn(groups)).toEqual([...expected].sort());
  });

  it("the same counts of a rate, which has no complement", () => {
    expect(heldIn([[97, 100], [3, 90], big], false)).toEqual(counts("g0", "g1"));
  });

  it("more where two counts can be nothing but one each", () => {
    const { primary, secondary } = suppress(tableOf([[1, 100], [1, 90], big, [50, 70]]), 2, solver);
    expect([...primary]).toEqual(counts("g0", "g1"));
    expect([...secondary]).toEqual(counts("g3"));
  });
});

/** Every way to fill a table with whole counts that somebody outside cannot tell from the true one; null of too many to try. */
function completions(groups: readonly Pair[], held: ReadonlySet<string>, isTotalled: boolean): Pair[][] | null {
  const isHeld = (key: string, side: string): boolean => held.has(`${key}/${side}`);
  const most = groups.reduce((sum, [x, n]) => sum + x + n, 0) + 3;
  const options = groups.map(([x, n], i): Pair[] => {
    const key = `g${i}`;
    const sizes = isHeld(key, "denominator") ? Array.from({ length: most }, (_, size) => size + 1) : [n];
    return sizes.flatMap((size): Pair[] => {
      if (!isHeld(key, "numerator")) return [[x, size]];
      const isSizeHeld = isHeld(key, "denominator");
      const all = Array.from({ length: size + 1 }, (_, count): Pair => [count, size]);
      return isSizeHeld ? all : all.filter(([count]) => count > 0 && count < size);
    });
  });
  if (options.reduce((product, { length }) => product * length, 1) > 50_000) return null;
  const fits = (list: readonly Pair[]): boolean =>
    !isTotalled ||
    ([0, 1] as const).every((at) => {
      const sum = (of: readonly Pair[]): number => of.reduce((total, pair) => total + pair[at], 0);
      return isHeld("total", at === 0 ? "numerator" : "denominator") || sum(list) === sum(groups);
    });
  return options
    .reduce<Pair[][]>((lists, some) => lists.flatMap((list) => some.map((pair) => [...list, pair])), [[]])
    .filter(fits);
}

const pair = fc.tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 7 })).map(([x, y]): Pair => [x, x + y]);

describe("suppress of any small table", () => {
  it("leaves at least two whole values for every count it holds back, and the ranges are theirs", () => {
    fc.assert(
      fc.property(
        fc.array(pair, { minLength: 2, maxLength: 3 }),
        fc.constantFrom(2, 3, 5),
        fc.boolean(),
        (groups, threshold, isTotalled) => {
          const system = tableOf(groups, { isTotalled });
          const { primary, secondary, exposed } = suppress(system, threshold, solver);
          const held = new Set([...primary, ...secondary]);
          expect(exposed.size).toBe(0);
          const all = held.size === 0 ? null : completions(groups, held, isTotalled);
          fc.pre(all !== null);
          const ranges = outsideRanges(system, held, null, solver);
          groups.forEach((_, i) => {
            for (const [side, at] of [
              ["numerator", 0],
              ["denominator", 1],
            ] as const) {
              const key = `g${i}/${side}`;
              if (!held.has(key)) continue;
              const values = new Set(all.map((list) => list[i]![at]));
              expect(values.size, key).toBeGreaterThan(1);
              const { lower, upper } = ranges.get(key)!;
              expect(lower).toBe(Math.min(...values));
              if (upper !== null) expect(upper).toBe(Math.max(...values));
            }
          });
        },
      ),
      { numRuns: 60, seed: 12 },
    );
  }, 60_000);
});
