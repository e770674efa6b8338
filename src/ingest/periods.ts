import type { PeriodRules } from "../define/indicator.ts";
import { isYear } from "../define/schema.ts";
import type { Period } from "../model.ts";
import { financialQuarter, month, quarter, yearEnding } from "./parts-of-years.ts";

type Unit = NonNullable<PeriodRules["unit"]>;

/** What a label of each unit looks like, for errors. */
export const periodForms: Record<Unit, string> = {
  "calendar-year": "a calendar year such as 2019, or three and more such as 2015-17, 2015 - 17 or 2015 to 2017",
  "financial-year":
    "a financial year such as 2019-20, 201920 or 2019 for the one that begins then, or three and more such as 2017-18 to 2019-20",
  "academic-year":
    "an academic year such as 2019-20, 201920 or 2019 for the one that begins then, or three and more such as 2017-18 to 2019-20",
  "academic-year-ending": "the calendar year in which an academic year ends, such as 2020",
  "year-ending":
    "the last month of twelve, such as June 2023, 2023-06, year ending June 2023 or July 2022 to June 2023",
  "calendar-quarter": "a quarter of a calendar year such as 2023 Q1, Q1 2023 or Jan to Mar 2023",
  "financial-quarter": "a quarter of a financial year such as 2022-23 Q1, which is April to June",
  month: "a month such as 2023-01, 202301, January 2023 or Jan-23",
};

/** Units by which a cell would be a period. */
export const unitsOf = (cell: string): Unit[] =>
  (Object.keys(periodForms) as Unit[]).filter((unit) => periodOf(cell, unit) !== null);

const two = (n: number): string => String(n % 100).padStart(2, "0");
const spanning = (first: number, from: string, to: string): Period => ({
  label: `${first}-${two(first + 1)}`,
  start: `${first}-${from}`,
  end: `${first + 1}-${to}`,
});
const academic = (first: number): Period => spanning(first, "09-01", "08-31");

/** Calendar years on end, of which a pool is made. Two may as well be one year across a new year: they name none. */
function pooledYears(cell: string): Period | null {
  const match = /^(\d{4}) ?(?:[-/\u2013]|to) ?(\d{2}|\d{4})$/.exec(cell);
  if (!match) return null;
  const first = Number(match[1]);
  const short = first - (first % 100) + Number(match[2]);
  const last = match[2]!.length === 4 ? Number(match[2]) : short < first ? short + 100 : short;
  const isPool = isYear(first) && last >= first + 2 && last <= first + 20;
  return isPool ? { label: `${first}-${two(last)}`, start: `${first}-01-01`, end: `${last}-12-31` } : null;
}

/** The period that a cell names; null when it names none. */
export function periodOf(cell: string, unit: Unit): Period | null {
  switch (unit) {
    case "year-ending":
      return yearEnding(cell);
    case "calendar-quarter":
      return quarter(cell);
    case "financial-quarter":
      return financialQuarter(cell);
    case "month":
      return month(cell);
    default:
      return yearsIn(cell, unit);
  }
}

type YearUnit = Exclude<Unit, "year-ending" | "calendar-quarter" | "financial-quarter" | "month">;

/** Years across a new year on end, of which a pool is made: from the start of the first to the end of the last. */
function pooledSpans(cell: string, unit: "financial-year" | "academic-year"): Period | null {
  const match =
    /^(\d{4}[-/]\d{2}(?:\d{2})?) ?(?:[-\u2013]|to) ?(?:(\d{4}[-/]\d{2}(?:\d{2})?)|(\d{2})([-/]\d{2}))$/.exec(cell);
  if (!match) return null;
  // 2018/19 - 20/21: the last year is of the century that follows on from the first.
  const begin = Number(match[1]!.slice(0, 4));
  const short = begin - (begin % 100) + Number(match[3] ?? 0);
  const end = match[2] ?? `${short < begin ? short + 100 : short}${match[4]}`;
  const [first, last] = [yearsIn(match[1]!, unit), yearsIn(end, unit)];
  if (!first || !last) return null;
  const years = Number(last.start.slice(0, 4)) - Number(first.start.slice(0, 4));
  return years < 1 || years > 20
    ? null
    : { label: `${first.label} to ${last.label}`, start: first.start, end: last.end };
}

function yearsIn(cell: string, unit: YearUnit): Period | null {
  const pool =
    unit === "calendar-year" ? pooledYears(cell) : unit === "academic-year-ending" ? null : pooledSpans(cell, unit);
  if (pool !== null) return pool;
  const match =
    /^(\d{4})(?:[-/](\d{2}|\d{4}))?$/.exec(cell) ??
    (unit === "financial-year" || unit === "academic-year" ? /^(\d{4})(\d{2})$/.exec(cell) : null);
  if (!match) return null;
  const first = Number(match[1]);
  if (!isYear(first)) return null;
  const second = match[2];
  const followsOn = second === undefined || Number(second) % 100 === (first + 1) % 100;
  switch (unit) {
    case "calendar-year":
      return second === undefined ? { label: cell, start: `${first}-01-01`, end: `${first}-12-31` } : null;
    case "financial-year":
      return followsOn ? spanning(first, "04-01", "03-31") : null;
    case "academic-year":
      return followsOn ? academic(first) : null;
    case "academic-year-ending":
      return second === undefined ? academic(first - 1) : null;
  }
}

/** Calendar years by a label of one or several, such as 2019 and 2016-18; null when it names none. */
export function yearsOf(label: string): Period | null {
  const match = /^(\d{4})(?:-(\d{2}))?$/.exec(label);
  if (!match) return null;
  const first = Number(match[1]);
  if (!isYear(first)) return null;
  const last = match[2] === undefined ? first : first - (first % 100) + Number(match[2]);
  return last < first ? null : { label, start: `${first}-01-01`, end: `${last}-12-31` };
}

/** The period of a row from its period cells, by the rules of the indicator; null when they name none. */
export function readPeriod(rules: PeriodRules, cell: string, lastCell: string): Period | null {
  if (rules.fixed) return rules.fixed;
  if (rules.named) return Object.hasOwn(rules.named, cell) ? (rules.named[cell] ?? null) : null;
  const unit = rules.unit as Unit;
  const first = periodOf(cell, unit);
  if (rules.last_column === undefined || first === null) return first;
  const last = periodOf(lastCell, unit);
  if (last === null || last.end < first.start) return null;
  return first.label === last.label
    ? first
    : { label: `${first.label} to ${last.label}`, start: first.start, end: last.end };
}

/** What the period cells may hold, in words. */
export function periodWords(rules: PeriodRules): string {
  if (rules.named) return `one of the named periods: ${Object.keys(rules.named).join(", ")}`;
  const last = rules.last_column ? ", the last not before the first" : "";
  return `${periodForms[rules.unit as Unit]}${last}; any other goes under named, with its label, start and end, in place of unit`;
}
