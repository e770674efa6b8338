import type { MissingState } from "../../model.ts";
import type { GapState } from "../../results/results.ts";
import { type Counted, capital, list, lowerFirst, plural } from "../english.ts";
import type { GapType } from "../vocabulary.ts";
import { charts } from "./charts.ts";

/** Pages of the report, and what is around them. */

const anyOf = new Intl.ListFormat("en-GB", { type: "disjunction" });

/** What is measured for whom, and what is not. */
export const gaps = {
  title: "Data gaps",
  description: (place: string): string => `What is measured for which people in ${place}, and what is not.`,
  /** How many topics are broken down by what, the most first, and by what none is. */
  lead: (topics: Counted, by: readonly { n: Counted; title: string }[], never: readonly string[]): string => {
    const told = by.map(
      ({ n, title }, i) =>
        `${n.text}${i === 0 ? ` ${n.n === 1 ? "is" : "are"} broken down` : ""} by ${lowerFirst(title)}`,
    );
    const none = never.length === 0 ? "" : `None is broken down by ${anyOf.format(never.map(lowerFirst))}.`;
    const some = told.length === 0 ? "" : `${capital(list(told))}.`;
    return [`${capital(plural(topics, "topic"))}.`, some, none, "What is not measured is not a sign of equality."]
      .filter(Boolean)
      .join(" ");
  },
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
    "not-here": {
      word: "Not broken down here",
      meaning: "somebody holds it; the figures used here are not split in this way",
    },
    "not-collected": { word: "Not in the source", meaning: "the file used here does not hold it" },
    "does-not-apply": { word: "[z]", meaning: "does not apply" },
  } satisfies Record<GapState, { word: string; meaning: string }>,
  state: (word: string, meaning: string): string => `${word}: ${meaning}`,
  caption: "Indicators by protected characteristic, and deprivation",
  indicator: "Indicator",
  reasonsBelow: "The reasons stand at the end of this page.",
  /** The same as the table, theme by theme, on a narrow screen. */
  stacked: (theme: string): string => `${theme}: who is counted`,
  labelled: (label: string): string => `${label}: `,
  withShare: (characteristic: string, share: string): string => `${characteristic} (${share})`,
  notRecorded: (percent: string): string => `${percent} not recorded`,
  measuredRow: "Measured, at least in part",
  measuredOf: (measured: string, of: string): string => `${measured} of ${of}`,
  reasonFor: (characteristics: readonly string[]): string => capital(list(characteristics)),
  blind: {
    noIndicator: "This theme has no indicator yet, so this report knows nothing about any group.",
    none: "Each characteristic is measured by at least one indicator of this theme.",
    some: (characteristics: readonly string[]): string =>
      `No figure of this theme tells people apart by ${anyOf.format(characteristics.map(lowerFirst))}.`,
  },
  missing: {
    "published-not-loaded": {
      heading: "Published, not in this report yet",
      about: "These figures are public. They have not been brought into this report.",
      count: (n: Counted): string => `${plural(n, "is", "are")} published and not used here yet`,
    },
    "needs-an-agreement": {
      heading: "Recorded, and needs an agreement",
      about: "These records are kept, and are not public. Using them needs an agreement with those who hold them.",
      count: (n: Counted): string => `${plural(n, "needs", "need")} an agreement with those who hold the records`,
    },
    "nobody-collects": {
      heading: "Nobody collects it",
      about: "As far as we know, nobody asks or counts this here. It would have to be collected first.",
      count: (n: Counted): string => `${plural(n, "is", "are")} collected by nobody`,
    },
  } satisfies Record<MissingState, { heading: string; about: string; count: (n: Counted) => string }>,
  missingLead: (things: Counted, told: readonly string[]): string =>
    `This report has no figures yet for ${plural(things, "thing")} that belong${things.n === 1 ? "s" : ""} here${things.n === 1 ? ":" : ". Of these,"} ${list(told)}.`,
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
    before: "The figures of this report may be used under this licence: ",
    after: ".",
    none: (publisher: string): string =>
      `No licence is given for the figures of this report. Ask ${publisher} before you use them.`,
  },
  made: {
    before: (publisher: string): string => `Published by ${publisher}. Build `,
    after: (version: string, method: string): string => `, made with tempcheck ${version}, method version ${method}.`,
  },
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
  notWhy: "A difference between groups does not by itself say why it is there.",
  /** On themes that compare ethnic groups, first. */
  notTreatment: "A difference between groups does not show why. Doing well says nothing about how a group is treated.",
  missing: "What is not measured yet",
  missingMore: "An inequality that is not measured is not a sign of equality. These figures would fill the gap.",
  actions: "What is being done",
  actionsMore:
    "These are the actions of the plan, each with the indicators that are meant to follow it. Whether an action works cannot be read from these figures: much else changes at the same time.",
  followedBy: "Indicators that are meant to follow it",
  notFollowed: "No indicator of this report follows it.",
  others: "Other themes",
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
  certain: "Intervals and tests",
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
    `${plural(datasets, "dataset stands", "datasets stand")} behind this report. The checksum of each file shows that nobody changed it since; what was done to it before is said beside it.`,
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
  fetched: {
    before: (day: string): string => `Fetched on ${day} from `,
    after: ({
      licence,
      version,
      lastChanged,
    }: Record<"licence", string> & Record<"version" | "lastChanged", string | null>): string =>
      `, under ${licence}${version === null ? "" : `, version ${version}`}${lastChanged === null ? "" : `; last changed there on ${lastChanged}`}.`,
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
