/** A value that DuckDB gave back, as the table that was stored has it: a day is YYYY-MM-DD. */
export const asStored = (value: unknown): unknown => (value instanceof Date ? value.toISOString().slice(0, 10) : value);
