import { readFileSync } from "node:fs";
import { UserError } from "../error.ts";
import { positions } from "./header.ts";
import { parquetTypes } from "./in-place.ts";
import { otherForm } from "./other-form.ts";
import type { Database } from "./port.ts";
import { onlyFile, type RawFile } from "./raw-file.ts";
import { query, quoted } from "./sql.ts";
import { parquetRefusal } from "./table-bounds.ts";

/** Reads a Parquet file into the raw table. */
export async function readParquet(file: RawFile, table: string, database: Database): Promise<void> {
  const types = await whole(file, () => parquetTypes(file, database));
  const header = [...types.keys()];
  const names = positions(header, file.columns, { file: file.name }, file.dataset).map((index) => header[index]!);
  const refusal = await whole(file, () => parquetRefusal({ ...file, columns: names }, types, database));
  if (refusal !== null) throw new UserError({ where: { file: file.name }, ...refusal });
  const selected = names.map((name) => `cast(${quoted(name)} as VARCHAR)`).join(", ");
  await whole(file, () =>
    database.run(query("read-parquet", { table: quoted(table), selected }), {
      path: onlyFile(file.path),
      file: file.index,
    }),
  );
}

/** Does a step of the reading, in which every failure comes from the file. */
async function whole<T>(file: RawFile, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch {
    throw new UserError({
      where: { file: file.name },
      must: "a whole Parquet file",
      ...(otherForm(readFileSync(file.path), "parquet") ?? {
        found: "a file that is cut short, damaged or of another format",
        fix: "fetch the file again, or mend type under format in dataset.yaml",
      }),
    });
  }
}
