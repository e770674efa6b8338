import type { Like } from "../results/description.ts";

interface Pattern {
  name: string;
  pattern: RegExp;
  /** Of codes of digits or letters that other things have too: what the name of the column must say. */
  called?: RegExp;
}

/** Codes that offices of statistics give to areas. */
const areaPatterns: readonly Pattern[] = [
  { name: "output area (England and Wales)", pattern: /^[EW]00\d{6}$/ },
  { name: "LSOA (England and Wales)", pattern: /^[EW]01\d{6}$/ },
  { name: "MSOA (England and Wales)", pattern: /^[EW]02\d{6}$/ },
  { name: "ward (United Kingdom)", pattern: /^(E05|W05|S13|N08)\d{6}$/ },
  { name: "local authority (United Kingdom)", pattern: /^(E0[6-9]|E10|W06|S12|N09)\d{6}$/ },
  { name: "parliamentary constituency (United Kingdom)", pattern: /^(E14|W07|S14|N06|N05)\d{6}$/ },
  { name: "region or country (United Kingdom)", pattern: /^(E12|E92|W92|S92|N92|K0[2-4])\d{6}$/ },
  { name: "output area (Scotland)", pattern: /^S00\d{6}$/ },
  { name: "data zone (Scotland)", pattern: /^S01\d{6}$/ },
  { name: "intermediate zone (Scotland)", pattern: /^S02\d{6}$/ },
  { name: "small area or data zone (Northern Ireland)", pattern: /^(N00|N2[01])\d{6}$|^95[A-Z]{2}\d{2}[SW]\d$/ },
  { name: "area of the United Kingdom, of several kinds", pattern: /^[EWSNKJ]\d{8}$/ },
  { name: "name of an LSOA (England and Wales)", pattern: /^[A-Z][^\d]* \d{3}[A-Z]$/ },
  { name: "name of an MSOA (England and Wales)", pattern: /^[A-Z][^\d]* 0\d{2}$/ },
  { name: "neighbourhood (Netherlands)", pattern: /^BU\d{8}$/ },
  { name: "district (Netherlands)", pattern: /^WK\d{6}$/ },
  { name: "municipality (Netherlands)", pattern: /^GM\d{4}$/ },
  {
    name: "statistical area 2 (New Zealand)",
    pattern: /^[1-3]\d{5}$/,
    called: /(^|[^a-z])sa_?2|statistical.?area|geo|area/i,
  },
  { name: "statistical area 1 (New Zealand)", pattern: /^7\d{6}$/, called: /(^|[^a-z])sa_?1|statistical.?area/i },
  {
    name: "statistical area 2 (Australia)",
    pattern: /^[1-9]\d{8}$/,
    called: /(^|[^a-z])sa_?2|statistical.?area|asgs/i,
  },
  {
    name: "statistical area 1 (Australia)",
    pattern: /^[1-9]\d{10}$/,
    called: /(^|[^a-z])sa_?1|statistical.?area|asgs/i,
  },
  { name: "state FIPS (United States)", pattern: /^\d{2}$/, called: /fips|geoid/i },
  { name: "county FIPS (United States)", pattern: /^\d{5}$/, called: /fips|geoid/i },
  { name: "census tract (United States)", pattern: /^\d{11}$/, called: /fips|geoid|tract/i },
  { name: "block group (United States)", pattern: /^\d{12}$/, called: /fips|geoid|block/i },
  { name: "commune (France)", pattern: /^(\d{5}|2[AB]\d{3})$/, called: /insee|codgeo|commune|depcom/i },
  { name: "municipality (Germany)", pattern: /^\d{8}$/, called: /(^|[^a-z])ags|gemeinde/i },
  { name: "district (Germany)", pattern: /^\d{5}$/, called: /(^|[^a-z])ags|kreis/i },
  { name: "municipality (Sweden)", pattern: /^\d{4}$/, called: /kommun/i },
  { name: "municipality (Brazil)", pattern: /^\d{7}$/, called: /ibge|munic/i },
  { name: "census tract (Canada)", pattern: /^\d{7}\.\d{2}$/, called: /tract|ctuid|geo/i },
  { name: "dissemination area (Canada)", pattern: /^\d{8}$/, called: /dauid|dissemination/i },
  {
    name: "NUTS region (Europe)",
    pattern:
      /^(AL|AT|BE|BG|CH|CY|CZ|DE|DK|EE|EL|ES|FI|FR|HR|HU|IE|IS|IT|LI|LT|LU|LV|ME|MK|MT|NL|NO|PL|PT|RO|RS|SE|SI|SK|TR|UK)[0-9A-Z]{0,3}$/,
    called: /nuts|geo|region|^terr|code/i,
  },
  { name: "country (ISO 3166)", pattern: /^[A-Z]{3}$/, called: /iso|country/i },
];

const year = "(?:19|20)\\d{2}";
const periodPatterns: readonly Pattern[] = [
  { name: "year", pattern: new RegExp(`^${year}$`) },
  { name: "two years", pattern: /^((?:19|20)\d{2}) ?[-–/] ?(?:(?:19|20)?\d{2})$/ },
  { name: "several years", pattern: new RegExp(`^${year} ?(?:-|–|to|/) ?(?:${year}|\\d{2})$`) },
  // 202122 is a year across two; 202112 may be a month.
  { name: "six digits", pattern: new RegExp(`^${year}\\d{2}$`), called: /year|period|time|date|month|quarter/i },
  { name: "quarter", pattern: new RegExp(`^(?:${year}(?:[-/]\\d{2})?[ -]?Q[1-4]|Q[1-4][ -/]?${year})$`, "i") },
  { name: "twelve months", pattern: new RegExp(`^(?:12 months|year)(?: to| ending).*${year}`, "i") },
  {
    name: "month",
    pattern: new RegExp(
      `^(?:${year}-(?:0[1-9]|1[0-2])|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* ${year})$`,
      "i",
    ),
  },
];

/** Share of the cells that must follow a pattern. */
const MOST = 0.8;

/** Values of a column with how often each occurs. */
export type Tally = ReadonlyMap<string, number>;

/** The pattern that most cells of a column follow; the narrowest of those that as many do. */
export function likeOf(column: string, values: Tally, filled: number): Like | null {
  if (filled === 0) return null;
  let best: Like | null = null;
  for (const [what, patterns] of [
    ["period", periodPatterns],
    ["area", areaPatterns],
  ] as const)
    for (const { name, pattern, called } of patterns) {
      if (called !== undefined && !called.test(column)) continue;
      const share =
        sum(
          values,
          (text) => pattern.test(text) && (!name.endsWith(" years") || yearsOn(text) === (name === "two years")),
        ) / filled;
      if (share >= MOST && (best === null || share > best.share)) best = { what, name, share };
    }
  return best;
}

/** Whether a text names one year across a new year (2019-20), or several (2015 - 17: false); null where it names no span. */
function yearsOn(text: string): boolean | null {
  const [first, last] = [Number(text.slice(0, 4)), Number(text.slice(-2))];
  const span = (last - (first % 100) + 100) % 100;
  return span === 0 || span > 20 ? null : span === 1;
}

function sum(values: Tally, holds: (text: string) => boolean): number {
  let all = 0;
  for (const [text, times] of values) if (holds(text)) all += times;
  return all;
}
