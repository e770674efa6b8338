import type { Definitions } from "../define/definitions.ts";
import type { ReturnModel } from "../define/return-model.ts";
import type { GivenRange, ValueSettings } from "../define/value-settings.ts";
import { type OutcomeNumber, outcomeNumbers } from "../programme-numbers.ts";
import type { ProgrammeResult, Reckoning, ReturnResults, UncertainNumber } from "../results/return-results.ts";
import { sumOf } from "../stats/sum.ts";
import { DRAWS } from "../value/draws.ts";
import {
  ELASTICITY,
  incomeKey,
  indexKey,
  inputKey,
  type Model,
  type Named,
  numbersOf,
  outcomeKey,
  REFERENCE,
  shareKey,
  type Uncertain,
} from "../value/programme.ts";
import type { YearOfValue } from "../value/returns.ts";
import { type Findings, findings } from "../value/shares.ts";

/** What programmes return; nothing where the project declares none. */
export function returnsOf({ project, programmes, stories }: Definitions): { value?: ReturnResults } {
  const { value: settings, method } = project.value;
  if (programmes.length === 0) return {};
  return {
    value: {
      settings: settings === undefined ? null : settingsResult(settings),
      programmes: programmes.map(({ value: programme }) => ({
        ...about(programme),
        stories: stories
          .filter(({ value }) => value.programme === programme.id)
          .map(({ value: { author, role = null, date, markdown } }) => ({ author, role, date, markdown })),
        reckoned:
          programme.needed.length > 0 || settings === undefined
            ? null
            : reckoned(programme, settings, method.confidence),
      })),
    },
  };
}

const settingsResult = ({ currency, base_year, rates, prices, groups, weights }: ValueSettings) => ({
  currency,
  baseYear: base_year,
  rates,
  prices: prices === undefined ? null : { source: prices.source, index: centrals(prices.index) },
  groups: groups ?? null,
  weights:
    weights === undefined
      ? null
      : { reference: weights.reference.central, incomes: centrals(weights.incomes), source: weights.source },
});

const centrals = (ranges: Readonly<Record<string, GivenRange>>): Record<string, number> =>
  Object.fromEntries(Object.entries(ranges).map(([id, { central }]) => [id, central]));

const about = (given: ReturnModel): Omit<ProgrammeResult, "stories" | "reckoned"> => ({
  id: given.id,
  title: given.title,
  about: given.about,
  madeUp: given.made_up,
  url: given.url ?? null,
  theme: given.theme,
  indicators: given.indicators,
  from: given.period.from,
  to: given.period.to ?? null,
  does: given.does,
  stakeholders: given.stakeholders,
  inputs: given.inputs.map(({ id, title, stakeholder, kind, from, years, towards }) => ({
    ...{ id, title, stakeholder, kind, from, years },
    towards: towards ?? given.outcomes.map((outcome) => outcome.id),
  })),
  outcomes: given.outcomes.map((one) => ({
    ...{ id: one.id, title: one.title, stakeholder: one.stakeholder, indicator: one.indicator },
    ...{ holder: one.held_by, worth: one.valued_as, from: one.from, counted: one.counted },
    groupsSource: one.groups?.source ?? null,
  })),
  overlaps: given.overlaps,
  needed: given.needed,
});

/** What the file says of a number beside its range, by the key that the model knows it by. */
interface Declared {
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

function declaredNumbers({ inputs, outcomes }: ReturnModel, settings: ValueSettings): Map<string, Declared> {
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
function modelOf(programme: ReturnModel, settings: ValueSettings): Model {
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

function reckoned(programme: ReturnModel, settings: ValueSettings, confidence: number): Reckoning {
  const model = modelOf(programme, settings);
  const found = findings(model, confidence);
  const dated = (years: readonly YearOfValue[]) =>
    years.map(({ after, ...of }) => ({ year: settings.base_year + after, ...of }));
  return {
    draws: DRAWS,
    level: confidence,
    ...{ inputs: found.inputs, value: found.value, net: found.net, ratio: found.ratio },
    weightedRatio: found.weightedRatio,
    aside: found.aside,
    belowOne: found.belowOne,
    byInput: found.eachInput.map(({ id, years }) => ({
      input: id,
      present: sumOf(years, ({ present }) => present),
      years: dated(years),
    })),
    byOutcome: found.outcomes.map(({ id, value, years }) => ({ outcome: id, value, years: dated(years) })),
    byStakeholder: found.stakeholders.map(({ id, value }) => ({ stakeholder: id, value })),
    byHolder: found.holders.map(({ id, value }) => ({ holder: id, value })),
    byGroup: found.groups.map(({ id, value, weight, weighted }) => ({ group: id, value, weight, weighted })),
    ungrouped: found.ungrouped,
    numbers: numberResults(found, numbersOf(model), declaredNumbers(programme, settings)),
  };
}

/** Every number as its file gives it, in its own prices, with what it does to the ratio. */
const numberResults = (
  { swings }: Findings,
  named: readonly Named[],
  declared: ReadonlyMap<string, Declared>,
): UncertainNumber[] =>
  swings.flatMap(({ key, atLow, atHigh, weighted, breakEven }) => {
    const [one, said] = [named.find((number) => number.key === key), declared.get(key)];
    if (one === undefined || said === undefined) return [];
    const { low, central, high, shape, together = null } = one.range;
    return [
      {
        ...{ of: one.of, name: one.name, part: one.part, low, central, high, shape },
        ...{ unit: said.unit ?? null, priceYear: said.priceYear ?? null },
        ...{ source: said.given.source ?? said.source ?? null, together },
        ...{ ratioAtLow: atLow, ratioAtHigh: atHigh },
        ...{ weightedAtLow: weighted?.atLow ?? null, weightedAtHigh: weighted?.atHigh ?? null, breakEven },
      },
    ];
  });
