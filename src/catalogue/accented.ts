const plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const marked = "ÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽåƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýž";
const accents = new Map([...plain].map((letter, i) => [letter, [...marked][i] ?? letter]));

const accent = (text: string): string => [...text].map((letter) => accents.get(letter) ?? letter).join("");

/** The same catalogue with an accent on every letter: it can still be read, and a text that is not in the catalogue shows at once. */
export function accented<T>(words: T): T {
  if (typeof words === "string") return accent(words) as T;
  if (typeof words === "function") return ((...parts: unknown[]) => accented(words(...parts))) as T;
  if (Array.isArray(words)) return words.map(accented) as T;
  if (typeof words === "object" && words !== null)
    return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, accented(value)])) as T;
  return words;
}
