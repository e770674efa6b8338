import { z } from "zod";
import type { Definitions } from "../define/definitions.ts";
import { isRanked } from "../define/dimension-types.ts";
import type { AreaMap, Dimension } from "../define/project.ts";
import { type Fault, type Where, whereText } from "../error.ts";
import { areaFaults, areasOf } from "./areas.ts";
import { collecting, refuse } from "./collect.ts";
import { filterWords } from "./filter.ts";
import { type AreaCuts, type GroupedDimension, groupsOf } from "./grouping.ts";
import { rowLocator } from "./locate.ts";
import type { Database } from "./port.ts";
import { type MapFile, shapesOf } from "./shapes.ts";
import { foldSql, seen } from "./spelling.ts";
import { query, quoted } from "./sql.ts";

export const groupTable = (dimension: string): string => `groups/${dimension}`;

/** Works out the groups of every dimension and writes the value-to-group tables that observations are joined with. */
export async function makeGroups(
  { project, datasets, root, place }: Definitions,
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
    const all = "areas" in dimension ? await areasOf(dimension, database, place) : [];
    const areas = isRanked(dimension) ? all.filter(({ code }) => !dimension.outside.includes(code)) : all;
    const dataset =
      "areas" in dimension ? datasets.find(({ value }) => value.id === dimension.areas.dataset)?.value : undefined;
    const located = dataset && rowLocator(dataset, root);
    if ("areas" in dimension && dimension.areas.where !== undefined && all.length === 0)
      refuse([
        {
          where: where("areas", "where"),
          must: `some row of ${dimension.areas.dataset} is an area of ${dimension.id}`,
          found: `none where ${filterWords(dimension.areas.where)}`,
          fix: "mend where",
        },
      ]);
    if ("areas" in dimension && located) refuse(areaFaults(dimension, areas, located));
    const { grouped: plain, values } = groupsOf(dimension, areas, cuts, where);
    const grouped =
      "map" in dimension && dimension.map !== undefined
        ? withShapes(plain, mapFile(dimension.map, where("map", "file")))
        : plain;
    const table = groupTable(dimension.id);
    await database.run(query("group-table", { table: quoted(table) }));
    await database.append(table, values);
    const rows = new Map(areas.map(({ code, file, row }) => [code, { file, row }]));
    refuse(await spellingFaults(dimension, table, { rows, located, where: where("groups"), database }));
    made.set(dimension.id, grouped);
  });
  return made;
}

const spellingRow = z.strictObject({ value: z.string(), other: z.string() });

/** Faults of values that people take for one, and that stand for two groups or two areas. */
async function spellingFaults(
  dimension: Dimension,
  table: string,
  {
    rows,
    located,
    where,
    database,
  }: {
    rows: ReadonlyMap<string, { file: number; row: number }>;
    located: ((file: number, row: number, column?: string) => Where) | undefined;
    where: Where;
    database: Database;
  },
): Promise<Fault[]> {
  const isOfRows = "areas" in dimension && located !== undefined;
  // Each area is itself; several values may stand for one group.
  const owner = isOfRows ? "value" : "coalesce(group_id, standing)";
  const sql = query("spellings-of-groups", { table: quoted(table), owner, fold: foldSql("value") });
  return (await database.rows(sql, {}, spellingRow)).map(({ value, other }) => {
    const at = (code: string): Where | undefined => {
      const row = rows.get(code);
      return isOfRows && row ? located(row.file, row.row, dimension.areas.key) : undefined;
    };
    const first = at(value);
    return {
      where: at(other) ?? where,
      must: `one spelling of each ${isOfRows ? "area" : "group"} of ${dimension.id}`,
      found: `${seen(other)} beside ${seen(value)}${first ? ` in ${whereText({ ...first, key: undefined })}` : ""}`,
      fix: isOfRows
        ? "mend the cells in a copy of the file and say so under changes, or take the repeated area out"
        : "list both under match of one group",
    };
  });
}

function withShapes(dimension: GroupedDimension, file: MapFile): GroupedDimension {
  const shapes = shapesOf(
    file,
    dimension.groups.map(({ id, label }) => ({ code: id, name: label })),
  );
  return { ...dimension, groups: dimension.groups.map((group) => ({ ...group, shape: shapes.get(group.id) ?? null })) };
}
