import { z } from "zod";
import type { Defined } from "../define/definitions.ts";
import { type AreasDimension, isOfAreas } from "../define/dimension-types.ts";
import type { Project } from "../define/project.ts";
import type { Fault } from "../error.ts";
import { refuse } from "./collect.ts";
import { filterSql, filterWords } from "./filter.ts";
import type { GroupedDimension } from "./grouping.ts";
import type { Database } from "./port.ts";
import { number } from "./row.ts";
import { query, quoted } from "./sql.ts";
import { dataTable } from "./table.ts";

/** Who lives in the areas of a dimension: population by code, and counts of groups by code. Shown, never computed with. */
export interface AreaContext {
  population: Map<string, number>;
  context: { title: string; source: string; counts: Map<string, { label: string; count: number | null }[]> }[];
}

const populationRow = z.strictObject({ area: z.string(), population: number });
const contextRow = z.strictObject({ area: z.string(), label: z.string(), count: number.nullable() });

/** Reads what the pages of areas show beside the figures, by dimension. */
export async function areaContexts(
  { value: { dimensions }, yaml }: Defined<Project>,
  groups: ReadonlyMap<string, GroupedDimension>,
  database: Database,
): Promise<Map<string, AreaContext>> {
  const read = new Map<string, AreaContext>();
  const faults: Fault[] = [];
  for (const [index, dimension] of dimensions.entries()) {
    if (!isOfAreas(dimension)) continue;
    const made = await areaContext(dimension, database);
    read.set(dimension.id, made);
    const codes = groups.get(dimension.id)!.groups.map(({ id }) => id);
    made.context.forEach(({ source, counts }, i) => {
      if (codes.some((code) => counts.has(code))) return;
      const { where } = dimension.context[i]!;
      faults.push({
        where: yaml.where(["dimensions", index, "context", i, ...(where ? ["where"] : ["area"])]),
        must: `${source} has rows of the areas of ${dimension.id}`,
        found: `none${where ? ` where ${filterWords(where)}` : ""}`,
        fix: where ? "mend where, or the column under area" : "mend the column under area",
      });
    });
  }
  refuse(faults);
  return read;
}

async function areaContext({ areas, population, context }: AreasDimension, database: Database): Promise<AreaContext> {
  const people = new Map<string, number>();
  if (population !== undefined) {
    const sql = query("area-population", {
      table: quoted(dataTable(areas.dataset)),
      where: filterSql(areas.where),
      area: quoted(areas.key),
      population: quoted(population),
    });
    for (const row of await database.rows(sql, {}, populationRow)) people.set(row.area, row.population);
  }
  const contexts: AreaContext["context"] = [];
  for (const { title, dataset, where, area, label, count } of context) {
    const counts: AreaContext["context"][number]["counts"] = new Map();
    const sql = query("people-by-area", {
      table: quoted(dataTable(dataset)),
      where: filterSql(where),
      area: quoted(area),
      label: quoted(label),
      count: quoted(count),
    });
    for (const row of await database.rows(sql, {}, contextRow)) {
      const own = counts.get(row.area) ?? [];
      own.push({ label: row.label, count: row.count });
      counts.set(row.area, own);
    }
    contexts.push({ title, source: dataset, counts });
  }
  return { population: people, context: contexts };
}
