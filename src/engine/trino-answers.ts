import { z } from "zod";
import { visible } from "../error.ts";
import { connectionVariables } from "./connection.ts";
import type { Credential } from "./credential.ts";
import { EngineFailure, type EngineRow } from "./engine-port.ts";

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** The parts of an answer that are read; https://trino.io/docs/current/develop/client-protocol.html. Others are left alone. */
export const answerSchema = z.object({
  id: z.string(),
  nextUri: z.string().optional(),
  columns: z.array(z.object({ name: z.string() })).optional(),
  data: z.array(z.array(value)).optional(),
  error: z
    .object({ message: z.string().default(""), errorName: z.string().default(""), errorType: z.string().default("") })
    .optional(),
  stats: z
    .object({ processedRows: z.number().default(0), progressPercentage: z.number().optional() })
    .default({ processedRows: 0 }),
});
export type TrinoAnswer = z.infer<typeof answerSchema>;

/** The rows of an answer by the names of their columns. */
export const rowsIn = ({ columns = [], data = [] }: TrinoAnswer): EngineRow[] =>
  data.map((cells) => Object.fromEntries(columns.map(({ name }, i) => [name, cells[i] ?? null])));

/** Errors by which an engine tells that a machine of it went away. */
const lostMachines = [
  "REMOTE_TASK_ERROR",
  "REMOTE_TASK_MISMATCH",
  "REMOTE_HOST_GONE",
  "PAGE_TRANSPORT_ERROR",
  "PAGE_TRANSPORT_TIMEOUT",
  "TOO_MANY_REQUESTS_FAILED",
  "NO_NODES_AVAILABLE",
  "SERVER_SHUTTING_DOWN",
  "WORKER_RESTARTED",
];

const MOST_LETTERS = 400;
const AGAIN = "run the command again; nothing was written, and the last output stands";

/** What an engine says went wrong, and the way out. */
export function failureOf(
  { errorName, errorType, message }: NonNullable<TrinoAnswer["error"]>,
  credential: Credential | null,
): EngineFailure {
  const said = visible(message.replace(/\s+/g, " ")).slice(0, MOST_LETTERS);
  const found = `${errorName || errorType || "an error"}: ${said}`;
  if (lostMachines.includes(errorName))
    return new EngineFailure(`${found} (a machine of the engine went away while it answered)`, AGAIN);
  if (errorType === "INSUFFICIENT_RESOURCES")
    return new EngineFailure(
      found,
      "run it again when the engine is less busy, or ask whoever runs it for more of what is short: memory, time, or places in its queue",
    );
  if (/_NOT_FOUND$/.test(errorName))
    return new EngineFailure(found, "mend catalog, schema or table, or the names under columns");
  if (errorName === "PERMISSION_DENIED" && /impersonate/.test(said))
    return new EngineFailure(
      found,
      `set ${connectionVariables.user} to the name that the ${credential?.kind ?? "token"} was given for, or ask whoever runs the engine for a ${credential?.kind ?? "token"} of that name`,
    );
  if (errorName === "PERMISSION_DENIED")
    return new EngineFailure(found, "ask whoever runs the engine for the right to read the table");
  if (/CANCELED$|KILLED$/.test(errorName)) return new EngineFailure(found, AGAIN);
  if (errorType === "USER_ERROR")
    return new EngineFailure(
      found,
      "mend the table or view, of which some row or the definition gives this, or ask whoever looks after it",
    );
  return new EngineFailure(found, "ask whoever runs the engine; its own log says more of the query");
}
