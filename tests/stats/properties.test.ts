import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  equalCountQuantiles,
  equalPopulationQuantiles,
  keptTogether,
  type RankedArea,
} from "../../src/estimate/quantiles.ts";
import { benjaminiHochberg } from "../../src/stats/benjamini-hochberg.ts";
import { ridits } from "../../src/stats/ridits.ts";
import { weightedLine } from "../../src/stats/weighted-line.ts";
import { check, must } from "../support/check.ts";

const places = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: -5000, max: 5000 })), {
    minLength: 2,
    maxLength: 40,
    size: "max",
  })
  .map((list) => {
    const total = list.reduce((sum, [n]) => sum + n, 0);
    const shares = list.map(([n]) => n / total);
    return { shares, points: list.map(([, g]) => g / 100) };
  });

describe("ridits", () => {
  it("lie in order between 0 and 1, with 1/2 as their middle, and are turned round with the groups", () => {
    check(places, ({ shares }) => {
      const x = ridits(shares);
      expect(x.every((xi, i) => xi > (x[i - 1] ?? 0) && xi < 1)).toBe(true);
      expect(x.reduce((sum, xi, i) => sum + shares[i]! * xi, 0)).toBeCloseTo(0.5, 12);
      const back = ridits([...shares].reverse()).reverse();
      x.forEach((xi, i) => {
        expect(xi).toBeCloseTo(1 - back[i]!, 12);
      });
      x.forEach((xi, i) => {
        expect(xi).toBeCloseTo(shares.slice(0, i).reduce((sum, p) => sum + p, 0) + shares[i]! / 2, 12);
      });
    });
  });
});

describe("weightedLine", () => {
  it("solves the normal equations: what it leaves over is at right angles to the line", () => {
    check(places, ({ shares, points }) => {
      const x = ridits(shares);
      const { intercept, slope } = weightedLine(x, points, shares);
      const left = points.map((g, i) => g - intercept - slope * x[i]!);
      expect(left.reduce((sum, e, i) => sum + shares[i]! * e, 0)).toBeCloseTo(0, 9);
      expect(left.reduce((sum, e, i) => sum + shares[i]! * e * x[i]!, 0)).toBeCloseTo(0, 9);
    });
  });

  it("goes through points that lie on a line, and holds each point's share in its ends", () => {
    check(
      fc.tuple(places, fc.integer({ min: -99, max: 99 }), fc.integer({ min: -99, max: 99 })),
      ([{ shares, points }, a, b]) => {
        const x = ridits(shares);
        const straight = weightedLine(
          x,
          x.map((xi) => a + b * xi),
          shares,
        );
        expect(straight.intercept).toBeCloseTo(a, 8);
        expect(straight.slope).toBeCloseTo(b, 8);
        const { start, end, intercept, slope } = weightedLine(x, points, shares);
        const dot = (c: readonly number[], g: readonly number[]): number =>
          c.reduce((sum, ci, i) => sum + ci * g[i]!, 0);
        expect(dot(start, points)).toBeCloseTo(intercept, 9);
        expect(dot(end, points)).toBeCloseTo(intercept + slope, 9);
        for (const shareOf of [start, end]) {
          expect(
            dot(
              shareOf,
              x.map(() => 1),
            ),
          ).toBeCloseTo(1, 9);
          expect(dot(shareOf, x)).toBeCloseTo(shareOf === start ? 0 : 1, 9);
        }
      },
    );
  });
});

describe("benjaminiHochberg", () => {
  const pValues = fc.array(
    fc.oneof(
      { weight: 3, arbitrary: fc.integer({ min: 0, max: 1_000_000 }).map((n) => n / 1_000_000) },
      { weight: 1, arbitrary: fc.constantFrom(0, 1, 0.05, 1e-300, 1e-12) },
    ),
    { maxLength: 60, size: "max" },
  );

  it("equals its definition: the least m p_j / rank(j) over all p_j as large or larger, at most 1", () => {
    check(pValues, (list) => {
      const m = list.length;
      const rank = (p: number): number => list.filter((other) => other <= p).length;
      const naive = list.map((p) => Math.min(1, ...list.filter((q) => q >= p).map((q) => (m * q) / rank(q))));
      benjaminiHochberg(list).forEach((q, i) => {
        must(Math.abs(q - naive[i]!) <= 1e-14 * naive[i]!, () => `${q}, not ${naive[i]}`);
      });
    });
  });

  it("keeps the order of p values, and gives none below its p or above 1", () => {
    check(pValues, (list) => {
      const adjusted = benjaminiHochberg(list);
      list.forEach((p, i) => {
        must(adjusted[i]! >= p && adjusted[i]! <= 1, () => `${adjusted[i]} of ${p}`);
        list.forEach((other, j) => {
          must(p > other || adjusted[i]! <= adjusted[j]!, () => `${p} and ${other} change places`);
        });
      });
    });
  });
});

describe("quantiles of areas", () => {
  const areas = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 4000 })), {
      minLength: 1,
      maxLength: 120,
      size: "max",
    })
    .map((list): RankedArea[] =>
      list.map(([score, population], i) => ({ code: `a${i}`, score: score / 10, population })),
    );
  const cuts = [
    ["equal population", equalPopulationQuantiles],
    ["equal count", equalCountQuantiles],
  ] as const;

  it.each(cuts)(
    "hold every area once, in quantiles 1 to k, the more disadvantaged in the lower: %s",
    (_, quantiles) => {
      check(fc.tuple(areas, fc.integer({ min: 2, max: 20 })), ([list, k]) => {
        const made = quantiles(list, k);
        expect([...made.keys()].sort()).toEqual(list.map(({ code }) => code).sort());
        const ordered = [...list].sort((a, b) => b.score - a.score || (a.code < b.code ? -1 : 1));
        const numbers = ordered.map(({ code }) => made.get(code)!);
        expect(numbers.every((q) => Number.isInteger(q) && q >= 1 && q <= k)).toBe(true);
        expect(numbers.every((q, i) => q >= (numbers[i - 1] ?? 1))).toBe(true);
      });
    },
  );

  it("have no further from their share of the population than half of the areas of a score, up to each cut: equal population", () => {
    check(fc.tuple(areas, fc.integer({ min: 2, max: 20 })), ([list, k]) => {
      const made = equalPopulationQuantiles(list, k);
      const people = (in_: readonly RankedArea[]): number => in_.reduce((sum, { population }) => sum + population, 0);
      const total = people(list);
      const largest = Math.max(...list.map((area) => people(list.filter(({ score }) => score === area.score))));
      for (let q = 1; q <= k; q++) {
        const below = people(list.filter(({ code }) => made.get(code)! <= q));
        must(Math.abs(below - (q * total) / k) <= largest / 2 + 1e-9, () => `${below} up to quantile ${q}`);
      }
    });
  });

  it("keep areas of one score together, in the quantile of their middle, and count those that a cut would part", () => {
    check(fc.tuple(areas, fc.integer({ min: 2, max: 20 })), ([list, k]) => {
      const [made, apart] = [equalPopulationQuantiles(list, k), equalPopulationQuantiles(list, k, 1)];
      const people = (in_: readonly RankedArea[]): number => in_.reduce((sum, { population }) => sum + population, 0);
      const total = people(list);
      let parted = 0;
      for (const score of new Set(list.map((area) => area.score))) {
        const tied = list.filter((area) => area.score === score);
        const middle = people(list.filter((area) => area.score > score)) + people(tied) / 2;
        const own = 1 + Math.min(k - 1, Math.floor((k * 2 * middle) / (2 * total)));
        must(
          tied.every(({ code }) => made.get(code) === own),
          () => `${score} is cut`,
        );
        if (new Set(tied.map(({ code }) => apart.get(code))).size > 1) parted += tied.length;
        else
          must(
            tied.every(({ code }) => apart.get(code) === own),
            () => `${score} moved though no cut parts it`,
          );
      }
      must(keptTogether(list, k).length === parted, () => `${parted} areas would be parted`);
    });
  });

  it("have the same number of areas but for one where scores differ, and ties together: equal count", () => {
    check(fc.tuple(areas, fc.integer({ min: 2, max: 20 })), ([list, k]) => {
      const tied = equalCountQuantiles(list, k);
      for (const a of list)
        for (const b of list) must(a.score !== b.score || tied.get(a.code) === tied.get(b.code), () => "a tie is cut");
      const distinct = list.map((area, i) => ({ ...area, score: area.score + i / 1e6 }));
      const counts = new Array<number>(k).fill(0);
      for (const q of equalCountQuantiles(distinct, k).values()) counts[q - 1]!++;
      const even = list.length / k;
      expect(counts.every((count) => count === Math.floor(even) || count === Math.ceil(even))).toBe(true);
    });
  });
});
