import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ageAdjustedShare,
  empiricalBayes,
  type FunnelArea,
  fayHerriot,
  funnel,
  type HealthBand,
  healthyLifeExpectancy,
  isMissing,
  type Limits,
  lifeExpectancyGap,
  lifeTable,
  type NotComputable,
  standardisedRatio,
} from "../../src/index.ts";

const figure = (outcome: Limits | NotComputable): Limits => {
  if (isMissing(outcome)) throw new Error(outcome.reason);
  return outcome;
};
const near = (found: number, expected: number, by = 1e-9): void =>
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(by * Math.max(1, Math.abs(expected)));

const ages = [0, 1, ...Array.from({ length: 18 }, (_, i) => 5 * (i + 1))];
const table = fc
  .array(
    fc.record({
      population: fc.integer({ min: 400, max: 20_000 }),
      rate: fc.double({ min: 0, max: 0.5, noNaN: true }),
    }),
    {
      minLength: 20,
      maxLength: 20,
    },
  )
  .map((bands) =>
    bands.map(({ population, rate }, i) => ({
      startAge: ages[i]!,
      population,
      deaths: Math.max(i === 19 ? 1 : 0, Math.floor(population * rate)),
    })),
  );
const people = fc.integer({ min: 1, max: 5000 });
const counted = fc.tuple(fc.nat(3000), people).map(([x, n]) => ({ numerator: Math.min(x, n), denominator: n }));
const areas = fc.array(counted, { minLength: 3, maxLength: 40 });

describe("healthyLifeExpectancy", () => {
  const all = (share: number, shareVariance: number) =>
    table.map((bands) => bands.map((band) => ({ ...band, share, shareVariance })));

  it("is life expectancy, interval and all, where everybody is known to be healthy, and nothing where nobody is", () => {
    fc.assert(
      fc.property(all(1, 0), (bands: HealthBand[]) => {
        const [healthy, years] = [healthyLifeExpectancy(bands, 0.95), lifeTable(bands, 0.95)];
        if (isMissing(healthy) || isMissing(years)) return expect(healthy).toEqual(years);
        healthy.forEach((one, i) => {
          const other = years[i]!;
          if (isMissing(one) || isMissing(other)) expect(one).toEqual(other);
          else for (const key of ["value", "lower", "upper"] as const) near(one[key]!, other[key]!);
        });
        const none = healthyLifeExpectancy(
          bands.map((band) => ({ ...band, share: 0 })),
          0.95,
        );
        for (const one of isMissing(none) ? [] : none)
          if (!isMissing(one)) expect(one).toEqual({ value: 0, lower: 0, upper: 0 });
      }),
      { numRuns: 200, seed: 1 },
    );
  });

  it("is that of the worked example of Euro-REVES: French males in 1991, from 65 on (to 0.1 year)", () => {
    // Hauet E, Calculation of Health Expectancies, table 1: alive at the age, and years lived from there on.
    // https://euroreves.ined.fr/methods/cookdef/node4.html
    const alive = [89_367, 84_968, 78_012, 66_625, 48_532];
    const years = [436_589, 408_793, 364_013, 290_533, 289_068];
    const share = [0.804, 0.714, 0.63, 0.487, 0.2905]; // the last is 83,967 healthy years of 289,068
    const bands = alive.map((start, i) => ({
      startAge: 65 + 5 * i,
      population: years[i]!,
      deaths: start - (alive[i + 1] ?? 0),
      share: share[i]!,
      shareVariance: 0,
    }));
    const found = healthyLifeExpectancy(bands, 0.95);
    if (isMissing(found)) throw new Error(found.reason);
    [12.3, 8.8, 5.8, 3.4, 1.7].forEach(
      (stated, i) => void expect(Math.abs(figure(found[i]!).value - stated)).toBeLessThan(0.1),
    );
  });
});

describe("lifeExpectancyGap", () => {
  it("adds up to the gap, by age and by cause", () => {
    fc.assert(
      fc.property(table, table, fc.double({ min: 0, max: 1, noNaN: true }), (from, to, part) => {
        const deaths = (bands: typeof from, share: number) => bands.map((one) => Math.floor(one.deaths * share));
        const cause = { cause: "one", from: deaths(from, part), to: deaths(to, 1 - part) };
        const { gap, ages: byAge, causes } = lifeExpectancyGap(from, to, [cause]);
        near(
          byAge.reduce((sum, { years }) => sum + years, 0),
          gap,
          1e-8,
        );
        near(
          causes.reduce((sum, { years }) => sum + years, 0),
          gap,
          1e-8,
        );
        byAge.forEach(
          ({ years }, i) =>
            void near(
              causes.reduce((sum, one) => sum + one.ages[i]!, 0),
              years,
              1e-8,
            ),
        );
      }),
      { numRuns: 300, seed: 2 },
    );
  });

  it("gives causes that balance out their years, where the rates of all causes are the same", () => {
    const bands = ages.map((startAge, i) => ({ startAge, population: 10_000, deaths: 20 + 40 * i }));
    const moved = { cause: "moved", from: bands.map(() => 10), to: bands.map(() => 5) };
    const { gap, ages: byAge, causes } = lifeExpectancyGap(bands, bands, [moved]);
    expect(gap).toBe(0);
    expect(byAge.every(({ years }) => years === 0)).toBe(true);
    expect(causes[0]!.years).toBeGreaterThan(0.1);
    near(causes[1]!.years, -causes[0]!.years);
  });
});

describe("standardisedRatio", () => {
  const bands = fc.array(fc.record({ population: people, standardEvents: fc.integer({ min: 1, max: 500 }), standardPopulation: fc.integer({ min: 500, max: 90_000 }) }), { minLength: 1, maxLength: 12 }); // biome-ignore format: a table

  it("is 100 where the rates are those of the standard", () => {
    fc.assert(
      fc.property(bands, (list) => {
        const here = list.map((band) => ({ ...band, population: band.standardPopulation }));
        const events = list.reduce((sum, band) => sum + band.standardEvents, 0);
        near(figure(standardisedRatio(events, here, 100, 0.95)).value, 100);
      }),
      { seed: 3 },
    );
  });

  it("does not say what no standard knows", () => {
    const odd = [{ population: 5, standardEvents: 0, standardPopulation: 0 }];
    expect(standardisedRatio(3, odd, 100, 0.95)).toMatchObject({ reason: "empty-age-band" });
    expect(ageAdjustedShare(3, odd, 100, 0.95)).toMatchObject({ reason: "empty-age-band" });
  });
});

describe("ageAdjustedShare", () => {
  const bands = fc.array(fc.record({ population: fc.integer({ min: 10, max: 3000 }), standardEvents: fc.integer({ min: 10, max: 400 }), standardPopulation: fc.integer({ min: 500, max: 90_000 }) }), { minLength: 2, maxLength: 12 }); // biome-ignore format: a table

  it("changes nothing where people are as old as the standard, and counts who has not just as who has", () => {
    fc.assert(
      fc.property(bands, fc.double({ min: 0, max: 1, noNaN: true }), (list, part) => {
        const same = list.map((band) => ({ ...band, population: band.standardPopulation }));
        const all = same.reduce((sum, one) => sum + one.population, 0);
        const x = Math.floor(part * all);
        near(figure(ageAdjustedShare(x, same, 100, 0.95)).value, (100 * x) / all);
        const n = list.reduce((sum, one) => sum + one.population, 0);
        const have = Math.floor(part * n);
        const others = list.map((band) => ({ ...band, standardEvents: band.standardPopulation - band.standardEvents }));
        const [one, other] = [
          figure(ageAdjustedShare(have, list, 100, 0.95)),
          figure(ageAdjustedShare(n - have, others, 100, 0.95)),
        ];
        near(one.value, 100 - other.value, 1e-8);
        near(one.lower!, 100 - other.upper!, 1e-8);
        expect(one.lower! >= 0 && one.upper! <= 100 && one.lower! <= one.value && one.value <= one.upper!).toBe(true);
      }),
      { seed: 4 },
    );
  });
});

describe("funnel", () => {
  const rules = { kind: "ratio", per: 100, target: null, winsorise: 0.1, confidence: 0.95 } as const;

  it("holds its target, is wider the smaller the area, and never narrower for overdispersion", () => {
    fc.assert(
      fc.property(areas, fc.constantFrom("ratio", "proportion", "rate"), (list, kind) => {
        const of = (overdispersion: "none" | "multiplicative" | "additive") =>
          funnel(list, { ...rules, kind, overdispersion });
        const [plain, wide, added] = [of("none"), of("multiplicative"), of("additive")];
        const width = (one: Limits): number => one.upper! - one.lower!;
        plain.areas.forEach((one, i) => {
          expect(one.lower! <= plain.target * (1 + 1e-9) && one.upper! >= plain.target * (1 - 1e-9)).toBe(true);
          for (const more of [wide, added]) {
            expect(width(more.areas[i]!)).toBeGreaterThanOrEqual(width(one) - 1e-9);
            expect(Math.abs(more.areas[i]!.adjustedZ)).toBeLessThanOrEqual(Math.abs(one.z) + 1e-9);
          }
          const next = list[i + 1];
          if (next === undefined || plain.target === 0 || plain.target === 100) return;
          const isSmaller = next.denominator < list[i]!.denominator;
          expect(width(plain.areas[i + 1]!) - width(one)).toSatisfy((d: number) =>
            isSmaller ? d >= -1e-9 : d <= 1e-9,
          );
        });
      }),
      { seed: 5 },
    );
  });

  it("puts an area beyond a limit just where its distance is beyond the deviate", () => {
    fc.assert(
      fc.property(areas, (list) => {
        const { areas: found } = funnel(list, { ...rules, overdispersion: "additive" });
        for (const { value, lower, upper, adjustedZ } of found) {
          if (Math.abs(Math.abs(adjustedZ) - 1.959963985) < 1e-6) continue;
          // What lies at 0 lies at the lower limit, which is cut there.
          if (adjustedZ < -1.96 && lower! > 0) expect(value).toBeLessThan(lower!);
          if (adjustedZ > 1.96) expect(value).toBeGreaterThan(upper!);
          if (Math.abs(adjustedZ) < 1.95) expect(value >= lower! - 1e-9 && value <= upper! + 1e-9).toBe(true);
        }
      }),
      { seed: 6 },
    );
  });

  it("agrees with exact Poisson tails within a third where counts are 20 or more", () => {
    // Of 25 expected fewer than 15, and half of the cases of 15, are 1.735 in 100; more than 36 and half of 36 are 1.851 (R: ppois, dpois).
    const list: FunnelArea[] = [
      { numerator: 15, denominator: 25 },
      { numerator: 36, denominator: 25 },
    ];
    const { areas: found } = funnel(list, { ...rules, target: 100, overdispersion: "none" });
    const tail = (z: number): number => 0.5 * (1 - erf(Math.abs(z) / Math.SQRT2));
    expect(tail(found[0]!.z) / 0.01734754).toSatisfy((ratio: number) => ratio > 2 / 3 && ratio < 4 / 3);
    expect(tail(found[1]!.z) / 0.01850521).toSatisfy((ratio: number) => ratio > 2 / 3 && ratio < 4 / 3);
  });
});

/** Abramowitz and Stegun 7.1.26, to 1.5e-7. */
function erf(x: number): number {
  const t = 1 / (1 + 0.3275911 * x);
  return (
    1 -
    ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t * Math.exp(-x * x)
  );
}

describe("modelled figures of small areas", () => {
  it("lie between the area's own figure and that of all together, the nearer to their own the more people there are", () => {
    fc.assert(
      fc.property(areas, fc.constantFrom("gamma-poisson", "beta-binomial"), (list, model) => {
        const { mean, areas: found } = empiricalBayes(list, model, 1, 0.95);
        found.forEach(({ value, lower, upper, weight }, i) => {
          const raw = list[i]!.numerator / list[i]!.denominator;
          const [low, high] = [Math.min(raw, mean), Math.max(raw, mean)];
          expect(value >= low - 1e-9 && value <= high + 1e-9).toBe(true);
          if (lower !== null && upper !== null && list[i]!.numerator > 0 && list[i]!.numerator < list[i]!.denominator)
            expect(lower <= value && value <= upper).toBe(true);
          const next = found[i + 1];
          if (next !== undefined && list[i + 1]!.denominator > list[i]!.denominator)
            expect(next.weight).toBeGreaterThanOrEqual(weight);
        });
      }),
      { seed: 7 },
    );
  });

  it("are that of all together, without limits, where areas differ by chance alone", () => {
    const same = [1, 2, 3].map((k) => ({ numerator: 10 * k, denominator: 100 * k }));
    expect(empiricalBayes(same, "gamma-poisson", 100, 0.95)).toEqual({
      mean: 10,
      modelVariance: 0,
      areas: same.map(() => ({ value: 10, lower: null, upper: null, weight: 0 })),
    });
  });

  const valued = fc.array(fc.record({ value: fc.double({ min: -50, max: 50, noNaN: true }), variance: fc.double({ min: 0.5, max: 20, noNaN: true }) }), { minLength: 5, maxLength: 40 }); // biome-ignore format: a table

  it("of Fay and Herriot lie between an area's own figure and the line, and move with the unit", () => {
    fc.assert(
      fc.property(valued, (list) => {
        const { modelVariance, coefficients, areas: found } = fayHerriot(list);
        expect(modelVariance).toBeGreaterThanOrEqual(0);
        found.forEach(({ value, weight, meanSquaredError }, i) => {
          const [low, high] = [Math.min(list[i]!.value, coefficients[0]!), Math.max(list[i]!.value, coefficients[0]!)];
          expect(value >= low - 1e-9 && value <= high + 1e-9 && weight >= 0 && weight < 1).toBe(true);
          expect(meanSquaredError).toBeGreaterThan(0);
        });
        const moved = fayHerriot(list.map((one) => ({ value: 3 * one.value + 7, variance: 9 * one.variance })));
        moved.areas.forEach(({ value }, i) => void near(value, 3 * found[i]!.value + 7, 1e-5));
      }),
      { numRuns: 200, seed: 8 },
    );
  });

  it("are nearer to the truth, over all areas, than the areas' own figures", () => {
    // Made-up truths, from a sum of sines in place of chance so that it is the same on every machine.
    const noise = (i: number): number => Math.sin(12.9898 * i) + Math.sin(78.233 * i) + Math.sin(37.719 * i);
    const truth = Array.from({ length: 60 }, (_, i) => 30 + 3 * noise(i + 1000));
    const list = truth.map((one, i) => ({ value: one + 4 * noise(i), variance: 24 }));
    const off = (figures: readonly number[]): number =>
      figures.reduce((sum, one, i) => sum + (one - truth[i]!) ** 2, 0);
    const modelled = fayHerriot(list).areas.map(({ value }) => value);
    expect(off(modelled)).toBeLessThan(0.7 * off(list.map(({ value }) => value)));
  });
});
