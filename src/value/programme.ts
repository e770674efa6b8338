import type { Holder, RangeShape, Worth } from "../model.ts";
import type { Range } from "../stats/pert.ts";

/** A number of the model and how likely the values in its range are. */
export interface Uncertain extends Range {
  shape: RangeShape;
  /** Numbers of one name are drawn at the same place of their ranges; each by itself where there is none. */
  together?: string | undefined;
}

/** The numbers of an outcome. Shares are of 1. */
export const outcomeNumbers = [
  "people",
  "each",
  "proxy",
  "duration",
  "dropOff",
  "deadweight",
  "attribution",
  "displacement",
] as const;
export type OutcomeNumber = (typeof outcomeNumbers)[number];

/** A change for some people, in prices of the base year. */
export interface Outcome extends Record<OutcomeNumber, Uncertain> {
  id: string;
  stakeholder: string;
  holder: Holder;
  worth: Worth;
  /** Years from the base year to the first year of its value. */
  starts: number;
  /** An outcome that is told and adds nothing, because another one counts it. */
  counted: boolean;
  /** Share of the people in each group; null where nobody knows. */
  groups: Readonly<Record<string, number>> | null;
}

/** What somebody puts in each year: so many units, each worth so much. Money is one unit. */
export interface Input {
  id: string;
  stakeholder: string;
  starts: number;
  years: number;
  units: Uncertain;
  worth: Uncertain;
}

/** Incomes that weigh value by who has it: (reference / income of the group) to the elasticity. */
export interface Weighing {
  reference: number;
  incomes: Readonly<Record<string, number>>;
  elasticity: Uncertain;
}

/** A programme with figures. */
export interface Model {
  id: string;
  inputs: readonly Input[];
  outcomes: readonly Outcome[];
  rates: Readonly<Record<Worth, number>>;
  weighing: Weighing | null;
}

/** One number of the model, by the name that draws and swings know it by. */
export interface Named {
  key: string;
  range: Uncertain;
}

export const inputKey = (id: string, of: "units" | "worth"): string => `input ${id} ${of}`;
export const outcomeKey = (id: string, of: OutcomeNumber): string => `outcome ${id} ${of}`;
export const ELASTICITY = "elasticity";

/** Every number that the result hangs on. */
export const numbersOf = ({ inputs, outcomes, weighing }: Model): Named[] => [
  ...inputs.flatMap(({ id, units, worth }) => [
    { key: inputKey(id, "units"), range: units },
    { key: inputKey(id, "worth"), range: worth },
  ]),
  ...outcomes
    .filter(({ counted }) => counted)
    .flatMap((outcome) => outcomeNumbers.map((of) => ({ key: outcomeKey(outcome.id, of), range: outcome[of] }))),
  ...(weighing === null ? [] : [{ key: ELASTICITY, range: weighing.elasticity }]),
];
