import {
  bases,
  gapDirections,
  kinds,
  languages,
  levelDirections,
  measureIds,
  missingStates,
  noteIds,
  orders,
  reasons,
  scales,
  temperatures,
  verdictIds,
} from "../model.ts";
import { causes } from "../results/changes.ts";
import { dataGapStates } from "../results/results.ts";
import { tableNames } from "../results/tables.ts";

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
const corners = ["better-narrower", "worse-narrower", "better-wider", "worse-wider"] as const;
export type Corner = (typeof corners)[number];
/** Of a group beside others, in reading order: the clearest disadvantage first. */
export const clarities = [
  "worse",
  "worse-untested",
  "different",
  "different-untested",
  "unclear",
  "better-untested",
  "better",
] as const;
export type Clarity = (typeof clarities)[number];

export const vocabulary: ReadonlySet<string> = new Set<string>([
  ...[gapTypes, ways, prepositions, ladders, levelsOf, orders, corners, clarities].flat(),
  ...[gapDirections, levelDirections, temperatures, bases, verdictIds, reasons, noteIds].flat(),
  ...[measureIds, kinds, scales, languages, tableNames, causes, dataGapStates, missingStates].flat(),
  ...["baseline", "framing", "narrower", "wider"],
  ...["most", "least", "highest", "lowest", "up", "down", "level", "falls", "rises", "only", "several"],
  ...["report", "publisher", "published", "pooled", "plain-average", "levelling-down", "=", "<", ">"],
  ...["on-this-trend", "reached", "not-on-this-trend", "results", "tables", "columns"],
  ...[
    "own",
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
  ...["two-measured", "three-declared", "three-national", "thirty-areas"],
  ...["nothing-to-compare", "not-comparable", "by-trend", "not-tested", "no-level", "no-clear-gap-before"],
]);
