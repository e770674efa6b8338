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

/** The data of a report in every format: the whole report's tables -> folders -> files, and the pages that offer them. */
export async function exportData(
  { results, written, whole, build }: Exporting,
  { parquet, put }: { parquet: Parquet; put: Put },
): Promise<Downloads> {
  const folders = [wholeData(results, whole, build), ...pageData(results, whole, build)];
  const taken = (file: DataFile): Download => {
    put(file);
    const { path, format, holds, content } = file;
    return { path, format, holds, bytes: Buffer.byteLength(content) };
  };
  const made: { folder: DataFolder; files: Download[] }[] = [];
  for (const folder of folders) made.push({ folder, files: (await dataFiles(folder, parquet)).map(taken) });
  const every = taken({
    path: "data/results.json",
    format: "JSON",
    holds: "results",
    content: `${JSON.stringify(written, null, 1)}\n`,
  });
  const book = workbook({ results, whole, build });
  const path = `data/tempcheck-${results.year}`;
  const books = [
    taken({ path: `${path}.xlsx`, format: "XLSX", holds: "workbook", content: book.xlsx }),
    taken({ path: `${path}.ods`, format: "ODS", holds: "workbook", content: book.ods }),
  ];
  const downloads = new Map<string, Download[]>();
  for (const { folder, files } of made)
    for (const page of folder.pages) {
      const common = page.file === "index.html" ? [...books, every] : page.file.includes("/") ? [] : books;
      downloads.set(page.file, [...common, ...files.filter((file) => isOffered(file, page))]);
    }
  return downloads;
}

const isOffered = ({ holds }: Download, { tables: wanted }: DataFolder["pages"][number]): boolean =>
  wanted === null || !isTable(holds) || wanted.includes(holds);

const isTable = (holds: Download["holds"]): holds is TableName => tableNames.some((name) => name === holds);
