import { z } from "zod";
import { type AreasDimension, isOfAreas } from "../define/dimension-types.ts";
import type { Project } from "../define/project.ts";
import { filterSql } from "./filter.ts";
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
export async function areaContexts({ dimensions }: Project, database: Database): Promise<Map<string, AreaContext>> {
  const read = new Map<string, AreaContext>();
  for (const dimension of dimensions)
    if (isOfAreas(dimension)) read.set(dimension.id, await areaContext(dimension, database));
  return read;
}

async function areaContext({ areas, population, context }: AreasDimension, database: Database): Promise<AreaContext> {
  const people = new Map<string, number>();
  if (population !== undefined) {
    const sql = query("area-population", {
      table: quoted(dataTable(areas.dataset)),
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
