import { type Say, sayIn } from "../catalogue/say.ts";
import type { Language } from "../model.ts";
import type { NumberName, Spread } from "../programme-numbers.ts";
import type { ProgrammeResult, Reckoning, ReturnResults, UncertainNumber } from "../results/return-results.ts";
import { amountStep, toStep } from "./amount-step.ts";

interface Group {
  id: string;
  label: string;
}

/** A programme with its words, its money, and the groups that its value is shared out by. */
export interface Returning {
  say: Say;
  value: ReturnResults;
  programme: ProgrammeResult;
  groups: readonly Group[];
  /** What its amounts are rounded to: the same for all, so that one divided by the other gives the ratio that is shown. */
  step: number;
}

/** What programmes are told of: of results, or of a project whose data were not read. */
export interface ReturnsTold {
  value?: ReturnResults | undefined;
  language: Language;
  dimensions: readonly { id: string; groups?: readonly Group[] }[];
}

export const returnPath = ({ id }: Pick<ProgrammeResult, "id">): string => `value/${id}.html`;

/** Every programme, in the order of ids. */
export function returnings({ value, language, dimensions }: ReturnsTold): Returning[] {
  if (value === undefined) return [];
  const groups = dimensions.find(({ id }) => id === value.settings?.groups)?.groups ?? [];
  return value.programmes.map((programme) => {
    const step = programme.reckoned === null ? 1 : amountStep(programme.reckoned);
    return { say: sayIn({ language }), value, programme, groups, step };
  });
}

const currencyOf = ({ value: { settings } }: Pick<Returning, "value">): string => settings?.currency ?? "GBP";
export const baseYearOf = ({ value: { settings } }: Pick<Returning, "value">): string =>
  String(settings?.baseYear ?? "");

/** One pound, and a ratio as pounds and pence that come back for it. */
export const oneOf = (r: Returning): string => r.say.money(1, currencyOf(r), 0);
export const backText = (r: Returning, ratio: number): string => r.say.money(ratio, currencyOf(r), 2);
export const moneyText = (r: Returning, value: number, places = 0): string => r.say.money(value, currencyOf(r), places);

type Ends = Pick<Spread, "central" | "lower" | "upper">;

/** An amount of the programme, rounded as all of them are. */
export const amountText = (r: Returning, value: number): string => moneyText(r, toStep(value, r.step));

/** An amount with its range: £61,000 (£52,000 to £70,000). */
export function spreadTexts(
  r: Returning,
  { central, lower, upper }: Ends,
): { central: string; lower: string; upper: string } {
  return { central: amountText(r, central), lower: amountText(r, lower), upper: amountText(r, upper) };
}

export const spanText = (r: Returning, spread: Spread): string => {
  const { central, lower, upper } = spreadTexts(r, spread);
  return lower === upper ? central : r.say.returns.back.span(central, lower, upper);
};

/** What comes back for a pound, with its range. */
export const spanOfBack = (r: Returning, { central, lower, upper }: Ends): string =>
  r.say.returns.back.span(backText(r, central), backText(r, lower), backText(r, upper));

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

const shares: readonly NumberName[] = ["dropOff", "deadweight", "attribution", "displacement", "share"];

/** Decimals that say a number to two of them, or to three digits where it is large, and none that would be 0. */
function placesOf(value: number): number {
  const most = Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0;
  const is = (places: number): boolean => Number(value.toFixed(places)) === Number(value.toFixed(most));
  return [0, 1].find(is) ?? most;
}

/** A value that a number of the model can have, in its unit. */
export function numberText(
  r: Returning,
  { name, priceYear }: Pick<UncertainNumber, "name" | "priceYear">,
  value: number,
): string {
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
  { say: { returns: words }, programme: { inputs, outcomes }, groups }: Returning,
  { of, name, part, unit }: Pick<UncertainNumber, "of" | "name" | "part" | "unit">,
): string {
  const title = [...inputs, ...outcomes].find(({ id }) => id === of)?.title ?? words.unit.project;
  const label = words.swings.label(title, words.number[name]);
  if (part !== null) return words.unit.part(label, groups.find(({ id }) => id === part)?.label ?? part);
  return unit === null ? label : words.unit.proxy(label, unit);
}

/** Where a number makes as much come back as goes in: on which side of it less does; null where none does. */
export function evenAt(
  { central, breakEven }: Pick<UncertainNumber, "central" | "breakEven">,
  { ratio }: Pick<Reckoning, "ratio">,
): { way: "over" | "under"; value: number } | null {
  if (breakEven === null || breakEven === central) return null;
  return { way: breakEven > central === ratio.central > 1 ? "over" : "under", value: breakEven };
}

export const swingOf = ({ ratioAtLow, ratioAtHigh }: UncertainNumber): number => Math.abs(ratioAtHigh - ratioAtLow);

/** What a number without a source does to the return: to the plain one, else to the weighed one, else to none. */
export function swingWords(r: Returning, one: UncertainNumber): string {
  const { assumptions: words } = r.say.returns;
  const { ratioAtLow, ratioAtHigh, weightedAtLow: low, weightedAtHigh: high } = one;
  if (ratioAtLow !== ratioAtHigh) return words.moves(backText(r, ratioAtLow), backText(r, ratioAtHigh));
  if (low !== null && high !== null && low !== high) return words.movesWeighted(backText(r, low), backText(r, high));
  if (one.low === one.high) return words.known;
  return one.name === "share" ? words.movesGroups : words.movesNothing;
}
