import { randomUUID } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, realpathSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from "@duckdb/node-api";
import { z } from "zod";
import type { Table } from "../results/tables.ts";
import type { Database } from "./port.ts";
import { onlyFile } from "./raw-file.ts";
import { literal, query, quoted, withTexts } from "./sql.ts";

/**
 * An in-memory DuckDB that lives as long as one build, with a connection for each query that runs at a time. A query has
 * one thread until `confine` gives it more.
 */
export class BuildDatabase implements Database {
  readonly #instance: DuckDBInstance;
  readonly #idle: DuckDBConnection[];
  readonly #questions = new Map<z.ZodType, Question[]>();
  readonly #waiting: ((connection: DuckDBConnection) => void)[] = [];
  readonly #scratch: string;
  #isClosed = false;

  private constructor(instance: DuckDBInstance, connections: DuckDBConnection[], scratch: string) {
    this.#instance = instance;
    this.#idle = connections;
    this.#scratch = scratch;
  }

  static async open(): Promise<BuildDatabase> {
    const scratch = join(realTemporaryFolder(), `tempcheck-${process.pid}-${randomUUID()}`);
    const instance = await DuckDBInstance.create(":memory:", {
      threads: "1",
      // What a file says of its own columns is not taken for what they hold: it leaves out NaN, and may be wrong.
      // Conditions that are pulled up and never pushed down again would make cross products of joins.
      disabled_optimizers: "statistics_propagation,filter_pullup,filter_pushdown,join_filter_pushdown",
      autoinstall_known_extensions: "false",
      autoload_known_extensions: "false",
      // What does not fit into memory is never put into the folder that the command happens to run in.
      temp_directory: join(scratch, "spilled"),
    });
    const connections = Array.from({ length: availableParallelism() }, () => instance.connect());
    return new BuildDatabase(instance, await Promise.all(connections), scratch);
  }

  /** Lets queries read and write below these folders and its own for a while alone, from now on for good. */
  async confine(folders: readonly string[], threads = 1): Promise<void> {
    // A path is given as a pattern that fits it alone, and the pattern is held against the folders as it stands.
    const allowed = [...folders, this.#scratch].flatMap((folder) => [folder, onlyFile(folder)]);
    await this.run(`set threads to ${threads}`);
    await this.run(`set allowed_directories = [${allowed.map(literal).join(", ")}]`);
    await this.run("set enable_external_access = false");
    await this.run("set lock_configuration = true");
  }

  scratch(): string {
    if (!existsSync(this.#scratch)) mkdirSync(this.#scratch, { mode: 0o700 });
    return this.#scratch;
  }

  async run(sql: string, parameters: Record<string, unknown> = {}): Promise<void> {
    await this.#with((connection) => connection.run(...asked(sql, parameters)));
  }

  async rows<T>(sql: string, parameters: Record<string, unknown>, row: z.ZodType<T>): Promise<T[]> {
    const reader = await this.#with((connection) => connection.runAndReadAll(...asked(sql, parameters)));
    return reader.getRowObjectsJS().map((object) => shaped(object, row, sql));
  }

  unordered<T>(sql: string, row: z.ZodType<T>): Promise<T[]> {
    return new Promise<T[]>((resolve, reject) => {
      const waiting = this.#questions.get(row) ?? [];
      this.#questions.set(row, waiting);
      waiting.push({ sql, answer: resolve as (rows: unknown[]) => void, refuse: reject });
      if (waiting.length === 1) setImmediate(() => this.#answer(row, waiting));
    });
  }

  /** Puts the questions that wait to the next connection that is idle, as one statement. */
  async #answer(row: z.ZodType, waiting: Question[]): Promise<void> {
    await this.#with(async (connection) => {
      const asked = waiting.splice(0, MOST_TOGETHER);
      if (waiting.length > 0) setImmediate(() => this.#answer(row, waiting));
      await answerTogether(connection, asked, row);
    });
  }

  async append(table: string, rows: readonly (readonly unknown[])[]): Promise<void> {
    await this.#with(async (connection) => {
      const appender = await connection.createAppender(table);
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

  async saveTables<T>(path: string, tables: readonly Table[], meanwhile: () => Promise<T>): Promise<T> {
    // DuckDB takes what follows a question mark in the path of a database for options.
    const at = path.includes("?") ? join(this.scratch(), "saved.duckdb") : path;
    await this.run(`attach ${literal(at)} as saved`);
    for (const { name, columns, rows } of tables) {
      const declared = Object.entries(columns).map(([column, type]) => `${quoted(column)} ${type}`);
      // What goes wrong with a file is told of a statement, and not of rows that are appended.
      await this.run(`create table handed_out (${declared.join(", ")})`);
      await this.append("handed_out", rows);
      await this.run(`create table saved.${quoted(name)} as from handed_out`);
      await this.run("drop table handed_out");
    }
    const made = await meanwhile();
    await this.run("detach saved");
    if (at !== path) copyFileSync(at, path);
    return made;
  }

  async saveParquet(
    path: string,
    { name, places }: { name: string; places?: readonly number[] | undefined },
    texts: Readonly<Record<string, string>>,
  ): Promise<void> {
    const about = Object.entries(texts).map(([key, text]) => `${quoted(key)}: ${literal(text)}`);
    const ranges = places && rangesOf(places).map(([first, last]) => `rowid between ${first} and ${last}`);
    await this.run(
      query("save-parquet", {
        table: `saved.${quoted(name)}`,
        where: ranges === undefined ? "true" : ranges.length === 0 ? "false" : ranges.join(" or "),
        path: literal(path),
        about: about.join(", "),
      }),
    );
  }

  /** Opens a copy of a file of saved tables, from which nothing else can be reached, and gives their names; null for no such file. */
  async openSaved(path: string): Promise<string[] | null> {
    const copy = join(this.scratch(), "saved.duckdb");
    copyFileSync(path, copy);
    await this.confine([]);
    try {
      await this.run(`attach ${literal(copy)} as saved (type duckdb, read_only)`);
    } catch {
      return null;
    }
    const found = await this.rows(query("saved-tables"), {}, z.strictObject({ name: z.string() }));
    return found.map(({ name }) => name);
  }

  /** The columns and rows of a saved table, in order. */
  async savedTable(name: string): Promise<Table> {
    const declared = await this.rows(query("saved-columns"), { table: name }, savedColumn);
    const selected = declared.map(({ column, type }) =>
      type === "DATE" ? `${quoted(column)}::VARCHAR` : quoted(column),
    );
    const reader = await this.#with((connection) =>
      connection.runAndReadAll(`select ${selected.join(", ")} from saved.main.${quoted(name)}`),
    );
    return {
      name,
      grain: "",
      columns: Object.fromEntries(declared.map(({ column, type }) => [column, type])),
      rows: savedRows.parse(reader.getRowsJS()),
    };
  }

  /** Lets go of all that it holds; what is closed already stays so. */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    for (const connection of this.#idle) connection.closeSync();
    this.#instance.closeSync();
    rmSync(this.#scratch, { recursive: true, force: true });
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

/** A query that waits to be asked, and whom its rows or its error are told. */
interface Question {
  sql: string;
  answer: (rows: unknown[]) => void;
  refuse: (error: unknown) => void;
}

/** Of more questions a statement becomes slower to plan than several are. */
const MOST_TOGETHER = 40;

/** Asks several questions whose rows are of one shape as one statement; each alone where one of them fails. */
async function answerTogether(connection: DuckDBConnection, asked: readonly Question[], row: z.ZodType): Promise<void> {
  const rowsOf = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjectsJS();
  if (asked.length > 1)
    try {
      const branches = asked.map(({ sql }, i) => `select ${i} as _question, q.* from (\n${sql}\n) q`);
      const answers = asked.map((): unknown[] => []);
      for (const { _question, ...object } of await rowsOf(branches.join("\nunion all\n")))
        answers[Number(_question)]!.push(shaped(object, row, asked[Number(_question)]!.sql));
      for (const [i, { answer }] of asked.entries()) answer(answers[i]!);
      return;
    } catch {
      // Whose fault it is shows when each is asked alone.
    }
  for (const { sql, answer, refuse } of asked)
    try {
      answer((await rowsOf(sql)).map((object) => shaped(object, row, sql)));
    } catch (error) {
      refuse(error);
    }
}

function shaped<T>(object: unknown, row: z.ZodType<T>, sql: string): T {
  const read = row.safeParse(object);
  if (read.success) return read.data;
  throw new Error(`a row of another shape than its query states: ${z.prettifyError(read.error)}\n${sql}`);
}

/** Texts are written into a query: with something to bind it is planned as a prepared statement, and once more when types are known. */
function asked(sql: string, parameters: Record<string, unknown>): [sql: string, bound?: Record<string, DuckDBValue>] {
  const isText = (entry: [string, unknown]): entry is [string, string] => typeof entry[1] === "string";
  const entries = Object.entries(parameters);
  if (entries.every(isText)) return [withTexts(sql, Object.fromEntries(entries))];
  return [sql, parameters as Record<string, DuckDBValue>];
}

const savedColumn = z.strictObject({
  column: z.string(),
  type: z.enum(["VARCHAR", "DOUBLE", "INTEGER", "BOOLEAN", "DATE"]),
});
const savedRows = z.array(z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])));

/** DuckDB holds real paths against the folders that it may use. */
function realTemporaryFolder(): string {
  try {
    return realpathSync(tmpdir());
  } catch {
    // Not there: told when something has to be put into it.
    return tmpdir();
  }
}

/** Places in order as the first and last of each row of neighbours. */
function rangesOf(places: readonly number[]): [number, number][] {
  const ranges: [number, number][] = [];
  for (const place of places) {
    const last = ranges.at(-1);
    if (last?.[1] === place - 1) last[1] = place;
    else ranges.push([place, place]);
  }
  return ranges;
}
