import { stringify } from "yaml";

/** Pages of keys, as Markdown: what a schema says, with what real files have there. */

export interface Schema {
  type?: string | string[];
  description?: string;
  default?: unknown;
  enum?: unknown[];
  const?: unknown;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | boolean;
  items?: Schema;
  prefixItems?: Schema[];
  oneOf?: Schema[];
  anyOf?: Schema[];
  allOf?: Schema[];
  $ref?: string;
  $defs?: Record<string, Schema>;
  definitions?: Record<string, Schema>;
}

const code = (value: unknown): string => `\`${typeof value === "string" ? value : JSON.stringify(value)}\``;

const variantsOf = ({ oneOf, anyOf }: Schema): Schema[] => (oneOf ?? anyOf ?? []).filter(({ type }) => type !== "null");

function typeOf(schema: Schema): string {
  if (schema.enum !== undefined) return schema.enum.map(code).join(", ");
  if (schema.const !== undefined) return code(schema.const);
  const variants = variantsOf(schema);
  if (variants.length > 0) return [...new Set(variants.map(typeOf))].join(", or ");
  const type = [schema.type ?? []].flat().filter((one) => one !== "null")[0];
  if (type === "array") return schema.items === undefined ? "a list" : `a list: ${typeOf(schema.items)}`;
  if (type === "object") return schema.properties === undefined ? "a block, by name" : "a block";
  const words: Record<string, string> = {
    string: "text",
    integer: "a whole number",
    number: "a number",
    boolean: "true or false",
  };
  return words[type ?? ""] ?? "any value";
}

interface Row {
  path: string;
  schema: Schema;
  required: boolean;
}

/** The keys below one, each by its path; of variants each key once. */
function rowsBelow(schema: Schema, path: string, deep = 0): Row[] {
  if (deep > 8) return [];
  const inner = (one: Schema): Row[] => [
    ...Object.entries(one.properties ?? {}).flatMap(([key, property]) => [
      { path: `${path}.${key}`, schema: property, required: one.required?.includes(key) === true },
      ...rowsBelow(property, `${path}.${key}`, deep + 1),
    ]),
    ...(one.items === undefined ? [] : rowsBelow(one.items, `${path}[]`, deep + 1)),
    ...(one.prefixItems ?? []).slice(0, 1).flatMap((item) => rowsBelow(item, `${path}[]`, deep + 1)),
    ...(typeof one.additionalProperties === "object"
      ? rowsBelow(one.additionalProperties, `${path}.<name>`, deep + 1)
      : []),
  ];
  const rows = [
    ...inner(schema),
    ...variantsOf(schema).flatMap((one) => [...inner(one), ...variantsOf(one).flatMap(inner)]),
  ];
  return [...new Map(rows.map((row) => [row.path, row] as const)).values()];
}

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ").replaceAll("<", "&lt;");

/** What a key says, as sentences: its description and what it is by default. */
const sentences = ({ description = "", default: initial }: Schema): string =>
  [
    description === "" || /[.?!]$/.test(description) ? description : `${description}.`,
    initial === undefined ? "" : `By default ${code(initial)}.`,
  ]
    .filter((one) => one !== "")
    .join(" ");

const rowText = ({ path, schema, required }: Row): string =>
  `| \`${path}\`${required ? ", needed" : ""} | ${cell(typeOf(schema))} | ${cell(sentences(schema))} |`;

/** A value as a file has it, cut short. */
function example(key: string, value: unknown): string {
  const lines = stringify({ [key]: value }, { lineWidth: 110 })
    .trimEnd()
    .split("\n");
  return lines.length <= 14 ? lines.join("\n") : stringify({ [key]: shorter(value) }, { lineWidth: 110 }).trimEnd();
}

/** Lists and blocks with their first entries alone, so that an example stays one that is valid by itself. */
function shorter(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).slice(0, 3));
}

/** The Markdown of a page of keys. `found` has real definitions of the kind, those that teach first. */
export function keysPage(
  title: string,
  lead: string,
  schema: Schema,
  found: readonly Readonly<Record<string, unknown>>[],
): string {
  const parts = Object.entries(schema.properties ?? {}).map(([key, property]) => {
    const value = found.find((one) => one[key] !== undefined)?.[key];
    const rows = rowsBelow(property, key);
    const needed = schema.required?.includes(key) === true && property.default === undefined ? "Needed. " : "";
    return [
      `## ${key}`,
      `${needed}${sentences(property)} Value: ${typeOf(property)}.`.trim(),
      ...(value === undefined ? [] : [`\`\`\`yaml\n${example(key, value)}\n\`\`\``]),
      ...(rows.length === 0
        ? []
        : [["| key | value | what it says |", "| --- | --- | --- |", ...rows.map(rowText)].join("\n")]),
    ].join("\n\n");
  });
  return `# ${title}\n\n${lead}\n\n${parts.join("\n\n")}\n`;
}
