import { z } from "zod";
import { type Dataset, meaningsOf } from "../define/dataset.ts";
import { type Fault, UserError } from "../error.ts";
import { cellTypes, isGood, mustBe } from "./cells.ts";
import { MOST_FAULTS } from "./csv-faults.ts";
import { rowLocator } from "./locate.ts";
import { markedCells } from "./marked-cells.ts";
import type { Database } from "./port.ts";
import { rawTable } from "./raw-file.ts";
import { place } from "./row.ts";
import { literal, query, quoted } from "./sql.ts";

/** View of a dataset with checked cells: _file, _row, its columns in their types, and why blank ones are blank. */
export const dataTable = (id: string): string => `data/${id}`;

/** A row of the raw table: its cells by column. */
const badRow = z.object(place).catchall(z.string().nullable());

/** Casts the raw table to the declared types. Throws with the first bad cells, each with its line. */
export async function makeTable(dataset: Dataset, root: string, database: Database): Promise<void> {
  const source = await unpivoted(dataset, database);
  const columns = Object.entries(dataset.columns);
  const bad = columns.map(([name, { type }]) => {
    const cell = `coalesce(${quoted(name)}, '')`;
    const good = [
      ...Object.keys(meaningsOf(dataset, name)).map((marker) => `${cell} = ${literal(marker)}`),
      type === "text" ? `${cell} <> ''` : `regexp_full_match(${cell}, ${literal(cellTypes[type].pattern)})`,
    ];
    return `not (${good.join(" or ")})`;
  });
  const rows = await database.rows(
    query("bad-cells", {
      table: quoted(source),
      // A mark at the start of a text is lost on the way out of the database.
      columns: columns.map(([name]) => `replace(${quoted(name)}, chr(65279), '\\ufeff') as ${quoted(name)}`).join(", "),
      bad: bad.join(" or "),
      most: String(MOST_FAULTS + 1),
    }),
    {},
    badRow,
  );
  if (rows.length > 0) throw new UserError(badCells(dataset, root, rows));

  const typed = columns.flatMap(([name, { type }]) => {
    const column = quoted(name);
    const { sql } = cellTypes[type];
    const meanings = meaningsOf(dataset, name);
    const value = `cast(${column} as ${sql})`;
    if (Object.keys(meanings).length === 0) return [`${value} as ${column}`];
    return markedCells(name, { text: `coalesce(${column}, '')`, value, type: sql }, meanings);
  });
  const table = `typed/${dataset.id}`;
  await database.run(
    query("typed-table", {
      table: quoted(table),
      source: quoted(source),
      columns: typed.join(",\n  "),
    }),
  );
  await database.run(
    query("data-view", { table: quoted(dataTable(dataset.id)), rows: `select * from ${quoted(table)}` }),
  );
  await database.run(`drop table ${quoted(source)}`);
}

/** The raw table, with columns turned into rows where the dataset says so. */
async function unpivoted(dataset: Dataset, database: Database): Promise<string> {
  const raw = rawTable(dataset.id);
  const { unpivot } = dataset.format;
  if (!unpivot) return raw;
  const long = `long/${dataset.id}`;
  await database.run(
    query("unpivot", {
      table: quoted(long),
      source: quoted(raw),
      columns: unpivot.columns.map(quoted).join(", "),
      name: quoted(unpivot.name),
      value: quoted(unpivot.value),
    }),
  );
  await database.run(`drop table ${quoted(raw)}`);
  return long;
}

/** "<5", "1-9", "1 to 7": what publishers put in place of a small count. */
const isLikeRange = (cell: string): boolean => /^[<≤] *[0-9]+$|^[0-9]+ *(-|–|to) *[0-9]+$/.test(cell);

function badCells(dataset: Dataset, root: string, rows: readonly z.infer<typeof badRow>[]): Fault[] {
  const where = rowLocator(dataset, root);
  const { unpivot } = dataset.format;
  const faults = rows.flatMap((row) =>
    Object.entries(dataset.columns).flatMap(([name, { type }]): Fault[] => {
      const cell = String(row[name] ?? "");
      const meanings = meaningsOf(dataset, name);
      if (isGood(cell, type, meanings)) return [];
      const inFile = name === unpivot?.value || name === unpivot?.name ? String(row[unpivot.name]) : name;
      return [
        {
          where: where(row._file, row._row, inFile),
          must: mustBe(type, meanings),
          found: cell === "" ? "an empty cell" : JSON.stringify(cell.length > 80 ? `${cell.slice(0, 77)}...` : cell),
          fix: isLikeRange(cell)
            ? `if it stands for a count between two ends, declare both under blanks in dataset.yaml, such as ${JSON.stringify(cell)}: { from: 1, to: 4 }; if not, mend the cell in a copy of the file and say so under changes`
            : /[0-9]/.test(cell)
              ? "mend the cell in a copy of the file and say so under changes, or mend the type of the column in dataset.yaml"
              : `if it stands for a missing figure, declare ${JSON.stringify(cell.slice(0, 80))} under blanks in dataset.yaml; if not, mend the cell in a copy of the file and say so under changes`,
        },
      ];
    }),
  );
  const more = faults[MOST_FAULTS];
  return more === undefined
    ? faults
    : [
        ...faults.slice(0, MOST_FAULTS),
        {
          where: more.where,
          must: "no bad cell from here on either",
          found: `more of them: ${MOST_FAULTS} are listed at a time`,
          fix: "mend those above and run check again",
        },
      ];
}
