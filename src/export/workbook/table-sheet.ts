import type { Cell, DataTable, Field } from "../data-table.ts";
import type { Filled, Sheet, SheetColumn } from "./sheet.ts";
import { isShorthand, type Shorthand } from "./shorthand.ts";

/** A row by the names of its columns. */
export type Row = Readonly<Record<string, Cell>>;

/** Which columns of a table a sheet shows, and how. */
export interface View {
  name: string;
  /** Name of the table within the workbook, in letters, digits, hyphens and underscores. */
  id: string;
  title: string;
  lines: readonly string[];
  columns: readonly string[];
  /** Shorthand for a blank cell, or what is known in place of a number; not applicable where none is given. */
  blank?: (column: string, row: Row) => Filled;
  /** What stands for ids. */
  say: (column: string, cell: Exclude<Cell, null>, row: Row) => Filled;
}

/** A table as a worksheet without a blank cell. */
export function tableSheet(table: DataTable, { name, id, title, lines, columns, blank, say }: View): Sheet {
  const names = Object.keys(table.fields);
  const rows = table.rows.map(
    (cells): Row => Object.fromEntries(names.map((column, at) => [column, cells[at] ?? null])),
  );
  return {
    name,
    title,
    lines,
    table: {
      name: `table_${id.replaceAll("-", "_")}`,
      columns: columns.map((column) => sheetColumn(column, table.fields[column]!)),
      rows: rows.map((row) => columns.map((column) => shown(column, row))),
    },
  };

  function shown(column: string, row: Row): Filled {
    const cell = row[column] ?? null;
    if (cell === null || cell === "") return blank?.(column, row) ?? "[z]";
    return say(column, cell, row);
  }
}

/** The mark of a row whose figure is blank. */
export function markOf({ marker }: Row): Shorthand {
  const mark = typeof marker === "string" ? marker : null;
  return isShorthand(mark) ? mark : "[x]";
}

const wide: ReadonlySet<string> = new Set([
  "rule",
  "reason_text",
  "why",
  "needs",
  "what",
  "changes",
  "formula",
  "reading",
]);
const middling: ReadonlySet<string> = new Set([
  "indicator",
  "theme",
  "dimension",
  "title",
  "group_label",
  "page",
  "source",
  "definition",
]);

const counts: ReadonlySet<string> = new Set(["numerator", "denominator"]);

const sheetColumn = (column: string, field: Field): SheetColumn => ({
  header: field.title,
  width: wide.has(column) ? 60 : middling.has(column) ? 34 : 16,
  ...formatOf(column, field),
});

function formatOf(column: string, { type, to }: Field): Pick<SheetColumn, "format"> {
  if (type === "whole number" || counts.has(column)) return { format: "#,##0" };
  if (type !== "number") return {};
  return { format: to === 1 ? "0.000" : "#,##0.00" };
}
