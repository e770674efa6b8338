import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import type { Asked, Engine, EngineRow } from "../../src/engine/engine-port.ts";
import { duckdb } from "../../src/ingest/dialects.ts";
import type { EngineAccess } from "../../src/ingest/engine-access.ts";

/** A DuckDB in place of a cluster: a real engine that binds and answers each statement, and notes it. */
export class DuckDbEngine implements Engine {
  readonly connection: DuckDBConnection;
  readonly asked: string[] = [];
  readonly #instance: DuckDBInstance;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#instance = instance;
    this.connection = connection;
  }

  /** With a catalog "lake" that has a schema "health". */
  static async open(): Promise<DuckDbEngine> {
    const instance = await DuckDBInstance.create(":memory:");
    const connection = await instance.connect();
    await connection.run("attach ':memory:' as lake");
    await connection.run("create schema lake.health");
    return new DuckDbEngine(instance, connection);
  }

  /** Makes a table of the rows in Parquet files. */
  async holds(table: string, files: readonly string[]): Promise<void> {
    const paths = files.map((path) => `'${path}'`).join(", ");
    await this.connection.run(`create table ${table} as from read_parquet([${paths}])`);
  }

  async ask(sql: string, { rows, progress }: Asked): Promise<void> {
    this.asked.push(sql);
    const read = await this.connection.runAndReadAll(sql);
    const found = read.getRowObjectsJson() as EngineRow[];
    progress?.({ rows: found.length, percent: 100 });
    // Whole numbers of 64 bits come as text from DuckDB's JSON, and as numbers from Trino's.
    const numbered = found.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value], i) => [
          name,
          typeof value === "string" && ["BIGINT", "HUGEINT"].includes(String(read.columnType(i)))
            ? Number(value)
            : value,
        ]),
      ),
    );
    await rows(numbered);
  }

  access(): EngineAccess {
    return { engine: this, dialect: duckdb, progress: () => {} };
  }

  close(): void {
    this.connection.closeSync();
    this.#instance.closeSync();
  }
}
