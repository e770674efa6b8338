/** The numbers of a sentence, with their units. */

export type Unit = "%" | "points" | "times" | "in" | "p" | "none";

export interface Token {
  text: string;
  at: number;
  end: number;
  value: number;
  /** Decimals that are written. */
  decimals: number;
  signed: boolean;
  unit: Unit;
  /** After "in" or "per": 100 of "40 in 100". */
  of: number | null;
  /** The limits that stand in brackets after it. */
  limits: readonly [Token, Token] | null;
  /** The upper limit, where it is the lower one of "6.6 to 7.4". */
  upTo: Token | null;
}

const one = String.raw`[−+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?`;
const numbers = new RegExp(String.raw`(?<![\p{L}\d_.,/#'’-])${one}(?![\p{L}\d_])(?!,\d|\.\d)`, "gu");

const inWords = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];
const wordNumbers = new RegExp(`\\b(${inWords.slice(2).join("|")})\\b`, "gi");

export const numberIn = (text: string): number => Number(text.replaceAll(",", "").replace("−", "-"));

function token(text: string, at: number, sentence: string): Token {
  const end = at + text.length;
  const after = sentence.slice(end);
  const before = sentence.slice(0, at);
  const of = /^ (?:of every|out of every|in every|in|per|out of) ((?:\d{1,3},)*\d+)\b/.exec(after);
  const unit: Unit = /\bp [=<>] $/.test(before)
    ? "p"
    : /^ ?%/.test(after)
      ? "%"
      : /^ (?:to [−\d.,]+ )?(?:percentage )?points?\b/.test(after)
        ? "points"
        : /^ times\b/.test(after)
          ? "times"
          : of !== null
            ? "in"
            : "none";
  return {
    text,
    at,
    end,
    value: numberIn(text),
    decimals: text.split(".")[1]?.length ?? 0,
    signed: /^[−+-]/.test(text),
    unit,
    of: of === null ? null : numberIn(of[1]!),
    limits: null,
    upTo: null,
  };
}

/** Figures in digits, in order; the limits in brackets after a figure stand with it, and so does the 100 of "40 in 100". */
export function tokensOf(sentence: string): Token[] {
  const all = [...sentence.matchAll(numbers)].map((match) => token(match[0], match.index, sentence));
  const found: Token[] = [];
  for (let n = 0; n < all.length; n += 1) {
    const figure = all[n]!;
    let next = n + 1;
    if (figure.of !== null && all[next]?.value === figure.of) next += 1;
    const [low, high] = [all[next], all[next + 1]];
    if (low !== undefined && high !== undefined) {
      const opens = sentence.slice(all[next - 1]!.end, low.at);
      const between = sentence.slice(low.end, high.at);
      const closes = sentence.slice(high.end);
      if (/^[^\d.;:()]*\($/.test(opens) && /^[^\d.;:()]* to $/.test(between) && /^[^\d.;:(]*\)/.test(closes)) {
        found.push({ ...figure, limits: [low, high] });
        n = next + 1;
        continue;
      }
    }
    const to = all[n + 1];
    const isRange =
      to !== undefined &&
      next === n + 1 &&
      / to $/.test(sentence.slice(figure.end, to.at)) &&
      to.at === figure.end + 4 &&
      !/(?<!anything )\bfrom (?:about )?$/i.test(sentence.slice(0, figure.at));
    if (isRange) {
      found.push({ ...figure, upTo: to, unit: to.unit });
      n += 1;
      continue;
    }
    found.push(figure);
    n = next - 1;
  }
  return found;
}

/** Small counts in words, from two: "one" is seldom a count. */
export const wordTokensOf = (sentence: string): { text: string; at: number; value: number }[] =>
  [...sentence.matchAll(wordNumbers)].map((match) => ({
    text: match[0],
    at: match.index,
    value: inWords.indexOf(match[0].toLowerCase()),
  }));
