import { type Counted, plural } from "../english.ts";

/** What commands print when they are done, and the labels of their tables. */
export const terminal = {
  built: (indicators: Counted, notes: Counted, page: string): string =>
    `${plural(indicators, "indicator")}, ${plural(notes, "note")}. The report: ${page}`,
  checked: (indicators: Counted, notes: Counted): string =>
    `${plural(indicators, "indicator is", "indicators are")} sound, with ${plural(notes, "note")}.`,
  noteAt: (indicator: string, dimension: string, note: string): string => `note: ${indicator} by ${dimension}: ${note}`,
  noIndicator: "no indicator yet",
  pdf: (file: string): string => `The PDF: ${file}`,
  card: (picture: string, text: string): string => `The card: ${picture}, and its text: ${text}`,
};
