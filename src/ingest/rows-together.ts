import { z } from "zod";
import { isAveraged } from "../define/kinds.ts";
import { type Fault, whereText } from "../error.ts";
import type { Candidate, FigureRows, Looked } from "./figure-rows.ts";
import { figuresInSums } from "./figures-in-sums.ts";
import type { HeldFigures } from "./key-sums.ts";
import { copyOf } from "./locate.ts";
import { number } from "./row.ts";
import type { Source } from "./source.ts";
import { foldSql, seen } from "./spelling.ts";
import { query } from "./sql.ts";
import { rowAt, totalFault } from "./total-fault.ts";
import { isCalledTotal, type Part, type Suspicion, totalAmong } from "./totals.ts";

/** Rows that differ in columns of which nothing is declared, and go into one figure all the same. */
export interface RowsTogether {
  /** Rows of the dataset. */
  rows: number;
  /** Figures of a group or area in a period that they go into. */
  figures: number;
  /** The columns that they differ in; none where they differ in figures alone. */
  columns: string[];
  /** Values of columns, told apart or not, that are put together in some periods and have no row in another. */
  uneven: { column: string; values: string[]; period: string }[];
}

const foundRow = z.object({ figures: number, rows: number, fewest: number }).catchall(z.boolean().nullable());
const partRow = z.strictObject({
  figure: z.string(),
  value: z.string().nullable(),
  numerator: number,
  denominator: number,
  place: number,
});
type PartRow = z.infer<typeof partRow>;

/** Whether parts-of-figures.sql adds up what a table holds, or finds it added up. */
const addedUp = {
  sums: "sum(numerator) as numerator, sum(denominator) as denominator, min(place) as place",
  grouped: "group by 1, 2",
};
const oneByOne = { sums: "numerator, denominator, place", grouped: "" };

/** Of more rows the largest figures are looked at: a total makes a figure large. */
const MOST_ROWS = 200_000;

interface Given {
  rows: FigureRows;
  /** SQL of the sums that figures are made from; null where they are not made from sums. */
  sums: string | null;
  /** The sums where they hold the figures, of which rows need not be read then. */
  held: HeldFigures | null;
  hasSeveral: boolean;
}

/** Looks at the rows that go into each figure of a breakdown: which are put together, and whether one is a total of others. */
export async function rowsTogether(
  source: Source,
  looked: Looked,
  { rows, sums, held, hasSeveral }: Given,
): Promise<{ together: RowsTogether | null; faults: Fault[] }> {
  const { database } = source;
  const { added, made, largest, several } = rows;
  try {
    // One row for each figure of everyone is beside no other.
    if (looked.column === null && !hasSeveral) return { together: null, faults: [] };
    if (held !== null) {
      const found = await figuresInSums(source, looked, held);
      if (!found.mayHoldTotal) {
        const differing = hasSeveral ? rows.columns : [];
        const uneven = await unevenColumns(source, differing, { rows, held });
        return {
          together: putTogether(source, differing, { found: hasSeveral ? found : undefined, uneven }),
          faults: [],
        };
      }
    }
    await database.run(rows.cells(sums), rows.bound);
    return await inTables(source, looked, { rows, held, hasSeveral });
  } finally {
    const tables = [added, made, largest, several].filter((table) => table !== null);
    await database.run(tables.map((table) => `drop table if exists ${table};`).join("\n"));
  }
}

/** The same, with what the rows come to in a table. */
async function inTables(
  source: Source,
  looked: Looked,
  { rows, held, hasSeveral }: Omit<Given, "sums">,
): Promise<{ together: RowsTogether | null; faults: Fault[] }> {
  const { indicator, database } = source;
  const { statistic } = indicator.value;
  const { column } = looked;
  const { made, columns } = rows;
  const partsOf = async (table: string, figure: string, of: string, isSummed = false): Promise<PartRow[]> => {
    const parts = isSummed ? oneByOne : addedUp;
    return database.rows(query("parts-of-figures", { ...parts, table, figure, of }), {}, partRow);
  };
  const [found] = hasSeveral ? await database.rows(rows.ofSeveralRows(), {}, foundRow) : [];
  const differing = columns.filter((_, i) => found?.[`d${i}`] === true);
  const uneven = await unevenColumns(source, differing, { rows, held });
  const together = putTogether(source, differing, { found, uneven });
  const isAlike = areAlike(source, differing);

  const faults = column === null || looked.isOfAreas ? [] : await speltTwice(source, column, { rows, looked });
  // A mean of single values has no sums.
  if (isAveraged(statistic) && statistic.count === undefined) return { together, faults };
  if (found && (differing.length > 0 || (found.figures > 0 && isAlike))) {
    const most = found.rows > MOST_ROWS ? MOST_ROWS : Number.MAX_SAFE_INTEGER;
    await database.run(rows.largestCells(most, found.fewest));
    await database.run(rows.intoSeveral(differing));
  }
  for (const { name, cell: own } of differing) {
    const others = differing.filter((one) => one.name !== name).map((one) => one.cell);
    const figures = others.length === 0 ? ["figure"] : [`hash(figure, ${others.join(", ")})`, "figure"];
    for (const figure of figures) {
      const parts = await partsOf(rows.several, figure, own);
      const total = totalAmong(listed(parts), (text) => (isCalledTotal(text) || text === "" ? "named-so" : null));
      if (total === null) continue;
      faults.push(totalFault(source, { total, parts, column: name }));
      break;
    }
  }
  if (found && found.figures > 0 && isAlike) {
    const parts = await partsOf(rows.several, "figure", "cast(place as VARCHAR)");
    const total = totalAmong(listed(parts));
    if (total) faults.push(totalFault(source, { total, parts, column: null }));
  }
  if (column !== null && !looked.withEveryone) {
    const parts = await partsOf(made, "period", "unit", rows.isOneEach);
    const suspicionOf = (text: string): Suspicion =>
      looked.declared.has(text) ? null : isCalledTotal(text) ? "named-so" : "stands-for-nobody";
    const total = totalAmong(listed(parts), suspicionOf);
    // Two groups of one size are no total.
    if (total && total.example.parts.length > 1)
      faults.push(totalFault(source, { total, parts, column, among: looked }));
  }
  return { together, faults };
}

/** Whether nothing tells rows apart. Those that are records differ in what names them, which is declared. */
const areAlike = ({ dataset }: Source, differing: readonly Candidate[]): boolean =>
  differing.length === 0 && !Object.values(dataset.columns).some(({ record }) => record);

/** What is said of rows that go into figures together; null where nothing is. */
function putTogether(
  source: Source,
  differing: readonly Candidate[],
  { found, uneven }: { found: { figures: number; rows: number } | undefined; uneven: RowsTogether["uneven"] },
): RowsTogether | null {
  const columns = differing.filter(({ isFiltered }) => !isFiltered).map(({ name }) => name);
  const isUndeclared = found && found.figures > 0 && (columns.length > 0 || areAlike(source, differing));
  if (!isUndeclared && uneven.length === 0) return null;
  return { rows: isUndeclared ? found.rows : 0, figures: found?.figures ?? 0, columns, uneven };
}

const periodRow = z.strictObject({ value: z.string(), period: z.string() });

/** Values that go into the figures of some periods and not of others: what changes may be who is counted. */
async function unevenColumns(
  { database }: Source,
  columns: readonly Candidate[],
  { rows, held }: { rows: FigureRows; held: HeldFigures | null },
): Promise<RowsTogether["uneven"]> {
  const uneven: RowsTogether["uneven"] = [];
  for (const { name } of columns) {
    const found = await database.rows(
      query("values-of-some-periods", { seen: rows.valuesByPeriod(name, held) }),
      rows.bound,
      periodRow,
    );
    const [first] = found;
    if (first === undefined) continue;
    const values = found.filter(({ period }) => period === first.period).map(({ value }) => value);
    uneven.push({ column: name, values, period: first.period });
  }
  return uneven;
}

const speltRow = z.strictObject({ value: z.string(), other: z.string(), place: number, other_place: number });

/** Rows of one figure whose group is spelt in two ways, and which nothing else tells apart: they are one row twice. */
async function speltTwice(
  { indicator, dataset, database, located }: Source,
  column: string,
  { rows, looked: { groups } }: { rows: FigureRows; looked: Looked },
): Promise<Fault[]> {
  const alike = query("spellings-of-groups", { table: groups, owner: "value", fold: foldSql("value") });
  if ((await database.rows(alike, {}, z.object({}))).length === 0) return [];
  const figure = ["figure", ...rows.columns.map(({ cell }) => cell)].join(", ");
  const sql = query("groups-spelt-twice", { table: `(${rows.one()})`, figure, fold: foldSql("raw") });
  const found = new Map(
    (await database.rows(sql, rows.bound, speltRow)).map((row) => [`${row.value}\n${row.other}`, row]),
  );
  return [...found.values()].map(({ value, other, place, other_place }) => ({
    where: located(...rowAt(other_place), column),
    must: "one spelling of each group in a period, whose rows are else added up",
    found: `${seen(other)}, beside ${seen(value)} in ${whereText({ ...located(...rowAt(place)), key: undefined })}`,
    fix: `mend the cells in ${copyOf(dataset)} and say so under changes, or narrow where in ${indicator.yaml.file}`,
  }));
}

/** The parts of each figure. */
function listed(rows: readonly PartRow[]): Part[][] {
  const figures = new Map<string, Part[]>();
  for (const { figure, value, numerator, denominator } of rows) {
    const parts = figures.get(figure) ?? [];
    if (parts.length === 0) figures.set(figure, parts);
    parts.push({ value, numerator, denominator });
  }
  return [...figures.values()];
}
