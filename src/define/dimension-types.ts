import { type DimensionType, dimensionTypes, groupsAre, type Order } from "../model.ts";
import { numeric } from "./columns.ts";
import type { ColumnType } from "./dataset.ts";
import type { Dimension } from "./project.ts";

type DimensionOf<T extends DimensionType> = Extract<Dimension, { type: T }>;

/** Keys of a dimension that name no column with figures of its areas. */
type Setting =
  | ("id" | "title" | "about" | "preposition" | "characteristic" | "made_of" | "type" | "groups")
  | ("areas" | "ranking" | "cut" | "high_score" | "map" | "context" | "postcodes" | "alternatives")
  | ("ordered" | "reference" | "not_stated" | "outside");

interface DimensionRules<Key extends PropertyKey> {
  /** Columns with figures of the areas, and the types that they may have. */
  columns: Record<Key, readonly ColumnType[]>;
  /** Whether an indicator may say which of two sides is disadvantaged. */
  hasSides: boolean;
}

/** What the definition of each type of dimension must hold. */
const dimensionRules = {
  quantiles: { columns: { score: numeric, population: numeric, quantile: ["text", ...numeric] }, hasSides: false },
  groups: { columns: {}, hasSides: false },
  pair: { columns: {}, hasSides: true },
  areas: { columns: { population: numeric }, hasSides: false },
} as const satisfies {
  [T in DimensionType]: [DimensionOf<T>] extends [never]
    ? "a schema in project.ts"
    : DimensionRules<Exclude<keyof DimensionOf<T>, Setting>>;
};

type TypeOf<Are extends (typeof groupsAre)[DimensionType]> = {
  [T in DimensionType]: (typeof groupsAre)[T] extends Are ? T : never;
}[DimensionType];

/** Dimensions whose groups are areas, with a page each. */
export type AreasDimension = DimensionOf<TypeOf<"areas">>;
/** Dimensions whose groups are sets of ranked areas. */
export type RankedDimension = DimensionOf<TypeOf<"sets-of-areas">>;
/** Dimensions whose groups are the values of a column. */
export type PeopleDimension = DimensionOf<TypeOf<"people">>;

export const isOfAreas = (dimension: Dimension): dimension is AreasDimension => groupsAre[dimension.type] === "areas";
export const isRanked = (dimension: Dimension): dimension is RankedDimension =>
  groupsAre[dimension.type] === "sets-of-areas";
export const isOfPeople = (dimension: Dimension): dimension is PeopleDimension =>
  groupsAre[dimension.type] === "people";

/** Types whose groups are the values of a column. */
export const typesOfPeople = dimensionTypes.filter((type) => groupsAre[type] === "people");

/** The two sides of a dimension, of which an indicator may say which is disadvantaged; none where it has no sides. */
export const sidesOf = (dimension: Dimension): string[] =>
  dimensionRules[dimension.type].hasSides && "groups" in dimension ? dimension.groups.map(({ id }) => id) : [];

/** The columns with figures of areas that a dimension names, by key. */
export const columnsOfDimension = (
  dimension: Dimension,
): { key: string; column: string; types: readonly ColumnType[] }[] =>
  Object.entries<readonly ColumnType[]>(dimensionRules[dimension.type].columns).flatMap(([key, types]) => {
    const column: unknown = Object.entries(dimension).find(([name]) => name === key)?.[1];
    return typeof column === "string" ? [{ key, column, types }] : [];
  });

/** Other rankings of the same areas that a dimension names. */
export const rankingsOf = (dimension: Dimension) => (isRanked(dimension) ? dimension.alternatives : []);

/** Among whom the groups are ranked; null where there is no rank. */
export function rankingOf(dimension: Dimension): "local" | "national" | null {
  switch (dimension.type) {
    case "quantiles":
      return dimension.ranking;
    case "groups":
      return dimension.ranking ?? "local";
    case "pair":
    case "areas":
      return null;
  }
}

/** How the groups of a dimension relate. */
export function orderOf(dimension: Dimension): Order {
  switch (dimension.type) {
    case "quantiles":
      return "ordered";
    case "pair":
      return "pair";
    case "areas":
      return "unordered";
    case "groups":
      return dimension.ordered ? "ordered" : "unordered";
  }
}
