import { z } from "zod";
import { UserError } from "../error.ts";
import { estimateRequestSchema } from "./estimate-request.ts";
import { estimated } from "./estimates.ts";
import { checked, keyOf } from "./faults.ts";
import { parseJson } from "./json.ts";
import { judgedRequest } from "./judge-request.ts";
import { measured } from "./measure-request.ts";
import { level } from "./numbers.ts";
import { asks } from "./score-answers.ts";

const lineSchema = z.strictObject({
  id: z.union([z.string(), z.number(), z.null()]).optional(),
  ask: z.enum(asks),
  /** Of the intervals of estimates, and the first one of measures. */
  levels: z.array(level).min(1).optional(),
  request: z.unknown(),
});

/** One question of a line and its answer, as one line: with `answer`, or with `error` and every fault. */
export function answerLine(text: string): string {
  let id: unknown = null;
  try {
    const raw = parseJson(text, "line");
    if (typeof raw === "object" && raw !== null && "id" in raw) id = raw.id;
    const { ask, levels, request } = checked(lineSchema, raw, (path) => ({ file: "line", key: keyOf(path) }));
    const source = { form: "json", file: "request", text: JSON.stringify(request ?? null) } as const;
    switch (ask) {
      case "estimate": {
        const read = checked(estimateRequestSchema, request, (path) => ({ file: "request", key: keyOf(path) }));
        return JSON.stringify({ id, answer: estimated(read, levels ?? [0.95]) });
      }
      case "measure":
        return JSON.stringify({ id, answer: measured(source, levels === undefined ? {} : { level: levels[0]! }) });
      case "judge":
        return JSON.stringify({ id, answer: judgedRequest(source) });
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return JSON.stringify({ id, error: error.message, faults: error.faults });
  }
}
