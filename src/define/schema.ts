import { z } from "zod";

/** An object that refuses unknown keys and names the allowed ones. */
export function object<Shape extends z.ZodRawShape>(shape: Shape) {
  const keys = Object.keys(shape).join(", ");
  return z.strictObject(shape, {
    error: (issue) => (issue.code === "unrecognized_keys" ? `one of the keys ${keys}` : undefined),
  });
}

const MOST_LETTERS = 60;
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const NOT_KEPT = /^(?!(con|prn|aux|nul|com\d|lpt\d)$)/;

/** Lower-case words joined by hyphens: names files, links and rows, so it never changes once published. */
export const id = z
  .string()
  .regex(ID, "lower-case letters, digits and single hyphens, such as claimants-16-plus")
  .max(MOST_LETTERS, `an id of at most ${MOST_LETTERS} characters, because it names files`)
  .regex(NOT_KEPT, "another id, because Windows has no files of this name");

export const text = z.string().trim().min(1, "text that is not empty");

/** A path whose names file systems can hold. */
export const path = text.refine((given) => given.split(/[/\\]/).every((name) => Buffer.byteLength(name) <= 255), {
  error: "a path of names of at most 255 bytes",
});

/** A page on the web. */
export const address = z.url({
  protocol: /^https?$/,
  error: "a full address, such as https://www.nomisweb.co.uk/",
});

/** A calendar day that exists, as YYYY-MM-DD. */
export const day = z.iso
  .date("a day that exists, written YYYY-MM-DD")
  .refine((text) => !/^\d{4}-/.test(text) || isYear(Number(text.slice(0, 4))), {
    error: "a day of the years 1800 to 2200",
  });

/** Whether a year is one that figures are of. */
export const isYear = (year: number): boolean => year >= 1800 && year <= 2200;

/** Sizes of figures that can be drawn and written out: beyond them a unit is wrong. */
export const figureSizes = {
  largest: 1e15,
  smallest: 1e-12,
  words: "a figure of at most 1e15 in size, and 0 or at least 1e-12",
} as const;
export const isOfSize = (figure: number): boolean =>
  figure === 0 || (Math.abs(figure) <= figureSizes.largest && Math.abs(figure) >= figureSizes.smallest);

/** The name of a column, exactly as the header of the file has it. */
export const columnName = z.string().min(1, "the name of a column as the header has it");

/** A cell to match: text as it stands in the file, or a number. */
export const cell = z.union([z.string(), z.number()], { error: "text or a number" }).transform(String);

const cells = z
  .union([cell, z.array(cell).min(1)], { error: "text, a number, or a list of them" })
  .transform((value) => (Array.isArray(value) ? value : [value]));

const test = object({
  is: cells.optional().describe("The value, or one of the values, that the cell must hold"),
  not: cells.optional().describe("Values that the cell must not hold; a blank cell passes"),
  prefix: cells.optional().describe("What the cell must begin with, or one of several beginnings"),
  blank: z.boolean().optional().describe("true: only blank cells; false: only cells that are not blank"),
}).refine((given) => Object.values(given).some((one) => one !== undefined), {
  error: "is, not, prefix or blank",
});

/** Rows to keep: every named column must hold the value, or one of the values, or pass the test. */
export const where = z
  .record(
    columnName,
    z.union([cell, z.array(cell).min(1), test]).transform(
      // One value is a list of one.
      (value): string[] | z.infer<typeof test> => (typeof value === "string" ? [value] : value),
    ),
  )
  .describe(
    "Rows to keep: each column with the value, or the list of values, it must hold, or with is, not, prefix and blank",
  );

/** What a cell must be: one of some values, or what passes every test that is given. */
export type CellTest = string[] | z.infer<typeof test>;
export type RowFilter = Record<string, CellTest>;

/** Values that a test names: they must stand in some row. */
export const valuesNamed = (test: CellTest): string[] =>
  Array.isArray(test) ? test : [...(test.is ?? []), ...(test.not ?? [])];

/** Refuses a key that is known and changes nothing where it stands. */
export function noEffect(context: z.RefinementCtx, path: PropertyKey[], because: string): void {
  const key = String(path.at(-1));
  context.addIssue({
    code: "custom",
    path,
    message: `no ${key} here: it would change nothing, because ${because}`,
    params: { fix: "take the key out" },
  });
}
