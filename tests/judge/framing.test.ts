import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judge } from "../../src/partner/judge-request.ts";
import type { JudgeSeries } from "../../src/partner/judge-schema.ts";
import { check } from "../support/check.ts";

type Groups = JudgeSeries["periods"][number]["groups"];

const size = fc.integer({ min: 200, max: 20_000 });
const share = fc.double({ min: 0.02, max: 0.98, noNaN: true });

/** Counts of some groups over some years, the share of each drifting by itself. */
const counted = (groups: number): fc.Arbitrary<Groups[]> =>
  fc.integer({ min: 2, max: 7 }).chain((years) =>
    fc.array(fc.tuple(size, share, share), { minLength: groups, maxLength: groups }).map((drawn) =>
      Array.from({ length: years }, (_, year) =>
        drawn.map(([denominator, first, last], i) => ({
          order: i + 1,
          numerator: Math.round(denominator * (first + ((last - first) * year) / (years - 1))),
          denominator,
        })),
      ),
    ),
  );

const series = (periods: readonly Groups[], ordered: boolean, better: "higher" | "lower"): JudgeSeries => ({
  name: better,
  better,
  ordered,
  kind: "proportion",
  scale: 100,
  periods: periods.map((groups, i) => ({
    label: `${2010 + i}`,
    start: `${2010 + i}-01-01`,
    end: `${2010 + i}-12-31`,
    groups,
  })),
});

const turned = (groups: Groups): Groups =>
  groups.map((group) => ({ ...group, numerator: group.denominator! - group.numerator! }));

const opposite = { narrower: "wider", wider: "narrower" } as const;

describe("counting who has not instead of who has", () => {
  it.each([
    ["two groups", 2, true],
    ["a ladder of five", 5, true],
    ["six groups without an order", 6, false],
  ])("never turns a direction round: %s", (_, groups, ordered) => {
    check(counted(groups), (periods) => {
      const [has] = judge({ series: [series(periods, ordered, "lower")] }).series;
      const [hasNot] = judge({ series: [series(periods.map(turned), ordered, "higher")] }).series;
      for (const gap of ["absolute", "relative"] as const) {
        const direction = has![gap].direction;
        if (direction === "narrower" || direction === "wider")
          expect(hasNot![gap].direction).not.toBe(opposite[direction]);
      }
    });
  });
});

describe("a series", () => {
  it("whose groups stand in another order is judged the same, where they have none", () => {
    check(counted(6), (periods) => {
      const [one] = judge({ series: [series(periods, false, "lower")] }).series;
      const reversed = periods.map((groups) => [...groups].reverse().map((group, i) => ({ ...group, order: i + 1 })));
      const [other] = judge({ series: [series(reversed, false, "lower")] }).series;
      expect(other!.verdict).toEqual(one!.verdict);
      expect(other!.absolute.p ?? 0).toBeCloseTo(one!.absolute.p ?? 0, 8);
    });
  });
});
