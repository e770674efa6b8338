import type { Definitions } from "../define/definitions.ts";
import type { AreaMap, Dimension, QuantilesDimension } from "../define/project.ts";
import { type Fault, UserError, type Where } from "../error.ts";
import type { Database } from "../model.ts";
import { cellText } from "./cells.ts";
import { collecting, refuse } from "./collect.ts";
import { rowLocator } from "./locate.ts";
import { type MapFile, type Shape, shapesOf } from "./shapes.ts";
import { query, quoted } from "./sql.ts";
import { dataTable } from "./table.ts";

/** Cuts ranked areas into k groups: given by estimate, so that ingest holds no statistics. */
export interface AreaCuts {
  equalPopulation(areas: readonly RankedArea[], k: number): Map<string, number>;
  equalCount(areas: readonly RankedArea[], k: number): Map<string, number>;
}

interface RankedArea {
  code: string;
  score: number;
  population: number;
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

interface Area extends RankedArea {
  name: string;
  quantile: number | null;
  tile: { column: number; row: number } | null;
  file: number;
  row: number;
  blank: string | null;
}

async function areasOf(dimension: Extract<Dimension, { areas: object }>, database: Database): Promise<Area[]> {
  const { areas } = dimension;
  const ranked = dimension.type === "quantiles" ? dimension : undefined;
  const wanted: [name: string, column: string | undefined, type: string][] = [
    ["score", ranked?.cut === "published" ? undefined : ranked?.score, "DOUBLE"],
    ["population", ranked?.population, "DOUBLE"],
    ["quantile", ranked?.quantile, "DOUBLE"],
    ["tile_column", areas.tile_column, "INTEGER"],
    ["tile_row", areas.tile_row, "INTEGER"],
  ];
  const rows = await database.rows(
    query("areas", {
      table: quoted(dataTable(areas.dataset)),
      key: quoted(areas.key),
      label: quoted(areas.label ?? areas.key),
      columns: wanted
        .map(([name, column, type]) => (column === undefined ? "" : `, cast(${quoted(column)} as ${type}) as ${name}`))
        .join(""),
    }),
  );
  const number = (value: unknown): number | null => (value === null || value === undefined ? null : Number(value));
  const sign = ranked?.high_score === "least-disadvantaged" ? -1 : 1;
  const needed = (row: Record<string, unknown>): string | null => {
    if (row["code"] === null) return areas.key;
    if (row["label"] === null) return areas.label ?? null;
    if (!ranked) return null;
    if (ranked.cut === "published") return number(row["quantile"]) === null ? (ranked.quantile ?? null) : null;
    if (number(row["score"]) === null) return ranked.score ?? null;
    return ranked.cut === "equal-population" && number(row["population"]) === null ? (ranked.population ?? null) : null;
  };
  return rows.map((row) => {
    const [column, line] = [number(row["tile_column"]), number(row["tile_row"])];
    return {
      code: String(row["code"]),
      name: cellText(row["label"]),
      score: sign * (number(row["score"]) ?? 0),
      population: number(row["population"]) ?? 1,
      quantile: number(row["quantile"]),
      tile: column === null || line === null ? null : { column, row: line },
      file: Number(row["_file"]),
      row: Number(row["_row"]),
      blank: needed(row),
    };
  });
}

function areaFaults(
  dimension: Extract<Dimension, { areas: object }>,
  areas: readonly Area[],
  located: (file: number, row: number, column?: string) => Where,
): Fault[] {
  const seen = new Set<string>();
  const everyone = areas.reduce((sum, { population }) => sum + population, 0);
  return areas.flatMap(({ code, file, row, blank, quantile, population }): Fault[] => {
    if (blank !== null)
      return [
        {
          where: located(file, row, blank),
          must: `a cell that is not blank, because ${dimension.id} is made from it`,
          found: "a blank",
          fix: "fill the cell in a copy of the file and say so under changes, or leave the area out",
        },
      ];
    const again = seen.has(code);
    seen.add(code);
    if (again)
      return [
        {
          where: located(file, row, dimension.areas.key),
          must: `each area stands once in ${dimension.areas.dataset}`,
          found: `${code} a second time`,
          fix: "take the repeated row out of a copy of the file and say so under changes",
        },
      ];
    if (population < 0 || everyone === 0)
      return [
        {
          where: located(file, row, dimension.type === "quantiles" ? dimension.population : undefined),
          must: `a population that is not negative, and not 0 in every area, because ${dimension.id} shares it out`,
          found: String(population),
          fix: "mend the cell in a copy of the file and say so under changes, or leave the area out",
        },
      ];
    const k = dimension.type === "quantiles" ? dimension.groups.length : 0;
    if (quantile !== null && !(Number.isInteger(quantile) && quantile >= 1 && quantile <= k))
      return [
        {
          where: located(file, row, "quantile" in dimension ? dimension.quantile : undefined),
          must: `a whole number from 1 to ${k}, one for each group of ${dimension.id}`,
          found: String(quantile),
          fix: "mend the cell, or declare as many groups as there are quantiles",
        },
      ];
    return [];
  });
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
    default:
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

function cut(dimension: QuantilesDimension, areas: readonly Area[], cuts: AreaCuts): Map<string, number> {
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
