import { catalogues } from "../catalogue/catalogue.ts";
import type { WrittenComparison } from "../results/comparison.ts";
import type { Publishable } from "../results/results.ts";
import type { Download } from "../results/tables.ts";
import { type About, aboutPage } from "./about.ts";
import { type DataFile, dataFiles, type Parquet } from "./data-files.ts";
import type { DataTable } from "./data-table.ts";
import { ods } from "./workbook/ods.ts";
import type { Properties, Sheet } from "./workbook/sheet.ts";
import { tableSheet } from "./workbook/table-sheet.ts";
import { xlsx } from "./workbook/xlsx.ts";

interface Made {
  written: WrittenComparison;
  /** Publisher, licence and address of what is compared. */
  around: Publishable;
  tables: readonly DataTable[];
  build: string;
}

/** The data of a comparison in every format, and what its page offers of them. */
export async function exportComparison(
  { written, around, tables, build }: Made,
  parquet: Parquet,
): Promise<{ files: DataFile[]; downloads: Download[] }> {
  const { comparison: words } = catalogues[written.language];
  const about: About = aboutPage(around, build, {
    title: words.dataTitle,
    description: words.dataAbout(written.whole),
    file: "index.html",
  });
  const named = tables.map((table) => ({ table, file: table.name }));
  const made = await dataFiles({ path: "data/", about, tables: named, json: null, pages: [] }, parquet);
  const sheets = sheetsOf(tables, about, written);
  const properties: Properties = {
    title: about.title,
    subject: written.whole,
    publisher: written.publisher,
    language: written.language,
    day:
      around.sources
        .map(({ received }) => received)
        .sort()
        .at(-1) ?? `${written.year}-01-01`,
    pageOf: catalogues[written.language].heard.pageOf,
  };
  const files: DataFile[] = [
    { path: "data/comparison.xlsx", format: "XLSX", holds: "workbook", content: xlsx(properties, sheets) },
    { path: "data/comparison.ods", format: "ODS", holds: "workbook", content: ods(properties, sheets) },
    {
      path: "data/comparison.json",
      format: "JSON",
      holds: "results",
      content: `${JSON.stringify(written, null, 1)}\n`,
    },
    ...made,
  ];
  return {
    files,
    downloads: files.map(({ path, format, holds, content }) => ({
      ...{ path, format, holds },
      bytes: Buffer.byteLength(content),
    })),
  };
}

/** A cover, then a sheet for each table. */
function sheetsOf(tables: readonly DataTable[], about: About, { language }: WrittenComparison): Sheet[] {
  const { comparison, workbook: words } = catalogues[language];
  const { sheets, about: lead, blanks } = comparison.workbook;
  const nameOf = (table: DataTable): string => sheets[table.name as keyof typeof sheets];
  const cover: Sheet = {
    name: words.sheets.cover,
    title: about.title,
    lines: [
      lead,
      about.description,
      about.publisher,
      ...(about.licence === null ? [] : [`${about.licence.title}: ${about.licence.url}`]),
      about.build,
      blanks,
    ],
    table: {
      name: "table_contents",
      columns: [
        { header: words.contents.headers.sheet, width: 34 },
        { header: words.contents.headers.holds, width: 80 },
      ],
      rows: tables.map((table) => [{ text: nameOf(table), sheet: nameOf(table) }, table.title]),
    },
  };
  return [
    cover,
    ...tables
      .filter(({ rows }) => rows.length > 0)
      .map((table) =>
        tableSheet(table, {
          name: nameOf(table),
          id: table.name,
          title: table.title,
          lines: [words.oneTable, table.grain, blanks],
          columns: Object.keys(table.fields),
          say: (_, cell) => cell,
        }),
      ),
  ];
}
