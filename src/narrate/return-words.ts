import { roundedCount } from "../catalogue/format.ts";
import { type Say, sayIn } from "../catalogue/say.ts";
import type { Spread } from "../model.ts";
import type { Publishable } from "../results/results.ts";
import type {
  NumberName,
  ProgrammeResult,
  Reckoning,
  ReturnResults,
  UncertainNumber,
} from "../results/return-results.ts";

/** A programme with its words and its money. */
export interface Returning {
  say: Say;
  value: ReturnResults;
  programme: ProgrammeResult;
}

export const returnPath = ({ id }: Pick<ProgrammeResult, "id">): string => `value/${id}.html`;

/** Every programme, in the order of ids. */
export function returnings({ value, language }: Pick<Publishable, "value" | "language">): Returning[] {
  return value === undefined
    ? []
    : value.programmes.map((programme) => ({ say: sayIn({ language }), value, programme }));
}

const currencyOf = ({ value: { settings } }: Pick<Returning, "value">): string => settings?.currency ?? "GBP";
export const baseYearOf = ({ value: { settings } }: Pick<Returning, "value">): string =>
  String(settings?.baseYear ?? "");

/** One pound, and a ratio as pounds and pence that come back for it. */
export const oneOf = (r: Returning): string => r.say.money(1, currencyOf(r), 0);
export const backText = (r: Returning, ratio: number): string => r.say.money(ratio, currencyOf(r), 2);
export const moneyText = (r: Returning, value: number, places = 0): string => r.say.money(value, currencyOf(r), places);

type Ends = Pick<Spread, "central" | "lower" | "upper">;

/** An amount no finer than its range supports, with the range: £61,000 (£52,000 to £70,000). */
export function spreadTexts(
  r: Returning,
  { central, lower, upper }: Ends,
): { central: string; lower: string; upper: string } {
  const rounded = roundedCount({ value: central, lower, upper });
  const text = (value: number | null): string => moneyText(r, value ?? 0);
  return { central: text(rounded.value), lower: text(rounded.lower), upper: text(rounded.upper) };
}

export const spanText = (r: Returning, spread: Spread): string => {
  const { central, lower, upper } = spreadTexts(r, spread);
  return lower === upper ? central : r.say.returns.back.span(central, lower, upper);
};

/** What comes back for a pound, as a sentence with its range. */
export function ratioSentence(r: Returning, { ratio, aside }: Pick<Reckoning, "ratio" | "aside">): string {
  const { returns: words } = r.say;
  const told = {
    lower: backText(r, ratio.lower),
    upper: backText(r, ratio.upper),
    central: backText(r, ratio.central),
    one: oneOf(r),
  };
  const sentence = aside ? words.ratioAside(told) : words.ratio(told);
  return told.lower === told.upper ? words.sure(sentence) : sentence;
}

/** What is said first of a programme. */
export const firstSentence = (r: Returning): string =>
  r.programme.reckoned === null ? r.say.returns.noFigures : ratioSentence(r, r.programme.reckoned);

const shares: readonly NumberName[] = ["dropOff", "deadweight", "attribution", "displacement"];

/** Decimals that say a number to two of them, or to three digits where it is large, and none that would be 0. */
function placesOf(value: number): number {
  const most = Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0;
  const is = (places: number): boolean => Number(value.toFixed(places)) === Number(value.toFixed(most));
  return [0, 1].find(is) ?? most;
}

/** A value that a number of the model can have, in its unit. */
export function numberText(r: Returning, { name, priceYear }: UncertainNumber, value: number): string {
  const { say } = r;
  const plain = say.number(value, placesOf(value));
  if (shares.includes(name)) return say.percent(value);
  if (name === "duration") return say.returns.unit.years(plain);
  if (priceYear === null) return plain;
  const places = Number.isInteger(value) || Math.abs(value) >= 100 ? 0 : 2;
  return moneyText(r, value, places);
}

export function rangeText(r: Returning, one: UncertainNumber): string {
  const { unit } = r.say.returns;
  const [low, central, high] = [one.low, one.central, one.high].map((value) => numberText(r, one, value)) as [
    string,
    string,
    string,
  ];
  const range = one.low === one.high ? unit.exact(central) : unit.range(low, central, high);
  return one.priceYear === null || String(one.priceYear) === baseYearOf(r)
    ? range
    : unit.money(range, String(one.priceYear));
}

/** What a number is of, and which number it is. */
export function numberLabel(
  { say: { returns: words }, programme: { inputs, outcomes } }: Returning,
  one: UncertainNumber,
): string {
  const title = [...inputs, ...outcomes].find(({ id }) => id === one.of)?.title ?? words.unit.project;
  const label = words.swings.label(title, words.number[one.name]);
  return one.unit === null ? label : words.unit.proxy(label, one.unit);
}

/** Where a number makes as much come back as goes in: on which side of it less does; null where none does. */
export function evenAt({
  ratioAtLow,
  ratioAtHigh,
  breakEven,
}: UncertainNumber): { way: "over" | "under"; value: number } | null {
  if (breakEven === null || ratioAtLow === ratioAtHigh) return null;
  return { way: ratioAtHigh > ratioAtLow ? "under" : "over", value: breakEven };
}

export const swingOf = ({ ratioAtLow, ratioAtHigh }: UncertainNumber): number => Math.abs(ratioAtHigh - ratioAtLow);
