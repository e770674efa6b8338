import { archive } from "./archive.ts";
import { odsStyles, odsStylesOf } from "./ods-styles.ts";
import { paperOf } from "./paper.ts";
import type { Filled, Link, Properties, Sheet } from "./sheet.ts";
import { columnLetters, declaration, headerRow, xmlText } from "./xml.ts";

const type = "application/vnd.oasis.opendocument.spreadsheet";
const oasis = "urn:oasis:names:tc:opendocument:xmlns";
const spaces = [
  ...["office", "style", "text", "table", "meta"].map((name) => `xmlns:${name}="${oasis}:${name}:1.0"`),
  `xmlns:number="${oasis}:datastyle:1.0"`,
  `xmlns:fo="${oasis}:xsl-fo-compatible:1.0"`,
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'office:version="1.3"',
].join(" ");

/** The same workbook in the open document format, which the guidance prefers. */
export function ods(properties: Properties, sheets: readonly Sheet[]): Uint8Array {
  return archive([
    { path: "mimetype", text: type, stored: true },
    { path: "META-INF/manifest.xml", text: manifest },
    { path: "meta.xml", text: meta(properties) },
    {
      path: "styles.xml",
      text: `${declaration}<office:document-styles ${spaces}>${odsStyles(properties.language, properties.pageOf)}</office:document-styles>`,
    },
    { path: "content.xml", text: content(sheets) },
    { path: "settings.xml", text: settings(sheets) },
  ]);
}

const manifest = `${declaration}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${type}"/>${[
  "meta.xml",
  "styles.xml",
  "content.xml",
  "settings.xml",
]
  .map((path) => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="text/xml"/>`)
  .join("")}</manifest:manifest>`;

const meta = ({ title, subject, publisher, language, day }: Properties): string =>
  `${declaration}<office:document-meta ${spaces}><office:meta><dc:title>${xmlText(title)}</dc:title><dc:subject>${xmlText(subject)}</dc:subject><dc:creator>${xmlText(publisher)}</dc:creator><dc:language>${xmlText(language)}</dc:language><meta:creation-date>${day}T00:00:00</meta:creation-date><dc:date>${day}T00:00:00</dc:date></office:meta></office:document-meta>`;

/** Which rows of each sheet stay in sight. */
const settings = (sheets: readonly Sheet[]): string => {
  const item = (name: string, type: string, value: string | number): string =>
    `<config:config-item config:name="${name}" config:type="${type}">${value}</config:config-item>`;
  const entries = sheets.map((sheet) => {
    const { headings } = paperOf(sheet);
    const split = [
      item("VerticalSplitMode", "short", 2),
      item("VerticalSplitPosition", "int", headings ?? 0),
      item("ActiveSplitRange", "short", 2),
      item("PositionBottom", "int", headings ?? 0),
    ];
    return `<config:config-item-map-entry config:name="${xmlText(sheet.name)}">${headings === null ? "" : split.join("")}</config:config-item-map-entry>`;
  });
  return `${declaration}<office:document-settings xmlns:office="${oasis}:office:1.0" xmlns:config="${oasis}:config:1.0" office:version="1.3"><office:settings><config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>${item("ViewId", "string", "view1")}<config:config-item-map-named config:name="Tables">${entries.join("")}</config:config-item-map-named>${item("ActiveTable", "string", xmlText(sheets[0]?.name ?? ""))}</config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings></office:document-settings>`;
};

function* content(sheets: readonly Sheet[]): Generator<string> {
  const columns = sheets.flatMap(({ table }) => table?.columns ?? []);
  const widths = [...new Set([100, ...columns.map(({ width }) => width)])];
  const formats = [...new Set(columns.flatMap(({ format }) => format ?? []))];
  const named = { widths, formats };
  const ranges = sheets.flatMap((sheet) => (sheet.table === null ? [] : [range(sheet, sheet.table)]));
  yield `${declaration}<office:document-content ${spaces}><office:automatic-styles>${odsStylesOf(named)}</office:automatic-styles><office:body><office:spreadsheet>`;
  for (const sheet of sheets) yield sheetXml(sheet, formats);
  yield `<table:database-ranges>${ranges.join("")}</table:database-ranges></office:spreadsheet></office:body></office:document-content>`;
}

function sheetXml(sheet: Sheet, formats: readonly string[]): string {
  const { name, title, lines, table } = sheet;
  const line = table === null ? "text" : "line";
  const row = (cells: readonly string[]): string =>
    `<table:table-row table:style-name="row">${cells.join("")}</table:table-row>`;
  const widths = table?.columns.map(({ width }) => width) ?? [100];
  return `<table:table table:name="${xmlText(name)}" table:style-name="${paperOf(sheet).isWide ? "wide" : "upright"}">${widths
    .map((width) => `<table:table-column table:style-name="w${width}"/>`)
    .join("")}${[
    row([textCell(title, "title")]),
    ...lines.map((text) => row([textCell(text, line)])),
    ...(table === null
      ? []
      : [
          `<table:table-header-rows>${row(table.columns.map(({ header }) => textCell(header, "header")))}</table:table-header-rows>`,
          ...table.rows.map((cells) =>
            row(cells.map((cell, i) => bodyCell(cell, formats.indexOf(table.columns[i]?.format ?? "")))),
          ),
        ]),
  ].join("")}</table:table>`;
}

const textCell = (text: string, style: string): string =>
  `<table:table-cell table:style-name="${style}" office:value-type="string"><text:p>${xmlText(text)}</text:p></table:table-cell>`;

function bodyCell(cell: Filled | Link, format: number): string {
  if (typeof cell === "object")
    return `<table:table-cell table:style-name="text" office:value-type="string"><text:p><text:a xlink:type="simple" xlink:href="#${xmlText(`'${cell.sheet}'.A1`)}">${xmlText(cell.text)}</text:a></text:p></table:table-cell>`;
  const style = format < 0 ? "text" : `n${format}`;
  return typeof cell === "number"
    ? `<table:table-cell table:style-name="${style}" office:value-type="float" office:value="${cell}"><text:p>${cell}</text:p></table:table-cell>`
    : textCell(String(cell), style);
}

/** A table marked up as one. */
function range(sheet: Sheet, { name, columns, rows }: NonNullable<Sheet["table"]>): string {
  const top = headerRow(sheet);
  const at = `'${sheet.name}'.`;
  const address = `${at}A${top}:${at}${columnLetters(columns.length - 1)}${top + rows.length}`;
  return `<table:database-range table:name="${name}" table:target-range-address="${xmlText(address)}" table:contains-header="true" table:display-filter-buttons="false"/>`;
}
