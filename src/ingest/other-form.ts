import { isUtf8 } from "node:buffer";
import type { Format } from "../define/dataset.ts";
import type { Fault } from "../error.ts";

type Words = Pick<Fault, "found" | "fix">;

const inProgram =
  "save the sheet as .xlsx, .ods or CSV; mend files and format in dataset.yaml, and say so under changes";
const opened = `open it in a spreadsheet program and ${inProgram}`;
const inAnother =
  "copy its table into a spreadsheet, save that as .xlsx, .ods or CSV; mend files and format in dataset.yaml, and say so under changes";
const again = "fetch the file itself, from the page of the publisher";
const type = (name: Format["type"]): string => `write type: ${name} under format in dataset.yaml`;

/**
 * What a file is that could not be read in its declared format, where its first bytes tell, and what to do; null where they
 * do not. Nothing is read by it: the format is declared.
 */
export function otherForm(bytes: Uint8Array, declared: Format["type"]): Words | null {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = packed(all) ?? written(all);
  return found === null || found.type === declared ? null : found;
}

interface Found extends Words {
  /** The format of this program that it is, if any. */
  type?: Format["type"];
}

/** Files that are no text. */
function packed(all: Buffer): Found | null {
  const begins = (hex: string): boolean => all.subarray(0, hex.length / 2).toString("hex") === hex;
  const names = (text: string): boolean => all.includes(text, 0, "utf16le");
  if (begins("d0cf11e0"))
    return names("EncryptedPackage") || names("EncryptionInfo")
      ? {
          found: "a workbook that is locked with a password",
          fix: `open it in a spreadsheet program with its password and ${inProgram}`,
        }
      : { found: "one of the old kind .xls", fix: opened };
  if (begins("504b0304") || begins("504b0506")) {
    const mime = /application\/vnd\.oasis\.opendocument\.([a-z]+)/.exec(all.subarray(0, 4096).toString("latin1"));
    if (mime)
      return mime[1] === "spreadsheet"
        ? openDocument(all)
        : { found: "an OpenDocument file that is no spreadsheet", fix: inAnother };
    if (all.includes("mimetype") && all.includes("content.xml")) return openDocument(all);
    if (all.includes("xl/workbook.bin")) return { found: "a binary workbook (.xlsb)", fix: opened };
    if (all.includes("word/document.xml")) return { found: "a Word document", fix: inAnother };
    if (all.includes("[Content_Types].xml") || all.includes("xl/"))
      return { type: "xlsx", found: "a workbook of the kind .xlsx", fix: type("xlsx") };
    return {
      found: `an archive (.zip)${inside(all)}`,
      fix: "unpack it, and name the file inside it under files in dataset.yaml",
    };
  }
  if (begins("1f8b") || begins("377abcaf") || begins("52617221") || begins("425a68"))
    return { found: "a packed file", fix: "unpack it, and name the file inside it under files in dataset.yaml" };
  if (begins("25504446"))
    return { found: "a PDF", fix: "ask the publisher for the table as a spreadsheet or CSV: a PDF is not read" };
  if (begins("50415231")) return { type: "parquet", found: "a Parquet file", fix: type("parquet") };
  if (begins("4152524f5731")) return { type: "arrow", found: "an Arrow file", fix: type("arrow") };
  return null;
}

function openDocument(all: Buffer): Found {
  // What is locked cannot be packed any more, and is no XML.
  const at = all.indexOf("content.xml");
  const isStored = at >= 22 && all.readUInt16LE(at - 22) === 0;
  const begin = isStored ? at + "content.xml".length + all.readUInt16LE(at - 2) : 0;
  return all.includes("encrypted-package") ||
    (isStored && !/^(\ufeff)?\s*</.test(all.toString("utf8", begin, begin + 64)))
    ? {
        found: "an OpenDocument spreadsheet that is locked with a password",
        fix: `open it in a spreadsheet program with its password and ${inProgram}`,
      }
    : { type: "ods", found: "an OpenDocument spreadsheet (.ods)", fix: type("ods") };
}

/** The names of what an archive holds, as its headers have them. */
function inside(all: Buffer): string {
  const names: string[] = [];
  for (let at = all.indexOf("PK\x01\x02", 0, "latin1"); at >= 0 && at + 46 <= all.length && names.length < 5; ) {
    const length = all.readUInt16LE(at + 28);
    names.push(all.subarray(at + 46, at + 46 + length).toString("utf8"));
    at = all.indexOf("PK\x01\x02", at + 46 + length, "latin1");
  }
  return names.length === 0 ? "" : ` of ${names.map((name) => JSON.stringify(name)).join(", ")}`;
}

/** Files that are text. */
function written(all: Buffer): Found | null {
  if (all.includes(0)) return null;
  const text = all
    .subarray(0, 4096)
    .toString("utf8")
    .replace(/^\ufeff/, "");
  if (text.trim() === "") return { found: "nothing but blank lines", fix: again };
  if (text.startsWith("version https://git-lfs"))
    return { found: "a pointer to the file, which Git LFS keeps elsewhere", fix: "run git lfs pull" };
  if (/^\s*<\?xml/.test(text) && text.includes("urn:schemas-microsoft-com:office:spreadsheet"))
    return { found: "a workbook in XML of the year 2003", fix: opened };
  if (/^\s*<\?xml/.test(text) && text.includes("office:document"))
    return { found: "an OpenDocument spreadsheet in one XML file (.fods)", fix: opened };
  if (/^\s*(<!--|<!doctype html|<html|<head|<meta|<table|<style|<script|<body)/i.test(text))
    return all.includes("<table") || all.includes("<TABLE")
      ? { found: "a web page (HTML) with a table", fix: opened }
      : { found: "a web page (HTML)", fix: again };
  if (/^\s*\{/.test(text) && text.includes('"FeatureCollection"'))
    return { type: "geojson", found: "GeoJSON", fix: type("geojson") };
  if (/^\s*[{[]/.test(text) && isJson(all.toString("utf8")))
    return {
      found: "JSON",
      fix: "save the table as CSV, mend files and format in dataset.yaml, and say so under changes",
    };
  if (isUtf8(all))
    return {
      type: "csv",
      found: "plain text",
      fix: `if it is CSV, ${type("csv")}, with its delimiter, quote and encoding; if not, fetch the file again`,
    };
  return null;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text.replace(/^\ufeff/, ""));
    return true;
  } catch {
    return false;
  }
}
