import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { assess } from "../../src/assess/assess.ts";
import { load } from "../../src/define/load.ts";
import { areaCuts } from "../../src/estimate/quantiles.ts";
import { BuildDatabase } from "../../src/ingest/database.ts";
import { ingest } from "../../src/ingest/ingest.ts";
import type { Publishable } from "../../src/results/results.ts";

/** What a small project of one indicator is made of; each part is YAML in one line. */
export interface SmallProject {
  /** Its data, as the file has it. */
  data: string | Uint8Array;
  columns: string;
  statistic: string;
  dimensions: string;
  breakdowns: string;
  unique: string;
  rows: number;
  blanks?: string;
  file?: string;
  format?: string;
  facts?: string;
  indicator?: string;
  /** Whether events are counted, of which one person may have several. */
  events?: boolean;
  project?: string;
}

/** Residents of all ages, counted in the year that the row is of. */
export const people = "population: { who: residents, ages: all, sex: all, at: { column: year }, by: [group] }";

/** Writes a project with one indicator, `thing`, of one dataset. */
function writeProject(folder: string, of: SmallProject): string {
  const file = of.file ?? "figures.csv";
  const sha256 = createHash("sha256").update(of.data).digest("hex");
  const files: Record<string, string | Uint8Array> = {
    "tempcheck.yaml": `title: Ranges
year: 2026
publisher: Somebody
place: { name: Sometown, people: residents, areas: neighbourhoods }
themes: [{ id: t, title: Theme }]
dimensions: ${of.dimensions}
disclosure: { threshold: null, covers: none }
${of.project ?? ""}
`,
    "indicators/thing.yaml": `title: Thing
question: Is it so?
theme: t
dataset: figures
statistic: ${of.statistic}
better: lower
sentence: { people: residents, state: have it, measure: the share with the thing, events: ${of.events ?? false} }
periods: { column: year, unit: calendar-year }
dimensions: ${of.breakdowns}
${of.indicator ?? ""}
`,
    "data-raw/figures/dataset.yaml": `title: Figures
publisher: Somebody
licence: Open Government Licence v3.0
page: https://example.org/
period: some years
received: "2026-11-01"
changes: None
files: [{ path: ${file}, sha256: ${sha256} }]
format: ${of.format ?? '{ type: csv, delimiter: ",", quote: "\\"", encoding: utf-8 }'}
blanks: ${of.blanks ?? '{ "1-9": { from: 1, to: 9 } }'}
columns: ${of.columns}
facts: { rows: ${of.rows}, unique: ${of.unique}${of.facts ?? ""} }
`,
    [`data-raw/figures/${file}`]: of.data,
  };
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** Groups read from the column `group`, by their numbers. */
export const groupsDimension = (count: number, more: string): string =>
  `[{ id: dep, title: Deprivation, about: Groups, ${more}, groups: [${Array.from(
    { length: count },
    (_, i) => `{ id: g${i + 1}, label: Group ${i + 1}, phrase: group ${i + 1}, match: ["${i + 1}"] }`,
  ).join(", ")}] }]`;

/** What may be published of a small project, written into a folder of its own under another. */
export async function publishableOf(folder: string, project: SmallProject): Promise<Publishable> {
  const root = writeProject(mkdtempSync(join(folder, "project-")), project);
  const database = await BuildDatabase.open();
  try {
    const definitions = load(root);
    const ingested = await ingest(definitions, areaCuts(2), 2026, database);
    return assess(definitions, ingested, 2026, { log: () => {}, closing: null }).results;
  } finally {
    database.close();
  }
}

/** The cells of a CSV. */
export const csvOf = (rows: readonly (readonly (string | number)[])[]): string =>
  rows.map((row) => `${row.join(",")}\n`).join("");

/** Columns of groups by year and area, with a count `n` among `pop`. */
export const columnsOf = (type = "integer"): string =>
  `{ group: { type: text }, year: { type: integer }, area: { type: text }, n: { type: ${type} }, pop: { type: ${type}, ${people} } }`;

/** A project of such rows: five ordered groups with a share, unless it says otherwise. */
export const small = (
  rows: readonly (readonly (string | number)[])[],
  more: Partial<SmallProject> = {},
): SmallProject => ({
  data: csvOf([["group", "year", "area", "n", "pop"], ...rows]),
  columns: columnsOf(),
  statistic: '{ kind: proportion, numerator: n, denominator: pop, unit: "%" }',
  dimensions: groupsDimension(5, "type: groups, ordered: true"),
  breakdowns: "[{ dimension: dep, column: group }]",
  unique: "[group, year, area]",
  rows: rows.length,
  ...more,
});
