/** What spreadsheets take for a formula, or pass over to find one; a number is none. */
const FORMULA = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const NUMBER = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;

/**
 * A text as it stands in CSV: one that a spreadsheet would compute has an apostrophe before it, and so has one that
 * begins with apostrophes before such a text, so that `unguarded` gives every text back.
 */
export const guarded = (text: string): string => (FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text);

/** The text that `guarded` was given. */
export const unguarded = (field: string): string =>
  field.startsWith("'") && guarded(field.slice(1)) === field ? field.slice(1) : field;
