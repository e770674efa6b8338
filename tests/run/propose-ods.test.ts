import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { propose } from "../../src/run/propose.ts";
import { run, temporaryFolder } from "../support/command.ts";
import { madeOds, odsNumber, odsRow, odsTable, odsText } from "../support/made-ods.ts";

type Table = readonly (readonly (string | number)[])[];

const sheet = (name: string, rows: Table): string =>
  odsTable(
    name,
    rows
      .map((row) => odsRow(row.map((cell) => (typeof cell === "number" ? odsNumber(cell) : odsText(cell))).join("")))
      .join(""),
  );

const years = [2019, 2020, 2021, 2022];
const areas = Array.from({ length: 15 }, (_, i) => ({
  ...{ code: `E050000${10 + i}`, name: `Place ${i + 1}` },
  ...{ people: 4000 + 137 * i, score: 60 - 3 * i },
}));
const ranked: Table = [
  ["area_code", "area_name", "population", "deprivation_score"],
  ...areas.map(({ code, name, people, score }) => [code, name, people, score]),
];
const claims: Table = [
  ["area_code", "year", "claims", "residents"],
  ...areas.flatMap(({ code, people, score }) =>
    years.map((year) => [code, year, Math.round((people * score) / 500 + year - 2019), people]),
  ),
];

/** Proposes a project of the workbooks, takes every guess for right, and checks it. */
async function checked(books: Readonly<Record<string, string>>): Promise<string> {
  const home = temporaryFolder();
  for (const [name, tables] of Object.entries(books)) writeFileSync(join(home, name), madeOds(tables));
  const project = join(home, "project");
  await propose(
    project,
    Object.keys(books).map((name) => join(home, name)),
    {},
  );
  for (const path of readdirSync(project, { recursive: true, encoding: "utf8" }).filter((one) => one.endsWith(".yaml")))
    writeFileSync(
      join(project, path),
      readFileSync(join(project, path), "utf8").replace(/^guess:\n(?: {2}- .*\n)*/m, ""),
    );
  const { out, err } = await run(["check", "--project", project]);
  return out + err;
}

describe("tempcheck init --from an OpenDocument spreadsheet", () => {
  it("proposes what checks, once its guesses are taken for right: the table stands below title lines, on the second sheet", {
    timeout: 60_000,
  }, async () => {
    const notes = sheet("Notes", [["About these figures"], ["They were made up."]]);
    const under = (rows: Table): Table => [["Claims for help"], ["Published in 2023"], ...rows];
    const told = await checked({
      "areas.ods": sheet("Areas", ranked),
      "claims.ods": notes + sheet("Claims", under(claims)),
    });
    expect(told).toContain("2 comparisons: 2 are sound, with a gap, 2 with a change tested.");
  });
});
