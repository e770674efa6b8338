import type { AreasDimension, PeopleDimension, RankedDimension } from "../define/dimension-types.ts";
import type { Dimension } from "../define/project.ts";
import { UserError, type Where } from "../error.ts";
import { type Area, publishedCell, type RankedArea } from "./areas.ts";
import type { Shape } from "./shapes.ts";

/** Cuts ranked areas into k groups: given by estimate, so that ingest holds no statistics. */
export interface AreaCuts {
  equalPopulation(areas: readonly RankedArea[], k: number): Map<string, number>;
  equalCount(areas: readonly RankedArea[], k: number): Map<string, number>;
  /** Areas that a cut would part although they share a score. */
  keptTogether(areas: readonly RankedArea[], k: number, cut: "equal-population" | "equal-count"): readonly RankedArea[];
}

/** A dimension as this build's data make it. */
export interface GroupedDimension {
  id: string;
  groups: Group[];
  /** How many areas stay together in a quantile although a cut falls between them, because they share a score. */
  together: number;
}

interface Group {
  id: string;
  label: string;
  phrase: string;
  tile: { column: number; row: number } | null;
  /** Polygons of an area, where the project has them. */
  shape: Shape | null;
  /** Areas of a quantile, by name. */
  members: string[];
  /** Codes of the areas of a quantile; its own code for an area. */
  codes: string[];
  /** Their populations, in the same order; 1 each where the dimension names none. */
  populations: number[];
  /** How many areas must have a figure before the group has one; null where groups are read from a column. */
  areas: number | null;
}

/** A value of a column with the group that it stands for. */
type GroupRow = [value: string, group: string | null, position: number, standing: "group" | "not-stated" | "outside"];

/** The groups of a dimension, and the values that stand for them. */
interface Grouped {
  grouped: GroupedDimension;
  values: GroupRow[];
}

type At = (...path: PropertyKey[]) => Where;

/** The groups of a dimension. `where` finds its keys in the project file. */
export function groupsOf(dimension: Dimension, areas: readonly Area[], cuts: AreaCuts, where: At): Grouped {
  switch (dimension.type) {
    case "areas":
      return eachArea(dimension, areas);
    case "quantiles":
      return rankedAreas(dimension, areas, cuts, where);
    case "groups":
    case "pair":
      return valuesOfColumn(dimension);
  }
}

/** A group without anything that belongs to areas. */
const plain = ({ id, label, phrase }: Pick<Group, "id" | "label" | "phrase">): Group => ({
  ...{ id, label, phrase },
  tile: null,
  shape: null,
  members: [],
  codes: [],
  populations: [],
  areas: null,
});

const eachArea = ({ id }: AreasDimension, areas: readonly Area[]): Grouped => ({
  grouped: {
    id,
    together: 0,
    groups: areas.map(({ code, name, tile }) => ({
      ...plain({ id: code, label: name, phrase: name }),
      tile,
      codes: [code],
      populations: [1],
      areas: 1,
    })),
  },
  values: areas.map(({ code }, index) => [code, code, index, "group"]),
});

function rankedAreas(dimension: RankedDimension, areas: readonly Area[], cuts: AreaCuts, where: At): Grouped {
  const { id, groups } = dimension;
  const isLocal = dimension.ranking === "local";
  const quantiles = cut(dimension, areas, cuts);
  const members = groups.map((_, index) => areas.filter(({ code }) => quantiles.get(code) === index + 1));
  // No place has areas in every part of the nation; measures name the parts that are absent.
  const empty = isLocal ? members.findIndex((list) => list.length === 0) : -1;
  if (empty >= 0) throw emptyQuantile(dimension, empty, areas, where("groups", empty));
  return {
    grouped: {
      id,
      together: dimension.cut === "published" ? 0 : cuts.keptTogether(areas, groups.length, dimension.cut).length,
      groups: groups.map((group, index) => ({
        ...plain(group),
        members: members[index]!.map(({ name }) => name),
        codes: members[index]!.map(({ code }) => code),
        populations: members[index]!.map(({ population }) => population),
        areas: isLocal ? members[index]!.length : null,
      })),
    },
    values: [
      ...areas.map(({ code }): GroupRow => {
        const quantile = quantiles.get(code)!;
        return [code, groups[quantile - 1]!.id, quantile, "group"];
      }),
      ...dimension.outside.map((code): GroupRow => [code, null, groups.length + 1, "outside"]),
    ],
  };
}

function emptyQuantile(dimension: RankedDimension, index: number, areas: readonly Area[], where: Where): UserError {
  const { cut, groups, quantile } = dimension;
  const scores = new Set(areas.map(({ score }) => score)).size;
  const found =
    cut === "published"
      ? `no ${quantile} is ${publishedCell(dimension, index)}`
      : `${areas.length} areas ${scores < areas.length ? `of ${scores} scores ` : ""}cut into ${groups.length}`;
  return new UserError({
    where,
    must: "each quantile of a local ranking holds at least one area",
    found: `no area in ${groups[index]?.label}: ${found}`,
    fix:
      cut === "published"
        ? `mend the column ${quantile}, or declare the groups that it has`
        : `declare fewer groups${scores < areas.length ? ", or rank by a score that more of them differ in: areas of one score stay together" : ""}`,
  });
}

const valuesOfColumn = ({ id, groups, not_stated, outside }: PeopleDimension): Grouped => ({
  grouped: { id, together: 0, groups: groups.map(plain) },
  values: [
    ...groups.flatMap((group, index) =>
      (group.match ?? [group.label]).map((value): GroupRow => [value, group.id, index, "group"]),
    ),
    ...not_stated.map((value): GroupRow => [value, null, groups.length, "not-stated"]),
    ...outside.map((value): GroupRow => [value, null, groups.length + 1, "outside"]),
  ],
});

function cut(dimension: RankedDimension, areas: readonly Area[], cuts: AreaCuts): Map<string, number> {
  const k = dimension.groups.length;
  switch (dimension.cut) {
    case "equal-population":
      return cuts.equalPopulation(areas, k);
    case "equal-count":
      return cuts.equalCount(areas, k);
    case "published":
      return new Map(areas.map(({ code, quantile }) => [code, quantile as number]));
  }
}
