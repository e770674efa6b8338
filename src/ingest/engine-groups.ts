import { z } from "zod";
import { type Dataset, meaningsOf } from "../define/dataset.ts";
import type { Defined, Definitions } from "../define/definitions.ts";
import { engineColumns, figureColumns } from "../define/engine-columns.ts";
import type { InEngine } from "../define/engine-table.ts";
import type { ReadingNote } from "../results/reading-note.ts";
import { cellTypes } from "./cells.ts";
import { refuse } from "./collect.ts";
import { askingFor, type EngineAccess, tableName } from "./engine-access.ts";
import { checkOnEngine } from "./engine-checks.ts";
import { type EngineRows, engineRows } from "./engine-rows.ts";
import { blankColumn } from "./marked-cells.ts";
import type { Database } from "./port.ts";
import { number } from "./row.ts";
import { query, quoted } from "./sql.ts";
import { dataTable } from "./table.ts";
import { largestColumn, TIMES } from "./times.ts";

/** What a dataset that an engine holds came to. */
export interface ReadFromEngine {
  /** Rows of the table that it is made of. */
  rows: number;
  notes: ReadingNote[];
  /** The table among the inputs of a report, with one hash of all that it gave. */
  input: { path: string; sha256: string };
}

/** More groups than this are no groups, and not worth an engine. */
const MOST_GROUPS = 10_000_000;

const digestRow = z.strictObject({ groups: number, rows: number, digest: z.string() });

/**
 * Checks a dataset where it is, has it added up there, and makes its table of the groups that come back. Each of them stands
 * for as many rows as its column #rows says; every later query counts them so.
 */
export async function readFromEngine(
  dataset: Defined<Dataset & { format: InEngine }>,
  definitions: Definitions,
  database: Database,
  access: EngineAccess,
): Promise<ReadFromEngine> {
  const { value, yaml } = dataset;
  const known = await engineRows(dataset, askingFor(dataset, "its columns", access));
  const checked = await checkOnEngine(dataset, definitions, known, access);
  const { sql, columns } = groupsSql(value, definitions, known);
  const source = `engine/${value.id}`;
  const names = columns.map(({ name }) => name);
  await database.run(
    query("raw-table", { table: quoted(source), columns: names.map((name) => `${quoted(name)} VARCHAR`).join(", ") }),
  );
  let groups = 0;
  await askingFor(dataset, "sums by group", access).stream(sql, async (rows) => {
    groups += rows.length;
    if (groups > MOST_GROUPS)
      refuse([
        {
          where: yaml.where(["columns"]),
          must: `at most ${MOST_GROUPS} groups of rows, one for each combination of ${engineColumns(value, definitions).keys.join(", ")}`,
          found: "more",
          fix: "take columns out that no indicator needs, narrow where, make wider bands or round figures that are averaged in a view, or declare a second dataset of the same table for some of the indicators",
        },
      ]);
    await database.append(
      source,
      rows.map((row) => [null, null, ...names.map((name) => text(row[name]))]),
    );
  });
  const [found] = await database.rows(
    query("groups-digest", {
      table: quoted(source),
      times: `cast(${quoted(TIMES)} as BIGINT)`,
      // The length of each cell stands before it, and tells a blank from an empty one.
      cells: names.map((name) => `coalesce(length(${quoted(name)}) || ':' || ${quoted(name)}, '-')`).join(" || "),
    }),
    {},
    digestRow,
  );
  if (found!.rows !== checked.rows)
    refuse([
      {
        where: yaml.where(["table"]),
        must: "a table stays as it is while it is asked",
        found: `${checked.rows} rows when they were checked, and ${found!.rows} when they were added up`,
        fix: "run the command again when nothing writes to the table, or name a snapshot of it under table",
      },
    ]);
  await database.run(
    query("groups-held", {
      table: quoted(`typed/${value.id}`),
      source: quoted(source),
      columns: [
        ...columns.map(({ name, type }) => `cast(${quoted(name)} as ${type}) as ${quoted(name)}`),
        // Rows of one group have the same figures, of which each is the largest.
        ...[...new Set(figureColumns(value, definitions))].map(
          (name) => `${quoted(name)} as ${quoted(largestColumn(name))}`,
        ),
      ].join(",\n  "),
      keys: names.map(quoted).join(", "),
    }),
  );
  await database.run(`drop table ${quoted(source)}`);
  await database.run(
    query("data-view", { table: quoted(dataTable(value.id)), rows: `select * from ${quoted(`typed/${value.id}`)}` }),
  );
  return { ...checked, input: { path: tableName(value.format), sha256: found!.digest } };
}

interface GroupColumn {
  name: string;
  /** Its type in the table that is made of the groups. */
  type: string;
}

/** The one grouping statement, and the columns that it gives. */
export function groupsSql(
  dataset: Dataset,
  definitions: Definitions,
  { rows }: Pick<EngineRows, "rows">,
): { sql: string; columns: GroupColumn[] } {
  const { keys, sums } = engineColumns(dataset, definitions);
  // Figures with the same reason for being blank are in one group, so that none is added to one that is there.
  const blanks = [...keys, ...sums]
    .filter((name) => typeof meaningsOf(dataset, name)[""] === "string")
    .map(blankColumn);
  const types = new Map(keys.map((name) => [name, cellTypes[dataset.columns[name]!.type].sql]));
  const by = [...keys, ...blanks];
  // JSON carries a double whole, and its text on an engine may not.
  const isDouble = (name: string): boolean => dataset.columns[name]?.type === "number";
  const texts = query("keys-as-texts", {
    columns: [
      ...by.map((name) => (isDouble(name) ? quoted(name) : `cast(${quoted(name)} as VARCHAR) as ${quoted(name)}`)),
      ...sums.map(quoted),
      ...(by.length === 0 && sums.length === 0 ? ["0 as nothing"] : []),
    ].join(", "),
    rows,
  });
  const sql = query("rows-added-up", {
    table: `(${texts})`,
    where: "true",
    keys: by.length === 0 ? "1" : by.map((name) => `d.${quoted(name)}`).join(", "),
    // Whole numbers of any length come as text: JSON would round them.
    sums:
      sums.length === 0
        ? "0 as _no_sums"
        : sums
            .map((name) => `cast(sum(cast(d.${quoted(name)} as DECIMAL(38, 0))) as VARCHAR) as ${quoted(name)}`)
            .join(", "),
    count: "count(*)",
    blanks: [
      `count(*) as ${quoted(TIMES)}`,
      ...sums.map((name) => `cast(max(d.${quoted(name)}) as VARCHAR) as ${quoted(largestColumn(name))}`),
    ].join(", "),
  });
  return {
    sql,
    columns: [
      ...by.map((name) => ({ name, type: types.get(name) ?? "VARCHAR" })),
      ...sums.flatMap((name) => [name, largestColumn(name)]).map((name) => ({ name, type: "BIGINT" })),
      { name: TIMES, type: "BIGINT" },
    ],
  };
}

const text = (value: unknown): string | null => (value === null || value === undefined ? null : String(value));
