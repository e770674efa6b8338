import { describe, expect, it } from "vitest";
import { binomial } from "../../scripts/coverage/binomial.ts";
import { estimate } from "../../src/estimate/estimate.ts";
import { againstOthers } from "../../src/measure/against-others.ts";
import { measurePeriod } from "../../src/measure/period.ts";
import { makeStratum, type Stratum } from "../../src/measure/stratum.ts";
import { type Edition, type Estimate, noFigures } from "../../src/model.ts";
import { zOf } from "../../src/stats/normal.ts";
import { known, SEED, seeded } from "../support/check.ts";

const rules = { scale: "logit", per: 100, confidence: 0.95, intervalLevel: 0.95 } as const;
const counted = (numerator: number, denominator: number): Estimate =>
  known(estimate({ ...noFigures, numerator, denominator }, { ...rules, kind: "proportion" }));
const published = (value: number, se: number | null = null): Estimate =>
  known(estimate({ ...noFigures, value, standardError: se }, { ...rules, scale: "identity", kind: "published" }));

const stratumOf = (estimates: readonly Estimate[], edition: Edition = 2): Stratum =>
  known(
    makeStratum({
      order: "unordered",
      ranking: "local",
      better: "lower",
      scale: "identity",
      per: 100,
      z: zOf(0.95),
      reliableDenominator: 0,
      edition,
      groups: estimates.map((one, i) => ({ id: `g${i}`, label: `${i}`, weight: null, estimate: one })),
    }),
  );

describe("againstOthers", () => {
  const counts = [counted(30, 100), counted(40, 100), counted(90, 300)];

  it("sets groups against all the others together where no level is published", () => {
    const [first] = againstOthers(stratumOf(counts), null);
    expect(first).toMatchObject({ group: "g0", against: "rest", level: expect.closeTo(32.5, 9) });
    expect(first!.difference.value).toBeCloseTo(-2.5, 9);
  });

  it("sets them against the published level where there is one", () => {
    const all = againstOthers(stratumOf(counts), counted(170, 500));
    expect(all.map(({ against, level }) => [against, level])).toEqual(counts.map(() => ["overall", 34]));
    [-4, 6, -4].forEach((difference, i) => {
      expect(all[i]!.difference.value).toBeCloseTo(difference, 9);
    });
  });

  it("sorts nobody to either side by a mean over groups of unknown size", () => {
    const unknown = [50, 46.2, 40].map((value) => published(value, 1));
    expect(againstOthers(stratumOf(unknown), null)).toEqual([]);
    const above = againstOthers(stratumOf(unknown), published(44.8))[1]!;
    expect(above).toMatchObject({ against: "overall", level: 44.8 });
    expect(above.difference.value).toBeCloseTo(1.4, 9);
    // The level is taken for known, and the group for no part of it.
    expect(above.difference.upper).toBeCloseTo(1.4 + zOf(0.95), 9);
  });

  it("sets districts against the other districts, where everyone is the city among them", () => {
    const period = (isEveryoneAGroup: boolean) =>
      measurePeriod({
        ...{ order: "unordered", ranking: "local", better: "lower", scale: "logit", per: 100, z: zOf(0.95) },
        ...{ reliableDenominator: 0, unit: "%", counted: "people", isEveryoneAGroup },
        period: { label: "2024", start: "2024-01-01", end: "2024-12-31" },
        overall: { estimate: counts[0]!, from: "published" },
        groups: counts.map((one, i) => ({ id: `g${i}`, label: `${i}`, weight: null, estimate: one })),
      }).who.map(({ against }) => against);
    expect(period(true)).toEqual(["rest", "rest", "rest"]);
    expect(period(false)).toEqual(["overall", "overall", "overall"]);
  });

  it("keeps what the first edition did", () => {
    const unknown = [50, 46.2, 40].map((value) => published(value, 1));
    for (const everyone of [null, published(44.8)]) {
      const all = againstOthers(stratumOf(unknown, 1), everyone);
      expect(all.map(({ against, level }) => [against, level])).toEqual([
        ["rest", expect.closeTo(43.1, 9)],
        ["rest", expect.closeTo(45, 9)],
        ["rest", expect.closeTo(48.1, 9)],
      ]);
    }
  });

  it("tests nothing where a group comes without interval", () => {
    const all = againstOthers(stratumOf([published(50), published(40)]), published(44.8, 1));
    expect(all.map(({ p, difference }) => [p, difference.lower])).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  it("finds a difference from the level by chance one time in twenty, though each group is part of everyone", () => {
    const sizes = [2000, 1000, 300];
    const random = seeded(SEED);
    const draws = sizes.map((n) => binomial(n, 0.3));
    const found = sizes.map(() => 0);
    const runs = 4000;
    for (let run = 0; run < runs; run++) {
      const x = draws.map((draw) => draw(random));
      const everyone = counted(
        x.reduce((sum, one) => sum + one, 0),
        3300,
      );
      againstOthers(stratumOf(x.map((one, i) => counted(one, sizes[i]!))), everyone).forEach(({ p }, i) => {
        if (p! < 0.05) found[i]!++;
      });
    }
    for (const often of found) expect(Math.abs(often / runs - 0.05)).toBeLessThan(0.012);
  });
});
