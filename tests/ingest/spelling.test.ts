import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { BuildDatabase } from "../../src/ingest/database.ts";
import { foldSql, seen } from "../../src/ingest/spelling.ts";
import { faultsOf, figuresOf, groupsByYear, type SmallProject, threeGroups } from "../support/one-dataset.ts";

const database = await BuildDatabase.open();
afterAll(() => database.close());
const folded = async (text: string): Promise<string> => {
  const [row] = await database.rows(
    `select ${foldSql("$text")} as text`,
    { text },
    z.strictObject({ text: z.string() }),
  );
  return row!.text;
};

/** Other spellings of a text, by what people overlook. */
const spellings: [string, (text: string) => string][] = [
  ["capitals", (text) => text.toUpperCase()],
  ["a space at the end", (text) => `${text} `],
  ["a space that does not break", (text) => text.replace(" ", "\u00a0")],
  ["two spaces", (text) => text.replace(" ", "  ")],
  ["a sign without width", (text) => `${text.slice(0, 2)}\u200b${text.slice(2)}`],
  ["a soft hyphen", (text) => `${text}\u00ad`],
  ["a byte-order mark", (text) => `\ufeff${text}`],
  ["a dash for a hyphen", (text) => text.replace("-", "\u2013")],
  ["spaces round the dash", (text) => text.replace("-", " - ")],
  ["marks as signs of their own", (text) => text.normalize("NFD")],
];
const text = "Café mid-town Zürich";

describe("foldSql", () => {
  it.each(spellings)("is the same with %s", async (_, spelt) => {
    expect(spelt(text)).not.toBe(text);
    expect(await folded(spelt(text))).toBe(await folded(text));
  });

  it.each([
    ["01", "1"],
    ["A1", "A 1"],
    ["16-64", "1664"],
    ["B", "8"],
    ["White", "White other"],
    ["é", "e"],
  ])("tells %s from %s", async (one, other) => {
    expect(await folded(one)).not.toBe(await folded(other));
  });
});

it("seen writes out what cannot be seen", () => {
  expect(seen("a\u00a0b\u200b \u2013")).toBe('"a\\u00a0b\\u200b \\u2013"');
  expect(seen("Café")).toBe('"Café"');
});

const rowsOf = (groups: readonly string[], years: readonly string[]): string[] =>
  years.flatMap((year, y) => groups.map((grp, i) => `"${grp}",${year},${20 + 7 * i + y},${200 + 11 * i}`));
const groups = ["A", "B", "C"];

describe("a period", () => {
  const financial = (lines: string[]) =>
    groupsByYear(lines, { indicator: { periods: { column: "year", unit: "financial-year" } } });

  it.each(["2024-25", "2024/25", "2024-2025", "2024/2025"])(
    "is refused where it is spelt 2024 and %s",
    async (spelling) => {
      const faults = await faultsOf(financial([...rowsOf(groups, ["2022", "2024"]), `A,${spelling},25,205`]));
      expect(faults).toContain("must:  one spelling of the period 2024-25, whose rows are else added up");
      expect(faults).toMatch(/data-raw\/d\/d.csv:\d+ {2}column year/);
      expect(faults).toMatch(/beside .* in data-raw\/d\/d.csv:\d+\n/);
    },
  );

  it.each(["2024 ", "2024\u00a0", "2024\u201325", "2024 - 25", "\u200b2024"])(
    "is refused where a cell is %j",
    async (spelling) => {
      expect(await faultsOf(financial([...rowsOf(groups, ["2022", "2024"]), `A,"${spelling}",25,205`]))).toMatch(
        /must: {2}(a financial year|one spelling)/,
      );
    },
  );

  it("may be spelt as one likes where every row of it is", async () => {
    const { figures } = await figuresOf(financial(rowsOf(groups, ["2022", "2024/25"])));
    expect(figures.map(([period]) => period)).toEqual([
      "2022-23",
      "2022-23",
      "2022-23",
      "2024-25",
      "2024-25",
      "2024-25",
    ]);
  });

  it("may have several names that are declared, of one label", async () => {
    const days = { start: "2015-01-01", end: "2017-12-31" };
    const lines = [...rowsOf(["A", "B"], ["2015 - 17"]), ...rowsOf(["C"], ["2015-17"])];
    const named = (label: string) => ({
      indicator: {
        periods: {
          column: "year",
          named: { "2015 - 17": { label: "2015-17", ...days }, "2015-17": { label, ...days } },
        },
      },
    });
    const { figures } = await figuresOf(groupsByYear(lines, named("2015-17")));
    expect(figures.map(([period, group]) => [period, group])).toEqual([
      ["2015-17", "a"],
      ["2015-17", "b"],
      ["2015-17", "c"],
    ]);
    expect(await faultsOf(groupsByYear(lines, named("2015 to 2017")))).toContain("one label for the same days");
  });
});

describe("a group", () => {
  it.each(spellings.filter(([what]) => !/dash|hyphen/.test(what)))(
    "is refused under another name with %s, by one group or by two",
    async (_, spelt) => {
      const [name, other] = ["Café bar", spelt("Café bar")];
      const isUnseen = /[\u200b\ufeff]/.test(other);
      const lines = rowsOf([name, "B", other], ["2022", "2024"]);
      const [first, second, third] = threeGroups.groups;
      const two = [{ ...first, match: [name] }, second, { ...third, match: [other] }];
      expect(await faultsOf(groupsByYear(lines, { dimensions: [{ ...threeGroups, groups: two }] }))).toContain(
        // Text of a definition is trimmed.
        isUnseen
          ? "text of characters that can be seen"
          : other.trim() === name
            ? "belongs to one group only"
            : "must:  one spelling of each group of g",
      );
      const one = [{ ...first, match: [name] }, second, third];
      expect(await faultsOf(groupsByYear(lines, { dimensions: [{ ...threeGroups, groups: one }] }))).toContain(
        "must:  a value that the dimension g knows",
      );
      const aliases = [{ ...first, match: [name, other] }, second, third];
      if (isUnseen || other.trim() === name) return;
      expect(await faultsOf(groupsByYear(lines, { dimensions: [{ ...threeGroups, groups: aliases }] }))).toContain(
        "must:  one spelling of each group in a period, whose rows are else added up",
      );
    },
  );
});

it.each(spellings.filter(([what]) => !/marks/.test(what)))(
  "an area is refused beside one whose code differs in %s",
  async (_, spelt) => {
    const codes = ["E01-a b", spelt("E01-a b"), "E02"];
    const made = groupsByYear(rowsOf(codes, ["2022"]), {
      dimensions: [
        { id: "g", title: "Area", about: "Areas.", type: "areas", areas: { dataset: "e", key: "code", label: "code" } },
      ],
      others: {
        e: {
          name: "e.csv",
          content: `code\n${codes.map((code) => `"${code}"`).join("\n")}\n`,
          declared: { columns: { code: { type: "text" } }, facts: { rows: 3, unique: ["code"] } },
        },
      },
    });
    expect(await faultsOf(made)).toMatch(
      /^data-raw\/e\/e.csv:[23] {2}column code\n {2}must: {2}(one spelling of each area of g\n.*beside .* in data-raw\/e\/e.csv:[23]\n|each area stands once|codes and names of areas of characters that can be seen\n)/,
    );
  },
);

describe("a value of where", () => {
  const months = (values: readonly string[], where: object, more: Partial<SmallProject> = {}): SmallProject => {
    const lines = values.flatMap((month) => rowsOf(groups, ["2022", "2024"]).map((row) => `${row},"${month}"`));
    return {
      ...groupsByYear(lines),
      file: { name: "d.csv", content: `${["grp,year,x,n,m", ...lines].join("\n")}\n` },
      columns: { ...groupsByYear([]).columns, m: { type: "text" } },
      unique: ["grp", "year", "m"],
      indicator: { where },
      ...more,
    };
  };

  it("that no row has is refused, with the nearest that there are", async () => {
    expect(await faultsOf(months(["01", "02", "03"], { m: ["01", "02", "O3"] }))).toBe(
      [
        "indicators/claims.yaml:1:368  where.m",
        "  must:  each value of where stands in some row of d",
        '  found: "O3", which no row has under m; the nearest are "03", "01", "02"',
        "  do:    mend the value, in quotes where it is text such as 01, or take it out",
      ].join("\n"),
    );
  });

  it.each<[unknown, string]>([
    [[1], '"1", which no row has'],
    [["01", "01 "], '"01 ", which no row has'],
    [["jan"], '"jan", which no row has under m; the nearest'],
    [["01", "9", "10"], '"10", which no row has'],
    ["", '"", which no row has'],
  ])("%j is refused", async (m, found) => {
    expect(await faultsOf(months(["01", "02"], { m }))).toContain(found);
  });

  it("is refused where some rows have it in another spelling, which would be left out", async () => {
    const faults = await faultsOf(months(["Mid-May", "Mid\u2013May ", "June"], { m: ["Mid-May", "June"] }));
    expect(faults).toContain('found: "Mid\\u2013May ", beside "Mid-May" in data-raw/d/d.csv:2');
    expect(await faultsOf(months(["Mid-May", "Mid\u2013May "], { m: ["Mid-May", "Mid\u2013May "] }))).toBe("");
  });

  it("is refused where it has rows, and none that the rest of the filter keeps", async () => {
    const made = months(["01", "02"], { m: ["01", "02"], year: "2022" });
    const lines = made.file.content
      .toString()
      .split("\n")
      .filter((line) => !/2022.*"02"/.test(line));
    const thinned = { ...made, file: { name: "d.csv", content: lines.join("\n") }, rows: 9 };
    expect(await faultsOf(thinned)).toContain('found: "02", which no row has under m where year is 2022');
  });

  it.each<[string, Partial<SmallProject>]>([
    ["overall", { indicator: { where: { m: "01" }, overall: { where: { grp: ["C", "Cc"] } } } }],
    [
      "a breakdown",
      {
        indicator: {
          where: { m: "01" },
          dimensions: [{ dimension: "g", column: "grp", where: { year: ["2022", "Cc"] } }],
        },
      },
    ],
    [
      "a total that is stated",
      {
        dataset: {
          facts: {
            rows: 6,
            unique: ["grp", "year"],
            totals: [{ column: "x", where: { grp: ["A", "Cc"] }, equals: 41 }],
          },
        },
      },
    ],
  ])("of %s is refused too", async (_, more) => {
    expect(await faultsOf(months(["01"], {}, more))).toContain('"Cc", which no row has');
  });
});
