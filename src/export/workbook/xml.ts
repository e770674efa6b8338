/** Text as it may stand in XML, without the control characters that XML forbids. */
export const xmlText = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 does not allow
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Letters of a column, counted from 0: A, B, .. Z, AA. */
export const columnLetters = (at: number): string =>
  (at >= 26 ? columnLetters(Math.floor(at / 26) - 1) : "") + String.fromCharCode(65 + (at % 26));

/** Row of a sheet's table header, counted from 1: right below the title and the lines. */
export const headerRow = ({ lines }: { lines: readonly string[] }): number => lines.length + 2;
