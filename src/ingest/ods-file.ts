import { readFileSync } from "node:fs";
import { Unzip, UnzipInflate, UnzipPassThrough } from "fflate";
import type { FormatOf } from "../define/dataset.ts";
import { type Fault, UserError } from "../error.ts";
import { odsCells, TooMuch } from "./ods-cells.ts";
import { otherForm } from "./other-form.ts";
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
    throw refused({
      must: "a whole OpenDocument spreadsheet (.ods)",
      ...(otherForm(bytes, "ods") ?? {
        found: "a file that is cut short, damaged or of another format",
        fix: "fetch the file again, or mend type under format in dataset.yaml",
      }),
    });
  }
}

/** Sheets that are linked to other workbooks hold copies of what lay there, under names that begin with an address. */
export const isLinked = (name: string): boolean => name.startsWith("'file:");

function listedFew(names: readonly string[]): string {
  const own = names.filter((name) => !isLinked(name));
  const shown = own.slice(0, MOST_NAMES);
  return `${shown.join(", ")}${own.length > shown.length ? ` and ${own.length - shown.length} more` : ""}`;
}
const MOST_NAMES = 40;

const OPENING = /<(?:[\w-]+:)?table\s[^<>]*>/;
const CLOSING = /<\/(?:[\w-]+:)?table\s*>/;
const LONGEST_TAG = 16_384;

/** The XML of one table, and the names of the tables up to it. Throws where there is no content. */
function tableXml(bytes: Uint8Array, sheet: string): { xml: string | null; names: string[] } {
  let xml: string | null = null;
  const names = cutTables(bytes, {
    isWanted: (name) => name === sheet,
    take(_, found) {
      xml = found;
      return "enough";
    },
  });
  return { xml, names };
}

/** Which tables are cut out of a content, and what becomes of the XML of each. */
interface Cutting {
  isWanted(name: string): boolean;
  take(name: string, xml: string): "more" | "enough";
}

/** Cuts tables out of the content as it is unpacked. Gives the names of the tables up to the last one that was taken. */
export function cutTables(bytes: Uint8Array, { isWanted, take }: Cutting): string[] {
  const names: string[] = [];
  let within: { name: string; parts: string[] } | null = null;
  let isEnough = false;
  let carried = "";
  let unpacked = 0;
  let isThere = false;
  /** What is left of a text once no more of its tables can be told. */
  const cut = (text: string, isLast: boolean): string => {
    let rest = text;
    while (!isEnough) {
      if (within === null) {
        const opening = OPENING.exec(rest);
        if (opening === null) return rest.slice(-LONGEST_TAG);
        const name = plainXml(/\s(?:[\w-]+:)?name\s*=\s*"([^"]*)"/.exec(opening[0])?.[1] ?? "");
        names.push(name);
        const isCut = isWanted(name) && !opening[0].endsWith("/>");
        if (isCut) within = { name, parts: [] };
        rest = rest.slice(opening.index + (isCut ? 0 : opening[0].length));
      } else {
        const closing = CLOSING.exec(rest);
        if (closing === null) {
          // A closing tag may be parted between two pieces.
          const at = isLast ? rest.length : Math.max(0, rest.lastIndexOf("<"));
          within.parts.push(rest.slice(0, at));
          if (rest.length - at > LONGEST_TAG)
            throw new TooMuch(`tags and texts of at most ${LONGEST_TAG} characters`, "a longer one");
          return rest.slice(at);
        }
        const end = closing.index + closing[0].length;
        const { name, parts } = within;
        within = null;
        isEnough = take(name, parts.join("") + rest.slice(0, end)) === "enough";
        rest = rest.slice(end);
      }
    }
    return "";
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
      if (!isEnough) carried = cut(carried + decoder.decode(chunk, { stream: !final }), final);
    };
    part.start();
  });
  archive.register(UnzipInflate);
  archive.register(UnzipPassThrough);
  for (let at = 0; at < bytes.length; at += STEP)
    archive.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
  if (!isThere) throw new Error("no content");
  if (within !== null) throw new Error("a table that does not end");
  return names;
}

const STEP = 1 << 16;
