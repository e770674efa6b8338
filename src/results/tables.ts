import { z } from "zod";

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** The tables of a page as JSON: rows as objects, so that nothing else is needed to read them. */
export const tablesSchema = z
  .strictObject({
    format: z.literal("tempcheck.tables.v1"),
    title: z.string(),
    description: z.string(),
    publisher: z.string(),
    licence: z.strictObject({ title: z.string(), url: z.string() }).nullable(),
    year: z.int(),
    build: z.string(),
    tables: z.record(
      z.string(),
      z.strictObject({
        title: z.string(),
        grain: z.string().describe("What one row is"),
        columns: z.record(z.string(), z.string()).describe("What each column holds"),
        rows: z.array(z.record(z.string(), cell)),
      }),
    ),
  })
  .meta({ title: "tempcheck tables" });
export type TablesFile = z.infer<typeof tablesSchema>;

/** Formats that every table comes in, in the order in which they are offered. How each is made stands in export/data-files.ts. */
export const tableFormats = ["CSV", "Parquet", "Arrow"] as const;
export type TableFormat = (typeof tableFormats)[number];

/** A file of data that a page of the report offers. */
export interface Download {
  /** Path in the year's outputs. */
  path: string;
  format: TableFormat | "JSON" | "XLSX" | "ODS" | "CSVW";
  /** One table, or: every result, a page's tables, what the columns mean, the workbook. */
  holds: TableName | "results" | "tables" | "columns" | "workbook";
  bytes: number;
}

/** The tables of a report, in the order in which they are offered. */
export const tableNames = [
  "figure",
  "gap",
  "change",
  "verdict",
  "supporting_measure",
  "alternative_gap",
  "comparator",
  "elsewhere",
  "beside",
  "gap_part",
  "head_count",
  "contribution",
  "change_contribution",
  "observation",
  "estimate",
  "theme",
  "indicator",
  "dimension",
  "dimension_group",
  "community",
  "area_context",
  "data_gap",
  "missing_data",
  "programme",
  "programme_value",
  "programme_number",
  "measure",
  "source",
] as const;
/** The tables of what compares the places of a project. */
export const comparisonTables = ["place", "place_gap", "place_difference", "place_figure", "place_series"] as const;
export type TableName = (typeof tableNames)[number] | (typeof comparisonTables)[number];

/** A table to hand out: columns with their SQL types, rows in order. */
export interface Table {
  name: string;
  /** First line of the table's description: the grain of its rows. */
  grain: string;
  columns: Record<string, "VARCHAR" | "DOUBLE" | "INTEGER" | "BOOLEAN" | "DATE">;
  rows: (string | number | boolean | null)[][];
}
