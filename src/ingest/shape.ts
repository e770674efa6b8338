import { z } from "zod";
import { addedIn, columnsNotInFiles, type Dataset, type Unpivot, unpivotedRows } from "../define/dataset.ts";
import type { ReadingNote } from "../results/reading-note.ts";
import { filterSql } from "./filter.ts";
import { placed } from "./points.ts";
import type { Database } from "./port.ts";
import { fileColumns, rawTable } from "./raw-file.ts";
import { number } from "./row.ts";
import { literal, query, quoted } from "./sql.ts";

/** Whether a dataset declares anything by which its table is another than that of its files, or its cells are. */
export const isShaped = (dataset: Dataset): boolean =>
  dataset.format.unpivot !== undefined ||
  dataset.format.fill_down !== undefined ||
  dataset.where !== undefined ||
  dataset.cells !== undefined ||
  dataset.total_rows.length > 0 ||
  ("header_row" in dataset.format && (dataset.format.header_row === 0 || dataset.format.header_rows > 1)) ||
  columnsNotInFiles(dataset).length > 0 ||
  Object.values(dataset.columns).some(
    ({ aliases, position, cells, percent }) =>
      aliases !== undefined || position !== undefined || cells !== undefined || percent === true,
  );

/** The table of a dataset's texts as it is declared: labels filled down, columns added, columns made rows, rows chosen. */
export async function shaped(
  dataset: Dataset,
  root: string,
  database: Database,
): Promise<{ table: string; notes: ReadingNote[] }> {
  const { unpivot, fill_down = [] } = dataset.format;
  const notes: ReadingNote[] = [];
  let table = rawTable(dataset.id);
  const become = async (next: string, sql: string): Promise<void> => {
    await database.run(sql);
    await database.run(`drop table ${quoted(table)}`);
    table = next;
  };
  if (fill_down.length > 0 || columnsNotInFiles(dataset).length > 0) {
    for (const column of fill_down) notes.push(...(await filledNote(table, column, database)));
    const columns = [...fileColumns(dataset).map((name) => filledSql(name, fill_down)), ...addedColumns(dataset)];
    const next = `whole/${dataset.id}`;
    await become(
      next,
      query("whole-rows", { table: quoted(next), source: quoted(table), columns: columns.join(",\n  ") }),
    );
  }
  if (unpivot) {
    const next = `long/${dataset.id}`;
    await become(next, unpivotSql(dataset, unpivot, { source: table, table: next }));
  }
  if (dataset.where) {
    const next = `kept/${dataset.id}`;
    const where = filterSql(dataset.where);
    const [counted] = await database.rows(
      query("rows-left-out", { table: quoted(table), where }),
      {},
      z.strictObject({ rows: number, out: number }),
    );
    const { rows, out } = counted!;
    notes.push({ kind: "left-out", count: out, of: rows, column: null, marker: null, meaning: null });
    await become(next, query("rows-kept", { table: quoted(next), source: quoted(table), where }));
  }
  if (dataset.points) {
    const next = `placed/${dataset.id}`;
    notes.push(...(await placed(dataset, root, { source: table, table: next, database })));
    await database.run(`drop table ${quoted(table)}`);
    table = next;
  }
  return { table, notes };
}

const BLANK = "'^[\\s\\p{Z}]*$'";

/** A column in which blanks stand for what is above them in the same file. */
const filledSql = (name: string, filled: readonly string[]): string => {
  const cell = quoted(name);
  const held = `case when not regexp_matches(coalesce(${cell}, ''), ${BLANK}) then ${cell} end`;
  return filled.includes(name)
    ? `last_value(${held} ignore nulls) over (partition by _file order by _row rows between unbounded preceding and current row) as ${cell}`
    : cell;
};

async function filledNote(table: string, column: string, database: Database): Promise<ReadingNote[]> {
  const parts = { table: quoted(table), where: `not regexp_matches(coalesce(${quoted(column)}, ''), ${BLANK})` };
  const [counted] = await database.rows(
    query("rows-left-out", parts),
    {},
    z.strictObject({ rows: number, out: number }),
  );
  const { rows, out } = counted!;
  return out === 0 ? [] : [{ kind: "filled-down", count: out, of: rows, column, marker: null, meaning: null }];
}

/** Columns that files lack: constants, parts of their names, numbers of rows. */
function addedColumns(dataset: Dataset): string[] {
  const added = addedIn(dataset);
  return columnsNotInFiles(dataset).map((name) => {
    if (dataset.columns[name]?.row_number)
      return `cast(_file + 1 as VARCHAR) || '-' || cast(_row as VARCHAR) as ${quoted(name)}`;
    const cases = added.map((cells, index) => `when ${index} then ${literal(cells[name] ?? "")}`);
    return `case _file ${cases.join(" ")} end as ${quoted(name)}`;
  });
}

function unpivotSql(dataset: Dataset, unpivot: Unpivot, { source, table }: { source: string; table: string }): string {
  const rows = unpivotedRows(unpivot);
  if (unpivot.names === undefined)
    return query("unpivot", {
      table: quoted(table),
      source: quoted(source),
      columns: (unpivot.columns ?? []).map(quoted).join(", "),
      name: quoted(unpivot.name),
      value: quoted(unpivot.value ?? ""),
    });
  const made = [unpivot.name, ...(rows[0]?.cells.map(({ column }) => column) ?? [])];
  const kept = Object.keys(dataset.columns).filter((name) => !made.includes(name));
  const parts = rows.map(
    ({ label, cells }, i) =>
      `select _file, _row, ${[
        ...kept.map(quoted),
        `${literal(label)} as ${quoted(unpivot.name)}`,
        ...cells.map(({ column, old }) => `${quoted(old)} as ${quoted(column)}`),
      ].join(", ")}, ${i} as "#part" from ${quoted(source)}`,
  );
  return query("unpivot-several", { table: quoted(table), parts: parts.join("\nunion all\n") });
}
