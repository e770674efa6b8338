import { SIGNIFICANCE } from "../../model.ts";
import { type Counted, capital, list, lowerFirst, plural } from "../english.ts";
import type { Clarity, Way } from "../vocabulary.ts";
import { inBrackets, wayWords, when } from "./phrases.ts";

/** The pages of communities and areas. */

const mayBeChance = "No test of these differences can be made, so some of them may be chance.";

/** The pages of communities and areas. */
export const people = {
  title: (communities: boolean, areas: string | null): string =>
    capital([communities ? ["Communities"] : [], areas === null ? [] : [areas]].flat().join(" and ")),
  lead: (place: string, areas: string | null): string =>
    `Find your community${areas === null ? "" : `, or one of the ${areas},`} and see every figure this report has for it, beside the rest of ${place}.`,
  description: (place: string): string =>
    `Every community and every part of ${place} that this report has figures for, with a page of its own.`,
  /** How to take the counts of the overview. */
  reading:
    "“Clearly” means that chance alone would hardly make such a difference. The counts say on how many indicators that is so. Modelled figures, and parts of another indicator, are in the first column alone. They are no score: indicators are not of equal weight, and nobody is to blame for a figure.",
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
    different: "Clearly different",
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
    different: {
      heading: "Clearly different",
      word: "Clearly different",
      meaning: "These figures are neither good nor bad in themselves, so a difference is no verdict.",
    },
    "different-untested": {
      heading: "Different in the figures, not tested",
      word: "Different, not tested",
      meaning: mayBeChance,
    },
    unclear: {
      heading: "No clear difference",
      word: "No clear difference",
      meaning: "Chance alone could make differences as small as these.",
    },
    "better-untested": {
      heading: "Better off in the figures, not tested",
      word: "Better, not tested",
      meaning: mayBeChance,
    },
    better: { heading: "Clearly better off", word: "Clearly better", meaning: null },
    modelled: {
      heading: "Modelled, not counted",
      word: "Modelled",
      meaning:
        "A model made these figures. How far it may be wrong is not known, so nobody is called better or worse off.",
    },
  } satisfies Record<Clarity, { heading: string; word: string; meaning: string | null }>,
  profile: {
    nothing: (who: string): string =>
      `This report has no figure for ${who}. That is not a sign of equality: its figures are not broken down in that way.`,
    description: (who: string, place: string, lead: string): string =>
      `What the figures say about ${who}, beside the rest of ${place}. ${lead}`,
  },
  /** Figures of another place than that of the report. */
  inPlace: (where: string, place: string): string => `${where} in ${place}`,
  ofPlace: (title: string, place: string): string => `${title} (${place})`,
  /** How few people a figure is of. */
  few: (size: string, people: string): string => `The figure is of ${size} ${people} only.`,
  /** Whom a group is compared with, to follow "than". */
  whom: {
    place: (place: string): string => `in ${place} as a whole`,
    wholePlace: (place: string): string => `${place} as a whole`,
    plainAverage: "the plain average of the groups",
    groups: "groups",
    others: (others: string): string => `all the other ${others} together`,
    otherPeople: (people: string): string => `all the other ${people}`,
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
  earlier: {
    onePeriod: "There is one period only, so we can't tell how it has changed.",
    none: "No earlier figure can be compared with it.",
    was: (period: string, figure: string, amount: string | null): string =>
      `${capital(when(period))} it was ${figure}${amount === null ? "" : `: ${amount}`}.`,
    reading:
      "Earlier figures stand beside the newest ones. Whether a single group has changed is not tested here, so small changes may be chance.",
  },
  levels: {
    alone: (period: string, measure: string, figure: string): string =>
      `${capital(when(period))}, ${measure} was ${figure}. It is about them alone, so no figure of others stands beside it.`,
    sizesUnknown: "How many people are in each group is not published, and nor is a figure for everyone.",
    nothingBeside: "No figure of others stands beside it here.",
    heading: "Figures with nothing to compare them with",
  },
  figures: {
    heading: "All figures",
    caption: (who: string): string => `Newest figures for ${who}, beside others`,
    head: {
      indicator: "Indicator",
      period: "Period",
      figure: "Figure",
      interval: "Interval",
      whom: "Compared with",
      difference: "Difference",
      itsInterval: "Its interval",
      p: "Adjusted p",
    },
    pReading: `Adjusted p: how often chance alone would make so large a difference, adjusted for the number of groups compared. Below ${SIGNIFICANCE} a difference is called clear. Two groups have no adjusted p: there the interval decides, and it must leave out zero.`,
    byInterval: "by its interval",
    against: (whom: string, level: string): string => `${capital(whom)}: ${level}`,
  },
  counted: {
    heading: "Who is counted",
    as: (dimension: string, label: string): string => `${dimension}: ${label}`,
    /** The title of an indicator follows. */
    most: (as: string, count: string, people: string, period: string): string =>
      `${as}. The largest number counted is ${count} ${people} ${when(period)}, as the base of `,
    /** Of whom one unit is: per 1,000 residents. */
    base: (unit: string): string | null => /^per [\d,]+ (.+)$/.exec(unit)?.[1] ?? null,
    people: "people",
    about: {
      before: "“",
      after: (figure: string, period: string, place: string): string =>
        `” is about them alone: ${figure} ${when(period)}, in ${place} as a whole.`,
    },
    by: (dimensions: readonly string[]): string =>
      ` Its page has it by group: ${dimensions.map(lowerFirst).join("; ")}.`,
    unknown: "No figure of this report counts them by themselves, so it cannot say how many they are.",
  },
  /** What a page of some people says first. */
  summary: {
    heading: "What is known",
    known: (topics: Counted, without: Counted, who: string): string =>
      `This report has figures for ${who} on ${plural(topics, "topic")}${without.n === 0 ? "" : `, and none on ${without.text}`}.`,
    notBeside: "The report does not show how their lives compare with others'.",
    untested: "Higher or lower, but no test of chance is possible",
    alone: "With nothing to compare",
    beside: (title: string, figure: string, period: string, whom: string, level: string): string =>
      `${title}: ${figure} ${when(period)} (${whom}: ${level})`,
    byItself: (title: string, figure: string, period: string, place: string | null): string =>
      `${title}: ${figure} ${when(period)}${place === null ? "" : `, in ${place}`}`,
    /** Under a hundred people, beside the figure of whom. */
    ofFew: (figure: string, size: string, people: string): string => `${figure} of ${size} ${people}`,
    why: "What is not known, and why",
  },
  without: {
    heading: "What this report cannot say",
    lead: (indicators: Counted, who: string): string =>
      `${capital(plural(indicators, "indicator"))} of this report ${indicators.n === 1 ? "has" : "have"} no figure for ${who}. The reasons stand below. What would fill the gaps:`,
    open: "Which, and why",
    otherGroups: (dimensions: readonly string[]): string =>
      `Broken down by ${list(dimensions.map(lowerFirst))}, which does not tell these people apart.`,
    otherwise: "The figures used here are not broken down in this way.",
    noAreas: (area: string): string => `No figures by ${area} in this report.`,
    noFigure: "No figure.",
  },
  source: "Source: ",
  chart: {
    noDifference: "Not clearly better or worse off than the rest on any indicator",
    title: (worse: string, indicators: Counted, better: string): string =>
      `Clearly worse off on ${worse} of ${plural(indicators, "indicator")}, clearly better off on ${better}`,
    subtitle: (name: string, place: string, area: string): string =>
      `${name} beside the rest of ${place}, newest figures. 1 is the usual distance of a ${area} from the average.`,
    row: (indicator: string, difference: string, word: string): string =>
      `${indicator}: ${difference}, ${lowerFirst(word)}`,
    description: (name: string, rows: readonly string[]): string =>
      `${name} beside the rest, the clearest disadvantage first. ${rows.join(". ")}.`,
    key: (percent: string): string =>
      `Dots show how far it is from the rest, bars the ${percent} intervals. A filled dot is a clear difference. The figures beside them are in each indicator's own unit.`,
    notDrawn: (areas: string, indicators: readonly string[]): string =>
      `Not drawn, because ${areas} differ no more than chance might make them or the spread is unknown: ${list(indicators)}.`,
    neitherDrawn: (indicators: readonly string[]): string =>
      `Not drawn, because neither more nor less is better: ${list(indicators)}.`,
    modelledDrawn: (indicators: readonly string[]): string =>
      `Not drawn, because a model made the figures: ${list(indicators)}.`,
    better: "better off",
    worse: "worse off",
  },
};
