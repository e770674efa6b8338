import type { Limits } from "../model.ts";

/** The only place where a number becomes text. English of the United Kingdom, fixed digits, no locale of the machine. */

const formats = new Map<number, Intl.NumberFormat>();

const formatOf = (digits: number): Intl.NumberFormat => {
  const known = formats.get(digits);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat("en-GB", { minimumFractionDigits: digits, maximumFractionDigits: digits });
  formats.set(digits, made);
  return made;
};

/** A number with a fixed count of decimals (below zero: rounded to tens), thousands separated, and a true minus sign. */
export function number(value: number, digits: number): string {
  const step = 10 ** Math.max(0, -digits);
  const text = formatOf(Math.max(0, digits)).format(step === 1 ? value : Math.round(value / step) * step);
  const isZero = !/[1-9]/.test(text);
  return text.replace("-", isZero ? "" : "\u2212");
}

/** The unit a difference of two values carries. */
export const differenceUnit = (unit: string): string => (unit === "%" ? "percentage points" : unit);

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

/** A number and its unit apart, for display in two sizes. */
export function figureParts(limits: Limits, unit: string): { number: string; unit: string } {
  const text = figure(limits, unit);
  const space = text.indexOf(" ");
  return space < 0 ? { number: text, unit: "" } : { number: text.slice(0, space), unit: text.slice(space + 1) };
}

/** A number with its unit: 42.1%, 7.0 years, 3.1. */
export function quantity(value: number, unit: string, places: number): string {
  const text = number(value, places);
  if (unit === ratio || unit === "") return text;
  if (unit === "%") return `${text}%`;
  return `${text} ${text === "1" ? unit.replace(/^(percentage point|year|point)s$/, "$1") : unit}`;
}

/** The limits alone: 7.0 to 9.2. */
export function range(limits: Limits, places: number): string | null {
  if (limits.lower === null || limits.upper === null) return null;
  return `${number(limits.lower, places)} to ${number(limits.upper, places)}`;
}

/** A figure with its unit, as short as it supports. */
export const figure = (limits: Limits, unit: string): string => quantity(limits.value, unit, digits(limits, unit));

/** A figure with its unit and its interval: 8.1 years (7.0 to 9.2). */
export function figureWithRange(limits: Limits, unit: string): string {
  const places = digits(limits, unit);
  const interval = range(limits, places);
  const text = quantity(limits.value, unit, places);
  return interval === null ? text : `${text} (${interval})`;
}

/** Decimals that give a number three significant digits, and a whole number where that is more. */
export const significant = (value: number): number =>
  value === 0 ? 2 : Math.min(6, Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value)))));

/** A whole number: 1,234. */
export const count = (value: number): string => number(Math.round(value), 0);

/** A year, which takes no thousands separator. */
export const calendarYear = (value: number): string => String(Math.round(value));

/** Limits of a head-count, rounded to a power of ten no finer than a fifth of the interval. */
export function roundedCount(limits: Limits): Limits {
  const { lower, upper } = limits;
  const fifth = lower === null || upper === null ? Math.abs(limits.value) / 50 : (upper - lower) / 5;
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, fifth))));
  const round = (value: number) => Math.round(value / step) * step;
  return {
    value: round(limits.value),
    lower: lower === null ? null : round(lower),
    upper: upper === null ? null : round(upper),
  };
}

/** p = 0.03, p < 0.001, with spaces that do not break. Close to the line of 0.05 it shows the digit that decides. */
export function pValue(p: number): string {
  if (p < 0.001) return "p\u00a0<\u00a00.001";
  if (p > 0.99) return "p\u00a0>\u00a00.99";
  const nearTheLine = Math.abs(p - 0.05) < 0.005;
  return `p\u00a0=\u00a0${number(p, p < 0.01 || nearTheLine ? 3 : 2)}`;
}

/** A share of 0 to 1 as a percentage. */
export function percent(share: number): string {
  const value = 100 * share;
  return `${number(value, value !== 0 && value < 9.95 ? 1 : 0)}%`;
}

const months = "January,February,March,April,May,June,July,August,September,October,November,December".split(",");

/** 2024-05-01 as 1 May 2024; anything else as it stands. */
export function day(text: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const month = months[Number(parts?.[2]) - 1];
  return parts === null || month === undefined ? text : `${Number(parts[3])} ${month} ${parts[1]}`;
}

/** 1 indicator, 2 indicators. */
export const plural = (n: number, one: string, many = `${one}s`): string => `${count(n)} ${n === 1 ? one : many}`;

const inWords = "no,one,two,three,four,five,six,seven,eight,nine,ten,eleven,twelve".split(",");

/** A small count in words. */
export const countInWords = (n: number): string => inWords[n] ?? count(n);

/** a; a and b; a, b and c. */
export function list(items: readonly string[]): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} and ${last}`;
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Lower case at the start, unless the word is an abbreviation or a lone letter. */
export const lowerFirst = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

/** A full stop at the end, if there is none. */
export const sentence = (text: string): string => capital(/[.!?]$/.test(text) ? text : `${text}.`);
