import { isUtf8 } from "node:buffer";
import { readFileSync, statSync } from "node:fs";
import iconv from "iconv-lite";
import { csvRecords } from "../csv/records.ts";
import { type Fault, UserError } from "../error.ts";
import type { DescribedFormat } from "../results/description.ts";
import { propertiesIn, propertyText } from "./geojson.ts";
import type { Grid } from "./grid.ts";
import { shownBy } from "./number-format.ts";
import { odsCells, TooMuch } from "./ods-cells.ts";
import { cutTables, isLinked } from "./ods-file.ts";
import { type Merged, type Sheet, sheetCells } from "./sheet-cells.ts";
import { gridOfArrow, gridOfParquet } from "./stored-grids.ts";
import { workbookRefusals } from "./workbook-bounds.ts";
import { openWorkbook, partsOf } from "./workbook-parts.ts";

/** How a file that nobody has declared is written, and every grid in it. */
export interface Grids {
  format: DescribedFormat;
  grids: Grid[];
  /** Sheets that are copies of other workbooks, which nobody looks at. */
  links: number;
}

type Encoding = Extract<DescribedFormat, { type: "csv" }>["encoding"];

const KINDS = "CSV, .xlsx, .ods, Parquet, Arrow or GeoJSON";
const MOST_BYTES = 256 * 1024 * 1024;
const MOST_COLUMNS = 10_000;
const MOST_CELLS = 40_000_000;
/** Lines by which a delimiter is known. */
const LINES_TRIED = 60;

/** Files of other kinds, by how they begin, and what to do with them. */
const others: readonly { begins: RegExp; found: string; fix: string }[] = [
  {
    begins: /^ÐÏ.à/s,
    found: "a workbook of the old kind (.xls), or one with a password",
    fix: "open it and save it as .xlsx without a password",
  },
  {
    begins: /^\s*(\xef\xbb\xbf)?<(\?xml|!doctype|html|table)/i,
    found: "XML or a web page, whatever its name says",
    fix: "open it as a spreadsheet and save it as .xlsx or CSV",
  },
  { begins: /^%PDF/, found: "a PDF", fix: "ask the publisher for the figures as a table" },
];

/** Reads a file of figures without a declaration. */
export async function gridsOf(path: string): Promise<Grids> {
  const refuse = (refusal: Omit<Fault, "where">): never => {
    throw new UserError({ where: { file: path }, ...refusal });
  };
  const { size } = statSync(path);
  if (size > MOST_BYTES)
    refuse({
      must: "a file of at most 256 MB, because it is looked at as a whole",
      found: `${Math.ceil(size / 1024 / 1024)} MB`,
      fix: "cut a piece out of it to look at, and declare the whole",
    });
  const bytes = readFileSync(path);
  const head = bytes.subarray(0, 2000).toString("latin1");
  const other = others.find(({ begins }) => begins.test(head));
  if (other) refuse({ must: KINDS, found: other.found, fix: other.fix });
  // The names of an archive's parts stand in it unpacked.
  if (head.startsWith("PK") && bytes.includes("content.xml") && !bytes.includes("[Content_Types].xml"))
    return openDocumentGrids(path, bytes);
  if (head.startsWith("PK")) return workbookGrids(path, bytes);
  if (head.startsWith("PAR1")) return { format: { type: "parquet" }, grids: [await gridOfParquet(path)], links: 0 };
  if (head.startsWith("ARROW1") || head.startsWith("\xff\xff\xff\xff"))
    return { format: { type: "arrow" }, grids: [await gridOfArrow(path)], links: 0 };
  if (head.includes("\0") && !head.startsWith("\xff\xfe"))
    refuse({
      must: KINDS,
      found: "bytes that are no text, of no kind that is known here",
      fix: "save the table as CSV or .xlsx",
    });
  if (/^\s*(\xef\xbb\xbf)?\{/.test(head)) return shapesGrid(path, bytes);
  return textGrid(path, bytes);
}

function textGrid(path: string, bytes: Buffer): Grids {
  const encoding: Encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : isUtf8(bytes) ? "utf-8" : "windows-1252";
  const text = iconv.decode(bytes, encoding);
  const delimiter = delimiterOf(text);
  const rows: Grid["rows"] = [];
  // The same texts come again and again: each is kept once, and not as a piece of the whole file.
  const texts = new Map<string, string>();
  const kept = (field: string): string => {
    const cell = field.trim();
    const known = texts.get(cell);
    if (known !== undefined) return known;
    const own = Buffer.from(cell).toString();
    texts.set(own, own);
    return own;
  };
  let left = MOST_CELLS;
  for (const { line, fields } of csvRecords(text, { delimiter, quote: '"', header_row: 1 })) {
    left -= fields.length;
    if (left < 0 || fields.length > MOST_COLUMNS)
      throw new UserError({
        where: { file: path, line },
        must: `at most ${MOST_COLUMNS} columns and ${MOST_CELLS} cells`,
        found: left < 0 ? "more cells" : `${fields.length} columns`,
        fix: "cut a piece out of it to look at, and declare the whole",
      });
    rows.push({ at: line, cells: fields.map(kept) });
  }
  return {
    format: { type: "csv", delimiter, quote: '"', encoding },
    grids: [{ sheet: null, rows, percent: new Set(), merged: [], unsaved: 0 }],
    links: 0,
  };
}

/** The delimiter by which most of the first lines have as many fields as one another, and several. */
function delimiterOf(text: string): string {
  const head = text
    .slice(0, 200_000)
    .split(/\r\n|\n|\r/, LINES_TRIED)
    .join("\n");
  const scored = [",", ";", "\t", "|"].map((delimiter) => {
    const counts = new Map<number, number>();
    for (const { fields } of csvRecords(head, { delimiter, quote: '"', header_row: 1 }))
      if (fields.length > 1) counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
    const [columns, lines] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0];
    return { delimiter, score: lines * 1000 + columns };
  });
  return scored.reduce((a, b) => (b.score > a.score ? b : a)).delimiter;
}

function workbookGrids(path: string, bytes: Buffer): Grids {
  const damaged = {
    where: { file: path },
    must: "a whole .xlsx workbook",
    found: "a file that is cut short, damaged or of another format",
    fix: "fetch it again, or save it as .xlsx",
  };
  try {
    const refusalOf = workbookRefusals(path);
    const workbook = openWorkbook(bytes);
    const grids = workbook.sheets.map(({ name, path: part }): Grid => {
      const refusal = refusalOf(name);
      if (refusal !== null) throw new UserError({ where: { file: path, sheet: name }, ...refusal });
      const xml = partsOf(bytes, (one) => one === part).get(part);
      if (xml === undefined) return gridOf(name, { cells: new Map(), merged: [] });
      const { sheet, merged } = sheetCells(xml, workbook);
      return gridOf(name, { cells: sheet, merged });
    });
    return { format: { type: "xlsx" }, grids, links: 0 };
  } catch (error) {
    throw error instanceof UserError ? error : new UserError(damaged);
  }
}

/** Sheets that hold copies of other workbooks are left out, and counted. */
function openDocumentGrids(path: string, bytes: Buffer): Grids {
  const grids: Grid[] = [];
  let links = 0;
  try {
    cutTables(bytes, {
      isWanted(name) {
        if (isLinked(name)) links++;
        return !isLinked(name);
      },
      take(name, xml) {
        grids.push(gridOf(name, odsCells(xml)));
        return "more";
      },
    });
  } catch (error) {
    throw new UserError({
      where: { file: path },
      ...(error instanceof TooMuch
        ? { must: error.must, found: error.found, fix: "save the table alone as CSV or Parquet" }
        : {
            must: "a whole OpenDocument spreadsheet (.ods)",
            found: "a file that is cut short, damaged, locked or of another format",
            fix: "fetch it again, or save it as .ods or .xlsx without a password",
          }),
    });
  }
  return { format: { type: "ods" }, grids, links };
}

/** What stands beside the shapes of a GeoJSON file. */
function shapesGrid(path: string, bytes: Buffer): Grids {
  const rows = propertiesIn(bytes.toString("utf8"), path);
  if (!Array.isArray(rows)) throw new UserError(rows);
  const header = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  if (header.length > MOST_COLUMNS)
    throw new UserError({
      where: { file: path, key: "properties" },
      must: `at most ${MOST_COLUMNS} names of properties`,
      found: String(header.length),
      fix: "take out what is no figure, and leave the codes of the areas",
    });
  const cells = rows.map((row, i) => ({
    at: i + 1,
    cells: header.map((name) => propertyText(row[name])?.trim() ?? ""),
  }));
  return {
    format: { type: "geojson" },
    grids: [{ sheet: null, rows: [{ at: 0, cells: header }, ...cells], percent: new Set(), merged: [], unsaved: 0 }],
    links: 0,
  };
}

function gridOf(name: string, { cells: sheet, merged }: { cells: Sheet; merged: Merged[] }): Grid {
  const shares = new Map<number, { percent: number; numbers: number }>();
  let unsaved = 0;
  const rows = [...sheet.keys()]
    .sort((a, b) => a - b)
    .map((at) => {
      const cells = sheet.get(at)!;
      const texts = Array.from({ length: Math.max(...cells.keys()) }, (_, i) => cells.get(i + 1)?.text ?? "");
      for (const [column, { number, isUnsaved }] of cells) {
        if (isUnsaved) unsaved++;
        if (number === null) continue;
        const seen = shares.get(column - 1) ?? { percent: 0, numbers: 0 };
        seen.numbers++;
        if (shownBy(number.format, number.value).as === "percent") seen.percent++;
        shares.set(column - 1, seen);
      }
      return { at, cells: texts };
    });
  const percent = [...shares].flatMap(([column, seen]) => (2 * seen.percent > seen.numbers ? [column] : []));
  return { sheet: name, rows, percent: new Set(percent), merged, unsaved };
}
