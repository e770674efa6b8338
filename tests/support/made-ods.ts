import { strToU8, zipSync } from "fflate";

/** An OpenDocument spreadsheet of the XML of its tables. */
export const madeOds = (tables: string): Uint8Array =>
  zipSync({
    mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet"),
    "content.xml": strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
    ),
  });

export const odsTable = (name: string, rows: string): string =>
  `<table:table table:name="${name}">${rows}</table:table>`;
export const odsRow = (cells: string, more = ""): string => `<table:table-row${more}>${cells}</table:table-row>`;
export const odsText = (text: string, more = ""): string =>
  `<table:table-cell office:value-type="string"${more}><text:p>${text}</text:p></table:table-cell>`;
export const odsNumber = (value: number, shown = String(value), type = "float", more = ""): string =>
  `<table:table-cell office:value-type="${type}" office:value="${value}"${more}><text:p>${shown}</text:p></table:table-cell>`;
