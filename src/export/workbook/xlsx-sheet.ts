import { paperOf } from "./paper.ts";
import { rowHeight } from "./row-height.ts";
import type { Filled, Link, Sheet } from "./sheet.ts";
import { numberStyle, xlsxStyle } from "./xlsx-styles.ts";
import { columnLetters, declaration, headerRow, xmlText } from "./xml.ts";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
/** Points that the title's row takes. */
const TITLE = 24;
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** What the sheets of a workbook share: its texts, each once, and its number formats. */
export interface Shared {
  textAt: (text: string) => number;
  formats: readonly string[];
  /** What the foot of a page says: 1 of 3. */
  pageOf: (page: string, pages: string) => string;
}

/** The headings stay in sight while the rows below them move; the cursor starts in the first cell. */
function frozen(headings: number | null): string {
  if (headings === null) return '<selection activeCell="A1" sqref="A1"/>';
  const below = `A${headings + 1}`;
  return `<pane ySplit="${headings}" topLeftCell="${below}" activePane="bottomLeft" state="frozen"/><selection activeCell="A1" sqref="A1"/><selection pane="bottomLeft" activeCell="${below}" sqref="${below}"/>`;
}

export function sheetXml(sheet: Sheet, { textAt, formats, pageOf }: Shared, isFirst: boolean): string {
  const { title, lines, table } = sheet;
  const textCell = (at: string, text: string, style: number): string =>
    `<c r="${at}" s="${style}" t="s"><v>${textAt(text)}</v></c>`;
  const links: string[] = [];
  const bodyCell = (cell: Filled | Link, at: string, format: string | undefined): string => {
    const style = format === undefined ? xlsxStyle.text : numberStyle(formats, format);
    if (typeof cell === "number") return `<c r="${at}" s="${style}"><v>${cell}</v></c>`;
    if (typeof cell !== "object") return textCell(at, String(cell), style);
    links.push(`<hyperlink ref="${at}" location="${xmlText(`'${cell.sheet}'!A1`)}" display="${xmlText(cell.text)}"/>`);
    return textCell(at, cell.text, xlsxStyle.link);
  };
  const top = headerRow(sheet);
  const paper = paperOf(sheet);
  // Text above a table runs on over the columns beside it; on a sheet without one it is wrapped in a wide column.
  const lineStyle = table === null ? xlsxStyle.text : xlsxStyle.line;
  const widths = table?.columns.map(({ width }) => width) ?? [100];
  const row = (at: number, height: number, cells: readonly string[]): string =>
    `<row r="${at}" ht="${height}" customHeight="1">${cells.join("")}</row>`;
  const wrapped = table === null ? widths : [];
  const headers = table?.columns.map(({ header }) => header) ?? [];
  const rows = [
    row(1, TITLE, [textCell("A1", title, xlsxStyle.title)]),
    ...lines.map((line, i) =>
      row(i + 2, rowHeight([line].slice(0, wrapped.length), wrapped), [textCell(`A${i + 2}`, line, lineStyle)]),
    ),
    ...(table === null
      ? []
      : [
          row(
            top,
            rowHeight(headers, widths),
            headers.map((header, i) => textCell(`${columnLetters(i)}${top}`, header, xlsxStyle.header)),
          ),
          ...table.rows.map((cells, r) =>
            row(
              top + r + 1,
              rowHeight(cells, widths),
              cells.map((cell, i) => bodyCell(cell, `${columnLetters(i)}${top + r + 1}`, table.columns[i]?.format)),
            ),
          ),
        ]),
  ];
  return `${declaration}<worksheet xmlns="${main}" xmlns:r="${relations}">${[
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<sheetViews><sheetView${isFirst ? ' tabSelected="1"' : ""} workbookViewId="0">${frozen(paper.headings)}</sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="15"/>',
    `<cols>${widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join("")}</cols>`,
    `<sheetData>${rows.join("")}</sheetData>`,
    links.length === 0 ? "" : `<hyperlinks>${links.join("")}</hyperlinks>`,
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="9" orientation="${paper.isWide ? "landscape" : "portrait"}" fitToWidth="1" fitToHeight="0"/>`,
    `<headerFooter><oddFooter>&amp;L&amp;A&amp;R${xmlText(pageOf("&P", "&N"))}</oddFooter></headerFooter>`,
    table === null ? "" : '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>',
  ].join("")}</worksheet>`;
}

/** A table marked up as one, without filter buttons, which cover the headings. */
export function tableXml(sheet: Sheet, table: NonNullable<Sheet["table"]>, id: number): string {
  const top = headerRow(sheet);
  const ref = `A${top}:${columnLetters(table.columns.length - 1)}${top + table.rows.length}`;
  const columns = table.columns.map(({ header }, i) => `<tableColumn id="${i + 1}" name="${xmlText(header)}"/>`);
  return `${declaration}<table xmlns="${main}" id="${id}" name="${table.name}" displayName="${table.name}" ref="${ref}" totalsRowShown="0"><tableColumns count="${columns.length}">${columns.join("")}</tableColumns><tableStyleInfo name="TableStyleLight1" showFirstColumn="0" showLastColumn="0" showRowStripes="0" showColumnStripes="0"/></table>`;
}
