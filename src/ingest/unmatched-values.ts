import { z } from "zod";
import type { Dataset } from "../define/dataset.ts";
import type { Defined, Definitions } from "../define/definitions.ts";
import { isOfAreas } from "../define/dimension-types.ts";
import { type RowFilter, valuesNamed } from "../define/schema.ts";
import { type Fault, type Where, whereText } from "../error.ts";
import { collecting, refuse } from "./collect.ts";
import { cellSql, filterSql, filterWords } from "./filter.ts";
import { copyOf, rowLocator } from "./locate.ts";
import type { Database } from "./port.ts";
import { foundRow, place } from "./row.ts";
import { foldSql, seen } from "./spelling.ts";
import { literal, query, quoted } from "./sql.ts";
import { dataTable } from "./table.ts";

/** Rows that a definition keeps of a dataset. */
interface Filter {
  dataset: Defined<Dataset>;
  where: RowFilter;
  /** Other filters that its rows have passed. */
  within: readonly RowFilter[];
  /** Where the definition names a column of it. */
  at: (column: string) => Where;
}

type Asking = Pick<Database, "rows" | "unordered">;

const valueRow = z.strictObject({ value: z.string() });
const spellingRow = z.strictObject({ value: z.string(), listed: z.string() });

/**
 * Refuses every listed value that keeps no row, and every one of which the data have another spelling: the rows that were
 * meant would be missing from the sums without a word.
 */
export async function refuseUnmatched(definitions: Definitions, database: Database): Promise<void> {
  const known = new Map(filtersOf(definitions).map((filter) => [keyOf(filter), filter]));
  const asking = askedOnce(database);
  await collecting([...known.values()], async (filter) => {
    refuse(await filterFaults(filter, definitions.root, asking));
  });
}

/** Filters that share a column and its values ask the same of a table, which stays as it is meanwhile. */
function askedOnce(database: Database): Asking {
  const answers = new Map<string, Promise<unknown>>();
  return {
    rows: (sql, parameters, row) => database.rows(sql, parameters, row),
    unordered: <T>(sql: string, row: z.ZodType<T>): Promise<T[]> => {
      const answer = (answers.get(sql) ?? database.unordered(sql, row)) as Promise<T[]>;
      answers.set(sql, answer);
      return answer;
    },
  };
}

/** Many indicators keep the same rows of a dataset: what is wrong with them is told once. */
const keyOf = ({ dataset, where, within }: Filter): string => JSON.stringify([dataset.value.id, where, within]);

function filtersOf({ project, indicators, datasets }: Definitions): Filter[] {
  const filters: Filter[] = [];
  const add = (id: string, where: RowFilter | undefined, at: Filter["at"], within: readonly RowFilter[] = []): void => {
    const dataset = datasets.find(({ value }) => value.id === id);
    if (dataset && where) filters.push({ dataset, where, within, at });
  };
  for (const { value, yaml } of indicators) {
    const at =
      (...path: PropertyKey[]) =>
      (column: string) =>
        yaml.where([...path, "where", column]);
    const own = value.where ? [value.where] : [];
    add(value.dataset, value.where, at());
    add(value.dataset, value.overall?.where, at("overall"), own);
    for (const [i, { where }] of value.dimensions.entries()) add(value.dataset, where, at("dimensions", i), own);
    for (const [i, { dataset, where }] of value.published_gaps.entries()) add(dataset, where, at("published_gaps", i));
    const { statistic } = value;
    if ("standard" in statistic && statistic.standard !== "esp-2013")
      add(statistic.standard.dataset, statistic.standard.where, at("statistic", "standard"));
  }
  for (const [i, dimension] of project.value.dimensions.entries()) {
    if ("areas" in dimension)
      add(dimension.areas.dataset, dimension.areas.where, (column) =>
        project.yaml.where(["dimensions", i, "areas", "where", column]),
      );
    if (isOfAreas(dimension)) {
      for (const [j, { dataset, where }] of dimension.context.entries())
        add(dataset, where, (column) => project.yaml.where(["dimensions", i, "context", j, "where", column]));
      if (dimension.postcodes !== undefined)
        add(dimension.postcodes.dataset, dimension.postcodes.where, (column) =>
          project.yaml.where(["dimensions", i, "postcodes", "where", column]),
        );
    }
  }
  for (const { value, yaml } of datasets)
    for (const [i, { where }] of value.facts.totals.entries())
      add(value.id, where, (column) => yaml.where(["facts", "totals", i, "where", column]));
  return filters;
}

async function filterFaults({ dataset, where, within, at }: Filter, root: string, database: Asking) {
  const table = quoted(dataTable(dataset.value.id));
  const holding = async (column: string, values: readonly string[], kept: string): Promise<Set<string>> => {
    const parts = { table, cell: cellSql(column), values: values.map(literal).join(", "), where: kept };
    return new Set((await database.unordered(query("listed-values", parts), valueRow)).map(({ value }) => value));
  };
  const faults: Fault[] = [];
  const named = Object.entries(where).map(([column, test]) => [column, valuesNamed(test)] as const);
  for (const [column, values] of named) {
    if (values.length === 0) continue;
    const there = await holding(column, values, "true");
    for (const value of values)
      if (!there.has(value)) {
        const sql = query("nearest-values", { table, column: quoted(column) });
        const near = await database.rows(sql, { text: value }, valueRow);
        faults.push({
          where: at(column),
          must: `each value of where stands in some row of ${dataset.value.id}`,
          found: `${seen(value)}, which no row has under ${column}${near.length === 0 ? "" : `; the nearest ${near.length === 1 ? "is" : "are"} ${near.map((one) => seen(one.value)).join(", ")}`}`,
          fix: "mend the value, in quotes where it is text such as 01, or take it out",
        });
      }
    faults.push(...(await spellingFaults(dataset, column, values, { at: at(column), root, database })));
  }
  faults.push(...(await beginningFaults({ dataset, where, within, at }, database)));
  if (faults.length > 0) return faults;
  for (const [column, test] of Object.entries(where)) {
    const values = Array.isArray(test) ? test : (test.is ?? []);
    if (values.length === 0) continue;
    const { [column]: _, ...others } = where;
    const kept = [others, ...within];
    // With nothing else to pass, every value that some row has is kept.
    if (kept.every((one) => Object.keys(one).length === 0)) continue;
    const there = await holding(column, values, kept.map(filterSql).join(" and "));
    // Where nothing is left at all, the filter as a whole is refused.
    if (there.size === 0) continue;
    const words = kept.filter((one) => Object.keys(one).length > 0).map(filterWords);
    for (const value of values)
      if (!there.has(value))
        faults.push({
          where: at(column),
          must: `each value of where keeps some row of ${dataset.value.id}`,
          found: `${seen(value)}, which no row has under ${column} where ${words.join(" and ")}`,
          fix: "mend the value, or take it out",
        });
  }
  return faults;
}

/** Beginnings that no cell has. */
async function beginningFaults({ dataset, where, at }: Filter, database: Asking): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const [column, test] of Object.entries(where))
    for (const prefix of Array.isArray(test) ? [] : (test.prefix ?? [])) {
      const parts = {
        table: quoted(dataTable(dataset.value.id)),
        where: filterSql({ [column]: { prefix: [prefix] } }),
      };
      if ((await database.unordered(query("any-row", parts), foundRow)).length > 0) continue;
      faults.push({
        where: at(column),
        must: `some row of ${dataset.value.id} begins so`,
        found: `${seen(prefix)}, with which no cell under ${column} begins`,
        fix: "mend prefix, or take it out",
      });
    }
  return faults;
}

/** Rows that a filter leaves out because the value is spelt in another way there. */
async function spellingFaults(
  dataset: Defined<Dataset>,
  column: string,
  values: readonly string[],
  { at, root, database }: { at: Where; root: string; database: Asking },
): Promise<Fault[]> {
  const table = quoted(dataTable(dataset.value.id));
  const parts = { table, column: quoted(column) };
  const sql = query("other-spellings", {
    ...parts,
    values: values.map(literal).join(", "),
    fold_found: foldSql("v.value"),
    fold_listed: foldSql("l.value"),
  });
  const located = rowLocator(dataset.value, root);
  const faults: Fault[] = [];
  const found = await database.unordered(sql, spellingRow);
  for (const { value, listed } of found.toSorted((a, b) => (a.value < b.value ? -1 : 1))) {
    const [first, other] = await Promise.all(
      [listed, value].map(async (one) => {
        const [row] = await database.rows(query("first-of-value", parts), { value: one }, z.strictObject(place));
        return row && located(row._file, row._row, column);
      }),
    );
    faults.push({
      where: other ?? at,
      must: `one spelling of ${seen(listed)}, which ${whereText(at)} keeps: its other spellings are left out`,
      found: `${seen(value)}${first === undefined ? "" : `, beside ${seen(listed)} in ${whereText({ ...first, key: undefined })}`}`,
      fix: `mend the cells in ${copyOf(dataset.value)} and say so under changes, or list both spellings`,
    });
  }
  return faults;
}
