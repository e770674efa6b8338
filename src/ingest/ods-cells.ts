import type { Merged, Sheet, SheetCell } from "./sheet-cells.ts";
import { MOST_CELLS } from "./workbook-bounds.ts";
import { readXml } from "./workbook-parts.ts";

/** A spreadsheet that goes beyond the bounds of workbooks. */
export class TooMuch extends Error {
  readonly must: string;
  readonly found: string;
  constructor(must: string, found: string) {
    super(must);
    this.must = must;
    this.found = found;
  }
}

/** A cell as its tag says, and the text that it shows. */
interface Held {
  attributes: Readonly<Record<string, string>>;
  shown: string | null;
}

const countOf = (text: string | undefined): number => Math.max(1, Number(text ?? 1) || 1);

/**
 * The cells of an OpenDocument table, rows and columns from 1. Rows and cells that stand for several are laid out, unless
 * they are empty; covered cells hold what nobody sees, and are left empty; comments and footnotes are no part of a text.
 */
export function odsCells(xml: string): { cells: Sheet; merged: Merged[] } {
  const sheet: Sheet = new Map();
  const merged: Merged[] = [];
  let filled = 0;
  let row = 1;
  let column = 1;
  let times = 1;
  let cells: { at: number; count: number; cell: SheetCell }[] = [];
  let held: Held | null = null;
  let aside = 0;
  let paragraphs = 0;
  let depth = 0;
  const endCell = (): void => {
    const { attributes } = held!;
    const count = countOf(attributes["number-columns-repeated"]);
    const cell = cellOf(held!);
    if (cell !== null) cells.push({ at: column, count, cell });
    const [rows, columns] = [countOf(attributes["number-rows-spanned"]), countOf(attributes["number-columns-spanned"])];
    if (rows > 1 || columns > 1) merged.push({ rows: [row, row + rows - 1], columns: [column, column + columns - 1] });
    column += count;
    held = null;
  };
  const endRow = (): void => {
    const each = cells.reduce((sum, { count }) => sum + count, 0);
    filled += each * times;
    if (filled > MOST_CELLS)
      throw new TooMuch(
        `a sheet of at most ${MOST_CELLS} cells that hold something`,
        `more than that up to row ${row}`,
      );
    for (let i = 0; i < (each === 0 ? 0 : times); i++) {
      const laid = new Map<number, SheetCell>();
      for (const { at, count, cell } of cells) for (let j = 0; j < count; j++) laid.set(at + j, cell);
      sheet.set(row + i, laid);
    }
    row += times;
  };
  readXml(xml, {
    open(name, attributes) {
      if (++depth > 100) throw new TooMuch("XML at most 100 deep", "deeper XML");
      if (aside > 0 || name === "annotation" || name === "note") {
        aside++;
        return;
      }
      switch (name) {
        case "table-row":
          times = countOf(attributes["number-rows-repeated"]);
          column = 1;
          cells = [];
          break;
        case "table-cell":
          held = { attributes, shown: null };
          paragraphs = 0;
          break;
        case "covered-table-cell":
          column += countOf(attributes["number-columns-repeated"]);
          break;
        case "p":
        case "h":
          if (held) held.shown = `${held.shown ?? ""}${paragraphs++ > 0 ? "\n" : ""}`;
          break;
        case "s":
          if (held) held.shown = `${held.shown ?? ""}${" ".repeat(Math.min(countOf(attributes["c"]), 1000))}`;
          break;
        case "tab":
          if (held) held.shown = `${held.shown ?? ""}\t`;
          break;
        case "line-break":
          if (held) held.shown = `${held.shown ?? ""}\n`;
          break;
      }
    },
    close(name) {
      depth--;
      if (aside > 0) {
        aside--;
        return;
      }
      if (name === "table-cell" && held) endCell();
      else if (name === "table-row") endRow();
    },
    text(value) {
      if (held?.shown != null && aside === 0) held.shown += value;
    },
  });
  return { cells: sheet, merged };
}

function cellOf({ attributes, shown }: Held): SheetCell | null {
  const type = attributes["value-type"];
  const text = (shown ?? "").trim();
  const plain = (given: string): SheetCell | null =>
    given.trim() === "" ? null : { text: given.trim(), number: null, isUnsaved: false };
  switch (type) {
    case undefined:
      if (attributes["formula"] !== undefined && text === "") return { text: "", number: null, isUnsaved: true };
      return plain(text);
    case "float":
    case "currency":
    case "percentage": {
      const value = Number(attributes["value"]);
      if (attributes["value"] === undefined || Number.isNaN(value)) return plain(text);
      const format =
        type === "percentage"
          ? "0%"
          : /^0\d+$/.test(text) && Number(text) === value
            ? "0".repeat(text.length)
            : isShownBy(text, value)
              ? "General"
              : `"${text.replaceAll('"', "'")}"`;
      return { text: String(value), number: { value, format }, isUnsaved: false };
    }
    case "date":
      return plain((attributes["date-value"] ?? text).slice(0, 10));
    case "boolean":
      return plain(attributes["boolean-value"] ?? text);
    default:
      return plain(shown === null ? (attributes["string-value"] ?? "") : text);
  }
}

/** Whether a text shows a number: rounded, with marks, signs and currencies, a nought as a dash, or not at all. */
function isShownBy(text: string, value: number): boolean {
  if (text === "") return true;
  const digits = /\d[\d.,'\u2019\s\u00a0\u202f\u2009]*(?:[eE][+-]?\d+)?/.exec(text)?.[0]?.trim();
  if (digits === undefined) return value === 0 && /^[-\u2010-\u2015\u2212.]+$/.test(text);
  const [mantissa = "", power = "0"] = digits.split(/[eE]/);
  // Either sign may be the decimal one: which it is depends on the language of the sheet.
  return [".", ","].some((point) => {
    const other = point === "." ? /[,'\u2019\s\u00a0\u202f\u2009]/g : /[.'\u2019\s\u00a0\u202f\u2009]/g;
    const plain = mantissa.replace(other, "").replace(point, ".");
    const shown = Number(`${plain}e${power}`);
    const decimals = plain.split(".")[1]?.length ?? 0;
    const step = Number(`1e${Number(power) - decimals}`);
    return (
      Number.isFinite(shown) && Math.abs(shown - Math.abs(value)) <= 0.5 * step * (1 + 1e-6) + 1e-12 * Math.abs(value)
    );
  });
}
