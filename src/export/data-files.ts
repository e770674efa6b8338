import { csv } from "../csv/write.ts";
import type { Download } from "../results/tables.ts";
import { textsOf } from "./about.ts";
import { arrow } from "./arrow.ts";
import { csvw } from "./csvw.ts";
import type { DataTable } from "./data-table.ts";
import type { DataFolder } from "./page-data.ts";
import { json } from "./tables-json.ts";

export interface DataFile extends Omit<Download, "bytes"> {
  content: string | Uint8Array;
}

/** Writes a table as Parquet at a path of the outputs and gives its bytes. */
export type Parquet = (path: string, table: DataTable, texts: Record<string, string>) => Promise<Uint8Array>;

/** The files of a folder: each table as CSV, Parquet and Arrow, then what describes or joins them. */
export async function dataFiles(folder: DataFolder, parquet: Parquet): Promise<DataFile[]> {
  const { about, tables } = folder;
  const each = await Promise.all(
    tables.map(async ({ table, file }): Promise<DataFile[]> => {
      const path = folder.path + file;
      const holds = table.name;
      return [
        { holds, path: `${path}.csv`, format: "CSV", content: csv(Object.keys(table.fields), table.rows) },
        {
          holds,
          path: `${path}.parquet`,
          format: "Parquet",
          content: await parquet(`${path}.parquet`, table, textsOf(about, table)),
        },
        { holds, path: `${path}.arrow`, format: "Arrow", content: await arrow(about, table) },
      ];
    }),
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
  return [...each.flat(), ...joined, metadata];
}
