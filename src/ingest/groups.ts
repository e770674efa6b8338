import type { Definitions } from "../define/definitions.ts";
import type { AreaMap } from "../define/project.ts";
import type { Where } from "../error.ts";
import { areaFaults, areasOf } from "./areas.ts";
import { collecting, refuse } from "./collect.ts";
import { type AreaCuts, type GroupedDimension, groupsOf } from "./grouping.ts";
import { rowLocator } from "./locate.ts";
import type { Database } from "./port.ts";
import { type MapFile, shapesOf } from "./shapes.ts";
import { query, quoted } from "./sql.ts";

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
