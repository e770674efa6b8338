import { availableParallelism } from "node:os";
import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from "@duckdb/node-api";
import { z } from "zod";
import type { Table } from "../results/tables.ts";
import type { Database } from "./port.ts";
import { literal, query, quoted } from "./sql.ts";

/**
 * An in-memory DuckDB that lives as long as one build, with a connection for each query that runs at a time. A query has
 * one thread until `set threads` gives it more.
 */
export class BuildDatabase implements Database {
  readonly #instance: DuckDBInstance;
  readonly #idle: DuckDBConnection[];
  readonly #waiting: ((connection: DuckDBConnection) => void)[] = [];

  private constructor(instance: DuckDBInstance, connections: DuckDBConnection[]) {
    this.#instance = instance;
    this.#idle = connections;
  }

  static async open(): Promise<BuildDatabase> {
    const instance = await DuckDBInstance.create(":memory:", {
      threads: "1",
      // What a file says of its own columns is not taken for what they hold: it leaves out NaN, and may be wrong.
      disabled_optimizers: "statistics_propagation,filter_pushdown,join_filter_pushdown",
      autoinstall_known_extensions: "false",
      autoload_known_extensions: "false",
    });
    const connections = Array.from({ length: availableParallelism() }, () => instance.connect());
    return new BuildDatabase(instance, await Promise.all(connections));
  }

  async run(sql: string, parameters: Record<string, unknown> = {}): Promise<void> {
    await this.#with((connection) => connection.run(sql, parameters as Record<string, DuckDBValue>));
  }

  async rows<T>(sql: string, parameters: Record<string, unknown>, row: z.ZodType<T>): Promise<T[]> {
    const reader = await this.#with((connection) =>
      connection.runAndReadAll(sql, parameters as Record<string, DuckDBValue>),
    );
    return reader.getRowObjectsJS().map((object) => {
      const read = row.safeParse(object);
      if (read.success) return read.data;
      throw new Error(`a row of another shape than its query states: ${z.prettifyError(read.error)}\n${sql}`);
    });
  }

  async append(table: string, rows: readonly (readonly unknown[])[], schema?: string): Promise<void> {
    await this.#with(async (connection) => {
      const appender = await connection.createAppender(table, schema ?? null);
      for (const row of rows) {
        for (const value of row) {
          if (value === null || value === undefined) appender.appendNull();
          else if (typeof value === "number") appender.appendDouble(value);
          else if (typeof value === "boolean") appender.appendBoolean(value);
          else appender.appendVarchar(String(value));
        }
        appender.endRow();
      }
      appender.closeSync();
    });
  }

  async saveTables(path: string, tables: readonly Table[]): Promise<void> {
    await this.run("create schema handed_out");
    await this.run(`attach ${literal(path)} as saved`);
    for (const { name, columns, rows } of tables) {
      const declared = Object.entries(columns).map(([column, type]) => `${quoted(column)} ${type}`);
      await this.run(`create table handed_out.${quoted(name)} (${declared.join(", ")})`);
      await this.append(name, rows, "handed_out");
      await this.run(`create table saved.${quoted(name)} as from handed_out.${quoted(name)}`);
    }
    await this.run("detach saved");
  }

  async saveParquet(path: string, { name, part }: Table, texts: Readonly<Record<string, string>>): Promise<void> {
    const about = Object.entries(texts).map(([key, text]) => `${quoted(key)}: ${literal(text)}`);
    const where = part
      ? `${tuple(part.columns.map(quoted))} in ${tuple(part.values.map((values) => tuple(values.map(literal))))}`
      : "true";
    await this.run(
      query("save-parquet", {
        table: `handed_out.${quoted(name)}`,
        where,
        path: literal(path),
        about: about.join(", "),
      }),
    );
  }

  close(): void {
    for (const connection of this.#idle) connection.closeSync();
    this.#instance.closeSync();
  }

  async #with<T>(act: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    const connection =
      this.#idle.pop() ?? (await new Promise<DuckDBConnection>((resolve) => this.#waiting.push(resolve)));
    try {
      return await act(connection);
    } finally {
      const next = this.#waiting.shift();
      if (next) next(connection);
      else this.#idle.push(connection);
    }
  }
}

const tuple = (parts: readonly string[]): string => `(${parts.join(", ")})`;
