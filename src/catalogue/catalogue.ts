import type { Language } from "../model.ts";
import { accented } from "./accented.ts";
import { enGB } from "./en-GB.ts";

/** One catalogue for each language: a file beside this one, its line here, and its name in the model's list. */
export type Catalogue = typeof enGB;

/** The same words, with numbers and amounts of money as another region writes them. */
const inRegion = (region: Language): Catalogue => ({
  ...enGB,
  writing: { ...enGB.writing, locale: new Intl.Locale(region) },
});

/** And with the month before the day. */
const monthFirst = (region: Language): Catalogue => {
  const own = inRegion(region);
  return { ...own, writing: { ...own.writing, day: (day, month, year) => `${month} ${day}, ${year}` } };
};

export const catalogues: Readonly<Record<Language, Catalogue>> = {
  "en-GB": enGB,
  "en-IE": inRegion("en-IE"),
  "en-US": monthFirst("en-US"),
  "en-CA": monthFirst("en-CA"),
  "en-AU": inRegion("en-AU"),
  "en-NZ": inRegion("en-NZ"),
  "en-XA": accented(enGB),
};
