import { posix } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { Parser } from "saxen";
import { builtInFormat } from "./number-format.ts";

/** What a sheet's cells refer to, and how its XML is found. */
export interface Workbook {
  sheets: { name: string; path: string }[];
  strings: string[];
  /** Number formats by the number of a cell's style. */
  formats: string[];
  /** Whether days are counted from 1904 on. */
  isFrom1904: boolean;
}

/** What is told of XML as it is read; names are without their prefix. */
export interface Heard {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Reads XML through. Throws where it is not well formed. */
export function readXml(xml: string, { open, close, text }: Heard): void {
  const local = (name: string): string => name.slice(name.indexOf(":") + 1);
  const parser = new Parser();
  parser.on("openTag", (name, attributesOf, decoded) => {
    if (open === undefined) return;
    const attributes: Record<string, string> = Object.create(null);
    for (const [key, value] of Object.entries(attributesOf())) attributes[local(key)] = decoded(value);
    open(local(name), attributes);
  });
  parser.on("closeTag", (name) => close?.(local(name)));
  parser.on("text", (value, decoded) => text?.(decoded(value)));
  parser.on("cdata", (value) => text?.(value));
  parser.on("error", (error) => {
    throw error;
  });
  parser.parse(xml);
}

/** The parts of a zipped file that are asked for, as text. */
export function partsOf(bytes: Uint8Array, wanted: (path: string) => boolean): Map<string, string> {
  const files = unzipSync(bytes, { filter: ({ name }) => wanted(name) });
  return new Map(Object.entries(files).map(([path, content]) => [path, strFromU8(content).replace(/^\ufeff/, "")]));
}

/** Everything of a workbook but its sheets. Throws where it is none. */
export function openWorkbook(bytes: Uint8Array): Workbook {
  const parts = partsOf(bytes, (path) => !/(^|\/)(worksheets|media|drawings|theme|embeddings)\//.test(path));
  const part = (path: string): string => {
    const found = parts.get(path);
    if (found === undefined) throw new Error(`no ${path}`);
    return found;
  };
  const [main] = relationsOf(part("_rels/.rels"), "").filter(({ type }) => type === "officeDocument");
  const path = main?.target ?? "xl/workbook.xml";
  const folder = posix.dirname(path);
  const relations = relationsOf(part(`${folder}/_rels/${posix.basename(path)}.rels`), folder);
  const sheets: Workbook["sheets"] = [];
  let isFrom1904 = false;
  readXml(part(path), {
    open(name, { name: title, id, date1904 }) {
      if (name === "workbookPr") isFrom1904 = date1904 === "1" || date1904 === "true";
      const relation = name === "sheet" ? relations.find((one) => one.id === id) : undefined;
      if (relation && title !== undefined) sheets.push({ name: title, path: relation.target });
    },
  });
  const of = (type: string): string | undefined => {
    const target = relations.find((one) => one.type === type)?.target;
    return target === undefined ? undefined : parts.get(target);
  };
  return { sheets, strings: stringsOf(of("sharedStrings")), formats: formatsOf(of("styles")), isFrom1904 };
}

function relationsOf(xml: string, folder: string): { id: string; type: string; target: string }[] {
  const relations: { id: string; type: string; target: string }[] = [];
  readXml(xml, {
    open(name, { Id: id, Type: type, Target: target }) {
      if (name !== "Relationship" || id === undefined || target === undefined) return;
      const path = target.startsWith("/") ? target.slice(1) : posix.join(folder, target);
      relations.push({ id, type: type?.split("/").at(-1) ?? "", target: path });
    },
  });
  return relations;
}

/** Texts that cells name by number; a text may come in runs of several styles, and with signs of how it is read aloud. */
function stringsOf(xml: string | undefined): string[] {
  const strings: string[] = [];
  if (xml === undefined) return strings;
  let text: string | null = null;
  let isText = false;
  let isPhonetic = false;
  readXml(xml, {
    open(name) {
      if (name === "si") text = "";
      if (name === "rPh") isPhonetic = true;
      if (name === "t") isText = true;
    },
    close(name) {
      if (name === "t") isText = false;
      if (name === "rPh") isPhonetic = false;
      if (name !== "si") return;
      strings.push(unescaped(text ?? ""));
      text = null;
    },
    text(value) {
      if (isText && !isPhonetic && text !== null) text += value;
    },
  });
  return strings;
}

/** Signs that XML cannot hold, as workbooks write them. */
export const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** The number format of each style of cells. */
function formatsOf(xml: string | undefined): string[] {
  const own = new Map<number, string>();
  const base: number[] = [];
  const cells: { id: number | undefined; style: number }[] = [];
  let within = "";
  readXml(xml ?? "<styleSheet/>", {
    open(name, { numFmtId, formatCode, xfId }) {
      if (name === "cellStyleXfs" || name === "cellXfs") within = name;
      if (name === "numFmt" && within === "") own.set(Number(numFmtId), formatCode ?? "General");
      if (name === "xf" && within === "cellStyleXfs") base.push(Number(numFmtId ?? 0));
      if (name === "xf" && within === "cellXfs")
        cells.push({ id: numFmtId === undefined ? undefined : Number(numFmtId), style: Number(xfId ?? 0) });
    },
    close(name) {
      if (name === within) within = "";
    },
  });
  return cells.map(({ id, style }) => {
    const format = id ?? base[style] ?? 0;
    return own.get(format) ?? builtInFormat(format);
  });
}

const characters = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };

/** A text as it stands in XML, with the signs that its names stand for. */
export const plainXml = (text: string): string =>
  text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: keyof typeof characters) => characters[name]);
