import { differenceUnit, digits } from "../catalogue/format.ts";
import { type Say, sayIn } from "../catalogue/say.ts";
import type { Limits } from "../model.ts";
import type { Area, Community, Publishable } from "../results/results.ts";
import { type Breakdown, groupName, groupPhrase, isOfAreas, sides } from "./breakdown.ts";
import { earlierOf } from "./earlier.ts";
import { isPlainAverage } from "./level.ts";
import { groupWhere } from "./of-place.ts";
import { countsOf, type Level, type Profile, type Standing } from "./standing.ts";
import { type Side, sizeOf, worseSide } from "./state.ts";

/** Sentences about one community or one area, beside the rest of the place. */

export const peopleTitle = (results: Publishable): string =>
  sayIn(results).people.title(results.communities.length > 0, results.areas.length > 0 ? results.place.areas : null);

/** Whom a group is compared with: by itself, and as it follows "than". */
function whomOf({ b, group, against: { whom } }: Standing): { name: string; phrase: string } {
  const { place } = b.results;
  const { whom: words } = b.say.people;
  const alone = (name: string) => ({ name, phrase: name });
  if (whom === "side") {
    const pair = sides(b);
    const other = (pair?.disadvantaged === group ? pair.advantaged : pair?.disadvantaged) ?? group;
    return { name: groupName(b, other), phrase: groupPhrase(b, other) };
  }
  if (whom === "place")
    return isPlainAverage(b)
      ? alone(words.plainAverage)
      : { name: words.wholePlace(place.name), phrase: words.place(place.name) };
  const others = isOfAreas(b) ? place.areas : words.groups;
  if (isUnweighted(b)) return alone(words.averageOfOthers(others));
  const name = words.others(others);
  return { name, phrase: b.say.groups.where(b.dimension.preposition, name) };
}

/** Whom a group is compared with, by itself. */
export const whomName = (standing: Standing): string => whomOf(standing).name;

/** Whom a group is compared with, to follow "than". */
export const thanWhom = (standing: Standing): string => whomOf(standing).phrase;

const isUnweighted = (b: Breakdown): boolean => b.latest.notes.some(({ id }) => id === "unweighted");

/** A difference from others: positive where a group is worse off. */
export interface Difference extends Limits {
  unit: string;
  /** The side on which the worse off are. */
  worse: Side;
}

export const differenceIn = (b: Breakdown, limits: Limits): Difference => ({
  ...limits,
  unit: differenceUnit(b.indicator.unit),
  worse: worseSide(b),
});

/** A difference in words, 4.2 percentage points higher; null where it is nothing in the digits that are shown. */
function differenceOf(say: Say, { unit, worse, ...limits }: Difference): string | null {
  const { size, word } = sizeOf(limits, worse);
  return /[1-9]/.test(say.number(size.value, digits(size, unit)))
    ? say.people.difference(say.figure(size, unit), word)
    : null;
}

export const differenceInWords = (say: Say, difference: Difference): string =>
  differenceOf(say, difference) ?? say.people.same;

/** A difference with whom it is from: about 4.2 percentage points higher than among the others. */
function comparedWith(b: Breakdown, difference: Limits, whom: string): string {
  const words = differenceOf(b.say, differenceIn(b, difference));
  return words === null ? b.say.people.sameAs(whom) : b.say.people.than(words, whom);
}

/** The interval of a difference, as a size. */
export function differenceRange(say: Say, { unit, worse, ...limits }: Difference): string | null {
  const { size } = sizeOf(limits, worse);
  return say.range(size, digits(size, unit));
}

/** The newest figure, and how it stands to the others. */
export function standingSentences(standing: Standing): string[] {
  const { b, group, estimate, against, clarity } = standing;
  const { people, figureWithRange } = b.say;
  const { difference } = against;
  const figure = figureWithRange(estimate, b.indicator.unit);
  const amount = comparedWith(b, difference, thanWhom(standing));
  const beside = clarity === "unclear" && difference.lower !== null ? people.besideUnclear : people.beside;
  return [
    people.own(b.latest.period.label, b.indicator.sentence.measure, figure, groupWhere(b, group)),
    beside(amount, differenceRange(b.say, differenceIn(b, difference))),
  ];
}

/** The same figure in an earlier period, or why there is none. */
export function earlierSentence(standing: Standing): string {
  const { b } = standing;
  const { earlier: words, whom } = b.say.people;
  const earlier = earlierOf(standing);
  if (earlier === null) return b.result.periods.length === 1 ? words.onePeriod : words.none;
  const other = standing.against.whom === "rest" ? whom.rest : thanWhom(standing);
  const amount = earlier.difference === null ? null : comparedWith(b, earlier.difference, other);
  return words.was(earlier.period.label, b.say.figureWithRange(earlier.estimate, b.indicator.unit), amount);
}

/** A figure with nothing to compare it with, and why. */
export function levelSentence({ b, group, level }: Level): string {
  const { own, levels } = b.say.people;
  const [when, measure] = [b.latest.period.label, b.indicator.sentence.measure];
  const figure = b.say.figureWithRange(level, b.indicator.unit);
  return group === null
    ? levels.alone(when, measure, figure)
    : `${own(when, measure, figure, groupWhere(b, group))} ${isUnweighted(b) ? levels.sizesUnknown : levels.nothingBeside}`;
}

/** Why an indicator has no figure for some people. */
export function whyWithout(
  results: Publishable,
  indicatorId: string,
  { characteristic }: Pick<Community, "characteristic">,
): string {
  const { without } = sayIn(results).people;
  const indicator = results.indicators.find(({ id }) => id === indicatorId);
  const titles = (indicator?.dimensions ?? []).flatMap(({ dimension }) => {
    const found = results.dimensions.find(({ id }) => id === dimension);
    return found !== undefined && found.characteristic === characteristic && characteristic !== null
      ? [found.title]
      : [];
  });
  if (titles.length > 0) return without.otherGroups(titles);
  const cell = results.dataGaps
    .find((row) => row.indicator === indicatorId)
    ?.cells.find((one) => one.characteristic === characteristic);
  return cell?.why ?? without.otherwise;
}

/** Where the area stands in rankings of deprivation. */
export const quantileSentence = (
  { areas }: Say,
  dimension: { title: string; ranking: string | null },
  label: string,
  place: Publishable["place"],
): string => areas.where(dimension.title, label, dimension.ranking === "local" ? place.name : null);

/** How many people live there, with the day on which they were counted. */
export const populationSentence = (
  { areas, count, day }: Say,
  area: Area,
  place: Publishable["place"],
): string | null =>
  area.population === null
    ? null
    : areas.lived(count(area.population), place.people, area.counted && day(area.counted));

export function areaChartTitle(say: Say, profile: Profile): string {
  const { chart } = say.people;
  const { judged, worse, better } = countsOf(profile);
  return worse + better === 0
    ? chart.noDifference
    : chart.title(say.count(worse), say.counted(judged), say.count(better));
}

export function areaChartDescription({ people }: Say, name: string, rows: readonly Standing[]): string {
  const told = rows.map(({ b, against, clarity }) =>
    people.chart.row(
      b.indicator.title,
      differenceInWords(b.say, differenceIn(b, against.difference)),
      people.clarities[clarity].word,
    ),
  );
  return people.chart.description(name, told);
}

export function areaChartKey(
  results: Publishable,
  leftOut: readonly string[],
  neutral: readonly string[],
  modelled: readonly string[],
): string {
  const { people, percent } = sayIn(results);
  const key = people.chart.key(percent(results.method.confidence));
  return [
    key,
    leftOut.length === 0 ? null : people.chart.notDrawn(results.place.areas, leftOut),
    neutral.length === 0 ? null : people.chart.neitherDrawn(neutral),
    modelled.length === 0 ? null : people.chart.modelledDrawn(modelled),
  ]
    .filter((text) => text !== null)
    .join(" ");
}
