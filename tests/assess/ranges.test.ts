import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { xlsx } from "../../src/export/workbook/xlsx.ts";
import { headerRow } from "../../src/export/workbook/xml.ts";
import { BuildDatabase } from "../../src/ingest/database.ts";
import type { Gap, Limits } from "../../src/model.ts";
import { isMissing } from "../../src/reasons-and-notes.ts";
import type { DimensionResult, GroupResult, PeriodResult } from "../../src/results/results.ts";
import { known } from "../support/check.ts";
import { temporaryFolder } from "../support/command.ts";
import {
  columnsOf,
  csvOf,
  groupsDimension,
  people,
  publishableOf,
  type SmallProject,
  small,
} from "../support/ranges-project.ts";

const folder = temporaryFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a project of one indicator and one breakdown gives. */
const resultOf = async (project: SmallProject): Promise<DimensionResult> =>
  (await publishableOf(folder, project)).indicators[0]!.dimensions[0]!;

const latest = ({ periods }: DimensionResult): PeriodResult => periods.at(-1)!;
const groupOf = (result: DimensionResult, id: string): GroupResult =>
  latest(result).groups.find((one) => one.id === id)!;
const gapOf = (result: DimensionResult, type: "absolute" | "relative" = "absolute"): Gap => known(latest(result)[type]);
const levelIn = ({ estimate }: GroupResult): number => known(estimate).value;
const ordered = (k: number) => groupsDimension(k, "type: groups, ordered: true");
const unordered = (k: number) => groupsDimension(k, "type: groups, ordered: false");
const pair = groupsDimension(2, "type: pair");

/** Rows of the groups 1, 2, ... of 2023 and 2024, each in two areas, with the cell of the second area of a group. */
const long = (
  cells: readonly (readonly [string | number, string | number])[],
  pops: readonly [string | number, string | number] = [5000, 700],
) =>
  [2023, 2024].flatMap((year) =>
    cells.flatMap(([a, b], i) => [
      [i + 1, year, "A", a, pops[0]],
      [i + 1, year, "B", b, pops[1]],
    ]),
  );

/** Five fifths in two areas, of which the third has `1-9` in one: shared/cases/suppressed-as-a-range. */
const fifths = (third: string | number) =>
  long([
    [270, 39],
    [240, 38],
    [210, third],
    [180, 36],
    [150, 35],
  ] as const);

const logit = (percent: number): number => Math.log(percent / (100 - percent));
const Z = 1.959963984540054;

describe("a count that is published as a range", () => {
  it("leaves its group a figure: 211 to 219 of 5,700, and all that goes with it", async () => {
    const result = await resultOf(small(fifths("1-9")));
    const third = groupOf(result, "g3");
    expect(third).toMatchObject({
      marker: null,
      numerator: null,
      numeratorRange: { lower: 211, upper: 219 },
      denominator: 5700,
      denominatorRange: null,
      notes: [{ id: "counts-in-ranges", parts: { counts: 1 } }],
    });
    // The middle, 215 of 5,700; from 3.70 to 3.84 per cent with the count at its ends.
    expect(levelIn(third)).toBeCloseTo((100 * 215) / 5700, 12);
    expect([211, 219].map((count) => ((100 * count) / 5700).toFixed(2))).toEqual(["3.70", "3.84"]);
    // Wilson's interval of 215 of 5,700 by hand, and 8^2 / 12 more of variance in the count.
    const [x, n] = [215, 5700];
    const half = Z * Math.sqrt(Z * Z + 4 * x * (1 - x / n));
    const wilson = [2 * x + Z * Z - half, 2 * x + Z * Z + half].map((end) => (100 * end) / (2 * (n + Z * Z))) as [
      number,
      number,
    ];
    const q = x / n;
    const more = 64 / 12 / n ** 2 / (q * (1 - q)) ** 2;
    const variance = ((logit(wilson[1]) - logit(wilson[0])) / (2 * Z)) ** 2 + more;
    expect(third.working!.standardError).toBeCloseTo(Math.sqrt(variance), 12);
    const { lower, upper } = known(third.estimate);
    expect([lower, upper].map((limit) => logit(limit!))).toEqual([
      expect.closeTo(logit(100 * q) - Z * Math.sqrt(variance), 10),
      expect.closeTo(logit(100 * q) + Z * Math.sqrt(variance), 10),
    ]);
    expect(latest(result).notes).toContainEqual({ id: "counts-in-ranges", parts: { counts: 1 } });
    expect(known(latest(result).overall)).toMatchObject({
      from: "pooled",
      numerator: null,
      numeratorRange: { lower: 270 + 39 + 240 + 38 + 211 + 180 + 36 + 150 + 35, upper: 1207 },
      denominator: 28500,
    });
    expect(result.verdict.id).not.toBe("not-compared");
  });

  it("makes of the gap what exact counts in its place make of it", async () => {
    for (const [dimensions, type] of [
      [ordered(5), "absolute"],
      [ordered(5), "relative"],
      [unordered(5), "absolute"],
      [unordered(5), "relative"],
    ] as const) {
      const { corners, oriented } = gapOf(await resultOf(small(fifths("1-9"), { dimensions })), type);
      const each: number[] = [];
      for (const count of [1, 2, 3, 4, 5, 6, 7, 8, 9])
        each.push(gapOf(await resultOf(small(fifths(count), { dimensions })), type).oriented.value);
      expect(corners!.lower).toBeLessThanOrEqual(Math.min(...each) + 1e-12);
      expect(corners!.upper).toBeCloseTo(Math.max(...each, oriented.value), 9);
      const width = Math.max(...each) - Math.min(...each);
      expect(corners!.lower).toBeGreaterThan(Math.min(...each, oriented.value) - width / 20);
      expect(gapOf(await resultOf(small(fifths(5), { dimensions })), type).corners).toBeNull();
    }
  });

  it("is the same in a file read as text, in columns of decimals, in a workbook, in Parquet and in a wide file", async () => {
    const rows = fifths("1-9");
    const plain = await resultOf(small(rows));
    const sheet = {
      name: "Data",
      title: "Data",
      lines: [],
      table: {
        name: "t",
        columns: ["group", "year", "area", "n", "pop"].map((header) => ({ header, width: 10 })),
        rows: rows.map((row) => row.map((cell, i) => (i < 1 ? String(cell) : cell))),
      },
    };
    const about = {
      title: "D",
      subject: "D",
      publisher: "P",
      language: "en-GB",
      day: "2026-01-01",
      pageOf: (n: string, all: string) => `${n} of ${all}`,
    };
    const wide = [1, 2, 3, 4, 5].flatMap((group) =>
      ["A", "B"].map((area) => {
        const own = rows.filter((row) => row[0] === group && row[2] === area);
        return [group, area, own[0]![4]!, ...own.map((row) => row[3]!)];
      }),
    );
    const others: Partial<SmallProject>[] = [
      { format: '{ type: csv, delimiter: ",", quote: "\\"", encoding: windows-1252 }' },
      { columns: columnsOf("number") },
      {
        file: "figures.xlsx",
        format: `{ type: xlsx, sheet: Data, header_row: ${headerRow(sheet)} }`,
        data: xlsx(about, [sheet]),
      },
      {
        data: csvOf([["group", "area", "pop", "2023", "2024"], ...wide]),
        format:
          '{ type: csv, delimiter: ",", quote: "\\"", encoding: utf-8, unpivot: { columns: ["2023", "2024"], name: year, value: n } }',
      },
    ];
    const parquet = join(folder, "figures.parquet");
    const database = await BuildDatabase.open();
    const values = rows.map((row) => `('${row[0]}', ${row[1]}, '${row[2]}', '${row[3]}', ${row[4]})`);
    await database.run(
      `copy (select * from (values ${values.join(", ")}) t ("group", year, area, n, pop)) to '${parquet}' (format parquet)`,
    );
    database.close();
    others.push({ file: "figures.parquet", format: "{ type: parquet }", data: readFileSync(parquet) });
    for (const other of others) expect(await resultOf(small(rows, other))).toEqual(plain);
  });

  it("is cut to the people that there are, in a proportion", async () => {
    const rows = long([
      [270, 39],
      [240, 38],
      [210, "1-9"],
      [180, 36],
      [150, 35],
    ] as const).map((row) => (row[3] === "1-9" ? [...row.slice(0, 4), 6] : row));
    expect(groupOf(await resultOf(small(rows)), "g3").numeratorRange).toEqual({ lower: 211, upper: 216 });
  });

  it("has the ends of its marker's own column, and a text that looks like it stays a text", async () => {
    const rows = fifths("*").map((row) => [...row.slice(0, 2), row[2] === "B" ? "1-9" : row[2]!, ...row.slice(3)]);
    const result = await resultOf(
      small(rows, {
        blanks: '{ "*": suppressed, "1-9": { from: 1, to: 9 } }',
        columns: columnsOf().replace(
          "n: { type: integer }",
          'n: { type: integer, blanks: { "*": { from: 0, to: 2 } } }',
        ),
      }),
    );
    expect(groupOf(result, "g3").numeratorRange).toEqual({ lower: 210, upper: 212 });
  });

  it("stays a blank where its marker is a reason", async () => {
    const result = await resultOf(small(fifths("1-9"), { blanks: '{ "1-9": suppressed }' }));
    expect(groupOf(result, "g3").marker).toBe("[c]");
    expect(latest(result).absolute).toHaveProperty("reason");
  });

  it("of thirteen cells among 433,087 people empties nothing", async () => {
    // 20 groups of 10 areas each; 13 areas have <5 of about 2,165 people.
    const rows: (string | number)[][] = [];
    for (let group = 1; group <= 20; group++)
      for (let area = 0; area < 10; area++) {
        const i = (group - 1) * 10 + area;
        rows.push([group, 2024, `A${i}`, i % 15 === 7 ? "<5" : 20 + group, i < 87 ? 2166 : 2165]);
      }
    const cells = rows.filter((row) => row[3] === "<5").length;
    expect([cells, rows.reduce((sum, row) => sum + Number(row[4]), 0)]).toEqual([13, 433_087]);
    const result = await resultOf(small(rows, { dimensions: ordered(20), blanks: '{ "<5": { from: 1, to: 4 } }' }));
    const { groups, overall, notes } = latest(result);
    expect(groups.filter(({ estimate }) => isMissing(estimate))).toEqual([]);
    const exact = rows.reduce((sum, row) => sum + (row[3] === "<5" ? 0 : Number(row[3])), 0);
    expect(known(overall).numeratorRange).toEqual({ lower: exact + 13, upper: exact + 52 });
    expect(notes).toContainEqual({ id: "counts-in-ranges", parts: { counts: 13 } });
    const gap = gapOf(result);
    expect(gap.corners!.lower).toBeLessThan(gap.oriented.value);
    expect(gap.corners!.upper).toBeGreaterThan(gap.oriented.value);
    expect(gap.corners!.upper - gap.corners!.lower).toBeLessThan((gap.oriented.upper! - gap.oriented.lower!) / 2);
  });
});

describe("a range in a pair", () => {
  // 20 + (1 to 9) of 1,000 beside 10 of 1,000.
  const rows = [
    [1, 2024, "A", 20, 700],
    [1, 2024, "B", "1-9", 300],
    [2, 2024, "A", 10, 1000],
  ];
  const of = (more: Partial<SmallProject> = {}) => resultOf(small(rows, { dimensions: pair, ...more }));

  it("leaves a difference from 1.1 to 1.9 points, and says so where that is much of the interval", async () => {
    const result = await of();
    const { corners, oriented, notes } = gapOf(result);
    expect(corners).toEqual({ lower: expect.closeTo(1.1, 9), upper: expect.closeTo(1.9, 9) });
    expect(oriented.value).toBeCloseTo(1.5, 9);
    expect(notes).toEqual([
      { id: "gap-in-a-range", parts: { type: "absolute", lower: 1.1, upper: 1.9, decimals: 1, unit: "%" } },
    ]);
    expect(gapOf(result, "relative").corners).toEqual({ lower: expect.closeTo(2.1, 9), upper: expect.closeTo(2.9, 9) });
    expect(latest(result).notes.map(({ id }) => id)).toContain("gap-in-a-range");
  });

  it("is that of a rate, and of events of which no interval is made", async () => {
    const statistic = '{ kind: rate, numerator: n, denominator: pop, per: 1000, unit: "per 1,000" }';
    const rate = await of({ statistic });
    expect(gapOf(rate).corners).toEqual({ lower: expect.closeTo(11, 9), upper: expect.closeTo(19, 9) });
    expect(groupOf(rate, "g1")).toMatchObject({ numerator: null, numeratorRange: { lower: 21, upper: 29 } });
    const events = await of({ statistic, events: true });
    const { corners, oriented, notes } = gapOf(events);
    expect(oriented).toEqual({ value: expect.closeTo(15, 9), lower: null, upper: null });
    expect(corners).toEqual(gapOf(rate).corners);
    expect(notes.map(({ id }) => id)).toContain("gap-in-a-range");
  });

  it("may be of the denominator, or of both", async () => {
    const one = [
      [1, 2024, "A", 20, 700],
      [1, 2024, "B", 5, "300 to 320"],
      [2, 2024, "A", 10, 1000],
    ];
    const blanks = '{ "1-9": { from: 1, to: 9 }, "300 to 320": { from: 300, to: 320 } }';
    const result = await resultOf(small(one, { dimensions: pair, blanks }));
    const group = groupOf(result, "g1");
    expect(group).toMatchObject({ numerator: 25, denominator: null, denominatorRange: { lower: 1000, upper: 1020 } });
    expect(levelIn(group)).toBeCloseTo(2500 / 1010, 12);
    // Var(n) = 20^2 / 12: x^2 Var(n) / n^4, seen on the logit.
    const q = 25 / 1010;
    const more = (q ** 2 * (400 / 12)) / 1010 ** 2 / (q * (1 - q)) ** 2;
    const exact = groupOf(
      await resultOf(small([[1, 2024, "A", 20, 700], [1, 2024, "B", 5, 310], one[2]!], { dimensions: pair })),
      "g1",
    );
    expect(group.working!.standardError! ** 2).toBeCloseTo(exact.working!.standardError! ** 2 + more, 12);
    expect(gapOf(result).corners).toEqual({
      lower: expect.closeTo(2500 / 1020 - 1, 9),
      upper: expect.closeTo(2.5 - 1, 9),
    });
    const both = await resultOf(
      small([one[0]!, [1, 2024, "B", "1-9", "300 to 320"], one[2]!], { dimensions: pair, blanks }),
    );
    expect(gapOf(both).corners).toEqual({
      lower: expect.closeTo(2100 / 1020 - 1, 9),
      upper: expect.closeTo(2.9 - 1, 9),
    });
    expect(latest(both).notes).toContainEqual({ id: "counts-in-ranges", parts: { counts: 2 } });
  });
});

describe("a range in the rows of everyone", () => {
  it("is that of the level", async () => {
    const rows = [
      [1, 2024, "A", 20, 700],
      [2, 2024, "A", 10, 1000],
      [0, 2024, "A", "30 or so", 1700],
    ];
    const result = await resultOf(
      small(rows, {
        dimensions: pair,
        blanks: '{ "30 or so": { from: 28, to: 32 } }',
        indicator: 'overall: { where: { group: "0" } }',
      }),
    );
    expect(known(latest(result).overall)).toMatchObject({
      from: "published",
      value: expect.closeTo(3000 / 1700, 12),
      numerator: null,
      numeratorRange: { lower: 28, upper: 32 },
    });
    expect(latest(result).notes).toContainEqual({ id: "counts-in-ranges", parts: { counts: 1 } });
    expect(gapOf(result).corners).toBeNull();
  });
});

describe("a range in another place", () => {
  it("is in the gap that stands beside", async () => {
    const rows = [
      [1, 2024, "A", 20, 700],
      [2, 2024, "A", 10, 1000],
      [1, 2024, "B", "1-9", 100],
      [2, 2024, "B", 1, 100],
    ];
    const { comparators } = await resultOf(
      small(rows, {
        dimensions: pair,
        indicator: "where: { area: A }\ncomparators: area",
        project: "comparators: { about: Another, places: [{ id: b, title: B }] }",
      }),
    );
    expect(known(comparators[0]!.absolute.gap).value).toBeCloseTo(5 - 1, 10);
  });
});

describe("a row that is not applicable beside ranges", () => {
  it("is left out with its range", async () => {
    const rows = [
      [1, 2024, "A", 20, 700],
      [1, 2024, "B", "1-9", "z"],
      [1, 2024, "C", "1-9", 300],
      [2, 2024, "A", 10, 1000],
    ];
    const result = await resultOf(
      small(rows, { dimensions: pair, blanks: '{ "1-9": { from: 1, to: 9 }, z: not-applicable }' }),
    );
    expect(groupOf(result, "g1")).toMatchObject({ denominator: 1000, numeratorRange: { lower: 21, upper: 29 } });
  });
});

describe("a range in a band of age", () => {
  /** Two groups by band of age, with the deaths and people of each band of either. */
  const banded = (
    statistic: string,
    labels: readonly (string | number)[],
    cellOf: (group: number, i: number) => readonly [deaths: string | number, people: string | number],
  ): SmallProject => {
    const rows = [1, 2].flatMap((group) => labels.map((age, i) => [group, 2024, age, ...cellOf(group, i)]));
    return {
      ...small(rows),
      data: csvOf([["group", "year", "age", "n", "pop"], ...rows]),
      dimensions: pair,
      columns: `{ group: { type: text }, year: { type: integer }, age: { type: text }, n: { type: integer }, pop: { type: integer, ${people.replace("[group]", "[group, age]")} } }`,
      statistic,
      unique: "[group, year, age]",
      blanks: '{ "1-9": { from: 1, to: 9 }, "<5": { from: 1, to: 4 }, "1900+": { from: 1900, to: 2100 } }',
    };
  };
  const ages = [0, 1, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90];
  const lifeTable = (cell: string | number, size: string | number = 2000) =>
    banded("{ kind: life-expectancy, numerator: n, denominator: pop, age: age }", ages, (group, i) => {
      const deaths = i === 0 ? 6 : ages[i]! < 40 ? 2 : ages[i] === 90 ? 300 : 4 * i;
      return group === 1 && ages[i] === 40 ? [cell, size] : [deaths, 2000];
    });

  it("of a life table leaves what exact deaths in its place give", async () => {
    const result = await resultOf(lifeTable("1-9"));
    const [low, middle, high] = [
      await resultOf(lifeTable(1)),
      await resultOf(lifeTable(5)),
      await resultOf(lifeTable(9)),
    ];
    const [group, least, most] = [groupOf(result, "g1"), groupOf(low, "g1"), groupOf(high, "g1")];
    expect(group.numeratorRange).toEqual({ lower: least.numerator, upper: most.numerator });
    expect(levelIn(group)).toBeCloseTo(levelIn(groupOf(middle, "g1")), 12);
    const gaps = [gapOf(low).oriented.value, gapOf(high).oriented.value];
    expect(gapOf(result).corners).toEqual({
      lower: expect.closeTo(Math.min(...gaps), 9),
      upper: expect.closeTo(Math.max(...gaps), 9),
    });
    const variance = ({ lower, upper }: Limits): number => ((upper! - lower!) / (2 * Z)) ** 2;
    const slope = (levelIn(most) - levelIn(least)) / 8;
    expect(variance(known(group.estimate))).toBeCloseTo(
      variance(known(groupOf(middle, "g1").estimate)) + slope ** 2 * (64 / 12),
      9,
    );
  });

  it("may be of its people too", async () => {
    const result = await resultOf(lifeTable("1-9", "1900+"));
    const ends = [await resultOf(lifeTable(1, 2100)), await resultOf(lifeTable(9, 1900))].map(
      (one) => gapOf(one).oriented.value,
    );
    expect(groupOf(result, "g1").denominatorRange).toEqual({ lower: 39_900, upper: 40_100 });
    expect(gapOf(result).corners).toEqual({
      lower: expect.closeTo(Math.min(...ends), 9),
      upper: expect.closeTo(Math.max(...ends), 9),
    });
  });

  const labels = [...Array.from({ length: 18 }, (_, i) => `${5 * i}-${5 * i + 4}`), "90+"];
  const dsr = '{ kind: dsr, numerator: n, denominator: pop, age: age, per: 100000, unit: "per 100,000" }';
  const esp = [
    ...[5000, 5500, 5500, 5500, 6000, 6000, 6500, 7000, 7000, 7000, 7000, 6500, 6000, 5500, 5000, 4000, 2500],
    ...[1500, 1000],
  ];

  it("of a standardised rate adds its own variance, weighted as the band is", async () => {
    const result = await resultOf(
      banded(dsr, labels, (group, i) => [group === 2 || i < 4 || i > 5 ? 3 : i === 4 ? "1-9" : "<5", 1000 + 10 * i]),
    );
    const group = groupOf(result, "g1");
    const counts = (fifth: number, sixth: number) => labels.map((_, i) => (i === 4 ? fifth : i === 5 ? sixth : 3));
    const rate = (events: readonly number[]): number =>
      events.reduce((sum, x, i) => sum + (esp[i]! * x) / (1000 + 10 * i), 0);
    const middle = counts(5, 2.5);
    expect(levelIn(group)).toBeCloseTo(rate(middle), 8);
    expect(group.numeratorRange).toEqual({ lower: 17 * 3 + 2, upper: 17 * 3 + 13 });
    const beside = rate(counts(3, 3));
    expect(gapOf(result).corners).toEqual({
      lower: expect.closeTo(rate(counts(1, 1)) - beside, 8),
      upper: expect.closeTo(rate(counts(9, 4)) - beside, 8),
    });
    // Dobson's with 5 and 2.5 events, on the log as its limits give it, and more over the square of the rate.
    const total = middle.reduce((sum, x) => sum + x, 0);
    const spread = Math.sqrt(middle.reduce((sum, x, i) => sum + (esp[i]! / (1000 + 10 * i)) ** 2 * x, 0) / total);
    const [low, high] = [
      total * (1 - 1 / (9 * total) - Z / (3 * Math.sqrt(total))) ** 3,
      (total + 1) * (1 - 1 / (9 * (total + 1)) + Z / (3 * Math.sqrt(total + 1))) ** 3,
    ].map((limit) => Math.log(rate(middle) + spread * (limit - total))) as [number, number];
    const more = (esp[4]! / 1040) ** 2 * (64 / 12) + (esp[5]! / 1050) ** 2 * (9 / 12);
    expect(group.working!.standardError! ** 2).toBeCloseTo(
      ((high - low) / (2 * Z)) ** 2 + more / rate(middle) ** 2,
      10,
    );
  });

  it("leaves no rate where there may be fewer than ten events", async () => {
    const result = await resultOf(
      banded(dsr, labels, (group, i) => [
        group === 2 ? 3 : i === 0 ? "1-9" : i < 9 ? 1 : 0,
        group === 1 && i === 0 ? "1900+" : 1000,
      ]),
    );
    expect(groupOf(result, "g1")).toMatchObject({
      estimate: { reason: "few-events" },
      denominator: null,
      denominatorRange: { lower: 19_900, upper: 20_100 },
    });
  });
});
