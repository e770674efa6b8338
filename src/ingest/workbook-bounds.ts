import { readFileSync } from "node:fs";
import { Unzip, UnzipInflate, UnzipPassThrough } from "fflate";
import type { Fault } from "../error.ts";
import { plainXml } from "./workbook-parts.ts";

/** Most megabytes that the parts of a workbook which are read may hold, unpacked: twelve times what 5 MB usually hold. */
export const MOST_MEGABYTES = 64;
/** Most cells of a sheet, most that its rows and columns span, filled or not, and most elements of another part. */
export const MOST_CELLS = 2_000_000;
const MOST_SPANNED = 5_000_000;
const MOST_ELEMENTS = 2_000_000;
/** Deepest that XML stands in the parts of workbooks. */
const MOST_DEEP = 100;

type Refusal = Omit<Fault, "where">;

/** What a sheet spans, as far as it was read. */
interface Span {
  cells: number;
  rows: number;
  columns: number;
  /** Its farthest cell. */
  far: string;
}

class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.must);
    this.refusal = refusal;
  }
}

/**
 * Unpacks a workbook part by part, keeping none of it, and gives what of its bounds it breaks: readers hold whole parts
 * in memory, and a row for every row up to the last. Null where it keeps to them, and where it is no archive at all.
 * What other sheets than the one that is read hold counts for their bytes alone.
 */
export const workbookRefusal = (path: string, sheet: string): Refusal | null => workbookRefusals(path)(sheet);

/** The same of each sheet, from unpacking once. */
export function workbookRefusals(path: string): (sheet: string) => Refusal | null {
  let bytes = 0;
  const spans = new Map<string, Refusal>();
  const lists = { sheets: "", parts: "" };
  const archive = new Unzip((part) => {
    if (!/\.(xml|rels)$/i.test(part.name)) return;
    const counted = counter(part.name, (refusal) => spans.set(part.name, refusal));
    const list = /(^|\/)workbook\.xml$/i.test(part.name)
      ? "sheets"
      : /workbook\.xml\.rels$/i.test(part.name)
        ? "parts"
        : null;
    part.ondata = (error, chunk) => {
      if (error !== null) throw error;
      bytes += chunk.length;
      if (bytes > MOST_MEGABYTES * 1024 * 1024) throw new Refused(tooLarge);
      const bytesOf = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
      if (list !== null) lists[list] += bytesOf.toString("utf8");
      counted(bytesOf.toString("latin1"));
    };
    part.start();
  });
  archive.register(UnzipInflate);
  archive.register(UnzipPassThrough);
  try {
    const packed = readFileSync(path);
    for (let at = 0; at < packed.length; at += STEP)
      archive.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
  } catch (error) {
    // What is damaged is told by the reader.
    const refusal = error instanceof Refused ? error.refusal : null;
    return () => refusal;
  }
  return (sheet) => {
    if (spans.size === 0) return null;
    const part = partOf(sheet, lists);
    return part === null ? [...spans.values()][0]! : ([...spans].find(([name]) => name.endsWith(part))?.[1] ?? null);
  };
}

/** Little enough that what one step unpacks to stays small. */
const STEP = 4096;

/** The part that holds a sheet, from the lists of a workbook; null where they do not say. */
function partOf(sheet: string, { sheets, parts }: { sheets: string; parts: string }): string | null {
  const tag = [...sheets.matchAll(/<(?:\w+:)?sheet\s[^<>]*>/g)].find(
    ([one]) => plainXml(attribute(one, "name")) === sheet,
  )?.[0];
  const id = tag === undefined ? "" : attribute(tag, "\\w+:id");
  const relation = [...parts.matchAll(/<(?:\w+:)?Relationship\s[^<>]*>/g)].find(
    ([one]) => attribute(one, "Id") === id,
  )?.[0];
  const target = relation === undefined ? "" : attribute(relation, "Target");
  return target === "" ? null : target.replace(/^\/|^.*\.\.\//, "");
}

const attribute = (tag: string, name: string): string =>
  new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)?.slice(1).find(Boolean) ?? "";

/** Counts through a part as it is unpacked. */
function counter(name: string, refuse: (refusal: Refusal) => void): (text: string) => void {
  const isTable = /(^|\/)worksheets\/[^/]*$/i.test(name);
  let isSheet = isTable;
  let elements = 0;
  const span: Span = { cells: 0, rows: 0, columns: 0, far: "" };
  let depth = 0;
  let rest = "";
  return (text) => {
    const whole = rest + text;
    const end = whole.lastIndexOf("<");
    // Readers hold each attribute of a tag against every other.
    if (end >= 0 && end < whole.length - LONGEST_TAG && !whole.includes(">", end)) throw new Refused(tooDeep);
    rest = whole.slice(Math.max(end, whole.length - LONGEST_TAG));
    const done = whole.slice(0, whole.length - rest.length);
    for (const [tag, closes] of done.matchAll(TAG)) {
      if (closes === "/") depth--;
      else if (!tag.endsWith("/>") && tag[1] !== "?" && tag[1] !== "!") depth++;
      if (depth > MOST_DEEP || tag.length > LONGEST_TAG) throw new Refused(tooDeep);
      if (!isTable && ++elements > MOST_ELEMENTS) throw new Refused(tooLarge);
      if (!isSheet || closes !== "") continue;
      widen(span, tag);
      if (Math.max(span.cells, span.rows) <= MOST_CELLS && span.rows * span.columns <= MOST_SPANNED) continue;
      refuse(tooMany(span));
      isSheet = false;
    }
  };
}

const LONGEST_TAG = 16_384;
const TAG = /<(\/?)[^<>]*>?/g;

function widen(span: Span, tag: string): void {
  const [, what] = /^<(?:\w+:)?(c|row)[\s/>]/.exec(tag) ?? [];
  if (what === undefined) return;
  const [, letters = "", digits] = /\sr\s*=\s*["']([A-Za-z]*)(\d*)["']/.exec(tag) ?? [];
  const row = Number(digits || 0);
  const { rows, columns } = span;
  if (what === "row") span.rows = Math.max(rows + 1, row);
  else {
    span.cells++;
    span.rows = Math.max(rows, row);
    span.columns = Math.max(columns, columnOf(letters));
  }
  if (row > rows + 1 || span.columns > columns) span.far = what === "row" ? `row ${row}` : `${letters}${digits ?? ""}`;
}

/** Number of a column from its letters, from 1. */
const columnOf = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0);

const tooLarge: Refusal = {
  must: `sheets, texts and styles that unpack to at most ${MOST_MEGABYTES} MB, with at most ${MOST_ELEMENTS} texts and styles`,
  found: "more than that",
  fix: "save the table alone as CSV or Parquet, and mend format in dataset.yaml",
};

const tooDeep: Refusal = {
  must: `XML at most ${MOST_DEEP} deep, with tags of at most ${LONGEST_TAG} characters`,
  found: "deeper XML or longer tags, which no spreadsheet program writes",
  fix: "save the table again from a spreadsheet program",
};

const tooMany = ({ cells, rows, columns, far }: Span): Refusal => ({
  must: `a sheet of at most ${MOST_CELLS} cells, and ${MOST_SPANNED} with the empty ones before and between them`,
  found:
    cells > MOST_CELLS || far === ""
      ? `more than ${Math.max(cells, rows) - 1}`
      : `${rows} rows by ${columns} columns, because something stands in ${far}`,
  fix: "take out what stands apart from the table, or save the table alone as CSV or Parquet and mend format in dataset.yaml",
});
