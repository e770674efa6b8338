import { z } from "zod";
import { isRanked, type RankedDimension } from "../define/dimension-types.ts";
import type { Dimension } from "../define/project.ts";
import { type Fault, unseenIn, type Where } from "../error.ts";
import { cellText } from "./cells.ts";
import { filterSql } from "./filter.ts";
import type { Database } from "./port.ts";
import { cell, number, place } from "./row.ts";
import { query, quoted } from "./sql.ts";
import { dataTable } from "./table.ts";

export interface RankedArea {
  code: string;
  score: number;
  population: number;
}

/** An area as its dataset has it, with where it stands and the column that is blank though it is needed. */
export interface Area extends RankedArea {
  name: string;
  /** Its group in a published cut, 1 the most disadvantaged; null where there is none, or its cell names none. */
  quantile: number | null;
  /** The cell of a published cut. */
  published: string | null;
  tile: { column: number; row: number } | null;
  file: number;
  row: number;
  blank: string | null;
}

const areaRow = z.strictObject({
  ...place,
  code: z.string().nullable(),
  label: cell,
  // Those that nothing is declared of are not asked for: areas are many.
  score: number.nullable().default(null),
  population: number.nullable().default(null),
  quantile: z.string().nullable().default(null),
  tile_column: number.nullable().default(null),
  tile_row: number.nullable().default(null),
});

/** The areas of a dimension, in the order of their codes; of one place alone, where its dataset says which. */
export async function areasOf(
  dimension: Extract<Dimension, { areas: object }>,
  database: Database,
  own?: { names: readonly string[] },
): Promise<Area[]> {
  const { areas } = dimension;
  const ranked = isRanked(dimension) ? dimension : undefined;
  const wanted: [name: string, column: string | undefined, type: string][] = [
    ["score", ranked?.cut === "published" ? undefined : ranked?.score, "DOUBLE"],
    ["population", ranked?.population, "DOUBLE"],
    ["quantile", ranked?.quantile, "VARCHAR"],
    ["tile_column", areas.tile_column, "INTEGER"],
    ["tile_row", areas.tile_row, "INTEGER"],
  ];
  const rows = await database.rows(
    query("area-rows", {
      table: quoted(dataTable(areas.dataset)),
      key: quoted(areas.key),
      label: quoted(areas.label ?? areas.key),
      where: [areas.where, own && areas.places !== undefined ? { [areas.places]: [...own.names] } : undefined]
        .map(filterSql)
        .join(" and "),
      columns: wanted
        .filter(([, column]) => column !== undefined)
        .map(([name, column, type]) => `, cast(${quoted(column!)} as ${type}) as ${name}`)
        .join(""),
    }),
    {},
    areaRow,
  );
  const sign = ranked?.high_score === "least-disadvantaged" ? -1 : 1;
  const needed = ({ code, label, score, population, quantile }: z.infer<typeof areaRow>): string | null => {
    if (code === null) return areas.key;
    if (label === null) return areas.label ?? null;
    if (!ranked) return null;
    if (ranked.cut === "published") return quantile === null ? (ranked.quantile ?? null) : null;
    if (score === null) return ranked.score ?? null;
    return ranked.cut === "equal-population" && population === null ? (ranked.population ?? null) : null;
  };
  return rows.map((row) => {
    const { tile_column: column, tile_row: line } = row;
    return {
      code: String(row.code),
      name: cellText(row.label),
      score: sign * (row.score ?? 0),
      population: row.population ?? 1,
      quantile: ranked && row.quantile !== null ? quantileOf(ranked, row.quantile) : null,
      published: row.quantile,
      tile: column === null || line === null ? null : { column, row: line },
      file: row._file,
      row: row._row,
      blank: needed(row),
    };
  });
}

/** Which group the cell of a published cut stands for, 1 the most disadvantaged; null where it stands for none. */
function quantileOf({ groups, high_score }: RankedDimension, cell: string): number | null {
  const k = groups.length;
  const number = cell.trim() === "" ? Number.NaN : Number(cell);
  if (groups.some(({ match }) => match !== undefined)) {
    const stands = (value: string): boolean => value === cell || Number(value) === number;
    const index = groups.findIndex(({ match = [] }) => match.some(stands));
    return index < 0 ? null : index + 1;
  }
  if (!(Number.isInteger(number) && number >= 1 && number <= k)) return null;
  return high_score === "most-disadvantaged" ? k + 1 - number : number;
}

/** The cell of a published cut that a group stands for, as its dataset has it. */
export const publishedCell = ({ groups, high_score }: RankedDimension, index: number): string =>
  groups[index]!.match?.join(" or ") ?? String(high_score === "most-disadvantaged" ? groups.length - index : index + 1);

/** What keeps areas from being made into groups. */
export function areaFaults(
  dimension: Extract<Dimension, { areas: object }>,
  areas: readonly Area[],
  located: (file: number, row: number, column?: string) => Where,
): Fault[] {
  const seen = new Set<string>();
  const everyone = areas.reduce((sum, { population }) => sum + population, 0);
  return areas.flatMap(({ code, name, file, row, blank, quantile, published, population }): Fault[] => {
    if (blank !== null)
      return [
        {
          where: located(file, row, blank),
          must: `a cell that is not blank, because ${dimension.id} is made from it`,
          found: "a blank",
          fix: isRanked(dimension)
            ? `fill the cell in a copy of the file and say so under changes, or name the area under outside of ${dimension.id} in tempcheck.yaml`
            : `fill the cell in a copy of the file and say so under changes, or leave the area out with where under areas in tempcheck.yaml`,
        },
      ];
    const unseen = unseenIn(code) ?? unseenIn(name);
    if (unseen !== null)
      return [
        {
          where: located(file, row, unseenIn(code) === null ? dimension.areas.label : dimension.areas.key),
          must: "codes and names of areas of characters that can be seen",
          found: `the unseen character ${unseen}`,
          fix: "take it out of a copy of the file and say so under changes",
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
          fix: `keep one of the rows with where under areas in tempcheck.yaml, or take the repeated row out of a copy of the file and say so under changes`,
        },
      ];
    if (population < 0 || everyone === 0)
      return [
        {
          where: located(file, row, isRanked(dimension) ? dimension.population : undefined),
          must: `a population that is not negative, and not 0 in every area, because ${dimension.id} shares it out`,
          found: String(population),
          fix: `mend the cell in a copy of the file and say so under changes, or leave the area out with where under areas in tempcheck.yaml`,
        },
      ];
    if (isRanked(dimension) && dimension.cut === "published" && quantile === null)
      return [
        {
          where: located(file, row, dimension.quantile),
          must: dimension.groups.some(({ match }) => match)
            ? `a value that a group of ${dimension.id} has under match: ${dimension.groups.flatMap(({ match = [] }) => match).join(", ")}`
            : `a whole number from 1 to ${dimension.groups.length}, one for each group of ${dimension.id}`,
          found: String(published),
          fix: "mend the cell, or declare as many groups as there are quantiles",
        },
      ];
    return [];
  });
}
