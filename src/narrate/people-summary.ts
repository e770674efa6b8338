import { digits } from "../catalogue/format.ts";
import type { Say } from "../catalogue/say.ts";
import { kindFacts, type Limits, type Period } from "../model.ts";
import { isMissing } from "../reasons-and-notes.ts";
import type { Community, IndicatorResult, Publishable } from "../results/results.ts";
import { type Breakdown, breakdownsOf, withNames } from "./breakdown.ts";
import { titleWithPlace } from "./of-place.ts";
import { whomName } from "./profile.ts";
import type { Level, Profile, Standing } from "./standing.ts";

/** What a page of some people says first: who they are, how many, what is known of them, and what is not. */

/** A community by a name that no other has: the same people by another source have their own page. */
export function communityName({ communities, dimensions }: Publishable, { title, groups, id }: Community): string {
  if (!communities.some((one) => one.title === title && one.id !== id)) return title;
  const of = dimensions.find((one) => one.id === groups[0]?.dimension)?.title;
  return of === undefined ? title : `${title} (${of})`;
}

/** How much is known, in a sentence. */
export const knownSentence = (
  { people, counted }: Say,
  { standings, levels, without }: Profile,
  who: string,
): string => {
  if (standings.length + levels.length === 0) return people.profile.nothing(who);
  const known = people.summary.known(counted(standings.length + levels.length), counted(without.length), who);
  return standings.length === 0 ? `${known} ${people.summary.notBeside}` : known;
};

/** One kind of finding, and the topics of that kind with their figures. */
export interface Told {
  heading: string;
  topics: string[];
}

/** The topics by what can be said of them, each with its figure and that of whom it is compared with. */
export function toldOf(say: Say, { standings, levels }: Profile): Told[] {
  const { summary, clarities } = say.people;
  const untested = standings.filter(({ clarity }) => clarity.endsWith("-untested"));
  const clear = (["worse", "different", "better", "unclear", "modelled"] as const).map((clarity) => ({
    heading: clarities[clarity].heading,
    topics: standings.filter((one) => one.clarity === clarity).map(besideWhom),
  }));
  return [
    ...clear,
    { heading: summary.untested, topics: untested.map(besideWhom) },
    { heading: summary.alone, topics: levels.map(byItself) },
  ].filter(({ topics }) => topics.length > 0);
}

function besideWhom(standing: Standing): string {
  const { b, estimate, against } = standing;
  const { indicator, say } = b;
  const places = digits(estimate, indicator.unit);
  const few = fewOf(standing);
  const figure = figureOf(b, estimate);
  return say.people.summary.beside(
    titleWithPlace(b),
    few === null ? figure : say.people.summary.ofFew(figure, few.size, few.people),
    b.latest.period.label,
    otherPeople(standing) ?? whomName(standing),
    say.quantity(against.level, indicator.unit === "%" ? indicator.unit : "", places),
  );
}

/** A figure as pages of people have it: events by how many people they are counted for. */
function figureOf({ indicator: { unit, sentence }, say }: Breakdown, estimate: Limits): string {
  const places = digits(estimate, unit);
  return sentence.events
    ? say.answers.figure(say.number(estimate.value, places), unit, sentence.people, true)
    : say.quantity(estimate.value, unit, places);
}

/** The rest of those whom a share is of, where groups of people are set beside all the others. */
const otherPeople = ({ b: { indicator, dimension, say, latest }, group, against }: Standing): string | null =>
  indicator.kind === "proportion" &&
  dimension.preposition === "among" &&
  against.whom === "rest" &&
  (latest.groups.find(({ id }) => id === group)?.denominator ?? null) !== null
    ? say.people.whom.otherPeople(indicator.sentence.people)
    : null;

const FEW = 100;

/** Whom a unit counts, one by one: the people of a share, or those that a rate is per so many of. */
const baseOf = ({ counted }: Say["people"], { kind, unit, sentence }: IndicatorResult): string =>
  kind === "proportion" ? sentence.people : (counted.base(unit) ?? counted.people);

/** How few people a figure is of, where that is under a hundred. */
export function fewOf({ b, group }: Pick<Standing, "b" | "group">): { size: string; people: string } | null {
  const size = b.latest.groups.find(({ id }) => id === group)?.denominator ?? null;
  return size === null || size >= FEW || !kindFacts[b.indicator.kind].hasCounts
    ? null
    : { size: b.say.count(size), people: baseOf(b.say.people, b.indicator) };
}

/** A figure of the whole place says so: nothing else on the page does. */
const byItself = ({ b, group, level }: Level): string =>
  b.say.people.summary.byItself(
    titleWithPlace(b),
    figureOf(b, level),
    b.latest.period.label,
    group === null ? b.results.place.name : null,
  );

/** An indicator that is about some people alone: its figure for the place, and what else its page has it by. */
export interface AboutThem {
  indicator: IndicatorResult;
  figure: string;
  by: string;
}

export const aboutThem = (results: Publishable, { levels }: Profile): AboutThem[] =>
  levels.flatMap(({ b, group, level }) => {
    if (group !== null) return [];
    const { say, indicator, latest } = b;
    const { unit, sentence } = indicator;
    const { counted } = say.people;
    const figure = say.answers.figure(
      say.number(level.value, digits(level, unit)),
      unit,
      unit === "%" || sentence.events ? sentence.people : null,
      sentence.events,
    );
    const titles = breakdownsOf(results, indicator).map(({ dimension }) => dimension.title);
    return [
      {
        indicator,
        figure: counted.about.after(figure, latest.period.label, b.results.place.name),
        by: counted.by(titles),
      },
    ];
  });

/** How many people live in the place, where each of its areas says; a figure of more is of other people too. */
function residents({ areas }: Publishable): number {
  const all = areas.map(({ population }) => population);
  const known = all.filter((population) => population !== null);
  return known.length === 0 || known.length < all.length ? Infinity : known.reduce((sum, one) => sum + one, 0);
}

export interface CountedAs {
  text: string;
  /** The indicator that the text ends on. */
  baseOf: { id: string; title: string } | null;
}

/** The groups of the sources that are these people, each with the most that a figure counts of it. */
export function countedAs(results: Publishable, say: Say, { groups }: Community): CountedAs[] {
  const { counted: words } = say.people;
  const atMost = residents(results);
  return groups.flatMap(({ dimension: id, group }) => {
    const dimension = results.dimensions.find((one) => one.id === id);
    const label = dimension && withNames(say, dimension).groups.find((one) => one.id === group)?.label;
    if (dimension === undefined || label === undefined) return [];
    const [most] = results.indicators
      .filter(({ kind, place }) => kindFacts[kind].hasCounts && place === null)
      .flatMap((indicator) => breakdownsOf(results, indicator).filter((b) => b.dimension.id === id))
      .flatMap(({ latest, indicator }) => {
        const found = latest.groups.find((one) => one.id === group);
        return found === undefined ||
          found.denominator === null ||
          found.denominator > atMost ||
          isMissing(found.estimate) ||
          !isOneYear(latest.period)
          ? []
          : [
              {
                people: found.denominator,
                base: baseOf(say.people, indicator),
                b: { latest, indicator },
              },
            ];
      })
      .sort((a, b) => b.people - a.people);
    const as = words.as(dimension.title, label);
    return [
      most === undefined
        ? { text: as, baseOf: null }
        : {
            text: words.most(as, say.count(most.people), most.base, most.b.latest.period.label),
            baseOf: most.b.indicator,
          },
    ];
  });
}

/** Years added up count people more than once. */
const isOneYear = ({ start, end }: Period): boolean => Date.parse(end) - Date.parse(start) <= 366 * 24 * 3600 * 1000;
