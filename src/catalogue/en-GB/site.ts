import type { LevelDirection, MissingState, Temperature } from "../../model.ts";
import type { GapState } from "../../results/results.ts";
import { type Counted, capital, list, lowerFirst, plural } from "../english.ts";
import type { GapType, LevelOf } from "../vocabulary.ts";
import { charts } from "./charts.ts";
import { temperatures } from "./method.ts";
import { type FromTo, theLevel } from "./phrases.ts";

/** Pages of the report, and what is around them. */

/** What is measured for whom, and what is not. */
export const gaps = {
  title: "Data gaps",
  description: (place: string): string => `What is measured for which people in ${place}, and what is not.`,
  lead: (combinations: Counted, measured: Counted, whole: string): string =>
    `An inequality that is not measured is not a sign of equality. There are ${plural(combinations, "combination")} of an indicator and a characteristic that make sense. Of these, ${plural(measured, "is", "are")} measured, ${whole} of them in full.`,
  headings: {
    who: "Who is counted",
    themes: "What is missing, theme by theme",
    reasons: "Why, by indicator",
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
    noIndicator: "This theme has no indicator yet, so this report knows nothing about any group.",
    none: "Each characteristic is measured by at least one indicator of this theme.",
    some: (characteristics: readonly string[]): string =>
      `No figure of this theme tells people apart by ${list(characteristics.map(lowerFirst))}.`,
  },
  missing: {
    "published-not-loaded": {
      heading: "Published, not in this report yet",
      about: "Somebody publishes these figures. They have not been brought into this report.",
      count: (n: Counted): string => `${plural(n, "is", "are")} published and not in this report yet`,
    },
    "needs-an-agreement": {
      heading: "Recorded, but not open to all",
      about: "Somebody holds these records. Using them needs an agreement with whoever holds them.",
      count: (n: Counted): string => `${plural(n, "needs", "need")} an agreement with those who hold the records`,
    },
    "nobody-collects": {
      heading: "Nobody collects it",
      about: "We know of nobody who asks or counts this here. It would have to be collected first.",
      count: (n: Counted): string => `${plural(n, "is", "are")} collected by nobody`,
    },
  } satisfies Record<MissingState, { heading: string; about: string; count: (n: Counted) => string }>,
  missingLead: (things: Counted, told: readonly string[]): string =>
    `${capital(plural(things, "thing"))} that belong${things.n === 1 ? "s" : ""} in this report ${things.n === 1 ? "is" : "are"} not measured in it: ${list(told)}.`,
  needs: (needs: string): string => `Needs: ${needs}`,
};

/** Around every page. */
export const page = {
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

const outcomes: Record<Exclude<Temperature, "no-reading">, (n: Counted) => string> = {
  cooling: ({ text }) => `${text} narrowed in points and in ratio`,
  easing: ({ text }) => `${text} narrowed in points or in ratio only`,
  heating: ({ text }) => `${text} widened in points and in ratio`,
  warming: ({ text }) => `${text} widened in points or in ratio only`,
  mixed: ({ text }) => `${text} narrowed in points or in ratio and widened in the other`,
  steady: (n) => `${plural(n, "was", "were")} little changed`,
  unclear: ({ text }) => `for ${text} we can't tell yet`,
};

type Moving = "narrower" | "wider";

export const moved: Record<Moving, string> = { narrower: "narrowed", wider: "widened" };

interface Mover {
  way: Moving;
  /** Whether others moved the same way, and by how much is known of it. */
  among: "only" | "most" | "several";
  /** The one of the two gaps that clearly moved; null where both did. */
  only: GapType | null;
  name: string;
  size: string;
  level: "levelling-down" | LevelDirection;
  of: LevelOf;
  mayBeChance: boolean;
}

/** What became of the level, after what became of the gap. */
function andLevel({ way, level, of }: Pick<Mover, "way" | "level" | "of">): string {
  if (level === "levelling-down") return ", but the better-off side got worse";
  if (level === "improving") return `, ${way === "narrower" ? "and" : "but"} ${theLevel(of)} got better`;
  if (level === "worsening") return `, ${way === "wider" ? "and" : "but"} ${theLevel(of)} got worse`;
  return "";
}

/** The first page. */
export const glance = {
  headings: {
    changed: "What has changed",
    strip: "How many gaps have narrowed or widened",
    quadrant: "Gaps and levels together",
    grid: "How many indicators have each verdict",
    findings: "Every comparison",
    themes: "Themes",
  },
  name: (indicator: string, groups: string): string => `${indicator}, by ${lowerFirst(groups)}`,
  /** The same within a sentence that has a colon of its own. */
  within: (name: string): string => lowerFirst(name).replace(": ", ", "),
  lessThanOne: "less than 1%",
  noneComparable: (all: Counted): string =>
    `None of the gaps of ${plural(all, "indicator")} can be compared with an earlier time yet.`,
  comparable: (n: string, all: Counted, told: readonly string[], sources: Counted): string =>
    `The gaps of ${n} of ${plural(all, "indicator")} can be compared with an earlier time: ${list(told)}. They rest on ${plural(sources, "dataset")}.`,
  outcomes,
  size: {
    share: (way: Moving, percent: string, since: string, until: string): string =>
      `is about ${percent} ${way === "narrower" ? "smaller" : "larger"} in ${until} than in ${since}`,
    times: (times: string, since: string, until: string): string =>
      `is about ${times} times as large in ${until} as in ${since}`,
    from: ({ from, to }: FromTo, since: string, until: string): string =>
      `went from ${from} in ${since} to ${to} in ${until}`,
    trend: ({ from, to }: FromTo, since: string, until: string): string =>
      `has a trend line from about ${from} in ${since} to ${to} in ${until}`,
  },
  noMover: (way: Moving, others: boolean): string =>
    others
      ? `No gap has clearly ${moved[way]} in points and in ratio, or in one of them alone.`
      : `No gap has clearly ${moved[way]}.`,
  mover: (parts: Mover): string => {
    const which = { only: "The one gap that", most: "The gap that", several: "One gap that" }[parts.among];
    const most = parts.among === "most" ? " most" : "";
    const relative =
      parts.only === null ? "" : parts.only === "relative" ? " in relative terms only" : " in points only";
    const chance = parts.mayBeChance ? " (which may be chance)" : "";
    return `${which} ${moved[parts.way]}${most}${relative} is in ${parts.name}: it ${parts.size}${andLevel(parts)}${chance}.`;
  },
  needed:
    "A change needs figures of earlier times that were made in the same way: with intervals, or for five or more separate periods.",
  below: "The table below says how big each gap is now.",
  strip: (indicators: Counted): string =>
    `${plural(indicators, "indicator")}, each counted once by its first breakdown. Further breakdowns, indicators that are part of another, and those where neither more nor less is better stand in the table below and are not counted.`,
  noFigures: "No figures yet.",
  themeCounts: (indicators: Counted, told: readonly string[]): string =>
    `${plural(indicators, "indicator")}: ${list(told)}.`,
  themeCount: (temperature: Temperature, n: string): string => `${n} ${temperatures[temperature].word.toLowerCase()}`,
  cannotYet: (things: Counted): string => `${plural(things, "thing")} not measured in this report yet`,
  grid: {
    head: ["Gap", "Indicators", "Level better", "Level little changed", "Level worse", "Level not told"],
  },
};

/** The table of every comparison, and the controls that its script makes. */
export const findings = {
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
    reset: "Show all again",
    shown: (shown: string, all: string): string => `${shown} of ${all} comparisons shown`,
  },
  coreFirst:
    "Core indicators, which were chosen to speak for their themes, stand first and are marked. Supporting indicators follow.",
  core: "core",
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
export const themePage = {
  description: (title: string, place: string): string =>
    `${title} in ${place}: what is measured, how the gaps are moving, and what is not measured yet.`,
  indicators: "What we measure",
  core: "Core indicators",
  coreMore: "These few were chosen to speak for the theme. Each is meant to follow an action of the plan.",
  supporting: "Supporting indicators",
  supportingMore: "These say more: other groups, other places, or what lies behind.",
  none: "No figures yet.",
  noneMore: "What it would take stands below.",
  missing: "What is not measured yet",
  missingMore: "An inequality that is not measured is not a sign of equality. These figures would fill the gap.",
  actions: "What is being done",
  actionsMore:
    "These are the actions of the plan, each with the indicators that are meant to follow it. Whether an action works cannot be read from these figures: much else changes at the same time.",
  followedBy: "Indicators that are meant to follow it",
  notFollowed: "No indicator of this report follows it.",
  others: "Other themes",
  level: "Latest level",
  absolute: "Absolute gap",
  relative: "Relative gap",
  spark: "Absolute gap over time",
};

/** An indicator's page. */
export const indicatorPage = {
  corners: (range: string): string => `anything from ${range}, by where the counts held back or given as ranges lie`,
  description: (title: string, headline: string): string => `${title}: ${headline}`,
  inShort: "In short",
  partOf: {
    before: "This is part of ",
    after: ". It is not further evidence: what is counted here is counted there too.",
  },
  caveats: "What to keep in mind",
  actions: {
    heading: "What the plan does about it",
    lead: (n: number): string =>
      n === 1
        ? "This indicator is meant to follow one action of the plan:"
        : "This indicator is meant to follow these actions of the plan:",
    ofTheme: (theme: string): string => ` (${lowerFirst(theme)})`,
    cause: "Whether an action works cannot be read from these figures: much else changes at the same time.",
  },
  why: {
    heading: "Why it is measured in this way",
    denominator: "What it is counted against",
    baseline: (from: string | null): string =>
      from === null ? "Which periods" : `Why changes are counted from ${from}`,
    groups: (dimension: string): string => `How the groups are compared: ${lowerFirst(dimension)}`,
  },
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

/** The page of data and sources. */
export const sourcesPage = {
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

/** What people wrote about an indicator. */
export const commentary = {
  title: "Commentary",
  about:
    "These words are the view of their author. The figures and sentences elsewhere on this page are worked out from the data; these are not.",
  signature: (author: string, role: string | null): string => (role === null ? author : `${author}, ${role}`),
};
