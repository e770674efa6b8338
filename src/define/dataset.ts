import { z } from "zod";
import { populationSchema } from "./population.ts";
import { address, columnName, day, id, object, path, text, where } from "./schema.ts";

export const blankReasons = {
  suppressed: { marker: "[c]", text: "suppressed to protect confidentiality" },
  "not-available": { marker: "[x]", text: "not available" },
  "not-applicable": { marker: "[z]", text: "not applicable" },
  "low-reliability": { marker: "[u]", text: "too unreliable to publish" },
  break: { marker: "[b]", text: "break in the series" },
} as const;
export type BlankReason = keyof typeof blankReasons;

export const blankReason = z.enum(Object.keys(blankReasons) as [BlankReason, ...BlankReason[]]);

const range = object({
  from: z.number().min(0, "a number that is not negative").describe("The lowest count that the marker may stand for"),
  to: z.number().describe("The highest"),
}).refine(({ from, to }) => from < to, { error: "less than to", path: ["from"] });
/** What a marker may stand for, where a count is published as a range only: `<5` is from 1 to 4. */
export type MarkedRange = z.infer<typeof range>;

/** What a marker stands for: no figure, for a reason, or a count in a range. */
export type Meaning = BlankReason | MarkedRange;

const blanks = z
  .record(
    z.string(),
    z.union([blankReason, range], {
      error: `one of ${blankReason.options.join(", ")}, or the range that a count lies in: { from: 1, to: 4 }`,
    }),
  )
  .describe(
    'Markers that stand for a missing figure, with the reason, or in columns of numbers for a count that is known as a range only, with its ends; "" is an empty cell',
  );

const column = object({
  type: z.enum(["text", "integer", "number", "date"]),
  about: text.optional(),
  percent: z
    .literal(true)
    .optional()
    .describe("true: cells of a workbook that are formatted as percent are read as shown, 15% as 15"),
  blanks: blanks.optional().describe("Markers of this column, in place of the dataset's"),
  population: populationSchema
    .optional()
    .describe("Who is counted: every column has it that an indicator divides or weighs by"),
});

const unpivot = object({
  columns: z.array(columnName).min(1).describe("Columns to turn into rows, as the header names them"),
  name: columnName.describe("New column for the old header"),
  value: columnName.describe("New column for the figure"),
});

const delimited = object({
  type: z.literal("csv"),
  delimiter: z.string().length(1, "one character"),
  quote: z.string().length(1, "one character"),
  encoding: z.enum(["utf-8", "utf-16le", "windows-1252"]),
  header_row: z.int().min(1).default(1).describe("Line with the column names"),
  unpivot: unpivot.optional(),
}).superRefine((format, context) => {
  const issue = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
  if (format.quote === format.delimiter) issue("quote", "another character than the delimiter");
  for (const key of ["delimiter", "quote"] as const)
    if (/[\r\n]/.test(format[key])) issue(key, "a character that does not end a line");
});
const workbook = object({
  type: z.literal("xlsx"),
  sheet: text,
  header_row: z.int().min(1).default(1),
  last_row: z.int().min(1).optional().describe("Last row of the table, where notes follow it"),
  unpivot: unpivot.optional(),
});
const parquet = object({ type: z.literal("parquet"), unpivot: unpivot.optional() });
const arrow = object({ type: z.literal("arrow"), unpivot: unpivot.optional() });

const formats = [delimited, workbook, parquet, arrow] as const;
const format = z.discriminatedUnion("type", formats, {
  error: `one of ${formats.map(({ shape }) => shape.type.value).join(", ")}`,
});

const facts = object({
  rows: z.int().min(0).describe("Number of rows over all files, after turning columns into rows"),
  unique: z.array(columnName).min(1).describe("Columns that together name a row"),
  totals: z
    .array(object({ column: columnName, where: where.optional(), equals: z.number() }))
    .default([])
    .describe("Known sums, exact to the last decimal given"),
  ranges: z
    .array(
      object({ column: columnName, min: z.number().optional(), max: z.number().optional() }).refine(
        (r) => r.min !== undefined || r.max !== undefined,
        { error: "min, max or both" },
      ),
    )
    .default([]),
});

const lookup = object({
  dataset: id,
  on: columnName.describe("Key column of this dataset"),
  key: columnName.describe("Key column of the other dataset"),
  columns: z.array(columnName).min(1).describe("Columns to bring in from the other dataset"),
});

export const datasetSchema = object({
  title: text,
  publisher: text,
  licence: text,
  attribution: text.optional(),
  page: address.describe("Where the publisher offers the figures"),
  period: text.describe("What span the figures cover"),
  received: day.describe("Day the figures were received"),
  changes: text.describe("What was done to the figures between the publisher and these files"),
  notes: z.array(text).default([]),
  files: z.array(object({ path, sha256: z.string().regex(/^[0-9a-f]{64}$/, "64 hexadecimal digits") })).min(1),
  format,
  columns: z.record(columnName, column).refine((columns) => Object.keys(columns).length > 0, {
    error: "at least one column",
  }),
  blanks: blanks.default({}),
  facts,
  lookups: z.array(lookup).default([]),
}).meta({ title: "tempcheck dataset" });

export type Dataset = z.infer<typeof datasetSchema> & { id: string; folder: string };
export type ColumnType = Dataset["columns"][string]["type"];
export type Format = Dataset["format"];
export type FormatOf<Type extends Format["type"]> = Extract<Format, { type: Type }>;
export type Lookup = Dataset["lookups"][number];

/** What the markers of a column stand for. A range is of numbers: in a column of anything else the same text is a text. */
export function meaningsOf(dataset: Dataset, column: string): Readonly<Record<string, Meaning>> {
  const { type, blanks: own = dataset.blanks } = dataset.columns[column] ?? {};
  const isNumeric = type === "integer" || type === "number";
  return Object.fromEntries(Object.entries(own).filter(([, meaning]) => isNumeric || typeof meaning === "string"));
}

/** The same of any column of a dataset's table, those that lookups bring in among them. */
export function meaningsInTable(
  dataset: Dataset,
  column: string,
  datasets: readonly { value: Dataset }[],
): Readonly<Record<string, Meaning>> {
  if (Object.hasOwn(dataset.columns, column)) return meaningsOf(dataset, column);
  const lookup = dataset.lookups.find(({ columns }) => columns.includes(column));
  const other = datasets.find(({ value }) => value.id === lookup?.dataset)?.value;
  return other === undefined ? {} : meaningsInTable(other, column, datasets);
}

/** Markers that say why a figure is missing, with the reason. */
export const reasonsIn = (meanings: Readonly<Record<string, Meaning>>): [marker: string, reason: BlankReason][] =>
  Object.entries(meanings).flatMap(([marker, meaning]) =>
    typeof meaning === "string" ? [[marker, meaning] as [string, BlankReason]] : [],
  );

/** Markers of counts that are known as ranges only, with what they stand for. */
export const rangesIn = (meanings: Readonly<Record<string, Meaning>>): [marker: string, range: MarkedRange][] =>
  Object.entries(meanings).flatMap(([marker, meaning]) =>
    typeof meaning === "string" ? [] : [[marker, meaning] as [string, MarkedRange]],
  );
