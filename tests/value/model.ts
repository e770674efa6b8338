import type { Input, Model, Outcome, Uncertain } from "../../src/value/programme.ts";

/** A number with a range; one that is known where the ends are left out. */
export const known = (central: number, low = central, high = central): Uncertain => ({
  low,
  central,
  high,
  shape: "beta-pert",
});

export const outcome = (id: string, given: Partial<Outcome> = {}): Outcome => ({
  id,
  stakeholder: "residents",
  holder: "people",
  worth: "money",
  starts: 1,
  priceYear: 2022,
  counted: true,
  groups: null,
  people: known(10),
  each: known(1),
  proxy: known(100),
  duration: known(1),
  dropOff: known(0),
  deadweight: known(0),
  attribution: known(1),
  displacement: known(0),
  ...given,
});

export const input = (id: string, amount: Uncertain, given: Partial<Input> = {}): Input => ({
  id,
  stakeholder: "council",
  starts: 0,
  years: 1,
  priceYear: 2022,
  units: null,
  worth: amount,
  ...given,
});

export const model = (given: Partial<Model> = {}): Model => ({
  id: "made-up",
  inputs: [input("grant", known(1000))],
  outcomes: [outcome("income")],
  rates: { money: 0.035, health: 0.015, wellbeing: 0.015 },
  baseYear: 2022,
  prices: {},
  weighing: null,
  ...given,
});
