/** Signs that cannot be seen: zero-width ones, soft hyphens, marks of direction, byte-order marks. */
const UNSEEN = "[\\x{00AD}\\x{180E}\\x{200B}-\\x{200F}\\x{202A}-\\x{202E}\\x{2060}-\\x{2064}\\x{FEFF}]";
const SPACES = "[\\s\\x{00A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}]+";
const DASHES = " ?[-\\x{2010}-\\x{2015}\\x{2212}\\x{FE58}\\x{FE63}\\x{FF0D}] ?";
const QUOTES = "[\\x{2018}\\x{2019}\\x{201B}\\x{02BC}`]";

/**
 * SQL of a text without what people overlook: capitals, spaces of every kind, how long a dash is, signs that cannot be
 * seen, and whether a letter with a mark is one sign or two. Texts of which this is the same are spellings of one thing.
 */
export const foldSql = (text: string): string =>
  [
    [UNSEEN, ""],
    [SPACES, " "],
    [DASHES, "-"],
    [QUOTES, "''"],
  ]
    .reduce(
      (folded, [pattern, by]) => `regexp_replace(${folded}, '${pattern}', '${by}', 'g')`,
      `lower(nfc_normalize(${text}))`,
    )
    .replace(/^(.*)$/s, "trim($1)");

/** A text in quotes, its signs that cannot be seen or told apart written out. */
export const seen = (text: string): string =>
  JSON.stringify(text).replace(/[\p{Cf}\p{Mn}\u007f-\u00a0\u2010-\u2015\u2212]|(?! )\p{Z}/gu, (sign) =>
    [...Array(sign.length).keys()].map((i) => `\\u${sign.charCodeAt(i).toString(16).padStart(4, "0")}`).join(""),
  );
