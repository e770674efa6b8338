import { readFileSync } from "node:fs";
import { type FormatOf, formsOf, unpivotedRows } from "../define/dataset.ts";
import { type Fault, UserError, type Where } from "../error.ts";
import { atMost } from "./at-most.ts";
import { ownColumn } from "./cells.ts";
import { joinedNames, positions } from "./header.ts";
import { shifted, shownBy } from "./number-format.ts";
import { otherForm } from "./other-form.ts";
import type { Database } from "./port.ts";
import type { RawFile } from "./raw-file.ts";
import { fillMerged, type Sheet, type SheetCell, sheetCells } from "./sheet-cells.ts";
import { workbookRefusal } from "./workbook-bounds.ts";
import { openWorkbook, partsOf } from "./workbook-parts.ts";

type WorkbookFile = RawFile<FormatOf<"xlsx"> | FormatOf<"ods">>;

/** Reads one sheet of a workbook into the raw table; _row counts from the row after the header. */
export const readWorkbook = (file: RawFile<FormatOf<"xlsx">>, table: string, database: Database): Promise<void> =>
  readSheet(file, sheetOf(file), table, database);

/** Reads the cells of a sheet into the raw table. */
export async function readSheet(file: WorkbookFile, sheet: Sheet, table: string, database: Database): Promise<void> {
  const { format } = file;
  const below = format.header_row + format.header_rows;
  const lines = Array.from({ length: format.header_rows }, (_, i) => {
    const names = sheet.get(format.header_row + i) ?? new Map<number, SheetCell>();
    return Array.from({ length: Math.max(0, ...names.keys()) }, (_, column) => names.get(column + 1)?.text ?? "");
  });
  const header = joinedNames(lines, format.fill_header === true);
  const at = positions(
    header,
    file.columns,
    { file: file.name, sheet: format.sheet, line: format.header_row },
    file.dataset,
  );
  const { unpivot } = file.dataset.format;
  const made = new Map(
    (unpivot ? unpivotedRows(unpivot) : []).flatMap(({ cells }) => cells.map(({ old, column }) => [old, column])),
  );
  const columns = file.columns.map((name, i) => {
    const own = made.get(name) ?? name;
    const declared = ownColumn(file.dataset, own);
    const isFigure = declared?.type === "integer" || declared?.type === "number";
    const { decimal } = formsOf(file.dataset, own);
    return { name, at: at[i]! + 1, isFigure, isPercent: declared?.percent === true, decimal };
  });
  const faults: Fault[] = [];
  const rows: (string | number | null)[][] = [];
  for (const line of [...sheet.keys()].sort((a, b) => a - b)) {
    if (line < below || line > (format.last_row ?? Number.POSITIVE_INFINITY)) continue;
    const cells = columns.map((column) => {
      const cell = sheet.get(line)!.get(column.at);
      const read = cell === undefined ? null : figureOf(cell, column);
      // The sheet stores its numbers with a point, whatever mark its texts have.
      if (typeof read === "string" && cell?.number && column.isFigure && column.decimal === ",")
        return read.replace(".", ",");
      if (read === null || typeof read === "string") return read;
      faults.push({ where: { ...sheetRow(file)(line - below + 1), key: `column ${column.name}` }, ...read });
      return null;
    });
    if (!cells.every((cell) => cell === null)) rows.push([file.index, line - below + 1, ...cells]);
  }
  if (faults.length > 0) throw new UserError(atMost(faults));
  await database.append(table, rows);
}

type Words = Omit<Fault, "where">;

/** Text of a cell as the raw table holds it, or why it cannot be taken: what a sheet shows must be what is read. */
function figureOf(
  { text, number, isUnsaved }: SheetCell,
  { isFigure, isPercent }: { isFigure: boolean; isPercent: boolean },
): string | Words {
  if (isUnsaved)
    return {
      must: "a cell whose value is stored",
      found: "a formula without a stored value",
      fix: "open the workbook in a spreadsheet program, save it there, and say so under changes",
    };
  // A code such as 007 is stored as 7.
  if (!isFigure)
    return number !== null && /^0{2,}$/.test(number.format) && Number.isInteger(number.value) && number.value >= 0
      ? text.padStart(number.format.length, "0")
      : text;
  if (number === null) return isPercent ? text.replace(/^(.*\d)\s*%$/, "$1") : text;
  const shown = shownBy(number.format, number.value);
  const stored = `${text} stored, shown by the format ${JSON.stringify(number.format)} as`;
  switch (shown.as) {
    case "stored":
      if (!isPercent || shown.withPercentSign || number.value === 0) return text;
      return {
        must: "a cell that is shown with a % sign, because the column says percent: true",
        found: `${stored} ${text}`,
        fix: "take percent: true out, or format the cell like the others in a copy of the file and say so under changes",
      };
    case "percent": {
      // A sheet stores 15 digits; what follows them comes of counting in twos.
      const hundredths = shifted(String(Number(number.value.toPrecision(15))), 2);
      return isPercent
        ? hundredths
        : {
            must: "a figure that is stored as it is shown",
            found: `${stored} ${hundredths}%`,
            fix: "add percent: true to the column in dataset.yaml, to read it as shown",
          };
    }
    case "day":
      return text;
    case "other":
      return {
        must: "a figure that is stored as it is shown",
        found: `${stored} ${shown.words}`,
        fix: "find out which is meant; give the cells the format General in a copy of the file and say so under changes",
      };
  }
}

/** Row of the sheet in which a record stands. */
export const sheetRow =
  ({ name: file, format: { sheet, header_row, header_rows } }: WorkbookFile) =>
  (row: number): Where => ({ file, sheet, line: header_row + header_rows - 1 + row });

function sheetOf(file: RawFile<FormatOf<"xlsx">>): Sheet {
  const { sheet } = file.format;
  const bytes = readFileSync(file.path);
  const damaged = {
    must: "a whole .xlsx workbook",
    found: "a file that is cut short, damaged or of another format",
    fix: "fetch the file again, or mend type under format in dataset.yaml",
  };
  const other = otherForm(bytes, "xlsx");
  const refusal =
    other === null ? workbookRefusal(file.path, sheet) : { must: "a workbook of the kind .xlsx", ...other };
  if (refusal !== null) throw new UserError({ where: { file: file.name }, ...refusal });
  try {
    const workbook = openWorkbook(bytes);
    const path = workbook.sheets.find(({ name }) => name === sheet)?.path;
    if (path === undefined)
      throw new UserError({
        where: { file: file.name },
        must: `a sheet named ${sheet}`,
        found: `the sheets ${workbook.sheets.map(({ name }) => name).join(", ")}`,
        fix: "mend sheet under format in dataset.yaml",
      });
    const xml = partsOf(bytes, (name) => name === path).get(path);
    if (xml === undefined) throw new UserError({ where: { file: file.name }, ...damaged });
    const { header_row, header_rows } = file.format;
    const { sheet: cells, merged } = sheetCells(xml, workbook);
    // A header of one line is read as it stands: cells merged with one of its names have none.
    return header_rows === 1 ? cells : fillMerged(cells, merged, [header_row, header_row + header_rows - 1]);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError({ where: { file: file.name }, ...damaged });
  }
}
