import { z } from "zod";
import { object, text } from "./schema.ts";

/** How the cells of figures and days are written, where that is not a number with a point or YYYY-MM-DD. */
export const cellForms = object({
  thousands: z
    .enum([",", ".", " ", "'"])
    .optional()
    .describe(
      'What stands between thousands: "," "." "\'" or " " (a space of any width, also one that does not break)',
    ),
  decimal: z.enum([",", "."]).optional().describe('The decimal mark; "." where none is given'),
  trimmed: z
    .literal(true)
    .optional()
    .describe("true: spaces before and after the text of a cell are no part of it, also those that do not break"),
  flags: z
    .record(z.string().min(1, "a flag of at least one character"), text)
    .optional()
    .describe(
      'What may follow a figure in its cell, with its meaning, which is kept as a note: { "[p]": provisional }',
    ),
  dates: z
    .enum(["day-month-year", "month-day-year", "year-month-day"])
    .optional()
    .describe(
      "Order of days that are not written YYYY-MM-DD: 31/12/2023, 12/31/2023, 2023/12/31 or 20231231; months also by their English names: 31 December 2023, Dec 31, 2023",
    ),
}).superRefine(({ thousands, decimal }, context) => {
  if (thousands !== undefined && thousands === (decimal ?? "."))
    context.addIssue({ code: "custom", path: ["thousands"], message: "another mark than the decimal one" });
});

export type CellForms = z.infer<typeof cellForms>;
