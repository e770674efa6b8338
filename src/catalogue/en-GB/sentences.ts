import type { Kind } from "../../model.ts";
import { capital, clause, list, lowerFirst } from "../english.ts";
import type { GapType, Ladder, LevelOf, Preposition, Way } from "../vocabulary.ts";
import { endOf, eventsOf, gapNames, inBrackets, leftOut, theLevel, wayWords, when, would } from "./phrases.ts";

/** What became of a gap and a level, in sentences. */

export const groups = {
  where: (preposition: Preposition, group: string): string => `${preposition} ${group}`,
  when,
  /** In place of a label that is a bare number. */
  step: (label: string, of: string): string => `Step ${label} of ${of}`,
  heldBack: (by: "report" | "publisher", names: readonly string[]): string =>
    `${by === "report" ? "This report" : "The publisher"} held back the figure of ${list(names)}.`,
  noFigureFor: (names: readonly string[]): string => `There is no figure for ${list(names)}.`,
  noGapWithout: "No gap is computed unless every group has a figure.",
};

export interface Typical {
  /** What is measured; null where the sentence does without it. */
  measure: string | null;
  /** The size of the gap, with its unit. */
  amount: string;
  /** Its interval, or that there is none. */
  interval: string;
  who: string;
  average: string;
}

/** A group where it stands in a sentence ("in the most deprived fifth"), with its figure. */
export interface GroupFigure {
  where: string;
  figure: string;
}

/** What groups have, in one sentence of at most 25 words, in several lengths, and what stands behind it. */
export const headline = {
  /** What is measured, by kind, where its name in full is too long. */
  brief: {
    proportion: "the share",
    rate: "the rate",
    mean: "the average",
    dsr: "the rate",
    "dsr-as-published": "the rate",
    smr: "the ratio",
    "life-expectancy": "life expectancy",
    "healthy-life-expectancy": "healthy life expectancy",
    published: "the figure",
  } satisfies Record<Kind, string>,
  briefIndex: "the index",
  unknown: (measure: string): string => `There are no figures to compare in ${measure}.`,
  sides: (period: string, measure: string, first: GroupFigure, second: GroupFigure): string =>
    `${capital(when(period))}, ${measure} was ${first.figure} ${first.where} and ${second.figure} ${second.where}.`,
  sidesNotClear: (period: string, measure: string, first: GroupFigure, second: GroupFigure): string =>
    `${capital(when(period))}, there was no clear gap in ${measure}: ${first.figure} ${first.where}, ${second.figure} ${second.where}.`,
  /** Where names and units are long. */
  sidesBrief: (period: string, first: GroupFigure, second: GroupFigure): string =>
    `${capital(when(period))}: ${first.figure} ${first.where} and ${second.figure} ${second.where}.`,
  sidesBriefNotClear: (period: string, first: GroupFigure, second: GroupFigure): string =>
    `${capital(when(period))}, no clear gap: ${first.figure} ${first.where}, ${second.figure} ${second.where}.`,
  /** Where smaller groups lie further out. */
  largerGroups: (who: string): string => `among the larger ${who}`,
  extremesBrief: (period: string, among: string | null, highest: GroupFigure, lowest: GroupFigure): string =>
    `${capital(when(period))}${among === null ? "" : `, ${among}`}: highest ${highest.where}, ${highest.figure}; lowest ${lowest.where}, ${lowest.figure}.`,
  /** A group by its label, where its name in full is too long. */
  whereBrief: (preposition: Preposition, label: string): string => `${preposition} the ${lowerFirst(label)}`,
  extremes: (
    period: string,
    among: string | null,
    measure: string,
    highest: GroupFigure,
    lowest: GroupFigure,
  ): string =>
    `${capital(when(period))}, ${among === null ? "" : `${among}, `}${measure} was highest ${highest.where}, ${highest.figure}, and lowest ${lowest.where}, ${lowest.figure}.`,
  noClearDifferences: (period: string, who: string, measure: string | null): string =>
    `${capital(when(period))}, there were no clear differences between ${who}${measure === null ? "" : ` in ${measure}`}.`,
  published: (period: string, measure: string, figure: string): string =>
    `${capital(when(period))}, the published gap in ${measure} was ${figure}.`,
  publishedBy: (measure: string, publisher: string): string => `It is the ${measure}, published by ${publisher}.`,
  olderGroups: (period: string): string => `Figures by group are older, of ${period}.`,
  apart: (amount: string): string => `The two groups at the ends that have a figure differ by about ${amount}.`,
  typical: ({ amount, interval, who, average }: Omit<Typical, "measure">): string =>
    `${capital(who)} typically differed from ${average} by about ${amount} (${interval}).`,
  who: { groups: "groups" },
  average: { own: "their own average", place: (place: string): string => `the ${place} average` },
  ownAverage: (figure: string, weighted: boolean): string =>
    `Their own average was ${figure}, ${weighted ? "weighted by size" : "each group counted once"}.`,
  /** What two groups' figures come to. */
  difference: (amount: string, range: string | null): string =>
    `That is a difference of about ${amount}${inBrackets(range)}`,
  ratio: (times: string, range: string | null): string => `, or about ${times} times${inBrackets(range)}`,
  worstElsewhere: (name: string, figure: string): string => `The worst off is ${name}, ${figure}.`,
  furthestElsewhere: (name: string, figure: string, way: Way): string =>
    `The ${way === "higher" ? "highest" : "lowest"} is ${name}, ${figure}.`,
  /** The measure that takes in every group, beside what the groups have. */
  index: (name: string, amount: string, range: string | null): string =>
    `The ${name}, which takes in every group, is ${amount}${inBrackets(range)}.`,
  indexNotClear: "Over all groups together there is no clear gap.",
  offLadder: (name: string): string =>
    `The figures do not go in even steps from one end to the other, so the ${name} is a summary that misses part of the pattern.`,
  betterOffEnd: (ladder: Ladder): string => `${capital(endOf(ladder, "most"))} is better off here.`,
  betterOffGroup: (preposition: Preposition, name: string): string =>
    `${capital(name)} ${preposition === "in" ? "is" : "are"} better off here.`,
};

/** The state of one indicator by one dimension. */
export const state = {
  relative: {
    unknown: "how big the gap is in relative terms",
    typical: (share: string, range: string | null, own: boolean): string =>
      `In relative terms, the typical difference was about ${share} of ${own ? "their own average" : "the average"}${inBrackets(range)}.`,
    index: (name: string, times: string, range: string | null): string =>
      `The ${name}, the same as a ratio, is ${times}${inBrackets(range)}.`,
    pair: (times: string, range: string | null, where: string, other: string): string =>
      `In relative terms, it was about ${times} times as high ${where} as ${other}${inBrackets(range)}.`,
  },
  ends: {
    first: (where: string, measure: string, figure: string | null): string =>
      figure === null ? `${capital(where)}, no figure is published.` : `${capital(where)}, ${measure} was ${figure}.`,
    second: (where: string, figure: string | null): string =>
      figure === null ? `${capital(where)}, no figure is published.` : `${capital(where)}, it was ${figure}.`,
  },
  overall: {
    unknown: (place: string): string => `the level for ${place} as a whole`,
    plainAverage: (figure: string, period: string): string =>
      `No figure for the place as a whole is in the source. The plain average of the groups was ${figure} ${when(period)}.`,
    place: (place: string, measure: string, figure: string, period: string): string =>
      `Across ${place}, ${measure} was ${figure} ${when(period)}.`,
  },
  furthest: {
    none: (others: string): string => `No group differs clearly from ${others}.`,
    is: (others: string, name: string, amount: string, way: Way, { interval, p }: { interval: string; p: string }) =>
      `Furthest from ${others}: ${name}, about ${amount} ${wayWords[way]} (${interval}, adjusted ${p}).`,
  },
  countsEvents: (measure: string): boolean => eventsOf(measure) !== "cases",
  headCount: ({
    reference,
    isPlace,
    count,
    fewer,
    people,
    state: is,
    measure,
    range,
  }: {
    reference: string;
    /** Whether the reference is where people live, as "in ...", rather than who they are. */
    isPlace: boolean;
    count: string;
    fewer: boolean;
    people: string;
    state: string | null;
    measure: string;
    range: string | null;
  }): string => {
    const amount = `about ${count} ${fewer ? "fewer" : "more"}`;
    const what = is === null ? `there would be ${amount} ${eventsOf(measure)}` : `${amount} ${people} ${would(is)}`;
    return `If everyone did as well as ${isPlace ? `those ${reference}` : reference}, ${what}${inBrackets(range)}.`;
  },
};

export const levels = {
  the: theLevel,
  name: (place: string, of: LevelOf): string => (of === "groups" ? "plain average of the groups" : place),
  from: {
    published: "as published",
    pooled: "added up from the groups",
    "weighted-average": "average of the groups by their size",
    "plain-average": "plain average of the groups",
  },
};

export const pace = {
  not: (type: GapType, target: string, source: string, why: string): string =>
    `The target for the ${gapNames[type]} is ${target} (${source}): ${clause(why)}.`,
  reached: (type: GapType, target: string, source: string, year: string, between: string | null): string =>
    `The target for the ${gapNames[type]} is ${target} (${source}): on this trend it is reached in about ${year}${inBrackets(between)}.`,
  between: (earliest: string, latest: string | null): string =>
    `${earliest} at the earliest, ${latest === null ? "with no latest year" : `${latest} at the latest`}`,
};

export interface Needed {
  people: string;
  since: string;
  until: string;
  /** The absolute gap, the relative one, or one of them; both groups together, in each of the two periods. */
  gaps: readonly [NeededFor, ...NeededFor[]];
  /** Whether it may take more. */
  isLeast: boolean;
}
interface NeededFor {
  type: GapType;
  number: string;
}

export const certainty = {
  intervals: (percent: string, times: string): string =>
    `Figures in brackets are ${percent} intervals. They treat each count as one outcome of an underlying risk: about ${times} in 100 such intervals would hold that risk. Errors in the data themselves are not in them.`,
  noIntervals:
    "No intervals are published for these figures, so some of the gap may be chance and we can't say how much.",
  differ: (p: string): string => `The groups differ by more than chance would make them (${p}).`,
  mayNotDiffer: (p: string): string => `The groups differ no more than chance might make them (${p}).`,
  notOneLine: (p: string): string => `The groups do not lie along one line (${p}).`,
  oneLine: (p: string): string => `The groups lie along the fitted line as far as we can tell (${p}).`,
  adjusted: (tests: string, rate: string): string =>
    `${tests} changes of gaps were tested in this report, and some look clear by chance alone. Adjusted p allows for that: of the changes that are called clear, about ${rate} may still be chance.`,
  scatter: (times: string): string =>
    `Figures like these scatter from year to year by more than chance in counting alone. The error of the change is ${times} times as large for that.`,
  noScatter:
    "Figures like these may scatter from year to year by more than chance in counting alone. Too few series of this report are long enough to say by how much.",
  /** What the tests would have found. */
  detectable: {
    detectableEither: (amount: string): string => `about ${amount} either way`,
    detectableBoth: (up: string, down: string | null): string =>
      `a rise to about ${up}${down === null ? "" : ` or a fall to about ${down}`}`,
    one: (what: string, least: string): string => `in ${what}, ${least}`,
    all: (found: readonly string[]): string =>
      `A small change can be missed. Changes at least this large would have been found four times in five: ${found.join("; ")}.`,
  },
  needed: ({ people, since, until, gaps: [first, second], isLeast }: Needed): string =>
    [
      `How many ${people} these figures are of is not published, so the change from ${since} to ${until} is not tested.`,
      `If the figures of each of the two came from at least about ${first.number} ${people} in all, so large a change of the ${gapNames[first.type]} ${isLeast ? "might" : "would"} be clear by itself.`,
      ...(second ? [`For the ${gapNames[second.type]} it takes at least about ${second.number}.`] : []),
      ...(isLeast ? ["It may take more: that depends on how large each group is."] : []),
    ].join(" "),
  unrecordedUnknown: `Some figures are for people whose group was not recorded. Their share is not worked out here, because the figures have no size of each group to set them against. ${leftOut}`,
  unrecordedRoughly: (percent: string, people: string): string =>
    `For roughly ${percent} of ${people} (worked out from the width of the intervals) the group was not recorded or lies outside the groups shown. ${leftOut}`,
  unrecorded: (percent: string, count: string): string =>
    `For ${percent} (${count}) the group was not recorded or lies outside the groups shown. ${leftOut}`,
  missing: (groups: readonly { name: string; why: string }[]): string =>
    `No figure for ${groups.map(({ name, why }) => `${name} (${clause(why)})`).join("; ")}.`,
};
