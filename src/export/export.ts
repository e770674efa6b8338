import { told } from "../catalogue/told.ts";
import type { Publishable } from "../results/results.ts";
import { type Download, type TableName, tableNames } from "../results/tables.ts";
import { type DataFile, dataFiles, type Parquet } from "./data-files.ts";
import type { DataTable } from "./data-table.ts";
import { type DataFolder, pageData, wholeData } from "./page-data.ts";
import { workbook } from "./workbook/workbook.ts";

export interface Exported {
  files: { path: string; content: string | Uint8Array }[];
  /** What each page of the report offers, by the page's path within the report. */
  downloads: ReadonlyMap<string, Download[]>;
}

/** The data of a report in every format: the whole report's tables -> folders -> files, and the pages that offer them. */
export async function exportData(
  { results, whole, build }: { results: Publishable; whole: readonly DataTable[]; build: string },
  parquet: Parquet,
): Promise<Exported> {
  const folders = [wholeData(results, whole, build), ...pageData(results, whole, build)];
  const made = await Promise.all(folders.map(async (folder) => ({ folder, files: await dataFiles(folder, parquet) })));
  const every: DataFile = {
    path: "data/results.json",
    format: "JSON",
    holds: "results",
    content: `${JSON.stringify(told(results), null, 1)}\n`,
  };
  const book = workbook({ results, whole, build });
  const path = `data/tempcheck-${results.year}`;
  const books: DataFile[] = [
    { path: `${path}.xlsx`, format: "XLSX", holds: "workbook", content: book.xlsx },
    { path: `${path}.ods`, format: "ODS", holds: "workbook", content: book.ods },
  ];
  const downloads = new Map<string, Download[]>();
  for (const { folder, files } of made)
    for (const page of folder.pages) {
      const common = page.file === "index.html" ? [...books, every] : page.file.includes("/") ? [] : books;
      downloads.set(page.file, [...common, ...files.filter((file) => isOffered(file, page))].map(asDownload));
    }
  return { files: [every, ...books, ...made.flatMap(({ files }) => files)], downloads };
}

const isOffered = ({ holds }: DataFile, { tables: wanted }: DataFolder["pages"][number]): boolean =>
  wanted === null || !isTable(holds) || wanted.includes(holds);

const isTable = (holds: Download["holds"]): holds is TableName => tableNames.some((name) => name === holds);

const asDownload = ({ path, format, holds, content }: DataFile): Download => ({
  path,
  format,
  holds,
  bytes: Buffer.byteLength(content),
});
