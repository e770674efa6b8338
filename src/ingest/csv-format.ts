import type { Dataset } from "../define/dataset.ts";

export type CsvFormat = Extract<Dataset["format"], { type: "csv" }>;

/** Options of csv-parse for a declared format. */
export const parserOptions = ({ delimiter, quote }: CsvFormat) => ({ delimiter, quote, escape: quote, bom: true });
