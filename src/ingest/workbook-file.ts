import { readFileSync } from "node:fs";
import type { FormatOf } from "../define/dataset.ts";
import { type Fault, UserError, type Where } from "../error.ts";
import { ownColumn } from "./cells.ts";
import { MOST_FAULTS } from "./csv-faults.ts";
import { positions } from "./header.ts";
import { shifted, shownBy } from "./number-format.ts";
import type { Database } from "./port.ts";
import type { RawFile } from "./raw-file.ts";
import { type Sheet, type SheetCell, sheetCells } from "./sheet-cells.ts";
import { workbookRefusal } from "./workbook-bounds.ts";
import { openWorkbook, partsOf } from "./workbook-parts.ts";

type WorkbookFile = RawFile<FormatOf<"xlsx">>;

/** Reads one sheet of a workbook into the raw table; _row counts from the row after the header. */
export async function readWorkbook(file: WorkbookFile, table: string, database: Database): Promise<void> {
  const { format } = file;
  const sheet = sheetOf(file);
  const names = sheet.get(format.header_row) ?? new Map<number, SheetCell>();
  const header = Array.from({ length: Math.max(0, ...names.keys()) }, (_, i) => names.get(i + 1)?.text ?? "");
  const at = positions(header, file.columns, { file: file.name, sheet: format.sheet, line: format.header_row });
  const { unpivot } = file.dataset.format;
  const columns = file.columns.map((name, i) => {
    const declared = ownColumn(file.dataset, unpivot?.columns.includes(name) ? unpivot.value : name);
    const isFigure = declared?.type === "integer" || declared?.type === "number";
    return { name, at: at[i]! + 1, isFigure, isPercent: declared?.percent === true };
  });
  const faults: Fault[] = [];
  const rows: (string | number | null)[][] = [];
  for (const line of [...sheet.keys()].sort((a, b) => a - b)) {
    if (line <= format.header_row || line > (format.last_row ?? Number.POSITIVE_INFINITY)) continue;
    const cells = columns.map((column) => {
      const cell = sheet.get(line)!.get(column.at);
      const read = cell === undefined ? null : figureOf(cell, column);
      if (read === null || typeof read === "string") return read;
      faults.push({ where: { ...sheetRow(file)(line - format.header_row), key: `column ${column.name}` }, ...read });
      return null;
    });
    if (!cells.every((cell) => cell === null)) rows.push([file.index, line - format.header_row, ...cells]);
  }
  if (faults.length > 0) throw new UserError(faults.slice(0, MOST_FAULTS));
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
  if (!isFigure) return text;
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
  ({ name: file, format: { sheet, header_row } }: WorkbookFile) =>
  (row: number): Where => ({ file, sheet, line: header_row + row });

function sheetOf(file: WorkbookFile): Sheet {
  const { sheet } = file.format;
  const bytes = readFileSync(file.path);
  const damaged = {
    must: "a whole .xlsx workbook",
    found: "a file that is cut short, damaged or of another format",
    fix: "fetch the file again, or mend type under format in dataset.yaml",
  };
  const refusal = otherForm(bytes) ?? workbookRefusal(file.path, sheet);
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
    return sheetCells(xml, workbook);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError({ where: { file: file.name }, ...damaged });
  }
}

/** What a file is that is no .xlsx workbook, where its first bytes tell. */
function otherForm(bytes: Uint8Array): Words | null {
  const must = "a workbook of the kind .xlsx";
  const fix = "save it again as .xlsx";
  const begin = Buffer.from(bytes.subarray(0, 4096));
  if (begin.subarray(0, 4).toString("hex") === "d0cf11e0") return { must, found: "one of the old kind .xls", fix };
  const text = begin.toString("latin1");
  if (text.startsWith("PK") && text.includes("application/vnd.oasis.opendocument"))
    return { must, found: "an OpenDocument spreadsheet (.ods)", fix };
  if (/^\s*(\u00ef\u00bb\u00bf)?<\?xml/.test(text) && text.includes("urn:schemas-microsoft-com:office:spreadsheet"))
    return { must, found: "a workbook in XML of the year 2003", fix };
  return null;
}
