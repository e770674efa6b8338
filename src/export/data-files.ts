import type { Download } from "../model.ts";
import { textsOf } from "./about.ts";
import { arrow } from "./arrow.ts";
import { csv } from "./csv.ts";
import { csvw } from "./csvw.ts";
import type { DataTable } from "./data-table.ts";
import { json } from "./json.ts";
import type { DataFolder } from "./page-data.ts";

export interface DataFile extends Omit<Download, "bytes"> {
  content: string | Uint8Array;
  /** Name of the table in it; null where it holds, or describes, all of them. */
  table: string | null;
}

/** Writes a table as Parquet at a path of the outputs and gives its bytes. */
export type Parquet = (path: string, table: DataTable, texts: Record<string, string>) => Promise<Uint8Array>;

/** The files of a folder: each table as CSV, Parquet and Arrow, then what describes or joins them. */
export async function dataFiles(folder: DataFolder, parquet: Parquet): Promise<DataFile[]> {
  const { about, tables } = folder;
  const each = await Promise.all(
    tables.map(async ({ table, file }): Promise<DataFile[]> => {
      const path = folder.path + file;
      const said = { table: table.name, title: table.title, about: table.grain };
      return [
        { ...said, path: `${path}.csv`, format: "CSV", content: csv(table) },
        {
          ...said,
          path: `${path}.parquet`,
          format: "Parquet",
          content: await parquet(`${path}.parquet`, table, textsOf(about, table)),
        },
        { ...said, path: `${path}.arrow`, format: "Arrow", content: await arrow(about, table) },
      ];
    }),
  );
  const all = { table: null, title: "All tables" };
  const described = csvw(
    about,
    tables.map(({ table, file }) => ({ table, file: `${file}.csv` })),
  );
  const metadata: DataFile = {
    ...all,
    path: `${folder.path}csv-metadata.json`,
    format: "CSVW",
    about: "what each column of the CSV files holds, for programs",
    content: `${JSON.stringify(described, null, 1)}\n`,
  };
  const joined: DataFile[] =
    folder.json === null
      ? []
      : [
          {
            ...all,
            path: `${folder.path}${folder.json}.json`,
            format: "JSON",
            about: "the tables in one file",
            content: json(about, tables),
          },
        ];
  return [...each.flat(), ...joined, metadata];
}
