import { z } from "zod";
import { type Dataset, meaningsOf } from "../define/dataset.ts";
import { duckdb } from "./dialects.ts";
import { type Asked, isSame, type KeySums } from "./key-sums.ts";
import type { Database } from "./port.ts";
import { readerOf } from "./readers.ts";
import { number } from "./row.ts";
import { literal, ofData, query, quoted } from "./sql.ts";
import { dataTable } from "./table.ts";
import { largestColumn } from "./times.ts";
import { PLACE } from "./total-fault.ts";

/** Most values of a column that a set of bits stands for, and those that a machine's own word does. */
const MOST_BITS = 120;
const WORD_BITS = 60;

/** A column of a key: how many values it may have, and SQL that numbers them from 0 to below so many bits. */
interface Numbered {
  column: string;
  values: number;
  number: string;
  bits: number;
  /** Each value with its number. */
  listed(): [text: string, number: number][];
}

/** Null where the dataset has no rows. */
const countedRow = z.strictObject({ rows: number.nullable(), keys: number.nullable() });
/** The least and the greatest of each column, numbered; null where the dataset has no rows, or blanks alone. */
const spansRow = z.record(z.string(), z.bigint().nullable());
const textRow = z.strictObject({ index: number, text: z.string(), hash: z.bigint() });

/**
 * True when no two rows of a dataset have the same key; false when they may. Where one column of the key has few values,
 * such as a year, the others are grouped and its values kept as bits; else the keys' hashes are counted, which are as
 * many as the rows only if the keys are. What is asked of the groups is added up on the way, and their sums are kept.
 */
export async function isUnique(
  dataset: Dataset,
  database: Database,
  asked: Asked | null = null,
): Promise<{ isKey: boolean; sums: KeySums | null }> {
  const { unique } = dataset.facts;
  const table = quoted(dataTable(dataset.id));
  const numbered = await numberedColumns(dataset, asked, database);
  const [bits] = numbered
    .filter(({ values }) => values > 0 && values <= MOST_BITS)
    .sort(
      (a, b) =>
        Number(isAsked(dataset, b.column, asked)) - Number(isAsked(dataset, a.column, asked)) || b.values - a.values,
    );
  const others = unique.filter((column) => column !== bits?.column);
  if (bits === undefined || others.length === 0) {
    const sql = query("distinct-keys", { table, key: duckdb.keyOf(unique.map(quoted)) });
    const [counted] = await database.rows(sql, {}, countedRow);
    return { isKey: counted!.rows === counted!.keys, sums: null };
  }
  const type = bits.bits <= WORD_BITS ? "BIGINT" : "HUGEINT";
  const parts = {
    ...{ table, bit: bits.number, bits: type },
    others: others.map(quoted).join(", "),
  };
  const made = quoted(`sums/${dataset.id}`);
  const isKept = asked !== null && isAsked(dataset, bits.column, asked);
  if (isKept)
    await database.run(
      query("sums-by-key", {
        // Rows of a single file have the number 0 before their place in it.
        ...{ ...parts, made, place: dataset.files.length === 1 ? ofData("_row") : PLACE },
        sums: [
          ...asked.counts.map((name) => `sum(${ofData(name)}) as ${quoted(name)}`),
          ...asked.sizes.map((name) => `max(${ofData(name)}) as ${quoted(largestColumn(name))}`),
        ].join(", "),
      }),
    );
  const sql = isKept ? query("keys-in-sums", { made }) : query("distinct-keys-by-bits", parts);
  const [counted] = await database.rows(sql, {}, countedRow);
  const isKey = counted!.rows === counted!.keys;
  if (!isKept || !isKey) return { isKey, sums: null };
  const isFilled = Object.keys(meaningsOf(dataset, bits.column)).length === 0;
  const told = isFilled ? { column: bits.column, values: bits.listed(), bits: type } : null;
  return { isKey, sums: { table: made, keys: others, counts: asked.counts, told } };
}

/** The columns of the key that may have few values; no other than one that sums are asked by, where that has few. */
async function numberedColumns(dataset: Dataset, asked: Asked | null, database: Database): Promise<Numbered[]> {
  const areAsked = ({ column }: { column: string }): boolean => isAsked(dataset, column, asked);
  const names = dataset.facts.unique.map((column) => ({ column }));
  const numbered = async (sought: { column: string }[]): Promise<Numbered[]> => {
    const columns = sought.map(({ column }) => column);
    return (
      await Promise.all([wholeNumbers(dataset, columns, database), texts(dataset, columns, asked, database)])
    ).flat();
  };
  const first = await numbered(names.filter(areAsked));
  if (first.some(({ values }) => values > 0 && values <= MOST_BITS)) return first;
  return [...first, ...(await numbered(names.filter((name) => !areAsked(name))))];
}

/** Whether sums by all columns of the key but one are asked for. */
const isAsked = ({ facts }: Dataset, column: string, asked: Asked | null): boolean =>
  asked?.by.some((columns) => isSame([...columns, column], facts.unique)) ?? false;

/** The columns of the key that hold whole numbers: each may have every value from its least to its greatest. */
async function wholeNumbers(
  { id, columns }: Dataset,
  names: readonly string[],
  database: Database,
): Promise<Numbered[]> {
  const sought = names.filter((column) => columns[column]?.type === "integer");
  if (sought.length === 0) return [];
  const spans = sought.map((name, i) => `min(${quoted(name)}) as least${i}, max(${quoted(name)}) as most${i}`);
  const sql = query("key-spans", { table: quoted(dataTable(id)), spans: spans.join(", ") });
  const [row] = await database.rows(sql, {}, spansRow);
  return sought.flatMap((column, i): Numbered[] => {
    const [least = null, most = null] = [row![`least${i}`], row![`most${i}`]];
    if (least === null || most === null) return [];
    const values = Number(most - least) + 1;
    const listed = (): [string, number][] => Array.from({ length: values }, (_, n) => [String(least + BigInt(n)), n]);
    return [{ column, values, bits: values, number: `${quoted(column)} - (${least})`, listed }];
  });
}

/** The columns of the key that hold few texts: in files that list them; elsewhere where sums by the others are asked for. */
async function texts(
  dataset: Dataset,
  names: readonly string[],
  asked: Asked | null,
  database: Database,
): Promise<Numbered[]> {
  const sought = names.filter(
    (column) =>
      dataset.columns[column]?.type === "text" &&
      (readerOf(dataset.format).listsTexts || isAsked(dataset, column, asked)),
  );
  if (sought.length === 0) return [];
  const of = (column: string, i: number): string =>
    query("few-texts", {
      index: String(i),
      table: quoted(dataTable(dataset.id)),
      column: quoted(column),
      most: String(MOST_BITS + 1),
    });
  const rows = await database.rows(sought.map(of).join("\nunion all\n"), {}, textRow);
  return sought.map((column, i) => {
    const found = rows.filter(({ index }) => index === i);
    return {
      column,
      values: found.length,
      ...numbersOf(
        column,
        found.map(({ text, hash }) => [text, hash]),
      ),
    };
  });
}

/**
 * How the texts of a column are numbered: by what remains of their hashes, where no two are alike in that, or by their
 * place in a list, which takes longer. Texts that are not listed may share a number: then keys seem to be alike, and are
 * looked at one by one.
 */
function numbersOf(
  column: string,
  texts: readonly [text: string, hash: bigint][],
): Pick<Numbered, "number" | "bits" | "listed"> {
  for (let bits = texts.length; bits <= WORD_BITS; bits++) {
    const listed = texts.map(([text, hash]): [string, number] => [text, Number(hash % BigInt(bits))]);
    if (new Set(listed.map(([, number]) => number)).size === texts.length)
      return { number: `hash(${quoted(column)}) % ${bits}`, bits, listed: () => listed };
  }
  const list = texts.map(([text]) => literal(text)).join(", ");
  return {
    number: `list_position([${list}], ${quoted(column)}) - 1`,
    bits: texts.length,
    listed: () => texts.map(([text], number) => [text, number]),
  };
}
