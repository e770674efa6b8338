import { UsageError } from "../error.ts";
import { type Columns, csvRows, locateRows } from "./csv-table.ts";
import { estimateRequestSchema } from "./estimate-request.ts";
import { type Estimates, estimated } from "./estimates.ts";
import { checked, keyOf } from "./faults.ts";
import { parseJson } from "./json.ts";
import type { Source } from "./request-source.ts";

/** Columns of a CSV, by the kind that its lines are. */
const columnsOf: Record<string, Columns> = {
  proportion: { name: "text", numerator: "number", denominator: "number", multiplier: "number" },
  rate: { name: "text", count: "number", personYears: "number", multiplier: "number" },
  mean: { name: "text", value: "number", sd: "number", count: "number" },
};

/** Reads and answers a request for estimates; `kind` says what the lines of a CSV are. */
export function answered({ form, text, file }: Source, kind: string | undefined, levels: readonly number[]): Estimates {
  if (form === "json") {
    if (kind !== undefined) throw new UsageError("--kind is for CSV; in JSON the kinds are keys");
    const raw = parseJson(text, file);
    return estimated(
      checked(estimateRequestSchema, raw, (path) => ({ file, key: keyOf(path) })),
      levels,
    );
  }
  const columns = columnsOf[kind ?? ""];
  if (kind === undefined || columns === undefined)
    throw new UsageError(`say what the lines of a CSV are: --kind ${Object.keys(columnsOf).join(", ")}`);
  const rows = csvRows(text, columns, file);
  const raw = { [kind]: rows.map(({ cells }) => cells) };
  const lines = new Map(rows.map(({ line }, index) => [keyOf([kind, index]), line]));
  return estimated(checked(estimateRequestSchema, raw, locateRows(file, lines)), levels);
}
