import { differenceUnit, digits, ratio } from "../catalogue/format.ts";
import type { Gap } from "../model.ts";
import { isMissing } from "../reasons-and-notes.ts";
import {
  type Breakdown,
  groupLabel,
  groupName,
  groupPhrase,
  isHigherWhenWorse,
  isNeutral,
  isOfAreas,
  sides,
} from "./breakdown.ts";
import { ownAverage } from "./level.ts";
import { asSize, deprivedWord, gapUnit, heldBack, intervalOf, isUnordered, whyNoGap, worseSide } from "./state.ts";

/** The headline of one indicator by one dimension, and what stands behind it. */

/** The most words of a headline. */
const HEADLINE_WORDS = 25;

export const wordsIn = (text: string): number => text.split(/\s+/).length;

/** The first of several wordings, from full to brief, that is short enough; the last where none is. */
const shortEnough = (wordings: readonly string[]): string =>
  wordings.find((text) => wordsIn(text) <= HEADLINE_WORDS) ?? wordings.at(-1) ?? "";

/** What is measured, by kind, where its name in full would make the headline too long. */
function briefMeasure({ indicator: { kind, scale, index }, say }: Breakdown): string {
  const { brief, briefIndex } = say.headline;
  if (index) return briefIndex;
  return scale === "logit" ? brief.proportion : brief[kind];
}

/** A group in a sentence, with its figure in the newest period. */
interface GroupFigure {
  id: string;
  where: string;
  figure: string;
  value: number;
}

/** The same without its unit, which stands beside the figure before. */
const withoutUnit = (b: Breakdown, group: GroupFigure): GroupFigure => {
  const estimate = b.latest.groups.find(({ id }) => id === group.id)?.estimate;
  const { unit } = b.indicator;
  return unit === "%" || estimate === undefined || isMissing(estimate)
    ? group
    : { ...group, figure: b.say.number(estimate.value, digits(estimate, unit)) };
};

/** The same by the label of the group, where groups are a ladder and the label says which it is. */
const byLabel = (b: Breakdown, group: GroupFigure): GroupFigure =>
  b.dimension.preposition === "in"
    ? { ...group, where: b.say.headline.whereBrief("in", groupLabel(b, group.id)) }
    : group;

/** Null where it has no figure. */
function groupFigure(b: Breakdown, id: string | undefined): GroupFigure | null {
  const estimate = b.latest.groups.find((group) => group.id === id)?.estimate;
  if (id === undefined || estimate === undefined || isMissing(estimate)) return null;
  return { id, where: groupPhrase(b, id), figure: b.say.figure(estimate, b.indicator.unit), value: estimate.value };
}

/** The groups nearest to the two ends of a ladder that have a figure, or both of a pair. */
function twoSides(b: Breakdown) {
  const have = b.latest.groups.filter(({ estimate }) => !isMissing(estimate)).map(({ id }) => id);
  const [first, second] = [groupFigure(b, have[0]), groupFigure(b, have.length > 1 ? have.at(-1) : undefined)];
  return first && second && { first, second };
}

/** What is measured, in full and in brief. */
const measures = (b: Breakdown): string[] => [b.indicator.sentence.measure, briefMeasure(b)];

function sidesHeadline(b: Breakdown): string {
  const { headline: say } = b.say;
  const found = twoSides(b);
  const gap = b.latest.absolute;
  if (found === null) return shortEnough(measures(b).map(say.unknown));
  // Of a ladder the gap is that of all groups: what its two ends have is said as it is.
  const isUnclear = b.dimension.type === "pair" && !isMissing(gap) && gap.clear === false;
  const [told, brief] = isUnclear ? [say.sidesNotClear, say.sidesBriefNotClear] : [say.sides, say.sidesBrief];
  const { label } = b.latest.period;
  const second = withoutUnit(b, found.second);
  return shortEnough([
    ...measures(b).map((measure) => told(label, measure, found.first, found.second)),
    told(label, briefMeasure(b), found.first, second),
    told(label, briefMeasure(b), byLabel(b, found.first), byLabel(b, second)),
    brief(label, byLabel(b, found.first), byLabel(b, second)),
  ]);
}

/** The groups with the highest and the lowest figure, among those of reliable size where sizes are known. */
function furthestApart(b: Breakdown) {
  const { extremes, groups } = b.latest;
  const all = groups.flatMap(({ id }) => groupFigure(b, id) ?? []);
  const among = extremes === null ? all : all.filter(({ id }) => id === extremes.best || id === extremes.worst);
  const ends = (list: readonly GroupFigure[]) => [...list].sort((a, c) => c.value - a.value);
  const [shown, every] = [ends(among), ends(all)];
  const [highest, lowest] = [shown[0], shown.at(-1)];
  if (highest === undefined || lowest === undefined || highest === lowest) return null;
  const isOfAll = highest.value === every[0]!.value && lowest.value === every.at(-1)!.value;
  return { highest, lowest, among: isOfAll ? null : b.say.headline.largerGroups(whoDiffers(b)) };
}

function spreadHeadline(b: Breakdown): string {
  const { headline: say } = b.say;
  const { period, absolute } = b.latest;
  if (!isMissing(absolute) && absolute.clear === false)
    return shortEnough(
      [b.indicator.sentence.measure, null].map((measure) =>
        say.noClearDifferences(period.label, whoDiffers(b), measure),
      ),
    );
  const found = furthestApart(b);
  if (found === null) return shortEnough(measures(b).map(say.unknown));
  const lowest = withoutUnit(b, found.lowest);
  return shortEnough([
    ...measures(b).map((measure) => say.extremes(period.label, found.among, measure, found.highest, found.lowest)),
    say.extremes(period.label, found.among, briefMeasure(b), found.highest, lowest),
    say.extremesBrief(period.label, found.among, found.highest, lowest),
  ]);
}

const whoDiffers = (b: Breakdown): string => (isOfAreas(b) ? b.results.place.areas : b.say.headline.who.groups);

/** The newest published gap that the verdict rests on, where it is newer than the figures by group; null where none is. */
function newerGap(b: Breakdown): { period: string; figure: string; publisher: string; measure: string } | null {
  const { change, publishedGaps } = b.result;
  const judged = publishedGaps.find((gap) => gap.judged);
  if (judged === undefined || isMissing(change) || change.current.start <= b.latest.period.start) return null;
  const value = judged.values.find(({ period }) => period === change.current.label)?.value;
  if (value === undefined) return null;
  const publisher = b.results.sources.find(({ id }) => id === judged.source)?.publisher ?? "";
  return {
    period: change.current.label,
    figure: b.say.quantity(value, judged.unit, 1),
    publisher,
    measure: b.say.within(judged.measure),
  };
}

/** What groups have, in one sentence of at most 25 words: the two sides, or the highest and the lowest; or a newer published gap. */
export function headline(b: Breakdown): string {
  const newer = newerGap(b);
  if (newer !== null)
    return shortEnough(measures(b).map((measure) => b.say.headline.published(newer.period, measure, newer.figure)));
  return isUnordered(b) ? spreadHeadline(b) : sidesHeadline(b);
}

/** What stands behind the headline: what the figures come to, the worst off, the measure of all groups, or why there is none. */
export function headlineDetail(b: Breakdown): string | null {
  const gap = b.latest.absolute;
  const newer = newerGap(b);
  if (newer !== null)
    return [
      b.say.headline.publishedBy(newer.measure, newer.publisher),
      b.say.headline.olderGroups(b.latest.period.label),
      isUnordered(b) ? spreadHeadline(b) : sidesHeadline(b),
    ].join(" ");
  if (isMissing(gap)) return [b.say.sentence(whyNoGap(b, b.latest, gap)), partSentence(b)].filter(Boolean).join(" ");
  const told = isUnordered(b)
    ? [typicalSentence(b, gap), averageSentence(b)]
    : [differenceSentence(b), sideHeldBack(b), worstSentence(b), indexSentence(b, gap), reversedSentence(b, gap)];
  return told.filter((text) => text !== null).join(" ") || null;
}

/** That the report holds back one of the two ends, so that the headline names the group next to it, or none. */
function sideHeldBack(b: Breakdown): string | null {
  const pair = sides(b);
  const isHeld = ({ id, estimate }: Breakdown["latest"]["groups"][number]): boolean =>
    (id === pair?.disadvantaged || id === pair?.advantaged) && isMissing(estimate) && estimate.reason === "disclosure";
  return b.latest.groups.some(isHeld) ? heldBack(b, b.latest) : null;
}

/** How far apart the groups are that have a figure, where there is no gap over all of them. */
function partSentence(b: Breakdown): string | null {
  const found = isUnordered(b) ? null : twoSides(b);
  if (found === null) return null;
  const { unit } = b.indicator;
  const apart = Math.abs(found.first.value - found.second.value);
  return b.say.headline.apart(b.say.quantity(apart, differenceUnit(unit), 1));
}

function typicalSentence(b: Breakdown, gap: Gap): string {
  const unit = gapUnit(gap);
  const { average, typical } = b.say.headline;
  return typical({
    amount: b.say.figure(gap.oriented, unit),
    interval: intervalOf(b, gap.oriented, unit),
    who: whoDiffers(b),
    average: ownAverage(b) === null ? average.place(b.results.place.name) : average.own,
  });
}

/** What groups are measured against: their own average is the place's only where the groups add up to it. */
function averageSentence(b: Breakdown): string | null {
  const own = ownAverage(b);
  const weighted = !b.latest.notes.some(({ id }) => id === "unweighted");
  return own === null ? null : b.say.headline.ownAverage(b.say.quantity(own, b.indicator.unit, 1), weighted);
}

/** Difference and ratio of the two groups at the ends. */
function differenceSentence(b: Breakdown): string | null {
  const { say } = b;
  const [d, r] = (["d", "r"] as const).map((id) => {
    const outcome = b.latest.measures.find(({ measure }) => measure === id)?.outcome;
    return outcome === undefined || isMissing(outcome) ? null : outcome.oriented;
  });
  // Where neither side has a figure there is nothing above that this could be a difference of.
  if (d == null || twoSides(b) === null) return null;
  const unit = differenceUnit(b.indicator.unit);
  const { size } = asSize(b, d);
  const difference = say.headline.difference(say.figure(size, unit), say.range(size, digits(size, unit)));
  // A ratio below 1 says that the disadvantaged are better off, which stands in a sentence of its own.
  const times =
    r == null || r.value < 1 ? "" : say.headline.ratio(say.figure(r, ratio), say.range(r, digits(r, ratio)));
  return `${difference}${times}.`;
}

/** The worst-off group, where it is another than that at the disadvantaged end. */
function worstSentence(b: Breakdown): string | null {
  if (b.latest.line === null) return null;
  const sign = isHigherWhenWorse(b) ? 1 : -1;
  const shown = b.latest.groups.flatMap(({ id, estimate }) => (isMissing(estimate) ? [] : [{ id, estimate }]));
  const [worst] = shown.sort((a, c) => sign * (c.estimate.value - a.estimate.value));
  if (worst === undefined || worst.id === b.result.disadvantaged) return null;
  const { furthestElsewhere, worstElsewhere } = b.say.headline;
  const [name, figure] = [groupName(b, worst.id), b.say.figure(worst.estimate, b.indicator.unit)];
  return isNeutral(b) ? furthestElsewhere(name, figure, worseSide(b)) : worstElsewhere(name, figure);
}

/** The slope index by name, and whether the groups follow the ladder that it is made along. */
function indexSentence(b: Breakdown, gap: Gap): string | null {
  if (b.latest.line === null) return null;
  const { say } = b;
  const unit = gapUnit(gap);
  const name = say.within(say.method.measureName(gap.measure));
  const index = say.headline.index(
    name,
    say.figure(gap.oriented, unit),
    say.range(gap.oriented, digits(gap.oriented, unit)),
  );
  return [
    index,
    gap.clear === false ? say.headline.indexNotClear : null,
    b.latest.line.lackOfFit?.clear ? say.headline.offLadder(name) : null,
  ]
    .filter((text) => text !== null)
    .join(" ");
}

/** A clear gap that runs the other way. Without intervals nothing is clear. */
function reversedSentence(b: Breakdown, { oriented, clear }: Gap): string | null {
  const pair = sides(b);
  if (isNeutral(b) || isUnordered(b) || pair === null || oriented.value >= 0 || clear !== true) return null;
  return b.dimension.type === "pair"
    ? b.say.headline.betterOffGroup(b.dimension.preposition, groupName(b, pair.disadvantaged))
    : b.say.headline.betterOffEnd(deprivedWord(b));
}
