import { isYear } from "../define/schema.ts";
import type { Period } from "../model.ts";

/** English names of months, as English-language files have them, whole or by their first three letters. */
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

interface Month {
  year: number;
  /** From 1. */
  month: number;
}

const padded = (n: number): string => String(n).padStart(2, "0");

function monthNamed(name: string): number | null {
  const index = months.indexOf(name.slice(0, 3).toLowerCase());
  const whole = [
    ...["january", "february", "march", "april", "may", "june", "july"],
    ...["august", "september", "october", "november", "december"],
  ][index];
  const isName = whole !== undefined && (name.length === 3 || whole.startsWith(name.toLowerCase()));
  return isName ? index + 1 : null;
}

const yearOf = (digits: string): number => (digits.length === 2 ? 2000 + Number(digits) : Number(digits));

function monthOf(cell: string): Month | null {
  const named = /^([A-Za-z]{3,9})\.?[ -]?(?:'|\u2019)?(\d{4}|\d{2})$/.exec(cell) ?? null;
  const turned = /^(\d{4})[ -]?([A-Za-z]{3,9})$/.exec(cell);
  const digits =
    /^(\d{4})[-/ ]?(\d{2})(?:-\d{2})?$/.exec(cell) ?? /^(\d{4})M(\d{1,2})$/.exec(cell) ?? turnedDigits(cell);
  const found: Month | null = named
    ? { year: yearOf(named[2]!), month: monthNamed(named[1]!) ?? 0 }
    : turned
      ? { year: Number(turned[1]), month: monthNamed(turned[2]!) ?? 0 }
      : digits
        ? { year: Number(digits[1]), month: Number(digits[2]) }
        : null;
  return found && isYear(found.year) && found.month >= 1 && found.month <= 12 ? found : null;
}

/** 03/2022 and 03-2022, the month before the year. */
function turnedDigits(cell: string): string[] | null {
  const match = /^(\d{2})[-/](\d{4})$/.exec(cell);
  return match && [cell, match[2]!, match[1]!];
}

/** Months on end, from the first on. */
function monthsFrom({ year, month }: Month, count: number, label: string): Period {
  const last = month - 1 + count - 1;
  const end = new Date(Date.UTC(year, last + 1, 0)).toISOString().slice(0, 10);
  return { label, start: `${year}-${padded(month)}-01`, end };
}

const shift = ({ year, month }: Month, by: number): Month => {
  const count = year * 12 + month - 1 + by;
  return { year: Math.floor(count / 12), month: (count % 12) + 1 };
};

const written = ({ year, month }: Month): string => `${year}-${padded(month)}`;

/** A month: 2023-01, 202301, January 2023, Jan-23. */
export function month(cell: string): Period | null {
  const found = monthOf(cell);
  return found && monthsFrom(found, 1, written(found));
}

/** Twelve months by the last of them: June 2023, year ending June 2023, 12 months to Jun 23. */
export function yearEnding(cell: string): Period | null {
  const bare = cell.replace(
    /^(?:(?:rolling )?(?:year|12 months|twelve months) (?:ending|ended|to|up to)|YE) (?:(\d{1,2}) (?=[A-Za-z]))?/i,
    (_, day?: string) => (day === undefined ? "" : `${day} `),
  );
  const [, day, dated] = /^(\d{1,2}) ([A-Za-z].*)$/.exec(bare) ?? [];
  const span = /^(.+?)(?: ?[-\u2013] ?| to )([A-Za-z].+)$/.exec(bare);
  const from = span && monthOf(span[1]!);
  const last = monthOf(dated ?? (from === null ? bare : span![2]!));
  if (last === null) return null;
  const first = shift(last, -11);
  // The twelve months must be those that are written, and end with the month.
  if (from !== null && written(from) !== written(first)) return null;
  if (day !== undefined && monthsFrom(last, 1, "").end.slice(8) !== padded(Number(day))) return null;
  return monthsFrom(first, 12, `${written(first)} to ${written(last)}`);
}

const QUARTER = /(?:Q|Quarter |Qtr ?)([1-4])/i;

/** A quarter of a calendar year: 2023 Q1, Q1 2023, Jan to Mar 2023. */
export function quarter(cell: string): Period | null {
  const span = /^([A-Za-z]{3,9}) ?(?:-|\u2013|to) ?([A-Za-z]{3,9}) (\d{4})$/.exec(cell);
  const first = span && monthNamed(span[1]!);
  const [year, number] =
    span && first !== null && first % 3 === 1 && monthNamed(span[2]!) === first + 2
      ? [span[3], (first + 2) / 3]
      : numbered(cell, /^(\d{4})$/);
  const from = Number(year);
  if (year === undefined || !isYear(from)) return null;
  return monthsFrom({ year: from, month: 3 * number - 2 }, 3, `${from} Q${number}`);
}

/** A quarter of a financial year: 2022-23 Q1 is April to June 2022. */
export function financialQuarter(cell: string): Period | null {
  const [years, number] = numbered(cell, /^(\d{4}[-/]?(?:\d{2}|\d{4}))$/);
  const match = years === undefined ? null : /^(\d{4})[-/]?(\d{2}|\d{4})$/.exec(years);
  const from = Number(match?.[1]);
  if (!match || !isYear(from) || Number(match[2]) % 100 !== (from + 1) % 100) return null;
  const label = `${from}-${padded((from + 1) % 100)} Q${number}`;
  return monthsFrom(shift({ year: from, month: 4 }, 3 * (number - 1)), 3, label);
}

/** What stands beside the number of a quarter, where it is of the form that is asked for. */
function numbered(cell: string, form: RegExp): [beside: string | undefined, number: number] {
  const match = QUARTER.exec(cell);
  const beside = match
    ? cell
        .replace(match[0], "")
        .trim()
        .replace(/^[-/,]\s*|\s*[-/,]$/g, "")
    : "";
  return match && form.test(beside) ? [beside, Number(match[1])] : [undefined, 0];
}
