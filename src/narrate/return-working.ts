import type { NumberName } from "../programme-numbers.ts";
import type { Reckoning, UncertainNumber } from "../results/return-results.ts";
import { termsOf } from "./return-terms.ts";
import { baseYearOf, moneyText, numberLabel, numberText, type Returning, ratioSentence } from "./return-words.ts";
import type { Step, Working } from "./working.ts";

/** A programme worked through with its figures. */
export function returnWorking(r: Returning): Working {
  const { say, programme, value } = r;
  const { working: words } = say.returns;
  const heading = words.heading(programme.title);
  const { reckoned } = programme;
  const { settings } = value;
  if (reckoned === null || settings === null)
    return { heading, about: [say.returns.noFigures, ...programme.needed].join("\n"), steps: [] };
  return {
    heading,
    about: termsOf(r).join(" "),
    steps: [
      inputStep(r, reckoned),
      outcomeStep(r, reckoned),
      resultStep(r, reckoned),
      drawStep(r, reckoned),
      ...weightStep(r, reckoned),
      swingStep(r, reckoned),
    ],
  };
}

const exact = (r: Returning, value: number): string => moneyText(r, value, 2);
const ratio = (r: Returning, value: number): string => r.say.number(value, 4);

function inputStep(r: Returning, { byInput, inputs }: Reckoning): Step {
  const { working: words } = r.say.returns;
  const rows = byInput.map(({ input, present, years }) => [
    r.programme.inputs.find(({ id }) => id === input)?.title ?? input,
    r.say.list(years.map(({ year }) => String(year))),
    exact(r, present),
  ]);
  return {
    heading: words.inputs,
    parts: [{ head: words.inputHead(baseYearOf(r)), rows: [...rows, [words.total, "", exact(r, inputs.central)]] }],
  };
}

function outcomeStep(r: Returning, { byOutcome, numbers }: Reckoning): Step {
  const { working: words } = r.say.returns;
  return {
    heading: words.outcomes,
    parts: byOutcome.flatMap(({ outcome, value, years }) => {
      const own = numbers.filter(({ of }) => of === outcome);
      const told = order.flatMap((name) => {
        const one = own.find((number) => number.name === name);
        return one === undefined ? [] : [`${r.say.within(r.say.returns.number[name])} ${pricedText(r, one)}`];
      });
      const title = r.programme.outcomes.find(({ id }) => id === outcome)?.title ?? outcome;
      const rows = years.map((one) => [String(one.year), exact(r, one.value), exact(r, one.present)]);
      return [
        words.product(title, told.join("; ")),
        { head: words.yearHead(baseYearOf(r)), rows: [...rows, [words.total, "", exact(r, value.central)]] },
      ];
    }),
  };
}

const order = [
  ...["people", "each", "proxy", "deadweight", "attribution", "displacement", "duration", "dropOff"],
] as const satisfies readonly NumberName[];

/** A number at its central value, with its unit and the year of its prices. */
function pricedText(r: Returning, one: UncertainNumber): string {
  const { unit } = r.say.returns;
  const text = numberText(r, one, one.central);
  const priced =
    one.priceYear === null || String(one.priceYear) === baseYearOf(r) ? text : unit.money(text, String(one.priceYear));
  return one.unit === null ? priced : unit.proxy(priced, one.unit);
}

/** What a unit of money counts for each group; nothing where nothing is weighed. */
function weightStep(r: Returning, { byGroup }: Reckoning): Step[] {
  const { working: words } = r.say.returns;
  const { weights } = r.value.settings ?? {};
  if (weights == null || byGroup.length === 0) return [];
  const rows = byGroup.map(({ group, value, weight, weighted }) => [
    r.groups.find(({ id }) => id === group)?.label ?? group,
    weights.incomes[group] === undefined ? "-" : moneyText(r, weights.incomes[group]),
    weight === null ? "-" : ratio(r, weight),
    exact(r, value.central),
    exact(r, weighted ?? value.central),
  ]);
  return [{ heading: words.weights, parts: [{ head: words.weightHead, rows }] }];
}

const resultStep = (r: Returning, reckoned: Reckoning): Step => ({
  heading: r.say.returns.working.result,
  parts: [
    r.say.returns.working.ratio(
      exact(r, reckoned.value.central),
      exact(r, reckoned.inputs.central),
      ratio(r, reckoned.ratio.central),
    ),
    ratioSentence(r, reckoned),
  ],
});

function drawStep(r: Returning, { inputs, value, ratio: ratios, weightedRatio }: Reckoning): Step {
  const { working: words } = r.say.returns;
  const row = (name: string, of: Reckoning["ratio"], text: (r: Returning, value: number) => string): string[] => [
    name,
    ...[of.central, of.mean, of.lower, of.median, of.upper].map((one) => text(r, one)),
  ];
  return {
    heading: words.draws,
    parts: [
      {
        head: words.drawHead,
        rows: [
          row(words.rows.inputs, inputs, exact),
          row(words.rows.value, value, exact),
          row(words.rows.ratio, ratios, ratio),
          ...(weightedRatio === null ? [] : [row(words.rows.weighted, weightedRatio, ratio)]),
        ],
      },
    ],
  };
}

function swingStep(r: Returning, { numbers }: Reckoning): Step {
  const { working: words } = r.say.returns;
  return {
    heading: words.swings,
    parts: [
      {
        head: words.swingHead,
        rows: numbers.map((one) => [
          numberLabel(r, one),
          ...[one.low, one.central, one.high].map((value) => numberText(r, one, value)),
          one.priceYear === null ? "-" : String(one.priceYear),
          ...[one.ratioAtLow, one.ratioAtHigh].map((value) => ratio(r, value)),
          ...[one.weightedAtLow, one.weightedAtHigh].map((value) => (value === null ? "-" : ratio(r, value))),
          one.breakEven === null ? "-" : numberText(r, one, one.breakEven),
        ]),
      },
    ],
  };
}
