/** What is in a file that nobody has declared yet: `tempcheck describe`. */
export interface Description {
  file: string;
  bytes: number;
  sha256: string;
  format: DescribedFormat;
  /** Sheets that are copies of other workbooks, which are left out. */
  links: number;
  tables: DescribedTable[];
}

/** How a file is written, in the words of `format` in a dataset.yaml. */
export type DescribedFormat =
  | { type: "csv"; delimiter: string; quote: string; encoding: "utf-8" | "utf-16le" | "windows-1252" }
  | { type: "xlsx" | "ods" | "parquet" | "arrow" | "geojson" };

export interface DescribedTable {
  /** Of workbooks: the sheet. */
  sheet: string | null;
  rows: number;
  /** Line or row of the header that is taken, and of others that could be it. */
  header: number | null;
  otherHeaders: number[];
  /** Lines or rows that the names stand in; more than one are joined from the top. */
  headerRows: number;
  /** Whether blank cells of upper lines have the text to their left. */
  headerFilled: boolean;
  /** Line or row of the last row of the table, where something else follows it. */
  last: number | null;
  /** Rows within the table that have few cells, such as a heading between rows: how many, and where the first stands. */
  short: { rows: number; first: number } | null;
  /** Formulas without a stored value: their cells are empty here. */
  unsaved: number;
  /** Lines before the header and after the last row that hold something. */
  titles: string[];
  notes: string[];
  columns: DescribedColumn[];
  sums: DescribedSum[];
}

export interface DescribedColumn {
  /** Empty where the header has no name for it. */
  name: string;
  type: "integer" | "number" | "text" | "date";
  filled: number;
  blank: number;
  /** Values that differ. */
  distinct: number;
  /** First values, in the order in which they come. */
  examples: string[];
  /** Of figures: cells that are none, with how often each occurs: "*", "<5", "[x]". */
  markers: { text: string; times: number }[];
  /** Least and largest figure. */
  least: number | null;
  most: number | null;
  /** Figures far outside of the others: beyond the middle half by more than three times its width. */
  outliers: number[];
  /** Marks that figures are written with. */
  thousands: "," | "." | " " | "'" | null;
  decimalComma: boolean;
  /** What follows some figures and seems to say something of them: "[p]", "*". */
  flags: { text: string; times: number }[];
  percentSign: boolean;
  /** In a workbook, cells are formatted as percent: 15% is stored as 0.15. */
  percentFormat: boolean;
  like: Like | null;
  /** Values that people call a total: "All", "Persons". */
  totals: string[];
}

/** What most cells of a column look like: the code of an area, or a period. */
export interface Like {
  what: "area" | "period";
  name: string;
  /** Share of the filled cells that look so. */
  share: number;
}

/** Rows that are sums of others, or a column that is the sum of others. */
export interface DescribedSum {
  kind: "rows" | "columns";
  /** Of rows: the column whose value names them. Of columns: the one that is the sum. */
  column: string;
  /** Of rows: the value that is the total, null where it goes by no one name. */
  value: string | null;
  /** What it is the sum of; null for all the others. */
  parts: string[] | null;
  /** The figures that were added. */
  of: string;
  /** In so many cases, of so many that could be tried. */
  matched: number;
  tried: number;
}
