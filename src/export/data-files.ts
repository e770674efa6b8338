import { csv } from "../csv/write.ts";
import { type Download, type TableFormat, tableFormats } from "../results/tables.ts";
import { textsOf } from "./about.ts";
import { arrow } from "./arrow.ts";
import { csvw } from "./csvw.ts";
import type { DataTable } from "./data-table.ts";
import type { DataFolder } from "./page-data.ts";
import { json } from "./tables-json.ts";

export interface DataFile extends Omit<Download, "bytes"> {
  content: Content;
}

type Content = string | Uint8Array;

/** Writes a table as Parquet at a path of the outputs and gives its bytes. */
export type Parquet = (path: string, table: DataTable, texts: Record<string, string>) => Promise<Uint8Array>;

/** The files of a folder: each table in every format that tables come in, then what describes or joins them. */
export async function dataFiles(folder: DataFolder, parquet: Parquet): Promise<DataFile[]> {
  const { about, tables } = folder;
  const make: Readonly<Record<TableFormat, (table: DataTable, path: string) => Content | Promise<Content>>> = {
    CSV: ({ fields, rows }) => csv(Object.keys(fields), rows),
    Parquet: (table, path) => parquet(path, table, textsOf(about, table)),
    Arrow: (table) => arrow(about, table),
  };
  const each = await Promise.all(
    tables.flatMap(({ table, file }) =>
      tableFormats.map(async (format): Promise<DataFile> => {
        const path = `${folder.path}${file}.${format.toLowerCase()}`;
        return { holds: table.name, path, format, content: await make[format](table, path) };
      }),
    ),
  );
  const described = csvw(
    about,
    tables.map(({ table, file }) => ({ table, file: `${file}.csv` })),
  );
  const metadata: DataFile = {
    holds: "columns",
    path: `${folder.path}csv-metadata.json`,
    format: "CSVW",
    content: `${JSON.stringify(described, null, 1)}\n`,
  };
  const joined: DataFile[] =
    folder.json === null
      ? []
      : [
          {
            holds: "tables",
            path: `${folder.path}${folder.json}.json`,
            format: "JSON",
            content: json(about, tables),
          },
        ];
  return [...each, ...joined, metadata];
}
