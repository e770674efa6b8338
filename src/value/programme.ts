import {
  type Holder,
  MOST_YEARS,
  type NumberName,
  type OutcomeNumber,
  outcomeNumbers,
  type RangeShape,
  type Worth,
} from "../programme-numbers.ts";
import type { Range } from "../stats/pert.ts";

/** A number of the model and how likely the values in its range are. */
export interface Uncertain extends Range {
  shape: RangeShape;
  /** Numbers of one name are drawn at the same place of their ranges; each by itself where there is none. */
  together?: string | undefined;
}

/** A change for some people. */
export interface Outcome extends Record<Exclude<OutcomeNumber, "each">, Uncertain> {
  id: string;
  stakeholder: string;
  holder: Holder;
  worth: Worth;
  /** How many units of the proxy for each person and year; null: one. */
  each: Uncertain | null;
  /** Years from the base year to the first year of its value. */
  starts: number;
  /** Year of the prices of its proxy. */
  priceYear: number;
  /** An outcome that is told and adds nothing, because another one counts it. */
  counted: boolean;
  /** Share of the people in each group, before they are made 1 together; null where nobody knows. */
  groups: Readonly<Record<string, Uncertain>> | null;
}

/** What somebody puts in each year: so many units, each worth so much. */
export interface Input {
  id: string;
  stakeholder: string;
  starts: number;
  years: number;
  priceYear: number;
  /** null: one, of money and what is given in kind. */
  units: Uncertain | null;
  worth: Uncertain;
}

/** Incomes that weigh value by who has it: (reference / income of the group) to the elasticity. */
export interface Weighing {
  reference: Uncertain;
  incomes: Readonly<Record<string, Uncertain>>;
  elasticity: Uncertain;
}

/** A programme with figures. */
export interface Model {
  id: string;
  inputs: readonly Input[];
  outcomes: readonly Outcome[];
  rates: Readonly<Record<Worth, number>>;
  baseYear: number;
  /** Level of prices by year, of the base year and of every other year that a price is of. */
  prices: Readonly<Record<string, Uncertain>>;
  weighing: Weighing | null;
}

/** Which number of the model it is. */
export interface NumberId {
  /** The input or outcome that it belongs to; null: all models share it. */
  of: string | null;
  name: NumberName;
  /** The group of a share or an income, the year of a level of prices. */
  part: string | null;
}

/** A number by the name that draws and swings know it by. */
export interface Named extends NumberId {
  key: string;
  range: Uncertain;
  /** The least and the most that it can be at all. */
  bounds: readonly [number, number];
}

export const inputKey = (id: string, of: "units" | "worth"): string => `input ${id} ${of}`;
export const outcomeKey = (id: string, of: OutcomeNumber): string => `outcome ${id} ${of}`;
export const shareKey = (id: string, group: string): string => `outcome ${id} share ${group}`;
export const incomeKey = (group: string): string => `income ${group}`;
export const indexKey = (year: number | string): string => `prices ${year}`;
export const ELASTICITY = "elasticity";
export const REFERENCE = "reference";

const shares: readonly NumberName[] = ["dropOff", "deadweight", "attribution", "displacement", "share"];

/** The values that a number can have: shares of 1, years, and else from nothing up to a million times as much. */
function boundsOf(name: NumberName, { low, high }: Uncertain, starts: number): readonly [number, number] {
  if (shares.includes(name)) return [0, 1];
  // What begins later ends no later: the rates of discount hold up to the last of those years.
  if (name === "duration") return [0, Math.min(MOST_YEARS, MOST_YEARS + 1 - starts)];
  const size = Math.max(Math.abs(low), Math.abs(high), 1) * 1e6;
  return low < 0 ? [-size, high > 0 ? size : 0] : [0, size];
}

/** Years whose level of prices the result hangs on: none where every price is of the base year. */
function pricedYears({ inputs, outcomes, baseYear }: Model): number[] {
  const years = new Set([...inputs, ...outcomes.filter(({ counted }) => counted)].map(({ priceYear }) => priceYear));
  years.add(baseYear);
  return years.size === 1 ? [] : [...years].sort((a, b) => a - b);
}

/** Every number that the result hangs on. */
export function numbersOf(model: Model): Named[] {
  const { inputs, outcomes, weighing, prices } = model;
  const named = (
    key: string,
    range: Uncertain | null | undefined,
    name: NumberName,
    { of = null, part = null, starts = 0 }: Partial<NumberId> & { starts?: number } = {},
  ): Named[] => (range == null ? [] : [{ key, of, name, part, range, bounds: boundsOf(name, range, starts) }]);
  return [
    ...inputs.flatMap(({ id: of, units, worth }) => [
      ...named(inputKey(of, "units"), units, "hours", { of }),
      ...named(inputKey(of, "worth"), worth, units === null ? "amount" : "hourly", { of }),
    ]),
    ...outcomes
      .filter(({ counted }) => counted)
      .flatMap((one) => [
        ...outcomeNumbers.flatMap((name) =>
          named(outcomeKey(one.id, name), one[name], name, { of: one.id, starts: one.starts }),
        ),
        ...Object.entries(one.groups ?? {}).flatMap(([part, range]) =>
          named(shareKey(one.id, part), range, "share", { of: one.id, part }),
        ),
      ]),
    ...pricedYears(model).flatMap((year) => named(indexKey(year), prices[year], "index", { part: String(year) })),
    ...(weighing === null
      ? []
      : [
          ...named(ELASTICITY, weighing.elasticity, "elasticity"),
          ...named(REFERENCE, weighing.reference, "reference"),
          ...Object.entries(weighing.incomes).flatMap(([part, range]) =>
            named(incomeKey(part), range, "income", { part }),
          ),
        ]),
  ];
}
