import type { Scale, Stance, Temperature } from "../../model.ts";
import { list, lowerFirst } from "../english.ts";
import { temperatures } from "./method.ts";
import { type FromTo, wayWords } from "./phrases.ts";

const stanceWords: Record<Stance, string> = { ...wayWords, neither: "neither" };

/** Every number that a gap was made from, and other measures of it. */

/** What each group adds to a gap and to a change. */
export const contributions = {
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
  changeCaption: (unit: string, indicator: string, groups: string, span: FromTo | null): string =>
    `What each group added to the change of the average (${unit}), ${indicator}, ${groups}${span === null ? "" : `, ${span.from} to ${span.to}`}`,
  changeHead: ["Group", "Its own level changed", "Its share of people changed", "Both"],
  together: "All together",
};

const scaleWords: Record<Scale, string> = { identity: "identity", log: "log", logit: "logit" };

/** Every number that a gap was made from, on the page and for the command explain. Letters and formulas stay as they are. */
export const working = {
  title: "The working, number by number",
  about:
    "Every number that this gap was made from, as the command tempcheck explain prints it. The method page has the formulas.",
  caption: (step: string, table: number, indicator: string, groups: string): string =>
    `Working, ${lowerFirst(step)}${table === 0 ? "" : `, table ${table + 1}`}: ${indicator}, ${groups}`,
  heading: (indicator: string, groups: string): string => `${indicator}, by ${groups}`,
  period: (heading: string, label: string, start: string, end: string): string =>
    `${heading}, ${label} (${start} to ${end})`,
  noFigures: "No figures up to the reporting year.",
  values: (unit: string, better: Stance, percent: string): string =>
    `Values in ${unit}; ${stanceWords[better]} is better; ${percent} intervals.`,
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
  corners: (gap: string, range: string): string => `${gap}; ${range} with the counts anywhere in their ranges`,
  notKnown: (why: string): string => `Not known: ${why}`,
  level: (figure: string, published: boolean): string => `${figure}, ${published ? "as published" : "from the groups"}`,
  par: (group: string, par: string, people: string): string => `par = y of ${group} - mu = ${par}; ${people}`,
  split: "change of the groups' mean level, by group:",
  noSplit: (why: string): string => `change of the groups' mean level, by group: not computed. ${why}`,
  noChange: (why: string): string => `None: ${why}`,
  changes: {
    absolute: (text: string): string => `absolute gap: ${text}`,
    relative: (text: string): string => `relative gap: ${text}`,
    overall: (better: Stance, text: string): string => `overall level (${stanceWords[better]} is better): ${text}`,
    disadvantagedEnd: (text: string): string => `disadvantaged end: ${text}`,
    advantagedEnd: (text: string): string => `advantaged end: ${text}`,
  },
  moved: ({ from, to }: FromTo): string => `${from} to ${to}`,
  untested: (moved: string, why: string): string => `${moved}. ${why}`,
  how: {
    difference: (change: string): string => `change ${change}`,
    log: (ratio: string): string => `ratio of the two ${ratio}`,
    variance: (change: string): string => `change ${change}, tested as a variance`,
    root: (change: string): string => `change ${change}`,
  },
  studentsT: (t: string, degrees: string): string => `t = ${t} on ${degrees} degrees of freedom`,
  adjusted: (p: string): string => `(${p} among all changes tested)`,
  tested: (moved: string, how: string, test: string, clear: boolean): string =>
    `${moved}; ${how}${test}: ${clear ? "clear" : "not clear"}`,
  note: (id: string, text: string): string => `${id}: ${text}`,
};

/** Every measure of the method for one gap. */
export const otherMeasures = {
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
