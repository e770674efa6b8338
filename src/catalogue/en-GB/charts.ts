import type { Better, Stance } from "../../model.ts";
import { type Counted, capital, list, lowerFirst, plural } from "../english.ts";
import type { GapType, LevelOf, Way } from "../vocabulary.ts";
import { type FromTo, gapNames, inBrackets, otherWay, theLevel, wayWords, when } from "./phrases.ts";

/** Titles, subtitles, keys and descriptions of pictures. */

/** Titles that say what a chart found, subtitles that say what it measures, keys that say how to read it, descriptions for those who do not see it. */
export const charts = {
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
  noClearGap: "No clear gap between the two groups",
  sides: (first: string, second: string): string => `${first}; ${second}`,
  extremesTitle: (better: Better, worst: string, best: string, ofAll: boolean): string => {
    const told = better === "lower" ? `highest: ${worst}. Lowest: ${best}` : `lowest: ${worst}. Highest: ${best}`;
    return ofAll ? capital(told) : `Of the larger groups, ${told}`;
  },
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
  noneDiffers: (others: string): string => `No group differs clearly from ${others}`,
  extremes: (highest: string, lowest: string): string => `Highest: ${highest}. Lowest: ${lowest}.`,
  namedFigure: (name: string, figure: string): string => `${name}, ${figure}`,
  groupsKey: {
    intervals: (percent: string): string => `Dots are figures, bars their ${percent} intervals.`,
    noIntervals: "Dots are figures; no intervals are published.",
    line: "The sloping line is fitted through all groups; the gap is the distance between its two ends (diamonds).",
    filled: (others: string): string => `A filled dot differs clearly from ${others}.`,
    level: (place: string, of: LevelOf): string =>
      `The dashed line is ${of === "groups" ? "the plain average of the groups" : `${place} as a whole`}.`,
  },
  level: {
    moved: ({ from, to }: FromTo, baseline: string, current: string): string =>
      `${from} in ${baseline}, ${to} in ${current}`,
    untested: (of: LevelOf, moved: string): string =>
      `${of === "groups" ? "Plain average of the groups" : "Overall level"}: ${moved}`,
    littleChanged: (of: LevelOf, moved: string): string => `${capital(theLevel(of))} was little changed: ${moved}`,
    cannotTell: (of: LevelOf, moved: string): string => `We can't tell whether ${theLevel(of)} changed: ${moved}`,
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
  overlap: "The periods overlap.",
  groupNow: (name: string, figure: string, period: string): string => `${name}: ${figure} in ${period}.`,
  groupThenAndNow: (name: string, { from, to }: FromTo, first: string, last: string, moved: boolean): string =>
    moved
      ? `${name}: from ${from} in ${first} to ${to} in ${last}.`
      : `${name}: ${from} in ${first}; ${to} in ${last}.`,
  gap: {
    name: { absolute: "Absolute gap", relative: "Relative gap" } satisfies Record<GapType, string>,
    untested: (gap: string, since: string): string => `${gap}: change since ${since} cannot be tested`,
    cannotTell: (gap: string, since: string): string => `${gap}: we can't tell whether it changed since ${since}`,
    littleChanged: (gap: string, since: string): string => `${gap}: little changed since ${since}`,
    depends: (gap: string): string => `${gap}: whether it changed depends on what is compared`,
    moved: (gap: string, narrower: boolean, since: string, until: string): string =>
      `${gap}: ${narrower ? "narrower" : "wider"} in ${until} than in ${since}`,
    overlapping: (gap: string): string => `${gap}: the periods overlap, so they are not compared`,
    broken: (gap: string): string => `${gap}: the series breaks, so it is not compared`,
    overTime: (gap: string): string => `${gap} over time`,
    caption: (gap: string, what: string, groups: string): string =>
      `${gap}: ${lowerFirst(what)}, ${lowerFirst(groups)}`,
    equality: "equality",
    higher: "Higher means the groups differ more.",
    above: (equality: string, way: Way | null): string =>
      `Above ${equality} ${way === null ? "the disadvantaged side is worse off" : `the figure of the first side is the ${wayWords[way]} one`}.`,
    ratio: "A ratio of 1 is equality. Each step up the axis multiplies the ratio by the same amount.",
    intervals: (percent: string): string => `Bars are ${percent} intervals.`,
    noIntervals: "No intervals are published.",
    inPeriods: (type: GapType, periods: Counted): string => `The ${gapNames[type]} in ${plural(periods, "period")}.`,
    inPeriod: (period: string, figure: string): string => `${period}: ${figure}`,
  },
  /** Other places in a chart of the place. */
  elsewhere: {
    key: (places: readonly string[], joined: boolean): string =>
      `${places.map((place, i) => `${(joined ? ["Dotted", "Long dashes"] : ["Hollow squares", "Hollow diamonds"])[i] ?? ""}: ${place}`).join(". ")}.`,
    described: (
      place: string,
      first: { period: string; figure: string },
      last: { period: string; figure: string },
    ): string => `${place}: ${first.figure} ${when(first.period)}, ${last.figure} ${when(last.period)}.`,
    interval: (place: string): string => `Interval, ${place}`,
  },
  published: {
    title: (measure: string, isJudged: boolean): string =>
      isJudged ? "The gap as published" : `As published, not tested: ${measure}`,
    subtitle: (what: string, place: string, when: string, publisher: string): string =>
      `${what}. ${place}, ${when}. Published by ${publisher}.`,
    caption: (measure: string, publisher: string): string => `${measure}, as published by ${publisher}`,
    description: (
      periods: Counted,
      first: { figure: string; period: string },
      last: { figure: string; period: string },
      isJudged: boolean,
    ): string =>
      `Published figures in ${plural(periods, "period")}: ${first.figure} in ${first.period}, ${last.figure} in ${last.period}. They carry no intervals${isJudged ? "; their change is tested with the error of this report's own gap" : ", so they are not tested"}.`,
  },
};

/** The report as a whole. */
export const summary = {
  about: (place: string): string =>
    `This report measures the gaps between groups of people and between neighbourhoods in ${place}, in the same way for every subject and every year. It says how big each gap is, whether it has changed, and how sure we can be.`,
};

/** The names of a chart's files, and what its marks say. */
export const explore = {
  files: {
    figures: "The figures",
    csv: "Table (CSV)",
    png: "Picture (PNG)",
    svg: "Picture (SVG)",
    "vl.json": "Specification (Vega-Lite)",
  },
  pointed: (whose: string, figure: string): string => `${whose}: ${figure}`,
};

type Kinds = readonly [string, string, string];

/** The picture of a hundred people. */
export const icons = {
  arithmetic: "This is arithmetic, not a forecast.",
  reference: (isPlace: boolean, reference: string): string => (isPlace ? `those ${reference}` : reference),
  title: (outOf: string, people: string, now: string, state: string, changed: string, fewer: boolean): string =>
    `Of every ${outOf} ${people}, about ${now} ${state}. If everyone did as well, it would be about ${changed} ${fewer ? "fewer" : "more"}`,
  /** Where figures by group leave some people out. */
  known: (people: string): string => `${people} whose group is known`,
  /** A count that was rounded to nothing need not be nothing. */
  lessThanOne: "fewer than 1",
  subtitle: (reference: string, indicator: string, groups: string, place: string, period: string): string =>
    `If everyone did as well as ${reference}. ${indicator}, ${lowerFirst(groups)}. ${place}, ${period}.`,
  kinds: (fewer: boolean, [first, second, third]: Kinds): Kinds =>
    fewer
      ? [`Still counted if everyone did as well: ${first}`, `Fewer than now: ${second}`, `All others: ${third}`]
      : [`Now: ${first}`, `More than now: ${second}`, `All others: ${third}`],
  picture: (outOf: string, now: string, state: string): string =>
    `A picture of ${outOf} people: about ${now} ${state}.`,
  would: (reference: string, changed: string, fewer: boolean, range: string | null): string =>
    `If everyone did as well as ${reference}, it would be about ${changed} ${fewer ? "fewer" : "more"}${inBrackets(range)}.`,
  noInterval: (changed: string): string => `No interval is published for the ${changed}.`,
  narrow: (changed: string): string => `Chance alone would hardly make the ${changed} one more or one less.`,
  uncertain: (changed: string, range: string): string => `The ${changed} may be anything from ${range}.`,
  caption: (outOf: string, people: string, reference: string, indicator: string, groups: string): string =>
    `Out of ${outOf} ${people}, if everyone did as well as ${reference}: ${lowerFirst(indicator)}, ${lowerFirst(groups)}`,
  head: (outOf: string) => ({ people: "People", outOf: `Out of ${outOf}`, interval: "Interval" }),
  now: "Now",
  changed: (fewer: boolean): string => `${fewer ? "Fewer" : "More"}, if everyone did as well`,
};

/** The maps of areas. */
export const map = {
  caption: (indicator: string, areas: string, period: string): string =>
    `${indicator}, by ${lowerFirst(areas)} from A to Z, ${period}`,
  area: "Area",
  place: (name: string, figure: string | null): string => (figure === null ? name : `${name} (${figure})`),
  noEnds: "Where the figures are high and low",
  ends: (highest: string, lowest: string): string => `Highest in ${highest}, lowest in ${lowest}`,
  of: (areas: Counted): string => `A map of ${plural(areas, "area")}.`,
  darker: (better: Stance): string =>
    better === "neither"
      ? "The shades run from the lowest figures to the highest. Higher is neither better nor worse."
      : `The shades run from the lowest figures to the highest. Higher is ${better === "lower" ? "worse" : "better"} here.`,
  blank: (areas: Counted): string => `Dashed edge: no figure (${plural(areas, "area")}).`,
  tiles: (areas: string): string =>
    `Each tile is one of the ${areas}, placed roughly where it lies; all tiles have one size.`,
  tileShades: "Tiles of neighbouring shades may differ by chance alone: the table has the intervals.",
  shades: "Neighbouring shades may differ by chance alone: the table has the intervals.",
  steps: (areas: string, steps: Counted): string =>
    `Each of the ${steps.text} shades has about as many ${areas}; the numbers below say where each begins.`,
  unlabelled: "Areas too small for a figure have it in the table.",
  boundaries: (source: string): string => `Boundaries: ${source}.`,
};

const most: Record<Way, string> = { higher: "highest", lower: "lowest" };

/** Each group against the place as a whole, where its level is published, else against all the others together. */
export const who = {
  others: (place: string | null): string => (place === null ? "all the others together" : `${place} as a whole`),
  names: (labels: readonly string[], others: Counted | null): string =>
    list(others === null ? labels : [...labels, plural(others, "other")]),
  /** Whom they are set against where there is little room. */
  shortOthers: (place: string | null): string => (place === null ? "the rest" : `${place} as a whole`),
  clearly: (others: string, worse: string | null, better: string | null): string =>
    `Clearly ${[worse === null ? [] : `worse off than ${others}: ${worse}`, better === null ? [] : `better off: ${better}`].flat().join("; ")}`,
  /** The same where neither is better, the side first on which gaps are above zero. */
  clearlyApart:
    (way: Way) =>
    (others: string, most: string | null, least: string | null): string =>
      `Clearly ${[most === null ? [] : `${wayWords[way]} than ${others}: ${most}`, least === null ? [] : `${wayWords[otherWay[way]]}: ${least}`].flat().join("; ")}`,
  none: (others: string): string => `No group differs clearly from ${others}`,
  notTestedTitle: (others: string): string => `Each group against ${others}: not tested`,
  subtitle: (
    others: string,
    unit: string,
    indicator: string,
    groups: string,
    { place, period }: { place: string; period: string },
  ): string =>
    `Difference from ${others} (${unit}): ${lowerFirst(indicator)}, ${lowerFirst(groups)}. ${place}, ${period}.`,
  sides: (others: string): string =>
    `Right of the line at 0 the group is worse off than ${others}, left of it better off.`,
  sidesApart:
    (way: Way) =>
    (others: string): string =>
      `Right of the line at 0 the figure is ${wayWords[way]} than that of ${others}, left of it ${wayWords[otherWay[way]]}.`,
  intervals: (percent: string): string => `Dots are differences, bars their ${percent} intervals.`,
  noIntervals: "Dots are differences; no intervals are published.",
  filled: "A filled dot is a clear difference; a hollow dot may be chance.",
  untested: "Without intervals no difference can be tested.",
  order: (others: string, groups: Counted, way: Way | null): string =>
    `${plural(groups, "group")} against ${others}, the ${way === null ? "worst off" : most[way]} at the top.`,
  clear: ({ n, text }: Counted): string =>
    `${n === 0 ? "None" : text} of them ${n === 1 ? "differs" : "differ"} clearly.`,
  caption: (
    others: string,
    way: Way | null,
    unit: string,
    indicator: string,
    { groups, period }: { groups: string; period: string },
  ): string =>
    `Difference from ${others}, in ${unit}; above zero the group ${way === null ? "is worse off" : `has the ${wayWords[way]} figure`}. ${indicator}, ${lowerFirst(groups)}, ${period}`,
  head: { group: "Group", difference: "Difference", interval: "Interval", p: "Adjusted p" },
  notTested: "not tested",
};
