import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UserError } from "../../src/error.ts";
import { type EstimateRequest, estimates } from "../../src/index.ts";
import golden from "../golden/more-estimates.json" with { type: "json" };
import { unprintable } from "../support/check.ts";

const first = (section: string) =>
  structuredClone(golden.cases.find((one) => one.section === section)!.request) as unknown as Record<string, unknown>;
const faults = (section: string, item: object): string[] => {
  try {
    estimates({ [section]: [item] } as EstimateRequest);
  } catch (error) {
    if (error instanceof UserError) return error.faults.map(({ where, must }) => `${where.key}: ${must}`);
    throw error;
  }
  return [];
};
const changed = (section: string, more: object): string[] => faults(section, { ...first(section), ...more });

const areas = [1, 2, 3, 4].map((value) => ({ value, se: 1 }));
const counts = [1, 2, 3].map((numerator) => ({ numerator, denominator: 10 }));
const { asked: _, healthy: __, ...unasked } = first("healthyLifeExpectancy");
const gap = first("lifeExpectancyGap") as { from: { deaths: number[] } };

describe("a request for more estimates", () => {
  it.each<[string, string[], string[]]>([
    ["another key", changed("funnel", { colour: 1 }), ["funnel[0].colour: a key that this command knows"]],
    ["lists of other lengths", changed("standardisedRatio", { standardEvents: [1] }), ["standardisedRatio[0].standardEvents: as long as population: 11"]], // biome-ignore format: a table
    ["no health", faults("healthyLifeExpectancy", unasked), ["healthyLifeExpectancy[0]: asked and healthy, or share and shareStandardError"]], // biome-ignore format: a table
    ["health twice", changed("healthyLifeExpectancy", { share: Array(20).fill(0.5), shareStandardError: Array(20).fill(0) }), ["healthyLifeExpectancy[0]: asked and healthy, or share and shareStandardError"]], // biome-ignore format: a table
    ["more healthy than asked", changed("healthyLifeExpectancy", { healthy: Array.from({ length: 20 }, (_, i) => (i === 3 ? 111 : 1)) }), ["healthyLifeExpectancy[0].healthy[3]: at most those who were asked, 110"]], // biome-ignore format: a table
    ["more deaths of causes than deaths", changed("lifeExpectancyGap", { causes: [{ cause: "a", from: gap.from.deaths.map((one) => one + 1), to: gap.from.deaths.map(() => 0) }] }), ["lifeExpectancyGap[0].causes: deaths of causes that are no more than all deaths at 0, from"]], // biome-ignore format: a table
    ["a cause twice", changed("lifeExpectancyGap", { causes: ["a", "a"].map((cause) => ({ cause, from: gap.from.deaths.map(() => 0), to: gap.from.deaths.map(() => 0) })) }), ["lifeExpectancyGap[0].causes: each cause once"]], // biome-ignore format: a table
    ["more people with it than people", changed("ageAdjustedShare", { numerator: 1e6 }), ["ageAdjustedShare[0].numerator: at most the people of all bands, 1640"]], // biome-ignore format: a table
    ["a share above all", faults("funnel", { kind: "proportion", areas: [...counts, { numerator: 11, denominator: 10 }] }), ["funnel[0].areas[3].numerator: at most the denominator, 10"]], // biome-ignore format: a table
    ["a target above all", faults("funnel", { kind: "proportion", multiplier: 100, target: 120, areas: counts }), ["funnel[0].target: at most the multiplier, 100"]], // biome-ignore format: a table
    ["covariates that are one another", faults("smallAreas", { model: "fay-herriot", areas: areas.concat(areas).map((one, i) => ({ ...one, covariates: [i, 2 * i] })) }), ["smallAreas[0].areas: covariates that differ, none made of the others"]], // biome-ignore format: a table
    ["covariates of some areas", faults("smallAreas", { model: "fay-herriot", areas: areas.map((one, i) => (i === 2 ? { ...one, covariates: [1] } : one)) }), ["smallAreas[0].areas[2].covariates: as many as in the first area: 0"]], // biome-ignore format: a table
    ["too few areas for its covariates", faults("smallAreas", { model: "fay-herriot", areas: areas.slice(0, 3).map((one, i) => ({ ...one, covariates: [i] })) }), ["smallAreas[0].areas: at least two areas more than covariates: 4"]], // biome-ignore format: a table
    ["errors too far apart", faults("smallAreas", { model: "fay-herriot", areas: areas.map((one, i) => ({ ...one, se: 10 ** (2 * i) })) }), ["smallAreas[0].areas: denominators within a hundred million times of one another, standard errors within ten thousand"]], // biome-ignore format: a table
    ["two areas", faults("smallAreas", { model: "gamma-poisson", areas: counts.slice(1) }), ["smallAreas[0].areas: a list of at least 3"]], // biome-ignore format: a table
  ])("is refused for %s", (_, found, expected) => {
    expect(found).toEqual(expected);
  });

  const table = first("healthyLifeExpectancy") as { deaths: number[]; population: number[] };
  const without = (section: string, more: object): unknown =>
    (estimates({ [section]: [{ ...first(section), ...more }] } as EstimateRequest) as Record<string, { reason?: string }[]>)[section]![0]!.reason; // biome-ignore format: one line

  it("has a reason where there is no figure", () => {
    expect(without("healthyLifeExpectancy", { deaths: table.deaths.map((one, i) => (i === 19 ? 0 : one)) })).toBe("no-deaths-in-open-band"); // biome-ignore format: one line
    expect(without("lifeExpectancyGap", { from: { deaths: table.deaths, population: table.population.map((_, i) => (i === 3 ? 0 : 100_000)) }, causes: [] })).toBe("empty-age-band"); // biome-ignore format: one line
    expect(without("standardisedRatio", { standardEvents: Array(11).fill(0) })).toBe("no-denominator");
    expect(without("ageAdjustedShare", { standardEvents: [0, 0, 0, 0] })).toBe("undefined-on-working-scale");
  });

  it("keeps years of life at ages of which there are no healthy ones, with the reason beside", () => {
    const wide = {
      share: Array(20).fill(0.5),
      shareStandardError: Array(20).fill(0.4),
      asked: undefined,
      healthy: undefined,
    };
    const { asked: _, healthy: __, ...item } = { ...first("healthyLifeExpectancy"), ...wide };
    const [answer] = estimates({ healthyLifeExpectancy: [item] } as unknown as EstimateRequest).healthyLifeExpectancy as unknown as Record<"lifeExpectancy" | "healthyLifeExpectancy" | "missing", unknown[]>[]; // biome-ignore format: one line
    expect(answer!.lifeExpectancy[0]).toBeGreaterThan(60);
    expect(answer!.missing[0]).toMatchObject({ reason: "wide-interval" });
    expect(answer!.healthyLifeExpectancy[0]).toBeNull();
  });

  const wild = fc.oneof(
    fc.constantFrom(0, 1e-20, 1e-9, 1, 1e9, 1e20),
    fc.double({ min: 0, max: 1e6, noNaN: true }).map((x) => (x < 1e-20 ? 0 : x)),
  );
  const sized = fc.oneof(
    { weight: 20, arbitrary: fc.double({ min: 1, max: 5000, noNaN: true }) },
    { weight: 1, arbitrary: wild.map((x) => (x === 0 ? 1 : x)) },
  );
  const listOf = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: 3, maxLength: 8 });
  const countedWild = listOf(fc.record({ numerator: wild, denominator: sized }));
  const valuedWild = listOf(
    fc.record({ value: fc.tuple(wild, fc.boolean()).map(([x, below]) => (below ? -x : x)), se: sized }),
  );
  const asked = fc.oneof(
    fc.record({ kind: fc.constantFrom("proportion", "rate", "ratio"), overdispersion: fc.constantFrom("none", "multiplicative", "additive"), areas: countedWild }).map((item) => ({ funnel: [item] })), // biome-ignore format: one line
    fc.record({ kind: fc.constant("value"), overdispersion: fc.constantFrom("multiplicative", "additive"), areas: valuedWild }).map((item) => ({ funnel: [item] })), // biome-ignore format: one line
    fc.record({ model: fc.constantFrom("gamma-poisson", "beta-binomial"), areas: countedWild }).map((item) => ({ smallAreas: [item] })), // biome-ignore format: one line
    valuedWild.map((list) => ({ smallAreas: [{ model: "fay-herriot", areas: list }] })),
    fc.record({ observed: wild, population: listOf(wild) }).chain(({ observed, population }) => fc.record({ standardEvents: fc.array(wild, { minLength: population.length, maxLength: population.length }), standardPopulation: fc.array(wild, { minLength: population.length, maxLength: population.length }) }).map((rest) => ({ standardisedRatio: [{ observed, population, ...rest }], ageAdjustedShare: [{ numerator: Math.min(observed, ...population), population, ...rest }] }))), // biome-ignore format: one line
  );

  it("has a figure or a reason for whatever is accepted", () => {
    let answeredOnes = 0;
    fc.assert(
      fc.property(asked, (request) => {
        try {
          const answer = estimates(request as unknown as EstimateRequest);
          answeredOnes++;
          expect(unprintable(answer)).toEqual([]);
        } catch (error) {
          if (!(error instanceof UserError)) throw error;
        }
      }),
      { numRuns: 3000, seed: 9 },
    );
    expect(answeredOnes).toBeGreaterThan(1000);
  });
});
