import type {
  DescribedColumn,
  DescribedFormat,
  DescribedSum,
  DescribedTable,
  Description,
  Like,
} from "../../results/description.ts";
import { type Counted, list, plural } from "../english.ts";

const delimiters: Readonly<Record<string, string>> = { ",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars" };
const encodings = { "utf-8": "UTF-8", "utf-16le": "UTF-16", "windows-1252": "Windows-1252 (Latin 1)" } as const;
const written = (format: DescribedFormat): string => {
  switch (format.type) {
    case "csv":
      return `text with ${delimiters[format.delimiter] ?? format.delimiter} between columns, in ${encodings[format.encoding]}`;
    case "xlsx":
      return "workbook";
    case "ods":
      return "OpenDocument spreadsheet";
    case "geojson":
      return "GeoJSON, of which the properties of the shapes are a table";
    case "parquet":
      return "Parquet";
    case "arrow":
      return "Arrow";
  }
};

const types = { integer: "whole numbers", number: "numbers", text: "text", date: "days" } as const;
const kinds: Record<Like["what"], string> = { area: "codes of areas", period: "periods" };
const quotedText = (text: string): string => JSON.stringify(text);
const nameOf = (name: string, position: number): string => (name === "" ? `column ${position} (no name)` : name);

const between = { ",": "commas", ".": "points", " ": "spaces", "'": "apostrophes" } as const;

/** Names that a line has at most. */
const MOST_NAMES = 6;
const few = (names: readonly string[]): string =>
  names.length > MOST_NAMES ? `${names.slice(0, MOST_NAMES).join(", ")} and others` : list(names);

type Shown = (n: number) => Counted;

function columnLines(column: DescribedColumn, position: number, counted: Shown): string[] {
  const { name: own, type, filled, blank, distinct, examples, markers, least, most, outliers, like, totals } = column;
  const name = nameOf(own, position);
  if (filled === 0) return own === "" ? [] : [`  ${name}: empty`];
  const marks = [
    ...(column.thousands === null ? [] : [`${between[column.thousands]} between thousands (thousands)`]),
    ...(column.decimalComma ? ["a comma for decimals (decimal)"] : []),
    ...(column.flags.length === 0
      ? []
      : [
          `${list(column.flags.map(({ text, times }) => `${quotedText(text)} (${counted(times).text})`))} after figures (flags)`,
        ]),
    ...(column.percentSign ? ["percent signs (percent)"] : []),
    ...(column.percentFormat ? ["a percent format (percent: true reads 15% as 15)"] : []),
  ];
  const kind = like === null ? types[type] : `${types[type]}, ${kinds[like.what]} by their look: ${like.name}`;
  const about = [
    `${kind}; ${counted(distinct).text} different`,
    ...(least === null || most === null || like?.what === "period" ? [] : [`${least} to ${most}`]),
    ...(blank === 0 ? [] : [plural(counted(blank), "blank")]),
  ];
  return [
    `  ${name}: ${about.join("; ")}. ${examples.map(quotedText).join(", ")}${distinct > examples.length ? " .." : ""}`,
    ...(marks.length === 0 ? [] : [`      written with ${list(marks)}`]),
    ...(markers.length === 0
      ? []
      : [
          `      not figures: ${markers.map(({ text, times }) => `${quotedText(text)} (${counted(times).text})`).join(", ")}`,
        ]),
    ...(outliers.length === 0 ? [] : [`      far from the others: ${outliers.join(", ")}`]),
    ...(totals.length === 0 ? [] : [`      called a total: ${totals.map(quotedText).join(", ")}`]),
  ];
}

function sumLine({ kind, column, value, parts, of, matched, tried }: DescribedSum, counted: Shown): string {
  const times = `in ${counted(matched).text} of ${counted(tried).text}`;
  if (kind === "columns") return `  The column ${column} is the sum of ${few(parts ?? [])}, ${times} rows.`;
  const total = value === null ? "The largest row" : `Rows of ${column} ${quotedText(value)}`;
  const whole = parts === null ? "of all the others" : `of ${few(parts.map(quotedText))}`;
  return value === null
    ? `  By ${column}, the largest row is the sum ${whole}, by ${of}, ${times} cases.`
    : `  ${total} are the sum ${whole}, by ${of}, ${times} cases.`;
}

/** What `tempcheck describe` prints. */
export const describing = {
  file: ({ file, sha256, format }: Pick<Description, "file" | "sha256" | "format">, bytes: string): string =>
    `${file}: ${written(format)}, ${bytes} bytes, sha256 ${sha256}`,
  links: (links: Counted): string =>
    `${plural(links, "sheet is a copy", "sheets are copies")} of other workbooks, and left out.`,
  table: (table: DescribedTable, counted: Shown): string[] => {
    const { sheet, rows, header, otherHeaders, last, short, titles, notes, columns, sums } = table;
    const title = sheet === null ? "Table" : `Sheet ${quotedText(sheet)}`;
    if (columns.length === 0) return [`${title}: no table`, ...titles.slice(0, 5).map((text) => `  text: ${text}`)];
    const at = header === null ? "no header found" : header === 0 ? "its own names" : `header in row ${header}`;
    const lines =
      table.headerRows === 1 ? at : `header in rows ${header} to ${(header ?? 0) + table.headerRows - 1}, joined`;
    const empty = columns.filter(({ name, filled }) => name === "" && filled === 0).length;
    const or = otherHeaders.length === 0 ? "" : ` (or ${otherHeaders.join(", ")})`;
    return [
      `${title}: ${plural(counted(rows), "row")}, ${plural(counted(columns.length), "column")}, ${lines}${or}${last === null ? "" : `, last row ${last}`}`,
      ...titles.slice(0, 5).map((text) => `  above it: ${text}`),
      ...(table.unsaved === 0
        ? []
        : [
            `  ${plural(counted(table.unsaved), "formula has", "formulas have")} no stored value: open the workbook in a spreadsheet program and save it`,
          ]),
      ...(short === null
        ? []
        : [`  ${plural(counted(short.rows), "row")} within it with few cells, the first in row ${short.first}`]),
      ...columns.flatMap((column, i) => columnLines(column, i + 1, counted)),
      ...(empty === 0 ? [] : [`  ${plural(counted(empty), "column is", "columns are")} empty and without a name`]),
      ...sums.map((sum) => sumLine(sum, counted)),
      ...notes.slice(0, 5).map((text) => `  below it: ${text}`),
    ];
  },
  done: (tables: Counted): string =>
    `${plural(tables, "table")}. Nothing of this is used: it helps to write a dataset.yaml, and tempcheck init --from writes a first one.`,
};
