import type { FormatOf } from "../define/dataset.ts";
import { type Fault, UserError, type Where } from "../error.ts";
import { positions } from "./header.ts";
import type { Database } from "./port.ts";
import type { RawFile } from "./raw-file.ts";

type WorkbookFile = RawFile<FormatOf<"xlsx">>;

/** Reads one sheet of a workbook into the raw table; _row counts from the row after the header. */
export async function readWorkbook(file: WorkbookFile, table: string, database: Database): Promise<void> {
  const { format } = file;
  const rows = await sheetRows(file);
  const header = (rows[format.header_row - 1] ?? []).map(cellText).map((name) => name ?? "");
  const at = positions(header, file.columns, { file: file.name, sheet: format.sheet, line: format.header_row });
  const body = rows.slice(format.header_row, format.last_row);
  await database.append(
    table,
    body.flatMap((row, index) => {
      const cells = at.map((position) => cellText(row[position] ?? null));
      return cells.every((cell) => cell === null) ? [] : [[file.index, index + 1, ...cells]];
    }),
  );
}

/** Row of the sheet in which a record stands. */
export const sheetRow =
  ({ name: file, format: { sheet, header_row } }: WorkbookFile) =>
  (row: number): Where => ({ file, sheet, line: header_row + row });

async function sheetRows(file: WorkbookFile): Promise<unknown[][]> {
  const { sheet } = file.format;
  const { readSheet } = await import("read-excel-file/node");
  try {
    return (await readSheet(file.path, sheet)) as unknown[][];
  } catch (error) {
    throw new UserError({ where: { file: file.name }, ...wordsOf(error as Error, sheet) });
  }
}

function wordsOf(error: Error & { code?: unknown }, sheet: string): Omit<Fault, "where"> {
  if (error.name === "SheetNotFoundError")
    return {
      must: `a sheet named ${sheet}`,
      found: error.message.replace(/^.*Available sheets: /, "the sheets "),
      fix: "mend sheet under format in dataset.yaml",
    };
  if (error.code === "XLS_FILE_NOT_SUPPORTED")
    return { must: "a workbook of the kind .xlsx", found: "one of the old kind .xls", fix: "save it again as .xlsx" };
  return {
    must: "a whole .xlsx workbook",
    found: "a file that is cut short, damaged or of another format",
    fix: "fetch the file again, or mend type under format in dataset.yaml",
  };
}

/** Text of a cell as the raw table holds it: full precision, days as YYYY-MM-DD. */
function cellText(cell: unknown): string | null {
  if (cell === null || cell === undefined) return null;
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return String(cell).trim();
}
