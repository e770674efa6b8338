import type { Dataset } from "../define/dataset.ts";
import type { Defined } from "../define/definitions.ts";
import { type Fault, whereText } from "../error.ts";
import type { Database } from "../model.ts";
import { shownCell } from "./cells.ts";
import { filterSql, filterWords } from "./filter.ts";
import { rowLocator } from "./locate.ts";
import { literal, query, quoted } from "./sql.ts";
import { dataTable } from "./table.ts";

/** Number of rows of a dataset, and the known facts that it does not keep. A completed read is not a correct one. */
export async function checkFacts(
  { value: dataset, yaml }: Defined<Dataset>,
  root: string,
  database: Database,
): Promise<{ rows: number; faults: Fault[] }> {
  const table = quoted(dataTable(dataset.id));
  const { facts } = dataset;
  const key = facts.unique.map(quoted).join(", ");
  const ranges = facts.ranges.map((range) => ({ ...range, outside: outsideSql(range) }));
  const texts = fewTexts(dataset, database);
  const [found] = await database.rows(
    query("facts", {
      table,
      checks: [
        ...facts.totals.map(
          ({ column, where, equals }, i) =>
            `, round(sum(cast(${quoted(column)} as DOUBLE)) filter (where ${filterSql(where)}), ${decimalsOf(equals)}) as total${i}`,
        ),
        ...ranges.map(({ outside }, i) => `, count(*) filter (where ${outside}) as outside${i}`),
        ...facts.unique.map((column, i) => spanSql(dataset, column, i)),
      ].join(""),
    }),
  );
  const located = rowLocator(dataset, root);
  const faults: Fault[] = [];

  const rows = Number(found?.["rows"]);
  if (rows !== facts.rows)
    faults.push({
      where: yaml.where(["facts", "rows"]),
      must: `${facts.rows} rows in the dataset, as declared`,
      found: `${rows} rows`,
      fix: "find out which rows are missing or new; if the file is right, mend the fact",
    });

  if (!(await isUnique(dataset, { ...found }, await texts, database)))
    for (const row of await database.rows(query("duplicates", { table, key }))) {
      const values = facts.unique.map((column) => `${column} ${shownCell(row[column])}`).join(", ");
      faults.push({
        where: located(Number(row["_file"]), Number(row["_row"])),
        must: `one row for each ${facts.unique.join(", ")}`,
        found: `${row["times"]} rows with ${values}; the first is ${whereText(located(Number(row["first_file"]), Number(row["first_row"])))}`,
        fix: "take the repeated row out of a copy of the file and say so under changes, or mend facts.unique",
      });
    }

  for (const [index, { column, where, equals }] of facts.totals.entries()) {
    const total = found?.[`total${index}`];
    if (total !== equals)
      faults.push({
        where: yaml.where(["facts", "totals", index, "equals"]),
        must: `${column} adds up to ${equals} where ${filterWords(where)}`,
        found: total === null ? "no figure to add up" : String(total),
        fix: "find out which figures differ; if the file is right, mend the fact",
      });
  }

  for (const [index, { column, min, max, outside }] of ranges.entries()) {
    if (Number(found?.[`outside${index}`]) === 0) continue;
    for (const row of await database.rows(query("outside-range", { table, column: quoted(column), outside })))
      faults.push({
        where: located(Number(row["_file"]), Number(row["_row"]), column),
        must: `${column} of ${[min === undefined ? [] : `at least ${min}`, max === undefined ? [] : `at most ${max}`]
          .flat()
          .join(" and ")}`,
        found: String(row["value"]),
        fix: "check the figure with the publisher; if it is right, mend facts.ranges",
      });
  }
  return { rows, faults };
}

/** Most values of a column that a set of bits stands for, and those that a machine's own word does. */
const MOST_BITS = 120;
const WORD_BITS = 60;

const spanSql = (dataset: Dataset, column: string, index: number): string =>
  `, ${dataset.columns[column]?.type === "integer" ? `min(${quoted(column)})` : "null"} as least${index}` +
  `, ${dataset.columns[column]?.type === "integer" ? `max(${quoted(column)}) - min(${quoted(column)})` : "null"} as span${index}`;

/** A column of a key with few values: how many they may be, and SQL that numbers them from 0. */
interface Few {
  column: string;
  values: number;
  number: string;
}

/**
 * True when no two rows have the same key; false when they may. Where one column of the key has few values, such as a
 * year, the others are grouped and its values kept as bits; else the keys' hashes are counted, which are as many as the
 * rows only if the keys are.
 */
async function isUnique(
  dataset: Dataset,
  found: Record<string, unknown>,
  texts: readonly Few[],
  database: Database,
): Promise<boolean> {
  const table = quoted(dataTable(dataset.id));
  const { unique } = dataset.facts;
  const numbers = unique.flatMap((column, index): Few[] => {
    const [least, span] = [found[`least${index}`], found[`span${index}`]];
    return typeof span === "bigint" || typeof span === "number"
      ? [{ column, values: Number(span) + 1, number: `${quoted(column)} - (${least})` }]
      : [];
  });
  const [bits] = [...numbers, ...texts].filter(({ values }) => values <= MOST_BITS).sort((a, b) => b.values - a.values);
  const others = unique.filter((column) => column !== bits?.column).map(quoted);
  const [counted] = await database.rows(
    bits === undefined || others.length === 0
      ? query("distinct-keys", { table, key: unique.map(quoted).join(", ") })
      : query("distinct-keys-by-bits", {
          table,
          others: others.join(", "),
          bit: bits.number,
          bits: bits.values <= WORD_BITS ? "BIGINT" : "HUGEINT",
        }),
  );
  return Number(counted?.["rows"]) === Number(counted?.["keys"]);
}

/** The texts of each column of the key, in a Parquet file, which lists them in its dictionaries; elsewhere none are sought. */
async function fewTexts({ id, format, columns, facts }: Dataset, database: Database): Promise<Few[]> {
  const sought = facts.unique.filter((column) => columns[column]?.type === "text");
  if (format.type !== "parquet" || sought.length === 0) return [];
  const rows = await database.rows(
    sought
      .map((column, index) =>
        query("few-texts", {
          index: String(index),
          table: quoted(dataTable(id)),
          column: quoted(column),
          most: String(MOST_BITS + 1),
        }),
      )
      .join("\nunion all\n"),
  );
  return sought.map((column, index) => {
    const texts = rows.filter((row) => row["index"] === index).map(({ text }) => literal(String(text)));
    return {
      column,
      values: texts.length,
      number: `list_position([${texts.join(", ")}], ${quoted(column)}) - 1`,
    };
  });
}

const outsideSql = ({ column, min, max }: Dataset["facts"]["ranges"][number]): string =>
  [min === undefined ? [] : `${quoted(column)} < ${min}`, max === undefined ? [] : `${quoted(column)} > ${max}`]
    .flat()
    .join(" or ");

const decimalsOf = (value: number): number => (String(value).split(".")[1] ?? "").length;
