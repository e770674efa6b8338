import { amountText, backText, baseYearOf, moneyText, oneOf, type Returning, spanOfBack } from "./return-words.ts";

/** What the ratio is a ratio of: amounts, prices, rates of discount, levels of prices, weights. */
export function termsOf(r: Returning): string[] {
  const { say, value, programme } = r;
  const { reckoned } = programme;
  const { settings } = value;
  if (reckoned === null || settings === null) return [];
  const { terms: words, reckoned: rules } = say.returns;
  const { money, health, wellbeing } = settings.rates;
  const levels = reckoned.numbers
    .flatMap(({ name, part, central }) => (name === "index" && part !== null ? [{ year: part, central }] : []))
    .sort((one, other) => Number(one.year) - Number(other.year))
    .map(({ year, central }) => words.level(year, plain(r, central)));
  const elasticity = reckoned.numbers.find(({ name }) => name === "elasticity")?.central ?? null;
  return [
    words.division(
      amountText(r, reckoned.value.central),
      amountText(r, reckoned.inputs.central),
      backText(r, reckoned.ratio.central),
      oneOf(r),
    ),
    rules.rates(baseYearOf(r), say.percent(money), say.percent(health), say.percent(wellbeing)),
    ...(settings.prices === null || levels.length === 0
      ? []
      : [words.levels(settings.prices.source, say.list(levels))]),
    reckoned.weightedRatio === null || settings.weights === null || elasticity === null
      ? words.unweighed
      : words.weighed(
          moneyText(r, settings.weights.reference),
          plain(r, elasticity),
          spanOfBack(r, reckoned.weightedRatio),
          oneOf(r),
        ),
  ];
}

const plain = (r: Returning, value: number): string => r.say.number(value, Number.isInteger(value) ? 0 : 1);
