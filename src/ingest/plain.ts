import type { Dataset } from "../define/dataset.ts";
import type { Database } from "./port.ts";
import { rawFiles } from "./raw-file.ts";
import { readerOf } from "./readers.ts";
import { isShaped } from "./shape.ts";
import { query, quoted } from "./sql.ts";
import { dataTable } from "./table.ts";

/**
 * Reads a dataset straight into typed tables, in one parallel pass without row numbers of its own, or leaves it in its
 * Parquet file where that is as good as a table. Cells are held to exactly what cells.ts says. Gives false, and leaves
 * nothing behind, where anything at all is not as declared: then the dataset is read as text instead, which is slower
 * and can say what is wrong where.
 */
export async function readPlain(dataset: Dataset, root: string, database: Database): Promise<boolean> {
  const { plain } = readerOf(dataset.format);
  if (plain === null || isShaped(dataset)) return false;
  // Rows of a table are counted by its rowid, which a column of that name would hide.
  if (Object.keys(dataset.columns).some((name) => name.toLowerCase() === "rowid")) return false;
  const files = rawFiles(dataset, root);
  const table = (index: number): string => quoted(`plain/${dataset.id}/${index}`);
  const rows: string[] = [];
  try {
    for (const file of files) {
      const read = await plain.read(file, table(file.index), database);
      if (read === null) throw new Error("not plain");
      rows.push(read);
    }
  } catch {
    for (const { index } of files) await database.run(`drop table if exists ${table(index)}`);
    return false;
  }
  await database.run(query("data-view", { table: quoted(dataTable(dataset.id)), rows: rows.join("\nunion all\n") }));
  return true;
}
