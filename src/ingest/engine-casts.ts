import type { ColumnType } from "../define/dataset.ts";

/** How a column of another type is cast, where there is a usual way; in the SQL of Trino. */
const casts: readonly { stored: RegExp; declared: readonly ColumnType[]; cast: (column: string) => string }[] = [
  {
    stored: /^char/,
    declared: ["text"],
    cast: (column) => `rtrim(cast(${column} as varchar)), without the blanks that fill it up`,
  },
  {
    stored: /^(uuid|tinyint|smallint|integer|bigint)$/,
    declared: ["text"],
    cast: (column) => `cast(${column} as varchar)`,
  },
  { stored: /^decimal\(\d+,\s*0\)$/, declared: ["integer"], cast: (column) => `cast(${column} as bigint)` },
  {
    stored: /^decimal/,
    declared: ["integer"],
    cast: (column) => `cast(${column} * 100 as bigint), where a hundredth is the smallest unit`,
  },
  { stored: /^(decimal|real)/, declared: ["number"], cast: (column) => `cast(${column} as double)` },
  { stored: /^boolean$/, declared: ["integer"], cast: (column) => `cast(${column} as integer)` },
  {
    stored: /^timestamp.* with time zone$/,
    declared: ["date"],
    cast: (column) => `cast(${column} at time zone 'Europe/London' as date), in the zone whose days are meant`,
  },
  { stored: /^(timestamp|date)/, declared: ["integer"], cast: (column) => `year(${column}), if years are meant` },
  { stored: /^timestamp/, declared: ["date"], cast: (column) => `cast(${column} as date)` },
  { stored: /^varchar/, declared: ["integer"], cast: (column) => `cast(${column} as bigint)` },
  { stored: /^varchar/, declared: ["date"], cast: (column) => `cast(${column} as date)` },
  { stored: /^varchar/, declared: ["number"], cast: (column) => `cast(${column} as double)` },
];

/** Words on how a view casts a column, after those that say that it should. */
export function castWords(column: string, declared: ColumnType, stored: string): string {
  const way = casts.find((one) => one.stored.test(stored.toLowerCase()) && one.declared.includes(declared));
  return way === undefined ? "" : `: ${way.cast(column)}`;
}
