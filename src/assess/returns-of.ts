import type { Definitions } from "../define/definitions.ts";
import type { ReturnModel } from "../define/return-model.ts";
import type { GivenRange, ValueSettings } from "../define/value-settings.ts";
import type {
  NumberName,
  ProgrammeResult,
  Reckoning,
  ReturnResults,
  UncertainNumber,
} from "../results/return-results.ts";
import { DRAWS } from "../value/draws.ts";
import { inPricesOf } from "../value/present-value.ts";
import { ELASTICITY, inputKey, type Model, outcomeKey, type Uncertain } from "../value/programme.ts";
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
  prices: prices ?? null,
  groups: groups ?? null,
  weights:
    weights === undefined ? null : { reference: weights.reference, incomes: weights.incomes, source: weights.source },
});

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
  inputs: given.inputs.map(({ id, title, stakeholder, kind, from, years }) => ({
    ...{ id, title, stakeholder, kind, from, years },
  })),
  outcomes: given.outcomes.map((one) => ({
    ...{ id: one.id, title: one.title, stakeholder: one.stakeholder, indicator: one.indicator },
    ...{ holder: one.held_by, worth: one.valued_as, from: one.from, counted: one.counted },
    groupsSource: one.groups?.source ?? null,
  })),
  overlaps: given.overlaps,
  needed: given.needed,
});

const certain = (value: number): Uncertain => ({ low: value, central: value, high: value, shape: "beta-pert" });

/** A number whose range, source and name the file gives, by the key that the model knows it by. */
interface Declared {
  key: string;
  of: string | null;
  name: NumberName;
  given: GivenRange;
  unit: string | null;
  /** Year of its prices; null where it is no money. */
  priceYear: number | null;
}

const outcomeGiven = (one: ReturnModel["outcomes"][number]): Partial<Record<NumberName, GivenRange>> => ({
  people: one.people,
  ...(one.each === undefined ? {} : { each: one.each }),
  proxy: one.proxy.value,
  duration: one.duration,
  dropOff: one.drop_off,
  deadweight: one.deadweight,
  attribution: one.attribution,
  displacement: one.displacement,
});

function declaredNumbers({ inputs, outcomes }: ReturnModel, { base_year, weights }: ValueSettings): Declared[] {
  const ofInputs = inputs.flatMap((one): Declared[] => {
    const common = { of: one.id, unit: null };
    const year = one.price_year ?? base_year;
    const numbers = [
      { name: "amount", given: one.amount, key: inputKey(one.id, "worth"), priceYear: year },
      { name: "hours", given: one.hours, key: inputKey(one.id, "units"), priceYear: null },
      { name: "hourly", given: one.hourly, key: inputKey(one.id, "worth"), priceYear: year },
    ] as const;
    return numbers.flatMap(({ given, ...rest }) => (given === undefined ? [] : [{ ...common, ...rest, given }]));
  });
  const ofOutcomes = outcomes
    .filter(({ counted }) => counted)
    .flatMap((one) =>
      outcomeNames.flatMap((name): Declared[] => {
        const given = outcomeGiven(one)[name];
        if (given === undefined) return [];
        const isProxy = name === "proxy";
        const priceYear = isProxy ? (one.proxy.price_year ?? base_year) : null;
        return [
          { key: outcomeKey(one.id, name), of: one.id, name, given, unit: isProxy ? one.proxy.unit : null, priceYear },
        ];
      }),
    );
  const ofProject: Declared[] =
    weights === undefined
      ? []
      : [{ key: ELASTICITY, of: null, name: "elasticity", given: weights.elasticity, unit: null, priceYear: null }];
  return [...ofInputs, ...ofOutcomes, ...ofProject];
}

const outcomeNames = [
  ...["people", "each", "proxy", "duration"],
  ...["dropOff", "deadweight", "attribution", "displacement"],
] as const satisfies readonly NumberName[];

/** The model in prices of the base year, with years counted from it. */
function modelOf(programme: ReturnModel, settings: ValueSettings): Model {
  const { base_year: base, rates, weights } = settings;
  const uncertain = ({ low, central, high, shape = settings.shape, together }: GivenRange, scale = 1): Uncertain => ({
    ...{ low: low * scale, central: central * scale, high: high * scale, shape, together },
  });
  const scaleOf = (year: number | undefined): number => scaleTo(settings, year);
  const index = (range: GivenRange | undefined): Uncertain => (range === undefined ? certain(1) : uncertain(range));
  return {
    id: programme.id,
    inputs: programme.inputs.map((one) => ({
      ...{ id: one.id, stakeholder: one.stakeholder, starts: one.from - base, years: one.years },
      units: index(one.hours),
      worth: uncertain(one.amount ?? one.hourly ?? certain(0), scaleOf(one.price_year)),
    })),
    outcomes: programme.outcomes.map((one) => ({
      ...{ id: one.id, stakeholder: one.stakeholder, holder: one.held_by, worth: one.valued_as },
      ...{ starts: one.from - base, counted: one.counted, groups: one.groups?.shares ?? null },
      people: uncertain(one.people),
      each: index(one.each),
      proxy: uncertain(one.proxy.value, scaleOf(one.proxy.price_year)),
      duration: uncertain(one.duration),
      dropOff: uncertain(one.drop_off),
      deadweight: uncertain(one.deadweight),
      attribution: uncertain(one.attribution),
      displacement: uncertain(one.displacement),
    })),
    rates,
    weighing:
      weights === undefined
        ? null
        : { reference: weights.reference, incomes: weights.incomes, elasticity: uncertain(weights.elasticity) },
  };
}

/** What money of a year is multiplied by to be in prices of the base year. */
function scaleTo({ base_year: base, prices }: ValueSettings, year: number | undefined): number {
  const [from, to] = [prices?.index[year ?? base], prices?.index[base]];
  return year === undefined || year === base || from === undefined || to === undefined ? 1 : inPricesOf(1, from, to);
}

function reckoned(programme: ReturnModel, settings: ValueSettings, confidence: number): Reckoning {
  const found = findings(modelOf(programme, settings), confidence);
  return {
    draws: DRAWS,
    level: confidence,
    ...{ inputs: found.inputs, value: found.value, net: found.net, ratio: found.ratio },
    weightedRatio: found.weightedRatio,
    aside: found.aside,
    belowOne: found.belowOne,
    byInput: found.eachInput.map(({ id, present }) => ({ input: id, present })),
    byOutcome: found.outcomes.map(({ id, value, years }) => ({
      outcome: id,
      value,
      years: years.map(({ after, ...of }) => ({ year: settings.base_year + after, ...of })),
    })),
    byStakeholder: found.stakeholders.map(({ id, value }) => ({ stakeholder: id, value })),
    byHolder: found.holders.map(({ id, value }) => ({ holder: id, value })),
    byGroup: found.groups.map(({ id, value, weight, weighted }) => ({ group: id, value, weight, weighted })),
    ungrouped: found.ungrouped,
    numbers: numberResults(found, programme, settings),
  };
}

/** Every number as its file gives it, in its own prices, with what it does to the ratio. */
function numberResults({ swings }: Findings, programme: ReturnModel, settings: ValueSettings): UncertainNumber[] {
  const declared = declaredNumbers(programme, settings);
  return swings.flatMap(({ key, atLow, atHigh, breakEven }) => {
    const one = declared.find((number) => number.key === key);
    if (one === undefined) return [];
    const { low, central, high, shape = settings.shape, source = null, together = null } = one.given;
    const scale = one.priceYear === null ? 1 : scaleTo(settings, one.priceYear);
    return [
      {
        ...{ of: one.of, name: one.name, low, central, high, shape, unit: one.unit, priceYear: one.priceYear, source },
        together,
        ...{ ratioAtLow: atLow, ratioAtHigh: atHigh, breakEven: breakEven === null ? null : breakEven / scale },
      },
    ];
  });
}
