import { digits } from "../catalogue/format.ts";
import { type Gap, isMissing, type Limits } from "../model.ts";
import { type Breakdown, groupName, groupPhrase, isNeutral, isOfAreas, sides } from "./breakdown.ts";
import { ownAverage } from "./level.ts";
import { asSize, deprivedWord, gapUnit, intervalOf, isUnordered, whyNoGap } from "./state.ts";

/** The headline of one indicator by one dimension, and what stands behind it. */

/** The most words of a headline. */
const HEADLINE_WORDS = 25;

export const wordsIn = (text: string): number => text.split(/\s+/).length;

/** The first of several wordings, from full to brief, that is short enough; the last where none is. */
const shortEnough = (wordings: readonly string[]): string =>
  wordings.find((text) => wordsIn(text) <= HEADLINE_WORDS) ?? wordings.at(-1) ?? "";

/** What is measured, by kind, where its name in full would make the headline too long. */
function briefMeasure({ indicator: { kind, scale }, say }: Breakdown): string {
  const { brief } = say.headline;
  return scale === "logit" ? brief.proportion : brief[kind];
}

/** Limits on both sides of equality, each with its word: 1.2 lower to 2.8 higher. */
function bothWays({ say }: Breakdown, size: Limits, way: "higher" | "lower", places: number): string {
  const { lower, upper } = size;
  return lower === null || upper === null
    ? say.writing.noRange
    : say.headline.bothWays(say.number(-lower, places), say.number(upper, places), way);
}

/** Where the first of two sides stands, and what it is set against, from full to brief. */
function standing(b: Breakdown): { where: string; than: string[] } {
  const { atTheMost, thanAtTheLeast, than, thanOthers } = b.say.headline;
  const pair = sides(b);
  return b.dimension.type === "pair" && pair !== null
    ? {
        where: groupPhrase(b, pair.disadvantaged),
        than: [than(groupPhrase(b, pair.advantaged)), thanOthers(b.dimension.preposition)],
      }
    : { where: atTheMost(deprivedWord(b)), than: [thanAtTheLeast] };
}

function sidesGap(b: Breakdown, gap: Gap): string[] {
  const { headline, figure } = b.say;
  const { size, word: way } = asSize(b, gap.oriented);
  const unit = gapUnit(gap);
  const { where, than: others } = standing(b);
  const { measure } = b.indicator.sentence;
  const parts = { period: b.latest.period.label, amount: figure(size, unit), where, way };
  if (gap.clear === false) {
    const interval = bothWays(b, size, way, digits(size, unit));
    return [measure, null].map((about) => headline.noClear({ ...parts, measure: about, interval }));
  }
  const interval = intervalOf(b, size, unit);
  return [
    ...[measure, briefMeasure(b)].flatMap((about) =>
      others.map((than) => headline.between({ ...parts, measure: about, than, interval })),
    ),
    headline.alone({ ...parts, measure: null, interval }),
  ];
}

function typicalGap(b: Breakdown, gap: Gap): string[] {
  const { headline, figure } = b.say;
  const { place } = b.results;
  const unit = gapUnit(gap);
  const parts = {
    period: b.latest.period.label,
    amount: figure(gap.oriented, unit),
    interval: intervalOf(b, gap.oriented, unit),
    who: isOfAreas(b) ? place.areas : headline.who.groups,
    average: ownAverage(b) === null ? headline.average.place(place.name) : headline.average.own,
  };
  const say = gap.clear === false ? headline.noClearDifferences : headline.typical;
  return [b.indicator.sentence.measure, null].map((measure) => say({ ...parts, measure }));
}

/** The gap and its uncertainty, in one sentence of at most 25 words. */
export function headline(b: Breakdown): string {
  const gap = b.latest.absolute;
  if (isMissing(gap)) return shortEnough([b.indicator.sentence.measure, briefMeasure(b)].map(b.say.headline.unknown));
  return shortEnough(isUnordered(b) ? typicalGap(b, gap) : sidesGap(b, gap));
}

/** What stands behind the headline: why there is no gap, the fitted line from end to end, or the average that groups differ from. */
export function headlineDetail(b: Breakdown): string | null {
  const gap = b.latest.absolute;
  if (isMissing(gap)) return b.say.sentence(whyNoGap(b, b.latest, gap));
  const told = isUnordered(b) ? averageSentence(b) : lineSentence(b);
  return [told, reversedSentence(b, gap)].filter((text) => text !== null).join(" ") || null;
}

/** What groups are measured against: their own average is the place's only where the groups add up to it. */
function averageSentence(b: Breakdown): string | null {
  const own = ownAverage(b);
  const weighted = !b.latest.notes.some(({ id }) => id === "unweighted");
  return own === null ? null : b.say.headline.ownAverage(b.say.quantity(own, b.indicator.unit, 1), weighted);
}

/** The fitted line from end to end. The ends differ by the gap; the groups themselves need not. */
function lineSentence(b: Breakdown): string | null {
  const { line, groups } = b.latest;
  if (line === null) return null;
  const { disadvantagedEnd: from, advantagedEnd: to } = line;
  const { unit } = b.indicator;
  const have = groups.filter(({ estimate }) => !isMissing(estimate)).length;
  return b.say.headline.line({
    from: b.say.figure(from, unit),
    to: b.say.figure(to, unit),
    ladder: deprivedWord(b),
    groups: b.say.countInWords(have),
    whole: have === groups.length,
    moves: to.value < from.value ? "falls" : "rises",
  });
}

/** A clear gap that runs the other way. */
function reversedSentence(b: Breakdown, { oriented, clear }: Gap): string | null {
  const pair = sides(b);
  if (isNeutral(b) || isUnordered(b) || pair === null || oriented.value >= 0 || clear === false) return null;
  return b.dimension.type === "pair"
    ? b.say.headline.betterOffGroup(b.dimension.preposition, groupName(b, pair.disadvantaged))
    : b.say.headline.betterOffEnd(deprivedWord(b));
}
