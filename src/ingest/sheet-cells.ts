import { shownBy } from "./number-format.ts";
import { readXml, unescaped, type Workbook } from "./workbook-parts.ts";

/** A cell that holds something. */
export interface SheetCell {
  /** As the raw table holds it: full precision, days as YYYY-MM-DD. */
  text: string;
  /** Set for a number: how it is stored and shown. */
  number: { value: number; format: string } | null;
  /** Whether it holds a formula and no value of it: then the text is empty. */
  isUnsaved: boolean;
}

/** Cells by row and column, both from 1; those that hold nothing are left out. */
export type Sheet = Map<number, Map<number, SheetCell>>;

/**
 * The cells of a sheet. A row or a cell that does not say where it stands follows the one before it. Throws where the sheet
 * is damaged.
 */
export function sheetCells(xml: string, workbook: Workbook): { sheet: Sheet; merged: Merged[] } {
  const sheet: Sheet = new Map();
  const merged: string[] = [];
  let row = 0;
  let column = 0;
  let cell: { type: string; style: number; value: string | null; inline: string; formula: boolean } | null = null;
  let within: "v" | "t" | null = null;
  let isPhonetic = false;
  readXml(xml, {
    open(name, { r, t, s, ref }) {
      if (name === "mergeCell" && ref !== undefined) merged.push(ref);
      if (name === "row") {
        row = r === undefined ? row + 1 : Number(r);
        column = 0;
      } else if (name === "c") {
        const at = r === undefined ? null : /^([A-Z]+)(\d+)$/.exec(r);
        if (r !== undefined && at === null) throw new Error(`a cell at ${r}`);
        column = at === null ? column + 1 : columnOf(at[1]!);
        if (at !== null) row = Number(at[2]);
        cell = { type: t ?? "n", style: Number(s ?? 0), value: null, inline: "", formula: false };
      } else if (cell !== null && name === "f") cell.formula = true;
      else if (cell !== null && name === "v") {
        cell.value = "";
        within = "v";
      } else if (name === "rPh") isPhonetic = true;
      else if (cell !== null && name === "t") within = "t";
    },
    close(name) {
      if (name === "v" || name === "t") within = null;
      if (name === "rPh") isPhonetic = false;
      if (name !== "c" || cell === null) return;
      const read = cellOf(cell, workbook);
      cell = null;
      if (read === null) return;
      if (!(row >= 1)) throw new Error("a cell in no row");
      const cells = sheet.get(row) ?? new Map<number, SheetCell>();
      sheet.set(row, cells.set(column, read));
    },
    text(value) {
      if (cell === null || within === null) return;
      if (within === "v") cell.value += value;
      else if (!isPhonetic) cell.inline += value;
    },
  });
  return { sheet, merged: merged.flatMap(spanOf) };
}

/** Columns of the widest sheet. */
const MOST_COLUMNS = 16_384;

/** A block of cells that are merged into one, rows and columns from 1. */
export interface Merged {
  rows: [first: number, last: number];
  columns: [first: number, last: number];
}

function spanOf(ref: string): Merged[] {
  const [, from, top, to, bottom] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(ref) ?? [];
  if (from === undefined || to === undefined) return [];
  return [{ rows: [Number(top), Number(bottom)], columns: [columnOf(from), columnOf(to)] }];
}

/** Gives the cells of some rows that are merged with the one to their top left what it holds. */
export function fillMerged(sheet: Sheet, merged: readonly Merged[], [first, last]: readonly [number, number]): Sheet {
  for (const { rows, columns } of merged) {
    const held = sheet.get(rows[0])?.get(columns[0]);
    if (held === undefined || rows[0] > last || rows[1] < first) continue;
    for (let row = Math.max(rows[0], first); row <= Math.min(rows[1], last); row++) {
      const cells = sheet.get(row) ?? new Map<number, SheetCell>();
      for (let column = columns[0]; column <= Math.min(columns[1], MOST_COLUMNS); column++)
        if (!cells.has(column)) cells.set(column, held);
      sheet.set(row, cells);
    }
  }
  return sheet;
}

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

function cellOf(
  {
    type,
    style,
    value,
    inline,
    formula,
  }: { type: string; style: number; value: string | null; inline: string; formula: boolean },
  { strings, formats, isFrom1904 }: Workbook,
): SheetCell | null {
  const plain = (text: string): SheetCell | null =>
    text.trim() === "" ? null : { text: text.trim(), number: null, isUnsaved: false };
  // A formula whose value is an empty text has one.
  if (formula && (value === null || (value === "" && type !== "str")))
    return { text: "", number: null, isUnsaved: true };
  switch (type) {
    case "inlineStr":
      return plain(unescaped(inline));
    case "str":
      return plain(unescaped(value ?? ""));
    case "s": {
      if (value === null || value === "") return null;
      const text = strings[Number(value)];
      if (text === undefined) throw new Error(`no text ${value}`);
      return plain(text);
    }
    case "b":
      return value === null || value === "" ? null : plain(value === "1" ? "true" : "false");
    case "d":
      return plain((value ?? "").slice(0, 10));
    case "e":
      return plain(value ?? "");
    case "n": {
      if (value === null || value.trim() === "") return null;
      const number = Number(value);
      const format = formats[style] ?? (style === 0 ? "General" : undefined);
      if (Number.isNaN(number) || format === undefined) throw new Error(`a number ${value} of style ${style}`);
      const isDay = shownBy(format, number).as === "day";
      return {
        text: isDay ? dayOf(number, isFrom1904) : String(number),
        number: { value: number, format },
        isUnsaved: false,
      };
    }
    default:
      throw new Error(`a cell of type ${type}`);
  }
}

const DAY = 86_400_000;

/** The day of a serial number. Day 60 of those from 1900 on, 29 February 1900, never was. */
function dayOf(serial: number, isFrom1904: boolean): string {
  const days = Math.floor(serial);
  // A time of day, of no day.
  if (serial > 0 && days === 0) return new Date(Math.round(serial * 1440) * 60_000).toISOString().slice(11, 16);
  const first = isFrom1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  const day = new Date(first + days * DAY);
  return Number.isNaN(day.valueOf()) ? String(serial) : day.toISOString().slice(0, 10);
}
