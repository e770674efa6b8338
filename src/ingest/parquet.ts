import { UserError } from "../error.ts";
import type { Database } from "../model.ts";
import { positions } from "./header.ts";
import type { RawFile } from "./raw-file.ts";
import { query, quoted } from "./sql.ts";

/** Reads a Parquet file into the raw table. */
export async function readParquet(file: RawFile, table: string, database: Database): Promise<void> {
  let header: string[];
  try {
    const described = await database.rows(query("describe-parquet"), { path: file.path });
    header = described.map(({ name }) => String(name));
  } catch (error) {
    throw new UserError({
      where: { file: file.name },
      must: "a Parquet file",
      found: String((error as Error).message).split("\n")[0] ?? "",
      fix: "fetch the file again, or mend type under format",
    });
  }
  positions(header, file.columns, { file: file.name });
  const selected = file.columns.map((name) => `cast(${quoted(name)} as VARCHAR)`).join(", ");
  await database.run(query("read-parquet", { table: quoted(table), selected }), { path: file.path, file: file.index });
}
