import type { FetchedFrom } from "../define/fetched-from.ts";
import type { Circumstances } from "./circumstances.ts";
import { Refusal } from "./refusals.ts";

/** A key as it is sent: to the host that the declaration names, and to no other. */
export interface Key {
  secret: string;
  headers: Readonly<Record<string, string>>;
  parameter: string | null;
}

/** The key of a declaration, from the environment; null where it names none. */
export function keyOf({ key }: FetchedFrom, { variable }: Pick<Circumstances, "variable">): Key | null {
  if (key === undefined) return null;
  const secret = variable(key.variable) ?? "";
  if (!/^[\x21-\x7e]+$/.test(secret))
    throw new Refusal({
      must: `a key in the environment variable ${key.variable}`,
      found: secret === "" ? "nothing there" : "characters that no key has, such as spaces or the end of a line",
      fix: "set it where the command runs, never in a file of the project; or take key out, if the service does without",
    });
  const headers: Record<string, string> =
    key.as === "bearer" ? { Authorization: `Bearer ${secret}` } : key.as === "header" ? { [key.name!]: secret } : {};
  return { secret, headers, parameter: key.as === "query" ? key.name! : null };
}

/** A text without a key, however it may stand there. */
export function withoutKey(text: string, key: Key | null): string {
  if (key === null) return text;
  const forms = new Set([
    key.secret,
    encodeURIComponent(key.secret),
    new URLSearchParams({ k: key.secret }).toString().slice(2),
  ]);
  return [...forms].reduce((shown, form) => shown.replaceAll(form, "[key]"), text);
}
