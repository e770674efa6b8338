import { describe, expect, it } from "vitest";
import { addedUp, type ByAgeRules, estimateByAge } from "../../src/estimate/by-age.ts";
import { lifeTable, standardisedRate } from "../../src/estimate/computable.ts";
import { type AgeBand, europeanStandardPopulation2013 } from "../../src/estimate/directly-standardised-rate.ts";
import { type EstimateRules, estimate } from "../../src/estimate/estimate.ts";
import { estimatePeriod } from "../../src/estimate/estimate-period.ts";
import { type Estimate, type Figures, noFigures, type Observation } from "../../src/model.ts";
import { isMissing, type NotComputable } from "../../src/reasons-and-notes.ts";
import { impliedSize } from "../../src/stats/implied-size.ts";
import { workingScale } from "../../src/stats/working-scale.ts";

const Z = 1.959963984540054;
const rules = (kind: EstimateRules["kind"], scale: EstimateRules["scale"], per: number, more = {}): EstimateRules => ({
  kind,
  scale,
  per,
  confidence: 0.95,
  intervalLevel: 0.95,
  ...more,
});
const made = (figures: Partial<Figures>, how: EstimateRules): Estimate => {
  const found = estimate({ ...noFigures, ...figures }, how);
  if (isMissing(found)) throw new Error(found.reason);
  return found;
};
const noteIds = ({ notes }: Estimate) => notes.map(({ id }) => id);

describe("workingScale", () => {
  it.each([
    ["identity", 1, 3.5, 3.5, 1],
    ["log", 1, 20, Math.log(20), 20],
    ["logit", 100, 20, Math.log(0.25), 16],
    ["logit", 1, 0.2, Math.log(0.25), 0.16],
  ] as const)("%s per %d takes %d to %d and back, with its slope there", (name, per, value, point, slope) => {
    const scale = workingScale(name, per);
    expect(scale.to(value)).toBeCloseTo(point, 12);
    expect(scale.from(point)).toBeCloseTo(value, 12);
    expect(scale.slope(point)).toBeCloseTo(slope, 12);
  });

  it.each([
    ["log", 1, -1],
    ["log", 1, 0],
    ["logit", 100, 0],
    ["logit", 100, 100],
    ["logit", 100, -1],
    ["logit", 100, 101],
  ] as const)("%s per %d has no finite point at %d", (name, per, value) => {
    expect(Number.isFinite(workingScale(name, per).to(value))).toBe(false);
  });

  it("reaches a negative value on the identity scale", () => {
    expect(workingScale("identity", 1).to(-3)).toBe(-3);
  });
});

describe("impliedSize", () => {
  it("is y (1 - y) / s^2", () => {
    expect(impliedSize({ value: 20, variance: 4 }, 100)).toBeCloseTo((0.2 * 0.8) / 0.02 ** 2, 9);
    expect(impliedSize({ value: 20, variance: 5, rounding: 1 }, 100)).toBeCloseTo((0.2 * 0.8) / 0.02 ** 2, 9);
    expect(impliedSize({ value: 20, variance: null }, 100)).toBeNull();
    expect(impliedSize({ value: 20, variance: 0 }, 100)).toBeNull();
  });
});

describe("estimate", () => {
  it("gives a proportion its error on both scales from the Wilson interval", () => {
    const found = made({ numerator: 30, denominator: 120 }, rules("proportion", "logit", 100));
    const logit = (y: number) => Math.log(y / (100 - y));
    expect(found.value).toBe(25);
    expect(found.variance).toBeCloseTo(((found.upper! - found.lower!) / (2 * Z)) ** 2, 12);
    expect(found.working?.point).toBeCloseTo(Math.log(1 / 3), 12);
    expect(found.working?.variance).toBeCloseTo(((logit(found.upper!) - logit(found.lower!)) / (2 * Z)) ** 2, 12);
    expect(found).toMatchObject({ numerator: 30, denominator: 120, notes: [] });
  });

  it.each([
    ["proportion", "logit", 100, 0, 50, Math.log(0.5 / 50.5), 51 ** 2 / (50 * 0.5 * 50.5), 1 / 0.5 + 1 / 50.5],
    ["proportion", "logit", 100, 50, 50, Math.log(50.5 / 0.5), 51 ** 2 / (50 * 50.5 * 0.5), 1 / 50.5 + 1 / 0.5],
    ["rate", "log", 1000, 0, 400, Math.log((1000 * 0.5) / 400), 1 / 0.5, 1 / 0.5],
  ] as const)(
    "corrects a %s on the %s scale (per %d) of %d in %d, as each edition says",
    (kind, scale, per, x, n, point, variance, first) => {
      const how = rules(kind, scale, per);
      const found = made({ numerator: x, denominator: n }, how);
      expect(found.working?.point).toBeCloseTo(point, 12);
      expect(found.working?.variance).toBeCloseTo(variance, 12);
      expect(noteIds(found)).toEqual(["continuity-corrected"]);
      expect(found.variance).toBeCloseTo(((found.upper! - found.lower!) / (2 * Z)) ** 2, 12);
      const before = made({ numerator: x, denominator: n }, { ...how, edition: 1 });
      expect(before.working).toEqual({ point: found.working?.point, variance: expect.closeTo(first, 12) });
    },
  );

  it.each([
    ["proportion", "logit", 100, 7, 50, (100 ** 2 * 7 * 43) / (50 ** 2 * 49)],
    ["proportion", "logit", 100, 0, 50, 0],
    ["rate", "log", 1000, 7, 400, (1000 ** 2 * 7) / 400 ** 2],
  ] as const)("knows the unbiased variance of a %s", (kind, scale, per, x, n, unbiased) => {
    const figures = { numerator: x, denominator: n };
    const how = rules(kind, scale, per);
    expect(made(figures, how).unbiased).toBeCloseTo(unbiased, 12);
    expect(made(figures, { ...how, edition: 1 }).unbiased).toBeUndefined();
  });

  it("has no unbiased variance of one person", () => {
    expect(made({ numerator: 1, denominator: 1 }, rules("proportion", "logit", 1)).unbiased).toBeUndefined();
  });

  it("adds what rounding makes to published values, on both scales, where it is over a hundredth of their variance", () => {
    const how = { ...rules("published", "log", 1), rounding: 0.05 };
    const [natural, onLog] = [1 + 0.05, (1 + 0.05) / 20 ** 2];
    const found = made({ value: 20, standardError: 1 }, how);
    expect(found.variance).toBeCloseTo(natural, 12);
    expect(found.working?.variance).toBeCloseTo(onLog, 12);
    expect(found).toMatchObject({ lower: 20 - Z, upper: 20 + Z });
    expect(made({ value: 20, standardError: 1 }, { ...how, edition: 1 }).variance).toBe(1);
    expect(made({ value: 20, standardError: 3 }, how).variance).toBe(9);
    expect(made({ value: 20 }, how).variance).toBeNull();
    const limits = { value: 20, lower: 20 - Z, upper: 20 + Z };
    expect(made(limits, how).variance).toBeCloseTo(natural, 9);
    expect(made({ numerator: 20, denominator: 40 }, { ...rules("rate", "log", 1), rounding: 1 }).variance).toBeLessThan(
      0.1,
    );
  });

  it("does not correct a rate of as many events as person-years", () => {
    expect(noteIds(made({ numerator: 50, denominator: 50 }, rules("rate", "log", 1)))).toEqual([]);
  });

  it.each([0, -1, null])("has no proportion out of %s", (denominator) => {
    for (const kind of ["proportion", "rate"] as const)
      expect(estimate({ ...noFigures, numerator: 0, denominator }, rules(kind, "log", 1))).toMatchObject({
        reason: "no-denominator",
      });
  });

  it("gives a mean the t interval", () => {
    const found = made({ value: 10, sd: 2, count: 4, denominator: 4 }, rules("mean", "identity", 1));
    expect(found.upper! - 10).toBeCloseTo(3.182446305284263, 9);
    expect(found.variance).toBeCloseTo((3.182446305284263 / Z) ** 2, 9);
    expect(found.working).toEqual({ point: 10, variance: expect.closeTo(found.variance!, 12) });
  });

  it.each([
    [1, 2],
    [0, 2],
    [null, 2],
    [5, null],
  ])("has no mean of %s values with a spread of %s", (count, sd) => {
    expect(estimate({ ...noFigures, value: 3, count, sd }, rules("mean", "identity", 1))).toMatchObject({
      reason: "few-values",
    });
  });

  it("takes a published rate as it is, unless it rests on fewer than 10 events", () => {
    const figures = { value: 20, lower: 10, upper: 40 };
    const how = rules("dsr-as-published", "log", 100000);
    expect(estimate({ ...noFigures, ...figures, numerator: 9 }, how)).toMatchObject({ reason: "few-events" });
    for (const numerator of [10, null]) {
      const found = made({ ...figures, numerator }, how);
      expect(found).toMatchObject(figures);
      expect(found.working?.variance).toBeCloseTo((Math.log(4) / (2 * Z)) ** 2, 12);
    }
  });

  it("takes a published figure without interval", () => {
    const found = made({ value: 20 }, rules("published", "logit", 100));
    expect(found).toMatchObject({ value: 20, lower: null, upper: null, variance: null, notes: [] });
    expect(found.working).toEqual({ point: expect.closeTo(Math.log(0.25), 12), variance: null });
  });

  it("makes an interval of a published standard error, by the delta method on the working scale", () => {
    const found = made({ value: 20, standardError: 2 }, rules("published", "logit", 100));
    expect(found).toMatchObject({ value: 20, variance: 4, notes: [] });
    expect(found.lower).toBeCloseTo(20 - 2 * Z, 12);
    expect(found.upper).toBeCloseTo(20 + 2 * Z, 12);
    expect(found.working?.variance).toBeCloseTo((2 / 16) ** 2, 12);
  });

  it("has no working point where a published figure is at the edge of its scale", () => {
    expect(made({ value: 0, lower: 0, upper: 3 }, rules("published", "log", 1)).working).toBeNull();
    expect(made({ value: 100, standardError: 1 }, rules("published", "logit", 100)).working).toBeNull();
  });

  it.each([
    [0, 40, (Math.log(40) - Math.log(20)) / Z, "lower"],
    [10, Number.POSITIVE_INFINITY, (Math.log(20) - Math.log(10)) / Z, "upper"],
  ])("takes the error from one side where the %s limit is at the edge", (lower, upper, spread) => {
    const found = made({ value: 20, lower, upper }, rules("published", "log", 1));
    expect(found.working?.variance).toBeCloseTo(spread ** 2, 12);
    expect(noteIds(found)).toEqual(["one-sided-interval"]);
  });

  it("gives published limits at another level by the error on the working scale", () => {
    const found = made({ value: 20, lower: 10, upper: 40 }, rules("published", "log", 1, { confidence: 0.99 }));
    const s = Math.log(4) / (2 * Z);
    expect(found.lower).toBeCloseTo(20 * Math.exp(-2.5758293035489004 * s), 9);
    expect(found.upper).toBeCloseTo(20 * Math.exp(2.5758293035489004 * s), 9);
    expect(found.working?.variance).toBeCloseTo(s ** 2, 12);
  });

  it("keeps a published figure without interval at any level", () => {
    expect(made({ value: 20 }, rules("published", "log", 1, { confidence: 0.99 }))).toMatchObject({ lower: null });
  });
});

const bands = (events: readonly number[], population: number): AgeBand[] =>
  events.map((count, i) => ({ events: count, population, standard: europeanStandardPopulation2013[i]! }));

describe("standardisedRate", () => {
  const nineteen = (each: number) => new Array<number>(19).fill(each);

  it("of the same rate in every band is that rate, whatever the standard", () => {
    const found = standardisedRate(bands(nineteen(2), 1000), 1000, 0.95);
    expect(found).toMatchObject({ value: expect.closeTo(2, 12) });
  });

  it("needs 10 events", () => {
    const nine = nineteen(0).map((_, i) => (i < 9 ? 1 : 0));
    expect(standardisedRate(bands(nine, 1000), 1, 0.95)).toMatchObject({ reason: "few-events" });
    expect(standardisedRate(bands([...nine.slice(0, 18), 1], 1000), 1, 0.95)).not.toHaveProperty("reason");
  });

  it("needs people in every band", () => {
    expect(
      standardisedRate([...bands(nineteen(2), 1000).slice(1), { events: 0, population: 0, standard: 1 }], 1, 0.95),
    ).toMatchObject({ reason: "empty-age-band" });
  });

  it("uses the European Standard Population of 100,000", () => {
    expect(europeanStandardPopulation2013).toHaveLength(19);
    expect(europeanStandardPopulation2013.reduce((a, b) => a + b, 0)).toBe(105_000 - 5_000);
  });
});

const ages = [0, 1, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90];
const table = (deaths: number, population: number) => ages.map((startAge) => ({ startAge, deaths, population }));

describe("lifeTable", () => {
  it.each([
    [table(3, 250), "small-population"],
    [table(3, 250).map((band, i) => (i === 3 ? { ...band, population: 2 } : band)), "deaths-exceed-population"],
    [table(3, 2500).map((band, i) => (i === 3 ? { ...band, deaths: 0, population: 0 } : band)), "empty-age-band"],
    [table(3, 2500).map((band, i) => (i === 19 ? { ...band, deaths: 0 } : band)), "no-deaths-in-open-band"],
  ])("says why there is none (%#)", (bandsOf, reason) => {
    expect(lifeTable(bandsOf, 0.95)).toMatchObject({ reason });
  });

  it("takes a population of 5,001", () => {
    const found = lifeTable(
      table(3, 250).map((band, i) => (i === 0 ? { ...band, population: 251 } : band)),
      0.95,
    );
    expect(Array.isArray(found)).toBe(true);
  });

  it("gives the years left in the open band as people over deaths", () => {
    const found = lifeTable(table(500, 25_000), 0.95) as { value: number }[];
    expect(found.at(-1)?.value).toBeCloseTo(50, 9);
  });

  it("holds back an age whose 95% interval spans more than 20 years, at any level", () => {
    const sparse = table(50, 2500).map((band, i) => (i === 19 ? { ...band, deaths: 1, population: 60 } : band));
    for (const level of [0.9, 0.95])
      expect((lifeTable(sparse, level) as object[]).at(-1)).toMatchObject({ reason: "wide-interval" });
  });
});

describe("estimateByAge", () => {
  const counts = (numerator: number, denominator: number) =>
    ages.map((age) => ({ label: `${age}`, numerator, denominator }));
  const life: ByAgeRules = {
    kind: "life-expectancy",
    scale: "identity",
    per: 1,
    confidence: 0.95,
    startAges: ages,
    at: 65,
  };

  it("gives life expectancy at the age asked for, with all the people as denominator", () => {
    const found = estimateByAge(counts(50, 2500), life) as Estimate;
    const all = lifeTable(table(50, 2500), 0.95) as { value: number }[];
    expect(found.value).toBe(all[ages.indexOf(65)]?.value);
    expect(found).toMatchObject({ numerator: 1000, denominator: 50_000 });
    expect(found.working).toEqual({ point: found.value, variance: expect.closeTo(found.variance!, 12) });
  });

  it("passes reasons on", () => {
    expect(estimateByAge(counts(1, 100), life)).toMatchObject({ reason: "small-population" });
    expect(estimateByAge(counts(0, 0), life)).toMatchObject({ reason: "no-denominator" });
  });

  it("adds groups up band by band", () => {
    expect(addedUp([counts(1, 10), counts(2, 30)])[3]).toEqual({ label: "10", numerator: 3, denominator: 40 });
    expect(addedUp([])).toEqual([]);
  });
});

describe("estimatePeriod", () => {
  const period = { label: "2020", start: "2020-01-01", end: "2020-12-31" };
  const seen = (group: string | null, figures: Partial<Figures>, blank: Observation["blank"] = null): Observation => ({
    period,
    group,
    figures: { ...noFigures, ...figures },
    rows: 1,
    blank,
    bands: null,
  });
  const declared = [
    { id: "a", label: "A" },
    { id: "b", label: "B" },
  ];
  const share = rules("proportion", "logit", 100);

  it("estimates each declared group, and pools their counts", () => {
    const found = estimatePeriod(
      declared,
      [seen("b", { numerator: 30, denominator: 100 }), seen("a", { numerator: 10, denominator: 100 })],
      undefined,
      share,
    );
    expect(found.groups.map(({ id, weight, marker }) => [id, weight, marker])).toEqual([
      ["a", 100, null],
      ["b", 100, null],
    ]);
    expect(found.groups[0]?.estimate).toMatchObject({ value: 10 });
    expect(found.overall).toMatchObject({ from: "pooled", estimate: { value: 20, numerator: 40, denominator: 200 } });
    expect(found.unrecorded).toBeNull();
  });

  it("marks groups without a row, with a blank, and without an estimate", () => {
    const found = estimatePeriod(
      [...declared, { id: "c", label: "C" }],
      [
        seen("a", { denominator: 70 }, { marker: "[c]", text: "Suppressed" }),
        seen("b", { numerator: 0, denominator: 0 }),
      ],
      undefined,
      share,
    );
    expect(found.groups.map(({ marker, weight }) => [marker, weight])).toEqual([
      ["[c]", 70],
      ["[u]", 0],
      ["[x]", null],
    ]);
    expect(found.groups.map(({ estimate: one }) => (one as NotComputable).reason)).toEqual([
      "blank",
      "no-denominator",
      "no-rows",
    ]);
    expect(found.groups[0]?.estimate).toEqual({ reason: "blank", parts: { why: "Suppressed" } });
    expect(found.overall).toMatchObject({ estimate: { reason: "no-overall" } });
  });

  it("takes the published level where there is one", () => {
    const everyone = seen(null, { numerator: 50, denominator: 100 });
    expect(
      estimatePeriod(declared, [seen("a", { numerator: 1, denominator: 9 })], everyone, share).overall,
    ).toMatchObject({
      from: "published",
      estimate: { value: 50 },
    });
  });

  it("leaves the averaging of other kinds to the measures", () => {
    const how = rules("published", "identity", 1);
    expect(
      estimatePeriod(declared, [seen("a", { value: 3 }), seen("b", { value: 4 })], undefined, how).overall,
    ).toBeNull();
  });

  it("uses a declared weight where no denominator is published", () => {
    const how = rules("published", "identity", 1);
    const found = estimatePeriod(declared, [seen("a", { value: 3, weight: 8 })], undefined, how);
    expect(found.groups[0]?.weight).toBe(8);
  });

  it.each([
    [
      { numerator: 1, denominator: 30 },
      { numerator: 5, denominator: 90 },
      share,
      { share: 0.25, count: 30, of: "denominator" },
    ],
    [
      { value: 1, weight: 10 },
      { value: 5, weight: 30 },
      rules("published", "identity", 1),
      { share: 0.25, count: 10, of: "weight" },
    ],
    [
      { value: 20, lower: 16, upper: 24 },
      { value: 20, lower: 18, upper: 22 },
      rules("published", "logit", 100),
      { share: expect.closeTo(0.2, 9), count: expect.closeTo(1600 / (4 / Z) ** 2, 6), of: "implied" },
    ],
    [{ value: 1 }, { value: 5 }, rules("published", "identity", 1), { share: null, count: 1, of: "rows" }],
  ])("tells how many people's group is not recorded (%#)", (unknown, known, how, expected) => {
    expect(estimatePeriod(declared, [seen(null, unknown), seen("a", known)], undefined, how).unrecorded).toEqual(
      expected,
    );
  });
});
