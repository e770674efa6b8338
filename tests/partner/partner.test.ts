import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UserError } from "../../src/error.ts";
import { type EstimateRequest, estimates, type Scenario, type Summary, summarise } from "../../src/index.ts";
import { measures } from "../../src/measure/all.ts";
import { answered } from "../../src/partner/estimates-request.ts";
import { type MeasureOptions, measured } from "../../src/partner/measure-request.ts";
import type { Source } from "../../src/partner/request-source.ts";
import { scenarioSchema } from "../../src/partner/scenario.ts";
import goldenEstimates from "../golden/estimates.json" with { type: "json" };
import { unprintable } from "../support/check.ts";
import { type Ran, root, run, temporaryFolder } from "../support/command.ts";
import { counts, group, hardCases, plain, proportions, values } from "../support/hard-cases.ts";
import { type GoldenScenario, strays, summaryStrays } from "../support/strays.ts";

/** Runs the command line with text on its standard input. */
const tempcheck = (args: readonly string[], input: string): Promise<Ran> => run(args, { input });

const errorOf = (act: () => unknown): string => {
  try {
    act();
    return "none";
  } catch (error) {
    return (error as Error).name;
  }
};

type Simulated = Record<"siiLower95" | "siiUpper95" | "riiLower95" | "riiUpper95", number>;
interface Slope {
  name: string;
  transformed: boolean;
  simulated: Simulated;
}

/** Limits of untransformed slopes that are further from the simulated ones than 1.5% of the interval's width. */
const slopeStrays = (answers: readonly Record<string, unknown>[], golden: readonly Slope[]): string[] =>
  golden.flatMap(({ name, transformed, simulated }, i) =>
    (["sii", "rii"] as const).flatMap((id) => {
      const [lower, upper] = [simulated[`${id}Lower95`], simulated[`${id}Upper95`]];
      const off = ([key, limit]: readonly [string, number]): boolean =>
        Math.abs((answers[i]![key] as number) - limit) > 0.015 * (upper - lower);
      const limits = [[`${id}Lower95`, lower] as const, [`${id}Upper95`, upper] as const];
      return transformed ? [] : limits.filter(off).map(([key]) => `${name} ${key}: ${answers[i]![key]}`);
    }),
  );

const withoutSimulated = <T extends { slopeIndex: { simulated?: unknown }[] }>(golden: T): Record<string, unknown> => {
  const { source: _, tolerance: __, reference: ___, ...sections } = golden as Record<string, unknown>;
  return { ...sections, slopeIndex: golden.slopeIndex.map(({ simulated: ____, ...one }) => one) };
};

const files = [
  ["the committed golden file", join(root, "tests/golden")],
  ["../shared/golden", join(root, "../shared/golden")],
] as const;

for (const [where, folder] of files) {
  const missing = !existsSync(join(folder, "estimates.json"));
  const read = (name: string) => JSON.parse(readFileSync(join(folder, name), "utf8"));

  describe.skipIf(missing)(`tempcheck, fed ${where}${missing ? ", which is not here" : ""},`, () => {
    it("prints every measure that it holds", async () => {
      const { code, out, err } = await tempcheck(
        ["measure"],
        readFileSync(join(folder, "summary-measures.json"), "utf8"),
      );
      expect([code, err]).toEqual([0, ""]);
      const answers = (JSON.parse(out) as { scenarios: Summary[] }).scenarios;
      const golden = read("summary-measures.json").scenarios as GoldenScenario[];
      expect(answers.length).toBe(golden.length);
      expect(golden.flatMap((scenario, i) => summaryStrays(answers[i]!, scenario))).toEqual([]);
    });

    it("prints every estimate that it holds", async () => {
      const { code, out, err } = await tempcheck(
        ["estimate", "--level", "0.95", "--level", "0.998", join(folder, "estimates.json")],
        "",
      );
      expect([code, err]).toEqual([0, ""]);
      const golden = read("estimates.json");
      expect(strays(JSON.parse(out), withoutSimulated(golden))).toEqual([]);
      expect(slopeStrays(JSON.parse(out).slopeIndex, golden.slopeIndex)).toEqual([]);
    });
  });
}

describe("summarise", () => {
  for (const ordered of [true, false])
    it.each(hardCases)(`gives a value or a reason for %s, ${ordered ? "ordered" : "unordered"}`, (_, scenario) => {
      const answer = summarise({ ...scenario, ordered });
      expect(unprintable(answer)).toEqual([]);
      for (const [id, measure] of Object.entries(answer.measures))
        if ("reason" in measure) expect([id, measure.text]).toEqual([id, expect.stringMatching(/\.$/)]);
        else expect(measure).toMatchObject({ definition: expect.stringMatching(/\.v[12]$/), oriented: {} });
      const order = scenario.groups.length === 2 ? "pair" : ordered ? "ordered" : "unordered";
      const speaking = measures.filter(({ orders }) => orders.includes(order)).map(({ id }) => id);
      expect(Object.keys(answer.measures)).toEqual(speaking);
    });

  const number = fc.oneof(
    fc.constantFrom(0, 1, -1, 1e-20, 1e20, -1e20, 1e9, 1e-7),
    fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((x) => (Math.abs(x) < 1e-20 ? 0 : x)),
  );
  const size = number.map(Math.abs);
  const published = fc.record({ value: number, population: size, se: fc.option(size, { nil: undefined }) });
  const counted = fc.tuple(fc.nat(1000), fc.nat(1000)).map(([a, b]) => ({ numerator: Math.min(a, b), denominator: b }));
  const scenarios: fc.Arbitrary<Scenario> = fc
    .record({
      favourable: fc.boolean(),
      ordered: fc.boolean(),
      form: fc.constantFrom("published", "log", "proportion", "rate"),
      published: fc.array(published, { minLength: 1, maxLength: 8 }),
      counted: fc.array(counted, { minLength: 1, maxLength: 8 }),
      reference: fc.nat(7),
    })
    .map(({ favourable, ordered, form, published, counted, reference }) => {
      const plain = form === "published" || form === "log";
      const list = plain ? published : counted;
      return {
        favourable,
        ordered,
        scale: plain ? null : 1000,
        ...(plain ? {} : { kind: form as "proportion" | "rate" }),
        ...(form === "log" ? { workingScale: "log" as const } : {}),
        groups: list.map((one, i) => ({
          order: i,
          ...one,
          ...(form === "log" && "value" in one ? { value: Math.abs(one.value) } : {}),
          reference: i === reference,
        })),
      };
    });

  it("gives a value or a reason for whatever it accepts", () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        expect(unprintable(summarise(scenario))).toEqual([]);
      }),
      { numRuns: 3000, seed: 3 },
    );
  });

  it("puts groups in the order that they name, whatever their place in the list", () => {
    const scenario: Scenario = { ...plain, ordered: true, groups: values([1, 2, 4, 9]) };
    const shuffled = { ...scenario, groups: [2, 0, 3, 1].map((i) => scenario.groups[i]!) };
    expect(summarise(shuffled).measures).toEqual(summarise(scenario).measures);
  });

  it("takes two groups for a pair, the one of lower order disadvantaged", () => {
    const { order, headline, measures: found } = summarise({ ...plain, ordered: false, groups: values([3, 4]) });
    expect([order, headline]).toEqual(["pair", { absolute: "d", relative: "r" }]);
    expect(found["d"]).toMatchObject({ value: 1, oriented: { value: 1 } });
  });

  it("chooses the working scale by kind, and for published figures as they say", () => {
    const scaleOf = (more: object): string =>
      summarise({ favourable: true, ordered: true, scale: 100, groups: values([20, 30, 40]), ...more } as Scenario)
        .workingScale;
    expect(
      [{}, { kind: "proportion" }, { kind: "rate" }, { kind: "dsr" }, { kind: "mean" }, { workingScale: "log" }].map(
        scaleOf,
      ),
    ).toEqual(["identity", "logit", "log", "log", "identity", "log"]);
  });

  it("widens intervals with the level", () => {
    const scenario: Scenario = { ...plain, ordered: true, groups: values([1, 2, 4]) };
    const width = (answer: Summary): number => {
      const { lower, upper } = answer.measures["sii"] as { lower: number; upper: number };
      return upper - lower;
    };
    expect(width(summarise(scenario, 0.998)) / width(summarise(scenario))).toBeCloseTo(3.0902323 / 1.959964, 6);
    expect(summarise({ ...scenario, conf: 0.998 })).toEqual(summarise(scenario, 0.998));
  });
});

describe("estimates", () => {
  const reasonOf = (request: EstimateRequest): unknown =>
    Object.values(estimates(request)).flatMap((items) => items.map((item) => (item as { reason?: string }).reason))[0];
  const bands = goldenEstimates.directlyStandardisedRate[0]!;
  const table = goldenEstimates.lifeExpectancy[0]!;
  const deaths = (change: (list: number[]) => void): EstimateRequest => {
    const list = [...table.deaths];
    change(list);
    return { lifeExpectancy: [{ ...table, deaths: list }] };
  };

  it.each<[string, EstimateRequest, string | undefined]>([
    ["a proportion of nobody", { proportion: [{ numerator: 0, denominator: 0 }] }, "no-denominator"],
    ["a rate of no years", { rate: [{ count: 3, personYears: 0 }] }, "no-denominator"],
    ["a mean of one value", { mean: [{ values: [4] }] }, "few-values"],
    ["a mean of none", { mean: [{ values: [] }] }, "few-values"],
    ["a mean of a sample of one", { mean: [{ value: 3, sd: 0, count: 1 }] }, "few-values"],
    ["a standardised rate of 9 events", { directlyStandardisedRate: [{ ...bands, events: bands.events.map((_, i) => (i === 5 ? 9 : 0)) }] }, "few-events"], // biome-ignore format: a table
    ["a standardised rate of 10 events", { directlyStandardisedRate: [{ ...bands, events: bands.events.map((_, i) => (i === 5 ? 10 : 0)) }] }, undefined], // biome-ignore format: a table
    ["a standardised rate with an empty band", { directlyStandardisedRate: [{ ...bands, population: bands.population.map((n, i) => (i === 5 ? 0 : n)) }] }, "empty-age-band"], // biome-ignore format: a table
    ["a life table of 5,000", { lifeExpectancy: [{ ...table, deaths: table.deaths.map(() => 1), population: table.deaths.map(() => 250) }] }, "small-population"], // biome-ignore format: a table
    ["more deaths than people", deaths((list) => list.splice(4, 1, 1701)), "deaths-exceed-population"],
    ["no deaths in the open band", deaths((list) => list.splice(19, 1, 0)), "no-deaths-in-open-band"],
    ["an interval wider than 20 years", { lifeExpectancy: [{ ...table, deaths: table.deaths.map((_, i) => (i === 19 ? 1 : 0)) }] }, "wide-interval"], // biome-ignore format: a table
    ["two groups on a ladder", { slopeIndex: [{ valueType: "mean", transformed: false, groups: [1, 2].map((order) => ({ order, population: 5, value: order })) }] }, "too-few-groups"], // biome-ignore format: a table
  ])("gives %s its reason", (_, request, reason) => {
    expect(reasonOf(request)).toBe(reason);
    expect(unprintable(estimates(request))).toEqual([]);
  });

  it("leaves out the ages alone whose interval is too wide", () => {
    const request = deaths((list) => list.splice(17, 3, 90, 60, 2));
    const [answer] = estimates(request).lifeExpectancy as unknown as {
      lifeExpectancy: (number | null)[];
      missing: { startAge: number; reason: string }[];
    }[];
    expect(answer!.lifeExpectancy[0]).toBeGreaterThan(50);
    expect(answer!.lifeExpectancy.at(-1)).toBeNull();
    expect(answer!.missing.at(-1)).toMatchObject({ startAge: 90, reason: "wide-interval" });
  });

  it("goes on to the age that a whole band does not survive", () => {
    const request = deaths((list) => list.splice(17, 1, 200));
    const [answer] = estimates(request).lifeExpectancy as unknown as {
      missing: { startAge: number; reason: string }[];
    }[];
    expect(answer!.missing.map(({ startAge, reason }) => [startAge, reason])).toEqual([
      [85, "nobody-survives"],
      [90, "nobody-survives"],
    ]);
    expect(unprintable(answer)).toEqual([]);
  });

  it("takes the European Standard Population of 2013 where no other is given", () => {
    const { standardPopulation: _, value: __, lower95: ___, upper95: ____, ...rest } = bands;
    expect(strays(estimates({ directlyStandardisedRate: [rest] }).directlyStandardisedRate, [bands])).toEqual([]);
  });

  it("names limits by their level", () => {
    const [one] = estimates({ rate: [{ count: 20, personYears: 1000 }] }, [0.9, 0.95, 0.99, 0.998, 0.999]).rate!;
    expect(Object.keys(one!).filter((key) => key.startsWith("lower"))).toEqual(
      ["90", "95", "99", "998", "999"].map((level) => `lower${level}`),
    );
  });

  it("gives the mean of values far from zero to the last figures", () => {
    const [far] = estimates({ mean: [{ values: [1e9 + 1, 1e9 + 2, 1e9 + 3] }] }).mean as unknown as Record<
      string,
      number
    >[];
    // t of 0.975 on 2 degrees of freedom, over the root of 3.
    expect([far!["value"]! - 1e9, far!["upper95"]! - 1e9 - 2]).toEqual([
      2,
      expect.closeTo(4.302652729749 / Math.sqrt(3), 6),
    ]);
  });
});

describe("a request that cannot be read", () => {
  const faults = (act: () => unknown): string[] => {
    try {
      act();
    } catch (error) {
      if (error instanceof UserError) return error.faults.map(({ where, must }) => `${where.key}: ${must}`);
      throw error;
    }
    return [];
  };

  it("is refused with the position of every fault", () => {
    const request = {
      proportion: [{ numerator: 1, denominator: 2 }, { numerator: 5, denominator: 3 }, { numerator: "5", denominator: 9 }],
      rate: [{ count: -1, personYears: 100 }, { count: 1, personYear: 100 }],
      mean: [{ value: 3, sd: 1 }],
      lifeExpectancy: [{ startAge: [0, 5], deaths: [1], population: [1] }],
    }; // biome-ignore format: a table
    expect(faults(() => estimates(request as unknown as EstimateRequest))).toEqual([
      "proportion[1].numerator: at most the denominator, 3",
      "proportion[2].numerator: a number",
      "rate[0].count: a number of at least 0",
      "rate[1].personYears: a number",
      "rate[1].personYear: a key that this command knows",
      "mean[0].count: given where there are no values",
      expect.stringMatching(/^lifeExpectancy\[0\]\.startAge: the first ages of the bands: 0, 1, 5, /),
      "lifeExpectancy[0].deaths: as long as startAge: 2",
      "lifeExpectancy[0].population: as long as startAge: 2",
    ]);
  });

  it.each<[string, object, string[]]>([
    ["an unknown key", { colour: "red" }, ["colour: a key that this command knows"]],
    ["no groups", { groups: [] }, ["groups: a list of at least 1"]],
    ["two groups of one order", { groups: [group(1, { value: 1 }), group(1, { value: 2 })] }, ["groups[1].order: different in every group; 1 is taken"]], // biome-ignore format: a table
    ["a ladder without order", { groups: [{ id: "a", value: 1 }, { id: "b", value: 2 }, { id: "c", value: 2 }] }, [0, 1, 2].map((i) => `groups[${i}].order: given for groups in order: 1 for the most disadvantaged`)], // biome-ignore format: a table
    ["a value outside its interval", { groups: [group(1, { value: 9, lower95: 1, upper95: 3 })] }, ["groups[0].value: inside its interval, from 1 to 3"]], // biome-ignore format: a table
    ["one limit alone", { groups: [group(1, { value: 9, lower95: 1 })] }, ["groups[0].upper95: given whenever the other limit is"]], // biome-ignore format: a table
    ["two sources of error", { groups: [group(1, { value: 2, se: 1, lower95: 1, upper95: 3 })] }, ["groups[0]: one source of error only: se, or lower95 and upper95, or numerator and denominator"]], // biome-ignore format: a table
    ["counts of no kind", { groups: counts([[1, 2], [1, 2], [1, 2]]) }, [0, 1, 2].map((i) => `groups[${i}].numerator: given only where the scenario's kind is proportion or rate`)], // biome-ignore format: a table
    ["a value that its counts do not give", { ...proportions, groups: [group(1, { value: 30.1, numerator: 30, denominator: 100 })] }, ["groups[0].value: what numerator and denominator give: 30"]], // biome-ignore format: a table
    ["a proportion above its scale", { ...proportions, groups: values([20, 30, 101]) }, ["groups[2].value: at most the scale, 100"]], // biome-ignore format: a table
    ["a working scale against the kind", { ...proportions, workingScale: "log", groups: values([20, 30, 40]) }, ["workingScale: logit, as always for proportion; a published figure may choose"]], // biome-ignore format: a table
    ["a proportion of no scale", { kind: "proportion", scale: null, groups: values([0.2, 0.3, 0.4]) }, ["scale: given for proportions and rates: 1, 100, 1000, 100000 ..."]], // biome-ignore format: a table
    ["two references", { groups: values([1, 2, 3], { reference: true }) }, ["groups: one reference group at most"]],
    ["a number beyond all sense", { groups: values([1, 2, 1e300]) }, ["groups[2].value: 0, or a number from 1e-20 to 1e20 in size"]], // biome-ignore format: a table
  ])("is refused for %s", (_, more, wanted) => {
    const scenario = { favourable: true, ordered: true, scale: 100, groups: values([1, 2, 3]), ...more };
    expect(faults(() => summarise(scenario as Scenario))).toEqual(wanted);
  });
});

describe("tempcheck measure", () => {
  const csv = "order,numerator,denominator\n1,30,200\n2,25,210\n3,18,190\n";

  it("reads a CSV as the scenario that its options describe", async () => {
    const { code, out } = await tempcheck(["measure", "--better", "lower", "--ordered", "--kind", "proportion", "--scale", "100"], csv); // biome-ignore format: one call
    expect(code).toBe(0);
    const groups = [[30, 200], [25, 210], [18, 190]].map(([numerator, denominator], i) => ({ order: i + 1, numerator, denominator })); // biome-ignore format: a table
    expect(JSON.parse(out)).toEqual(JSON.parse(JSON.stringify(summarise({ ...proportions, ordered: true, groups } as Scenario)))); // biome-ignore format: one call
  });

  it("reads a CSV with a column of scenarios as several", async () => {
    const text =
      'scenario,id,population,value\r\n"a, b",x,5,1\r\n"a, b",y,5,2\r\nc,x,5,3\r\n"a, b",z,5,4\r\nc,y,5,\r\n';
    const { out, err, code } = await tempcheck(["measure", "--better", "higher", "--unordered", "-"], text.replace("c,y,5,", "c,y,5,7").replace(/c,x,5,3\r\n/, "c,x,5,3\r\nc,w,5,3\r\n")); // biome-ignore format: one call
    expect([code, err]).toEqual([0, ""]);
    const { scenarios } = JSON.parse(out) as { scenarios: Summary[] };
    expect(scenarios.map(({ name, groups }) => [name, groups.length])).toEqual([["a, b", 3], ["c", 3]]); // biome-ignore format: a table
  });

  const source = (text: string): Source => ({
    file: "standard input",
    text,
    form: text.startsWith("{") ? "json" : "csv",
  });
  const of = (text: string, options: MeasureOptions) => () => measured(source(text), options);
  const ladder = { better: "lower", ordered: true } as const;

  it.each<[string, () => unknown, RegExp]>([
    ["a CSV without a direction", of(csv, {}), /--better higher or --better lower/],
    ["a CSV without an order", of(csv, { better: "lower" }), /--ordered or --unordered/],
    ["options beside JSON", of('{"groups":[]}', { scale: 100 }), /scale is an option for CSV/],
    ["an unknown column", of(csv.replace("denominator", "of"), ladder), /input:1 {2}of\n.*one of scenario, order/],
    ["a word for a number", of(csv.replace("25,", "many,"), { ...ladder, kind: "rate", scale: 1 }), /input:3 {2}numerator\n {2}must: {2}a number\n {2}found: "many"/], // biome-ignore format: a table
    ["a line too short", of(csv.replace("25,", ""), ladder), /input:3\n {2}must: {2}3 fields/],
    ["a header alone", of("order,value\n", ladder), /input:1\n.*\n {2}found: a header alone/],
    ["nothing at all", of("", ladder), /input:1\n.*\n {2}found: nothing/],
    [
      "a quote left open",
      of('order,label,value\n1,"a,2\n', ladder),
      /input:2\n {2}must: {2}quotes that open and close/,
    ],
    ["a line of no scenario", of("scenario,order,value\na,1,2\n,2,3\n", ladder), /input:3 {2}scenario\n/],
    ["JSON cut short", of('{"groups": [', {}), /must: {2}JSON/],
    ["estimates of no kind", () => answered(source("count\n1\n"), undefined, [0.95]), /--kind proportion, rate, mean/],
    ["estimates of a kind in JSON", () => answered(source("{}"), "rate", [0.95]), /in JSON the kinds are keys/],
    ["estimates of nothing", () => answered(source("{}"), undefined, [0.95]), /one of proportion, rate, mean/],
    ["more events than people", () => answered(source("numerator,denominator\n1,2\n3,2\n"), "proportion", [0.95]), /input:3 {2}numerator\n {2}must: {2}at most the denominator, 2/], // biome-ignore format: a table
  ])("refuses %s", (_, act, message) => {
    expect(act).toThrow(message);
    expect(errorOf(act)).toMatch(/^(UserError|UsageError)$/);
  });

  it.each([
    [["measure", "--level", "0.5"], csv, 2, /from 0.9 to 0.999/],
    [["measure", "--better", "lower", "--ordered", "--unordered"], csv, 2, /exclude each other/],
    [["measure", "nowhere.json"], "", 1, /nowhere\.json\n.*\n {2}found: ENOENT/],
    [["estimate", "--json"], '{"rate": [{"count": -1, "personYears": 3}]}', 1, /"key":"rate\[0\]\.count"/],
  ])("ends %j with %j in %i", async (args, input, wanted, message) => {
    const { code, out, err } = await tempcheck(args, input);
    expect([code, out]).toEqual([wanted, ""]);
    expect(err).toMatch(message);
    expect(err).not.toMatch(/^\s+at /m);
  });

  it("reads a file as it reads standard input", async () => {
    const file = join(temporaryFolder(), "rates.csv");
    const text = "\ufeffname,count,personYears,multiplier\nAncoats,12,40000,100000\nMoss Side,0,35000,100000\n";
    writeFileSync(file, text);
    const [fromFile, fromInput] = await Promise.all([
      tempcheck(["estimate", "--kind", "rate", file], ""),
      tempcheck(["estimate", "--kind", "rate"], text),
    ]);
    expect(fromFile).toEqual(fromInput);
    expect(JSON.parse(fromFile.out).rate[1]).toMatchObject({ name: "Moss Side", value: 0, lower95: 0 });
  });
});

describe("tempcheck measure --help", () => {
  it("names every kind that a request may be of", async () => {
    const { out } = await run(["measure", "--help"]);
    for (const kind of scenarioSchema.shape.kind.unwrap().options)
      expect(out).toMatch(new RegExp(`[ ,]${kind}[ ,\\n]`));
  });
});

describe("tempcheck measures", () => {
  it("lists every measure with its definition, formula and source", async () => {
    const { out } = await tempcheck(["measures", "--json"], "");
    const listed = JSON.parse(out) as Record<string, unknown>[];
    expect(listed.map(({ id }) => id)).toEqual(measures.map(({ id }) => id));
    for (const one of listed)
      expect(one).toMatchObject({ definition: expect.stringMatching(/\.v[12]$/), type: /absolute|relative/.exec(String(one["type"]))![0], formula: expect.any(String), source: { citation: expect.any(String) } }); // biome-ignore format: one call
    const { out: text } = await tempcheck(["measures"], "");
    for (const { definition, formula } of measures)
      expect(text).toContain(`${definition}\n`) ?? expect(text).toContain(formula);
  });
});

describe("the library", () => {
  it("reaches no part that touches files, a database, the terminal or the clock", () => {
    const src = join(root, "src");
    const reached = new Set<string>();
    const packages = new Set<string>();
    const visit = (file: string): void => {
      if (reached.has(file)) return;
      reached.add(file);
      for (const [, named, lazily] of readFileSync(join(src, file), "utf8").matchAll(
        /^(?:import|export)\b[^;"]*?\bfrom "([^"]+)"|\bimport\("([^"]+)"\)/gm,
      )) {
        const name = (named ?? lazily)!;
        if (name.startsWith(".")) visit(relative(src, join(src, dirname(file), name)));
        else packages.add(name);
      }
    };
    visit("index.ts");
    expect([...reached].filter((file) => /^(define|ingest|assess|disclose|compare|narrate|charts|report|export|run|cli)\//.test(file))).toEqual([]); // biome-ignore format: one call
    expect([...packages].filter((name) => !/^(@stdlib\/|zod$|simple-statistics$)/.test(name))).toEqual([]);
  });
});
