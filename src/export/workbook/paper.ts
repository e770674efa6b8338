import type { Sheet } from "./sheet.ts";

/** The widest sheet, in characters, that stands upright on its page: more would be set too small to read. */
const UPRIGHT = 110;

/** How a sheet stands on paper, and which rows of it stay in sight. */
export interface Paper {
  isWide: boolean;
  /** The row of column headings, which every page repeats; null where there is no table. */
  headings: number | null;
}

export function paperOf({ lines, table }: Sheet): Paper {
  if (table === null) return { isWide: false, headings: null };
  const width = table.columns.reduce((sum, column) => sum + column.width, 0);
  return { isWide: width > UPRIGHT, headings: lines.length + 2 };
}
