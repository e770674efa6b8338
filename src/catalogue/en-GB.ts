import type {
  Better,
  GapDirection,
  GapMove,
  Kind,
  MeasureId,
  NotComputable,
  Note,
  OverallDirection,
  Pace,
  Reason,
  Scale,
  Temperature,
  Verdict,
} from "../model.ts";
import type { Cause } from "../results/changes.ts";
import type { GapState } from "../results/results.ts";
import type { Download, TableName } from "../results/tables.ts";
import { type Counted, capital, clause, list, lowerFirst, plural, sentence, singular } from "./english.ts";

/** Everything the report says, in the English of the United Kingdom. Typed parts come in, numbers already as text; only grammar is decided here. */

type GapType = "absolute" | "relative";
type Way = "higher" | "lower";
type Preposition = "in" | "among";
/** What the ends of a ladder are called. */
type Ladder = "deprived" | "disadvantaged";
/** What stands for the level: that of the place, or a plain average of the groups, which says nothing of the place. */
type LevelOf = "place" | "groups";
/** From one figure to another, as text with or without units. */
interface FromTo {
  from: string;
  to: string;
}

const wayWords: Record<Way, string> = { higher: "higher", lower: "lower" };
const otherWay: Record<Way, Way> = { higher: "lower", lower: "higher" };
const gapNames: Record<GapType, string> = { absolute: "absolute gap", relative: "relative gap" };
const when = (period: string): string => (period.includes(" to ") ? `from ${period}` : `in ${period}`);
const inBrackets = (text: string | null): string => (text === null ? "" : ` (${text})`);
const theLevel = (of: LevelOf): string => (of === "groups" ? "the plain average of the groups" : "the overall level");
const leftOut = "They are left out of the gap.";
const found = "would probably have been found (four times in five)";
const endOf = (ladder: Ladder, end: "most" | "least"): string => `the ${end} ${ladder} end`;

/** How numbers, units, lists and sentences are written. */
const writing = {
  decimalMark: ".",
  thousandsMark: ",",
  minus: "\u2212",
  plus: (number: string): string => `+${number}`,
  percent: (number: string): string => `${number}%`,
  quantity: (number: string, unit: string): string => `${number} ${number === "1" ? singular(unit) : unit}`,
  percentagePoints: "percentage points",
  range: (lower: string, upper: string): string => `${lower} to ${upper}`,
  withRange: (figure: string, range: string): string => `${figure} (${range})`,
  noRange: "no interval published",
  /** With spaces that do not break. */
  pValue: (sign: "=" | "<" | ">", number: string): string => `p\u00a0${sign}\u00a0${number}`,
  months: "January,February,March,April,May,June,July,August,September,October,November,December".split(","),
  day: (day: number, month: string, year: string): string => `${day} ${month} ${year}`,
  numerals: "no,one,two,three,four,five,six,seven,eight,nine,ten,eleven,twelve".split(","),
  list,
  capital,
  /** A title, within a sentence. */
  within: lowerFirst,
  sentence,
  clause,
  cannotTell: (what: string, why: string): string => `We can't tell ${what}. ${sentence(why)}`,
};

const measureNames: Record<MeasureId, string> = {
  sii: "Slope index of inequality",
  rii: "Relative index of inequality",
  sii_linear: "Slope index of inequality, straight line",
  rii_linear: "Relative index of inequality, straight line",
  d: "Difference",
  r: "Ratio",
  d_reference: "Difference from the reference group",
  r_reference: "Ratio to the reference group",
  bgsd_adjusted: "Typical difference",
  cov_adjusted: "Typical difference, as a share of the average",
  bgv_adjusted: "Between-group variance, noise-adjusted",
  bgsd: "Between-group standard deviation",
  cov: "Coefficient of variation",
  bgv: "Between-group variance",
  aci: "Absolute concentration index",
  rci: "Relative concentration index",
  rci_wagstaff: "Concentration index, Wagstaff",
  aci_erreygers: "Concentration index, Erreygers",
  mdmu: "Mean difference from mean, unweighted",
  mdmw: "Mean difference from mean, weighted",
  mdbu: "Mean difference from best group, unweighted",
  mdbw: "Mean difference from best group, weighted",
  mdru: "Mean difference from reference group, unweighted",
  mdrw: "Mean difference from reference group, weighted",
  idisu: "Index of disparity, unweighted",
  idisw: "Index of disparity, weighted",
  ti: "Theil index",
  mld: "Mean log deviation",
  par: "Population attributable risk",
  paf: "Population attributable fraction",
  p80p20: "Ratio of the 80th to the 20th percentile",
  p90p10: "Ratio of the 90th to the 10th percentile",
};

/** One plain sentence on what a value says. */
const measureReadings: Record<MeasureId, string> = {
  sii: "The gap between the very bottom and the very top of the ladder, using every group in between.",
  rii: "How many times worse off the very bottom of the ladder is than the very top.",
  sii_linear: "The gap between the two ends of a straight line through the figures as they are.",
  rii_linear: "How many times worse off one end of a straight line through the figures is than the other.",
  d: "How far apart the two groups are.",
  r: "How many times worse off the disadvantaged group is.",
  d_reference: "How far the worst-off group is from the reference group.",
  r_reference: "How many times worse off the worst-off group is than the reference group.",
  bgsd_adjusted: "How far a typical person's group is from the average, beyond what chance alone would show.",
  cov_adjusted: "The typical difference as a percentage of the overall level.",
  bgv_adjusted: "The average squared distance of groups from the mean, beyond what chance alone would show.",
  bgsd: "How far a typical person's group is from the average, chance included.",
  cov: "The between-group standard deviation as a percentage of the overall level, chance included.",
  bgv: "The average squared distance of groups from the mean, chance included.",
  aci: "How unevenly the total is spread along the ladder, in the unit of the indicator.",
  rci: "How unevenly the total is spread along the ladder, from -1 to 1.",
  rci_wagstaff: "The concentration index as a share of the largest it could be at this level.",
  aci_erreygers: "The absolute concentration index of a proportion, from -1 to 1.",
  mdmu: "How far groups are from the average, each group counting the same.",
  mdmw: "How far people's groups are from the average.",
  mdbu: "How far groups are from the best-off one.",
  mdbw: "How far groups are from the best-off one.",
  mdru: "How far groups are from the reference group.",
  mdrw: "How far groups are from the reference group.",
  idisu: "The mean difference from the average, as a percentage of it.",
  idisw: "The mean difference from the average, as a percentage of it.",
  ti: "How unevenly the total is shared, most sensitive to groups with a lot.",
  mld: "How unevenly the total is shared, most sensitive to groups with little.",
  par: "What the overall level would gain if everyone did as well as the reference group.",
  paf: "The same gain as a percentage of the overall level.",
  p80p20: "How many times higher the area at the 80th percentile is than the one at the 20th.",
  p90p10: "How many times higher the area at the 90th percentile is than the one at the 10th.",
};

const commas = (names: readonly string[]): string => names.join(", ");
const noFigureFor = (groups: readonly string[]): string => `No figure for ${commas(groups)}.`;
const heldBackWhy = "Held back so that no small number of people can be worked out.";

/** Why a figure is not there, as a sentence. */
function reason(missing: NotComputable): string {
  switch (missing.reason) {
    case "blank":
      return sentence(missing.parts.why ?? "No figure is given");
    case "no-rows":
      return "No figure is given.";
    case "few-events":
      return "There were fewer than 10 events, too few for a standardised rate.";
    case "few-values":
      return "A mean needs at least two values to have an interval.";
    case "empty-age-band":
      return missing.parts.rate === "rate"
        ? "An age band has no population, so it has no rate."
        : "An age band has no population, so it has no death rate.";
    case "small-population":
      return "The population is 5,000 or less, too small for a life table.";
    case "deaths-exceed-population":
      return `From age ${missing.parts.age} there are more deaths than people.`;
    case "no-deaths-in-open-band":
      return "Nobody died in the oldest age band, so its length of life is unknown.";
    case "nobody-survives":
      return `At the rates of the table nobody reaches ${missing.parts.age}.`;
    case "wide-interval":
      return `At ${missing.parts.age} the 95% interval is wider than 20 years.`;
    case "missing-group":
      return noFigureFor(missing.parts.groups);
    case "groups-differ":
      return "The two periods do not have figures for the same groups.";
    case "coverage-below-85-percent": {
      const { groups: without, measured, declared, sizesKnown } = missing.parts;
      const none = `no figure for ${commas(without)}`;
      return sizesKnown
        ? `The measured groups cover less than 85% of the people; ${none}.`
        : `${measured} of ${declared} groups have a figure. Group sizes are not published, so we cannot know that they cover 85% of the people; ${none}.`;
    }
    case "too-few-groups":
      return {
        "two-measured": "Fewer than two groups have a figure.",
        "three-declared": "A ladder needs at least three groups.",
        "three-national": `Fewer than three of the national groups have a figure; missing: ${commas(missing.parts.groups)}.`,
        "thirty-areas": "Percentiles are for dimensions of 30 or more areas.",
      }[missing.parts.needs];
    case "undefined-on-working-scale":
      return "A published figure is at the edge of its scale and comes without counts, so no line can be fitted.";
    case "not-a-proportion":
      return "The index is defined for proportions only.";
    case "end-not-positive":
      return missing.parts.nearly
        ? "One end of the fitted line is as good as zero, so a ratio means nothing."
        : "One end of the fitted line is zero or below, so a ratio means nothing.";
    case "mean-not-positive":
      return "The overall level is zero or below, so a share of it means nothing.";
    case "comparison-not-positive":
      return {
        two: "One of the two figures is zero or below, so a ratio means nothing.",
        group: "A group's figure is zero or below, so its share of the average has no logarithm.",
        percentile: "The lower percentile is zero or below, so a ratio means nothing.",
      }[missing.parts.of];
    case "not-a-count":
      return "The measure is not a count of people or events.";
    case "no-denominator":
      return {
        zero: "The denominator of the group is zero.",
        nobody: "There is nobody in the group.",
        people: "Group sizes are not published, so no number of people can be given.",
        events: "Group sizes are not published, so no number of events can be given.",
      }[missing.parts.of];
    case "no-intervals":
      return {
        change: "The change cannot be tested: no intervals are published.",
        trend: "The trend cannot be tested: no intervals are published.",
        spread: "No intervals are published, so chance cannot be taken out.",
      }[missing.parts.of];
    case "one-period":
      return missing.parts.baseline === null
        ? "There are figures for one period only, so there is no change to show yet."
        : `${missing.parts.baseline} is the baseline, so there is no change to show yet.`;
    case "periods-overlap":
      return `The periods overlap: ${missing.parts.earlier} and ${missing.parts.later} share years, so they are never compared.`;
    case "break-in-series":
      return `There is a break in the series from ${missing.parts.from}: ${missing.parts.why}`;
    case "baseline-missing":
      return `There are no figures for the baseline, ${missing.parts.baseline}.`;
    case "no-gap":
      return `There is no gap for ${missing.parts.period}. ${reason(missing.parts.because)}`;
    case "fewer-than-four-periods":
      return "A trend needs a gap in at least four periods that do not overlap and lie after the last break.";
    case "no-overall":
      return missing.parts.of === "groups"
        ? "No group has a figure."
        : "No overall figure is published, and not every group has one to average.";
    case "no-reliable-group":
      return "Fewer than two groups are known to be large enough to be named best- or worst-off.";
    case "no-reference":
      return "No reference group is declared, or it has no figure.";
    case "disclosure":
      return heldBackWhy;
  }
}

/** What a reader must know beside a figure, as a sentence. */
function noteText(one: Note): string {
  switch (one.id) {
    case "continuity-corrected":
      return "No events, or nobody without the event: half an event is added on the working scale.";
    case "weights-implied":
      return "Group sizes are not published; they are worked back from the width of the intervals.";
    case "unweighted":
      return "Group sizes are not published, so every group counts the same.";
    case "partly-circular":
      return `The ranking of areas is itself partly made of ${list(one.parts.subjects)}, so some of the gap is built in.`;
    case "not-a-straight-gradient":
      return "The groups do not lie on a straight line: the ladder has steps or a bend that the gap averages over.";
    case "intervals-missing":
      return "No intervals are published, so differences that are only chance are still in the gap.";
    case "one-sided-interval":
      return "One limit is at the edge of the scale, so the error is taken from the other side.";
    case "missing-group":
      return noFigureFor(one.parts.groups);
    case "reference-worse-than-average":
      return "The reference group is worse off than the average, so nothing is gained.";
    case "levelling-down":
      return "The gap narrows because the better-off side got worse, not because the worse-off side got better.";
    case "overall-not-testable":
      return "The change of the overall level cannot be tested.";
    case "equal-groups-adjusted-to-zero":
      return "The groups differ no more than chance alone would make them.";
    case "suppressed": {
      const why = lowerFirst(heldBackWhy);
      return {
        own: heldBackWhy,
        figure: `No figure for ${commas(one.parts.groups)}: ${why}`,
        count: `No count for ${commas(one.parts.groups)}: ${why}`,
        unrecorded: `How many have no recorded group is not shown: ${why}`,
        rounded: `Counts are rounded to the nearest ${one.parts.to}; percentages and gaps use the full counts.`,
      }[one.parts.what];
    }
    case "biased-near-equality":
      return "The groups hardly differ; a measure made of absolute differences is then too large.";
    case "no-interval":
      return one.parts.of === "percentiles"
        ? "No interval is known for a ratio of percentiles."
        : "The figures are so uncertain that no number could hold the limits of their ratio.";
    case "may-be-chance":
      return `Among the ${one.parts.tests} changes tested in this report, one as clear as this may turn up by chance alone.`;
  }
}

const verbs: Record<"narrows" | "widens", { one: string; both: string }> = {
  narrows: { one: "narrows", both: "narrow" },
  widens: { one: "widens", both: "widen" },
};

/** What both gaps together do. */
function bothMoves({ absolute, relative }: NonNullable<Verdict["moves"]>): string {
  const clear = (move: GapMove): move is "narrows" | "widens" => move === "narrows" || move === "widens";
  if (clear(absolute) && clear(relative))
    return absolute === relative
      ? `both gaps clearly ${verbs[absolute].both}`
      : "one gap clearly narrows and the other clearly widens";
  const [which, other, move] = clear(absolute)
    ? ["absolute", "relative", absolute]
    : ["relative", "absolute", relative];
  if (clear(move))
    return `the ${which} gap clearly ${move} and the ${other} gap does not clearly ${verbs[move === "narrows" ? "widens" : "narrows"].both}`;
  return absolute === "unknown" && relative === "unknown"
    ? "neither gap's change can be tested"
    : "neither gap clearly changes";
}

const overallRules: Record<OverallDirection, string> = {
  improving: "the overall level clearly improves",
  worsening: "the overall level clearly worsens",
  "no-clear-change": "the overall level does not clearly change",
  unknown: "the change of the overall level cannot be tested",
};

/** The rule that decided a verdict. */
function rule({ moves, overall, because }: Pick<Verdict, "moves" | "overall" | "because">): string {
  if (moves !== null) return `${capital(bothMoves(moves))}; ${overallRules[overall]}.`;
  const why =
    because === null || because.reason === "disclosure"
      ? "a figure it rests on is held back to protect people."
      : reason(because);
  return `There is no change to judge: ${why.charAt(0).toLowerCase()}${why.slice(1)}`;
}

function paceOutcome(outcome: Pace["outcome"]): string {
  if (typeof outcome === "object") return reason(outcome);
  return { "on-this-trend": "on this trend", reached: "reached", "not-on-this-trend": "not on this trend" }[outcome];
}

/** What the stages of the method say of a figure. */
const method = {
  reason,
  note: noteText,
  rule,
  pace: paceOutcome,
  measureName: (measure: MeasureId): string => measureNames[measure],
  measureReading: (measure: MeasureId): string => measureReadings[measure],
};

const groups = {
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
const headline = {
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
  betterOffGroup: (name: string): string => `${capital(name)} are better off here.`,
};

/** The state of one indicator by one dimension. */
const state = {
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
    none: "No group differs clearly from all the others together.",
    is: (name: string, amount: string, way: Way, interval: string, p: string): string =>
      `Furthest from all the others together: ${name}, about ${amount} ${wayWords[way]} (${interval}, adjusted ${p}).`,
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

/** What is counted, where it is not a state that people are in. */
const eventsOf = (measure: string): string => /\b(deaths|admissions|accidents)\b/.exec(measure)?.[1] ?? "cases";

/** "are in debt" as "would be in debt". */
const would = (is: string): string =>
  `would ${is
    .replace(/^(are|is)\b/, "be")
    .replace(/^has\b/, "have")
    .replace(/^(do|does) not\b/, "not")}`;

const levels = {
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
const fromTo = ({ from, to }: FromTo): string => `from about ${from} to ${to}`;

/** What became of a gap or a level since the baseline. `what` is "the absolute gap", "the overall level". */
const change = {
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

const verdict = {
  labels: verdictLabels,
  because: (label: string, why: string): string => `${label}. ${sentence(why)}`,
  nothing: (label: string, of: LevelOf): string =>
    `${label}: there is no clear change in the gap or in ${theLevel(of)}.`,
  moves: (label: string, gap: Exclude<GapDirection, "mixed">, overall: OverallDirection, of: LevelOf): string =>
    `${label}: ${gapMoves[gap]}, and ${levelMoves(of)[overall]}.`,
  mixed: (label: string, widening: GapType, overall: OverallDirection, of: LevelOf): string =>
    `${label}: ${
      widening === "absolute"
        ? "the absolute gap is widening and the relative gap is narrowing"
        : "the absolute gap is narrowing and the relative gap is widening"
    }, and ${levelMoves(of)[overall]}.`,
  levellingDown: "The gap narrowed while the better-off side got worse.",
};

/** In a few words, for a table. */
const shortChange = {
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

const trend = {
  clear: ({ type, narrowed, periods, first, last, p, ...levels }: TrendParts & { narrowed: boolean }): string =>
    `Over ${periods.text} separate periods, ${first} to ${last}, the ${gapNames[type]} ${narrowed ? "narrowed" : "widened"}. The fitted line goes ${fromTo(levels)} (${p}).`,
  none: ({ type, periods, first, last, p, ...levels }: TrendParts): string =>
    `Over ${periods.text} separate periods, ${first} to ${last}, the ${gapNames[type]} shows no clear trend. The fitted line goes ${fromTo(levels)} (${p}).`,
  scatter: "The years scatter widely round the line.",
  longerRun: (baseline: string, current: string): string =>
    `That is the longer run; the verdict compares only ${baseline} with ${current}.`,
  oneByOne: "Trends are tested one at a time. Where many are, some look clear by chance alone.",
};

const pace = {
  not: (type: GapType, target: string, source: string, why: string): string =>
    `The target for the ${gapNames[type]} is ${target} (${source}): ${clause(why)}.`,
  reached: (type: GapType, target: string, source: string, year: string, between: string | null): string =>
    `The target for the ${gapNames[type]} is ${target} (${source}): on this trend it is reached in about ${year}${inBrackets(between)}.`,
  between: (earliest: string, latest: string | null): string =>
    `${earliest} at the earliest, ${latest === null ? "with no latest year" : `${latest} at the latest`}`,
};

const certainty = {
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

/** Titles that say what a chart found, subtitles that say what it measures, keys that say how to read it, descriptions for those who do not see it. */
const charts = {
  span: {
    between: (first: string, last: string): string => `${first} to ${last}`,
    two: (first: string, last: string): string => `${first} and ${last}`,
    several: (n: string, first: string, last: string): string => `${n} periods, ${first} until ${last}`,
  },
  /** A name with its unit. */
  withUnit: (name: string, unit: string): string => `${name} (${unit})`,
  subtitle: (what: string, groups: string, place: string, when: string): string =>
    `${what}, ${lowerFirst(groups)}. ${place}, ${when}.`,
  gapSubtitle: (gap: string, what: string, groups: string, place: string, when: string): string =>
    `${gap}: ${lowerFirst(what)}, ${lowerFirst(groups)}. ${place}, ${when}.`,
  groupByGroup: (measure: string): string => `${capital(measure)}, group by group`,
  byGroupOverTime: (measure: string): string => `${capital(measure)}, by group over time`,
  noClearGap: (pair: boolean): string => `No clear gap between ${pair ? "the two groups" : "the two ends"}`,
  gapBetween: (amount: string, way: Way, where: string): string => `About ${amount} ${wayWords[way]} ${where}`,
  gapOfLine: (amount: string, way: Way, ladder: Ladder): string =>
    `The fitted line is about ${amount} ${wayWords[way]} at ${endOf(ladder, "most")}`,
  extremesTitle: (better: Better, worst: string, best: string): string =>
    better === "lower" ? `Highest: ${worst}. Lowest: ${best}` : `Lowest: ${worst}. Highest: ${best}`,
  columns: {
    group: "Group",
    figure: "Figure",
    interval: "Interval",
    number: "Number",
    outOf: "Out of",
    population: "Population",
    period: "Period",
    gap: "Gap",
  },
  notPublished: "not published",
  noFigure: (marker: string | null): string => (marker === null ? "no figure" : `no figure ${marker}`),
  levelBeside: (level: string, figure: string): string => `${capital(level)} ${figure}`,
  caption: (what: string, groups: string, when: string): string => `${what}, ${lowerFirst(groups)}, ${when}`,
  captionByPeriod: (what: string, groups: string): string => `${what}, ${lowerFirst(groups)}, by period`,
  breakInSeries: "break in series",
  noneDiffers: "No group differs clearly from all the others together",
  extremes: (highest: string, lowest: string): string => `Highest: ${highest}. Lowest: ${lowest}.`,
  namedFigure: (name: string, figure: string): string => `${name}, ${figure}`,
  groupsKey: {
    intervals: (percent: string): string => `Dots are figures, bars their ${percent} intervals.`,
    noIntervals: "Dots are figures; no intervals are published.",
    line: "The sloping line is fitted through all groups; the gap is the distance between its two ends (diamonds).",
    filled: "A filled dot differs clearly from all the others together.",
    level: (place: string, of: LevelOf): string =>
      `The dashed line is ${of === "groups" ? "the plain average of the groups" : `${place} as a whole`}.`,
  },
  level: {
    moved: ({ from, to }: FromTo, baseline: string, current: string): string =>
      `${from} in ${baseline}, ${to} in ${current}`,
    untested: (of: LevelOf, moved: string): string =>
      `${of === "groups" ? "Plain average of the groups" : "Overall level"}: ${moved}`,
    notClear: (of: LevelOf, moved: string): string => `No clear change in ${theLevel(of)}: ${moved}`,
    clear: (of: LevelOf, isBetter: boolean, moved: string): string =>
      `${capital(theLevel(of))} got ${isBetter ? "better" : "worse"}: ${moved}`,
  },
  linesKey: {
    overlapping: "The periods overlap, so their points are not joined.",
    others: "Grey lines are the other groups.",
    intervals: (overlapping: boolean, percent: string): string =>
      `${overlapping ? "Bars" : "Shaded"}: ${percent} intervals of the coloured groups.`,
    level: (overlapping: boolean, place: string, of: LevelOf): string =>
      `${overlapping ? "Hollow" : "Dashed"}: ${of === "groups" ? "the plain average of the groups" : `${place} as a whole`}.`,
  },
  break: (from: string, why: string): string => `Break in the series from ${from}: ${why}`,
  breakSince: (from: string): string => `The series breaks at ${from}: earlier periods are not described here.`,
  linesOf: (overlapping: boolean, groups: Counted, span: string): string =>
    `${overlapping ? "Points" : "A line"} for each of ${plural(groups, "group")}, ${span}.`,
  notCompared: "The periods overlap and are not compared.",
  groupNow: (name: string, figure: string, period: string): string => `${name}: ${figure} in ${period}.`,
  groupThenAndNow: (name: string, { from, to }: FromTo, first: string, last: string, moved: boolean): string =>
    moved
      ? `${name}: from ${from} in ${first} to ${to} in ${last}.`
      : `${name}: ${from} in ${first}; ${to} in ${last}.`,
  gap: {
    name: { absolute: "Absolute gap", relative: "Relative gap" } satisfies Record<GapType, string>,
    untested: (gap: string, since: string): string => `${gap}: change since ${since} cannot be tested`,
    notClear: (gap: string, since: string): string => `${gap}: no clear change since ${since}`,
    moved: (gap: string, narrower: boolean, since: string): string =>
      `${gap}: ${narrower ? "narrower" : "wider"} than in ${since}`,
    overlapping: (gap: string): string => `${gap}: the periods overlap, so they are not compared`,
    broken: (gap: string): string => `${gap}: the series breaks, so it is not compared`,
    overTime: (gap: string): string => `${gap} over time`,
    caption: (gap: string, what: string, groups: string): string =>
      `${gap}: ${lowerFirst(what)}, ${lowerFirst(groups)}`,
    equality: "equality",
    higher: "Higher means the groups differ more.",
    above: (equality: string): string => `Above ${equality} the disadvantaged side is worse off.`,
    ratio: "A ratio of 1 is equality. Each step up the axis multiplies the ratio by the same amount.",
    intervals: (percent: string): string => `Bars are ${percent} intervals.`,
    noIntervals: "No intervals are published.",
    inPeriods: (type: GapType, periods: Counted): string => `The ${gapNames[type]} in ${plural(periods, "period")}.`,
    inPeriod: (period: string, figure: string): string => `${period}: ${figure}`,
  },
  published: {
    title: (measure: string): string => `As published, not tested: ${measure}`,
    subtitle: (what: string, place: string, when: string, publisher: string): string =>
      `${what}. ${place}, ${when}. Published by ${publisher}.`,
    caption: (measure: string, publisher: string): string => `${measure}, as published by ${publisher}`,
    description: (
      periods: Counted,
      first: { figure: string; period: string },
      last: { figure: string; period: string },
    ): string =>
      `Published figures in ${plural(periods, "period")}: ${first.figure} in ${first.period}, ${last.figure} in ${last.period}. They carry no intervals, so they are not tested.`,
  },
};

const temperatureMoves: Record<Exclude<Temperature, "unknown">, string> = {
  cooling: "narrowed",
  heating: "widened",
  steady: "did not clearly change",
  mixed: "narrowed on one measure and widened on the other",
};

/** All gaps together. */
const summary = {
  moved: (temperature: Exclude<Temperature, "unknown">, n: string): string => `${n} ${temperatureMoves[temperature]}`,
  description: (all: Counted, moved: readonly string[], unknown: string | null): string =>
    `${plural(all, "gap")}: ${[list(moved), unknown === null ? "" : `${unknown} could not be compared`].filter(Boolean).join("; ")}.`,
  about: (place: string): string =>
    `This report measures the gaps between groups of people and between neighbourhoods in ${place}, in the same way for every subject and every year. It says how big each gap is, whether it is closing, and how sure we can be.`,
};

/** Short names of notes, and what each means, for the method page. */
const notes: Record<Note["id"], { label: string; meaning: string }> = {
  "biased-near-equality": {
    label: "Too large near equality",
    meaning:
      "A measure made of absolute differences cannot come out at zero, so it is too large where groups hardly differ.",
  },
  "no-interval": {
    label: "No interval",
    meaning: "No interval is known for this measure.",
  },
  "continuity-corrected": {
    label: "Continuity corrected",
    meaning: "A group had no events, or nobody without the event. Half an event is added where the gap is computed.",
  },
  "weights-implied": {
    label: "Sizes worked out",
    meaning: "The size of the groups is not published. It is worked out from the width of their intervals.",
  },
  unweighted: {
    label: "Unweighted",
    meaning: "The size of the groups is not known, so every group counts the same, however small.",
  },
  "partly-circular": {
    label: "Partly circular",
    meaning:
      "The ranking of the groups is partly made of the same thing the indicator measures, which makes the gap look larger.",
  },
  "not-a-straight-gradient": {
    label: "Not a straight gradient",
    meaning:
      "The groups do not lie along one line. The gap between its ends is a summary that misses part of the pattern.",
  },
  "intervals-missing": {
    label: "No intervals",
    meaning:
      "The source publishes no intervals, so chance cannot be told from real differences and no change is tested.",
  },
  "one-sided-interval": {
    label: "One-sided interval",
    meaning: "One limit lies at the edge of what is possible. The error is taken from the other side.",
  },
  "missing-group": {
    label: "Missing group",
    meaning: "A group that should be there has no figure. It is named, never left out in silence.",
  },
  "reference-worse-than-average": {
    label: "Reference worse than average",
    meaning: "The group that stands for doing best is worse off than the average, so no head-count is given.",
  },
  "may-be-chance": {
    label: "May be chance",
    meaning:
      "With many changes tested, some look clear by chance alone. This one does not survive the adjustment for that.",
  },
  "levelling-down": {
    label: "Levelling down",
    meaning:
      "The gap narrowed while the better-off side got clearly worse and the worse-off side did not clearly improve.",
  },
  "overall-not-testable": {
    label: "Overall level not tested",
    meaning: "The overall level has no interval, so its change is not tested and the verdict rests on the gap alone.",
  },
  "equal-groups-adjusted-to-zero": {
    label: "No more than chance",
    meaning: "The groups differ no more than chance alone would make them, so the typical difference is zero.",
  },
  suppressed: {
    label: "Suppressed",
    meaning: "Small counts are held back to protect people. Gaps use the full figures.",
  },
};

/** Shorthand of the Government Statistical Service for figures that are not there. */
const markers: { marker: string; meaning: string }[] = [
  { marker: "[x]", meaning: "not available" },
  { marker: "[c]", meaning: "held back to protect people" },
  { marker: "[u]", meaning: "low reliability" },
  { marker: "[z]", meaning: "not applicable" },
  { marker: "[b]", meaning: "break in the series" },
];

const temperatures: Record<Temperature, { word: string; meaning: string }> = {
  cooling: { word: "Cooling", meaning: "the gap is narrowing" },
  steady: { word: "Steady", meaning: "no clear change" },
  heating: { word: "Heating", meaning: "the gap is widening" },
  mixed: { word: "Mixed", meaning: "the absolute and the relative gap move in opposite ways" },
  unknown: { word: "Unknown", meaning: "not enough data to tell" },
};

/** What is measured for whom, and what is not. */
const gaps = {
  title: "Data gaps",
  description: (place: string): string => `What is measured for which people in ${place}, and what is not.`,
  lead: (combinations: Counted, measured: Counted, whole: string): string =>
    `An inequality that is not measured is not a sign of equality. There are ${plural(combinations, "combination")} of an indicator and a characteristic that make sense. Of these, ${plural(measured, "is", "are")} measured, ${whole} of them in full.`,
  headings: {
    who: "Who is counted",
    themes: "What is missing, theme by theme",
    reasons: "Why, by indicator",
    fills: "What would fill the gaps",
  },
  states: {
    measured: { word: "Measured", meaning: "a gap, with a figure for each group" },
    partly: { word: "Partly", meaning: "the group of some people is not recorded, or some groups have no figure" },
    "another-indicator": {
      word: "In another indicator",
      meaning: "this indicator is about one group and another indicator about the others",
    },
    "not-here": { word: "Not in this report", meaning: "collected elsewhere, or not broken down here" },
    "not-collected": { word: "Not collected", meaning: "the source does not hold it" },
    "does-not-apply": { word: "[z]", meaning: "does not apply" },
  } satisfies Record<GapState, { word: string; meaning: string }>,
  state: (word: string, meaning: string): string => `${word}: ${meaning}`,
  caption: "Indicators by protected characteristic, and deprivation",
  indicator: "Indicator",
  reasonsBelow: "The reasons stand below the table.",
  notRecorded: (percent: string): string => `${percent} not recorded`,
  measuredRow: "Measured, at least in part",
  measuredOf: (measured: string, of: string): string => `${measured} of ${of}`,
  reasonFor: (characteristics: readonly string[]): string => capital(list(characteristics)),
  blind: {
    noIndicator: "No indicator of this theme can be made yet, so nothing is known about any group.",
    none: "Each characteristic is measured by at least one indicator of this theme.",
    some: (characteristics: readonly string[]): string =>
      `No figure of this theme tells people apart by ${list(characteristics.map(lowerFirst))}.`,
  },
  needs: (needs: string): string => `Needs: ${needs}`,
};

/** What readers meet when they explore a chart, and the names of its files. */
const explore = {
  script: {
    explore: "Explore this chart",
    leave: "Back to the picture",
    loading: "Loading the chart",
    failed: "The chart could not be loaded. The picture and its table say the same.",
    how: "Use the arrow keys to step from figure to figure. Escape goes back to the picture.",
    chart: "Chart to explore",
    place: (n: string, all: string): string => `${n} of ${all}`,
  },
  files: {
    figures: "The figures",
    csv: "Table (CSV)",
    png: "Picture (PNG)",
    svg: "Picture (SVG)",
    "vl.json": "Specification (Vega-Lite)",
  },
  pointed: (whose: string, figure: string): string => `${whose}: ${figure}`,
};

/** Around every page. */
const page = {
  menu: {
    name: "Report",
    "index.html": "At a glance",
    "data-gaps.html": "Data gaps",
    "method.html": "Method",
    "sources.html": "Data and sources",
  },
  title: (title: string, report: string): string => `${title} – ${report}`,
  skip: "Skip to the content",
  breadcrumb: "Breadcrumb",
  /** What goes with a label for those who do not see what is around it. */
  unseen: (...parts: readonly string[]): string => `: ${parts.join(", ")}`,
  before: (label: string): string => `${label}: `,
  licence: {
    before: "Contains public sector information licensed under the ",
    name: "Open Government Licence v3.0",
    after: ".",
  },
  made: {
    before: (publisher: string): string => `Published by ${publisher}. Build `,
    after: (version: string, method: string): string => `, made with tempcheck ${version}, method version ${method}.`,
  },
};

const outcomes: Record<Temperature, (n: Counted) => string> = {
  cooling: ({ text }) => `${text} narrowed`,
  heating: ({ text }) => `${text} widened`,
  mixed: (n) => `${plural(n, "is", "are")} mixed`,
  steady: (n) => `${plural(n, "shows", "show")} no clear change`,
  unknown: ({ text }) => `${text} can't be told`,
};

type Moving = "cooling" | "heating";
const moved: Record<Moving, string> = { cooling: "narrowed", heating: "widened" };

interface Mover {
  way: Moving;
  /** Whether others moved the same way, and by how much is known of it. */
  among: "only" | "most" | "several";
  isRelative: boolean;
  name: string;
  size: string;
  level: "levelling-down" | OverallDirection;
  of: LevelOf;
  mayBeChance: boolean;
}

/** What became of the level, after what became of the gap. */
function andLevel({ way, level, of }: Pick<Mover, "way" | "level" | "of">): string {
  if (level === "levelling-down") return ", but the better-off side got worse";
  if (level === "improving") return `, ${way === "cooling" ? "and" : "but"} ${theLevel(of)} got better`;
  if (level === "worsening") return `, ${way === "heating" ? "and" : "but"} ${theLevel(of)} got worse`;
  return "";
}

/** The first page. */
const glance = {
  headings: {
    changed: "What changed since last time",
    strip: "How many gaps are closing",
    quadrant: "Gaps and levels together",
    grid: "How many comparisons have each verdict",
    findings: "Every comparison",
    themes: "Themes",
  },
  name: (indicator: string, groups: string): string => `${indicator}, by ${lowerFirst(groups)}`,
  /** The same within a sentence that has a colon of its own. */
  within: (name: string): string => lowerFirst(name).replace(": ", ", "),
  lessThanOne: "less than 1%",
  noneComparable: (all: Counted): string => `We can't tell yet whether any of ${plural(all, "gap")} has changed.`,
  comparable: (n: string, all: Counted, told: readonly string[]): string =>
    `${n} of ${plural(all, "gap")} can be compared with an earlier time: ${list(told)}.`,
  outcomes,
  size: {
    share: (way: Moving, percent: string, since: string, until: string): string =>
      `is about ${percent} ${way === "cooling" ? "smaller" : "larger"} in ${until} than in ${since}`,
    times: (times: string, since: string, until: string): string =>
      `is about ${times} times as large in ${until} as in ${since}`,
    from: ({ from, to }: FromTo, since: string, until: string): string =>
      `went from ${from} in ${since} to ${to} in ${until}`,
  },
  noMover: (way: Moving): string => `No gap has clearly ${moved[way]}.`,
  mover: (parts: Mover): string => {
    const which = { only: "The one gap that", most: "The gap that", several: "One gap that" }[parts.among];
    const most = parts.among === "most" ? " most" : "";
    const relative = parts.isRelative ? " in relative terms" : "";
    const chance = parts.mayBeChance ? " (which may be chance)" : "";
    return `${which} ${moved[parts.way]}${most}${relative} is in ${parts.name}: it ${parts.size}${andLevel(parts)}${chance}.`;
  },
  needed: "A change needs figures for two times that share no day, made in the same way, with intervals.",
  below: "The table below says how big each gap is now.",
  strip: (comparisons: Counted, indicators: Counted): string =>
    `${plural(comparisons, "comparison")} between groups, for ${plural(indicators, "indicator")}.`,
  noFigures: "No figures yet.",
  themeCounts: (comparisons: Counted, told: readonly string[]): string =>
    `${plural(comparisons, "comparison")}: ${list(told)}.`,
  themeCount: (temperature: Temperature, n: string): string => `${n} ${temperatures[temperature].word.toLowerCase()}`,
  cannotYet: (things: Counted): string => `${plural(things, "thing")} we cannot measure yet`,
  grid: {
    rows: {
      narrowing: "Gap narrowing",
      "no-clear-change": "Gap: no clear change",
      widening: "Gap widening",
    },
    columns: ["Level improving", "Level: no clear change", "Level worsening"],
    mixed: "the absolute and the relative gap move in opposite ways",
    "not-enough-data": "the change of the gap cannot be told",
  },
};

type Corner = "better-narrower" | "worse-narrower" | "better-wider" | "worse-wider";

/** The chart of gaps beside levels. */
const quadrant = {
  title: (gaps: Counted, both: string | null, neither: string | null): string => {
    const told = [
      both === null ? [] : `${both} became fairer and better`,
      neither === null ? [] : `${neither} became worse and less fair`,
    ].flat();
    return told.length === 0
      ? `${plural(gaps, "gap")}: none clearly moved together with its level`
      : `Of ${plural(gaps, "gap")} on the chart, ${list(told)}`;
  },
  subtitle: (place: string, year: string): string =>
    `Change of the absolute gap (up: narrower) and of the overall level (right: better), in per cent of where each started. ${place}, ${year}.`,
  key: (percent: string): string =>
    [
      "Both scales are in per cent of the figure at the start, and are the same up and across. At 20% narrower, a gap has lost a fifth of its size.",
      `Bars are ${percent} intervals. A bar that crosses a middle line shows no clear change that way; one that reaches the edge goes on beyond it.`,
      "Shapes: a triangle down is cooling, a triangle up heating, a square steady. A diamond is mixed: the relative gap went the other way.",
    ].join(" "),
  corners: {
    "better-narrower": "Level better, gap narrower",
    "worse-narrower": "Level worse, gap narrower",
    "better-wider": "Level better, gap wider",
    "worse-wider": "Level worse, gap wider",
  } satisfies Record<Corner, string>,
  cornerCount: (comparisons: Counted): string =>
    comparisons.n === 0 ? "none here" : plural(comparisons, "comparison"),
  level: (percent: string, better: boolean): string => `${percent} ${better ? "better" : "worse"}`,
  gap: (percent: string, narrower: boolean): string => `${percent} ${narrower ? "narrower" : "wider"}`,
  unmoved: "as it was",
  pointed: (n: string, name: string, since: string, until: string, gap: string, level: string): string =>
    `${n} ${name}, ${since} to ${until}: gap ${gap}, level ${level}`,
  numbered: (n: string, name: string): string => `${n} ${name}`,
  caption: "Change of the gap and of the level, as a share of where each started",
  head: ["Comparison", "Since", "Gap", "Level"],
  description: (comparisons: Counted, corners: readonly { corner: Corner; n: string }[]): string =>
    `${plural(comparisons, "comparison")}: ${corners.map(({ corner, n }) => `${lowerFirst(quadrant.corners[corner])}, ${n}`).join("; ")}.`,
  ends: (top: string, topGap: string, bottom: string, bottomGap: string): string =>
    `At the top: ${top}, gap ${topGap}. At the bottom: ${bottom}, gap ${bottomGap}.`,
  leftOut: {
    "nothing-to-compare": (n: Counted): string => `${plural(n, "has", "have")} no earlier figures to compare with`,
    "not-tested": (n: Counted): string => `${plural(n, "has", "have")} no intervals, so no change can be tested`,
    "no-level": ({ text }: Counted): string => `for ${text} the change of the level can't be told`,
    "no-clear-gap-before": ({ text }: Counted): string => `${text} had no clear gap to start from`,
  },
  notOnChart: (told: readonly string[]): string => `Not on the chart: ${list(told)}.`,
  none: "No comparison can be set on a chart of changes yet.",
};

/** The table of every comparison, and the controls that its script makes. */
const findings = {
  caption: "Figures of the newest period, with intervals in brackets",
  head: {
    indicator: "Indicator",
    theme: "Theme",
    by: "By",
    spark: "Absolute gap over time",
    level: "Level",
    absolute: "Absolute gap",
    relative: "Relative gap",
    change: "Change of the gaps",
    verdict: "Verdict",
  },
  controls: {
    group: "Filter the table",
    all: "All",
    reset: "Show all, in the first order",
    shown: (shown: string, all: string): string => `${shown} of ${all} comparisons shown`,
  },
  levelOf: (of: LevelOf, period: string): string => (of === "groups" ? `average of the groups, ${period}` : period),
  interval: (range: string | null): string => (range === null ? "no interval" : `(${range})`),
  notStraight: "not a straight gradient",
  spark: (
    periods: Counted,
    first: { figure: string; period: string },
    last: { figure: string; period: string },
  ): string =>
    periods.n === 1
      ? `One period: ${last.figure} in ${last.period}.`
      : `${plural(periods, "period")}: ${first.figure} in ${first.period}, ${last.figure} in ${last.period}.`,
  noSpark: "no gap to draw",
};

/** A theme's own page. */
const themePage = {
  description: (title: string, place: string): string =>
    `${title} in ${place}: what is measured, how the gaps are moving, and what cannot be measured yet.`,
  indicators: "What we measure",
  none: "No figures yet.",
  noneMore: "Nothing in this theme can be measured until the data below exist.",
  missing: "What cannot be measured yet",
  missingMore: "An inequality that is not measured is not a sign of equality. These figures would fill the gap.",
  actions: "What is being done",
  actionsMore: "This report measures gaps. What is being done about them is set out here:",
  others: "Other themes",
  level: "Latest level",
  absolute: "Absolute gap",
  relative: "Relative gap",
  spark: "Absolute gap over time",
};

/** An indicator's page. */
const indicatorPage = {
  description: (title: string, headline: string): string => `${title}: ${headline}`,
  inShort: "In short",
  caveats: "What to keep in mind",
  sources: "Where the figures come from",
  from: (publisher: string, period: string): string => `, ${publisher}, ${period}`,
  everyFigure: { before: "Every figure on this page is in ", between: ", under ", after: "." },
  howMeasured: { before: "How gaps are measured stands on the ", link: "method page", after: "." },
  who: "Who stands apart",
  changed: "What has changed",
  rule: (rule: string): string => `The rule that decided: ${rule}`,
  sure: "How sure we are",
  more: "Further detail",
  groups: "How the groups are made",
  level: "Level",
  levelAt: (level: string, period: string): string => `${capital(level)}, ${period}`,
  gap: (type: GapType, measure: string): string => `${charts.gap.name[type]}: ${lowerFirst(measure)}`,
  noteFor: (note: string, groups: readonly string[]): string =>
    groups.length === 0 ? note : `${note} (${list(groups)})`,
};

type Kinds = readonly [string, string, string];

/** The picture of a hundred people. */
const icons = {
  arithmetic: "This is arithmetic, not a forecast.",
  reference: (isPlace: boolean, reference: string): string => (isPlace ? `those ${reference}` : reference),
  title: (outOf: string, people: string, now: string, state: string, changed: string, fewer: boolean): string =>
    `Of every ${outOf} ${people}, about ${now} ${state}. About ${changed} ${fewer ? "fewer" : "more"} would`,
  /** Where figures by group leave some people out. */
  known: (people: string): string => `${people} whose group is known`,
  /** A count that was rounded to nothing need not be nothing. */
  lessThanOne: "fewer than 1",
  subtitle: (reference: string, indicator: string, groups: string, place: string, period: string): string =>
    `If everyone did as well as ${reference}. ${indicator}, ${lowerFirst(groups)}. ${place}, ${period}.`,
  kinds: (fewer: boolean, [first, second, third]: Kinds): Kinds =>
    fewer
      ? [`Still would: ${first}`, `Would no longer: ${second}`, `Do not now: ${third}`]
      : [`Do now: ${first}`, `Would as well: ${second}`, `Still would not: ${third}`],
  picture: (outOf: string, now: string, state: string): string =>
    `A picture of ${outOf} people: about ${now} ${state}.`,
  would: (reference: string, changed: string, fewer: boolean, range: string | null): string =>
    `If everyone did as well as ${reference}, about ${changed} ${fewer ? "fewer" : "more"} would${inBrackets(range)}.`,
  noInterval: (changed: string): string => `No interval is published for the ${changed}.`,
  narrow: (changed: string): string => `The interval of the ${changed} is less than one person wide.`,
  uncertain: (changed: string, range: string): string => `The ${changed} may be anything from ${range}.`,
  caption: (outOf: string, people: string, reference: string, indicator: string, groups: string): string =>
    `Out of ${outOf} ${people}, if everyone did as well as ${reference}: ${lowerFirst(indicator)}, ${lowerFirst(groups)}`,
  head: (outOf: string): string[] => ["People", `Out of ${outOf}`, "Interval"],
  now: "Now",
  changed: (fewer: boolean): string => `${fewer ? "Fewer" : "More"}, if everyone did as well`,
};

/** The maps of areas. */
const map = {
  caption: (indicator: string, areas: string, period: string): string =>
    `${indicator}, by ${lowerFirst(areas)} from A to Z, ${period}`,
  area: "Area",
  place: (name: string, figure: string | null): string => (figure === null ? name : `${name} (${figure})`),
  noEnds: "Where the figures are high and low",
  ends: (highest: string, lowest: string): string => `Highest in ${highest}, lowest in ${lowest}`,
  of: (areas: Counted): string => `A map of ${plural(areas, "area")}.`,
  darker: (better: Better): string =>
    `Darker means a higher figure, which is ${better === "lower" ? "worse" : "better"} here.`,
  blank: (areas: Counted): string => `White with a dashed edge: no figure (${plural(areas, "area")}).`,
  tiles: (areas: string): string =>
    `Each tile is one of the ${areas}, placed roughly where it lies; all tiles have one size.`,
  tileShades: "Tiles of neighbouring shades may differ by chance alone: the table has the intervals.",
  shades: "Neighbouring shades may differ by chance alone: the table has the intervals.",
  unlabelled: (areas: Counted): string =>
    `${plural(areas, "area")} too small for a figure ${areas.n === 1 ? "has" : "have"} it in the table.`,
  boundaries: (source: string): string => `Boundaries: ${source}.`,
};

/** Each group against all the others together. */
const who = {
  names: (labels: readonly string[], others: Counted | null): string =>
    list(others === null ? labels : [...labels, plural(others, "other")]),
  clearly: (worse: string | null, better: string | null): string =>
    `Clearly ${[worse === null ? [] : `worse off than the rest: ${worse}`, better === null ? [] : `better off: ${better}`].flat().join("; ")}`,
  none: "No group differs clearly from all the others together",
  notTestedTitle: "Each group against all the others together: not tested",
  subtitle: (unit: string, indicator: string, groups: string, place: string, period: string): string =>
    `Difference from all the others together (${unit}): ${lowerFirst(indicator)}, ${lowerFirst(groups)}. ${place}, ${period}.`,
  sides: "Right of the line at 0 the group is worse off than all the others together, left of it better off.",
  intervals: (percent: string): string => `Dots are differences, bars their ${percent} intervals.`,
  noIntervals: "Dots are differences; no intervals are published.",
  filled: "A filled dot is a clear difference; a hollow dot may be chance.",
  untested: "Without intervals no difference can be tested.",
  order: (groups: Counted): string =>
    `${plural(groups, "group")} against all the others together, the worst off at the top.`,
  clear: ({ n, text }: Counted): string =>
    `${n === 0 ? "None" : text} of them ${n === 1 ? "differs" : "differ"} clearly.`,
  caption: (unit: string, indicator: string, groups: string, period: string): string =>
    `Difference from all the others together, in ${unit}; above zero the group is worse off. ${indicator}, ${lowerFirst(groups)}, ${period}`,
  head: ["Group", "Difference", "Interval", "Adjusted p"],
  notTested: "not tested",
};

/** What each group adds to a gap and to a change. */
const contributions = {
  title: "Where the gap comes from",
  byGroup: "Group by group",
  part: (name: string, percent: string): string => `${name} (${percent})`,
  spread: (largest: readonly string[], areMost: boolean): string =>
    areMost
      ? `Most of the spread between the groups comes from ${list(largest)}.`
      : `The spread between the groups comes from many of them. The largest parts come from ${list(largest)}.`,
  about: (countsOnce: boolean): string =>
    `A group adds more to the spread the further it lies from the average of the groups${countsOnce ? ". No sizes are known, so each group counts once" : ", and the more people it has"}. The shares include what chance adds.`,
  spreadCaption: (indicator: string, groups: string, period: string): string =>
    `What each group adds to the spread, ${indicator}, ${groups}, ${period}`,
  spreadHead: (unit: string, countsOnce: boolean): string[] => [
    "Group",
    countsOnce ? "Weight" : "Share of people",
    `From the average (${unit})`,
    "Share of the spread",
  ],
  moved: (up: boolean, amount: string): string => `${up ? "up" : "down"} by about ${amount}`,
  change: (all: string, since: string | null): string =>
    `The average of the groups went ${all}${since === null ? "" : ` since ${since}`}.`,
  changeParts: (level: string, composition: string): string =>
    `Changes within the groups alone would have moved it ${level}. Changes in how many people each group has would have moved it ${composition}.`,
  changeCountsOnce: "Each group counts once, so none of this comes from their sizes.",
  changeCaption: (unit: string, indicator: string, groups: string, span: FromTo | null): string =>
    `What each group added to the change of the average (${unit}), ${indicator}, ${groups}${span === null ? "" : `, ${span.from} to ${span.to}`}`,
  changeHead: ["Group", "Its own level changed", "Its share of people changed", "Both"],
  together: "All together",
};

const scaleWords: Record<Scale, string> = { identity: "identity", log: "log", logit: "logit" };

/** Every number that a gap was made from, on the page and for the command explain. Letters and formulas stay as they are. */
const working = {
  title: "The working, number by number",
  about:
    "Every number that this gap was made from, as the command tempcheck explain prints it. The method page has the formulas.",
  caption: (step: string, table: number, indicator: string, groups: string): string =>
    `Working, ${lowerFirst(step)}${table === 0 ? "" : `, table ${table + 1}`}: ${indicator}, ${groups}`,
  heading: (indicator: string, groups: string): string => `${indicator}, by ${groups}`,
  period: (heading: string, label: string, start: string, end: string): string =>
    `${heading}, ${label} (${start} to ${end})`,
  noFigures: "No figures up to the reporting year.",
  values: (unit: string, better: Better, percent: string): string =>
    `Values in ${unit}; ${wayWords[better]} is better; ${percent} intervals.`,
  steps: {
    groups: "1. Groups",
    gap: "2. Gap",
    level: "3. Overall level",
    contributions: "4. Where the gap comes from",
    change: "5. Change",
    changeOf: (from: string, to: string): string => `5. Change, ${from} to ${to}`,
    verdict: (label: string, temperature: Temperature): string =>
      `6. Verdict: ${label} (${temperatures[temperature].word.toLowerCase()})`,
    notes: "Notes",
  },
  head: {
    group: "group",
    numerator: "numerator",
    denominator: "denominator",
    value: (unit: string): string => `value (${unit})`,
    interval: "interval",
    share: "share p",
    ridit: "ridit x",
    point: (scale: Scale): string => `g(y), ${scaleWords[scale]}`,
    error: "s of g(y)",
    fitted: "fitted",
    together: "all together",
    toSpread: "to B: p (y - mu)^2",
    toTheil: "to Theil: 1000 p r ln r",
    toConcentration: "to ACI: 2 p (x - x') (y - mu)",
    levelChanged: "its level changed",
    shareChanged: "its share changed",
    both: "both",
  },
  nonePublished: "none published",
  noInterval: "no interval",
  notComputed: (why: string): string => `Not computed: ${why}`,
  relativeNotComputed: (why: string): string => `Relative gap not computed: ${why}`,
  ladder: (formula: string, middle: string): string =>
    `g(y) = ${formula}; x runs from 0, most disadvantaged, to 1; x' = ${middle}`,
  end: (formula: string, unit: string, end: "most" | "least"): string =>
    `${formula} ${unit}, the ${end} disadvantaged end`,
  lackOfFit: (chiSquared: string, degrees: string, p: string): string =>
    `lack of fit: chi-squared ${chiSquared} on ${degrees} degrees of freedom, ${p}`,
  first: (formula: string, group: string): string => `${formula}, ${group} first`,
  sum: "sum",
  root: (root: string): string => `square root of B = ${root}; no intervals are published, so chance stays in`,
  chance: (formula: string): string => `chance alone: ${formula}`,
  itsRoot: (formula: string, root: string): string => `${formula}; its square root is ${root}`,
  allChance: "chance alone is as large as B, so the typical difference is 0",
  heterogeneity: (q: string, degrees: string, p: string): string => `Q = ${q} on ${degrees} degrees of freedom, ${p}`,
  gap: (name: string, definition: string, raw: string, oriented: string): string =>
    `${name} [${definition}]: raw ${raw}; oriented ${oriented}`,
  notKnown: (why: string): string => `Not known: ${why}`,
  level: (figure: string, published: boolean): string => `${figure}, ${published ? "as published" : "from the groups"}`,
  par: (group: string, par: string, people: string): string => `par = y of ${group} - mu = ${par}; ${people}`,
  split: "change of the groups' mean level, by group:",
  noSplit: (why: string): string => `change of the groups' mean level, by group: not computed. ${why}`,
  noChange: (why: string): string => `None: ${why}`,
  changes: {
    absolute: (text: string): string => `absolute gap: ${text}`,
    relative: (text: string): string => `relative gap: ${text}`,
    overall: (better: Better, text: string): string => `overall level (${wayWords[better]} is better): ${text}`,
    disadvantagedEnd: (text: string): string => `disadvantaged end: ${text}`,
    advantagedEnd: (text: string): string => `advantaged end: ${text}`,
  },
  moved: ({ from, to }: FromTo): string => `${from} to ${to}`,
  untested: (moved: string, why: string): string => `${moved}. ${why}`,
  how: {
    difference: (change: string): string => `change ${change}`,
    log: (ratio: string): string => `ratio of the two ${ratio}`,
    variance: (change: string): string => `change ${change}, tested as a variance`,
  },
  adjusted: (p: string): string => `(${p} among all changes tested)`,
  tested: (moved: string, how: string, test: string, clear: boolean): string =>
    `${moved}; ${how}${test}: ${clear ? "clear" : "not clear"}`,
  note: (id: string, text: string): string => `${id}: ${text}`,
};

/** Every measure of the method for one gap. */
const otherMeasures = {
  title: "Other measures",
  about:
    "Other ways to sum up the same groups, each turned so that more means the disadvantaged are worse off. None of them decides the verdict.",
  meaning: "What they mean",
  caption: (indicator: string, groups: string, period: string): string =>
    `All measures, ${indicator}, ${groups}, ${period}`,
  head: ["Measure", "Value", "Unit", "Interval", "Definition"],
  squared: (unit: string): string => `${unit}, squared`,
  ratio: "ratio",
  none: "none",
};

/** The page of data and sources. */
const sourcesPage = {
  title: "Data and sources",
  description: (datasets: Counted): string =>
    `The ${plural(datasets, "dataset")} behind the report, with publisher, licence, dates and checksums.`,
  lead: (datasets: Counted): string =>
    `${plural(datasets, "dataset stands", "datasets stand")} behind this report. Each is kept as it was received; the checksum shows that nobody changed it since.`,
  all: { before: "All results are in one file, ", after: ". This is build " },
  made: (version: string): string => `, made with tempcheck ${version}.`,
  datasets: "Datasets",
  facts: {
    publisher: "Publisher",
    licence: "Licence",
    period: "Period",
    received: "Received",
    rows: "Rows",
    changes: "What was done to it",
    page: "Publisher's page",
    files: "Files (SHA-256)",
  },
  notes: "Notes",
};

/** The page of what differs from an earlier build. */
const changes = {
  title: "What changed since the earlier report",
  none: "No earlier report was given to compare with. So this one can't say which figures were revised.",
  description: (year: string, build: string): string =>
    `What differs from the report of ${year}, build ${build}: revised figures, new periods, changed verdicts.`,
  compared: (build: string, title: string, year: string): string =>
    `This report was compared with build ${build}: ${title}, ${year}.`,
  summary: {
    nothing: "Nothing differs: the figures, the verdicts and the files are the same.",
    verdicts: (n: Counted): string => `${plural(n, "verdict")} changed.`,
    noVerdict: "No verdict changed.",
    revised: (n: Counted): string =>
      `${plural(n, "figure of an earlier period was", "figures of earlier periods were")} revised.`,
    held: (n: Counted): string =>
      `In ${plural(n, "period")} of an indicator something differs. It is not shown, because some figures are held back to protect people.`,
    newPeriods: (n: Counted): string => `${plural(n, "new period")} came in, counted once for each indicator.`,
    gonePeriods: (n: Counted): string => `${plural(n, "period of a breakdown is", "periods of breakdowns are")} gone.`,
    newIndicators: (n: Counted): string => `${plural(n, "indicator is", "indicators are")} new.`,
    goneIndicators: (n: Counted): string => `${plural(n, "indicator is", "indicators are")} gone.`,
    breakdowns: "Some breakdowns are new or gone.",
    groups: "Some groups are new or gone.",
    appeared: (n: Counted): string =>
      `${plural(n, "figure that had been missing is", "figures that had been missing are")} there now.`,
    disappeared: (n: Counted): string => `${plural(n, "earlier figure is", "earlier figures are")} missing now.`,
    files: (n: Counted): string =>
      `${plural(n, "file of data or definitions differs", "files of data or definitions differ")}.`,
    made: "How the report is made differs.",
  },
  headings: {
    verdicts: "Verdicts that changed",
    revised: "Revised figures",
    held: "Not repeated here",
    coverage: "New, and gone",
    made: "How the report was made",
    inputs: "Files that differ",
  },
  captions: {
    verdicts: "Each of them before and now, and why",
    made: "Versions and settings, before and now",
    inputs: "First twelve digits of each file's checksum (SHA-256), before and now",
    breakdown: (indicator: string, dimension: string): string => `${indicator}, ${lowerFirst(dimension)}`,
  },
  heads: {
    verdicts: ["Indicator", "By", "Before", "Now", "Why"],
    revised: ["Figure", "Period", "Before", "Now", "Difference"],
    made: ["What", "Before", "Now"],
    inputs: ["File", "Before", "Now"],
  },
  notRepeated: "not repeated",
  heldMeaning:
    "Some figures of these periods are held back to protect people, here or in the earlier report. Earlier figures of the same period are not repeated. Together they might give a small number of people away.",
  causes: {
    "new-period": "a new period came in",
    "new-baseline": "it is measured from another period",
    "revised-data": "figures were revised",
    definition: "the definition of the indicator changed",
    method: "the method or its settings changed",
    program: "the program has a new version",
    unknown: "we can't tell why",
  } satisfies Record<Cause, string>,
  because: (causes: readonly string[]): string => capital(list(causes)),
  reading: {
    all: "Earlier figure, figure now, and the difference. The greatest differences come first.",
    some: (all: Counted, shown: string): string =>
      `Earlier figure, figure now, and the difference. Of ${plural(all, "revised figure")} the ${shown} greatest are shown; all of them stand in changes.json.`,
  },
  cells: { overall: "Overall level", absolute: "Absolute gap", relative: "Relative gap" },
  difference: {
    tooSmall: "too small to show",
    intervalOnly: "the interval only",
    more: (amount: string): string => `${amount} more`,
    less: (amount: string): string => `${amount} less`,
  },
  coverage: {
    indicatorsAdded: "New indicators",
    indicatorsDropped: "Indicators that are gone",
    breakdownsAdded: "New breakdowns",
    breakdownsDropped: "Breakdowns that are gone",
    periodsAdded: "New periods",
    periodsDropped: "Periods that are gone",
    groupsAdded: "New groups",
    groupsDropped: "Groups that are gone",
    appeared: "Figures that were missing before",
    disappeared: "Figures that are missing now",
  },
  gathered: (name: string): string => `${name}: `,
  inPeriod: (name: string, period: string): string => `${name} ${period}`,
  settings: {
    method: "Version of the method",
    confidence: "Confidence of the intervals",
    materiality: "Least change that counts, as a share",
    reliable_denominator: "Smallest group that may be named best or worst off",
  },
  version: (name: string): string => `Version of ${name}`,
  versions: "What the report was made with",
  notThere: "not there",
  same: "The method, its settings and the program are the same.",
  definitions: {
    added: (ids: readonly string[]): string => `New definitions of measures: ${list(ids)}.`,
    dropped: (ids: readonly string[]): string => `Definitions of measures that are gone: ${list(ids)}.`,
  },
  file: "All differences as data: ",
};

type Clarity = "worse" | "worse-untested" | "unclear" | "better-untested" | "better";
const mayBeChance = "No test of these differences can be made, so some of them may be chance.";

/** How many indicators stand where; null where none do. */
interface Standings {
  worse: string | null;
  better: string | null;
  unclear: string | null;
}

/** The pages of communities and areas. */
const people = {
  title: (communities: boolean, areas: string | null): string =>
    capital([communities ? ["Communities"] : [], areas === null ? [] : [areas]].flat().join(" and ")),
  lead: (place: string, areas: string | null): string =>
    `Find your community${areas === null ? "" : `, or one of the ${areas},`} and see every figure this report has for it, beside the rest of ${place}.`,
  description: (place: string): string =>
    `Every community and every part of ${place} that this report has figures for, with a page of its own.`,
  /** How to take the counts of the overview. */
  reading:
    "“Clearly” means that chance alone would hardly make such a difference. The counts say on how many indicators that is so. They are no score: indicators are not of equal weight, and nobody is to blame for a figure.",
  communities: "Communities",
  otherCommunities: "Other groups",
  communitiesCaption: "Communities, and how many indicators say what of each",
  areasCaption: (title: string): string => `${title}, from A to Z`,
  overview: {
    community: "Community",
    residents: "Residents",
    figures: "Indicators",
    worse: "Clearly worse off",
    better: "Clearly better off",
    unclear: "No clear difference",
    untested: "Not tested",
  },
  nothingMeasured: "nothing measured",
  clarities: {
    worse: { heading: "Clearly worse off", word: "Clearly worse", meaning: null },
    "worse-untested": {
      heading: "Worse off in the figures, not tested",
      word: "Worse, not tested",
      meaning: mayBeChance,
    },
    unclear: {
      heading: "No clear difference",
      word: "No clear difference",
      meaning: "These differences are nothing, or no larger than chance might make them.",
    },
    "better-untested": {
      heading: "Better off in the figures, not tested",
      word: "Better, not tested",
      meaning: mayBeChance,
    },
    better: { heading: "Clearly better off", word: "Clearly better", meaning: null },
  } satisfies Record<Clarity, { heading: string; word: string; meaning: string | null }>,
  profile: {
    nothing: (who: string): string =>
      `This report has no figure for ${who}. That is not a sign of equality: nobody has measured it here.`,
    shown: (indicators: Counted, who: string): string =>
      `${capital(plural(indicators, "indicator"))} of this report ${indicators.n === 1 ? "has" : "have"} figures for ${who}.`,
    beside: (many: boolean, { worse, better, unclear }: Standings): string =>
      `Beside the rest, ${many ? "they are" : "it is"} ${list(
        [
          worse === null ? [] : `clearly worse off on ${worse}`,
          better === null ? [] : `clearly better off on ${better}`,
          unclear === null ? [] : `not clearly different on ${unclear}`,
        ].flat(),
      )}.`,
    untested: (all: string, worse: string, better: string): string =>
      `On ${all}, a difference is published that cannot be tested (${worse} worse off, ${better} better off).`,
    alone: (n: string): string => `On ${n}, there is nothing to compare with.`,
    description: (who: string, place: string, lead: string): string =>
      `What the figures say about ${who}, beside the rest of ${place}. ${lead}`,
  },
  /** Whom a group is compared with, to follow "than". */
  whom: {
    place: (place: string): string => `in ${place} as a whole`,
    wholePlace: (place: string): string => `${place} as a whole`,
    plainAverage: "the plain average of the groups",
    groups: "groups",
    others: (others: string): string => `all the other ${others} together`,
    averageOfOthers: (others: string): string => `the plain average of the other ${others}`,
    rest: "the rest",
  },
  same: "about the same",
  sameShort: "the same",
  difference: (amount: string, way: Way): string => `${amount} ${wayWords[way]}`,
  sameAs: (whom: string): string => `about the same as ${whom}`,
  than: (difference: string, whom: string): string => `about ${difference} than ${whom}`,
  own: (period: string, measure: string, figure: string, where: string): string =>
    `${capital(when(period))}, ${measure} was ${figure} ${where}.`,
  beside: (amount: string, range: string | null): string => `That is ${amount}${inBrackets(range)}.`,
  besideUnclear: (amount: string, range: string | null): string =>
    `That is not clearly different: ${amount}${inBrackets(range)}.`,
  rank: (among: string, end: "highest" | "lowest", of: string, areas: string): string =>
    `It is among the ${among} ${end} of ${of} ${areas}.`,
  earlier: {
    onePeriod: "There is one period only, so we can't tell how it has changed.",
    none: "No earlier figure can be compared with it.",
    was: (period: string, figure: string, amount: string | null): string =>
      `${capital(when(period))} it was ${figure}${amount === null ? "" : `: ${amount}`}.`,
    reading:
      "Earlier figures stand beside the newest ones. Whether a single group has changed is not tested here, so small changes may be chance.",
  },
  levels: {
    sentence: (period: string, measure: string, figure: string): string =>
      `${capital(when(period))}, ${measure} was ${figure}.`,
    heading: "Figures for these people alone",
    meaning: "These indicators count nobody else, so there is nothing in them to compare with.",
  },
  figures: {
    heading: "All figures",
    caption: (who: string): string => `Newest figures for ${who}, beside others`,
    shortHead: ["Indicator", "Period", "Figure", "Compared with", "Difference", "Adjusted p"],
    head: ["Indicator", "Period", "Figure", "Interval", "Compared with", "Difference", "Its interval", "Adjusted p"],
    pReading:
      "Adjusted p: how often chance alone would make so large a difference, adjusted for the number of groups compared. Below 0.05 a difference is called clear. Two groups have no adjusted p: there the interval decides, and it must leave out zero.",
    byInterval: "by its interval",
    against: (whom: string, level: string): string => `${capital(whom)}: ${level}`,
  },
  counted: { heading: "Who is counted", as: (dimension: string, label: string): string => `${dimension}: ${label}` },
  without: {
    heading: "What this report cannot say",
    lead: (indicators: Counted, who: string): string =>
      `${capital(plural(indicators, "indicator"))} of this report ${indicators.n === 1 ? "has" : "have"} no figure for ${who}. What is missing everywhere, and what would fill the gaps, stands on the page of data gaps.`,
    otherGroups: (dimensions: readonly string[]): string =>
      `Broken down by ${list(dimensions.map(lowerFirst))}, which does not tell these people apart.`,
    otherwise: "Not broken down in this way here.",
    noAreas: (area: string): string => `No figures by ${area} in this report.`,
    noFigure: "No figure.",
  },
  quantile: (dimension: string, label: string, place: string | null): string =>
    `${dimension}: ${lowerFirst(label)}${place === null ? "" : ` of ${place}`}.`,
  livesHere: "Who lives here",
  population: (count: string, people: string): string => `${count} ${people} live here.`,
  contextCaption: (title: string, name: string): string => `${title} of the people of ${name}`,
  contextHead: (title: string, people: string, areas: string): string[] => [
    title,
    capital(people),
    "Share here",
    `Share in all ${areas}`,
  ],
  source: "Source: ",
  chart: {
    noDifference: "No clear difference from the rest on any indicator",
    title: (worse: string, indicators: Counted, better: string): string =>
      `Clearly worse off on ${worse} of ${plural(indicators, "indicator")}, clearly better off on ${better}`,
    subtitle: (name: string, areas: string, place: string, area: string): string =>
      `${name} beside all the other ${areas} together. ${place}, newest figures. 1 is the usual distance of a ${area} from the average.`,
    row: (indicator: string, difference: string, word: string): string =>
      `${indicator}: ${difference}, ${lowerFirst(word)}`,
    description: (name: string, rows: readonly string[]): string =>
      `${name} beside the rest, the clearest disadvantage first. ${rows.join(". ")}.`,
    key: (percent: string): string =>
      `Dots show how far it is from the rest, bars the ${percent} intervals. A filled dot is a clear difference. The figures beside them are in each indicator's own unit.`,
    notDrawn: (areas: string, indicators: readonly string[]): string =>
      `Not drawn, because ${areas} differ no more than chance might make them or the spread is unknown: ${list(indicators)}.`,
    better: "better off",
    worse: "worse off",
  },
};

/** What people wrote about an indicator. */
const commentary = {
  title: "Commentary",
  about:
    "These words are the view of their author. The figures and sentences elsewhere on this page are worked out from the data; these are not.",
  signature: (author: string, role: string | null): string => (role === null ? author : `${author}, ${role}`),
};

/** The list of data files. */
const downloads = {
  title: "Download the data",
  lead: "The figures behind this page, to check or use again. CSV opens in any spreadsheet. Parquet and Arrow are for analysts.",
  allTables: (count: string): string => `All ${count} tables`,
  size: (size: string): string => `(${size})`,
  formats: {
    CSV: "CSV",
    Parquet: "Parquet",
    Arrow: "Arrow",
    JSON: "JSON",
    CSVW: "CSVW",
    XLSX: "Excel",
    ODS: "OpenDocument",
  } satisfies Record<Download["format"], string>,
  named: (title: string, format: string): string => `${title} (${format})`,
  /** What is in a file. */
  holds: {
    workbook: { title: "Workbook", about: "The main tables, one on each sheet, with notes." },
    results: { title: "All results", about: "Every figure of the report in one file, for programs." },
    tables: { title: "All of these tables", about: "In one file, for programs." },
    columns: { title: "What the columns mean", about: "Describes every column of the CSV files, for programs." },
    figure: { title: "Figures", about: "Each group in each period, with its interval." },
    observation: { title: "Counts", about: "How many were counted in each group, and out of how many." },
    estimate: { title: "Estimates", about: "Each group's figure with its interval and its place on the fitted line." },
    gap: { title: "Gaps", about: "The absolute and the relative gap in each period." },
    change: { title: "Changes", about: "How gaps and levels changed, and how sure we are." },
    verdict: { title: "Verdicts", about: "The verdict on each breakdown, and the rule that decided." },
    source: { title: "Sources", about: "Each file of data as it was received, with its checksum." },
    supporting_measure: { title: "Other measures", about: "Every other way to measure the gap." },
    head_count: {
      title: "Head-counts",
      about: "How many people it comes to if everyone did as well as the best-off group.",
    },
    contribution: { title: "Contributions", about: "What each group adds to the spread between the groups." },
    change_contribution: {
      title: "Contributions to change",
      about: "What each group adds to the change of the groups' average.",
    },
    theme: { title: "Themes", about: "The themes of the report." },
    indicator: { title: "Indicators", about: "What each indicator asks, with its unit and its sources." },
    dimension: { title: "Breakdowns", about: "How people and places are grouped." },
    dimension_group: { title: "Groups", about: "The groups of each breakdown." },
    community: { title: "Communities", about: "Which groups of the sources each community is." },
    area_context: { title: "Who lives where", about: "The people of each area, by group." },
    data_gap: { title: "Who is counted", about: "What is measured for which people, and why not where it is not." },
    missing_data: { title: "What cannot be measured yet", about: "Theme by theme, with the data that would help." },
    measure: { title: "Measures", about: "How each measure is worked out, and where it comes from." },
  } satisfies Record<Download["holds"], { title: string; about: string }>,
  report: (title: string, year: string): string => `${title} ${year}`,
  page: (title: string, report: string): string => `${title}: ${report}`,
  source: (title: string, period: string, publisher: string): string =>
    `${title}, ${period}. Published by ${publisher}.`,
  version: (year: string, build: string): string => `${year}, build ${build}`,
};

/**
 * What data files say of themselves: each table and each column stands in English beside what fills it. Another
 * language looks it up by the table's name and the column's.
 */
const dataFiles = {
  title: (_table: TableName, english: string): string => english,
  grain: (_table: TableName, english: string): string => english,
  columnTitle: (_table: TableName, _column: string, english: string): string => english,
  columnAbout: (_table: TableName, _column: string, english: string): string => english,
  all: "All tables",
  aboutAll: (place: string): string => `Every figure of the report on inequality in ${place}.`,
  aboutArea: (area: string, all: string): string => `What the report says of ${area}, beside all ${all}.`,
};

interface Cover {
  place: string;
  publisher: string;
  contact: string | null;
  url: string | null;
  licence: { title: string; url: string };
  figures: { from: string; to: string };
  received: string;
  build: string;
}

/** The workbook. */
const workbook = {
  /** Names of its sheets, without spaces so that formulas can use them. */
  sheets: {
    cover: "Cover",
    contents: "Contents",
    notes: "Notes",
    verdict: "Verdicts",
    gap: "Gaps",
    change: "Changes",
    head_count: "Head_counts",
    contribution: "Contributions",
    change_contribution: "Contributions_to_change",
    data_gap: "Who_is_counted",
    missing_data: "Missing_data",
    measure: "Measures",
    source: "Sources",
  },
  titles: {
    cover: "What this workbook is",
    contents: "Contents",
    notes: "Notes",
    verdict: "Verdicts on each breakdown",
    gap: "Gaps in each period",
    change: "How gaps and levels changed",
    figures: (indicator: string): string => `${indicator}: figures for each group and period`,
    head_count: "Head-counts: if everyone did as well as the best-off group",
    contribution: "What each group adds to the spread between the groups",
    change_contribution: "What each group adds to the change of the groups' average",
    data_gap: "Who is counted: each indicator and characteristic",
    missing_data: "What cannot be measured yet",
    measure: "How each gap is measured",
    source: "The data that the report is made from",
  },
  oneTable: "This worksheet holds one table. Its column headings are in the last row above the figures.",
  blanks: "Some cells hold a shorthand, such as [x], in place of a figure. The Notes worksheet explains it.",
  notesMarked: "Notes are shown as a number in square brackets. The Notes worksheet explains them.",
  intervals: (confidence: string): string =>
    `Lower and upper limits show how sure we are: they are ${confidence} confidence limits.`,
  headCountsRead:
    "A head-count is arithmetic, not a forecast. A difference below 0 means that there would be so many fewer.",
  spreadRead: "Shares of the spread add up to 1 in each breakdown and period. They include what chance adds.",
  changeRead: "Levels and sizes of all groups together add up to the change of the groups' average.",
  gapsRead: "A gap above 0, or a ratio above 1, means that the disadvantaged are worse off.",
  restRead: "A difference from the rest above 0 means that the group is worse off than all the others together.",
  source: (title: string, publisher: string): string => `Source: ${title}, ${publisher}.`,
  unit: (unit: string, better: Better): string =>
    `The unit of the estimates is: ${unit}. For this indicator, ${better} is better.`,
  contents: {
    lead: "This worksheet holds one table. It lists the worksheets, with a link to each.",
    headers: { sheet: "Worksheet", holds: "What it holds" },
  },
  notes: {
    about: "What shorthand and notes mean",
    lead: "This worksheet holds one table. It explains the shorthand and the notes.",
    headers: { mark: "Shorthand or note", means: "What it means" },
  },
  noteMark: (number: number): string => `[note ${number}]`,
  note: (label: string, meaning: string): string => `${label}. ${meaning}`,
  /** Shorthand for cells without a figure, as the Government Analysis Function recommends it. */
  shorthand: {
    "[b]": "Break in the series: figures before and after cannot be compared.",
    "[c]": "Confidential: held back so that no person can be recognised.",
    "[u]": "Low reliability: too few people or events for a figure that can be trusted.",
    "[x]": "Not available.",
    "[z]": "Not applicable: no figure can be expected here.",
  },
  yes: "Yes",
  no: "No",
  /** One of the few words that a column can hold. */
  word: (_column: string, id: string): string => capital(id.replaceAll("-", " ")),
  /** What stands on the first sheet, below the title. */
  cover: ({ place, publisher, contact, url, licence, figures, received, build }: Cover): string[] => [
    `Inequality in ${place}: the gaps between groups of people and areas, how they changed, and how sure we are.`,
    `Published by: ${publisher}`,
    ...(contact === null ? [] : [`Contact: ${contact}`]),
    ...(url === null ? [] : [`Report: ${url}`]),
    `Figures are for periods from ${figures.from} to ${figures.to}. The latest data were received on ${received}.`,
    `Licence: ${licence.title}, ${licence.url}`,
    `Build: ${build}`,
    "The Contents worksheet lists what is in this workbook. The Notes worksheet explains shorthand and notes.",
    "Each other worksheet holds one table. Figures are not rounded; the cells show fewer decimals than they hold.",
  ],
};

type MeasureOrder = "ordered" | "pair" | "unordered";

/** The method page. Measures print their name, reading, formula and source from the objects that compute them. */
const methodPage = {
  title: "Method",
  description: "How gaps and their changes are measured, and how the verdicts are reached.",
  lead: (version: string): string =>
    `The same rules hold for every subject, every group and every year. Nobody chooses a measure or a verdict by hand. This is version ${version} of the method.`,
  steps: {
    title: "What is worked out each time",
    list: [
      "An estimate with its interval for each group.",
      "One absolute gap and one relative gap, chosen only by the kind of groups. They are always shown together.",
      "The overall level beside the gap.",
      "The change of all three between two periods that share no day, with a test.",
      "One verdict, from a table.",
    ],
    oriented: (percent: string, reliable: string): string =>
      `Every gap is turned so that above equality the disadvantaged side is worse off, whichever way the indicator runs. Intervals are at the ${percent} level. Groups with a denominator below ${reliable} are never named best- or worst-off.`,
  },
  charts: {
    title: "How to read each chart",
    lead: "Under every chart stand its figures as a table. In every chart a longer bar round a dot means that we are less sure.",
    list: [
      {
        name: "Groups as dots",
        text: "Each row is a group. The dot is its figure and the bar its interval. A dashed line shows the level for everyone. Where groups have an order, a sloping line is fitted through all of them, and its two ends are diamonds: the gap is the distance between them.",
      },
      {
        name: "Lines over time",
        text: "Each line is a group and the shaded band its interval. The dashed line is the level for everyone. A line stops where the series breaks. Periods that overlap are not joined.",
      },
      {
        name: "The gap over time",
        text: "Each dot is the gap in one period and the bar its interval. The line of no gap is marked. Above it the disadvantaged side is worse off. If the bars of two periods overlap by a lot, the gap may not have changed.",
      },
      {
        name: "Gaps as published",
        text: "Purple diamonds are gaps that a publisher worked out in its own way. They stand beside ours and are not tested.",
      },
      {
        name: "The thermometer strip",
        text: "One sign for each comparison, sorted by temperature. The shape says the same as the colour: down for cooling, up for heating, a square for steady.",
      },
      {
        name: "The four quarters",
        text: "Each dot is one comparison. Further right, the level got better. Further up, the gap got smaller. So the top right is best: fairer and better. Bars that cross a middle line mean that we can't tell which side the dot belongs to.",
      },
      {
        name: "Small lines in the table",
        text: "Each small line is the absolute gap in every period, with its last point marked. Its height is its own, so compare its shape with others and not its size.",
      },
      {
        name: "Who stands apart",
        text: "Each row is a group set against all the others together, the worst-off first. Zero means no difference. A bar that stays clear of zero is a clear difference on its own; a filled dot is one that stays clear when all groups are tested together.",
      },
      {
        name: "The map of tiles",
        text: "Each tile is a ward, near where it lies in the city, and all are the same size so that small wards can be seen. Darker means a higher figure. The figure stands in the tile or in the table below.",
      },
      {
        name: "The map of areas",
        text: "Where outlines are there, areas are drawn in their true shape. Large areas catch the eye though few people may live there: read the table as well.",
      },
      {
        name: "A hundred people",
        text: "Each figure stands for one person in a hundred. Marked ones are those whose lot would differ if everyone did as well as the best-off group. It is arithmetic, not a forecast.",
      },
    ],
  },
  estimates: {
    title: "Estimates",
    caption: "Kinds of figure and their intervals",
    head: ["Kind", "Value", "Interval", "Worked on the scale"],
    rows: [
      ["Proportion", "number out of a number", "Wilson score (1927)", "logit"],
      ["Rate", "events over person-years", "exact Poisson below 10 events, Byar from 10 on", "logarithm"],
      [
        "Age-standardised rate",
        "rates of the age bands, weighted by the European Standard Population 2013 or the standard among the indicator's sources; none below 10 events",
        "Dobson and others (1991) on exact or Byar limits of the count",
        "logarithm",
      ],
      [
        "Age-standardised rate, published",
        "as published; none below 10 events",
        "as published (Dobson and others, 1991)",
        "logarithm",
      ],
      ["Mean", "mean of the sample", "Student's t", "as it is"],
      [
        "Life expectancy",
        "abridged life table of 20 age bands (Chiang II); none for 5,000 people or fewer, for more deaths than people in a band, or where the 95% interval is wider than 20 years",
        "Chiang, the oldest band after Silcocks and others (2001)",
        "as it is",
      ],
      ["Published", "as published", "as published, or none", "stated with each indicator"],
    ],
  },
  gaps: {
    title: "Gaps",
    orders: {
      ordered: {
        title: "Groups with an order, such as fifths by deprivation",
        text: "Each group stands on a ladder from 0, the most disadvantaged person, to 1, the least: at the middle of its share of the population. A line is fitted through all groups, weighted by their size. The gap is between its two ends, so every group counts and not only the outer two.",
      },
      pair: {
        title: "Two groups",
        text: "The two are compared directly. Which side is disadvantaged is declared, not guessed.",
      },
      unordered: {
        title: "Three or more groups without an order, such as ethnic groups or wards",
        text: "Small groups swing by chance and must not make a place look unequal. So the part of the differences that chance alone would make is taken out. The gap is computed when at least 85% of the population is covered.",
      },
    } satisfies Record<MeasureOrder, { title: string; text: string }>,
    notUsed: "(not used in this report)",
    doi: (citation: string, doi: string | null): string => (doi === null ? citation : `${citation}, doi:${doi}`),
  },
  supporting: {
    title: "Supporting measures",
    lead: "For readers who want another view. None of them decides a verdict. Intervals come from the same errors (delta method).",
  },
  beside: {
    title: "Beside the gap",
    list: [
      "Overall level: the published one where there is one, else added up from the groups.",
      "Lack of fit: whether the groups lie along one line (chi-squared on k − 2 degrees of freedom). Below p = 0.05 the gap carries the note “not a straight gradient”.",
      "Heterogeneity: whether groups without an order differ at all beyond chance (Cochran's Q).",
      "Who stands apart: each group against all the others together, with p values adjusted over the groups (Benjamini and Hochberg).",
      "Head-count: how many people it comes to if everyone had the level of the least disadvantaged group, or of the best reliable one. It is arithmetic, not a forecast, and says nothing about why.",
    ],
  },
  change: {
    title: "Change",
    list: [
      "Two periods that share any day are never compared. The baseline is the declared one, or the latest earlier period that does not overlap.",
      "A break in the series, such as a new definition, stops the comparison across it.",
      "Changes of differences and levels are tested as differences, changes of ratios as differences of logs, changes of a typical difference on its square (the adjusted variance).",
      "A change is clear when its two-sided p value is below 0.05.",
      "All changes of gaps in one report are adjusted together (Benjamini and Hochberg). A clear change that does not survive keeps its verdict and carries the note “may be chance”.",
      "With every “no clear change” stands the smallest change that would have been found four times in five.",
      "Trend: with four or more periods that do not overlap, a line through the gaps weighted by their certainty; its error is widened where the gaps scatter more than their intervals allow.",
      "Where a source publishes no intervals, gaps are shown and their change is not tested.",
    ],
    tests: (tests: string): string => `In this report ${tests} changes of gaps were tested.`,
    materiality: (percent: string): string =>
      `A change must also be at least ${percent} of the baseline to count as clear.`,
  },
  verdict: {
    title: "Verdict",
    lead: "A gap is narrowing when the absolute or the relative gap clearly narrows and the other does not clearly widen; widening likewise. Where one clearly narrows and the other clearly widens the verdict is mixed. Where either period has no gap, or nothing can be tested, it is not enough data, with the reason.",
    caption: "The verdict, by what the gap and the overall level do",
    head: ["Gap", "Level improving", "No clear change", "Level worsening"],
    rows: [
      { gap: "Narrowing", verdicts: ["fairer-and-better", "fairer", "fairer-but-worse"] },
      { gap: "No clear change", verdicts: ["better-gap-unchanged", "no-clear-change", "worse-gap-unchanged"] },
      { gap: "Widening", verdicts: ["better-but-less-fair", "less-fair", "worse-and-less-fair"] },
    ] as { gap: string; verdicts: Verdict["id"][] }[],
    temperature: "Temperature",
  },
  groups: {
    title: "Groups in this report",
    ranking: { local: "(local ranking)", national: "(national ranking)" },
    list: (labels: readonly string[]): string => `Groups: ${list(labels)}`,
  },
  notes: {
    title: "Notes beside figures",
    markers: (told: readonly string[]): string =>
      `Where a figure is missing, tables carry the shorthand of the Government Statistical Service: ${list(told)}.`,
    marker: (marker: string, meaning: string): string => `${marker} ${meaning}`,
  },
  disclosure: {
    title: "Protecting people",
    none: "This report holds back no count.",
    policy: (most: string, suppressed: Counted): string =>
      `Where the policy applies, counts from 1 to ${most} are not published. ${plural(suppressed, "count was", "counts were")} held back by this report.`,
    publishers: (held: Counted): string => `Publishers held back ${plural(held, "figure")}.`,
    rounded: (to: string): string => `Published counts are rounded to a multiple of ${to}.`,
  },
  silent: {
    title: "What is decided where the method is silent",
    list: [
      "Some published figures have a limit at the very edge of what is possible. Their standard error comes from the other limit alone.",
      "The limits of a fitted line's ends are turned back from the working scale, so that no share is below 0% or above 100%.",
      "Groups without an order and without intervals cannot be corrected for chance. Their plain spread is shown, under a definition id of its own.",
      "Where a change must be of a certain size to count, ratios are judged on the scale of their test and everything else as shown.",
      "The year in which a target is reached has an interval (Fieller). If the trend is not clear, it has no last year.",
      "The newest period with figures is always the current one. If it has no gap, the verdict is “not enough data”, even if an older period has one.",
    ],
  },
  differences: {
    title: "Where this differs from other systems",
    list: [
      "“Relative index of inequality” has at least four meanings in use. Scotland's is the slope index divided by the average. The NHS Outcomes Framework's is the highest over the lowest fitted end. Ours is the ratio of the two ends. So a definition id goes with every figure.",
      "The Office for Health Improvement and Disparities (PHEindicatormethods 2.1.0) gives the same slope index and relative index. It finds their limits by simulation, which differs a little each time; ours come from a formula and do not. Where values are transformed, it holds the middle of the line fixed and we do not.",
      "The World Health Organization's healthequal 1.0.1 weights both indices by population twice. Its limits for the Theil index, the mean log deviation and the attributable fraction are far too narrow: they hold the true figure about once in a hundred times, not 95 times. All its other figures agree with ours.",
      "healthequal also guesses the scale of a figure from its size. Here each indicator declares it.",
      "The Scottish Public Health Observatory removes the sign of limits. Here no limit loses its sign, so a gap that might run the other way is seen to.",
    ],
  },
};

/** The report's other forms: in one file, on paper, and as a card. */
const gapOnCard: Record<"ordered" | "pair" | "unordered", string> = {
  ordered: "The gap, from end to end of the fitted line",
  pair: "The gap",
  unordered: "Typical difference from the average",
};

const forms = {
  contents: "Contents",
  skipToContents: "Skip to the contents",
  atAGlance: "At a glance",
  aboutSingleFile: "This is the whole report in one file. It needs no network. You can keep it, send it and print it.",
  publishedBy: (publisher: string, build: string): string => `Published by ${publisher}. Build ${build}.`,
  /** Name of the report and its year, across a card. */
  cardTitle: (title: string, year: string): string => `${title} ${year}`,
  by: (dimension: string): string => `By ${lowerFirst(dimension)}`,
  /** What the big figure of a card is. */
  gap: (type: keyof typeof gapOnCard, isClear: boolean): string =>
    isClear ? gapOnCard[type] : `${gapOnCard[type]}; no clear gap`,
  cannotTell: "We can't tell",
  interval: (level: string, range: string | null): string =>
    range === null ? writing.noRange : `${level}% interval: ${range}`,
  caption: (measure: string, unit: string, period: string): string =>
    [capital(measure), ...(unit === "%" || unit === "" ? [] : [unit]), period].join(", "),
  noFigure: "no figure",
  source: ({ place, period, publishers, build }: Record<"place" | "period" | "publishers" | "build", string>): string =>
    `${place}, ${period}. Source: ${publishers}. Build ${build}.`,
  altTitle: (report: string, title: string, by: string): string => `${report}: ${title}, ${lowerFirst(by)}.`,
  altVerdict: (label: string, temperature: string | null): string =>
    `Verdict: ${lowerFirst(label)}${temperature === null ? "" : `, ${lowerFirst(temperature)}`}.`,
  altChart: (caption: string, rows: readonly string[]): string => `${caption}: ${rows.join("; ")}.`,
};

export const enGB = {
  writing,
  method,
  groups,
  headline,
  state,
  levels,
  change,
  verdict,
  shortChange,
  trend,
  pace,
  certainty,
  charts,
  summary,
  gaps,
  explore,
  people,
  page,
  glance,
  quadrant,
  findings,
  themePage,
  indicatorPage,
  icons,
  map,
  who,
  contributions,
  working,
  otherMeasures,
  sourcesPage,
  changes,
  commentary,
  downloads,
  dataFiles,
  workbook,
  notes,
  markers,
  temperatures,
  methodPage,
  forms,
};
