import { z } from "zod";
import { columnName, day, id, object } from "./schema.ts";

const ages = z
  .string()
  .regex(/^(all|\d{1,3}\+|\d{1,3}-\d{1,3})$/, 'all, the first age and a plus sign, or two ages: "16+", "0-15"')
  .refine((text) => agesOf(text).first <= agesOf(text).last, { error: "the lower age first" })
  .describe('Ages that are counted: all (of those that who names), or such as "16+" or "0-15"');

const sexes = ["all", "male", "female"] as const;

const sexOfRows = object({
  column: columnName.describe("Column with the sex of a row"),
  all: z.string().optional().describe("Its value for rows of everybody"),
  male: z.string().optional(),
  female: z.string().optional(),
});

const datedBy = object({
  column: columnName.describe("Column that says when these people were counted: its text begins with the year"),
  days: z
    .record(z.string(), day)
    .optional()
    .describe("Day of the count by the value of the column, where it does not begin with a year"),
  until: day.optional().describe("Day of the last count, which stands for the years after it too"),
});

/** Who a column counts, so that a part can be held against its whole. */
export const populationSchema = object({
  who: id.describe("Whom or what it counts: residents, households, pupils. Households are held against residents"),
  ages,
  sex: z
    .union([z.enum(sexes), sexOfRows], {
      error: "all, male, female, or a block with the column of the sexes and its values for all, male and female",
    })
    .describe("Sex that is counted"),
  at: z
    .union([day, datedBy], {
      error: "the day they were counted, or a block with the column that begins with the year (and until)",
    })
    .describe("When they were counted"),
  area: columnName
    .optional()
    .describe("Column with the code of the area, by which datasets are held against each other"),
  by: z
    .array(columnName)
    .default([])
    .describe("Columns that say which part of these people a row counts: ethnic group, band of age"),
});

export type Population = z.infer<typeof populationSchema>;
export type CountedSex = (typeof sexes)[number];

/** First and last age; everybody has any. */
export function agesOf(text: string): { first: number; last: number } {
  if (text === "all") return { first: 0, last: Infinity };
  const [first, last] = text.replace("+", "-").split("-");
  return { first: Number(first), last: last === "" ? Infinity : Number(last) };
}
