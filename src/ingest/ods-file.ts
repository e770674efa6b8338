import { readFileSync } from "node:fs";
import { Unzip, UnzipInflate, UnzipPassThrough } from "fflate";
import type { FormatOf } from "../define/dataset.ts";
import { type Fault, UserError } from "../error.ts";
import { odsCells, TooMuch } from "./ods-cells.ts";
import type { Database } from "./port.ts";
import type { RawFile } from "./raw-file.ts";
import { fillMerged, type Sheet } from "./sheet-cells.ts";
import { MOST_MEGABYTES } from "./workbook-bounds.ts";
import { readSheet } from "./workbook-file.ts";
import { plainXml } from "./workbook-parts.ts";

type OdsFile = RawFile<FormatOf<"ods">>;

/** Reads one sheet of an OpenDocument spreadsheet into the raw table. */
export const readOds = (file: OdsFile, table: string, database: Database): Promise<void> =>
  readSheet(file, sheetOf(file), table, database);

function sheetOf(file: OdsFile): Sheet {
  const refused = (fault: Omit<Fault, "where">): UserError => new UserError({ where: { file: file.name }, ...fault });
  const bytes = readFileSync(file.path);
  const { sheet, header_row, header_rows } = file.format;
  try {
    const { xml, names } = tableXml(bytes, sheet);
    if (xml === null)
      throw refused({
        must: `a sheet named ${sheet}`,
        found: `the sheets ${listedFew(names)}`,
        fix: "mend sheet under format in dataset.yaml",
      });
    const { cells, merged } = odsCells(xml);
    return header_rows === 1 ? cells : fillMerged(cells, merged, [header_row, header_row + header_rows - 1]);
  } catch (error) {
    if (error instanceof UserError) throw error;
    if (error instanceof TooMuch)
      throw refused({
        must: error.must,
        found: error.found,
        fix: "save the table alone as CSV or Parquet, and mend format in dataset.yaml",
      });
    const isWorkbook = bytes.subarray(0, 2).toString("latin1") === "PK" && bytes.includes("xl/workbook.xml");
    throw refused({
      must: "a whole OpenDocument spreadsheet (.ods)",
      found: isWorkbook
        ? "a workbook of the kind .xlsx"
        : "a file that is cut short, damaged, locked or of another format",
      fix: isWorkbook
        ? "write type: xlsx under format in dataset.yaml"
        : "fetch the file again, or mend type under format in dataset.yaml",
    });
  }
}

/** Sheets that are linked to other workbooks hold copies of what lay there, under names that begin with an address. */
function listedFew(names: readonly string[]): string {
  const own = names.filter((name) => !name.startsWith("'file:"));
  const shown = own.slice(0, MOST_NAMES);
  return `${shown.join(", ")}${own.length > shown.length ? ` and ${own.length - shown.length} more` : ""}`;
}
const MOST_NAMES = 40;

const OPENING = /<(?:[\w-]+:)?table\s[^<>]*>/g;
const CLOSING = /<\/(?:[\w-]+:)?table\s*>/;
const LONGEST_TAG = 16_384;

/** The XML of one table, cut out as the content is unpacked, and the names of the tables up to it. Throws where there is no content. */
function tableXml(bytes: Uint8Array, sheet: string): { xml: string | null; names: string[] } {
  const names: string[] = [];
  const parts: string[] = [];
  let state: "before" | "within" | "after" = "before";
  let carried = "";
  let unpacked = 0;
  let isThere = false;
  const take = (text: string, isLast: boolean): void => {
    let rest = carried + text;
    if (state === "before") {
      OPENING.lastIndex = 0;
      let done = 0;
      for (const match of rest.matchAll(OPENING)) {
        const name = plainXml(/\s(?:[\w-]+:)?name\s*=\s*"([^"]*)"/.exec(match[0])?.[1] ?? "");
        names.push(name);
        done = match.index + match[0].length;
        if (name !== sheet) continue;
        state = "within";
        rest = rest.slice(match.index);
        break;
      }
      if (state === "before") {
        carried = rest.slice(Math.max(done, rest.length - LONGEST_TAG));
        return;
      }
    }
    if (state !== "within") return;
    const end = CLOSING.exec(rest);
    if (end) {
      parts.push(rest.slice(0, end.index + end[0].length));
      state = "after";
      carried = "";
      return;
    }
    // A closing tag may be parted between two pieces.
    const at = isLast ? rest.length : Math.max(0, rest.lastIndexOf("<"));
    parts.push(rest.slice(0, at));
    carried = rest.slice(at);
    if (carried.length > LONGEST_TAG)
      throw new TooMuch(`tags and texts of at most ${LONGEST_TAG} characters`, "a longer one");
  };
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const archive = new Unzip((part) => {
    if (part.name !== "content.xml") return;
    isThere = true;
    part.ondata = (error, chunk, final) => {
      if (error !== null) throw error;
      unpacked += chunk.length;
      if (unpacked > MOST_MEGABYTES * 1024 * 1024)
        throw new TooMuch(`content that unpacks to at most ${MOST_MEGABYTES} MB`, "more than that");
      if (state !== "after") take(decoder.decode(chunk, { stream: !final }), final);
    };
    part.start();
  });
  archive.register(UnzipInflate);
  archive.register(UnzipPassThrough);
  for (let at = 0; at < bytes.length; at += STEP)
    archive.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
  if (!isThere) throw new Error("no content");
  if (parts.length > 0 && state !== ("after" as string)) throw new Error("a table that does not end");
  return { xml: parts.length === 0 ? null : parts.join(""), names };
}

const STEP = 1 << 16;
