import { z } from "zod";
import type { Dataset } from "../define/dataset.ts";
import { type Fault, UserError, type Where, whereText } from "../error.ts";
import type { Period } from "../model.ts";
import { refuse } from "./collect.ts";
import { copyOf } from "./locate.ts";
import { periodWords, readPeriod, unitsOf } from "./periods.ts";
import { place } from "./row.ts";
import type { Source } from "./source.ts";
import { refuseNoRows } from "./source-checks.ts";
import { query, quoted } from "./sql.ts";

/** Most periods of an indicator: months of eighty years. More are no periods, or no report. */
const MOST_PERIODS = 1000;

/** What to do about a cell that names no period: where none of them does, another unit may read it. */
function periodFix(others: readonly string[], file: string, dataset: Dataset): string {
  const mend = `mend periods in ${file}, or the cell in ${copyOf(dataset)}`;
  return others.length === 0
    ? mend
    : `if it is one of these, write unit: ${others.join(" or ")} under periods in ${file}; else ${mend}`;
}

const periodCells = z.strictObject({ value: z.string(), last: z.string() });

/**
 * Reads the periods that rows name into the period table, those that end by the reporting year. `cells` is a table that has
 * the same ones in fewer rows, where there is one.
 */
export async function readPeriods(source: Source, where: string, year: number, cells?: string) {
  const { indicator, table, located, database, value, last } = source;
  const { value: definition, yaml } = indicator;
  const { column, last_column } = definition.periods;
  const columns = [column, last_column].filter((name) => name !== undefined).map(quoted);
  const found = await database.unordered(
    query("period-cells", {
      ...{ table: cells ?? table, where, value, last },
      columns: columns.join(", ") || "true as everything",
    }),
    periodCells,
  );
  const named = found.sort((a, b) => compare(a.value, b.value) || compare(a.last, b.last));
  if (named.length === 0) await refuseNoRows(source, where, definition.where, [definition.where ? "where" : "dataset"]);
  const faults: Fault[] = [];
  const read: { cells: [string, string]; period: Period }[] = [];
  const firstRow = async ([first, final]: [string, string]): Promise<Where> => {
    const sql = query("period-cells-first", { table, where, value, last });
    const [row] = await database.rows(sql, { first, last: final }, z.strictObject(place));
    return located(row!._file, row!._row, definition.periods.column);
  };
  if (named.length > MOST_PERIODS)
    refuse([
      {
        where: await firstRow([named[MOST_PERIODS]!.value, named[MOST_PERIODS]!.last]),
        must: `at most ${MOST_PERIODS} different periods of one indicator`,
        found: String(named.length),
        fix: `mend periods in ${yaml.file}, if the column holds no periods, or narrow where`,
      },
    ]);
  const isOtherUnit =
    definition.periods.unit !== undefined &&
    named.every(({ value: first, last: final }) => readPeriod(definition.periods, first, final) === null);
  for (const pair of named) {
    const texts: [string, string] = [pair.value, pair.last];
    const period = readPeriod(definition.periods, ...texts);
    if (period) {
      read.push({ cells: texts, period });
      continue;
    }
    faults.push({
      where: await firstRow(texts),
      must: periodWords(definition.periods),
      found: cellWords(texts) || "a blank",
      fix: periodFix(isOtherUnit ? unitsOf(texts[0]) : [], yaml.file, source.dataset),
    });
  }
  // Names of one period that the definition lists are meant; other spellings would be added up.
  if (definition.periods.named === undefined)
    for (const [index, { cells: texts, period }] of read.entries()) {
      const before = read
        .slice(0, index)
        .find((one) => one.period.start === period.start && one.period.end === period.end);
      if (before === undefined) continue;
      const [first, second] = [await firstRow(before.cells), await firstRow(texts)];
      faults.push({
        where: second,
        must: `one spelling of the period ${period.label}, whose rows are else added up`,
        found: `${cellWords(texts)}, beside ${cellWords(before.cells)} in ${whereText({ ...first, key: undefined })}`,
        fix: `mend the cells in ${copyOf(source.dataset)} and say so under changes, narrow where in ${yaml.file}, or list both under periods.named`,
      });
    }
  const labels = new Set(read.map(({ period }) => period.label));
  const declared: [PropertyKey[], string][] = [
    ...(definition.periods.baseline === undefined
      ? []
      : [[["periods", "baseline"], definition.periods.baseline] as [PropertyKey[], string]]),
    ...definition.breaks.map(({ from }, i): [PropertyKey[], string] => [["breaks", i, "from"], from]),
  ];
  for (const [path, label] of declared)
    if (faults.length === 0 && !labels.has(label))
      faults.push({
        where: yaml.where(path),
        must: `the label of a period in the data: ${[...labels].join(", ")}`,
        found: label,
        fix: "mend the label",
      });
  const earliest = read
    .map(({ period }) => period)
    .sort((a, b) => compare(a.start, b.start) || compare(a.end, b.end))[0];
  definition.breaks.forEach(({ from }, i) => {
    if (faults.length === 0 && from === earliest?.label)
      faults.push({
        where: yaml.where(["breaks", i, "from"]),
        must: "a period after the break that is not the first of all, so that there is one before it",
        found: `${from}, the first`,
        fix: "take the break out, or mend the label",
      });
  });
  if (faults.length > 0) throw new UserError(faults);

  const lastDay = `${year}-12-31`;
  const kept = read.filter(({ period }) => period.end <= lastDay);
  await database.append(
    "period",
    kept.map(({ cells: [first, final], period }) => [
      definition.id,
      first,
      final,
      period.label,
      period.start,
      period.end,
    ]),
  );
  const byLabel = new Map(read.map(({ period }) => [period.label, period]));
  return {
    all: [...byLabel.values()].sort((a, b) => compare(a.start, b.start) || compare(a.end, b.end)),
    /** Whether no period goes by two pairs of cells. */
    hasPairEach: byLabel.size === read.length,
  };
}

const cellWords = (texts: readonly string[]): string => texts.filter((part) => part !== "").join(" to ");

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
