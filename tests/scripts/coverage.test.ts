import { describe, expect, it } from "vitest";
import { binomial, binomialChances } from "../../scripts/coverage/binomial.ts";
import { sfc32 } from "../../scripts/coverage/random.ts";
import { grid, sampler } from "../../scripts/coverage/scenario.ts";
import { simulate, together, trueVariance } from "../../scripts/coverage/simulate.ts";

const cases: [n: number, p: number][] = [
  [1, 0.3],
  [2, 0.5],
  [12, 0.001],
  [150, 0.4],
  [300, 0.985],
  [12_000, 0.002],
  [50_000, 0.31],
  [50_000, 0.99998],
];

describe("the generator of random numbers", () => {
  it("gives the same numbers on every machine", () => {
    expect(Array.from({ length: 3 }, sfc32(1, 2, 3))).toMatchInlineSnapshot(`
      [
        0.09979948397173699,
        0.1735817892979853,
        0.10821423343363745,
      ]
    `);
  });

  it("is even over [0, 1)", () => {
    const random = sfc32(7, 0, 0);
    const bins = Array<number>(100).fill(0);
    for (let i = 0; i < 200_000; i++) bins[Math.floor(100 * random())]!++;
    const chiSquared = bins.reduce((sum, count) => sum + (count - 2000) ** 2 / 2000, 0);
    // 99 degrees of freedom: 0.001 and 0.999 quantiles.
    expect(chiSquared).toBeGreaterThan(60);
    expect(chiSquared).toBeLessThan(149);
  });
});

describe("the sampler of binomial counts", () => {
  it.each(cases)("has the exact mean and variance in its table, n = %d, p = %d", (n, p) => {
    const { first, chances, sum } = binomialChances(n, p);
    const moment = (f: (x: number) => number): number =>
      chances.reduce((total, chance, i) => total + (chance / sum) * f(first + i), 0);
    const mean = moment((x) => x);
    expect(mean / (n * p)).toBeCloseTo(1, 10);
    expect(moment((x) => (x - mean) ** 2) / (n * p * (1 - p))).toBeCloseTo(1, 8);
  });

  it.each(cases)("draws counts of that mean and variance, n = %d, p = %d", (n, p) => {
    const draws = 100_000;
    const draw = binomial(n, p);
    const random = sfc32(20_241_122, n, Math.round(1e6 * p));
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < draws; i++) {
      const x = draw(random);
      if (x < 0 || x > n || !Number.isInteger(x)) throw new Error(`no count of ${n}: ${x}`);
      sum += x - n * p;
      squares += (x - n * p) ** 2;
    }
    const variance = n * p * (1 - p);
    const fourth = variance * (1 + (3 * n - 6) * p * (1 - p));
    expect(Math.abs(sum / draws)).toBeLessThan(4 * Math.sqrt(variance / draws));
    expect(Math.abs(squares / draws - variance)).toBeLessThan(4 * Math.sqrt((fourth - variance ** 2) / draws));
  });

  it.each([
    [10, 0, 0],
    [10, 1, 10],
  ])("knows impossible and certain events, n = %d, p = %d", (n, p, always) => {
    const random = sfc32(1, 1, 1);
    expect(Array.from({ length: 20 }, () => binomial(n, p)(random))).toEqual(Array(20).fill(always));
  });
});

describe("the coverage simulation", () => {
  it("gives the same counts for the same seed, and others for another stream", () => {
    const draw = sampler(grid.scenarios[0]!);
    const values = (stream: number) => {
      const random = sfc32(3, stream, 0);
      return Array.from({ length: 5 }, () => draw(random).values);
    };
    expect(values(1)).toEqual(values(1));
    expect(values(1)).not.toEqual(values(2));
  });

  it("adds up chunks to the same result whoever computed them", () => {
    const once = simulate(4, 0);
    expect(simulate(4, 0)).toEqual(once);
    const both = together([once, simulate(4, 1)]);
    expect(both.draws).toBe(2 * once.draws);
    const { below, around, above, none } = both.tallies["cov_adjusted"]!;
    expect(below + around + above + none).toBe(both.draws);
    expect(around / both.draws).toBeGreaterThan(0.92);
  });

  it("counts the draws that bear the note of measures that fold at equality", () => {
    const { mdmu, sii } = simulate(1, 0).tallies;
    expect(mdmu!.noted).toBeGreaterThan(900);
    expect(sii!.noted).toBe(0);
  });

  it("knows the true between-group variance", () => {
    expect(trueVariance(grid.scenarios[1]!)).toBeCloseTo(0, 12);
    expect(trueVariance(grid.scenarios[0]!)).toBeCloseTo(31.4461231755, 8);
  });
});
