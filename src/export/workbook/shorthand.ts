import type { Catalogue } from "../../catalogue/catalogue.ts";

/** Shorthand for cells without a figure; the catalogue says what each means. */
export type Shorthand = keyof Catalogue["workbook"]["shorthand"];

const marks: ReadonlySet<string> = new Set<Shorthand>(["[b]", "[c]", "[u]", "[x]", "[z]"]);

export const isShorthand = (text: string | null): text is Shorthand => text !== null && marks.has(text);
