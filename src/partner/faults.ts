import type { z } from "zod";
import { issueFaults, UserError, type Where } from "../error.ts";

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
  throw new UserError(
    issueFaults(outcome.error.issues, {
      where: locate,
      found: (path) => {
        const value = valueAt(raw, path);
        return value === undefined && path.length > 0 ? null : shown(value);
      },
      fix: () => "mend the value",
      words: { object: "an object", missing: "it is missing", add: "give" },
    }),
  );
}

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
