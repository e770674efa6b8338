import { readFileSync } from "node:fs";
import { UserError } from "../error.ts";
import type { Database } from "../model.ts";
import { positions } from "./header.ts";
import type { RawFile } from "./raw-file.ts";

/** Reads an Arrow IPC file or stream into the raw table. */
export async function readArrow(file: RawFile, table: string, database: Database): Promise<void> {
  const { tableFromIPC, DataType } = await import("apache-arrow");
  const read = () => {
    try {
      return tableFromIPC(readFileSync(file.path));
    } catch (error) {
      throw new UserError({
        where: { file: file.name },
        must: "an Arrow IPC file or stream",
        found: String((error as Error).message).split("\n")[0] ?? "",
        fix: "fetch the file again, or mend type under format",
      });
    }
  };
  const arrow = read();
  const header = arrow.schema.fields.map(({ name }) => name);
  const columns = positions(header, file.columns, { file: file.name }).map((index) => {
    const vector = arrow.getChildAt(index);
    const isDate = DataType.isDate(arrow.schema.fields[index]?.type);
    return (row: number): string | null => {
      const cell = vector?.get(row) as unknown;
      if (cell === null || cell === undefined) return null;
      return isDate ? new Date(Number(cell)).toISOString().slice(0, 10) : String(cell);
    };
  });
  await database.append(
    table,
    Array.from({ length: arrow.numRows }, (_, row) => [file.index, row + 1, ...columns.map((cell) => cell(row))]),
  );
}
