import type { GapDirection, Kind, OverallDirection, Reason, Verdict } from "../../model.ts";
import { type Counted, capital, clause, list, sentence } from "../english.ts";
import type { GapType, Ladder, LevelOf, Preposition, Way } from "../vocabulary.ts";
import {
  endOf,
  eventsOf,
  type FromTo,
  found,
  fromTo,
  gapNames,
  inBrackets,
  leftOut,
  otherWay,
  theLevel,
  wayWords,
  when,
  would,
} from "./phrases.ts";

/** What became of a gap and a level, in sentences. */

export const groups = {
  where: (preposition: Preposition, group: string): string => `${preposition} ${group}`,
  when,
  heldBack: (by: "report" | "publisher", names: readonly string[]): string =>
    `${by === "report" ? "This report" : "The publisher"} held back the figure of ${list(names)}.`,
  noFigureFor: (names: readonly string[]): string => `There is no figure for ${list(names)}.`,
  noGapWithout: "No gap is computed without it.",
};

interface Headline {
  period: string;
  /** What is measured; null where the sentence does without it. */
  measure: string | null;
  /** The size of the gap, with its unit. */
  amount: string;
  /** Its interval, or that there is none. */
  interval: string;
}

/** One sentence of at most 25 words, in several lengths, and what stands behind it. */
export const headline = {
  /** What is measured, by kind, where its name in full is too long. */
  brief: {
    proportion: "the share",
    rate: "the rate",
    mean: "the average",
    dsr: "the rate",
    "dsr-as-published": "the rate",
    "life-expectancy": "life expectancy",
    published: "the figure",
  } satisfies Record<Kind, string>,
  unknown: (measure: string): string => `We can't tell how big the gap in ${measure} is.`,
  between: ({
    period,
    measure,
    amount,
    way,
    where,
    than,
    interval,
  }: Headline & { way: Way; where: string; than: string }): string =>
    `${capital(when(period))}, ${measure} was about ${amount} ${wayWords[way]} ${where} ${than} (${interval}).`,
  noClear: ({ period, measure, amount, way, where, interval }: Headline & { way: Way; where: string }): string =>
    `${capital(when(period))}, there was no clear gap${measure === null ? "" : ` in ${measure}`}: about ${amount} ${wayWords[way]} ${where} (${interval}).`,
  alone: ({ period, amount, interval }: Headline): string =>
    `${capital(when(period))}, the gap was about ${amount} (${interval}).`,
  bothWays: (lower: string, upper: string, way: Way): string =>
    `${lower} ${wayWords[otherWay[way]]} to ${upper} ${wayWords[way]}`,
  typical: ({ period, measure, amount, interval, who, average }: Headline & { who: string; average: string }): string =>
    `${capital(when(period))}, ${who} typically differed from ${average} by about ${amount} (${interval})${measure === null ? "" : ` in ${measure}`}.`,
  noClearDifferences: ({
    period,
    measure,
    amount,
    interval,
    who,
    average,
  }: Headline & { who: string; average: string }): string =>
    `${capital(when(period))}, there were no clear differences between ${who}${measure === null ? "" : ` in ${measure}`}: typically about ${amount} (${interval}) from ${average}.`,
  who: { groups: "groups" },
  average: { own: "their own average", place: (place: string): string => `the ${place} average` },
  atTheMost: (ladder: Ladder): string => `at ${endOf(ladder, "most")}`,
  thanAtTheLeast: "than at the least",
  than: (where: string): string => `than ${where}`,
  thanOthers: (preposition: Preposition): string => `than ${preposition} others`,
  ownAverage: (figure: string, weighted: boolean): string =>
    `Their own average was ${figure}, ${weighted ? "weighted by size" : "each group counted once"}.`,
  line: ({
    from,
    to,
    ladder,
    groups: n,
    whole,
    moves,
  }: FromTo & { ladder: Ladder; groups: string; whole: boolean; moves: "falls" | "rises" }): string =>
    `A line fitted through ${whole ? "all" : "the"} ${n} groups ${moves} from ${from} at ${endOf(ladder, "most")} to ${to} at the least.`,
  betterOffEnd: (ladder: Ladder): string => `${capital(endOf(ladder, "most"))} is better off here.`,
  betterOffGroup: (preposition: Preposition, name: string): string =>
    `${capital(name)} ${preposition === "in" ? "is" : "are"} better off here.`,
};

/** The state of one indicator by one dimension. */
export const state = {
  gradient: {
    extreme: (way: Way, name: string, figure: string): string =>
      `The groups do not follow the line closely: the ${way === "higher" ? "highest" : "lowest"} is ${name}, ${figure}.`,
    furthest: (name: string, figure: string, fitted: string): string =>
      `The groups do not follow the line closely: ${name} has ${figure} where the line has ${fitted}.`,
    plain: "The groups do not follow the line closely.",
  },
  relative: {
    unknown: "how big the gap is in relative terms",
    typical: (share: string, range: string | null, own: boolean): string =>
      `In relative terms, the typical difference was about ${share} of ${own ? "their own average" : "the average"}${inBrackets(range)}.`,
    line: (times: string, range: string | null, ladder: Ladder, higherEnd: "most" | "least"): string =>
      `In relative terms, the line is about ${times} times as high at ${endOf(ladder, higherEnd)} as at the ${higherEnd === "most" ? "least" : "most"}${inBrackets(range)}.`,
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
    "plain-average": "plain average of the groups",
  },
};

const toward = { up: "widened", down: "narrowed", level: "widened" } as const;

const gapMoves: Record<GapDirection, string> = {
  narrowing: "the gap is narrowing",
  widening: "the gap is widening",
  "no-clear-change": "there is no clear change in the gap",
  unknown: "we can't tell whether the gap has changed",
  mixed: "the absolute and the relative gap move in opposite ways",
};

const levelMoves = (of: LevelOf): Record<OverallDirection, string> => ({
  improving: `${theLevel(of)} is improving`,
  worsening: `${theLevel(of)} is worsening`,
  "no-clear-change": `there is no clear change in ${theLevel(of)}`,
  unknown: `we can't tell whether ${theLevel(of)} has changed`,
});

/** What became of a gap or a level since the baseline. `what` is "the absolute gap", "the overall level". */
export const change = {
  gap: (type: GapType): string => `the ${gapNames[type]}`,
  unknown: (what: string): string => `whether ${what} has changed`,
  unknownGap: "whether the gap has changed",
  untested: (what: string, levels: FromTo, since: string, why: string): string =>
    `${capital(what)} went ${fromTo(levels)} since ${since}. ${why}`,
  moreThanChance: "We can't tell whether that is more than chance: no intervals are published.",
  clearGap: (
    what: string,
    direction: "up" | "down" | "level",
    since: string,
    levels: FromTo,
    p: string | null,
  ): string => `${capital(what)} has ${toward[direction]} since ${since}, ${fromTo(levels)}${inBrackets(p)}.`,
  clearLevel: (what: string, isBetter: boolean, since: string, levels: FromTo, p: string | null): string =>
    `${capital(what)} has become ${isBetter ? "better" : "worse"} since ${since}, ${fromTo(levels)}${inBrackets(p)}.`,
  notClear: (what: string, since: string, { from, to }: FromTo, p: string | null): string =>
    `There is no clear change in ${what} since ${since}: about ${from} then, ${to} now${inBrackets(p)}.`,
  detectableEither: (amount: string): string => `A change of about ${amount} either way ${found}.`,
  detectableBoth: (up: string, down: string | null): string =>
    `A rise to about ${up}${down === null ? "" : ` or a fall to about ${down}`} ${found}.`,
};

const verdictLabels: Record<Verdict["id"], string> = {
  "fairer-and-better": "Fairer and better",
  fairer: "Fairer",
  "fairer-but-worse": "Fairer but worse",
  "better-gap-unchanged": "Better, gap unchanged",
  "no-clear-change": "No clear change",
  "worse-gap-unchanged": "Worse, gap unchanged",
  "better-but-less-fair": "Better but less fair",
  "less-fair": "Less fair",
  "worse-and-less-fair": "Worse and less fair",
  mixed: "Mixed",
  "not-enough-data": "Not enough data",
};

export const verdict = {
  labels: verdictLabels,
  because: (label: string, why: string): string => `${label}. ${sentence(why)}`,
  nothing: (label: string, of: LevelOf): string =>
    `${label}: there is no clear change in the gap or in ${theLevel(of)}.`,
  moves: (label: string, gap: Exclude<GapDirection, "mixed">, overall: OverallDirection, of: LevelOf): string =>
    `${label}: ${gapMoves[gap]}, and ${levelMoves(of)[overall]}.`,
  gapAlone: (label: string, gap: Exclude<GapDirection, "mixed">): string => `${label}: ${gapMoves[gap]}.`,
  mixed: (label: string, widening: GapType, overall: OverallDirection, of: LevelOf): string =>
    `${label}: ${
      widening === "absolute"
        ? "the absolute gap is widening and the relative gap is narrowing"
        : "the absolute gap is narrowing and the relative gap is widening"
    }, and ${levelMoves(of)[overall]}.`,
  levellingDown: "The gap narrowed while the better-off side got worse.",
};

/** In a few words, for a table. */
export const shortChange = {
  notComparable: (type: GapType): string => `${type}: not comparable`,
  noClear: (type: GapType): string => `${type}: no clear change`,
  ratio: (type: GapType, narrower: boolean, { from, to }: FromTo): string =>
    `${type}: ${narrower ? "narrower" : "wider"}, ${from} to ${to}`,
  amount: (type: GapType, narrower: boolean, amount: string): string =>
    `${type}: ${amount} ${narrower ? "narrower" : "wider"}`,
  untested: (since: string): string => `Not tested since ${since}: no intervals`,
  none: (since: string): string => `No clear change since ${since}`,
  both: (since: string, absolute: string, relative: string): string => `Since ${since}, ${absolute}; ${relative}`,
  reasons: {
    "one-period": "One period only",
    "periods-overlap": "Periods overlap",
    "break-in-series": "Break in the series",
    "baseline-missing": "No figures for the baseline",
    "no-gap": "No gap in one of the periods",
  } as Partial<Record<Reason, string>>,
  otherwise: "Not comparable",
};

interface TrendParts extends FromTo {
  type: GapType;
  periods: Counted;
  first: string;
  last: string;
  p: string;
}

export const trend = {
  clear: ({ type, narrowed, periods, first, last, p, ...levels }: TrendParts & { narrowed: boolean }): string =>
    `Over ${periods.text} separate periods, ${first} to ${last}, the ${gapNames[type]} ${narrowed ? "narrowed" : "widened"}. The fitted line goes ${fromTo(levels)} (${p}).`,
  none: ({ type, periods, first, last, p, ...levels }: TrendParts): string =>
    `Over ${periods.text} separate periods, ${first} to ${last}, the ${gapNames[type]} shows no clear trend. The fitted line goes ${fromTo(levels)} (${p}).`,
  scatter: "The years scatter widely round the line.",
  longerRun: (baseline: string, current: string): string =>
    `That is the longer run; the verdict compares only ${baseline} with ${current}.`,
  oneByOne: "Trends are tested one at a time. Where many are, some look clear by chance alone.",
};

export const pace = {
  not: (type: GapType, target: string, source: string, why: string): string =>
    `The target for the ${gapNames[type]} is ${target} (${source}): ${clause(why)}.`,
  reached: (type: GapType, target: string, source: string, year: string, between: string | null): string =>
    `The target for the ${gapNames[type]} is ${target} (${source}): on this trend it is reached in about ${year}${inBrackets(between)}.`,
  between: (earliest: string, latest: string | null): string =>
    `${earliest} at the earliest, ${latest === null ? "with no latest year" : `${latest} at the latest`}`,
};

export const certainty = {
  intervals: (percent: string, times: string): string =>
    `Figures in brackets are ${percent} intervals. If chance were the only error, about ${times} in 100 such intervals would hold the true figure.`,
  noIntervals:
    "No intervals are published for these figures, so some of the gap may be chance and we can't say how much.",
  differ: (p: string): string => `The groups differ by more than chance would make them (${p}).`,
  mayNotDiffer: (p: string): string => `The groups differ no more than chance might make them (${p}).`,
  notOneLine: (p: string): string => `The groups do not lie along one line (${p}).`,
  oneLine: (p: string): string => `The groups lie along the fitted line as far as we can tell (${p}).`,
  adjusted: (tests: string, p: string): string =>
    `${tests} changes of gaps were tested in this report, and some look clear by chance alone. Allowing for that, the change of the absolute gap has ${p}.`,
  /** What the tests would have found. */
  detectable: {
    detectableEither: (amount: string): string => `about ${amount} either way`,
    detectableBoth: (up: string, down: string | null): string =>
      `a rise to about ${up}${down === null ? "" : ` or a fall to about ${down}`}`,
    one: (what: string, least: string): string => `in ${what}, ${least}`,
    all: (found: readonly string[]): string =>
      `A small change can be missed. Changes at least this large would have been found four times in five: ${found.join("; ")}.`,
  },
  unrecordedUnknown: `Some figures are for people whose group was not recorded. How many they are is not published. ${leftOut}`,
  unrecordedRoughly: (percent: string, people: string): string =>
    `For roughly ${percent} of ${people} (worked out from the width of the intervals) the group was not recorded or lies outside the groups shown. ${leftOut}`,
  unrecorded: (percent: string, count: string): string =>
    `For ${percent} (${count}) the group was not recorded or lies outside the groups shown. ${leftOut}`,
  missing: (groups: readonly { name: string; why: string }[]): string =>
    `No figure for ${groups.map(({ name, why }) => `${name} (${clause(why)})`).join("; ")}.`,
};
