import type { DescribedColumn, DescribedSum } from "../results/description.ts";
import { figureOf } from "./figure-text.ts";
import { isCalledTotal, type Part, totalAmong } from "./totals.ts";

/** Beyond these nothing is added up: it is a look at a file, not a check. */
const MOST_ROWS = 300_000;
const MOST_VALUES = 40;
const MOST_COLUMNS = 6;
const MOST_GROUPS = 2_000;

/** Rows that are the sums of others, by the column that tells them apart, and columns that are the sums of others. */
export function sumsIn(columns: readonly DescribedColumn[], rows: readonly (readonly string[])[]): DescribedSum[] {
  if (rows.length > MOST_ROWS || rows.length < 3) return [];
  return [...sumsOfRows(columns, rows), ...sumsOfColumns(columns, rows)];
}

const isCount = ({ name, type, like, distinct, percentFormat, percentSign }: DescribedColumn): boolean =>
  type === "integer" && like === null && !percentFormat && !percentSign && distinct > 1 && !label.test(name);

/** Names of whole numbers that are no counts. */
const label =
  /(^|[ _])(id|code|rank|order|hour|month|day|week|decile|quintile|limit|sex|age)s?$|sortorder|^(id|code)|id$/i;
/** A whole number, whichever mark stands between its thousands. */
const wholeOf = (cell = ""): number | undefined =>
  figureOf(cell, /^\D*\d{1,3}(\.\d{3})+\D*$/.test(cell) ? "," : ".")?.value;
/** Cases that must say so where nothing is called a total. */
const ENOUGH = 20;

function sumsOfRows(columns: readonly DescribedColumn[], rows: readonly (readonly string[])[]): DescribedSum[] {
  const counts = columns.flatMap((column, i) => (isCount(column) && column.most! > 1 ? [i] : [])).slice(0, 2);
  const [count, other = count] = counts;
  if (count === undefined) return [];
  const told = columns.flatMap(({ type, like, filled }, i) =>
    (type === "text" || type === "date" || like !== null) && filled > 0 ? [i] : [],
  );
  const split = told.filter(
    (i) => columns[i]!.distinct >= 2 && columns[i]!.distinct <= MOST_VALUES && columns[i]!.like === null,
  );
  return split.slice(0, MOST_COLUMNS).flatMap((i): DescribedSum[] => {
    const rest = told.filter((j) => j !== i);
    const figures = new Map<string, Map<string, Part>>();
    for (const row of rows) {
      const [numerator, denominator] = [count, other].map((at) => wholeOf(row[at!]));
      if (numerator === undefined || denominator === undefined) continue;
      const key = rest.map((j) => row[j] ?? "").join("\u0000");
      const parts = figures.get(key) ?? new Map<string, Part>();
      if (!figures.has(key)) {
        if (figures.size >= MOST_GROUPS) continue;
        figures.set(key, parts);
      }
      const value = row[i] ?? "";
      const part = parts.get(value) ?? { value, numerator: 0, denominator: 0 };
      parts.set(value, { value, numerator: part.numerator + numerator, denominator: part.denominator + denominator });
    }
    const found = totalAmong(
      [...figures.values()].map((parts) => [...parts.values()]),
      (value) => (isCalledTotal(value) ? "named-so" : null),
    );
    if (found === null || (found.matched < ENOUGH && !(found.value !== null && isCalledTotal(found.value)))) return [];
    const { value, parts, matched, figures: tried } = found;
    return [
      {
        kind: "rows",
        column: columns[i]!.name,
        value,
        parts: parts && [...parts],
        of: columns[count]!.name,
        matched,
        tried,
      },
    ];
  });
}

/** A column that people call a total, and that is the sum of all other columns of counts. */
function sumsOfColumns(columns: readonly DescribedColumn[], rows: readonly (readonly string[])[]): DescribedSum[] {
  const counts = columns.flatMap((column, i) => (isCount(column) ? [i] : []));
  if (counts.length < 3) return [];
  return counts
    .filter((i) => /total|^all\b|persons/i.test(columns[i]!.name))
    .flatMap((i): DescribedSum[] => {
      const parts = counts.filter((j) => j !== i);
      let [matched, tried] = [0, 0];
      for (const row of rows) {
        const whole = wholeOf(row[i]);
        const of = parts.map((j) => wholeOf(row[j]));
        if (whole === undefined || of.some((one) => one === undefined)) continue;
        tried++;
        if (of.reduce<number>((all, one) => all + (one ?? 0), 0) === whole) matched++;
      }
      if (tried < 3 || matched < 0.95 * tried) return [];
      const names = parts.map((j) => columns[j]!.name);
      return [
        { kind: "columns", column: columns[i]!.name, value: null, parts: names, of: columns[i]!.name, matched, tried },
      ];
    });
}
