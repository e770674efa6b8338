import type { Merged } from "./sheet-cells.ts";

/** A table of text before anybody has said where its header is: its rows, each with the line or row of the file it stands on. */
export interface Grid {
  /** Of workbooks: the sheet. */
  sheet: string | null;
  rows: { at: number; cells: string[] }[];
  /** Columns, from 0, of which most figures are shown with a percent sign while less than one is stored. */
  percent: ReadonlySet<number>;
  /** Blocks of cells that are merged into one. */
  merged: readonly Merged[];
  /** Formulas without a stored value. */
  unsaved: number;
}
