import {
  bases,
  gapDirections,
  kinds,
  languages,
  levelDirections,
  measureIds,
  missingStates,
  orders,
  scales,
  temperatures,
  verdictIds,
} from "../model.ts";
import { noteIds, reasons } from "../reasons-and-notes.ts";
import { causes, figureCauses } from "../results/changes.ts";
import { standings, whyNotCompared } from "../results/comparison.ts";
import { dataGapStates } from "../results/results.ts";
import { comparisonTables, tableNames } from "../results/tables.ts";

/** The words that a catalogue is asked by, in every language. They choose a sentence and are never printed. */

const gapTypes = ["absolute", "relative"] as const;
export type GapType = (typeof gapTypes)[number];
const ways = ["higher", "lower"] as const;
export type Way = (typeof ways)[number];
const prepositions = ["in", "among"] as const;
export type Preposition = (typeof prepositions)[number];
/** What the ends of a ladder are called. */
const ladders = ["deprived", "disadvantaged"] as const;
export type Ladder = (typeof ladders)[number];
/** What stands for the level: that of the place, or a plain average of the groups, which says nothing of the place. */
const levelsOf = ["place", "groups"] as const;
export type LevelOf = (typeof levelsOf)[number];
/** Of a group beside others, in reading order: the clearest disadvantage first. */
export const clarities = [
  "worse",
  "worse-untested",
  "different",
  "different-untested",
  "unclear",
  "better-untested",
  "better",
  "modelled",
] as const;
export type Clarity = (typeof clarities)[number];

/** What became of a topic's gap, as a reader asks for it, what asks most for attention first. */
export const topicStates = ["larger", "disagree", "smaller", "same", "cannot-tell", "not-compared"] as const;
export type TopicState = (typeof topicStates)[number];
/** Whether the place is getting fairer. */
export const answerIds = ["yes", "partly", "no", "cannot-say"] as const;
export type AnswerId = (typeof answerIds)[number];
/** What carries that answer, among the topics that can be told. */
export const carriers = [
  "nothing",
  "same",
  "disagree",
  "only-larger",
  "only-smaller",
  "few-smaller",
  "more-larger",
  "more-smaller",
  "even",
] as const;
export type Carrier = (typeof carriers)[number];

export const vocabulary: ReadonlySet<string> = new Set<string>([
  ...[gapTypes, ways, prepositions, ladders, levelsOf, orders, clarities, topicStates, answerIds, carriers].flat(),
  ...[gapDirections, levelDirections, temperatures, bases, verdictIds, reasons, noteIds].flat(),
  ...[measureIds, kinds, scales, languages, tableNames, causes, figureCauses, dataGapStates, missingStates].flat(),
  ...[standings, whyNotCompared, comparisonTables].flat(),
  ...["baseline", "framing", "narrower", "wider"],
  ...["most", "least", "highest", "lowest", "up", "down", "level", "falls", "rises", "only", "several"],
  ...["report", "publisher", "published", "pooled", "plain-average", "levelling-down", "=", "<", ">"],
  ...["on-this-trend", "reached", "not-on-this-trend", "results", "tables", "columns"],
  ...[
    "own",
    "numerator",
    "denominator",
    "figure",
    "count",
    "unrecorded",
    "rounded",
    "percentiles",
    "percentile",
    "ratio",
    "%",
    "rate",
    "death-rate",
  ],
  ...["two", "group", "zero", "nobody", "people", "events", "change", "trend", "spread"],
  ...["public-purse", "society", "money", "time", "in-kind", "health", "wellbeing", "apart", "the-same"],
  ...["two-measured", "three-declared", "three-national", "thirty-areas"],
]);
