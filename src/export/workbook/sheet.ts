import type { Cell } from "../data-table.ts";

export type Filled = Exclude<Cell, null>;

/** A column of a worksheet's table. */
export interface SheetColumn {
  header: string;
  /** In characters. */
  width: number;
  /** Excel's number format, for columns of numbers. */
  format?: string;
}

/** A worksheet: a title in its first cell, lines that explain it, and at most one table, which has no blank cell. */
export interface Sheet {
  /** At most 31 characters, and no other sheet's. */
  name: string;
  title: string;
  lines: readonly string[];
  table: { name: string; columns: readonly SheetColumn[]; rows: readonly (readonly (Filled | Link)[])[] } | null;
}

/** A link to the first cell of another sheet. */
export interface Link {
  text: string;
  sheet: string;
}

/** What a workbook says of itself. */
export interface Properties {
  title: string;
  subject: string;
  publisher: string;
  language: string;
  /** The day of the figures, YYYY-MM-DD: a workbook must bear a date, and a build has no clock. */
  day: string;
  /** What the foot of a printed page says, from the number of the page and of all. */
  pageOf: (page: string, pages: string) => string;
}
