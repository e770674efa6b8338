import type { Publishable, WrittenResults } from "../results/results.ts";
import { type Download, type TableName, tableNames } from "../results/tables.ts";
import { type DataFile, dataFiles, type Parquet } from "./data-files.ts";
import type { DataTable } from "./data-table.ts";
import { type DataFolder, pageData, wholeData } from "./page-data.ts";
import { workbook } from "./workbook/workbook.ts";

/** What each page of the report offers, by the page's path within the report. */
export type Downloads = ReadonlyMap<string, Download[]>;

/** Takes a file as soon as it is made: all of them together would fill the memory. */
export type Put = (file: { path: string; content: string | Uint8Array }) => void;

export interface Exporting {
  results: Publishable;
  /** The results with their words. */
  written: WrittenResults;
  whole: readonly DataTable[];
  build: string;
}

/** What a folder of tables offers to some pages. */
export interface Offered {
  pages: DataFolder["pages"];
  files: Download[];
}

/** The tables of a report in every format that they come in, folder by folder. */
export async function exportTables(
  { results, whole, build }: Exporting,
  { parquet, put }: { parquet: Parquet; put: Put },
): Promise<Offered[]> {
  const offered: Offered[] = [];
  for (const folder of [wholeData(results, whole, build), ...pageData(results, whole, build)]) {
    const files = await dataFiles(folder, parquet);
    offered.push({ pages: folder.pages, files: files.map((file) => taken(file, put)) });
  }
  return offered;
}

/** All results as one file and as workbooks, and what each page offers with the tables beside them. */
export function exportResults(
  { results, written, whole, build }: Exporting,
  { offered, put }: { offered: readonly Offered[]; put: Put },
): Downloads {
  const content = `${JSON.stringify(written, null, 1)}\n`;
  const every = taken({ path: "data/results.json", format: "JSON", holds: "results", content }, put);
  const book = workbook({ results, whole, build });
  const path = `data/tempcheck-${results.year}`;
  const books = [
    taken({ path: `${path}.xlsx`, format: "XLSX", holds: "workbook", content: book.xlsx }, put),
    taken({ path: `${path}.ods`, format: "ODS", holds: "workbook", content: book.ods }, put),
  ];
  const downloads = new Map<string, Download[]>();
  for (const { pages, files } of offered)
    for (const page of pages) {
      const common = page.file === "index.html" ? [...books, every] : page.file.includes("/") ? [] : books;
      downloads.set(page.file, [...common, ...files.filter((file) => isOffered(file, page))]);
    }
  return downloads;
}

function taken({ path, format, holds, content: made }: DataFile, put: Put): Download {
  const content = typeof made === "string" ? Buffer.from(made) : made;
  put({ path, content });
  return { path, format, holds, bytes: content.length };
}

const isOffered = ({ holds }: Download, { tables: wanted }: DataFolder["pages"][number]): boolean =>
  wanted === null || !isTable(holds) || wanted.includes(holds);

const isTable = (holds: Download["holds"]): holds is TableName => tableNames.some((name) => name === holds);
