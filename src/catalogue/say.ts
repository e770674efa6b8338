import { type Language, languages } from "../model.ts";
import { type Catalogue, catalogues } from "./catalogue.ts";
import { type Format, formatOf } from "./format.ts";

/** All that is needed to say something in one language: its catalogue, and numbers as text. */
export type Say = Catalogue & Format;

const spoken = new Map<Language, Say>(
  languages.map((language) => [language, { ...catalogues[language], ...formatOf(catalogues[language]) }]),
);

/** The words of a report. */
export const sayIn = ({ language }: { language: Language }): Say => spoken.get(language) as Say;
