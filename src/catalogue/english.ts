/** Grammar of English: what endings, lists and sentences take. */

/** A count, and how it is written. */
export interface Counted {
  n: number;
  text: string;
}

const plurals = new Intl.PluralRules("en-GB");

/** 1 indicator, 2 indicators. */
export const plural = ({ n, text }: Counted, one: string, many = `${one}s`): string =>
  `${text} ${plurals.select(n) === "one" ? one : many}`;

/** A unit of one: percentage point, year. */
export const singular = (unit: string): string => unit.replace(/^(percentage point|year|point)s$/, "$1");

const lists = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** a; a and b; a, b and c. */
export const list = (items: readonly string[]): string => lists.format(items);

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Lower case at the start, unless the word is an abbreviation or a lone letter. */
export const lowerFirst = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

/** A full stop at the end, if there is none. */
export const sentence = (text: string): string => capital(/[.!?]$/.test(text) ? text : `${text}.`);

/** A sentence as it stands after a colon or in brackets. */
export const clause = (text: string): string => lowerFirst(text.replace(/\.$/, ""));
