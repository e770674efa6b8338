import type { Properties } from "./sheet.ts";

const font = 'style:font-name="Arial" fo:font-family="Arial" fo:font-size="12pt"';
const alignment = (wraps: boolean): string =>
  `<style:table-cell-properties style:vertical-align="top"${wraps ? ' fo:wrap-option="wrap"' : ""}/>`;

/** A cell's style. */
const cell = (name: string, wraps: boolean, text = "", attributes = ""): string =>
  `<style:style style:name="${name}" style:family="table-cell" style:parent-style-name="Default"${attributes}>${alignment(wraps)}${text}</style:style>`;

/** Styles that the whole workbook goes by: Arial of 12 points, and the language it is in. */
export const odsStyles = (language: string, pageOf: Properties["pageOf"]): string => {
  const [tongue, country = "none"] = language.split("-");
  return `<office:styles><style:default-style style:family="table-cell"><style:text-properties ${font} fo:language="${tongue}" fo:country="${country}"/></style:default-style><style:style style:name="Default" style:family="table-cell"/><style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="table-cell" style:parent-style-name="Default"><style:text-properties fo:font-size="16pt" fo:font-weight="bold"/></style:style></office:styles><office:automatic-styles>${pageLayout("upright")}${pageLayout("wide")}</office:automatic-styles><office:master-styles>${master("upright", pageOf)}${master("wide", pageOf)}</office:master-styles>`;
};

/** A4, as wide as the sheet, with as many pages below one another as it takes. */
function pageLayout(name: "upright" | "wide"): string {
  const size =
    name === "wide"
      ? 'style:print-orientation="landscape" fo:page-width="29.7cm" fo:page-height="21cm"'
      : 'style:print-orientation="portrait" fo:page-width="21cm" fo:page-height="29.7cm"';
  return `<style:page-layout style:name="${name}"><style:page-layout-properties ${size} fo:margin="1.3cm" style:scale-to-X="1" style:scale-to-Y="0"/><style:footer-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-top="0.3cm"/></style:footer-style></style:page-layout>`;
}

/** The name of the sheet, and the number of the page, at the foot of each. */
function master(name: "upright" | "wide", pageOf: Properties["pageOf"]): string {
  const page = pageOf("<text:page-number>1</text:page-number>", "<text:page-count>1</text:page-count>");
  return `<style:master-page style:name="${name}" style:page-layout-name="${name}"><style:header style:display="false"><text:p/></style:header><style:footer><style:region-left><text:p><text:sheet-name/></text:p></style:region-left><style:region-right><text:p>${page}</text:p></style:region-right></style:footer></style:master-page>`;
}

/** Styles of the cells and columns: widths in characters, and Excel's number formats by their decimals. */
export function odsStylesOf({ widths, formats }: { widths: readonly number[]; formats: readonly string[] }): string {
  const bold = '<style:text-properties fo:font-weight="bold"/>';
  return [
    ...widths.map(
      (width) =>
        `<style:style style:name="w${width}" style:family="table-column"><style:table-column-properties style:column-width="${(width * 0.24).toFixed(2)}cm"/></style:style>`,
    ),
    ...formats.map((format, i) => {
      const decimals = (format.split(".")[1] ?? "").length;
      return `<number:number-style style:name="f${i}"><number:number number:decimal-places="${decimals}" number:min-decimal-places="${decimals}" number:min-integer-digits="1"${format.includes(",") ? ' number:grouping="true"' : ""}/></number:number-style>`;
    }),
    ...["upright", "wide"].map(
      (name) => `<style:style style:name="${name}" style:family="table" style:master-page-name="${name}"/>`,
    ),
    '<style:style style:name="row" style:family="table-row"><style:table-row-properties style:use-optimal-row-height="true"/></style:style>',
    cell("text", true),
    cell("line", false),
    cell("header", true, bold),
    `<style:style style:name="title" style:family="table-cell" style:parent-style-name="Heading_20_1">${alignment(false)}</style:style>`,
    ...formats.map((_, i) =>
      cell(`n${i}`, true, '<style:paragraph-properties fo:text-align="end"/>', ` style:data-style-name="f${i}"`),
    ),
  ].join("");
}
