import type { z } from "zod";
import type { Dataset } from "../define/dataset.ts";
import type { Defined } from "../define/definitions.ts";
import type { InEngine } from "../define/engine-table.ts";
import { type Asked, type Engine, EngineFailure, type EngineRow, type Progress } from "../engine/engine-port.ts";
import { UserError } from "../error.ts";
import type { Dialect } from "./dialects.ts";
import type { Database } from "./port.ts";

/** An engine that datasets are asked of. */
export interface EngineAccess {
  engine: Engine;
  dialect: Dialect;
  /** Told while the engine answers: the dataset, what it is asked for, and how far it is. */
  progress: (dataset: string, what: string, progress: Progress) => void;
}

/** How one dataset's table is asked: like a database, with what goes wrong told as a fault of the dataset. */
export interface Asking extends Pick<Database, "rows"> {
  dialect: Dialect;
  stream(sql: string, rows: Asked["rows"]): Promise<void>;
}

/** What the table of an engine is called in messages and among the inputs of a report. */
export const tableName = ({ type, catalog, schema, table }: InEngine): string =>
  `${type}:${catalog}.${schema}.${table}`;

export function askingFor(
  { value: dataset, yaml }: Defined<Dataset & { format: InEngine }>,
  what: string,
  { engine, dialect, progress }: EngineAccess,
): Asking {
  const stream: Asking["stream"] = async (sql, rows) => {
    try {
      await engine.ask(sql, { rows, progress: (made) => progress(dataset.id, what, made) });
    } catch (error) {
      if (!(error instanceof EngineFailure)) throw error;
      throw new UserError({
        where: yaml.where(["engine"]),
        must: `${tableName(dataset.format)} answers for ${what}`,
        found: error.message,
        fix: error.fix,
      });
    }
  };
  return {
    dialect,
    stream,
    rows: async <T>(sql: string, _: Record<string, unknown>, row: z.ZodType<T>): Promise<T[]> => {
      const found: EngineRow[] = [];
      await stream(sql, (some) => {
        found.push(...some);
      });
      return found.map((one) => row.parse(one));
    },
  };
}
