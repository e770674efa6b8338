import type { CsvCell } from "../csv/write.ts";
import type { Limits, Range } from "../model.ts";
import { type Blank, type Figure, isBlank, type Table, type TableColumn } from "./chart-table.ts";

interface Field {
  id: string;
  cells: readonly CsvCell[];
}

/** A chart's table for programs: values with every digit, each limit in a column of its own. */
export function tableData({ columns, hasBlanks }: Table): { columns: string[]; rows: CsvCell[][] } {
  const fields = [...columns.flatMap(fieldsOf), ...(hasBlanks ? blanksIn(columns) : [])];
  const [first] = fields;
  return {
    columns: fields.map(({ id }) => id),
    rows: (first?.cells ?? []).map((_, row) => fields.map(({ cells }) => cells[row] ?? null)),
  };
}

function fieldsOf(column: TableColumn): Field[] {
  const { id } = column;
  switch (column.is) {
    case "label":
      return [{ id, cells: column.ids ?? column.values }];
    case "count":
      return countFields(id, column.values);
    case "figure": {
      const figures = column.values.map((value) => (isBlank(value) ? null : value));
      return [...limitsOf(id, figures), { id: part(id, "unit"), cells: column.values.map(unitOf) }];
    }
    case "difference":
      return [...limitsOf(id, column.values), { id: part(id, "unit"), cells: column.values.map(({ unit }) => unit) }];
    case "comparison":
      return [
        { id, cells: column.values.map(({ whom }) => whom) },
        { id: part(id, "value"), cells: column.values.map(({ level }) => level.value) },
      ];
    case "p":
      return [{ id, cells: column.values.map(({ p }) => p) }];
    default:
      throw new Error(`no fields for ${column satisfies never}`);
  }
}

/** A count; where one is known as a range alone, its ends in columns of their own. */
function countFields(id: string, values: readonly (number | Range | Blank)[]): Field[] {
  const ranges = values.map((value) => (typeof value === "object" && !isBlank(value) ? value : null));
  const known = { id, cells: values.map((value) => (typeof value === "number" ? value : null)) };
  if (ranges.every((range) => range === null)) return [known];
  const ends = (end: keyof Range): Field => ({
    id: `${id}_${end}`,
    cells: ranges.map((range) => range?.[end] ?? null),
  });
  return [known, ends("lower"), ends("upper")];
}

/** The limits of the value itself are lower and upper; those of another figure carry its name. */
const part = (id: string, name: string): string => (id === "value" ? name : `${id}_${name}`);

const limitsOf = (id: string, limits: readonly (Limits | null)[]): Field[] => [
  { id, cells: limits.map((one) => one?.value ?? null) },
  { id: part(id, "lower"), cells: limits.map((one) => one?.lower ?? null) },
  { id: part(id, "upper"), cells: limits.map((one) => one?.upper ?? null) },
];

const unitOf = (value: Figure | Blank): string | null => (isBlank(value) ? null : value.unit);

/** The first marker of each row, and the reason that goes with it. */
function blanksIn(columns: readonly TableColumn[]): Field[] {
  const lists = columns.flatMap((column) => (column.is === "figure" || column.is === "count" ? [column.values] : []));
  const rows = lists[0] ?? [];
  const found = rows.map((_, row) => lists.flatMap((values) => values[row] ?? []).find(isBlank) ?? null);
  return [
    { id: "marker", cells: found.map((one) => one?.marker ?? null) },
    { id: "reason", cells: found.map((one) => one?.reason ?? null) },
  ];
}
