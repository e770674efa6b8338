import { z } from "zod";

/** An object that refuses unknown keys and names the allowed ones. */
export function object<Shape extends z.ZodRawShape>(shape: Shape) {
  const keys = Object.keys(shape).join(", ");
  return z.strictObject(shape, {
    error: (issue) => (issue.code === "unrecognized_keys" ? `one of the keys ${keys}` : undefined),
  });
}

/** Lower-case words joined by hyphens: names files, links and rows, so it never changes once published. */
export const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "lower-case letters, digits and single hyphens, such as claimants-16-plus");

export const text = z.string().trim().min(1, "text that is not empty");

/** A page on the web. */
export const address = z.url({
  protocol: /^https?$/,
  error: "a full address, such as https://www.nomisweb.co.uk/",
});

/** A calendar day that exists, as YYYY-MM-DD. */
export const day = z.iso.date("a day that exists, written YYYY-MM-DD");

/** The name of a column, exactly as the header of the file has it. */
export const columnName = z.string().min(1, "the name of a column as the header has it");

/** A cell to match: text as it stands in the file, or a number. */
export const cell = z.union([z.string(), z.number()], { error: "text or a number" }).transform(String);

/** Rows to keep: every named column must hold the value, or one of the values. */
export const where = z
  .record(
    columnName,
    z
      .union([cell, z.array(cell).min(1)], { error: "text, a number, or a list of them" })
      .transform((value) => (Array.isArray(value) ? value : [value])),
  )
  .describe("Rows to keep: each column with the value, or the list of values, it must hold");

export type RowFilter = z.infer<typeof where>;
