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
  /** Writes tables to a DuckDB file of their own, which is whole after what is done meanwhile. */
  saveTables<T>(path: string, tables: readonly Table[], meanwhile: () => Promise<T>): Promise<T>;
  /** Meanwhile: writes a saved table, or its rows at some places, to a Parquet file that says of itself what `texts` say. */
  saveParquet(
    path: string,
    table: { name: string; places?: readonly number[] | undefined },
    texts: Readonly<Record<string, string>>,
  ): Promise<void>;
}
