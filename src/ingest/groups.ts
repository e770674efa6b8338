import type { Definitions } from "../define/definitions.ts";
import type { RankedDimension } from "../define/dimension-types.ts";
import type { AreaMap, Dimension } from "../define/project.ts";
import { UserError, type Where } from "../error.ts";
import { type Area, areaFaults, areasOf, type RankedArea } from "./areas.ts";
import { collecting, refuse } from "./collect.ts";
import { rowLocator } from "./locate.ts";
import type { Database } from "./port.ts";
import { type MapFile, type Shape, shapesOf } from "./shapes.ts";
import { query, quoted } from "./sql.ts";

/** Cuts ranked areas into k groups: given by estimate, so that ingest holds no statistics. */
export interface AreaCuts {
  equalPopulation(areas: readonly RankedArea[], k: number): Map<string, number>;
  equalCount(areas: readonly RankedArea[], k: number): Map<string, number>;
}

/** A dimension as this build's data make it. */
export interface GroupedDimension {
  id: string;
  groups: {
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
    /** How many areas must have a figure before the group has one; null where groups are read from a column. */
    areas: number | null;
  }[];
}

export const groupTable = (dimension: string): string => `groups/${dimension}`;

/** Works out the groups of every dimension and writes the value-to-group tables that observations are joined with. */
export async function makeGroups(
  { project, datasets, root }: Definitions,
  cuts: AreaCuts,
  database: Database,
): Promise<Map<string, GroupedDimension>> {
  const made = new Map<string, GroupedDimension>();
  const mapFile = (map: AreaMap, declared: Where): MapFile => ({
    ...map,
    root,
    path: `${project.value.paths.data}/${map.file}`,
    declared,
  });
  await collecting([...project.value.dimensions.entries()], async ([index, dimension]) => {
    const where = (...path: PropertyKey[]): Where => project.yaml.where(["dimensions", index, ...path]);
    const areas = "areas" in dimension ? await areasOf(dimension, database) : [];
    if ("areas" in dimension) {
      const dataset = datasets.find(({ value }) => value.id === dimension.areas.dataset)!.value;
      refuse(areaFaults(dimension, areas, rowLocator(dataset, root)));
    }
    const { grouped: plain, values } = groupsOf(dimension, areas, cuts, where);
    const grouped =
      "map" in dimension && dimension.map !== undefined
        ? withShapes(plain, mapFile(dimension.map, where("map", "file")))
        : plain;
    const table = groupTable(dimension.id);
    await database.run(query("group-table", { table: quoted(table) }));
    await database.append(table, values);
    made.set(dimension.id, grouped);
  });
  return made;
}

function withShapes(dimension: GroupedDimension, file: MapFile): GroupedDimension {
  const shapes = shapesOf(
    file,
    dimension.groups.map(({ id, label }) => ({ code: id, name: label })),
  );
  return { ...dimension, groups: dimension.groups.map((group) => ({ ...group, shape: shapes.get(group.id) ?? null })) };
}

type GroupRow = [value: string, group: string | null, position: number, standing: "group" | "not-stated" | "outside"];

function groupsOf(
  dimension: Dimension,
  areas: readonly Area[],
  cuts: AreaCuts,
  where: (...path: PropertyKey[]) => Where,
): { grouped: GroupedDimension; values: GroupRow[] } {
  switch (dimension.type) {
    case "areas":
      return {
        grouped: {
          id: dimension.id,
          groups: areas.map(({ code, name, tile }) => ({
            id: code,
            label: name,
            phrase: name,
            tile,
            shape: null,
            members: [],
            codes: [code],
            areas: 1,
          })),
        },
        values: areas.map(({ code }, index) => [code, code, index, "group"]),
      };
    case "quantiles": {
      const quantiles = cut(dimension, areas, cuts);
      const members: Area[][] = dimension.groups.map(() => []);
      for (const area of areas) members[(quantiles.get(area.code) as number) - 1]!.push(area);
      // No place has areas in every part of the nation; measures name the parts that are absent.
      const empty = dimension.ranking === "local" ? members.findIndex((list) => list.length === 0) : -1;
      if (empty >= 0)
        throw new UserError({
          where: where("groups", empty),
          must: "each quantile of a local ranking holds at least one area",
          found:
            dimension.cut === "published"
              ? `no area in ${dimension.groups[empty]?.label}: no ${dimension.quantile} is ${empty + 1}`
              : `no area in ${dimension.groups[empty]?.label}: ${areas.length} areas cut into ${dimension.groups.length}`,
          fix:
            dimension.cut === "published"
              ? `mend the column ${dimension.quantile}, or declare the groups that it has`
              : "declare fewer groups",
        });
      return {
        grouped: {
          id: dimension.id,
          groups: dimension.groups.map(({ id, label, phrase }, q) => ({
            id,
            label,
            phrase,
            tile: null,
            shape: null,
            members: members[q]!.map(({ name }) => name),
            codes: members[q]!.map(({ code }) => code),
            areas: dimension.ranking === "local" ? members[q]!.length : null,
          })),
        },
        values: areas.map(({ code }) => {
          const q = quantiles.get(code) as number;
          return [code, dimension.groups[q - 1]!.id, q, "group"];
        }),
      };
    }
    case "groups":
    case "pair":
      return {
        grouped: {
          id: dimension.id,
          groups: dimension.groups.map(({ id, label, phrase }) => ({
            id,
            label,
            phrase,
            tile: null,
            shape: null,
            members: [],
            codes: [],
            areas: null,
          })),
        },
        values: [
          ...dimension.groups.flatMap(({ id, label, match }, index) =>
            (match ?? [label]).map((value): GroupRow => [value, id, index, "group"]),
          ),
          ...dimension.not_stated.map((value): GroupRow => [value, null, dimension.groups.length, "not-stated"]),
          ...dimension.outside.map((value): GroupRow => [value, null, dimension.groups.length + 1, "outside"]),
        ],
      };
  }
}

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
