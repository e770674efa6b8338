import { digits } from "../catalogue/format.ts";
import type { Limits } from "../model.ts";
import { isMissing } from "../reasons-and-notes.ts";
import type { PeriodResult } from "../results/results.ts";
import { type Breakdown, groupLabel, groupPhrase, isHigherWhenWorse } from "./breakdown.ts";
import { groupWhere } from "./of-place.ts";
import { restsOn } from "./since-baseline.ts";
import { isUnordered, type Side, worseSide } from "./state.ts";

/** Whom a topic sets beside whom, then and now. */

export const estimateOf = ({ groups }: PeriodResult, id: string): Limits | null => {
  const estimate = groups.find((group) => group.id === id)?.estimate;
  return estimate === undefined || isMissing(estimate) ? null : estimate;
};

interface Shown {
  id: string;
  estimate: Limits;
}

export interface Ends {
  first: Shown;
  second: Shown;
  /** Of groups without sides: the highest and the lowest; whether smaller groups lie further out. */
  extremes: { larger: boolean } | null;
}

const shownIn = (period: PeriodResult): Shown[] =>
  period.groups.flatMap(({ id, estimate }) => (isMissing(estimate) ? [] : [{ id, estimate }]));

/** The two sides, or the groups nearest to them that have a figure; of others the highest and the lowest that are large enough. */
export function endsOf(b: Breakdown): Ends | null {
  const shown = shownIn(b.latest);
  if (!isUnordered(b)) {
    const [first, second] = [shown[0], shown.at(-1)];
    return first === undefined || second === undefined || first === second ? null : { first, second, extremes: null };
  }
  const { extremes } = b.latest;
  const reliable = shown.filter(({ id }) => extremes === null || id === extremes.best || id === extremes.worst);
  const down = (all: readonly Shown[]): Shown[] => [...all].sort((a, c) => c.estimate.value - a.estimate.value);
  const [among, every] = [down(reliable), down(shown)];
  const [first, second] = [among[0], among.at(-1)];
  if (first === undefined || second === undefined || first === second) return null;
  const isOfAll = first.estimate.value === every[0]?.estimate.value;
  const isOfAllBelow = second.estimate.value === every.at(-1)?.estimate.value;
  return { first, second, extremes: { larger: !(isOfAll && isOfAllBelow) } };
}

/** The group that is worst off, where that is another than those at the ends of a ladder. */
export function worstElsewhere(b: Breakdown): (Shown & { way: Side }) | null {
  if (b.dimension.type !== "ordered") return null;
  const sign = isHigherWhenWorse(b) ? 1 : -1;
  const [worst] = shownIn(b.latest).sort((a, c) => sign * (c.estimate.value - a.estimate.value));
  const ends = endsOf(b);
  const isShown = worst?.id === ends?.first.id || worst?.id === ends?.second.id;
  return worst === undefined || isShown ? null : { ...worst, way: worseSide(b) };
}

/** The times that a topic compares: those that its verdict rests on, else those that would be compared. */
export function spanOf(b: Breakdown): { since: string; until: string } | null {
  const rests = restsOn(b);
  if (rests !== null) return { since: rests.since, until: rests.until };
  const { change } = b.result;
  return isMissing(change) ? null : { since: change.baseline.label, until: change.current.label };
}

/** A published gap that the verdict rests on, then and now. */
export function publishedSpan(b: Breakdown): { since: number; until: number; unit: string } | null {
  const judged = b.result.publishedGaps.find((gap) => gap.judged);
  const span = spanOf(b);
  const valueIn = (label: string): number | undefined => judged?.values.find(({ period }) => period === label)?.value;
  const [since, until] = span === null ? [] : [valueIn(span.since), valueIn(span.until)];
  return judged === undefined || since === undefined || until === undefined
    ? null
    : { since, until, unit: judged.unit };
}

/** Decimals that both of two figures support, so that they can be read beside each other. */
export const placesOf = ({ indicator: { unit } }: Breakdown, figures: readonly Limits[]): number =>
  Math.min(...figures.map((one) => digits(one, unit)));

interface Style {
  /** The unit and the people were named before. */
  brief?: true;
  places: number;
}

/** A group in a sentence, with its figure: where they are in full, or by its label after one that said what it is a part of. */
export function figureOf(b: Breakdown, { id, estimate }: Shown, style: Style): { figure: string; where: string } {
  const { say, dimension } = b;
  const where = style.brief ? groupPhrase(b, id) : groupWhere(b, id);
  const isLadderOfPlaces = style.brief && dimension.by === "quantiles" && dimension.preposition === "in";
  return {
    figure: peopleFigure(b, estimate.value, style),
    where: isLadderOfPlaces ? say.headline.whereBrief("in", groupLabel(b, id)) : where,
  };
}

/** Whether a figure counts something for every so many people, of whom it is no share. */
export const isCounted = ({ kind, sentence }: Breakdown["indicator"]): boolean => sentence.events || kind === "rate";

/** A figure of people; brief, its number alone. Whom a share is of stands in the groups themselves where those are groups of people. */
export function peopleFigure(
  { say, indicator, dimension }: Breakdown,
  value: number,
  { brief, places }: Style,
): string {
  const { unit, sentence } = indicator;
  const number = say.number(value, places);
  // What a rate counts is named where it is events; people of whom they are no share are not what is counted.
  const isUnnamed = unit === "%" ? dimension.preposition === "among" : isCounted(indicator) && !sentence.events;
  const people = isUnnamed ? null : sentence.people;
  return brief ? number : say.answers.figure(number, unit, people, isCounted(indicator));
}

/** Both groups in words: the first in full, the second after it. */
export function bothOf(b: Breakdown, { first, second }: Ends) {
  const places = placesOf(b, [first.estimate, second.estimate]);
  return { first: figureOf(b, first, { places }), second: figureOf(b, second, { brief: true, places }), places };
}
