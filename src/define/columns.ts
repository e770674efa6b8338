import type { Fault, Where } from "../error.ts";
import type { ColumnType, Dataset } from "./dataset.ts";

/** Columns of a dataset with their types, those that lookups bring in among them. */
export function columnsOf(
  dataset: Dataset,
  datasets: readonly { value: Dataset }[],
  onTheWay: readonly string[] = [],
): Record<string, ColumnType> {
  const looked = dataset.lookups.flatMap(({ dataset: id, columns }) => {
    const other = onTheWay.includes(id) ? undefined : datasets.find(({ value }) => value.id === id)?.value;
    const theirs = other ? columnsOf(other, datasets, [...onTheWay, dataset.id]) : {};
    return columns.flatMap((name): [string, ColumnType][] => {
      const type = Object.hasOwn(theirs, name) ? theirs[name] : undefined;
      return type === undefined ? [] : [[name, type]];
    });
  });
  const own = Object.entries(dataset.columns).map(([name, { type }]): [string, ColumnType] => [name, type]);
  return Object.fromEntries([...looked, ...own]);
}

/** The dataset that a column comes from: the dataset itself, or one that it looks the column up in. */
export function ownerOf<T extends { value: Dataset }>(column: string, dataset: T, datasets: readonly T[]): T {
  if (Object.hasOwn(dataset.value.columns, column)) return dataset;
  const id = dataset.value.lookups.find(({ columns }) => columns.includes(column))?.dataset;
  const other = datasets.find(({ value }) => value.id === id);
  return other ? ownerOf(column, other, datasets) : dataset;
}

/** A name that nothing answers to. */
export const unknown = (where: Where, what: string, found: string, allowed: readonly string[]): Fault => ({
  where,
  must: `${/^[aeiou]/.test(what) ? "an" : "a"} ${what}${allowed.length === 0 ? "; none is declared" : `: ${listed(allowed, "or")}`}`,
  found: found.trim() === "" ? JSON.stringify(found) : found,
  fix: "mend the spelling, or declare it",
});

/** Types that can be added up and compared. */
export const numeric: readonly ColumnType[] = ["integer", "number"];

/** Faults of a column's name where one is given: there must be such a column, of one of the types. */
export function columnFaults(
  where: Where,
  name: string | undefined,
  { columns, dataset, types }: { columns: Record<string, ColumnType>; dataset: string; types?: readonly ColumnType[] },
): Fault[] {
  if (name === undefined) return [];
  const type = Object.hasOwn(columns, name) ? columns[name] : undefined;
  if (type === undefined) return [unknown(where, `column of ${dataset}`, name, Object.keys(columns))];
  if (types === undefined || types.includes(type)) return [];
  return [
    {
      where,
      must: `a column of type ${listed(types, "or")}`,
      found: `${name}, which is ${type}`,
      fix: `name another column, or mend its type in the dataset.yaml of ${dataset}`,
    },
  ];
}

/** a, b or c. */
export const listed = (items: readonly string[], last: "and" | "or"): string =>
  items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} ${last} ${items.at(-1)}`;
