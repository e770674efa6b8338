import { declaration, xmlText } from "./xml.ts";

/** Formats of cells, by their place in styles.xml; the formats of numbers come after them. */
export const xlsxStyle = { text: 0, title: 1, line: 2, header: 3, link: 4 } as const;
const named = Object.keys(xlsxStyle).length;

/** Place of a number format among the formats of cells. */
export const numberStyle = (formats: readonly string[], format: string): number => named + formats.indexOf(format);

const wrapped = '<alignment vertical="top" wrapText="1"/>';
const figures = '<alignment horizontal="right" vertical="top" wrapText="1"/>';
const running = '<alignment vertical="top"/>';
const cell = (attributes: string, alignment: string): string =>
  `<xf borderId="0" fillId="0" applyAlignment="1" applyFont="1" ${attributes}>${alignment}</xf>`;

/** Arial of 12 points; titles in the style of first headings; no fill and no border. */
export const stylesXml = (formats: readonly string[]): string =>
  `${declaration}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${[
    `<numFmts count="${formats.length}">${formats
      .map((format, i) => `<numFmt numFmtId="${164 + i}" formatCode="${xmlText(format)}"/>`)
      .join("")}</numFmts>`,
    '<fonts count="4">',
    '<font><sz val="12"/><name val="Arial"/><family val="2"/></font>',
    '<font><b/><sz val="16"/><name val="Arial"/><family val="2"/></font>',
    '<font><b/><sz val="12"/><name val="Arial"/><family val="2"/></font>',
    '<font><u/><sz val="12"/><color rgb="FF0563C1"/><name val="Arial"/><family val="2"/></font>',
    "</fonts>",
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
    '<cellStyleXfs count="3">',
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>',
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" applyFont="1"/>',
    '<xf numFmtId="0" fontId="3" fillId="0" borderId="0" applyFont="1"/>',
    "</cellStyleXfs>",
    `<cellXfs count="${named + formats.length}">`,
    cell('numFmtId="0" fontId="0" xfId="0"', wrapped),
    cell('numFmtId="0" fontId="1" xfId="1"', running),
    cell('numFmtId="0" fontId="0" xfId="0"', running),
    cell('numFmtId="0" fontId="2" xfId="0"', wrapped),
    cell('numFmtId="0" fontId="3" xfId="2"', wrapped),
    ...formats.map((_, i) => cell(`numFmtId="${164 + i}" fontId="0" xfId="0" applyNumberFormat="1"`, figures)),
    "</cellXfs>",
    '<cellStyles count="3"><cellStyle name="Normal" xfId="0" builtinId="0"/>',
    '<cellStyle name="Heading 1" xfId="1" builtinId="16"/><cellStyle name="Hyperlink" xfId="2" builtinId="8"/></cellStyles>',
    '<dxfs count="0"/><tableStyles count="0" defaultTableStyle="TableStyleLight1" defaultPivotStyle="PivotStyleLight16"/>',
  ].join("")}</styleSheet>`;
