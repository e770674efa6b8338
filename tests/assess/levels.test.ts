import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Limits } from "../../src/model.ts";
import { isMissing } from "../../src/reasons-and-notes.ts";
import type { Checked } from "../../src/run/checked.ts";
import { closeTo } from "../support/close-to.ts";
import { temporaryFolder } from "../support/command.ts";
import { packed } from "../support/packed.ts";

const { check } = await packed("run/check.js");

// Sampleton at other confidence levels: the interval of each kind against its formula, written out once more.

const sampleton = join(import.meta.dirname, "../golden/sampleton");
const temporary = temporaryFolder();
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

async function at(confidence: number): Promise<Checked["results"]> {
  const project = join(temporary, String(confidence));
  cpSync(sampleton, project, { recursive: true });
  const file = join(project, "tempcheck.yaml");
  writeFileSync(file, readFileSync(file, "utf8").replace("confidence: 0.95", `confidence: ${confidence}`));
  return (await check({ project }, () => {})).results;
}

/** Normal and Student (13 degrees of freedom) deviates from tables. */
const levels = [
  { level: 0.9, z: 1.6448536269514722, t: 1.7709333959868725 },
  { level: 0.99, z: 2.5758293035489004, t: 3.012275838716576 },
  { level: 0.999, z: 3.2905267314919255, t: 4.220831727707045 },
];
const z95 = 1.959963984540054;
const usual = at(0.95);

/** The cells of a table of Sampleton that hold a value in a column, as numbers. */
function cells(file: string, keep: Record<string, string>): Record<string, number>[] {
  const [header, ...rows] = readFileSync(join(sampleton, "data-raw", file), "utf8")
    .trim()
    .split("\n");
  const names = (header as string).split(",");
  return rows
    .map((row) => Object.fromEntries(row.split(",").map((cell, i) => [names[i] as string, cell])))
    .filter((row) => Object.entries(keep).every(([name, value]) => row[name] === value))
    .map((row) => Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, Number(cell)])));
}

describe.each(levels)("at the level $level", ({ level, z, t }) => {
  const made = at(level);
  const group = async (path: string, results = made) => {
    const [indicator, dimension, period, id] = path.split("/");
    const found = (await results).indicators
      .find((one) => one.id === indicator)
      ?.dimensions.find((one) => one.dimension === dimension)
      ?.periods.find((one) => one.period.label === period)
      ?.groups.find((one) => one.id === id);
    if (!found || isMissing(found.estimate)) throw new Error(`no estimate for ${path}`);
    return { ...found, estimate: found.estimate };
  };
  const limits = async (path: string): Promise<Limits> => (await group(path)).estimate;
  const known = ({ value, lower, upper }: Limits) => ({ value, lower: lower as number, upper: upper as number });

  it("proportions have Wilson's limits", async () => {
    const [x, n] = [720, 1200];
    const p = x / n;
    const half = z * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2));
    const [lower, upper] = [-1, 1].map((side) => (100 * (p + z ** 2 / (2 * n) + side * half)) / (1 + z ** 2 / n));
    expect(await limits("smoking/sex/First survey/male")).toEqual(closeTo({ value: 60, lower: lower!, upper: upper! }));
  });

  it("rates have Byar's limits from 10 events on", async () => {
    const [x, years] = [14, 5200];
    const lower = x * (1 - 1 / (9 * x) - z / (3 * Math.sqrt(x))) ** 3;
    const upper = (x + 1) * (1 - 1 / (9 * (x + 1)) + z / (3 * Math.sqrt(x + 1))) ** 3;
    const per = 10000 / years;
    expect(await limits("visits/sex/2020/male")).toEqual(
      closeTo({ value: per * x, lower: per * lower, upper: per * upper }),
    );
  });

  it("rates have limits below 10 events at which the count lies in the tails", async () => {
    const [x, years] = [9, 5350];
    const { lower, upper } = known(await limits("visits/sex/2020/female"));
    const atMost = (k: number, perTenThousand: number): number => {
      const mean = (perTenThousand * years) / 10000;
      let term = Math.exp(-mean);
      let sum = term;
      for (let i = 1; i <= k; i++) {
        term *= mean / i;
        sum += term;
      }
      return sum;
    };
    expect({ lower: 1 - atMost(x - 1, lower), upper: atMost(x, upper) }).toEqual(
      closeTo({ lower: (1 - level) / 2, upper: (1 - level) / 2 }),
    );
  });

  it("means have Student's limits", async () => {
    const path = "wellbeing/ethnic-group/Autumn 2023/white";
    const here = await group(path);
    const there = known((await group(path, usual)).estimate);
    expect(here.denominator).toBe(14);
    const error = (there.upper - there.value) / 2.16036865646279;
    const { value } = there;
    expect(here.estimate).toEqual(closeTo({ value, lower: value - t * error, upper: value + t * error }));
  });

  it("standardised rates have Dobson's limits", async () => {
    const standard = [
      5000, 5500, 5500, 5500, 6000, 6000, 6500, 7000, 7000, 7000, 7000, 6500, 6000, 5500, 5000, 4000, 2500, 1500, 1000,
    ];
    const bands = cells("mortality/mortality.csv", { year: "2021", band: "lowest" });
    let [events, value, variance] = [0, 0, 0];
    bands.forEach(({ deaths: x = 0, population: n = 0 }, i) => {
      const weight = standard[i]! / 100000;
      events += x;
      value += (weight * x) / n;
      variance += (weight / n) ** 2 * x;
    });
    const low = events * (1 - 1 / (9 * events) - z / (3 * Math.sqrt(events))) ** 3;
    const high = (events + 1) * (1 - 1 / (9 * (events + 1)) + z / (3 * Math.sqrt(events + 1))) ** 3;
    const around = (count: number): number => 1e5 * (value + Math.sqrt(variance / events) * (count - events));
    expect(await limits("mortality/income-band/2021/lowest")).toEqual(
      closeTo({ value: 1e5 * value, lower: around(low), upper: around(high) }),
    );
  });

  it("life expectancy has Chiang's limits, z errors wide", async () => {
    const path = "longevity/sex/2015 to 2017/male";
    const { value, upper } = known((await group(path, usual)).estimate);
    const error = (upper - value) / z95;
    expect(await limits(path)).toEqual(closeTo({ value, lower: value - z * error, upper: value + z * error }));
  });

  it("published intervals of 95% are shown at the report's level, from their error on the working scale", async () => {
    const logit = (percent: number): number => Math.log(percent / (100 - percent));
    const percent = (point: number): number => 100 / (1 + Math.exp(-point));
    const error = (logit(30.48) - logit(26.87)) / (2 * z95);
    expect(await limits("obesity/income-band/2015-16 to 2017-18/lowest")).toEqual(
      closeTo({ value: 28.64, lower: percent(logit(28.64) - z * error), upper: percent(logit(28.64) + z * error) }),
    );
    const rate = Math.log(496.6 / 274.2) / (2 * z95);
    expect(await limits("deaths/sex/2017/male")).toEqual(
      closeTo({ value: 378.2, lower: 378.2 * Math.exp(-z * rate), upper: 378.2 * Math.exp(z * rate) }),
    );
  });

  it("slope indices of published figures have z errors on either side, and the tests of their changes stay", async () => {
    const of = async (results: Promise<Checked["results"]>) => {
      const { periods, change } = (await results).indicators.find(({ id }) => id === "life")!.dimensions[0]!;
      const gap = periods.at(-1)!.absolute;
      if (isMissing(gap) || isMissing(change) || isMissing(change.absolute)) throw new Error("no gap");
      const { p, minimumDetectable } = change.absolute;
      return { gap: known(gap.oriented), tests: { p: p as number, minimumDetectable: minimumDetectable as number } };
    };
    const [here, there] = [await of(made), await of(usual)];
    const { value, upper } = there.gap;
    const error = (upper - value) / z95;
    expect(here.gap).toEqual(closeTo({ value, lower: value - z * error, upper: value + z * error }));
    expect(here.tests).toEqual(closeTo(there.tests));
  });
});
