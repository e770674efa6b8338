import { vocabulary } from "./vocabulary.ts";

const plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const marked = "ÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽåƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýž";
const accents = new Map([...plain].map((letter, i) => [letter, [...marked][i] ?? letter]));

/** Around what was handed in, which stays as it is: characters that no text has. */
const [OPEN, CLOSE] = ["\ue000", "\ue001"];

const enclosed = (value: unknown): unknown => {
  if (typeof value === "string") return vocabulary.has(value) || value === "" ? value : `${OPEN}${value}${CLOSE}`;
  if (Array.isArray(value)) return value.map(enclosed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, enclosed(one)]));
};

/** An accent on every letter that the catalogue itself added. */
function accent(text: string): string {
  let depth = 0;
  let out = "";
  for (const letter of text) {
    if (letter === OPEN) depth++;
    else if (letter === CLOSE) depth--;
    else out += depth > 0 ? letter : (accents.get(letter) ?? letter);
  }
  return out;
}

/**
 * The same catalogue with an accent on every letter of its own. What is handed in stays as it is, so that a text that
 * another part of the program made, and which no translator would ever see, shows at once.
 */
export function accented<T>(words: T): T {
  if (typeof words === "string") return accent(words) as T;
  if (typeof words === "function") return ((...parts: unknown[]) => accented(words(...parts.map(enclosed)))) as T;
  if (Array.isArray(words)) return words.map(accented) as T;
  if (typeof words === "object" && words !== null && Object.getPrototypeOf(words) === Object.prototype)
    return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, accented(value)])) as T;
  return words;
}
