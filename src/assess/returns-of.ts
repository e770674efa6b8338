import type { Definitions } from "../define/definitions.ts";
import type { ReturnModel } from "../define/return-model.ts";
import type { GivenRange, ValueSettings } from "../define/value-settings.ts";
import type { ProgrammeResult, Reckoning, ReturnResults, UncertainNumber } from "../results/return-results.ts";
import { sumOf } from "../stats/sum.ts";
import { DRAWS } from "../value/draws.ts";
import { type Named, numbersOf } from "../value/programme.ts";
import type { YearOfValue } from "../value/returns.ts";
import { type Findings, findings } from "../value/shares.ts";
import { type Declared, declaredNumbers, modelOf } from "./declared-programme.ts";

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
