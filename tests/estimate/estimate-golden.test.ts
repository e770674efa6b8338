import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { directlyStandardisedRate } from "../../src/estimate/directly-standardised-rate.ts";
import { lifeExpectancy } from "../../src/estimate/life-expectancy.ts";
import { chiSquaredP, chiSquaredQuantile } from "../../src/stats/chi-squared.ts";
import { zOf } from "../../src/stats/normal.ts";

interface Golden {
  directlyStandardisedRate: {
    events: number[];
    population: number[];
    standardPopulation: number[];
    multiplier: number;
    value: number;
    lower95: number;
    upper95: number;
  }[];
  lifeExpectancy: {
    startAge: number[];
    deaths: number[];
    population: number[];
    lifeExpectancy: number[];
    lower95: number[];
    upper95: number[];
  }[];
}

/** Figures of OHID's PHEindicatormethods 2.1.0. */
const golden = JSON.parse(readFileSync(new URL("../golden/estimates.json", import.meta.url), "utf8")) as Golden;
const close = (found: number | null, expected: number): void => {
  expect(Math.abs((found as number) - expected)).toBeLessThanOrEqual(1e-9 * Math.abs(expected));
};

describe("directlyStandardisedRate", () => {
  it.each(golden.directlyStandardisedRate)("agrees with the reference to 1e-9: $value", (one) => {
    const bands = one.events.map((events, i) => ({
      events,
      population: one.population[i]!,
      standard: one.standardPopulation[i]!,
    }));
    const found = directlyStandardisedRate(bands, one.multiplier, 0.95, zOf(0.95));
    close(found.value, one.value);
    close(found.lower, one.lower95);
    close(found.upper, one.upper95);
  });
});

describe("lifeExpectancy", () => {
  it.each(golden.lifeExpectancy.map((one, i) => [i, one] as const))(
    "agrees with the reference to 1e-9 at every age, table %d",
    (_, one) => {
      const bands = one.startAge.map((startAge, i) => ({
        startAge,
        deaths: one.deaths[i]!,
        population: one.population[i]!,
      }));
      const found = lifeExpectancy(bands, zOf(0.95));
      expect(found).toHaveLength(one.startAge.length);
      found.forEach(({ value, lower, upper }, i) => {
        close(value, one.lifeExpectancy[i]!);
        close(lower, one.lower95[i]!);
        close(upper, one.upper95[i]!);
      });
    },
  );
});

describe("the chi-squared distribution", () => {
  // Printed tables: 3.841 and 9.488 cut off 5 %, 11.345 cuts off 1 %.
  it.each([
    [3.841458820694124, 1, 0.05],
    [9.487729036781154, 4, 0.05],
    [11.344866730144373, 3, 0.01],
  ])("has %d on %d degrees of freedom at an upper tail of %d", (statistic, degrees, p) => {
    expect(chiSquaredP(statistic, degrees)).toBeCloseTo(p, 12);
    expect(chiSquaredQuantile(1 - p, degrees)).toBeCloseTo(statistic, 9);
  });
});
