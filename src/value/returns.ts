import type { OutcomeNumber } from "../programme-numbers.ts";
import { toThePower } from "../stats/power.ts";
import { sumOf } from "../stats/sum.ts";
import { course, discountFactor, inPricesOf, presentValue } from "./present-value.ts";
import {
  ELASTICITY,
  type Input,
  incomeKey,
  indexKey,
  inputKey,
  type Model,
  type Outcome,
  outcomeKey,
  REFERENCE,
  shareKey,
} from "./programme.ts";

/** The value that a number of the model is taken to have. */
export type Pick = (key: string) => number;

/** What a programme takes and gives, with every number at one value. */
export interface Reckoned {
  inputs: number;
  /** Present value of each counted outcome, in the order of `counted`. */
  outcomes: number[];
  /** Share of the people of each in each group, in the order of `groupsOf`; null where nobody knows. */
  shares: (number[] | null)[];
  /** Present values with money to people weighed by their income; null without incomes. */
  weighted: number[] | null;
}

/** The counted outcomes in the order of their ids: in another order of the file sums are the same to the last digit. */
export const counted = ({ outcomes }: Model): Outcome[] =>
  outcomes.filter((one) => one.counted).sort((a, b) => (a.id < b.id ? -1 : 1));

/** Groups that some counted outcome has people in. */
export const groupsOf = (model: Model): string[] =>
  [...new Set(counted(model).flatMap(({ groups }) => Object.keys(groups ?? {})))].sort();

const inputsInOrder = ({ inputs }: Model) => [...inputs].sort((a, b) => (a.id < b.id ? -1 : 1));

/** Weight of a group: the value of a pound to it, against a pound to somebody of the reference income. */
export const incomeWeight = (reference: number, income: number, elasticity: number): number =>
  toThePower(reference / income, elasticity);

/** Money that people hold is weighed by their income; the public purse, society, health and wellbeing are the same for all. */
export const isWeighed = ({ holder, worth, groups }: Outcome): boolean =>
  holder === "people" && worth === "money" && groups !== null;

/** What a pound to each group counts; a group without an income counts 1. */
export const weightsOf = ({ weighing }: Model, groups: readonly string[], pick: Pick): number[] =>
  groups.map((group) =>
    weighing?.incomes[group] === undefined
      ? 1
      : incomeWeight(pick(REFERENCE), pick(incomeKey(group)), pick(ELASTICITY)),
  );

/** Shares of the people of an outcome, made 1 together: drawn apart, they are not. */
function sharesOf({ id, groups }: Outcome, order: readonly string[], pick: Pick): number[] | null {
  if (groups === null) return null;
  const raw = order.map((group) => (groups[group] === undefined ? 0 : pick(shareKey(id, group))));
  const all = sumOf(raw, (one) => one);
  return raw.map((one) => one / all);
}

/** Money of a year is multiplied by this to be in prices of the base year. */
export const priceFactor = ({ baseYear }: Model, year: number, pick: Pick): number =>
  year === baseYear ? 1 : inPricesOf(1, pick(indexKey(year)), pick(indexKey(baseYear)));

/** Value of the first whole year of an outcome, after what would have happened anyway, others' part, and what moved elsewhere. */
export function firstYear(outcome: Outcome, model: Model, pick: Pick): number {
  const at = (of: OutcomeNumber): number => pick(outcomeKey(outcome.id, of));
  const each = outcome.each === null ? 1 : at("each");
  const gross = at("people") * each * at("proxy") * priceFactor(model, outcome.priceYear, pick);
  return gross * (1 - at("deadweight")) * at("attribution") * (1 - at("displacement"));
}

/** What an input or an outcome is worth in one year. */
export interface YearOfValue {
  /** Years from the base year on. */
  after: number;
  value: number;
  /** The same in the base year. */
  present: number;
}

/** An outcome year by year: what of it remains, and what that is worth in the base year. */
export function yearsOf(outcome: Outcome, model: Model, pick: Pick): YearOfValue[] {
  const first = firstYear(outcome, model, pick);
  const [duration, dropOff] = [pick(outcomeKey(outcome.id, "duration")), pick(outcomeKey(outcome.id, "dropOff"))];
  return course({ starts: outcome.starts, duration, dropOff }).map(({ year, value }) => ({
    after: year,
    value: first * value,
    present: first * value * discountFactor(model.rates[outcome.worth], year),
  }));
}

/** An input year by year. */
export function inputYears(input: Input, model: Model, pick: Pick): YearOfValue[] {
  const { id, units, starts, years } = input;
  const worth = (units === null ? 1 : pick(inputKey(id, "units"))) * pick(inputKey(id, "worth"));
  const value = worth * priceFactor(model, input.priceYear, pick);
  return Array.from({ length: years }, (_, k) => ({
    after: starts + k,
    value,
    present: value * discountFactor(model.rates.money, starts + k),
  }));
}

/**
 * What a programme takes and gives in the base year's money.
 *
 * Formula: inputs: sum of units x worth / (1 + r)^t; outcome: people x each x proxy x (1 - deadweight) x attribution x
 * (1 - displacement) x sum over its years of (1 - drop-off)^k / (1 + r)^t.
 */
export function reckon(model: Model, pick: Pick): Reckoned {
  const inputs = sumOf(inputsInOrder(model), (input) =>
    sumOf(inputYears(input, model, pick), ({ present }) => present),
  );
  const order = counted(model);
  const groups = groupsOf(model);
  const outcomes = order.map((outcome) => {
    const duration = pick(outcomeKey(outcome.id, "duration"));
    const dropOff = pick(outcomeKey(outcome.id, "dropOff"));
    const years = presentValue({ starts: outcome.starts, duration, dropOff }, model.rates[outcome.worth]);
    return firstYear(outcome, model, pick) * years;
  });
  const shares = order.map((outcome) => sharesOf(outcome, groups, pick));
  if (model.weighing === null) return { inputs, outcomes, shares, weighted: null };
  const weights = weightsOf(model, groups, pick);
  const weighted = outcomes.map((value, i) =>
    isWeighed(order[i]!) ? value * sumOf(shares[i] ?? [], (share, g) => share * weights[g]!) : value,
  );
  return { inputs, outcomes, shares, weighted };
}

const total = (values: readonly number[]): number => sumOf(values, (value) => value);

export const worthOf = ({ outcomes }: Reckoned): number => total(outcomes);
/** Value for each pound that goes in. */
export const ratioOf = (reckoned: Reckoned): number => worthOf(reckoned) / reckoned.inputs;
export const netOf = (reckoned: Reckoned): number => worthOf(reckoned) - reckoned.inputs;
export const weightedRatioOf = ({ inputs, weighted }: Reckoned): number | null =>
  weighted === null ? null : total(weighted) / inputs;
