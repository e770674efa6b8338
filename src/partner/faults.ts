import type { z } from "zod";
import { type Fault, UserError, type Where } from "../error.ts";

type Path = readonly PropertyKey[];

/** Where in a request a path lies, as faults name it. */
export type Locate = (path: Path) => Where;

/** A path as people write it, counted from 0: scenarios[0].groups[2].value. */
export const keyOf = (path: Path): string =>
  path
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`))
    .join("")
    .replace(/^\./, "");

/** The request when the schema accepts it; else a UserError that lists every fault with its position. */
export function checked<T>(schema: z.ZodType<T>, raw: unknown, locate: Locate): T {
  const outcome = schema.safeParse(raw);
  if (outcome.success) return outcome.data;
  throw new UserError(outcome.error.issues.flatMap((issue) => faultsOf(issue, raw, locate)));
}

function faultsOf(issue: z.core.$ZodIssue, raw: unknown, locate: Locate): Fault[] {
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({
      where: locate([...issue.path, key]),
      must: issue.message.startsWith("Unrecognized") ? "a key that this command knows" : issue.message,
      found: `the key ${key}`,
      fix: "mend the spelling or take the key out",
    }));
  const found = valueAt(raw, issue.path);
  const missing = found === undefined && issue.path.length > 0;
  return [
    {
      where: locate(issue.path),
      must: mustBe(issue),
      found: missing ? "nothing: it is missing" : shown(found),
      fix: missing ? `give ${String(issue.path.at(-1))}` : "mend the value",
    },
  ];
}

/** What must hold, from zod's own words where the schema gives none. */
function mustBe(issue: z.core.$ZodIssue): string {
  if (!/^(Invalid|Too)/.test(issue.message)) return issue.message;
  switch (issue.code) {
    case "invalid_type":
      return wordOfType[issue.expected] ?? issue.expected;
    case "invalid_value":
      return `one of ${issue.values.join(", ")}`;
    case "too_small":
      return issue.origin === "array"
        ? `a list of at least ${issue.minimum}`
        : `a number of ${issue.inclusive === false ? "more than" : "at least"} ${issue.minimum}`;
    case "too_big":
      return `a number of at most ${issue.maximum}`;
    default:
      return issue.message;
  }
}

const wordOfType: Record<string, string> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
};

function valueAt(raw: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    raw,
  );
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === "object" && value !== null) return `an object with the keys ${Object.keys(value).join(", ")}`;
  return JSON.stringify(value) ?? "nothing";
}
