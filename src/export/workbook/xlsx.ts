import { archive } from "./archive.ts";
import { paperOf } from "./paper.ts";
import type { Properties, Sheet } from "./sheet.ts";
import { sheetXml, tableXml } from "./xlsx-sheet.ts";
import { stylesXml } from "./xlsx-styles.ts";
import { declaration, xmlText } from "./xml.ts";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packaged = "http://schemas.openxmlformats.org/package/2006";
const kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** An Office Open XML workbook: the same bytes for the same sheets, whenever and wherever it is made. */
export function xlsx(properties: Properties, sheets: readonly Sheet[]): Uint8Array {
  const { pageOf } = properties;
  const texts = new Map<string, number>();
  const textAt = (text: string): number => {
    const at = texts.get(text) ?? texts.size;
    texts.set(text, at);
    return at;
  };
  const formats = [
    ...new Set(sheets.flatMap(({ table }) => table?.columns.flatMap(({ format }) => format ?? []) ?? [])),
  ];
  const withTable = sheets.flatMap((sheet, at) => (sheet.table === null ? [] : [{ sheet, table: sheet.table, at }]));
  const pages = sheets.map((sheet, at) => ({
    path: `xl/worksheets/sheet${at + 1}.xml`,
    text: sheetXml(sheet, { textAt, formats, pageOf }, at === 0),
  }));
  const tables = withTable.map(({ sheet, table }, i) => ({
    path: `xl/tables/table${i + 1}.xml`,
    text: tableXml(sheet, table, i + 1),
  }));
  const parts = [
    ...sheets.map((_, at) => ({ type: "worksheet", target: `worksheets/sheet${at + 1}.xml` })),
    { type: "styles", target: "styles.xml" },
    { type: "sharedStrings", target: "sharedStrings.xml" },
  ];
  return archive([
    { path: "[Content_Types].xml", text: contentTypes(sheets.length, tables.length) },
    {
      path: "_rels/.rels",
      text: relationships([
        { type: `${office}/officeDocument`, target: "xl/workbook.xml" },
        { type: `${packaged}/relationships/metadata/core-properties`, target: "docProps/core.xml" },
        { type: `${office}/extended-properties`, target: "docProps/app.xml" },
      ]),
    },
    { path: "docProps/core.xml", text: core(properties) },
    { path: "docProps/app.xml", text: app(properties) },
    { path: "xl/workbook.xml", text: book(sheets) },
    {
      path: "xl/_rels/workbook.xml.rels",
      text: relationships(parts.map(({ type, target }) => ({ type: `${office}/${type}`, target }))),
    },
    { path: "xl/styles.xml", text: stylesXml(formats) },
    { path: "xl/sharedStrings.xml", text: shared([...texts.keys()]) },
    ...pages,
    ...withTable.map(({ at }, i) => ({
      path: `xl/worksheets/_rels/sheet${at + 1}.xml.rels`,
      text: relationships([{ type: `${office}/table`, target: `../tables/table${i + 1}.xml` }]),
    })),
    ...tables,
  ]);
}

const contentTypes = (sheets: number, tables: number): string => {
  const parts = [
    { name: "/xl/workbook.xml", type: `${kind}.sheet.main+xml` },
    ...numbered(sheets).map((i) => ({ name: `/xl/worksheets/sheet${i}.xml`, type: `${kind}.worksheet+xml` })),
    ...numbered(tables).map((i) => ({ name: `/xl/tables/table${i}.xml`, type: `${kind}.table+xml` })),
    { name: "/xl/styles.xml", type: `${kind}.styles+xml` },
    { name: "/xl/sharedStrings.xml", type: `${kind}.sharedStrings+xml` },
    { name: "/docProps/core.xml", type: "application/vnd.openxmlformats-package.core-properties+xml" },
    { name: "/docProps/app.xml", type: "application/vnd.openxmlformats-officedocument.extended-properties+xml" },
  ];
  const overrides = parts.map(({ name, type }) => `<Override PartName="${name}" ContentType="${type}"/>`);
  return `${declaration}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join("")}</Types>`;
};

const numbered = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);

const relationships = (list: readonly { type: string; target: string }[]): string =>
  `${declaration}<Relationships xmlns="${packaged}/relationships">${list
    .map(({ type, target }, i) => `<Relationship Id="rId${i + 1}" Type="${type}" Target="${target}"/>`)
    .join("")}</Relationships>`;

const book = (sheets: readonly Sheet[]): string =>
  `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><bookViews><workbookView firstSheet="0" activeTab="0"/></bookViews><sheets>${sheets
    .map(({ name }, i) => `<sheet name="${xmlText(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
    .join("")}</sheets>${repeated(sheets)}</workbook>`;

/** The column headings, which every printed page repeats. */
function repeated(sheets: readonly Sheet[]): string {
  const names = sheets.flatMap((sheet, i) => {
    const { headings } = paperOf(sheet);
    const at = `'${sheet.name.replaceAll("'", "''")}'!$${headings}:$${headings}`;
    return headings === null
      ? []
      : [`<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${xmlText(at)}</definedName>`];
  });
  return names.length === 0 ? "" : `<definedNames>${names.join("")}</definedNames>`;
}

const shared = (texts: readonly string[]): string =>
  `${declaration}<sst xmlns="${main}" uniqueCount="${texts.length}">${texts
    .map((text) => `<si><t xml:space="preserve">${xmlText(text)}</t></si>`)
    .join("")}</sst>`;

function core({ title, subject, publisher, language, day }: Properties): string {
  const at = (name: string): string => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${day}T00:00:00Z</dcterms:${name}>`;
  return `${declaration}<cp:coreProperties xmlns:cp="${packaged}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlText(title)}</dc:title><dc:subject>${xmlText(subject)}</dc:subject><dc:creator>${xmlText(publisher)}</dc:creator><cp:lastModifiedBy>${xmlText(publisher)}</cp:lastModifiedBy>${at("created")}${at("modified")}<dc:language>${xmlText(language)}</dc:language></cp:coreProperties>`;
}

const app = ({ publisher }: Properties): string =>
  `${declaration}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Company>${xmlText(publisher)}</Company></Properties>`;
