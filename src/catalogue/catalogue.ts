import type { Language } from "../model.ts";
import { accented } from "./accented.ts";
import { enGB } from "./en-GB.ts";

/** One catalogue for each language: a file beside this one, its line here, and its name in the model's list. */
export type Catalogue = typeof enGB;

export const catalogues: Readonly<Record<Language, Catalogue>> = { "en-GB": enGB, "en-XA": accented(enGB) };
