import { z } from "zod";
import type { Dataset } from "../define/dataset.ts";
import { duckdb } from "./dialects.ts";
import type { Database } from "./port.ts";
import { readerOf } from "./readers.ts";
import { number } from "./row.ts";
import { literal, query, quoted } from "./sql.ts";
import { dataTable } from "./table.ts";

/** Most values of a column that a set of bits stands for, and those that a machine's own word does. */
const MOST_BITS = 120;
const WORD_BITS = 60;

/** A column of a key: how many values it may have, and SQL that numbers them from 0. */
interface Numbered {
  column: string;
  values: number;
  number: string;
}

/** Null where the dataset has no rows. */
const countedRow = z.strictObject({ rows: number.nullable(), keys: number.nullable() });
/** The least and the greatest of each column, numbered; null where the dataset has no rows, or blanks alone. */
const spansRow = z.record(z.string(), z.bigint().nullable());
const textRow = z.strictObject({ index: number, text: z.string() });

/**
 * True when no two rows of a dataset have the same key; false when they may. Where one column of the key has few values,
 * such as a year, the others are grouped and its values kept as bits; else the keys' hashes are counted, which are as
 * many as the rows only if the keys are.
 */
export async function isUnique(dataset: Dataset, database: Database): Promise<boolean> {
  const { unique } = dataset.facts;
  const table = quoted(dataTable(dataset.id));
  const numbered = (await Promise.all([wholeNumbers(dataset, database), texts(dataset, database)])).flat();
  const [bits] = numbered.filter(({ values }) => values > 0 && values <= MOST_BITS).sort((a, b) => b.values - a.values);
  const others = unique.filter((column) => column !== bits?.column).map(quoted);
  const [counted] = await database.rows(
    bits === undefined || others.length === 0
      ? query("distinct-keys", { table, key: duckdb.keyOf(unique.map(quoted)) })
      : query("distinct-keys-by-bits", {
          table,
          others: others.join(", "),
          bit: bits.number,
          bits: bits.values <= WORD_BITS ? "BIGINT" : "HUGEINT",
        }),
    {},
    countedRow,
  );
  return counted!.rows === counted!.keys;
}

/** The columns of the key that hold whole numbers: each may have every value from its least to its greatest. */
async function wholeNumbers({ id, columns, facts }: Dataset, database: Database): Promise<Numbered[]> {
  const sought = facts.unique.filter((column) => columns[column]?.type === "integer");
  if (sought.length === 0) return [];
  const spans = sought.map((name, i) => `min(${quoted(name)}) as least${i}, max(${quoted(name)}) as most${i}`);
  const sql = query("key-spans", { table: quoted(dataTable(id)), spans: spans.join(", ") });
  const [row] = await database.rows(sql, {}, spansRow);
  return sought.flatMap((column, i): Numbered[] => {
    const [least = null, most = null] = [row![`least${i}`], row![`most${i}`]];
    if (least === null || most === null) return [];
    return [{ column, values: Number(most - least) + 1, number: `${quoted(column)} - (${least})` }];
  });
}

/** The columns of the key that hold text, in files that list their texts; elsewhere none are sought. */
async function texts({ id, columns, facts, format }: Dataset, database: Database): Promise<Numbered[]> {
  const sought = facts.unique.filter((column) => columns[column]?.type === "text");
  if (!readerOf(format).listsTexts || sought.length === 0) return [];
  const of = (column: string, i: number): string =>
    query("few-texts", {
      index: String(i),
      table: quoted(dataTable(id)),
      column: quoted(column),
      most: String(MOST_BITS + 1),
    });
  const rows = await database.rows(sought.map(of).join("\nunion all\n"), {}, textRow);
  return sought.map((column, i) => {
    const found = rows.filter(({ index }) => index === i).map(({ text }) => literal(text));
    return { column, values: found.length, number: `list_position([${found.join(", ")}], ${quoted(column)}) - 1` };
  });
}
