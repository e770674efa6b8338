import { z } from "zod";
import { type Dataset, meaningsOf } from "../define/dataset.ts";
import type { Defined, Definitions } from "../define/definitions.ts";
import type { InEngine } from "../define/engine-table.ts";
import type { RowFilter } from "../define/schema.ts";
import { variantsOf } from "../define/variants.ts";
import type { Fault } from "../error.ts";
import type { ReadingNote } from "../results/reading-note.ts";
import { mustBe } from "./cells.ts";
import { refuse } from "./collect.ts";
import { type Asking, askingFor, type EngineAccess } from "./engine-access.ts";
import type { EngineRows } from "./engine-rows.ts";
import { checkFacts } from "./facts.ts";
import { filterSql } from "./filter.ts";
import { number, place } from "./row.ts";
import { type RowCheck, rowChecks } from "./row-checks.ts";
import { literal, query, quoted } from "./sql.ts";

const VIEW = "mend the table, or a view of it that is named under table";
const countsRow = z.object({ rows: number }).catchall(number);
const badRow = z.strictObject({ ...place, found: z.string() });
const leftOutRow = z.strictObject({ rows: number, out: number });
const keysRow = z.strictObject({ rows: number, keys: number });

/** Holds the rows of a table to all that is declared of them, on the engine. Gives their number and what was left out. */
export async function checkOnEngine(
  dataset: Defined<Dataset & { format: InEngine }>,
  definitions: Definitions,
  { rows, table, strange }: EngineRows,
  access: EngineAccess,
): Promise<{ rows: number; notes: ReadingNote[] }> {
  const { value, yaml } = dataset;
  const checks = [...cellChecks(value, strange), ...figureChecks(value, definitions)];
  const asking = askingFor(dataset, "its cells and rows", access);
  const counted = checks.map(({ where, bad }, i) => `, count(*) filter (where (${where}) and (${bad})) as bad${i}`);
  const [counts] = await asking.rows(query("column-totals", { table: rows, checks: counted.join("") }), {}, countsRow);
  const wrong = checks.filter((_, i) => counts![`bad${i}`] !== 0);
  refuse((await Promise.all(wrong.map((check) => badRows(dataset, check, { rows, asking })))).flat());

  const { unique } = value.facts;
  const unlike = askingFor(dataset, "its key", access);
  const { faults, rows: all } = await checkFacts(dataset, {
    database: askingFor(dataset, "its totals and ranges", access),
    table: rows,
    located: (_file, _row, column) => ({
      ...yaml.where(["table"]),
      key: column === undefined ? undefined : `column ${column}`,
    }),
    // Kinds of rows that are one here and several there would be a fault each time: duplicates are looked for where numbers meet.
    isKey: async () => {
      const key = access.dialect.keyOf(unique.map(quoted));
      const [found] = await unlike.rows(query("distinct-keys", { table: rows, key }), {}, keysRow);
      return found!.rows === found!.keys;
    },
    named: rowName(value),
    fix: VIEW,
  });
  refuse(faults);
  return { rows: all, notes: await leftOut(value, table, askingFor(dataset, "rows that are left out", access)) };
}

interface Check extends RowCheck {
  /** SQL of the rows that it is a check of. */
  where: string;
  column?: string;
}

/** What to do about a row, where nothing is done to files. */
const ofTable = (fix = VIEW): string => fix.replace("a copy of the file", "a view of the table");

/** That each cell is of its type. */
const cellChecks = (dataset: Dataset, strange: EngineRows["strange"]): Check[] =>
  [...strange].map(([column, bad]) => ({
    where: "true",
    column,
    bad,
    found: `coalesce('''' || cast(${quoted(column)} as VARCHAR) || '''', 'a null')`,
    must: mustBe(dataset.columns[column]!.type, meaningsOf(dataset, column)),
    fix: `${VIEW}; a null that stands for a missing figure is declared with its reason: blanks: { "": not-available }`,
  }));

/** That no row's figures contradict each other, in the rows that indicators are made from. */
function figureChecks(dataset: Dataset, definitions: Definitions): Check[] {
  const all = [...definitions.indicators, ...variantsOf(definitions).definitions.indicators];
  const checks = all.flatMap(({ value: { dataset: id, statistic, where, comparators } }): Check[] => {
    if (id !== dataset.id) return [];
    // Rows of other places are looked at too, and what a lookup brings is not there yet.
    const own = Object.entries(where ?? {}).filter(
      ([column]) => column !== comparators && Object.hasOwn(dataset.columns, column),
    );
    const kept: RowFilter = Object.fromEntries(own);
    return rowChecks(statistic).map((check) => ({ ...check, where: filterSql(kept), fix: ofTable(check.fix) }));
  });
  return [...new Map(checks.map((check) => [`${check.where}\n${check.bad}`, check])).values()];
}

async function badRows(
  { value, yaml }: Defined<Dataset>,
  { where, bad, found, must, fix = VIEW, column }: Check,
  { rows, asking }: { rows: string; asking: Asking },
): Promise<Fault[]> {
  const sql = query("bad-rows", { table: rows, where, bad, found: `${found} || ${rowName(value)}` });
  return (await asking.rows(sql, {}, badRow)).map((row) => ({
    where: { ...yaml.where(column === undefined ? ["table"] : ["columns", column]) },
    must,
    found: row.found,
    fix,
  }));
}

/** SQL that names a row by its key: the rows of a table have no numbers. */
const rowName = ({ facts }: Dataset): string =>
  facts.unique
    .map(
      (column, i) =>
        `${literal(`${i === 0 ? ", in the row of" : " and"} ${column} `)} || coalesce(cast(${quoted(column)} as VARCHAR), 'a blank')`,
    )
    .join(" || ");

async function leftOut({ where }: Dataset, table: string, asking: Asking): Promise<ReadingNote[]> {
  if (where === undefined) return [];
  const [found] = await asking.rows(query("rows-left-out", { table, where: filterSql(where) }), {}, leftOutRow);
  return [{ kind: "left-out", count: found!.out, of: found!.rows, column: null, marker: null, meaning: null }];
}
