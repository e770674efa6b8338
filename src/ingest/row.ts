import { z } from "zod";

/** What columns of queries hold, for the shapes of rows. */

/** A number: DuckDB hands whole ones of 64 bits and more over as bigints. */
export const number = z.union([z.number(), z.bigint().transform(Number)]);

/** A cell of a typed table. */
export const cell = z.union([z.string(), z.number(), z.bigint(), z.date(), z.null()]);
export type Cell = z.infer<typeof cell>;

/** Where a row of a dataset stands: which of its files, and which record of that. */
export const place = { _file: number, _row: number };

/** A value of a column with the first row that holds it. */
export const firstOfValue = z.strictObject({ value: z.string().nullable(), ...place });

/** The row of a query that only asks whether there is one. */
export const foundRow = z.strictObject({ found: number });
