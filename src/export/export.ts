import type { Publishable } from "../disclose/publishable.ts";
import type { Download } from "../model.ts";
import { type DataFile, dataFiles, type Parquet } from "./data-files.ts";
import type { DataTable } from "./data-table.ts";
import { type DataFolder, pageData, wholeData } from "./page-data.ts";

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
    table: null,
    title: "All results",
    about: "every figure of the report, with its notes, in one file",
    content: `${JSON.stringify(results, null, 1)}\n`,
  };
  const downloads = new Map<string, Download[]>();
  for (const { folder, files } of made)
    for (const page of folder.pages) {
      const common = page.file === "index.html" ? [every] : [];
      downloads.set(page.file, [...common, ...files.filter((file) => isOffered(file, page))].map(asDownload));
    }
  return { files: [every, ...made.flatMap(({ files }) => files)], downloads };
}

const isOffered = ({ table }: DataFile, { tables: wanted }: DataFolder["pages"][number]): boolean =>
  wanted === null || table === null || wanted.includes(table);

const asDownload = ({ path, format, title, about, content }: DataFile): Download => ({
  path,
  format,
  title,
  about,
  bytes: Buffer.byteLength(content),
});
