import type { Dataset } from "../define/dataset.ts";

export type CsvFormat = Extract<Dataset["format"], { type: "csv" }>;
