import { describe, expect, it } from "vitest";
import { faultsOf, figuresOf, people, type SmallProject } from "../support/one-dataset.ts";

const fives = (first: number, open: number): string[] => [
  ...Array.from({ length: (open - first) / 5 }, (_, i) => `${first + 5 * i}-${first + 5 * i + 4}`),
  `${open}+`,
];
const table = (open: number): string[] => ["<1", "1-4", ...fives(5, open)];
const numbers = (open: number): string[] => ["0", "1", ...Array.from({ length: open / 5 }, (_, i) => `${5 * i + 5}`)];
const counted = (label: string, i: number, group: number) => ({
  label,
  x: 4 + group + Math.floor(i ** 2 / 4) + (label.endsWith("+") ? 60 : 0),
  n: 1200 - 40 * i + group,
});
const groups = ["A", "B", "C"];
const rowsOf = (labels: readonly string[]) => groups.map((_, g) => labels.map((label, i) => counted(label, i, g)));

function project(labels: readonly string[], statistic: object, ageType = "text"): SmallProject {
  const lines = rowsOf(labels).flatMap((rows, g) =>
    rows.map(({ label, x, n }) => `${groups[g]},2023,${label},${x},${n}`),
  );
  const whole = { type: "integer" };
  return {
    file: { name: "d.csv", content: `${["grp,year,age,x,n", ...lines].join("\n")}\n` },
    columns: {
      ...{ grp: { type: "text" }, year: whole, age: { type: ageType }, x: whole },
      n: { type: "integer", population: people },
    },
    unique: ["grp", "year", "age"],
    rows: lines.length,
    indicator: { statistic: { numerator: "x", denominator: "n", age: "age", ...statistic } },
  };
}

/** Years from birth on, by survivors at each age and the years they live: written apart from the program. */
function yearsOf(rows: readonly { x: number; n: number }[], starts: readonly number[]): number {
  let alive = 100_000;
  let lived = 0;
  rows.forEach(({ x, n }, i) => {
    const next = starts[i + 1];
    if (next === undefined) {
      lived += (alive * n) / x;
      return;
    }
    const width = next - starts[i]!;
    const share = width === 1 ? 0.1 : 0.5;
    const dead = alive * Math.min(1, (width * x) / (n + width * (1 - share) * x));
    lived += width * (alive - dead) + share * width * dead;
    alive -= dead;
  });
  return lived / 100_000;
}
/** European Standard Population 2013 to 95 and over. Source: Eurostat (2013), doi:10.2785/11470. */
const standard = [
  ...[5000, 5500, 5500, 5500, 6000, 6000, 6500, 7000, 7000, 7000, 7000, 6500, 6000, 5500, 5000, 4000, 2500, 1500],
  ...[800, 200],
];
const standardised = (rows: readonly { x: number; n: number }[]): number =>
  rows.reduce((sum, { x, n }, i) => {
    const people = i < rows.length - 1 ? standard[i]! : standard.slice(i).reduce((all, one) => all + one, 0);
    return sum + (people * x) / n;
  }, 0);

const life = { kind: "life-expectancy", unit: "years" };
const dsr = { kind: "dsr", per: 100_000, unit: "per 100,000" };
const values = async (made: SmallProject): Promise<number[]> =>
  (await figuresOf(made)).figures.map(([, , , , estimate]) => ("value" in estimate ? estimate.value : Number.NaN));

describe.each([85, 90, 95])("bands that end at %d and over", (open) => {
  const years = rowsOf(table(open)).map((rows) => yearsOf(rows, numbers(open).map(Number)));
  const rates = rowsOf(fives(0, open)).map(standardised);
  const close = (found: readonly number[], expected: readonly number[]): void => {
    expect(found).toHaveLength(3);
    found.forEach((one, i) => {
      expect(one).toBeCloseTo(expected[i]!, 8);
    });
  };

  it("make a life table as listed", async () => {
    close(await values(project(table(open), { ...life, bands: table(open) })), years);
  });

  it("make a life table of rows that give the first age alone", async () => {
    const made = rowsOf(numbers(open)).map((rows) => yearsOf(rows, numbers(open).map(Number)));
    close(await values(project(numbers(open), life, "integer")), made);
  });

  it("make a standardised rate as listed and by their usual labels", async () => {
    close(await values(project(fives(0, open), { ...dsr, bands: fives(0, open) })), rates);
    close(await values(project(fives(0, open), dsr)), rates);
  });
});

describe("labels of bands of age", () => {
  const refused = (labels: string[], statistic: object) => faultsOf(project(labels, { ...statistic, bands: labels }));

  it("are refused where they are as many as those of another table", async () => {
    expect(await refused(fives(0, 90), life)).toMatch(/statistic.bands.*found "5-9" for 1/s);
    expect(await refused(table(85), dsr)).toMatch(/statistic.bands.*found "1-4" for 5/s);
  });

  it("are refused from the oldest down", async () => {
    expect(await refused(table(90).reverse(), life)).toMatch(/found "85-89" for 1/);
  });

  it("may be codes where they are as many as usual, and no others", async () => {
    const codes = (count: number) => Array.from({ length: count }, (_, i) => `b${i + 1}`);
    expect(await refused(codes(20), life)).toBe("");
    expect(await refused(codes(19), life)).toMatch(/statistic.bands/);
  });

  it("must begin with the age that years are counted from", async () => {
    expect(await refused(table(85), { ...life, at: 90 })).toMatch(/statistic.at.*an age that a band begins with/s);
  });
});
