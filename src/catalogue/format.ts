import { type Limits, SIGNIFICANCE } from "../model.ts";
import type { Catalogue } from "./catalogue.ts";
import type { Counted } from "./english.ts";

/** The only place where a number becomes text, with the marks and words of the report's language. */

const rounders = new Map<string, Intl.NumberFormat>();

/** Rounds half up on the decimal digits. */
function rounder(locale: Intl.Locale, digits: number): Intl.NumberFormat {
  const key = `${locale} ${digits}`;
  const known = rounders.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  rounders.set(key, made);
  return made;
}

/** Amounts of a currency, by its own sign where it has one. */
function purse(locale: Intl.Locale, currency: string, digits: number): Intl.NumberFormat {
  const key = `${locale} ${currency} ${digits}`;
  const known = rounders.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(locale, {
    ...{ style: "currency", currency, currencyDisplay: "narrowSymbol" },
    ...{ minimumFractionDigits: digits, maximumFractionDigits: digits },
  });
  rounders.set(key, made);
  return made;
}

/** Units whose text stands after a space. A ratio has none. */
export const ratio = "ratio";

const mostDigits = (limits: Limits, unit: string): number =>
  unit === ratio || Math.max(Math.abs(limits.value), Math.abs(limits.upper ?? 0)) < 1 ? 2 : 1;

/** Decimals that the interval supports: the last digit is no finer than a fifth of its width. Above 100 it may be the tens. */
export function digits(limits: Limits, unit: string): number {
  const most = mostDigits(limits, unit);
  const { lower, upper } = limits;
  if (lower === null || upper === null || upper <= lower) return most;
  const least = Math.abs(limits.value) >= 100 ? -1 : 0;
  return Math.min(most, Math.max(least, Math.ceil(-Math.log10((upper - lower) / 5))));
}

/** Decimals for a column or an axis of figures: what most of them support. */
export function sharedDigits(figures: readonly Limits[], unit: string): number {
  const each = figures.map((figure) => digits(figure, unit)).sort((a, b) => a - b);
  return each[Math.floor(each.length / 2)] ?? 1;
}

/** Decimals that give a number three significant digits, and a whole number where that is more. */
export const significant = (value: number): number =>
  value === 0 ? 2 : Math.min(6, Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value)))));

/** A year, which takes no thousands separator. */
export const calendarYear = (value: number): string => String(Math.round(value));

/** Exact, as `**` is not in every version of V8. */
const tenToThe = (power: number): number => Number(`1e${power}`);

/** A number of people that is needed: two digits of it, rounded up. */
export function roundedUp(value: number): number {
  const step = tenToThe(Math.max(0, Math.floor(Math.log10(value)) - 1));
  return Math.ceil(value / step) * step;
}

/** Limits of a head-count, rounded to a power of ten no finer than a fifth of the interval. */
export function roundedCount(limits: Limits): Limits {
  const { lower, upper } = limits;
  const fifth = lower === null || upper === null ? Math.abs(limits.value) / 50 : (upper - lower) / 5;
  const step = tenToThe(Math.max(0, Math.floor(Math.log10(Math.max(1, fifth)))));
  const round = (value: number) => Math.round(value / step) * step;
  return {
    value: round(limits.value),
    lower: lower === null ? null : round(lower),
    upper: upper === null ? null : round(upper),
  };
}

/** The unit of a difference of percentages, whatever a language calls it. */
const POINTS = "percentage points";

/** The unit a difference of two values carries. */
export const differenceUnit = (unit: string): string => (unit === "%" ? POINTS : unit);

export type Format = ReturnType<typeof formatOf>;

/** The formats of one language. */
export function formatOf({ writing }: Pick<Catalogue, "writing">) {
  /** A number with a fixed count of decimals (below zero: rounded to tens), thousands separated, and a true minus sign. */
  const number = (value: number, digits: number): string => {
    const step = tenToThe(Math.max(0, -digits));
    const text = rounder(writing.locale, Math.max(0, digits)).format(
      step === 1 ? value : Math.round(value / step) * step,
    );
    const size = text.replace("-", "");
    return text.startsWith("-") && /[1-9]/.test(text) ? `${writing.minus}${size}` : size;
  };

  /** A unit as it is written. */
  const unitName = (unit: string): string => (unit === POINTS ? writing.percentagePoints : unit);

  /** A number with its unit: 42.1%, 7.0 years, 3.1. */
  const quantity = (value: number, unit: string, places: number): string => {
    const text = number(value, places);
    if (unit === ratio || unit === "") return text;
    return unit === "%" ? writing.percent(text) : writing.quantity(text, unitName(unit));
  };

  /** The limits alone: 7.0 to 9.2. */
  const range = ({ lower, upper }: Limits, places: number): string | null =>
    lower === null || upper === null ? null : writing.range(number(lower, places), number(upper, places));

  /** A figure with its unit, as short as it supports. */
  const figure = (limits: Limits, unit: string): string => quantity(limits.value, unit, digits(limits, unit));

  /** A figure with its unit and its interval: 8.1 years (7.0 to 9.2). */
  const figureWithRange = (limits: Limits, unit: string): string => {
    const interval = range(limits, digits(limits, unit));
    const text = figure(limits, unit);
    return interval === null ? text : writing.withRange(text, interval);
  };

  /** A number and its unit apart, for display in two sizes. */
  const figureParts = (limits: Limits, unit: string): { number: string; unit: string } => {
    const text = figure(limits, unit);
    const space = text.indexOf(" ");
    return space < 0 ? { number: text, unit: "" } : { number: text.slice(0, space), unit: text.slice(space + 1) };
  };

  /** A whole number: 1,234. */
  const count = (value: number): string => number(Math.round(value), 0);

  /** An amount of money with so many decimals: £1.40. */
  const money = (value: number, currency: string, places: number): string => {
    const text = purse(writing.locale, currency, places).format(value);
    const size = text.replace("-", "");
    return text.startsWith("-") && /[1-9]/.test(text) ? `${writing.minus}${size}` : size;
  };

  return {
    number,
    quantity,
    money,
    range,
    figure,
    figureWithRange,
    figureParts,
    count,
    unitName,

    /** A difference with its sign, also above zero. */
    signed: (value: number, places: number): string => {
      const text = number(value, places);
      return value > 0 && /[1-9]/.test(text) ? writing.plus(text) : text;
    },

    /** A count, for words that depend on how many there are. */
    counted: (n: number): Counted => ({ n, text: count(n) }),

    /** A small count in words. */
    countInWords: (n: number): string => writing.numerals[n] ?? count(n),

    /** p = 0.03, p < 0.001. Close to the line it shows the digit that decides. */
    pValue: (p: number): string => {
      if (p < 0.001) return writing.pValue("<", number(0.001, 3));
      if (p > 0.99) return writing.pValue(">", number(0.99, 2));
      // Near a line that p is held against two digits would not say on which side it lies.
      const nearTheLine = [SIGNIFICANCE, 0.1].some((line) => Math.abs(p - line) < line / 10);
      return writing.pValue("=", number(p, p < 0.01 || nearTheLine ? 3 : 2));
    },

    /** The size of a file: 12 KB, 3.4 MB. */
    fileSize: (bytes: number): string =>
      bytes < 1e6 ? quantity(Math.max(1, bytes / 1e3), "KB", 0) : quantity(bytes / 1e6, "MB", 1),

    /** A share of 0 to 1 as a percentage. */
    percent: (share: number): string => {
      const value = 100 * share;
      return writing.percent(number(value, value !== 0 && value < 9.95 ? 1 : 0));
    },

    /** 2024-05-01 as 1 May 2024; anything else as it stands. */
    day: (text: string): string => {
      const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
      const name = writing.months[Number(month) - 1];
      return year === undefined || name === undefined ? text : writing.day(Number(day), name, year);
    },

    /** 2024-05 as May 2024. */
    month: (text: string): string => {
      const [year = "", month] = text.split("-");
      return writing.month(writing.months[Number(month) - 1] ?? "", year);
    },

    list: writing.list,
    capital: writing.capital,
    within: writing.within,
    sentence: writing.sentence,
    clause: writing.clause,
  };
}
