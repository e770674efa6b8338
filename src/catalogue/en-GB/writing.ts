import { capital, clause, list, lowerFirst, sentence, singular } from "../english.ts";

/** How numbers, units, lists and sentences are written. */
export const writing = {
  /** Of numbers: their marks, and how digits are grouped. The machine's own locale never plays a part. */
  locale: new Intl.Locale("en-GB"),
  minus: "\u2212",
  plus: (number: string): string => `+${number}`,
  percent: (number: string): string => `${number}%`,
  quantity: (number: string, unit: string): string => {
    // The sign of a currency, such as $, R$ or €, goes before the figure, and a minus before both.
    if (/^\p{Lu}{0,3}\p{Sc}$/u.test(unit)) return number.replace(/^−?/, (minus) => `${minus}${unit}`);
    return `${number} ${number === "1" ? singular(unit) : unit}`;
  },
  percentagePoints: "percentage points",
  range: (lower: string, upper: string): string => `${lower} to ${upper}`,
  withRange: (figure: string, range: string): string => `${figure} (${range})`,
  noRange: "no interval published",
  /** With spaces that do not break. */
  pValue: (sign: "=" | "<" | ">", number: string): string => `p\u00a0${sign}\u00a0${number}`,
  months: "January,February,March,April,May,June,July,August,September,October,November,December".split(","),
  day: (day: number, month: string, year: string): string => `${day} ${month} ${year}`,
  month: (month: string, year: string): string => `${month} ${year}`,
  numerals: "no,one,two,three,four,five,six,seven,eight,nine,ten,eleven,twelve".split(","),
  list,
  capital,
  /** A title, within a sentence. */
  within: lowerFirst,
  sentence,
  clause,
  cannotTell: (what: string, why: string): string => `We can't tell ${what}. ${sentence(why)}`,
};
