import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { overlap, thinned } from "../../src/judge/comparable-periods.ts";
import { gapChange, levelChange } from "../../src/judge/first-change.ts";
import { measures } from "../../src/measure/all.ts";
import { inverted, negated } from "../../src/measure/computed-gap.ts";
import type { Measure } from "../../src/measure/measure.ts";
import { makeStratum, type Stratum } from "../../src/measure/stratum.ts";
import type { ChangeResult, Level, Limits, Order, Period } from "../../src/model.ts";
import { isMissing } from "../../src/reasons-and-notes.ts";
import { check, known, must, near, Tally, unprintable } from "../support/check.ts";
import { drawnSets, inputOf, wildInputs, withValues } from "../support/strata.ts";

const rules = { z: 1.959963984540054, materiality: 0 };
const measuresOf = (order: Order): Measure[] => measures.filter(({ orders }) => orders.includes(order));

/** The same change looked at from the other period. */
function turned({ change, from, to, statistic, moved, ...same }: ChangeResult): ChangeResult {
  return {
    ...same,
    change: same.scale === "log" ? inverted(change) : negated(change),
    from: to,
    to: from,
    statistic: statistic === null ? null : 0 - statistic,
    moved: ({ up: "down", down: "up", level: "level" } as const)[moved],
  };
}

/** The same but for rounding in the change itself. */
function mustBe(found: ChangeResult, wanted: ChangeResult, name: string): void {
  const size = found.scale === "log" ? 1 : Math.abs(found.from) + Math.abs(found.to);
  const isNear = (end: keyof Limits): boolean => {
    const [a, b] = [found.change[end], wanted.change[end]];
    return a === null || b === null ? a === b : near(a, b, size);
  };
  const isSame = (key: keyof ChangeResult): boolean => found[key] === wanted[key];
  must(
    isNear("value") &&
      isNear("lower") &&
      isNear("upper") &&
      keys.every(isSame) &&
      found.untested?.reason === wanted.untested?.reason,
    () => `${name}: ${JSON.stringify(wanted)} expected, ${JSON.stringify(found)} found`,
  );
}

const keys = [
  "from",
  "to",
  "scale",
  "standardError",
  "statistic",
  "p",
  "adjustedP",
  "clear",
  "moved",
  "minimumDetectable",
] as const;

describe("a change", () => {
  it("of every measure with an interval turns round when the periods are swapped, as certain as before", () => {
    const tally = new Tally();
    check(
      fc.tuple(drawnSets, fc.integer({ min: 500, max: 2000 })),
      ([sets, part]) => {
        for (const set of sets.slice(0, 2)) {
          // Another period: the next group's values, further apart or closer together, and nearer to zero.
          const groups = [...set.groups.slice(1), set.groups[0]!];
          const later = withValues({ ...set, groups }, (y) => (y * part) / 2001);
          const [before, after] = [set, later].map((one) => known(makeStratum(inputOf(one)))) as [Stratum, Stratum];
          for (const measure of measuresOf(set.order)) {
            const [from, to] = [measure.compute(before), measure.compute(after)];
            if (isMissing(from) || isMissing(to)) continue;
            const there = gapChange(from, to, rules);
            mustBe(gapChange(to, from, rules), turned(there), measure.id);
            if (there.p !== null) tally.claim(measure.id, true);
          }
        }
      },
      1400,
    );
    expect(tally.short()).toEqual([]);
  });

  it("of a level turns round when the periods are swapped, as certain as before", () => {
    const error = fc.oneof(fc.constant(null), fc.constant(0), fc.integer({ min: 1, max: 999 }));
    const level = fc
      .tuple(fc.integer({ min: -999, max: 999 }), error)
      .map(([value, standardError]): Level => ({ value, lower: null, upper: null, standardError }));
    check(fc.tuple(level, level), ([from, to]) => {
      mustBe(levelChange(to, from, "lower", rules), turned(levelChange(from, to, "lower", rules)), "level");
      // Where the other end of the scale is better, the same change is the opposite news.
      const [low, high] = (["lower", "higher"] as const).map(
        (better) => levelChange(from, to, better, rules).direction,
      );
      must(
        low === ({ improving: "worsening", worsening: "improving" } as Record<string, string>)[high!] || low === high,
        () => `${low} where lower is better, ${high} where higher is`,
      );
      must(low !== "improving" || high === "worsening", () => `${low} and ${high}`);
    });
  });

  it("holds numbers only, whatever the two periods are", () => {
    check(fc.tuple(wildInputs, wildInputs), ([one, two]) => {
      const [before, after] = [makeStratum(one), makeStratum({ ...two, order: one.order, better: one.better })];
      if (isMissing(before) || isMissing(after)) return;
      for (const measure of measuresOf(one.order)) {
        const [from, to] = [measure.compute(before), measure.compute(after)];
        if (isMissing(from) || isMissing(to)) continue;
        const faults = unprintable(gapChange(from, to, rules), measure.id);
        must(faults.length === 0, () => faults.join());
      }
    });
  });
});

describe("periods thinned for a trend", () => {
  const day = (n: number): string => new Date(Date.UTC(2000, 0, 1 + n)).toISOString().slice(0, 10);
  const series = fc
    .array(fc.tuple(fc.nat(3000), fc.nat(1200)), { minLength: 1, maxLength: 30, size: "max" })
    .map((list) =>
      list
        .map(
          ([start, length]): Period => ({ label: `${start}+${length}`, start: day(start), end: day(start + length) }),
        )
        .sort((a, b) => (`${a.start} ${a.end}` < `${b.start} ${b.end}` ? -1 : 1)),
    );

  it("share no day, keep the latest and their order, and leave out none that would fit after the last break", () => {
    check(fc.tuple(series, fc.option(fc.nat(29), { nil: null })), ([periods, at]) => {
      const breaks = at === null || !periods[at] ? [] : [{ from: periods[at], why: "new boundaries" }];
      const kept = thinned(periods, breaks);
      expect(kept.at(-1)).toBe(periods.at(-1));
      kept.forEach((one, i) => {
        for (const other of kept.slice(i + 1)) expect(overlap(one, other) || one.end >= other.start).toBe(false);
      });
      expect(periods.filter((period) => kept.includes(period))).toEqual(kept);
      const starts = breaks.map(({ from }) => from.start);
      const isComparable = ({ start }: Period): boolean =>
        starts.every((from) => start >= from || periods.at(-1)!.start < from);
      expect(kept.every(isComparable)).toBe(true);
      for (const period of periods.filter((one) => isComparable(one) && !kept.includes(one)))
        expect(kept.some((one) => overlap(one, period))).toBe(true);
    });
  });
});
