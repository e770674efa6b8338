import type { Basis, GapDirection } from "../../model.ts";
import type { NotComputable, Reason } from "../../reasons-and-notes.ts";
import { type Counted, capital, list, lowerFirst, plural, sentence } from "../english.ts";
import type { AnswerId, Carrier, GapType, TopicState, Way } from "../vocabulary.ts";
import { when } from "./phrases.ts";

/** The first page and the pages of themes: the answer, what carries it, and each topic in a few words. */

const carried: Record<Exclude<Carrier, "nothing">, string> = {
  same: "gaps hardly changed",
  disagree: "gaps shrank by one way of counting and grew by the other",
  "only-larger": "gaps grew and none shrank",
  "only-smaller": "gaps shrank and none grew",
  "few-smaller": "a few gaps shrank, none grew, and most hardly changed",
  "more-larger": "more gaps grew than shrank",
  "more-smaller": "more gaps shrank than grew",
  even: "as many gaps grew as shrank",
};

/** What a single topic says, where it is the only one that can be told. */
const carriedByOne: Partial<Record<Carrier, string>> = {
  same: "the one gap that we can follow hardly changed",
  disagree: "the one gap that we can follow shrank by one way of counting and grew by the other",
  "only-larger": "the one gap that we can follow grew",
  "only-smaller": "the one gap that we can follow shrank",
};

function headline(answer: AnswerId, carrier: Carrier, told: number, isAll: boolean): string {
  if (carrier === "nothing") return "We cannot say yet: no gap has clearly grown or shrunk.";
  const one = told === 1 ? carriedByOne[carrier] : undefined;
  const what = one ?? carried[carrier];
  const where = one !== undefined ? "" : isAll ? "" : "where we can tell, ";
  switch (answer) {
    case "yes":
      return `Yes: ${where}${what}.`;
    case "no":
      return `No: ${where}${what}.`;
    case "partly":
      return `Partly: ${where}${what}.`;
    case "cannot-say":
      return `Mostly we cannot say yet; ${one === undefined ? `where we can, ${what}` : what}.`;
  }
}

const reasons: Partial<Record<Reason, string>> = {
  "one-period": "there is only one set of figures",
  "baseline-missing": "there is no earlier set of figures",
  "no-intervals": "the source gives no margin of error",
  "sizes-unknown": "the source does not say how large the groups are",
  "break-in-series": "figures were made in another way before",
  "areas-differ": "the two times are not of the same areas",
  "periods-overlap": "the two times share years",
  "groups-differ": "the two times are not of the same groups",
  disclosure: "figures are held back to protect people",
};

const becauseShort = (missing: NotComputable): string =>
  missing.reason === "no-gap"
    ? (reasons[missing.parts.because.reason] ?? "one of the two times has no gap to compare")
    : (reasons[missing.reason] ?? "the figures cannot be compared");

const did: Record<GapDirection, string> = {
  narrower: "clearly smaller",
  wider: "clearly larger",
  "little-changed": "little changed",
  "cannot-tell": "no clear change",
  depends: "depends on what is compared",
  "not-compared": "not tested",
};

const besideDid = {
  larger: "Clearly larger here",
  smaller: "Clearly smaller here",
  chance: "The difference could be chance",
  untested: "Not tested",
};

export interface FigureOf {
  figure: string;
  /** "in the most deprived fifth", "among girls". */
  where: string;
}

/** Events are counted for every so many people, and named where they are not those people. */
function ofPeople(unit: string, people: string | null, events: boolean): string {
  if (events && unit.startsWith("per ")) {
    const every = unit.replace(/^per /, "for every ");
    return people === null || unit.endsWith(` ${people}`) ? every : `${people} ${every}`;
  }
  const hundred = unit === "%" ? people : unit.replace(/^per 100 /, "");
  const isShare = unit === "%" || (unit.startsWith("per 100 ") && (people === null || hundred === people));
  if (!isShare) return unit;
  return people === null ? "in 100" : `in 100 ${people}`;
}

/** Figures of both groups at one time. */
export interface Pair {
  period: string;
  first: string;
  second: string;
}

const kinds: Record<GapType, string> = { absolute: "In points", relative: "In ratio" };

const noneTold = (topics: Counted, topic: string): string =>
  topics.n === 1
    ? `We cannot tell whether the gap of its one ${topic} changed.`
    : `For none of the ${plural(topics, topic)} can we tell whether the gap changed.`;

export const answers = {
  question: (place: string): string => `Is ${place} getting fairer?`,
  headline,
  description: (question: string, answer: string): string => `${question} ${answer}`,
  /** Above the counts. */
  counted: (topics: Counted, core: boolean, told: Counted, sources: Counted, chance: string): string =>
    [
      "A gap is how far apart groups of people are.",
      `We count ${plural(topics, core ? "core topic" : "topic")}${topics.n === 1 ? "" : ", each once"}.`,
      told.n === 0
        ? ""
        : `${plural(told, "change")} can be told, from ${plural(sources, "dataset")}. Of changes like these about ${chance} may be chance.`,
    ]
      .filter(Boolean)
      .join(" "),
  /** From which year to which the newest figures are, and how many topics have none newer than a year. */
  howOld: (oldest: string, newest: string, topics: Counted, old: { topics: Counted; year: string }): string =>
    [
      oldest === newest
        ? `The newest figures are from ${newest}.`
        : `We use the newest figures we have: the oldest are from ${oldest}, the latest from ${newest}.`,
      old.topics.n === 0 || oldest === newest
        ? ""
        : old.topics.n === topics.n
          ? `No topic has figures newer than ${old.year}.`
          : `${capital(plural(old.topics, "topic"))} ${old.topics.n === 1 ? "has" : "have"} none newer than ${old.year}.`,
    ]
      .filter(Boolean)
      .join(" "),
  tallied: {
    larger: (n: Counted): string => (n.n === 1 ? "gap grew" : "gaps grew"),
    smaller: (n: Counted): string => (n.n === 1 ? "gap shrank" : "gaps shrank"),
    disagree: (n: Counted): string => (n.n === 1 ? "gap shrank and grew" : "gaps shrank and grew"),
    same: (n: Counted): string => (n.n === 1 ? "gap hardly changed" : "gaps hardly changed"),
    untold: (): string => "we cannot tell",
  },
  oneWay: (way: "larger" | "smaller", n: Counted, type: GapType): string => {
    const [it, other] = type === "absolute" ? ["difference", "ratio"] : ["ratio", "difference"];
    const did = way === "larger" ? "grew" : "shrank";
    return `${n.text} of these ${did} in the ${it} between groups only, not clearly in the ${other}.`;
  },
  /** What became of the other of the two gaps, where it went the other way or hardly moved. */
  otherWay: (title: string, way: "larger" | "smaller" | "same", type: GapType, depends: boolean): string => {
    const did = way === "larger" ? "grew" : way === "smaller" ? "shrank" : "hardly changed";
    return `The ${type === "absolute" ? "difference" : "ratio"} of “${title}” ${did}${depends ? ", by one way of counting" : ""}.`;
  },
  disagreeing: "By the difference they went one way, and by the ratio the other.",
  why: {
    chance: (n: Counted): string => `For ${n.text}, a change cannot be told from chance.`,
    depends: (n: Counted): string => `For ${n.text}, the answer depends on what is compared.`,
    "not-compared": (n: Counted, why: NotComputable): string => `For ${n.text}, ${becauseShort(why)}.`,
    "no-figures": (n: Counted): string => `${n.text} ${n.n === 1 ? "has" : "have"} no figures.`,
  },
  known: (n: string, of: Counted, all: boolean): string =>
    of.n === 1
      ? "How wide the gap is now is measured."
      : `How wide the gap is now is measured for ${all ? "all" : n} of them.`,
  the: (label: string): string => `the ${lowerFirst(label)}`,
  ways: {
    name: "On this page and beyond",
    area: (one: string): string => `How does my ${one} stand?`,
    missing: (things: Counted): string => `${capital(plural(things, "thing"))} this report has no figures for yet`,
  },
  worstOff: (groups: readonly { name: string; topics: Counted }[]): string =>
    `Worse off most often, of the two groups compared: ${list(groups.map(({ name, topics }) => `${name} (${plural(topics, "topic")})`))}.`,
  andAlso: "Also: ",
  /** The two groups now, and at an earlier time. */
  carrying: (first: FigureOf, second: FigureOf, now: string, before: Pair | null): string =>
    `${first.figure} ${first.where} and ${second.figure} ${second.where} (${now})${before === null ? "" : `; ${before.first} and ${before.second} ${when(before.period)}`}.`,
  carryingPublished: (now: string, figure: string, before: string, was: string): string =>
    `a published gap of ${figure} (${now}); ${was} ${when(before)}.`,
  states: {
    larger: "Gap grew",
    smaller: "Gap shrank",
    disagree: "Points and ratio disagree",
    same: "Gap hardly changed",
    "cannot-tell": "Change: cannot tell",
    "not-compared": "Change: not compared",
  } satisfies Record<TopicState, string>,
  /** A verdict where one of the two gaps alone moved, which goes with the state. */
  inOne: (type: GapType): string => (type === "absolute" ? " in points only" : " in ratio only"),
  /** Of what is neither good nor ill there is a difference and no gap. */
  difference: (words: string): string => words.replace(/^Gap/, "Difference"),
  /** A figure of people: 47.7 in 100 children, or in 100 where the groups say who they are. Events are counted per so many. */
  figure: (number: string, unit: string, people: string | null, events: boolean): string =>
    `${number} ${ofPeople(unit, people, events)}`,
  /** A group with its figure, for those who do not see the drawing. */
  heard: (group: string, figure: string): string => `${group} ${figure}`,
  /** The same without its number. */
  unit: ofPeople,
  bigOf: (unit: string, where: string, period: string): string => `${unit} ${where}, ${period}`,
  bigGap: (unit: string, period: string): string => `${unit}: the published gap ${when(period)}`,
  gap: {
    heading: (period: string | null): string => (period === null ? "Gap now" : `Gap now (${period})`),
    sides: (first: FigureOf, second: FigureOf): string =>
      `${first.figure} ${first.where}, ${second.figure} ${second.where}.`,
    extremes: (highest: FigureOf, lowest: FigureOf, larger: boolean): string =>
      `Highest ${highest.where}, ${highest.figure}; lowest ${lowest.where}, ${lowest.figure}${larger ? " (of the larger groups)" : ""}.`,
    elsewhere: (way: Way, one: FigureOf): string =>
      `The ${way === "higher" ? "highest" : "lowest"} figure is ${one.where}: ${one.figure}.`,
    own: (place: string, figure: string): string => `${place}: ${figure}.`,
    published: (period: string, figure: string): string => `The published gap was ${figure} ${when(period)}.`,
    older: (period: string): string => `Figures by group are of ${period}:`,
    none: (why: string): string => `No gap over all groups is worked out. ${sentence(why)}`,
    noFigures: (year: string): string => `No figures up to ${year}.`,
  },
  change: {
    heading: (since: string | null, until: string | null): string =>
      since === null || until === null
        ? "Change"
        : [since, until].some((label) => label.includes(" to "))
          ? `Change: ${since}, then ${until}`
          : `Change, ${since} to ${until}`,
    kind: kinds,
    of: (was: string, is: string, direction: GapDirection, line: { from: string; to: string } | null): string =>
      line === null
        ? `${was} then, ${is} now: ${did[direction]}`
        : `${was} then, ${is} now; the line through all years ${line.from === line.to ? `stays at ${line.to}` : `goes from ${line.from} to ${line.to}`}: ${did[direction]}`,
    byLine: (direction: GapDirection): string => `${did[direction]}, by the line through all years`,
    told: (kind: string, text: string): string => `${kind}: ${text}.`,
    bare: (direction: GapDirection): string => did[direction],
    alike: (direction: GapDirection, pair: boolean): string =>
      `${capital(pair ? did[direction] : `over all groups, ${did[direction]}`)}, in points and in ratio.`,
    overAll: (direction: GapDirection): string => `over all groups, ${did[direction]}`,
    not: "Not compared.",
    times: (number: string): string => `${number} times`,
    drawn: (period: string, first: string, second: string): string => `${period}: ${first}, ${second}.`,
    published: "the published gap",
  },
  sure: {
    heading: "How sure we are",
    gap: {
      clear: "Taken by itself, the gap now is larger than chance would usually make it.",
      chance: "Taken by itself, the gap now could be chance.",
      untested: "The source gives no margin of error for the gap.",
    },
    modelled: "The figures are modelled, and how wrong the model may be is not counted in that.",
    change: {
      both: "The change is clear in points and in ratio.",
      one: (type: GapType, other: GapDirection): string =>
        `The change is clear ${lowerFirst(kinds[type])}. ${kinds[type === "absolute" ? "relative" : "absolute"]}: ${did[other]}.`,
      opposite: "Both changes are clear, and they go opposite ways.",
      same: "Tested: a large change is unlikely.",
      partly: (same: GapType): string =>
        `Tested: a large change ${lowerFirst(kinds[same])} is unlikely; ${lowerFirst(kinds[same === "absolute" ? "relative" : "absolute"])} the figures cannot tell.`,
      chance: "Tested: the figures cannot tell a change from chance.",
      depends: (on: "baseline" | "framing" | null): string =>
        on === "framing"
          ? "That depends on whether one counts those who have it or those who do not."
          : "That depends on the year that one compares with.",
      untested: (why: NotComputable): string => `The change cannot be tested: ${becauseShort(why)}.`,
    },
    basis: {
      "since-baseline": "",
      overlapping: "The two times share some years.",
      "borrowed-error": "We borrowed the margin of error of our own gap to test it.",
      trend: "",
      none: "",
    } satisfies Record<Basis, string>,
    overLine: (periods: Counted, first: string, last: string): string =>
      `Tested on a line through ${plural(periods, "set")} of figures, ${first} to ${last}, not on two alone.`,
    overGroups: "Tested over all groups, not these two alone.",
    mayBeChance: "Among so many tests this one may still be chance.",
  },
  beside: {
    heading: (place: string): string => `Beside ${place}`,
    gaps: (period: string, place: string, theirs: string, own: string, ours: string): string =>
      `${capital(when(period))} the gap in ${place} was ${theirs}. In ${own} it was ${ours}.`,
    /** The difference and the ratio of two groups. */
    both: (difference: string, ratio: string): string => `${difference}, or ${ratio} times`,
    told: (
      points: "larger" | "smaller" | "chance" | "untested",
      ratio: "larger" | "smaller" | "chance" | "untested",
    ): string =>
      points === ratio
        ? `${sentence(besideDid[points])}`
        : `${besideDid[points]} in points; in ratio, ${lowerFirst(besideDid[ratio])}.`,
    notTested: "The difference is not tested.",
    isSide: (place: string): string => `${place} is one side of this gap.`,
    none: (place: string): string => `No figure for ${place} here.`,
  },
  also: "Other comparisons: ",
  notes: {
    partOf: { before: "Part of ", after: ": not counted again." },
    ofPlace: (place: string): string => `These figures are of ${place} as a whole.`,
    events: "One person can have several.",
    neither: "Not counted in the tally: more or less of it is neither good nor bad in itself.",
    neitherEvents:
      "Not counted in the tally: these figures cannot show what was justified. The difference stands here for itself.",
    sameSource: {
      before: "From the same dataset as ",
      after: (more: Counted): string => (more.n === 0 ? "." : ` and ${plural(more, "other topic", "other topics")}.`),
    },
  },
  core: "core",
  topics: {
    heading: "Topic by topic",
    lead: "What moved most clearly stands first. A gap counts as grown or shrunk only where a test says that it is clear. In points is the difference between two figures; in ratio is how many times as large one figure is as the other. Hollow: earlier. Filled: latest.",
    more: (n: Counted): string => plural(n, "more topic"),
  },
  filters: {
    group: "Choose topics",
    theme: "Theme",
    who: "Who is compared",
    verdict: "What became of the gap",
    core: "Which topics",
    all: { theme: "All themes", who: "All groups", verdict: "Any", core: "All topics" },
    coreOnly: "Core topics only",
    places: "Places",
    shown: (shown: string, all: string): string => `${shown} of ${all} topics shown`,
    reset: (n: Counted): string => `Show all ${plural(n, "topic")}`,
    none: "No topic fits these choices.",
  },
  tiles: {
    heading: "What matters most",
    doing: "What is being done",
    nothing: "No action of the plan is named for it.",
    about: (title: string): string => `: ${title}`,
    /** The other group, and the one beyond both, if there is one. */
    other: (one: FigureOf, beyond: (FigureOf & { way: Way }) | null): string =>
      `${capital(one.where)}: ${one.figure}.${beyond === null ? "" : ` ${capital(beyond.way === "higher" ? "highest" : "lowest")} of all ${beyond.where}: ${beyond.figure}.`}`,
    moved: (state: "larger" | "smaller", since: string, until: string, was: string, is: string): string =>
      `Between ${since} and ${until} the gap between the two ${state === "larger" ? "grew" : "shrank"} from ${was} to ${is}.`,
    span: (state: TopicState, since: string, until: string): string =>
      ({
        larger: `The gap grew between ${since} and ${until}.`,
        smaller: `The gap shrank between ${since} and ${until}.`,
        disagree: `Between ${since} and ${until} it shrank by one way of counting and grew by the other.`,
        same: `The gap hardly changed between ${since} and ${until}.`,
        "cannot-tell": `Whether the gap changed between ${since} and ${until} cannot be told.`,
        "not-compared": `The figures of ${since} and of ${until} are not compared.`,
      })[state],
    noSpan: "There is no earlier time to compare with.",
  },
  themes: {
    heading: "Themes",
    /** What became of the topics; null where that can be told of none. */
    counts: (topics: Counted, core: boolean, told: readonly string[] | null, more: Counted): string =>
      [
        topics.n === 0
          ? ""
          : told === null
            ? noneTold(topics, core ? "core topic" : "topic")
            : `${capital(plural(topics, core ? "core topic" : "topic"))}: ${list(told)}.`,
        more.n === 0 ? "" : `${plural(more, topics.n === 0 ? "topic" : "more topic")}.`,
      ]
        .filter(Boolean)
        .join(" "),
    count: {
      larger: (n: Counted): string => `${plural(n, "gap")} grew`,
      smaller: (n: Counted): string => `${plural(n, "gap")} shrank`,
      disagree: (n: Counted): string => `${plural(n, "gap")} shrank and grew`,
      same: (n: Counted): string => `${plural(n, "gap")} hardly changed`,
      untold: (n: Counted): string => `for ${n.text} we cannot tell`,
    },
    none: "No figures yet.",
    missing: (n: Counted): string => `${plural(n, "thing")} not measured here`,
    why: (told: readonly string[]): string => `: ${list(told)}.`,
  },
};
