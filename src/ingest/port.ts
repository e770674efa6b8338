import type { z } from "zod";
import type { Table } from "../results/tables.ts";

/** A database of the build, as the stages after ingest see it. */
export interface Database {
  run(sql: string, parameters?: Record<string, unknown>): Promise<void>;
  /** The rows of a query, each of which must be of the shape that is given. */
  rows<T>(sql: string, parameters: Record<string, unknown>, row: z.ZodType<T>): Promise<T[]>;
  /** The same in no order, of a query that binds nothing: those that wait for the database at one time are asked as one statement. */
  unordered<T>(sql: string, row: z.ZodType<T>): Promise<T[]>;
  /** A folder for files that are gone when the database is closed. */
  scratch(): string;
  append(table: string, rows: readonly (readonly unknown[])[]): Promise<void>;
  /** Writes tables to a DuckDB file of their own, and holds them for the Parquet files. */
  saveTables(path: string, tables: readonly Table[]): Promise<void>;
  /** Writes a saved table, or its part, to a Parquet file that says of itself what `texts` say. */
  saveParquet(path: string, table: Table, texts: Readonly<Record<string, string>>): Promise<void>;
}
