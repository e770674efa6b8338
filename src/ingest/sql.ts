import { readFileSync } from "node:fs";

/** A name in SQL: always quoted, so that no column name can be mistaken for anything else. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A column of the dataset in queries that join it, as `d`, with tables of our own. */
export const ofData = (column: string): string => `d.${quoted(column)}`;

/** A text in SQL, for the few places where DuckDB takes no parameter. A query ends at a NUL, which is written as what it is. */
export const literal = (text: string): string => {
  const parts = text.split("\0").map((part) => `'${part.replaceAll("'", "''")}'`);
  return parts.length === 1 ? parts[0]! : `(${parts.join(" || chr(0) || ")})`;
};

/** SQL of whether a text is one of a list. */
export const among = (text: string, list: readonly string[]): string =>
  list.length === 0 ? "false" : `${text} in (${list.map(literal).join(", ")})`;

/** What a query is read by: comments, texts and names in quotes, and parameters. */
const PARTS = /--[^\n]*|'(?:[^']|'')*'|"(?:[^"]|"")*"|\$(\w+)/g;

/** A query with texts in place of its parameters. */
export const withTexts = (sql: string, texts: Readonly<Record<string, string>>): string =>
  sql.replace(PARTS, (part, name?: string) => {
    const text = name === undefined ? undefined : texts[name];
    return text === undefined ? part : literal(text);
  });

const cache = new Map<string, string>();

/** A query from its file in sql/, with {{names}} filled in. Values never go in here: they are bound as parameters. */
export function query(name: string, parts: Record<string, string> = {}): string {
  const template = cache.get(name) ?? readFileSync(new URL(`./sql/${name}.sql`, import.meta.url), "utf8");
  cache.set(name, template);
  return template.replace(/\{\{(\w+)\}\}/g, (_, part: string) => {
    const filled = parts[part];
    if (filled === undefined) throw new Error(`${name}.sql needs {{${part}}}`);
    return filled;
  });
}
