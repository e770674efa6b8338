import type { ReturnModel } from "../define/return-model.ts";
import type { GivenRange, ValueSettings } from "../define/value-settings.ts";
import { type OutcomeNumber, outcomeNumbers } from "../programme-numbers.ts";
import {
  ELASTICITY,
  incomeKey,
  indexKey,
  inputKey,
  type Model,
  outcomeKey,
  REFERENCE,
  shareKey,
  type Uncertain,
} from "../value/programme.ts";

/** What the file says of a number beside its range, by the key that the model knows it by. */
export interface Declared {
  given: GivenRange;
  /** Of numbers that have a common source where they have none of their own. */
  source?: string | undefined;
  unit?: string;
  /** Year of its prices; none where it is no money. */
  priceYear?: number;
}

const outcomeGiven = (one: ReturnModel["outcomes"][number]): Record<OutcomeNumber, GivenRange | undefined> => ({
  people: one.people,
  each: one.each,
  proxy: one.proxy.value,
  duration: one.duration,
  dropOff: one.drop_off,
  deadweight: one.deadweight,
  attribution: one.attribution,
  displacement: one.displacement,
});

/** Every number of a programme and of what all share, as its file says it. */
export function declaredNumbers({ inputs, outcomes }: ReturnModel, settings: ValueSettings): Map<string, Declared> {
  const { base_year: base, prices, weights } = settings;
  const listed = <T>(of: Readonly<Record<string, T>> = {}): [string, T][] => Object.entries(of);
  return new Map<string, Declared>([
    ...inputs.flatMap(({ id, hours, amount, hourly, price_year: priceYear = base }): [string, Declared][] => {
      const worth = amount ?? hourly;
      return [
        ...(hours === undefined ? [] : [[inputKey(id, "units"), { given: hours }] as [string, Declared]]),
        ...(worth === undefined ? [] : [[inputKey(id, "worth"), { given: worth, priceYear }] as [string, Declared]]),
      ];
    }),
    ...outcomes.flatMap((one): [string, Declared][] => [
      ...outcomeNumbers.flatMap((name): [string, Declared][] => {
        const given = outcomeGiven(one)[name];
        if (given === undefined) return [];
        const priced = { unit: one.proxy.unit, priceYear: one.proxy.price_year ?? base };
        return [[outcomeKey(one.id, name), { given, ...(name === "proxy" ? priced : {}) }]];
      }),
      ...listed(one.groups?.shares).map(([group, given]): [string, Declared] => [
        shareKey(one.id, group),
        { given, source: one.groups?.source },
      ]),
    ]),
    ...listed(prices?.index).map(([year, given]): [string, Declared] => [
      indexKey(year),
      { given, source: prices?.source },
    ]),
    ...(weights === undefined
      ? []
      : [
          [ELASTICITY, { given: weights.elasticity }] as [string, Declared],
          [REFERENCE, { given: weights.reference, source: weights.source, priceYear: base }] as [string, Declared],
          ...listed(weights.incomes).map(([group, given]): [string, Declared] => [
            incomeKey(group),
            { given, source: weights.source, priceYear: base },
          ]),
        ]),
  ]);
}

/** The model as the file has it, with years counted from the base year. */
export function modelOf(programme: ReturnModel, settings: ValueSettings): Model {
  const { base_year: base, rates, weights } = settings;
  const uncertain = ({ low, central, high, shape = settings.shape, together }: GivenRange): Uncertain => ({
    ...{ low, central, high, shape, together },
  });
  const perhaps = (range: GivenRange | undefined): Uncertain | null => (range === undefined ? null : uncertain(range));
  const each = (ranges: Readonly<Record<string, GivenRange>>): Record<string, Uncertain> =>
    Object.fromEntries(Object.entries(ranges).map(([id, range]) => [id, uncertain(range)]));
  return {
    id: programme.id,
    inputs: programme.inputs.flatMap((one) => {
      const worth = one.amount ?? one.hourly;
      if (worth === undefined) return [];
      return [
        {
          ...{ id: one.id, stakeholder: one.stakeholder, starts: one.from - base, years: one.years },
          ...{ priceYear: one.price_year ?? base, units: perhaps(one.hours), worth: uncertain(worth) },
        },
      ];
    }),
    outcomes: programme.outcomes.map((one) => ({
      ...{ id: one.id, stakeholder: one.stakeholder, holder: one.held_by, worth: one.valued_as },
      ...{ starts: one.from - base, priceYear: one.proxy.price_year ?? base, counted: one.counted },
      groups: one.groups === undefined ? null : each(one.groups.shares),
      people: uncertain(one.people),
      each: perhaps(one.each),
      proxy: uncertain(one.proxy.value),
      duration: uncertain(one.duration),
      dropOff: uncertain(one.drop_off),
      deadweight: uncertain(one.deadweight),
      attribution: uncertain(one.attribution),
      displacement: uncertain(one.displacement),
    })),
    rates,
    baseYear: base,
    prices: each(settings.prices?.index ?? {}),
    weighing:
      weights === undefined
        ? null
        : {
            ...{ reference: uncertain(weights.reference), elasticity: uncertain(weights.elasticity) },
            incomes: each(weights.incomes),
          },
  };
}
