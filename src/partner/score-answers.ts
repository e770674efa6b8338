import { z } from "zod";

/** Questions whose answers are known from elsewhere, and how an answer is held against them: docs/conformance.md. */

const toleranceSchema = z.strictObject({
  /** Of the size of what is expected. */
  relative: z.number().min(0),
  /** At least this much, whatever the size. */
  absolute: z.number().min(0),
  /** Of figures under these keys, in place of both. */
  keys: z.record(z.string(), z.number().min(0)).optional(),
});
type Tolerance = z.infer<typeof toleranceSchema>;

const checkSchema = z.strictObject({
  /** What is checked: a kind of estimate, a measure, change, trend or verdict. */
  section: z.string().min(1),
  /** Where in the answer it stands. An answer that has nothing there does not support it. */
  at: z.array(z.union([z.string(), z.int()])),
  /** What must stand there; it may hold more. */
  expected: z.unknown(),
  tolerance: toleranceSchema,
  /** Where the answer comes from. */
  source: z.string().min(1),
});
export type Check = z.infer<typeof checkSchema>;

export const asks = ["estimate", "measure", "judge"] as const;

const vectorSchema = z.strictObject({
  id: z.string().min(1),
  ask: z.enum(asks),
  /** Levels of the intervals, of estimates. */
  levels: z.array(z.number()).optional(),
  /** What the command of that name reads. */
  request: z.unknown(),
  checks: z.array(checkSchema).min(1),
});
export type Vector = z.infer<typeof vectorSchema>;

export const vectorFileSchema = z.strictObject({
  conformance: z.literal(1, { error: "1: this program scores vectors of that edition" }),
  about: z.string().optional(),
  vectors: z.array(vectorSchema).min(1),
});

/** The line that a program is sent. */
export const questionOf = ({ id, ask, levels, request }: Vector): string =>
  JSON.stringify({ id, ask, ...(levels === undefined ? {} : { levels }), request });

/** What a program said to a question, or what it did in place of an answer. */
export type Heard =
  | { kind: "said"; text: string }
  | { kind: "ended"; code: string; said: string }
  | { kind: "late"; seconds: number }
  | { kind: "long"; megabytes: number };

export const outcomes = ["passed", "failed", "unsupported"] as const;
export type Outcome = (typeof outcomes)[number];

/** Why an answer is not what is expected, each with what must be known to tell it. */
export type Why =
  | Exclude<Heard, { kind: "said" }>
  | { kind: "no-json"; text: string }
  | { kind: "no-reply"; text: string }
  | { kind: "other-question"; id: string }
  | { kind: "error"; text: string }
  | { kind: "differs"; path: string; found: string; expected: string };

/** What became of one check. */
export interface Scored {
  vector: string;
  section: string;
  outcome: Outcome;
  why: Why | null;
  source: string;
}

const replySchema = z.union([
  z.object({ id: z.unknown(), answer: z.unknown() }).refine(({ answer }) => answer !== undefined),
  z.object({ id: z.unknown(), unsupported: z.literal(true) }),
  z.object({ id: z.unknown(), error: z.string() }),
]);

const SHOWN = 120;
const short = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)} ...` : text);

/** Every check of a vector against what a program said. */
export function scored(vector: Vector, heard: Heard): Scored[] {
  const all = (outcome: Outcome, why: Why | null): Scored[] =>
    vector.checks.map(({ section, source }) => ({ vector: vector.id, section, outcome, why, source }));
  if (heard.kind !== "said") return all("failed", heard);
  let said: unknown;
  try {
    said = JSON.parse(heard.text);
  } catch {
    return all("failed", { kind: "no-json", text: short(heard.text) });
  }
  const reply = replySchema.safeParse(said);
  if (!reply.success) return all("failed", { kind: "no-reply", text: short(heard.text) });
  if (reply.data.id !== vector.id)
    return all("failed", { kind: "other-question", id: reply.data.id === undefined ? "" : shown(reply.data.id) });
  if ("unsupported" in reply.data) return all("unsupported", null);
  if ("error" in reply.data) return all("failed", { kind: "error", text: short(reply.data.error) });
  const { answer } = reply.data;
  return vector.checks.map(({ section, source, at, expected, tolerance }) => {
    const found = at.reduce<unknown>(part, answer);
    const why = found === undefined ? null : difference(found, expected, tolerance, at.join("."));
    const outcome = found === undefined ? "unsupported" : why === null ? "passed" : "failed";
    return { vector: vector.id, section, outcome, why, source };
  });
}

const part = (value: unknown, key: string | number): unknown =>
  typeof value === "object" && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string | number, unknown>)[key]
    : undefined;

/** The first place where a value is not what is expected; null where there is none. */
function difference(found: unknown, expected: unknown, tolerance: Tolerance, path: string): Why | null {
  const differs: Why = { kind: "differs", path, found: shown(found), expected: shown(expected) };
  if (typeof expected === "number") {
    const key = path.split(".").at(-1) ?? "";
    const { [key]: own } = tolerance.keys ?? {};
    const room = own ?? Math.max(tolerance.absolute, tolerance.relative * Math.abs(expected));
    return typeof found === "number" && Math.abs(found - expected) <= room ? null : differs;
  }
  if (typeof expected !== "object" || expected === null) return found === expected ? null : differs;
  if (typeof found !== "object" || found === null) return differs;
  if (Array.isArray(expected) && (!Array.isArray(found) || found.length !== expected.length)) return differs;
  for (const [key, one] of Object.entries(expected)) {
    const why = difference(part(found, key), one, tolerance, path === "" ? key : `${path}.${key}`);
    if (why !== null) return why;
  }
  return null;
}

/** A value as it is told; of one that is nested too deeply to be written its kind alone. */
function shown(value: unknown): string {
  try {
    return short(JSON.stringify(value) ?? "nothing");
  } catch (error) {
    if (error instanceof RangeError) return Array.isArray(value) ? "[ ... ]" : "{ ... }";
    throw error;
  }
}

export interface SectionScore extends Record<Outcome, number> {
  section: string;
}

/** How many checks of each section passed, in the order in which sections first come. */
export function sectionScores(all: readonly Scored[]): SectionScore[] {
  const bySection = new Map<string, SectionScore>();
  for (const { section, outcome } of all) {
    const score = bySection.get(section) ?? { section, passed: 0, failed: 0, unsupported: 0 };
    score[outcome]++;
    bySection.set(section, score);
  }
  return [...bySection.values()];
}
