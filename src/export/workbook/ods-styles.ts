const font = 'style:font-name="Arial" fo:font-family="Arial" fo:font-size="12pt"';
const alignment = (wraps: boolean): string =>
  `<style:table-cell-properties style:vertical-align="top"${wraps ? ' fo:wrap-option="wrap"' : ""}/>`;

/** A cell's style. */
const cell = (name: string, wraps: boolean, text = "", attributes = ""): string =>
  `<style:style style:name="${name}" style:family="table-cell" style:parent-style-name="Default"${attributes}>${alignment(wraps)}${text}</style:style>`;

/** Styles that the whole workbook goes by: Arial of 12 points, and the language it is in. */
export const odsStyles = (language: string): string => {
  const [tongue, country = "none"] = language.split("-");
  return `<office:styles><style:default-style style:family="table-cell"><style:text-properties ${font} fo:language="${tongue}" fo:country="${country}"/></style:default-style><style:style style:name="Default" style:family="table-cell"/><style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="table-cell" style:parent-style-name="Default"><style:text-properties fo:font-size="16pt" fo:font-weight="bold"/></style:style></office:styles><office:automatic-styles><style:page-layout style:name="page"><style:page-layout-properties style:print-orientation="landscape" fo:page-width="29.7cm" fo:page-height="21cm" style:scale-to-X="1" style:scale-to-Y="0"/></style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="page" style:page-layout-name="page"/></office:master-styles>`;
};

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
    '<style:style style:name="sheet" style:family="table" style:master-page-name="page"/>',
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
