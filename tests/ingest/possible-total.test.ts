import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mayHoldTotal } from "../../src/ingest/possible-total.ts";
import { isCalledTotal, type Part, totalAmong } from "../../src/ingest/totals.ts";

const size = (parts: readonly Part[]) => ({
  values: parts.length,
  whole: parts.reduce((all, { denominator }) => all + denominator, 0),
  largest: Math.max(...parts.map(({ denominator }) => denominator)),
});

/** What parts-of-figures.sql gives of a figure with more than sixty values. */
function told(parts: readonly Part[]): Part[] {
  if (parts.length <= 60) return [...parts];
  const [first, ...others] = parts.toSorted((a, b) => b.denominator - a.denominator || b.numerator - a.numerator);
  const sum = (key: "numerator" | "denominator") => others.reduce((all, part) => all + part[key], 0);
  return [first!, { value: null, numerator: sum("numerator"), denominator: sum("denominator") }];
}

const named = (i: number): string => (i === 0 ? "Total" : `Group ${i}`);

/** Figures of up to seventy values, alike in some, rounded in some, with the sum of the others in some of some. */
const figures = fc
  .record({
    values: fc.oneof(fc.integer({ min: 14, max: 20 }), fc.integer({ min: 12, max: 70 })),
    step: fc.constantFrom(1, 1, 3, 5, 10, 100, 1000),
    most: fc.constantFrom(0, 1, 3, 40, 1000, 100_000),
    planted: fc.constantFrom(0, 0.5, 0.9, 1),
    alike: fc.boolean(),
    isFull: fc.boolean(),
    at: fc.integer({ min: 0, max: 13 }),
  })
  .chain(({ values, step, most, planted, alike, isFull, at }) => {
    const count = fc.integer({ min: 0, max: most }).map((n) => n * step);
    const part = alike
      ? fc.record({ numerator: count, denominator: fc.constant(most * step) })
      : fc.record({ numerator: count, denominator: count });
    const figure = fc
      .record({
        parts: fc.array(part, { minLength: isFull ? values : Math.min(values, 14), maxLength: values }),
        dice: fc.double({ min: 0, max: 1, noNaN: true }),
        slip: fc.constantFrom(0, 0, 0, 1),
      })
      .map(({ parts, dice, slip }): Part[] => {
        const made = parts.map((one, i) => ({ value: named(i), ...one }));
        const total = made[Math.min(at, made.length - 1)]!;
        if (dice < planted) {
          const others = made.filter((one) => one !== total);
          total.numerator = others.reduce((all, one) => all + one.numerator, slip * step);
          if (!alike) total.denominator = others.reduce((all, one) => all + one.denominator, slip * step);
        }
        return made;
      });
    return fc.array(figure, { minLength: 1, maxLength: 24 });
  });

describe("mayHoldTotal", () => {
  it("is true wherever a total is found, whatever the figures", () => {
    let found = 0;
    let ruledOut = 0;
    fc.assert(
      fc.property(figures, (list) => {
        const all = Math.max(...list.map((parts) => parts.length));
        const total = totalAmong(list.map(told), (value) => (isCalledTotal(value) ? "named-so" : null));
        const may = mayHoldTotal(list.map(size), all);
        if (total !== null) found++;
        if (!may) ruledOut++;
        expect(may || total === null).toBe(true);
      }),
      { numRuns: 300, seed: 20_261_129 },
    );
    expect(found).toBeGreaterThan(20);
    expect(ruledOut).toBeGreaterThan(20);
  });

  const even = (values: number, largest: number) => ({ values, whole: largest + (values - 1) * 10, largest });

  it("is false where the largest is far from half of the whole, on either side", () => {
    expect(mayHoldTotal([even(20, 30), even(20, 9000)], null)).toBe(false);
  });

  it("is true where it is half of the whole in one figure, and false where that is one of many that are full", () => {
    const list = [even(20, 190), ...Array.from({ length: 25 }, () => even(20, 31))];
    expect(mayHoldTotal(list, null)).toBe(true);
    expect(mayHoldTotal(list, 20)).toBe(false);
    expect(mayHoldTotal(list, 21)).toBe(true);
  });

  it("is true where subsets are tried, and where all are of one size", () => {
    expect(mayHoldTotal([even(13, 30)], null)).toBe(true);
    expect(mayHoldTotal([{ values: 20, whole: 200, largest: 10 }], null)).toBe(true);
  });
});
