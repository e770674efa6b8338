import { describe, expect, it } from "vitest";
import { faultsOf, figuresOf, groupsByYear, type SmallProject, threeGroups } from "../support/one-dataset.ts";

/** Names that every object of JavaScript answers to. */
const names = [
  "constructor",
  "toString",
  "hasOwnProperty",
  "valueOf",
  "isPrototypeOf",
  "__proto__",
  "__defineGetter__",
];

const rows = [2022, 2024].flatMap((year) => ["A", "B", "C"].map((grp, i) => `${grp},${year},${20 + i},${200 + i}`));
/** As YAML has it: JSON.stringify leaves out what JavaScript takes for a prototype. */
const keyed = (name: string, value: unknown): object => Object.fromEntries([[name, value]]);
const named = Object.fromEntries(
  ["2022", "2024"].map((year) => [year, { label: year, start: `${year}-01-01`, end: `${year}-12-31` }]),
);
const periods = (more: object = {}) => ({ indicator: { periods: { column: "year", named: { ...named, ...more } } } });
const sound = await figuresOf(groupsByYear(rows));

describe.each(names)("the name %s", (name) => {
  it.each<[string, SmallProject, string]>([
    ["period", groupsByYear([...rows, `A,${name},20,200`]), `found: ${name}`],
    ["named period", groupsByYear([...rows, `A,${name},20,200`], periods()), `found: ${name}`],
    ["group", groupsByYear([...rows, `${name},2024,20,200`]), `found: "${name}"`],
    ["count", groupsByYear([...rows, `A,2023,${name},200`]), `found: "${name}"`],
    [
      "value of where",
      groupsByYear(rows, { indicator: { where: { grp: ["A", name] } } }),
      `found: "${name}", which no row has`,
    ],
    ["column of where", groupsByYear(rows, { indicator: { where: keyed(name, "1") } }), `found: ${name}`],
    [
      "column of the dataset",
      groupsByYear(rows, { columns: { ...groupsByYear(rows).columns, ...keyed(name, { type: "text" }) } }),
      name,
    ],
    [
      "column of the statistic",
      groupsByYear(rows, { indicator: { statistic: { kind: "proportion", numerator: name, denominator: "n" } } }),
      `found: ${name}`,
    ],
    [
      "baseline",
      groupsByYear(rows, { indicator: { periods: { column: "year", unit: "calendar-year", baseline: name } } }),
      `found: ${name}`,
    ],
    ["key", groupsByYear(rows, { indicator: keyed(name, "1") }), name],
    ["reason of a blank", groupsByYear(rows, { dataset: { blanks: { "*": name } } }), "one of suppressed"],
    [
      "unit of periods",
      groupsByYear(rows, { indicator: { periods: { column: "year", unit: name } } }),
      "one of calendar-year",
    ],
    [
      "kind",
      groupsByYear(rows, { indicator: { statistic: { kind: name, numerator: "x", denominator: "n" } } }),
      "one of proportion",
    ],
    ["format", groupsByYear(rows, { format: { type: name } }), "one of csv"],
    [
      "looked-up column",
      groupsByYear(rows, {
        dataset: { lookups: [{ dataset: "e", on: "grp", key: "code", columns: [name] }] },
        others: areas("A"),
      }),
      `found: ${name}`,
    ],
  ])("is as unknown as any other as a %s", async (_, made, found) => {
    expect(await faultsOf(made)).toContain(found);
  });

  it("may be a group, a named period and a marker like any other", async () => {
    const [first] = threeGroups.groups;
    const renamed = rows.map((row) => row.replace("A,", `${name},`).replace(",2022,", `,${name},`));
    const made = groupsByYear([...renamed, `B,2023,${name},200`], {
      dimensions: [{ ...threeGroups, groups: [{ ...first, match: [name] }, ...threeGroups.groups.slice(1)] }],
      ...periods({ 2023: { label: "2023", start: "2023-01-01", end: "2023-12-31" } }),
    });
    const marked = { ...made.columns, x: { type: "integer", blanks: keyed(name, "suppressed") } };
    if (name === "__proto__") {
      expect(await faultsOf({ ...made, columns: marked })).toContain("__proto__, a name kept for the program");
      return;
    }
    const { figures } = await figuresOf({
      ...made,
      columns: marked,
      ...periods({
        2023: { label: "2023", start: "2023-01-01", end: "2023-12-31" },
        [name]: { label: "2022", start: "2022-01-01", end: "2022-12-31" },
      }),
    });
    expect(figures.filter(([period]) => period !== "2023")).toEqual(sound.figures);
  });

  it("may be the code and the name of an area", async () => {
    const codes = ["A", "B", name];
    const made = groupsByYear(
      rows.map((row) => row.replace("C,", `${name},`)),
      {
        dimensions: [
          {
            id: "g",
            title: "Area",
            about: "Areas.",
            type: "areas",
            areas: { dataset: "e", key: "code", label: "title" },
          },
        ],
        others: areas(...codes),
      },
    );
    const { figures } = await figuresOf(made);
    expect(figures.map(([, , x, n]) => [x, n])).toEqual(sound.figures.map(([, , x, n]) => [x, n]));
  });
});

function areas(...codes: string[]): NonNullable<SmallProject["others"]> {
  return {
    e: {
      name: "e.csv",
      content: `code,title\n${codes.map((code) => `${code},${code}`).join("\n")}\n`,
      declared: {
        columns: { code: { type: "text" }, title: { type: "text" } },
        facts: { rows: codes.length, unique: ["code"] },
      },
    },
  };
}
