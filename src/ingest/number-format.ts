/** How a number format shows a number: as it is stored, as so many hundredths, as a day, or as something else. */
export type Shown =
  | { as: "stored"; withPercentSign: boolean }
  | { as: "percent" }
  | { as: "day" }
  | { as: "other"; words: string };

/** Formats that workbooks name by number alone (ECMA-376 part 1, 18.8.30). */
const builtIn: Readonly<Record<number, string>> = {
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  9: "0%",
  10: "0.00%",
  11: "0.00E+00",
  12: "# ?/?",
  13: "# ??/??",
  37: "#,##0;(#,##0)",
  38: "#,##0;[Red](#,##0)",
  39: "#,##0.00;(#,##0.00)",
  40: "#,##0.00;[Red](#,##0.00)",
  48: "##0.0E+0",
  49: "@",
};
const isDayOrTime = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** The format of a number that a workbook does not spell out. */
export const builtInFormat = (id: number): string => (isDayOrTime(id) ? "yyyy-mm-dd" : (builtIn[id] ?? "General"));

/** A part of a format: text that stands as it is, a condition or colour, or a sign that stands for digits. */
interface Token {
  kind: "text" | "bracket" | "sign";
  text: string;
}

/** The sections of a format, which semicolons part. */
function sectionsOf(format: string): Token[][] {
  const sections: Token[][] = [[]];
  const pattern = /"([^"]*)"?|\\(.)|[_*](?:.|$)|\[([^\]]*)\]|General|;|./gsu;
  for (const match of format.matchAll(pattern)) {
    const [whole, quotedText, escaped, bracket] = match;
    const section = sections.at(-1)!;
    if (whole === ";") sections.push([]);
    else if (quotedText !== undefined || escaped !== undefined)
      section.push({ kind: "text", text: quotedText ?? escaped ?? "" });
    else if (bracket !== undefined) section.push({ kind: "bracket", text: bracket });
    else if (/^[_*]/.test(whole)) section.push({ kind: "text", text: whole.startsWith("_") ? " " : "" });
    else section.push({ kind: "sign", text: whole });
  }
  return sections;
}

const CONDITION = /^(<=|>=|<>|<|>|=)\s*(-?[\d.]+)$/;

function holds(section: readonly Token[], value: number): boolean | null {
  for (const { kind, text } of section) {
    const match = kind === "bracket" ? CONDITION.exec(text) : null;
    if (!match) continue;
    const limit = Number(match[2]);
    switch (match[1]) {
      case "<=":
        return value <= limit;
      case ">=":
        return value >= limit;
      case "<>":
        return value !== limit;
      case "<":
        return value < limit;
      case ">":
        return value > limit;
      default:
        return value === limit;
    }
  }
  return null;
}

/** The section that a number is shown by: the first whose condition holds, else by its sign. */
function sectionFor(sections: readonly Token[][], value: number): readonly Token[] {
  const [first = [], second, third] = sections;
  const ofFirst = holds(first, value);
  if (ofFirst === true || second === undefined) return first;
  const ofSecond = holds(second, value);
  if (ofFirst === null) {
    if (ofSecond === true) return second;
    if (ofSecond === false) return third ?? first;
    return value < 0 ? second : value === 0 && third !== undefined ? third : first;
  }
  if (third === undefined || ofSecond === true) return second;
  return ofSecond === null && value < 0 ? second : third;
}

const isDigit = ({ kind, text }: Token): boolean => kind === "sign" && (/^[0#?]$/.test(text) || text === "General");

/** How a format shows a number. Rounding, separators, currencies, fractions and powers of ten leave it what it is. */
export function shownBy(format: string, value: number): Shown {
  const section = sectionFor(sectionsOf(format), value);
  const signs = section.filter(({ kind }) => kind === "sign").map(({ text }) => text);
  const isTime = section.some(({ kind, text }) => kind === "bracket" && /^(h+|m+|s+)$/i.test(text));
  if (isTime || signs.some((sign) => /^[ymdhs]$/i.test(sign))) return { as: "day" };
  if (signs.includes("@") && !section.some(isDigit)) return { as: "stored", withPercentSign: false };
  if (!section.some(isDigit)) {
    const words = section
      .flatMap(({ kind, text }) => (kind === "bracket" ? [] : [text]))
      .join("")
      .trim();
    // Nought is often shown as a dash.
    return value === 0 && /^[-\u2010-\u2015\u2212]$/.test(words)
      ? { as: "stored", withPercentSign: false }
      : { as: "other", words: words === "" ? "nothing" : JSON.stringify(words) };
  }
  const core = section.map((token) => (isDigit(token) ? "0" : token.kind === "bracket" ? "" : token.text));
  const plain = section.map(({ kind, text }) => (kind === "sign" ? text : " ")).join("");
  const thousands = /[0#?](,+)(?![0#?,])/.exec(plain)?.[1]?.length ?? 0;
  const percents = signs.filter((sign) => sign === "%").length;
  const written = section.map((token, i) => (isDigit(token) ? "N" : core[i]!)).join("");
  if (/N[.,]?\d|\d[.,]?N/.test(written)) return { as: "other", words: "other digits beside its own" };
  if (thousands > 0)
    return { as: "other", words: `${shifted(String(value), 2 * percents - 3 * thousands)}, scaled by its format` };
  if (percents > 1) return { as: "other", words: `${shifted(String(value), 2 * percents)} with several % signs` };
  if (percents === 1) return { as: "percent" };
  return { as: "stored", withPercentSign: core.some((text, i) => section[i]!.kind === "text" && text.includes("%")) };
}

/** A number with its decimal point moved to the right by so many places, exactly. */
export function shifted(number: string, places: number): string {
  const [, sign = "", whole = "", part = "", power = "0"] = /^(-?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i.exec(number)!;
  const digits = whole + part;
  const point = whole.length + Number(power) + places;
  const padded = point <= 0 ? `${"0".repeat(1 - point)}${digits}` : digits.padEnd(point, "0");
  const at = Math.max(point, 1);
  const text = `${padded.slice(0, at).replace(/^0+(?=\d)/, "")}.${padded.slice(at)}`.replace(/\.?0*$/, "");
  return text === "0" ? "0" : `${sign}${text}`;
}
