import { toThePower } from "../stats/power.ts";
import { sumOf } from "../stats/sum.ts";
import { course, discountFactor, presentValue } from "./present-value.ts";
import {
  ELASTICITY,
  type Input,
  inputKey,
  type Model,
  type Outcome,
  type OutcomeNumber,
  outcomeKey,
} from "./programme.ts";

/** The value that a number of the model is taken to have. */
export type Pick = (key: string) => number;

/** What a programme takes and gives, with every number at one value. */
export interface Reckoned {
  inputs: number;
  /** Present value of each counted outcome, in the order of `counted`. */
  outcomes: number[];
  /** The same with value to people weighed by their income; null without incomes. */
  weighted: number[] | null;
}

/** The counted outcomes in the order of their ids: in another order of the file sums are the same to the last digit. */
export const counted = ({ outcomes }: Model): Outcome[] =>
  outcomes.filter((one) => one.counted).sort((a, b) => (a.id < b.id ? -1 : 1));

const inputsInOrder = ({ inputs }: Model) => [...inputs].sort((a, b) => (a.id < b.id ? -1 : 1));

/** Weight of a group: the value of a pound to it, against a pound to somebody of the reference income. */
export const incomeWeight = (reference: number, income: number, elasticity: number): number =>
  toThePower(reference / income, elasticity);

/** Money that people hold is weighed by their income; the public purse, society, health and wellbeing are the same for all. */
export const isWeighed = ({ holder, worth, groups }: Outcome): boolean =>
  holder === "people" && worth === "money" && groups !== null;

/** Mean weight of the people of an outcome; shares of groups without an income weigh 1. */
export function weightOf(outcome: Outcome, { weighing }: Model, elasticity: number): number {
  if (weighing === null || !isWeighed(outcome)) return 1;
  return sumOf(Object.entries(outcome.groups ?? {}), ([group, share]) => {
    const income = weighing.incomes[group];
    return share * (income === undefined ? 1 : incomeWeight(weighing.reference, income, elasticity));
  });
}

/** Value of the first whole year of an outcome, after what would have happened anyway, others' part, and what moved elsewhere. */
export function firstYear(outcome: Outcome, pick: Pick): number {
  const at = (of: OutcomeNumber): number => pick(outcomeKey(outcome.id, of));
  const gross = at("people") * at("each") * at("proxy");
  return gross * (1 - at("deadweight")) * at("attribution") * (1 - at("displacement"));
}

/** What an outcome is worth in one year. */
export interface YearOfValue {
  /** Years from the base year on. */
  after: number;
  value: number;
  /** The same in the base year. */
  present: number;
}

/** An outcome year by year: what of it remains, and what that is worth in the base year. */
export function yearsOf(outcome: Outcome, { rates }: Model, pick: Pick): YearOfValue[] {
  const first = firstYear(outcome, pick);
  const [duration, dropOff] = [pick(outcomeKey(outcome.id, "duration")), pick(outcomeKey(outcome.id, "dropOff"))];
  return course({ starts: outcome.starts, duration, dropOff }).map(({ year, value }) => ({
    after: year,
    value: first * value,
    present: first * value * discountFactor(rates[outcome.worth], year),
  }));
}

/** Present value of one input. */
export function inputValue({ id, starts, years }: Input, { rates }: Model, pick: Pick): number {
  let factors = 0;
  for (let k = 0; k < years; k++) factors += discountFactor(rates.money, starts + k);
  return pick(inputKey(id, "units")) * pick(inputKey(id, "worth")) * factors;
}

/**
 * What a programme takes and gives in the base year's money.
 *
 * Formula: inputs: sum of units x worth / (1 + r)^t; outcome: people x each x proxy x (1 - deadweight) x attribution x
 * (1 - displacement) x sum over its years of (1 - drop-off)^k / (1 + r)^t.
 */
export function reckon(model: Model, pick: Pick): Reckoned {
  const inputs = sumOf(inputsInOrder(model), (input) => inputValue(input, model, pick));
  const order = counted(model);
  const outcomes = order.map((outcome) => {
    const duration = pick(outcomeKey(outcome.id, "duration"));
    const dropOff = pick(outcomeKey(outcome.id, "dropOff"));
    const years = presentValue({ starts: outcome.starts, duration, dropOff }, model.rates[outcome.worth]);
    return firstYear(outcome, pick) * years;
  });
  if (model.weighing === null) return { inputs, outcomes, weighted: null };
  const elasticity = pick(ELASTICITY);
  return { inputs, outcomes, weighted: outcomes.map((value, i) => value * weightOf(order[i]!, model, elasticity)) };
}

const total = (values: readonly number[]): number => sumOf(values, (value) => value);

export const worthOf = ({ outcomes }: Reckoned): number => total(outcomes);
/** Value for each pound that goes in. */
export const ratioOf = (reckoned: Reckoned): number => worthOf(reckoned) / reckoned.inputs;
export const netOf = (reckoned: Reckoned): number => worthOf(reckoned) - reckoned.inputs;
export const weightedRatioOf = ({ inputs, weighted }: Reckoned): number | null =>
  weighted === null ? null : total(weighted) / inputs;
