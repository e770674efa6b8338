import type { Publishable } from "../disclose/publishable.ts";
import { isMissing, type Limits, type Temperature } from "../model.ts";
import { type Breakdown, breakdownsOf } from "./breakdown.ts";
import { count, digits, list, lowerFirst, number, plural, quantity } from "./format.ts";
import { theLevel } from "./level.ts";
import { isMove, type Move, moveOf, type Unmoved } from "./moves.ts";
import { gapUnit } from "./sentences.ts";

/** What the first page says of all comparisons together. */

export const allBreakdowns = (results: Publishable): Breakdown[] =>
  results.indicators.flatMap((indicator) => breakdownsOf(results, indicator));

/** From cold to hot, and then what is neither. */
const strip = ["cooling", "steady", "heating", "mixed", "unknown"] as const satisfies readonly Temperature[];

export const tally = (all: readonly Breakdown[]): { temperature: Temperature; n: number }[] =>
  strip.map((temperature) => ({
    temperature,
    n: all.filter(({ result }) => result.verdict.temperature === temperature).length,
  }));

/** A comparison by name. */
export const nameOf = (b: Breakdown): string => `${b.indicator.title}, by ${lowerFirst(b.dimension.title)}`;

/** A comparison by name, inside a sentence that has a colon of its own. */
const inside = (b: Breakdown): string => lowerFirst(nameOf(b)).replace(": ", ", ");

/** Whole per cent, or "less than 1%". */
export function shareWords(share: number): string {
  const size = Math.abs(share);
  return size > 0 && size < 0.005 ? "less than 1%" : quantity(100 * size, "%", 0);
}

const outcome: Record<Temperature, (n: number) => string> = {
  cooling: (n) => `${count(n)} narrowed`,
  heating: (n) => `${count(n)} widened`,
  mixed: (n) => `${count(n)} ${n === 1 ? "is" : "are"} mixed`,
  steady: (n) => `${count(n)} ${n === 1 ? "shows" : "show"} no clear change`,
  unknown: (n) => `${count(n)} can't be told`,
};

const toldOrder = ["cooling", "heating", "mixed", "steady"] as const;

function outcomes(all: readonly Breakdown[]): string[] {
  const counts = new Map(tally(all).map(({ temperature, n }) => [temperature, n]));
  return toldOrder.flatMap((temperature) => {
    const n = counts.get(temperature) ?? 0;
    return n === 0 ? [] : [outcome[temperature](n)];
  });
}

const known = (all: readonly Breakdown[]): Breakdown[] =>
  all.filter(({ result }) => result.verdict.temperature !== "unknown");

function countSentence(all: readonly Breakdown[]): string {
  const can = known(all).length;
  return can === 0
    ? `We can't tell yet whether any of ${plural(all.length, "gap")} has changed.`
    : `${count(can)} of ${plural(all.length, "gap")} can be compared with an earlier time: ${list(outcomes(all))}.`;
}

type Way = "cooling" | "heating";
type Tested = Exclude<Exclude<Breakdown["result"]["change"], { reason: string }>["absolute"], { reason: string }>;

const direction = { cooling: "down", heating: "up" } as const;
const verb = { cooling: "narrowed", heating: "widened" } as const;
const larger = { cooling: "smaller", heating: "larger" } as const;

interface Mover {
  b: Breakdown;
  since: string;
  until: string;
  type: "absolute" | "relative";
  change: Tested;
  /** Of where it started; null where a share would mislead. */
  share: number | null;
  mayBeChance: boolean;
}

/** The gap of a comparison that clearly went one way: the absolute one, else the relative. */
function moverOf(b: Breakdown, way: Way): Mover[] {
  const { change, verdict, notes } = b.result;
  if (isMissing(change) || verdict.temperature !== way) return [];
  const clear = (one: Tested) => one.clear && one.direction === direction[way];
  const { absolute, relative, baseline, current } = change;
  const shared = {
    b,
    since: baseline.label,
    until: current.label,
    mayBeChance: notes.some(({ id }) => id.startsWith("may-be-chance-among-")),
  };
  if (clear(absolute)) {
    const move = moveOf(b);
    return [{ ...shared, type: "absolute", change: absolute, share: isMove(move) ? Math.abs(move.gap.value) : null }];
  }
  return isMissing(relative) ? [] : [{ ...shared, type: "relative", change: relative, share: null }];
}

const moversOf = (all: readonly Breakdown[], way: Way): Mover[] =>
  all
    .flatMap((b) => moverOf(b, way))
    .sort((a, c) => Number(a.mayBeChance) - Number(c.mayBeChance) || (c.share ?? -1) - (a.share ?? -1));

function size({ b, type, change, share, since, until }: Mover, way: Way): string {
  if (share !== null && share < 1) return `is about ${shareWords(share)} ${larger[way]} in ${until} than in ${since}`;
  if (share !== null && way === "heating")
    return `is about ${number(1 + share, 1)} times as large in ${until} as in ${since}`;
  const gap = b.latest[type];
  const unit = isMissing(gap) ? "" : gapUnit(gap);
  const places = isMissing(gap) ? 1 : digits(gap.oriented, unit);
  return `went from ${quantity(change.from, unit, places)} in ${since} to ${quantity(change.to, unit, places)} in ${until}`;
}

/** What became of the level, after what became of the gap. */
function andLevel({ b }: Mover, way: Way): string {
  const { overall, levellingDown } = b.result.verdict;
  if (levellingDown) return ", but the better-off side got worse";
  if (overall === "improving") return `, ${way === "cooling" ? "and" : "but"} ${theLevel(b)} got better`;
  if (overall === "worsening") return `, ${way === "heating" ? "and" : "but"} ${theLevel(b)} got worse`;
  return "";
}

function moverSentence(all: readonly Breakdown[], way: Way): string {
  const movers = moversOf(all, way);
  const [first] = movers;
  if (first === undefined) return `No gap has clearly ${verb[way]}.`;
  const most = movers.length > 1 && first.share !== null ? " most" : "";
  const which = movers.length === 1 ? "The one gap that" : most === "" ? "One gap that" : "The gap that";
  const relative = first.type === "relative" ? " in relative terms" : "";
  const chance = first.mayBeChance ? " (which may be chance)" : "";
  return `${which} ${verb[way]}${most}${relative} is in ${inside(first.b)}: it ${size(first, way)}${andLevel(first, way)}${chance}.`;
}

/** What changed since last time: three sentences, always. */
export function changedSentences(results: Publishable): [string, string, string] {
  const all = allBreakdowns(results);
  if (known(all).length > 0) return [countSentence(all), moverSentence(all, "cooling"), moverSentence(all, "heating")];
  return [
    countSentence(all),
    "A change needs figures for two times that share no day, made in the same way, with intervals.",
    "The table below says how big each gap is now.",
  ];
}

export const glanceHeadings = {
  changed: "What changed since last time",
  strip: "How many gaps are closing",
  quadrant: "Gaps and levels together",
  grid: "How many comparisons have each verdict",
  findings: "Every comparison",
  themes: "Themes",
} as const;

export const temperatureMeaning: Record<Temperature, string> = {
  cooling: "the gap narrowed",
  steady: "no clear change in the gap",
  heating: "the gap widened",
  mixed: "the absolute and the relative gap went opposite ways",
  unknown: "not enough data to tell",
};

export const stripCaption = (results: Publishable): string =>
  `${plural(allBreakdowns(results).length, "comparison")} between groups, for ${plural(results.indicators.length, "indicator")}.`;

/** Counts by temperature in a few words, for a theme. */
export function themeCounts(all: readonly Breakdown[]): string {
  if (all.length === 0) return "No figures yet";
  const counts = tally(all).flatMap(({ temperature, n }) => (n === 0 ? [] : [`${count(n)} ${temperature}`]));
  return `${plural(all.length, "comparison")}: ${list(counts)}`;
}

export const cannotYet = (n: number): string => `${plural(n, "thing")} we cannot measure yet`;

/** The quadrant chart. */
export function quadrantTitle(moves: readonly Move[]): string {
  const both = moves.filter(({ b }) => b.result.verdict.id === "fairer-and-better").length;
  const neither = moves.filter(({ b }) => b.result.verdict.id === "worse-and-less-fair").length;
  const told = [
    both === 0 ? null : `${count(both)} became fairer and better`,
    neither === 0 ? null : `${count(neither)} became worse and less fair`,
  ].filter((text) => text !== null);
  return told.length === 0
    ? `${plural(moves.length, "gap")}: none clearly moved together with its level`
    : `Of ${plural(moves.length, "gap")} on the chart, ${list(told)}`;
}

export const quadrantSubtitle = ({ place, year }: Publishable): string =>
  `Change of the absolute gap (up: narrower) and of the overall level (right: better), in per cent of where each started. ${place.name}, ${count(year).replace(",", "")}.`;

export const quadrantKey = (confidence: number): string =>
  [
    "Both scales are in per cent of the figure at the start, and are the same up and across. At 20% narrower, a gap has lost a fifth of its size.",
    `Bars are ${count(100 * confidence)}% intervals. A bar that crosses a middle line shows no clear change that way; one that reaches the edge goes on beyond it.`,
    "Shapes: a triangle down is cooling, a triangle up heating, a square steady. A diamond is mixed: the relative gap went the other way.",
  ].join(" ");

export type Corner = "better-narrower" | "worse-narrower" | "better-wider" | "worse-wider";

export const cornerWords: Record<Corner, string> = {
  "better-narrower": "Level better, gap narrower",
  "worse-narrower": "Level worse, gap narrower",
  "better-wider": "Level better, gap wider",
  "worse-wider": "Level worse, gap wider",
};

export const cornerCount = (n: number): string => (n === 0 ? "none here" : plural(n, "comparison"));

export const levelWords = (share: number): string => `${shareWords(share)} ${share < 0 ? "worse" : "better"}`;
export const gapWords = (share: number): string => `${shareWords(share)} ${share < 0 ? "wider" : "narrower"}`;
export const noMove = "as it was";

/** A share with its limits in words: 35% narrower (29% narrower to 4% wider). */
export function withLimits({ value, lower, upper }: Limits, say: (share: number) => string): string {
  return lower === null || upper === null ? say(value) : `${say(value)} (${say(lower)} to ${say(upper)})`;
}

/** What a dot says when it is pointed at. */
export const pointedAt = (n: number, { b, gap, level, since, until }: Move): string =>
  `${n} ${nameOf(b)}, ${since} to ${until}: gap ${withLimits(gap, gapWords)}, level ${withLimits(level, levelWords)}`;

export const quadrantTable = {
  caption: "Change of the gap and of the level, as a share of where each started",
  head: ["Comparison", "Since", "Gap", "Level"],
} as const;

export function quadrantDescription(moves: readonly Move[], corners: Readonly<Record<Corner, number>>): string {
  const where = Object.entries(corners).map(
    ([corner, n]) => `${lowerFirst(cornerWords[corner as Corner])}, ${count(n)}`,
  );
  const [first, last] = [moves[0], moves.at(-1)];
  const ends =
    first === undefined || last === undefined || first === last
      ? ""
      : ` At the top: ${nameOf(first.b)}, gap ${withLimits(first.gap, gapWords)}. At the bottom: ${nameOf(last.b)}, gap ${withLimits(last.gap, gapWords)}.`;
  return `${plural(moves.length, "comparison")}: ${where.join("; ")}.${ends}`;
}

const leftOut: Record<Unmoved["why"], (n: number) => string> = {
  "nothing-to-compare": (n) => `${count(n)} ${n === 1 ? "has" : "have"} no earlier figures to compare with`,
  "not-tested": (n) => `${count(n)} ${n === 1 ? "has" : "have"} no intervals, so no change can be tested`,
  "no-level": (n) => `for ${count(n)} the change of the level can't be told`,
  "no-clear-gap-before": (n) => `${count(n)} had no clear gap to start from`,
};

/** Which comparisons the chart cannot show. */
export function leftOutSentence(unmoved: readonly Unmoved[]): string | null {
  if (unmoved.length === 0) return null;
  const told = Object.entries(leftOut).flatMap(([why, say]) => {
    const n = unmoved.filter((one) => one.why === why).length;
    return n === 0 ? [] : [say(n)];
  });
  return `Not on the chart: ${list(told)}.`;
}

export const noQuadrant = "No comparison can be set on a chart of changes yet.";

/** The table of every comparison, and the controls that its script makes. */
export const findingsCaption = "Figures of the newest period, with intervals in brackets";

export const findingsHead = {
  indicator: "Indicator",
  theme: "Theme",
  by: "By",
  spark: "Absolute gap over time",
  level: "Level",
  absolute: "Absolute gap",
  relative: "Relative gap",
  change: "Change of the gaps",
  verdict: "Verdict",
} as const;

export const controlWords = {
  group: "Filter the table",
  all: "All",
  reset: "Show all, in the first order",
  shown: "{shown} of {all} comparisons shown",
} as const;

export const averageWords = "average of the groups";
export const noInterval = "no interval";
export const notStraight = "not a straight gradient";

/** What a small line of the gap says to those who do not see it. */
export function sparkWords(values: readonly { label: string; text: string }[]): string {
  const [first, last] = [values[0], values.at(-1)];
  if (first === undefined || last === undefined) return "";
  if (values.length === 1) return `One period: ${last.text} in ${last.label}.`;
  return `${plural(values.length, "period")}: ${first.text} in ${first.label}, ${last.text} in ${last.label}.`;
}

export const noSpark = "no gap to draw";

/** A theme's own page. */
export const themeWords = {
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
} as const;
