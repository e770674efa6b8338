import { type Kind, kindFacts, lifeTableAges, lifeTables, type Scale } from "../model.ts";
import { fiveYearBands } from "./five-year-bands.ts";
import type { Statistic } from "./indicator.ts";

type StatisticOf<K extends Kind> = Extract<Statistic, { kind: K }>;

/** Keys of a statistic that name no column. */
type Setting =
  | "kind"
  | "per"
  | "unit"
  | "scale"
  | "interval_level"
  | "standard"
  | "bands"
  | "at"
  | "accepted"
  | "why"
  | "alternatives"
  | "causes";

/** What the cells of a column are: a count, a size or an error, which is not negative; any figure; or a band of age. */
export type Held = "amount" | "figure" | "age";

interface KindRules<Key extends PropertyKey> {
  /** Every column that a statistic may name. */
  columns: Record<Key, Held>;
  /** Columns without which a row says nothing. */
  needed: readonly Key[];
  /** How the rows of a group become its figures: counts are added up, values averaged, published figures stand in one row. */
  rows: "added-up" | "averaged" | "single";
  /** What a gap can be counted in; "by-scale" where the declared scale says whether figures count people. */
  counts: "people" | "events" | "not-a-count" | "by-scale";
  /** Bands of age that rows come in unless declared, the youngest first; null where rows have none. */
  bands: readonly string[] | null;
  /** The same where rows end with another open band. */
  otherEnds?: readonly (readonly string[])[];
}

/** What the definition of each kind and its rows must hold. */
export const kindRules = {
  proportion: {
    columns: { numerator: "amount", denominator: "amount" },
    needed: ["numerator", "denominator"],
    rows: "added-up",
    counts: "people",
    bands: null,
  },
  rate: {
    columns: { numerator: "amount", denominator: "amount" },
    needed: ["numerator", "denominator"],
    rows: "added-up",
    counts: "people",
    bands: null,
  },
  mean: {
    columns: { value: "figure", count: "amount", sd: "amount" },
    needed: ["value", "count", "sd"],
    rows: "averaged",
    counts: "not-a-count",
    bands: null,
  },
  dsr: {
    columns: { numerator: "amount", denominator: "amount", age: "age" },
    needed: ["numerator", "denominator"],
    rows: "added-up",
    counts: "events",
    bands: fiveYearBands,
    otherEnds: [
      [...fiveYearBands.slice(0, -2), "85+"],
      [...fiveYearBands.slice(0, -1), "90-94", "95+"],
    ],
  },
  "dsr-as-published": {
    columns: { value: "figure", lower: "figure", upper: "figure", numerator: "amount", denominator: "amount" },
    needed: ["value"],
    rows: "single",
    counts: "events",
    bands: null,
  },
  smr: {
    columns: { numerator: "amount", denominator: "amount", age: "age" },
    needed: ["numerator", "denominator"],
    rows: "added-up",
    counts: "events",
    bands: fiveYearBands,
  },
  "life-expectancy": {
    columns: { numerator: "amount", denominator: "amount", age: "age" },
    needed: ["numerator", "denominator"],
    rows: "added-up",
    counts: "not-a-count",
    bands: lifeTableAges.map(String),
    otherEnds: lifeTables.filter((ages) => ages !== lifeTableAges).map((ages) => ages.map(String)),
  },
  "healthy-life-expectancy": {
    columns: { numerator: "amount", denominator: "amount", age: "age", healthy: "amount", asked: "amount" },
    needed: ["numerator", "denominator", "healthy", "asked"],
    rows: "added-up",
    counts: "not-a-count",
    bands: lifeTableAges.map(String),
    otherEnds: lifeTables.filter((ages) => ages !== lifeTableAges).map((ages) => ages.map(String)),
  },
  published: {
    columns: {
      value: "figure",
      lower: "figure",
      upper: "figure",
      numerator: "amount",
      denominator: "amount",
      standard_error: "amount",
      weight: "amount",
    },
    needed: ["value"],
    rows: "single",
    counts: "by-scale",
    bands: null,
  },
} as const satisfies {
  [K in Kind]: [StatisticOf<K>] extends [never]
    ? "a schema in indicator.ts"
    : KindRules<Exclude<keyof StatisticOf<K>, Setting>>;
};

type Rules = typeof kindRules;
type KindBy<Rows extends KindRules<never>["rows"]> = { [K in Kind]: Rules[K]["rows"] extends Rows ? K : never }[Kind];

/** Statistics made from counts that are added up. */
export type AddedUp = StatisticOf<KindBy<"added-up">>;
/** Statistics whose values are averaged. */
export type Averaged = StatisticOf<KindBy<"averaged">>;
/** Statistics copied from a single row of published figures. */
export type Single = StatisticOf<KindBy<"single">>;
/** Statistics that are made from counts by band of age. */
export type Banded = StatisticOf<{ [K in Kind]: Rules[K]["bands"] extends null ? never : K }[Kind]>;

export const isAddedUp = (statistic: Statistic): statistic is AddedUp => kindRules[statistic.kind].rows === "added-up";
export const isAveraged = (statistic: Statistic): statistic is Averaged =>
  kindRules[statistic.kind].rows === "averaged";
export const isBanded = (statistic: Statistic): statistic is Banded => kindRules[statistic.kind].bands !== null;

/** First ages of the bands of a life table, by how many they are. */
export const lifeTableOf = (bands: number): readonly number[] =>
  lifeTables.find(({ length }) => length === bands) ?? lifeTableAges;

/** The columns that a statistic names, by key. */
export const columnsOfStatistic = (statistic: Statistic): { key: string; column: string; held: Held }[] =>
  Object.entries<Held>(kindRules[statistic.kind].columns).flatMap(([key, held]) => {
    const column: unknown = Object.entries(statistic).find(([name]) => name === key)?.[1];
    return typeof column === "string" ? [{ key, column, held }] : [];
  });

/** Columns whose counts are added up in each band of age beside the numerator and the denominator. */
export function bandColumns(statistic: Statistic): string[] {
  if (statistic.kind === "healthy-life-expectancy") return [statistic.healthy, statistic.asked];
  return statistic.kind === "life-expectancy" ? statistic.causes.map(({ deaths }) => deaths) : [];
}

/** Columns that groups are divided or weighed by. */
export const sizeColumns = (statistic: Statistic): { key: string; column: string }[] =>
  columnsOfStatistic(statistic).filter(({ key }) => ["denominator", "weight", "count"].includes(key));

/** Other denominators that a statistic names. */
export const alternativesOf = (statistic: Statistic) => ("alternatives" in statistic ? statistic.alternatives : []);

/** Columns without which a row says nothing. */
export const neededColumns = (statistic: Statistic): string[] => {
  const needed: readonly string[] = kindRules[statistic.kind].needed;
  const named = columnsOfStatistic(statistic).flatMap(({ key, column }) => (needed.includes(key) ? [column] : []));
  return [...new Set([...named, ...bandColumns(statistic)])];
};

/** The working scale of a statistic: set by its kind, declared for published figures. */
export const scaleOf = (statistic: Statistic): Scale =>
  "scale" in statistic ? statistic.scale : kindFacts[statistic.kind].scale;

/** Values are given per this many; 1 for means and years. */
export const perOf = (statistic: Statistic): number => ("per" in statistic ? (statistic.per ?? 1) : 1);
