import type { Order, Stance } from "../../model.ts";
import type { Standing, WhyNotCompared } from "../../results/comparison.ts";
import { type Counted, list, lowerFirst, plural } from "../english.ts";
import { when } from "./phrases.ts";

/** The page that sets the places of a project side by side. */

const others = "the average of the other places";

export const comparison = {
  title: (whole: string): string => `${whole}: the places side by side`,
  description: (whole: string, places: Counted): string =>
    `The gaps between groups of people in ${plural(places, "place")} of ${whole}, side by side, and how sure we are.`,
  skip: "Skip to the content",
  link: (whole: string): string => `${whole}: all places side by side`,
  lead: (places: Counted): string =>
    `Each of these ${plural(places, "place")} has a report of its own. This page sets their gaps side by side.`,
  noRanks:
    "Places stand in a set order. They are not ranked, because chance alone would change the order of many of them.",
  headings: {
    reports: "The reports",
    map: "Where gaps differ by more than chance",
    each: "Gap by gap",
    notCompared: "What is not compared, and why",
    method: "How places are compared",
    sources: "Where the figures come from",
  },
  contents: "On this page",
  map: {
    caption: (whole: string): string => `The gap in each place of ${whole}, beside ${others}`,
    gap: "Gap",
    lead: "Each row is one gap, in its newest period. The words say how a place stands beside the average of all the others.",
  },
  standings: {
    above: { word: "above", meaning: `The gap is clearly above ${others}.` },
    below: { word: "below", meaning: `The gap is clearly below ${others}.` },
    "may-be-chance": {
      word: "may be chance",
      meaning: `The gap lies apart from ${others}, but among so many comparisons that may be chance.`,
    },
    "no-clear-difference": {
      word: "no clear difference",
      meaning: `The gap cannot be told apart from ${others}.`,
    },
    "not-tested": { word: "not tested", meaning: "The figures do not say how sure we can be." },
  } satisfies Record<Standing, { word: string; meaning: string }>,
  standing: (word: string, meaning: string): string => `${word}: ${lowerFirst(meaning)}`,
  heading: (indicator: string, dimension: string): string => `${indicator}, by ${lowerFirst(dimension)}`,
  row: (heading: string, period: string): string => `${heading}, ${period}`,
  sides: (disadvantaged: string, advantaged: string, better: Stance): string => {
    const [one, other] = [lowerFirst(disadvantaged), lowerFirst(advantaged)];
    return better === "neither"
      ? `A gap above 0 means that the figure is higher for ${one} than for ${other}. Below 0 it is the other way round.`
      : `A gap above 0 means that the group “${one}” is worse off than “${other}”. Below 0 it is the other way round.`;
  },
  typical: "The gap is how far the groups typically lie from the average.",
  found: {
    above: (places: readonly string[], period: string): string =>
      `${capitalWhen(period)} the gap was clearly above ${others} in ${list(places)}.`,
    below: (places: readonly string[], period: string): string =>
      `${capitalWhen(period)} the gap was clearly below ${others} in ${list(places)}.`,
    rest: (places: Counted): string => `${plural(places, "place")} cannot be told apart from ${others}.`,
    chance: (places: readonly string[]): string =>
      `In ${list(places)} it lies apart, but among so many comparisons that may be chance.`,
    none: (period: string): string => `${capitalWhen(period)} no place could be told apart from ${others}.`,
    pairs: (pairs: Counted, clear: Counted): string =>
      clear.n === 0
        ? `Of ${plural(pairs, "pair")} of places, none can be told apart.`
        : `Of ${plural(pairs, "pair")} of places, ${clear.text} can be told apart.`,
    missing: (places: readonly string[]): string => `There is no gap for ${list(places)}.`,
  },
  untested: {
    ranges:
      "These figures are published without a range. So nobody can say from them which places differ by more than chance.",
    modelled:
      "A model made these figures, and their ranges do not hold its error. So differences between places are not tested.",
    groups: "How much many groups differ is not tested between places.",
    some: (places: readonly string[]): string => `Not tested, because there is no range to test with: ${list(places)}.`,
  },
  table: {
    caption: (heading: string, period: string, unit: string): string =>
      `${heading}, ${period}: each place${unit === "" ? "" : `, ${unit}`}`,
    place: "Place",
    everyone: "Everyone",
    absolute: (unit: string): string => (unit === "" ? "Gap" : `Gap, ${unit}`),
    relative: (order: Order): string => (order === "unordered" ? "Gap as a share of the average" : "Ratio"),
    beside: "Gap less the average of the others",
    standing: "Beside the others",
  },
  pairs: {
    summary: (pairs: Counted): string => `Every two places: ${plural(pairs, "difference")} of gaps`,
    caption: (heading: string, period: string, unit: string): string =>
      `${heading}, ${period}: differences of the gap${unit === "" ? "" : `, ${unit}`}`,
    head: ["Places", "Difference of the gaps", "Can they be told apart?"],
    pair: (place: string, other: string): string => `${place} less ${other}`,
    clear: "yes",
    possible: "may be chance",
    unclear: "cannot be told apart",
    untested: "not tested",
  },
  multiples: {
    title: "The gap over time in each place",
    lead: (from: string, to: string, unit: string): string =>
      `All are drawn on one scale, from ${from} to ${to}${unit === "" ? "" : ` ${unit}`}. Upright lines show how sure we are of each figure. The line across is no gap.`,
    newest: (period: string, gap: string): string => `${period}: ${gap}`,
    picture: (place: string, values: readonly string[]): string => `${place}. ${values.join("; ")}.`,
    value: (period: string, gap: string): string => `${period}, ${gap}`,
    noGap: "no gap",
  },
  caveats: "What to know about these figures",
  notCompared: {
    none: "Every gap of the reports is compared.",
    item: (heading: string, why: string): string => `${heading}: ${lowerFirst(why)}`,
    why: {
      "own-ranking":
        "Each place ranks its own areas. The most deprived fifth of one place may be better off than the middle of another, so the gaps are not of the same people.",
      "own-areas": "The areas of one place are not those of another.",
      "not-of-places": "The figures are of all places together, and the same in every report.",
      "no-common-period": "There is no period that every place has figures of.",
      "one-place": "Fewer than two places have figures.",
    } satisfies Record<WhyNotCompared, string>,
  },
  method: {
    steps: (confidence: string, line: string): string[] => [
      "The gap of each place is the one in its own report, made by the same rules. Nothing here rests on a figure that is not published there.",
      "Each gap is set beside the plain average of the gaps of all the other places, in which each counts the same. The error of the difference is made of the errors of all these gaps, because no person is counted in two places.",
      `A range says how sure we are: it is a ${confidence} confidence interval. Ratios are compared by their logarithms.`,
      `Many comparisons find some differences by chance alone. So p values are adjusted over all places, or all pairs, of one gap (Benjamini-Hochberg). A place is called above or below only if its adjusted p value is below ${line}.`,
      "Ranges hold the error of counting and sampling. Places can also differ in how they record things, and figures scatter more than such ranges say.",
      "“No clear difference” does not mean that the gaps are the same. It means that these figures cannot tell.",
    ],
  },
  source: (title: string, publisher: string, period: string): string => `${title}. ${publisher}. ${period}.`,
  licensed: (licence: string): string => `Licence: ${licence}.`,
  done: (changes: string): string => `What was done to the figures: ${changes}`,
  made: (build: string, version: string, method: string): string =>
    `Build ${build}, made with tempcheck ${version} by edition ${method} of the method.`,
  explain: {
    rules: [
      "Gap of the place less the plain average of the gaps of the others; of ratios, the same with logarithms.",
      "Standard error of a gap: the width of its interval over twice the normal quantile. Of the average of m others: the root of the sum of their squares, over m. Of the difference: the root of the sum of both squares.",
      "p: two-sided, normal. Adjusted over the places of this table (Benjamini-Hochberg).",
    ],
    head: ["Place", "Gap", "Standard error", "Beside the others", "p", "Adjusted p", "Standing"],
    type: { absolute: "Absolute gap", relative: "Relative gap" },
    notCompared: (heading: string, why: string): string => `${heading}. Not compared: ${lowerFirst(why)}`,
  },
  workbook: {
    sheets: {
      place: "Places",
      place_gap: "Gaps",
      place_difference: "Differences",
      place_figure: "Figures",
      place_series: "Gaps_over_time",
    },
    about:
      "The places of one project side by side, from the figures that the report of each publishes. No place is ranked.",
    blanks: "A cell with [z] has no figure, or was not tested.",
  },
  dataTitle: "The places side by side",
  dataAbout: (whole: string): string =>
    `Gaps in the places of ${whole}, how each stands beside the average of the others, and how every two differ.`,
  terminal: {
    built: (places: Counted, page: string): string =>
      `${plural(places, "report")}, one for each place, and a page that compares them: ${page}`,
    place: (name: string, page: string): string => `${name}: ${page}`,
  },
};

const capitalWhen = (period: string): string => {
  const text = when(period);
  return text.charAt(0).toUpperCase() + text.slice(1);
};
