import { readFileSync } from "node:fs";
import type { DataType, Table } from "apache-arrow";
import { UserError } from "../error.ts";
import { positions } from "./header.ts";
import { otherForm } from "./other-form.ts";
import type { Database } from "./port.ts";
import type { RawFile } from "./raw-file.ts";
import { inflatedRefusal, refuseColumns } from "./table-bounds.ts";

/** Reads an Arrow IPC file or stream into the raw table. */
export async function readArrow(file: RawFile, table: string, database: Database): Promise<void> {
  const { tableFromIPC, DataType: Type } = await import("apache-arrow");
  const bytes = readFileSync(file.path);
  const other = otherForm(bytes, "arrow");
  if (other !== null)
    throw new UserError({ where: { file: file.name }, must: "an Arrow IPC file or stream", ...other });
  const arrow = whole(file, () => tableFromIPC(bytes));
  const header = arrow.schema.fields.map(({ name }) => name);
  refuseColumns(file, header.length);
  const at = positions(header, file.columns, { file: file.name }, file.dataset);
  const typeAt = (index: number): DataType => arrow.schema.fields[index]!.type;
  const unreadable = at.filter((index) => {
    const type = typeAt(index);
    return ![Type.isUtf8, Type.isLargeUtf8, Type.isInt, Type.isFloat, Type.isBool, Type.isDate, Type.isDictionary].some(
      (is) => is(type),
    );
  });
  if (unreadable.length > 0)
    throw new UserError(
      unreadable.map((index) => ({
        where: { file: file.name, key: `column ${header[index]}` },
        must: "a column of text, whole or floating numbers, or days",
        found: String(typeAt(index)),
        fix: "save the column in one of these types, and say so under changes",
      })),
    );
  await database.append(
    table,
    whole(file, () => rowsOf(file, arrow, at, (index) => Type.isDate(typeAt(index)))).map((cells, row) => [
      file.index,
      row + 1,
      ...cells,
    ]),
  );
}

function rowsOf(
  file: RawFile,
  arrow: Table,
  at: readonly number[],
  isDate: (index: number) => boolean,
): (string | null)[][] {
  const cells = arrow.numRows * at.length;
  let text = 0;
  const refuse = (): void => {
    const refusal = inflatedRefusal(file, { cells, text });
    if (refusal !== null) throw new UserError({ where: { file: file.name }, ...refusal });
  };
  refuse();
  const columns = at.map((index) => {
    const vector = arrow.getChildAt(index);
    const day = isDate(index);
    return (row: number): string | null => {
      const cell = vector?.get(row) as unknown;
      if (cell === null || cell === undefined) return null;
      const shown = day ? new Date(Number(cell)).toISOString().slice(0, 10) : String(cell);
      text += shown.length;
      return shown;
    };
  });
  return Array.from({ length: arrow.numRows }, (_, row) => {
    if (row % 1000 === 0) refuse();
    return columns.map((cell) => cell(row));
  });
}

/** Does a step of the reading, in which every failure comes from the file. */
function whole<T>(file: RawFile, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof UserError) throw error;
    const compressed = /compress/i.test(String((error as Error).message));
    throw new UserError({
      where: { file: file.name },
      must: "a whole Arrow IPC file or stream that is not compressed",
      found: compressed ? "a compressed one" : "a file that is cut short, damaged or of another format",
      fix: compressed
        ? "save it again without compression"
        : "fetch the file again, or mend type under format in dataset.yaml",
    });
  }
}
