import { z } from "zod";
import type { CellForms } from "../define/cell-forms.ts";
import { type Dataset, formsOf, meaningsOf, unpivotedRows } from "../define/dataset.ts";
import { rangeInWords } from "../define/range-markers.ts";
import { type Fault, UserError } from "../error.ts";
import type { ReadingNote } from "../results/reading-note.ts";
import { atMost } from "./at-most.ts";
import { cellReading, monthNames } from "./cell-reading.ts";
import { cellTypes, mustBe } from "./cells.ts";
import { rowLocator } from "./locate.ts";
import { markedCells } from "./marked-cells.ts";
import type { Database } from "./port.ts";
import { number, place } from "./row.ts";
import { shaped } from "./shape.ts";
import { literal, query, quoted } from "./sql.ts";
import { withoutTotals } from "./total-rows.ts";

/** View of a dataset with checked cells: _file, _row, its columns in their types, and why blank ones are blank. */
export const dataTable = (id: string): string => `data/${id}`;

/** A row of the raw table: its cells by column. */
const badRow = z.object(place).catchall(z.string().nullable());

/** Casts the raw table to the declared types. Throws with the first bad cells, each with its line. */
export async function makeTable(dataset: Dataset, root: string, database: Database): Promise<ReadingNote[]> {
  const { table: source, notes } = await shaped(dataset, root, database);
  const columns = Object.entries(dataset.columns);
  const readings = new Map(columns.map(([name]) => [name, cellReading(dataset, name)]));
  const bad = columns.map(([name, { type }], index) => {
    const cell = readings.get(name)!.value;
    const good = [
      ...Object.keys(meaningsOf(dataset, name)).map((marker) => `${cell} = ${literal(marker)}`),
      type === "text" ? `${cell} <> ''` : `regexp_full_match(${cell}, ${literal(cellTypes[type].pattern)})`,
    ];
    return { index, sql: `not (${good.join(" or ")})` };
  });
  const rows = await database.rows(
    query("bad-cells", {
      table: quoted(source),
      // A mark at the start of a text is lost on the way out of the database.
      columns: [
        ...columns.map(([name]) => `replace(${quoted(name)}, chr(65279), '\\ufeff') as ${quoted(name)}`),
        ...bad.map(({ index, sql }) => `case when ${sql} then 'bad' end as ${quoted(badColumn(index))}`),
      ].join(", "),
      bad: bad.map(({ sql }) => sql).join(" or "),
      most: String(MOST_BAD_ROWS),
    }),
    {},
    badRow,
  );
  if (rows.length > 0) throw new UserError(badCells(dataset, root, rows));
  for (const [name, { flags }] of readings)
    if (flags !== null) notes.push(...(await flagNotes(dataset, name, { flags, source, database })));

  const typed = columns.flatMap(([name, { type }]) => {
    const column = quoted(name);
    const { sql } = cellTypes[type];
    const meanings = meaningsOf(dataset, name);
    const text = readings.get(name)!.value;
    const value = `cast(${text} as ${sql})`;
    if (Object.keys(meanings).length === 0) return [`${value} as ${column}`];
    return markedCells(name, { text, value, type: sql }, meanings);
  });
  const table = `typed/${dataset.id}`;
  await database.run(
    query("typed-table", {
      table: quoted(table),
      source: quoted(source),
      columns: typed.join(",\n  "),
    }),
  );
  await database.run(`drop table ${quoted(source)}`);
  notes.push(...(await withoutTotals(dataset, root, { table, database })));
  await database.run(
    query("data-view", { table: quoted(dataTable(dataset.id)), rows: `select * from ${quoted(table)}` }),
  );
  return notes;
}

/** Bad cells are counted as far as this. */
const MOST_BAD_ROWS = 10_000;
const badColumn = (index: number): string => `bad#${index}`;

/** How many figures have each of the declared flags. */
async function flagNotes(
  dataset: Dataset,
  column: string,
  { flags, source, database }: { flags: string; source: string; database: Database },
): Promise<ReadingNote[]> {
  const found = await database.rows(
    query("flags-found", { table: quoted(source), flags }),
    {},
    z.strictObject({ flags: z.string(), count: number }),
  );
  const declared = Object.entries(formsOf(dataset, column).flags ?? {}).sort(([a], [b]) => b.length - a.length);
  const counts = new Map<string, number>();
  for (const { flags: text, count } of found) {
    let rest = text.replace(/[\s\p{Z}]+/gu, "");
    while (rest !== "") {
      const flag = declared.map(([one]) => one).find((one) => rest.startsWith(one.replace(/[\s\p{Z}]+/gu, "")));
      if (flag === undefined) break;
      counts.set(flag, (counts.get(flag) ?? 0) + count);
      rest = rest.slice(flag.replace(/[\s\p{Z}]+/gu, "").length);
    }
  }
  return declared.flatMap(([marker, meaning]): ReadingNote[] => {
    const count = counts.get(marker);
    return count === undefined ? [] : [{ kind: "flag", count, of: null, column, marker, meaning }];
  });
}

/** The order of a day whose month is a name, as those are read; null of any other cell. */
function namedDay(cell: string): "day-month-year" | "month-day-year" | null {
  const matches = (form: string): boolean => new RegExp(`^${form}(?:[ T]|$)`, "i").test(cell);
  if (matches(`\\d{1,2}(?:st|nd|rd|th)?[-/. ]${monthNames}[-/., ] ?\\d{4}`)) return "day-month-year";
  return matches(`${monthNames}[-/. ]\\d{1,2}(?:st|nd|rd|th)?[-/., ] ?\\d{4}`) ? "month-day-year" : null;
}

/** What to do about a cell that is of no declared form, by what it looks like. */
function fixOf(cell: string, { type, percent }: Dataset["columns"][string], { dates }: CellForms): string {
  const copy = "mend the cell in a copy of the file and say so under changes";
  const key = (words: string): string => `${words} to the column or the dataset in dataset.yaml; if not, ${copy}`;
  const range = type === "date" ? null : rangeInWords(cell);
  if (range !== null)
    return `if it stands for a count between two ends, declare both under blanks in dataset.yaml: ${JSON.stringify(cell)}: { from: ${range.from}, to: ${range.to} }${/\d ?(?:-|\u2013|to) ?\d/.test(cell) ? "" : ", from 0 where a nought is not told apart"}; if not, ${copy}`;
  if (type === "date" && dates === undefined) {
    const order = namedDay(cell);
    if (order !== null) return key(`if days are written so throughout, add cells: { dates: ${order} }`);
    if (/^\d{1,2}[-/. ]\d{1,2}[-/. ]\d{4}(?:[ T]|$)/.test(cell))
      return key("if days are written so throughout, add cells: { dates: day-month-year } (or month-day-year)");
    if (/^\d{4}(?:[-/. ]?\d{1,2}){2}(?:[ T]|$)/.test(cell))
      return key("if days are written so throughout, add cells: { dates: year-month-day }");
  }
  if (type === "date" && /\d:\d\d/.test(cell))
    return `declare the column as type: text if its time of day is wanted; if not, leave the time out of a copy of the file and say so under changes`;
  if (type === "date" && namedDay(cell) === null && /\p{L}{3}/u.test(cell) && /\d{4}/.test(cell))
    return "names of months are read in English alone: write the days as YYYY-MM-DD in a copy of the file and say so under changes";
  if (type === "date" && /^\d{1,2}[-/. ][\p{L}\d]{1,9}[-/. ]\d{2}$/u.test(cell))
    return "write the year with four digits in a copy of the file and say so under changes: two may be of either century";
  if (/^[\s\p{Z}]|[\s\p{Z}]$/u.test(cell))
    return key("if the spaces around it are no part of it, add cells: { trimmed: true }");
  if (type === "integer" || type === "number") {
    if (percent && /\d,\d+[\s\p{Z}]*%$/u.test(cell))
      return key('if the comma is a decimal mark, add cells: { decimal: "," }');
    if (!percent && /\d[\s\p{Z}]*%$/u.test(cell))
      return `add percent: true to the column in dataset.yaml, to read 15% as 15; if not, ${copy}`;
    const thousands = /^[+-]?\d{1,3}(?:([,'’\s\p{Z}])\d{3})(?:\1\d{3})*(?:[.]\d+)?$/u.exec(cell)?.[1];
    if (thousands !== undefined)
      return key(
        `if the mark stands between thousands, add cells: { thousands: ${JSON.stringify(/[\s\p{Z}]/u.test(thousands) ? " " : thousands === "’" ? "'" : thousands)} }`,
      );
    if (/^[+-]?[\d.]*,\d+$/.test(cell)) return key('if the comma is a decimal mark, add cells: { decimal: "," }');
    if (type === "integer" && /^[+-]?\d{1,3}(?:[.]\d{3})+$/.test(cell))
      return key('if the point stands between thousands, add cells: { thousands: ".", decimal: "," }');
    if (type === "integer" && /^[+-]?\d+([.]\d*)?([eE][+-]?\d+)?$/.test(cell))
      return `write type: number for the column in dataset.yaml, which takes figures with a point or a power of ten; if not, ${copy}`;
    if (/^[>≥]=? ?\d|^(over|more than|at least) \d|^\d+ ?(\+|or more|and over)$/i.test(cell))
      return `an open end is no figure: declare ${JSON.stringify(cell)} under blanks in dataset.yaml as suppressed, or of a count with both of its ends: { from: .., to: .. }`;
    if (/^[\u2010-\u2015\u2212]\d/.test(cell))
      return `write the minus sign as a hyphen (-) in a copy of the file and say so under changes`;
    const flag = /^[+-]?[\d.,]*\d[\s\p{Z}]*([^\p{L}\d\s.,][^\d]*|(?![OoIl]$)\p{L}{1,3})$/u.exec(cell)?.[1]?.trim();
    if (flag !== undefined)
      return key(
        `if ${JSON.stringify(flag)} is a flag after the figure, add cells: { flags: { ${JSON.stringify(flag)}: what it means } }`,
      );
  }
  if (/[0-9]/.test(cell)) return `${copy}, or mend the type of the column in dataset.yaml`;
  return `if it stands for a missing figure, declare ${JSON.stringify(cell.slice(0, 80))} under blanks in dataset.yaml; if not, ${copy}`;
}

function badCells(dataset: Dataset, root: string, rows: readonly z.infer<typeof badRow>[]): Fault[] {
  const where = rowLocator(dataset, root);
  const { unpivot } = dataset.format;
  const turned = unpivot ? unpivotedRows(unpivot) : [];
  const faults = rows.flatMap((row) =>
    Object.entries(dataset.columns).flatMap(([name, { type }], index): Fault[] => {
      if (row[badColumn(index)] !== "bad") return [];
      const cell = String(row[name] ?? "");
      const label = unpivot ? String(row[unpivot.name]) : "";
      const old = turned.find((one) => one.label === label)?.cells.find(({ column }) => column === name)?.old;
      const inFile = old ?? (name === unpivot?.name ? label : name);
      const isPercent = dataset.columns[name]?.percent === true && /^[+-]?[\d.,]+$/.test(cell);
      return [
        {
          where: where(row._file, row._row, inFile),
          must: `${mustBe(type, meaningsOf(dataset, name))}${formWords(dataset, name)}`,
          found: cell === "" ? "an empty cell" : JSON.stringify(cell.length > 80 ? `${cell.slice(0, 77)}...` : cell),
          fix: isPercent
            ? "take percent: true out, if figures without a % sign are shares as well, or mend the cell in a copy of the file and say so under changes"
            : fixOf(cell, dataset.columns[name]!, formsOf(dataset, name)),
        },
      ];
    }),
  );
  return atMost(faults);
}

/** In what form a column's cells are declared to be. */
function formWords(dataset: Dataset, name: string): string {
  const { thousands, decimal, dates } = formsOf(dataset, name);
  const { type, percent } = dataset.columns[name]!;
  const isNumber = type === "integer" || type === "number";
  const words = [
    ...(isNumber && thousands !== undefined ? [`${JSON.stringify(thousands)} between thousands`] : []),
    ...(isNumber && decimal !== undefined ? [`${JSON.stringify(decimal)} for decimals`] : []),
    ...(isNumber && percent ? ["a % sign"] : []),
    ...(type === "date" && dates !== undefined ? [dates] : []),
  ];
  return words.length === 0 ? "" : `, written with ${words.join(" and ")}`;
}
