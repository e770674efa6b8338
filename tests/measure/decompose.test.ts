import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aci, rci } from "../../src/measure/concentration.ts";
import { contributions } from "../../src/measure/decompose.ts";
import { decomposeChange } from "../../src/measure/decompose-change.ts";
import { ti } from "../../src/measure/entropy.ts";
import type { Measure } from "../../src/measure/measure.ts";
import { bgv } from "../../src/measure/spread.ts";
import { makeStratum, type Stratum } from "../../src/measure/stratum.ts";
import { isMissing, notComputable } from "../../src/reasons-and-notes.ts";
import { dimension, first, latest, uncoveredResults } from "../disclose/city.ts";
import { check, known, must } from "../support/check.ts";
import { type DrawnSet, drawnSets, inputOf } from "../support/strata.ts";

const sum = (list: readonly number[]): number => list.reduce((total, x) => total + x, 0);
const stratumOf = (set: DrawnSet): Stratum => known(makeStratum(inputOf(set)));

/** To 1e-12 of the numbers added up. */
const addsUp = (parts: readonly number[], whole: number): boolean =>
  Math.abs(sum(parts) - whole) <= 1e-12 * (Math.abs(whole) + sum(parts.map(Math.abs)));

/** Three groups of 20, 30 and 50 people, most disadvantaged first. */
const three = (values: readonly number[], sizes: readonly number[] = [20, 30, 50]): DrawnSet => ({
  order: "ordered",
  ranking: "local",
  better: "higher",
  scale: "identity",
  per: 1,
  groups: values.map((value, i) => ({ value, error: 1, size: sizes[i]! })),
  absent: [],
  reference: 0,
  reliableDenominator: 0,
});

describe("contributions", () => {
  it("of 10, 20 and 40 among 20, 30 and 50 people are as by hand", () => {
    // mu = 2 + 6 + 20 = 28; x = 0.10, 0.35, 0.75.
    const made = contributions(stratumOf(three([10, 20, 40])));
    expect(made.map(({ group }) => group)).toEqual(["g0", "g1", "g2"]);
    const byHand = [
      { variance: 0.2 * 324, concentration: 2 * 0.2 * -0.4 * -18, theil: 1000 * 0.2 * (10 / 28) * Math.log(10 / 28) },
      { variance: 0.3 * 64, concentration: 2 * 0.3 * -0.15 * -8, theil: 1000 * 0.3 * (20 / 28) * Math.log(20 / 28) },
      { variance: 0.5 * 144, concentration: 2 * 0.5 * 0.25 * 12, theil: 1000 * 0.5 * (40 / 28) * Math.log(40 / 28) },
    ];
    made.forEach(({ theil, betweenGroupVariance, concentration }, i) => {
      expect(betweenGroupVariance).toBeCloseTo(byHand[i]!.variance, 12);
      expect(concentration).toBeCloseTo(byHand[i]!.concentration, 12);
      expect(theil).toBeCloseTo(byHand[i]!.theil, 11);
    });
    // 2.88 + 0.72 + 3 = 6.6, and 2 sum p y (x - 1/2) = 2 (-0.8 - 0.9 + 5).
    expect(sum(made.map(({ concentration }) => concentration!))).toBeCloseTo(6.6, 12);
  });

  it("add up to the measures", () => {
    check(drawnSets, (sets) => {
      for (const set of sets) {
        const stratum = stratumOf(set);
        const made = contributions(stratum);
        const valueIn = (measure: Measure): number => known(measure.compute(stratum)).raw.value;
        const agree = (parts: (number | null)[], measure: Measure, factor = 1): void =>
          must(
            addsUp(
              parts.map((part) => part! / factor),
              valueIn(measure),
            ),
            () => measure.id,
          );
        agree(
          made.map((one) => one.betweenGroupVariance),
          bgv,
        );
        const theil = made.map((one) => one.theil);
        if (isMissing(ti.compute(stratum))) expect(theil.every((part) => part === null)).toBe(true);
        else agree(theil, ti);
        const concentration = made.map((one) => one.concentration);
        if (set.order !== "ordered") {
          expect(concentration.every((part) => part === null)).toBe(true);
          continue;
        }
        // aci sums p y (x - x') without taking the mean off first: it is exact to the size of the values.
        const size = sum(stratum.values.map((y, i) => stratum.shares[i]! * Math.abs(y)));
        must(Math.abs(sum(concentration as number[]) - valueIn(aci)) <= 1e-12 * size, () => "aci");
        if (stratum.mean > 1e-3 * size)
          must(Math.abs(sum(concentration as number[]) / stratum.mean - valueIn(rci)) <= 1e-9, () => "rci");
      }
    });
  });

  it("are nothing where all groups are equal", () => {
    for (const one of contributions(stratumOf(three([7.3, 7.3, 7.3]))))
      expect(one).toMatchObject({ theil: 0, betweenGroupVariance: 0 });
    const middle = contributions(stratumOf(three([10, 28, 40])))[1]!;
    expect(middle.concentration).toBeCloseTo(2 * 0.3 * -0.15 * (28 - 30.4), 12);
  });
});

describe("decomposeChange", () => {
  const decompose = (from: DrawnSet, to: DrawnSet) => decomposeChange(stratumOf(from), stratumOf(to));

  it("of 10, 20, 40 in shares 20, 30, 50 to 16, 22, 38 in shares 30, 30, 40 is as by hand", () => {
    // mu 28 to 26.6: the average of both is 27.3.
    const made = known(decompose(three([10, 20, 40]), three([16, 22, 38], [30, 30, 40])));
    const byHand = [
      { level: 0.25 * 6, composition: 0.1 * (13 - 27.3) },
      { level: 0.3 * 2, composition: 0 },
      { level: 0.45 * -2, composition: -0.1 * (39 - 27.3) },
    ];
    made.forEach(({ level, composition }, i) => {
      expect(level).toBeCloseTo(byHand[i]!.level, 12);
      expect(composition).toBeCloseTo(byHand[i]!.composition, 12);
    });
    // 1.2 from levels (1.5 + 0.6 - 0.9) and -2.6 from composition: -1.4 in all.
    expect(sum(made.map(({ level }) => level))).toBeCloseTo(1.2, 12);
    expect(sum(made.map(({ composition }) => composition))).toBeCloseTo(-2.6, 12);
  });

  it("adds up to the change of the mean, and turns round when the periods are swapped", () => {
    check(
      fc.tuple(drawnSets, fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 100, maxLength: 100 })),
      ([sets, keys]) => {
        for (const from of sets) {
          const to = {
            ...from,
            groups: from.groups.map((group, i) => ({
              ...group,
              value: group.value * (0.5 + keys[i]! / 2000),
              size: group.size * (1 + keys[99 - i]! / 100),
            })),
          };
          const made = known(decompose(from, to));
          const parts = made.flatMap(({ level, composition }) => [level, composition]);
          const [mu0, mu1] = [stratumOf(from).mean, stratumOf(to).mean];
          const size = Math.max(...from.groups.map(({ value }) => Math.abs(value)));
          must(
            Math.abs(sum(parts) - (mu1 - mu0)) <= 1e-12 * (size + sum(parts.map(Math.abs))),
            () => `${sum(parts)}, not ${mu1 - mu0}`,
          );
          known(decompose(to, from)).forEach(({ level, composition }, i) => {
            must(level === 0 - made[i]!.level || Math.abs(level + made[i]!.level) <= 1e-12 * size, () => "level");
            must(Math.abs(composition + made[i]!.composition) <= 1e-12 * size, () => "composition");
          });
        }
      },
    );
  });

  it("pairs groups by id, whatever their order", () => {
    const from = stratumOf(three([10, 20, 40]));
    const turned: Stratum = {
      ...from,
      ids: [...from.ids].reverse(),
      shares: [...from.shares].reverse(),
      values: [...from.values].reverse(),
    };
    expect(
      known(decomposeChange(from, turned)).every(({ level, composition }) => level === 0 && composition === 0),
    ).toBe(true);
  });

  it("has no figure where the periods do not measure the same groups", () => {
    const [two, all] = [
      { ...three([10, 20]), order: "unordered" } as const,
      { ...three([10, 20, 40]), order: "unordered" } as const,
    ];
    expect(decompose(two, all)).toMatchObject({ reason: "groups-differ" });
    expect(decompose(all, two)).toMatchObject({ reason: "groups-differ" });
    const none = notComputable("missing-group", { groups: ["2"] });
    expect(decomposeChange(none, stratumOf(all))).toBe(none);
  });
});

describe("results", () => {
  const fifths = dimension("fifths", "quantiles", ["q1", "q2", "q3"]);
  const city = (before: number) =>
    uncoveredResults({
      dimensions: [fifths],
      tables: {
        2023: { fifths: { q1: [before, 90], q2: [30, 90], q3: [20, 90] } },
        2024: { fifths: { q1: [35, 100], q2: [30, 90], q3: [22, 80] } },
      },
    });
  const change = (results: Parameters<typeof first>[0]) => known(first(results).change);

  it("hold each group's contributions, and the change of the groups' mean split", () => {
    const results = city(40);
    const parts = known(latest(results).contributions);
    expect(parts.map(({ group }) => group)).toEqual(["q1", "q2", "q3"]);
    const measured = (id: string): number => {
      const { outcome } = latest(results).measures.find(({ measure }) => measure === id)!;
      return known(outcome).raw.value;
    };
    expect(sum(parts.map(({ theil }) => theil!))).toBeCloseTo(measured("ti"), 10);
    expect(sum(parts.map(({ betweenGroupVariance }) => betweenGroupVariance))).toBeCloseTo(measured("bgv"), 10);
    expect(sum(parts.map(({ concentration }) => concentration!))).toBeCloseTo(measured("aci"), 10);
    const moved = known(change(results).decomposition).flatMap(({ level, composition }) => [level, composition]);
    expect(sum(moved)).toBeCloseTo((100 * 87) / 270 - (100 * 90) / 270, 10);
  });
});
