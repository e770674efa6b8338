import { describe, expect, it } from "vitest";
import { madeOds, odsNumber, odsRow, odsTable, odsText } from "../support/made-ods.ts";
import { madeWorkbook } from "../support/made-workbook.ts";
import { checked, faultsOf, figuresOf, groupsByYear, people, type SmallProject } from "../support/one-dataset.ts";
import { packed } from "../support/packed.ts";

const { UserError: Refused } = await packed("error.js");
type Newest = { gap: number | null; notes: string[]; groups: (readonly [string, number | null])[] };

/** The newest gap of a project of one indicator, with the values of its groups and the notes. */
async function newest(project: SmallProject, at = -1): Promise<Newest> {
  const outcome = await checked(project);
  if (outcome instanceof Refused) throw outcome;
  const { absolute, groups } = outcome.results.indicators[0]!.dimensions[0]!.periods.at(at)!;
  return {
    gap: absolute !== null && "oriented" in absolute ? absolute.oriented.value : null,
    notes: outcome.notes.map(({ text }) => text),
    groups: groups.map(({ id, estimate }) => [id, "value" in estimate ? estimate.value : null] as const),
  };
}

const label = (id: string, match?: readonly string[]) => ({
  id,
  label: id.toUpperCase(),
  phrase: id,
  ...(match && { match }),
});
const fifths = ["one", "two", "three", "four", "five"];

/** Forty areas with their scores, and counts by area in two years: the share falls from area to area. */
function ofAreas(
  dimension: object,
  {
    areas = (i: number) => `A${i},${100 - i},200,${1 + Math.floor(i / 8)}`,
    rows = (i: number, year: number) => `A${i},${year},${60 - i - (year - 2023)},200`,
    declared = {},
    indicator = {},
  }: {
    areas?: (i: number) => string | null;
    rows?: (i: number, year: number) => string | null;
    declared?: object;
    indicator?: object;
  } = {},
): SmallProject {
  const all = [...Array(40).keys()];
  const lines = [2023, 2024].flatMap((year) => all.flatMap((i) => rows(i, year) ?? []));
  const places = all.flatMap((i) => areas(i) ?? []);
  return groupsByYear(lines, {
    dimensions: [
      {
        ...{ id: "g", title: "Fifths", about: "Fifths.", type: "quantiles", ranking: "local" },
        areas: { dataset: "areas", key: "code" },
        ...{ cut: "equal-population", score: "score", population: "people" },
        groups: fifths.map((id) => label(id)),
        ...dimension,
      },
    ],
    others: {
      areas: {
        name: "areas.csv",
        content: `code,score,people,fifth\n${places.join("\n")}\n`,
        declared: {
          columns: {
            code: { type: "text" },
            score: { type: "integer" },
            people: { type: "integer" },
            fifth: { type: "text" },
          },
          blanks: { "": "not-available" },
          facts: { rows: places.length, unique: ["code"] },
          ...declared,
        },
      },
    },
    indicator: { dimensions: [{ dimension: "g", column: "grp" }], ...indicator },
  });
}

describe("an area", () => {
  it("without a score stands outside the ranking by a key that the message names", async () => {
    const blank = { areas: (i: number) => `A${i},${i === 12 ? "" : 100 - i},200,1` };
    expect(await faultsOf(ofAreas({}, blank))).toMatch(/name the area under outside of g in tempcheck\.yaml/);
    const { gap, groups } = await newest(ofAreas({ outside: ["A12"] }, blank));
    expect(gap).toBeGreaterThan(0);
    expect(groups.filter(([, value]) => value === null)).toEqual([]);
    const absent = { areas: (i: number) => (i === 12 ? null : `A${i},${100 - i},200,1`) };
    expect(await faultsOf(ofAreas({}, absent))).toMatch(/"A12"\n.*under outside of g in tempcheck\.yaml/);
    expect((await newest(ofAreas({ outside: ["A12"] }, absent))).gap).toBe(gap);
  });

  it("in which hardly anyone lives leaves its group a figure, with a note", async () => {
    const few = {
      areas: (i: number) => `A${i},${100 - i},${i === 3 ? 5 : 200},1`,
      rows: (i: number, year: number) => (i === 3 ? null : `A${i},${year},${60 - i},200`),
    };
    const { gap, notes, groups } = await newest(ofAreas({}, few));
    expect(groups.filter(([, value]) => value === null)).toEqual([]);
    expect(gap).toBeGreaterThan(0);
    expect(notes.join("\n")).toMatch(/Areas with 0\.3% of the people have no figure/);
    const many = { ...few, areas: (i: number) => `A${i},${100 - i},${i === 3 ? 900 : 200},1` };
    expect((await newest(ofAreas({}, many))).gap).toBeNull();
  });

  it("is one of the dataset's that where keeps: one year, or one place, of several", async () => {
    const twice = (where: object | null) =>
      ofAreas(
        { areas: { dataset: "areas", key: "code", ...(where && { where }) } },
        {
          areas: (i: number) => `A${i},${100 - i},200,old\nA${i},${i},200,new`,
          declared: { facts: { rows: 80, unique: ["code", "fifth"] } },
        },
      );
    expect(await faultsOf(twice(null))).toMatch(/A0 a second time\n.*where under areas in/);
    const [before, after] = [await newest(twice({ fifth: "old" })), await newest(twice({ fifth: "new" }))];
    expect(before.gap).toBeGreaterThan(0);
    expect(after.gap).toBeCloseTo(-before.gap!, 6);
    expect(await faultsOf(twice({ fifth: "newer" }))).toMatch(/areas\.where\.fifth(.|\n)*no row has under fifth/);
    expect(await faultsOf(twice({ fith: "new" }))).toMatch(/fith/);
    expect(await faultsOf(twice({ fifth: { not: ["old", "new"] } }))).toMatch(/some row of areas is an area of g/);
  });

  it("has the ends of its place in a published cut, whichever way the numbers run", async () => {
    const cut = (dimension: object, number: (i: number) => number) =>
      newest(
        ofAreas(
          { cut: "published", quantile: "fifth", score: undefined, population: undefined, ...dimension },
          { areas: (i: number) => `A${i},${100 - i},200,${number(Math.floor(i / 8))}` },
        ),
      );
    const first = await cut({}, (fifth) => 1 + fifth);
    expect(first.gap).toBeGreaterThan(0);
    const turned = (fifth: number): number => 5 - fifth;
    expect(await cut({ high_score: "most-disadvantaged" }, turned)).toMatchObject({ gap: first.gap });
    const match = { groups: fifths.map((id, i) => label(id, [String(5 - i)])) };
    expect(await cut(match, turned)).toMatchObject({ gap: first.gap });
    // Numbers that are said to run the other way turn the gap, not the labels.
    expect((await cut({ high_score: "most-disadvantaged" }, (fifth) => 1 + fifth)).gap).toBeCloseTo(-first.gap!, 6);
  });
});

describe("a category that comes in later", () => {
  const named = ["a", "b", "c", "d", "e"];
  const lines = [2023, 2024].flatMap((year) => [
    ...named.map((one, i) => `${one.toUpperCase()},${year},${80 + 10 * i},1000`),
    ...(year === 2024 ? ["R,2024,30,200"] : []),
  ]);
  const ofGroups = (groups: readonly object[]) =>
    groupsByYear(lines, {
      dimensions: [{ id: "g", title: "Group", about: "Groups.", type: "groups", ordered: false, groups }],
    });
  it("leaves the earlier period with a reason that is true, and the way to a comparison", async () => {
    const outcome = await checked(ofGroups([...named.map((id) => label(id)), label("r")]));
    if (outcome instanceof Refused) throw outcome;
    const [first, last] = outcome.results.indicators[0]!.dimensions[0]!.periods;
    expect(last!.absolute).toHaveProperty("oriented");
    expect(first!.absolute).toMatchObject({ parts: { measured: 5, declared: 6 } });
  });
  it("is put with another by match, for a gap in both", async () => {
    const together = ofGroups(named.map((id) => label(id, id === "a" ? ["A", "R"] : [id.toUpperCase()])));
    const [before, after] = [await newest(together, 0), await newest(together)];
    expect(before.gap).not.toBeNull();
    expect(after.groups[0]).toEqual(["a", (100 * (80 + 30)) / 1200]);
  });
});

describe("counts of two sources", () => {
  const lines = ["A,2024,1010,1000", "B,2024,400,1000", "C,2024,300,1000"];
  it("may be more than all as a rate, as the message says", async () => {
    expect(await faultsOf(groupsByYear(lines))).toMatch(/n?x 1010, n 1000\n.*kind: rate with the same per/);
    const rate = { kind: "rate", numerator: "x", denominator: "n", per: 100, unit: "per 100", accepted: "As it is." };
    const { groups } = await newest(groupsByYear(lines, { indicator: { statistic: rate } }));
    expect(groups[0]).toEqual(["a", 101]);
  });
});

describe("a small count that is published as a range", () => {
  const lines = [2023, 2024].flatMap((year) => [
    `A,${year},210,5700`,
    `B,${year},${year === 2024 ? "1-9" : 5},700`,
    `C,${year},90,1000`,
  ]);
  const declare = (meaning: unknown) => groupsByYear(lines, { dataset: { blanks: { "1-9": meaning } } });
  it("keeps its group a figure between its ends, where they are declared", async () => {
    const { figures } = await figuresOf(declare({ from: 1, to: 9 }));
    const b = figures.find(([period, id]) => period === "2024" && id === "b")!;
    expect(JSON.stringify(b[4])).toMatch(/"lower":/);
    expect((await newest(declare({ from: 1, to: 9 }))).groups[1]![1]).toBeCloseTo((100 * 5) / 700, 6);
  });
  it("has no figure as a blank, and check names the range", async () => {
    const { mkdtempSync, rmSync } = await import("node:fs");
    const { tmpdir } = await import("node:os");
    const { join } = await import("node:path");
    const { write } = await import("../support/one-dataset.ts");
    const { check } = await packed("run/check.js");
    const folder = mkdtempSync(join(tmpdir(), "tempcheck-range-"));
    const log: string[] = [];
    write(folder, declare("suppressed"));
    await check({ project: folder }, (_, line) => log.push(line));
    rmSync(folder, { recursive: true });
    expect(log.join("\n")).toMatch(/d: "1-9" is declared as a blank.*"1-9": \{ from: 1, to: 9 \} under blanks/);
  });
});

describe("a total beside its parts", () => {
  const lines = (total: string) =>
    ["A", "B", "C"].flatMap((group, i) => [
      `${group},2024,${total},${20 + 2 * i},200`,
      `${group},2024,Male,${10 + i},100`,
      `${group},2024,Female,${10 + i},100`,
    ]);
  const project = (total: string, where?: object) => ({
    ...groupsByYear(lines(total), {
      unique: ["grp", "year", "sex"],
      columns: {
        ...{ grp: { type: "text" }, year: { type: "text" }, sex: { type: "text" }, x: { type: "integer" } },
        n: { type: "integer", population: people },
      },
      dataset: { blanks: total === "" ? { "": "not-applicable" } : {} },
      indicator: where === undefined ? {} : { where },
    }),
    file: { name: "d.csv", content: `grp,year,sex,x,n\n${lines(total).join("\n")}\n` },
  });
  it.each(["Persons", "Total", "All", "T", "England and Wales", ""])("is found, as %s, and named", async (total) => {
    const faults = await faultsOf(project(total));
    expect(faults).toMatch(/no row is the sum of others that are counted with it/);
    expect(faults).toContain(total === "" ? "blank" : `where: { sex: "${total}" }`);
  });
  it("is counted once by where", async () => {
    const { figures } = await figuresOf(project("Persons", { sex: "Persons" }));
    expect(figures.map(([, id, x, n]) => [id, x, n])).toEqual([
      ["a", 20, 200],
      ["b", 22, 200],
      ["c", 24, 200],
    ]);
  });
});

describe("a share that a sheet shows as percent", () => {
  const columns = (more: object) => ({
    grp: { type: "text" },
    year: { type: "text" },
    x: { type: "number", ...more },
    n: { type: "integer", population: people },
  });
  const shares = [0.15, 0.1905, 0.122];
  const cell = (at: string, value: string | number, style = 0): string =>
    typeof value === "number"
      ? `<c r="${at}" s="${style}"><v>${value}</v></c>`
      : `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const rows = shares.map((share, i) => ["ABC"[i]!, share] as const);
  const header = ["grp", "year", "x", "n"];
  const bare = (xml: string): string => xml.replace(/ r="[A-Z]+\d+"/g, "").replace(/<row r="\d+">/g, "<row>");
  const xml = [
    `<row r="1">${header.map((name, i) => cell(`${"ABCD"[i]}1`, name)).join("")}</row>`,
    ...rows.map(
      ([group, share], i) =>
        `<row r="${i + 2}">${cell(`A${i + 2}`, group)}${cell(`B${i + 2}`, "2024")}${cell(`C${i + 2}`, share, 1)}${cell(`D${i + 2}`, 1000)}</row>`,
    ),
  ].join("");
  const xlsx = madeWorkbook(xml, { formats: ["0%"] });
  const withoutReferences = madeWorkbook(bare(xml), { formats: ["0%"] });
  const ods = madeOds(
    odsTable(
      "S",
      odsRow(header.map((name) => odsText(name)).join("")) +
        rows
          .map(([group, share]) =>
            odsRow(
              odsText(group) +
                odsText("2024") +
                odsNumber(share, `${Math.round(share * 100)}%`, "percentage") +
                odsNumber(1000),
            ),
          )
          .join(""),
    ),
  );
  const project = (name: string, content: Uint8Array, more: object) =>
    groupsByYear([], {
      file: { name, content },
      format: { type: name.split(".")[1], sheet: "S" },
      columns: columns(more),
      rows: 3,
      indicator: {
        statistic: {
          kind: "published",
          value: "x",
          scale: "logit",
          denominator: "n",
          per: 100,
          unit: "%",
          accepted: "As it is.",
        },
      },
    });
  it.each<[string, Uint8Array]>([
    ["d.xlsx", xlsx],
    ["d.ods", ods],
  ])("is read as shown in %s by percent: true, which the message names", async (name, content) => {
    expect(await faultsOf(project(name, content, {}))).toMatch(/0\.15 stored(.|\n)*percent: true/);
    expect((await newest(project(name, content, { percent: true }))).groups.map(([, value]) => value)).toEqual([
      15, 19.05, 12.2,
    ]);
  });
  it("is read of a workbook whose cells do not say where they stand", async () => {
    expect(await newest(project("d.xlsx", withoutReferences, { percent: true }))).toEqual(
      await newest(project("d.xlsx", xlsx, { percent: true })),
    );
  });
});
