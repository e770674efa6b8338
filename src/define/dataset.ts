import { z } from "zod";
import { type CellForms, cellForms } from "./cell-forms.ts";
import { engineKeys, type InEngine, refuseHalfAnEngine } from "./engine-table.ts";
import { fetchedFrom } from "./fetched-from.ts";
import { guesses } from "./guess.ts";
import { populationSchema } from "./population.ts";
import { address, cell, columnName, day, id, object, path, text, where } from "./schema.ts";

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
    .describe(
      "true: cells that are shown with a % sign are read as shown, 15% as 15, whether formatted so or written so",
    ),
  cells: cellForms.optional().describe("How this column's cells are written, in place of the dataset's cells"),
  aliases: z.array(columnName).min(1).optional().describe("Other names of the column, in other files of the dataset"),
  position: z
    .int()
    .min(1)
    .optional()
    .describe("Which column of the file it is, from 1, where the header has no name for it, or one name twice"),
  row_number: z
    .literal(true)
    .optional()
    .describe(
      "true: no column of the file, but the number of the file and of the row (1-25), for rows that nothing else tells apart",
    ),
  record: z
    .literal(true)
    .optional()
    .describe(
      "true: names one record, such as a person or a visit. It tells rows apart for facts.unique and nothing else: nothing is grouped, kept or printed by it",
    ),
  blanks: blanks.optional().describe("Markers of this column, in place of the dataset's"),
  population: populationSchema
    .optional()
    .describe("Who is counted: every column has it that an indicator divides or weighs by"),
});

const unpivot = object({
  columns: z.array(columnName).min(1).optional().describe("Columns to turn into rows, as the header names them"),
  name: columnName.describe("New column for the old header, or for what names has in its place"),
  value: columnName.optional().describe("New column for the figure"),
  names: z
    .array(cell)
    .min(1)
    .optional()
    .describe("What stands in the new column name, in the order of the columns; the old headers where there is none"),
  values: z
    .record(columnName, z.array(columnName).min(1))
    .optional()
    .describe(
      "In place of columns and value, where several measures stand beside one another: each new column with the old ones, in the order of names",
    ),
}).superRefine(({ columns, value, names, values }, context) => {
  const issue = (path: PropertyKey[], message: string) => context.addIssue({ code: "custom", path, message });
  if (values === undefined) {
    if (columns === undefined || value === undefined) issue([], "columns and value, or names and values");
    if (columns && names && columns.length !== names.length)
      issue(["names"], `one name for each of the ${columns.length} columns; found ${names.length}`);
  } else if (columns !== undefined || value !== undefined)
    issue([], "columns and value, or names and values, not both");
  else if (names === undefined) issue(["names"], "names, one for each of the columns under values");
  else
    for (const [made, old] of Object.entries(values))
      if (old.length !== names.length)
        issue(["values", made], `${names.length} columns, one for each of names; found ${old.length}`);
});
export type Unpivot = z.infer<typeof unpivot>;

/** The rows that columns become: what each is called, and the old column of each new one. */
export function unpivotedRows({ columns = [], value, names, values }: Unpivot) {
  const made = values ?? { [value ?? ""]: columns };
  const labels = names ?? columns;
  return labels.map((label, i) => ({
    label,
    cells: Object.entries(made).map(([column, old]) => ({ column, old: old[i] ?? "" })),
  }));
}

const table = {
  header_row: z.int().min(1).default(1).describe("Line with the column names, or the first of several"),
  header_rows: z
    .int()
    .min(1)
    .max(10)
    .default(1)
    .describe("How many lines the column names stand in: their texts are joined with a space, from the top"),
  fill_header: z
    .literal(true)
    .optional()
    .describe("true: a blank cell of an upper header line has the text to its left (merged cells always have)"),
  last_row: z.int().min(1).optional().describe("Last line of the table, where notes follow it"),
};
const shape = {
  fill_down: z
    .array(columnName)
    .min(1)
    .optional()
    .describe("Columns in which a blank cell stands for what is above it, as under merged labels"),
  unpivot: unpivot.optional(),
};

const delimited = object({
  type: z.literal("csv"),
  delimiter: z.string().length(1, "one character"),
  quote: z.string().length(1, "one character"),
  encoding: z.enum(["utf-8", "utf-16le", "windows-1252"]),
  ...table,
  header_row: z
    .int()
    .min(0)
    .default(1)
    .describe(
      "Line with the column names, or the first of several; 0 where the file has none and columns have a position",
    ),
  ...shape,
}).superRefine((format, context) => {
  const issue = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
  if (format.quote === format.delimiter) issue("quote", "another character than the delimiter");
  for (const key of ["delimiter", "quote"] as const)
    if (/[\r\n]/.test(format[key])) issue(key, "a character that does not end a line");
});
const workbook = object({
  type: z.literal("xlsx"),
  sheet: text,
  ...table,
  ...shape,
});
const openDocument = object({ type: z.literal("ods"), sheet: text, ...table, ...shape });
const parquet = object({ type: z.literal("parquet"), ...shape });
const arrow = object({ type: z.literal("arrow"), ...shape });
/** The properties of each shape; the shapes themselves are drawn where a dimension names the file under map. */
const geojson = object({ type: z.literal("geojson"), ...shape });

const formats = [delimited, workbook, openDocument, parquet, arrow, geojson] as const;
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

const totalRow = object({
  where: where.describe("Which rows are totals"),
  over: z.array(columnName).min(1).describe("Columns in which the total differs from its parts: sex"),
  sums: z.array(columnName).min(1).describe("Columns of counts that add up to the total's"),
  within: z
    .number()
    .min(0)
    .default(0)
    .describe(
      "By how much a total may differ from its parts, where figures are rounded or altered for confidentiality",
    ),
});
export type TotalRow = z.infer<typeof totalRow>;

const lookup = object({
  dataset: id,
  on: columnName.describe("Key column of this dataset"),
  key: columnName.describe("Key column of the other dataset"),
  columns: z.array(columnName).min(1).describe("Columns to bring in from the other dataset"),
  weight: columnName
    .optional()
    .describe(
      "Column of the other dataset by which a row is shared out where its key stands several times there, as old areas among new ones",
    ),
  weights: z
    .enum(["shares", "sizes"])
    .optional()
    .describe("shares (the default) add up to 1 for each key; sizes, such as residents, are made shares of their sum"),
  counts: z.array(columnName).min(1).optional().describe("Columns of this dataset that are shared out"),
  same: z
    .array(columnName)
    .min(1)
    .optional()
    .describe("Other columns of numbers, which stay as they are in each part: a year"),
}).superRefine(({ weight, weights, counts, same }, context) => {
  const issue = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
  if (weight === undefined) {
    for (const [key, value] of Object.entries({ weights, counts, same }))
      if (value !== undefined) issue(key, "weight beside it, the column that rows are shared out by");
  } else if (counts === undefined) issue("counts", "the columns that are shared out by weight");
});

const points = object({
  file: text
    .regex(/\.(geo)?json$/i, "a .geojson or .json file")
    .describe("GeoJSON with the shapes of the areas in WGS84, beside dataset.yaml"),
  key: text.describe("Property of each shape that holds the code of its area"),
  longitude: columnName,
  latitude: columnName,
  area: columnName.describe("New column for the code of the area that the point lies in"),
});
export type Points = z.infer<typeof points>;

/** How often a publisher brings newer figures, and after how many months; never again where there is none. */
const monthsUntilNext = {
  monthly: 1,
  quarterly: 3,
  "twice-yearly": 6,
  yearly: 12,
  "two-yearly": 24,
  "five-yearly": 60,
  "ten-yearly": 120,
  irregularly: null,
  never: null,
} as const;
type Frequency = keyof typeof monthsUntilNext;
export const frequencies = Object.keys(monthsUntilNext) as [Frequency, ...Frequency[]];

/** The day by which newer figures than those received should be out; null where nobody can say. */
export function datasetDue({ updated, received }: Pick<Dataset, "updated" | "received">): string | null {
  const months = updated === undefined ? null : monthsUntilNext[updated];
  if (months === null) return null;
  const [year = 0, month = 0, date = 0] = received.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

export const datasetSchema = object({
  ...engineKeys,
  title: text,
  publisher: text,
  licence: text,
  attribution: text.optional(),
  page: address.describe("Where the publisher offers the figures"),
  period: text.describe("What span the figures cover"),
  received: day.describe("Day the figures were received"),
  updated: z
    .enum(frequencies)
    .optional()
    .describe("How often the publisher brings newer figures: tempcheck new-year lists what is overdue by it"),
  changes: text.describe("What was done to the figures between the publisher and these files"),
  notes: z.array(text).default([]),
  files: z
    .array(
      object({
        path,
        sha256: z.string().regex(/^[0-9a-f]{64}$/, "64 hexadecimal digits, which tempcheck hash writes"),
        add: z
          .record(columnName, cell)
          .optional()
          .describe("Columns that the file itself lacks, with what stands in each of its rows: { year: 2023 }"),
        fetch: fetchedFrom.optional().describe("Where tempcheck fetch gets the file from"),
      }),
    )
    .min(1)
    .optional(),
  file_name: z
    .string()
    .regex(/\{[^{}]+\}/, "a name with a column in braces: figures-{year}.csv")
    .optional()
    .describe("Form of the files' names, each part in braces the cell of a column: figures-{year}.csv"),
  format: format.optional(),
  columns: z.record(columnName, column).refine((columns) => Object.keys(columns).length > 0, {
    error: "at least one column",
  }),
  blanks: blanks.default({}),
  cells: cellForms.optional().describe("How the cells of figures and days are written"),
  where: where.optional().describe("Rows that are read; how many others there are is printed"),
  total_rows: z
    .array(totalRow)
    .default([])
    .describe("Rows that are totals of others: each is held against its parts and left out"),
  points: points
    .optional()
    .describe("Places points in areas. Those outside every area, or without a position, are counted and left out"),
  facts,
  lookups: z.array(lookup).default([]),
  guess: guesses,
})
  .superRefine(refuseHalfAnEngine)
  .superRefine(({ files = [], format }, context) => {
    for (const [i, { fetch }] of files.entries())
      if (fetch !== undefined && fetch.from !== "url" && format !== undefined && format.type !== "csv")
        context.addIssue({
          code: "custom",
          path: ["files", i, "fetch", "from"],
          message: `url, where the format is ${format.type}: what ${fetch.from} gives is CSV`,
        });
  })
  .transform(({ files = [], format, engine: type = "trino", catalog = "", schema = "", table = "", ...declared }) => {
    const inEngine: InEngine = { type, catalog, schema, table };
    return { ...declared, files, format: format ?? inEngine };
  })
  .meta({ title: "tempcheck dataset" });

export type Dataset = z.infer<typeof datasetSchema> & { id: string; folder: string };
export type ColumnType = Dataset["columns"][string]["type"];
export type Format = Dataset["format"];
export type FormatOf<Type extends Format["type"]> = Extract<Format, { type: Type }>;
export type Lookup = Dataset["lookups"][number];

/** How the cells of a column are written. */
export const formsOf = ({ columns, cells }: Dataset, column: string): CellForms =>
  (Object.hasOwn(columns, column) ? columns[column]?.cells : undefined) ?? cells ?? {};

/** What each file has in columns that the file itself lacks. */
export function addedIn({ files, file_name }: Pick<Dataset, "files" | "file_name">): Record<string, string>[] {
  const form = file_name === undefined ? null : nameForm(file_name);
  return files.map(({ path, add }) => {
    const match = form?.exec(path);
    return { ...(match?.groups ? namesIn(file_name ?? "", match) : {}), ...add };
  });
}

/** The columns that a form of files' names has, in order. */
export const columnsInName = (form: string): string[] => [...form.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1]!);

const nameForm = (form: string): RegExp =>
  new RegExp(
    `^${form
      .split(/\{[^{}]+\}/)
      .map((text) => text.replace(/[.*+?^$()|[\]\\{}]/g, "\\$&"))
      .map((text, i) => (i === 0 ? text : `(?<c${i}>[^/]+?)${text}`))
      .join("")}$`,
  );

const namesIn = (form: string, match: RegExpExecArray): Record<string, string> =>
  Object.fromEntries(columnsInName(form).map((column, i) => [column, match[i + 1]!]));

/** Columns of a dataset that its files do not hold: from their names, constants, numbers of rows. */
export function columnsNotInFiles(dataset: Pick<Dataset, "files" | "file_name" | "columns" | "points">): string[] {
  const numbered = Object.entries(dataset.columns).flatMap(([name, { row_number }]) => (row_number ? [name] : []));
  const placed = dataset.points ? [dataset.points.area] : [];
  return [...new Set([...addedIn(dataset).flatMap((added) => Object.keys(added)), ...numbered, ...placed])];
}

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
