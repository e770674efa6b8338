import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { BuildDatabase } from "../../src/ingest/database.ts";
import { partsSql } from "../../src/ingest/ranged-rows.ts";
import { foldSql } from "../../src/ingest/spelling.ts";
import { literal, query } from "../../src/ingest/sql.ts";
import { PLACE } from "../../src/ingest/total-fault.ts";
import { temporaryFolder } from "../support/command.ts";

const source = join(import.meta.dirname, "../../src/ingest");
const names = readdirSync(join(source, "sql")).map((file) => file.replace(/\.sql$/, ""));
const textOf = (name: string): string => readFileSync(join(source, `sql/${name}.sql`), "utf8");
const code = readdirSync(source)
  .filter((file) => file.endsWith(".ts"))
  .map((file) => readFileSync(join(source, file), "utf8"))
  .join("\n");

const folder = temporaryFolder();
const csv = join(folder, "t.csv");
const parquet = join(folder, "t.parquet");
const everything = { table: "t", where: "true" };
const csvForm = { delimiter: "','", quote: "'\"'", header: "true" };
const periodCells = { value: "d.year", last: "''" };
const joined = { ...everything, ...periodCells, groups: "known", column: "d.area" };

/** Ends of counts that are no ranges. */
const ranges = partsSql(
  { kind: "proportion", numerator: "n", denominator: "y", per: 100, unit: "%", alternatives: [] },
  [],
  () => "",
).join(", ");

const ofFigures = {
  ...joined,
  made: "of_figures",
  ...{
    unit: "d.area",
    figure: "d.area",
    numerator: "d.n",
    denominator: "d.y",
    place: PLACE,
    columns: ", d.label as c0",
  },
};

const heldFigures = {
  figures: "select '2024' as _period, 'a' as _unit, 2 as _rows, 30 as n, 20 as most",
  denominator: "d.n",
};

/** What fills each query, as parts and as parameters; queries without either are left out. */
const filled: Record<string, { parts?: Record<string, string>; bound?: Record<string, unknown> }> = {
  "any-row": { parts: everything },
  "rows-elsewhere": {
    parts: {
      ...{ table: "there", source: "t", place: "area", at: "held", cell: "cast(d.n as VARCHAR)", where: "true" },
      places: "('one', 'S01'), ('two', 'S02')",
    },
  },
  "groups-elsewhere": { parts: { table: "groups_there", groups: "known", places: "('one', 'S01'), ('two', 'S02')" } },
  "places-elsewhere": { parts: { table: "(select 'one@1' as held)", at: "held" } },
  "people-by-area": { parts: { ...everything, area: "area", label: "label", count: "n" } },
  "area-figures": {
    parts: { ...joined, numerator: "d.n", denominator: "d.y", blank: "d.n is null", ranges },
    bound: { indicator: "i" },
  },
  "area-population": { parts: { ...everything, area: "area", population: "y" } },
  "area-rows": { parts: { ...everything, key: "area", label: "label", columns: ", cast(y as DOUBLE) as score" } },
  "bad-cells": { parts: { table: "t", columns: "area, n", bad: "n < 0", most: "21" } },
  "bad-rows": { parts: { ...everything, bad: "n < 0", found: "''" } },
  "column-values": { parts: { table: "t", column: "area" } },
  "data-view": { parts: { table: "seen", rows: "from t" } },
  "listed-rows": { parts: { table: "t", columns: "area" } },
  "describe-parquet": { bound: { path: parquet } },
  "distinct-keys": { parts: { table: "t", key: "hash(area, year)" } },
  "distinct-keys-by-bits": { parts: { table: "t", others: "area", bit: "n - 1", bits: "BIGINT" } },
  duplicates: { parts: { table: "t", key: "area, year" } },
  "column-totals": { parts: { table: "t", checks: ", sum(y) as total0" } },
  "first-of-value": { parts: { table: "t", column: "area" }, bound: { value: "a" } },
  "few-texts": { parts: { index: "0", table: "t", column: "area", most: "121" } },
  "group-table": { parts: { table: "more_groups" } },
  "incomplete-groups": { parts: { indicator: "'i'", dimension: "'d'" } },
  "sums-by-key": {
    parts: {
      made: "sums",
      table: "t",
      others: "area",
      bit: "n - 1",
      bits: "BIGINT",
      place: PLACE,
      sums: "sum(n) as n",
    },
  },
  "keys-in-sums": { parts: { made: "(select 1 as _rows, 1 as _bits)" } },
  "key-spans": { parts: { table: "t", spans: "min(n) as least0, max(n) as most0" } },
  "listed-values": { parts: { ...everything, cell: "area", values: "'a', 'b'" } },
  lookup: {
    parts: { made: "looked_up", table: "t", other: "o", on: "area", key: "area", columns: "o.y as other", order: "1" },
  },
  "lookup-repeated": { parts: { other: "o", key: "area" } },
  "lookup-unmatched": { parts: { table: "t", other: "o", on: "area", key: "area" } },
  "add-observations": {
    parts: {
      ...joined,
      rows: "select *, 1 as _rows, 0 as _blank_rows, null as _reason from t",
      areas: "distinct d.area",
      figures: [...Array.from({ length: 9 }, () => "null"), ranges].join(", "),
      gathered: "left join known m on m.group_id is not distinct from g.group_id",
    },
    bound: { indicator: "i", dimension: "d" },
  },
  "figures-with-times": { parts: { ...joined, figure: "d.y", times: "1" }, bound: { indicator: "i" } },
  "nearest-values": { parts: { table: "t", column: "area" }, bound: { text: "b" } },
  "observe-bands": {
    parts: {
      ...joined,
      numerator: "sum(d.n)",
      denominator: "sum(d.y)",
      age: "d.age",
      bands: "(select '0' as label, 0 as position)",
      more: "null",
      ranges,
    },
    bound: { indicator: "i", dimension: "d" },
  },
  "other-spellings": {
    parts: {
      ...{ table: "t", column: "area", values: "'A'" },
      fold_found: foldSql("v.value"),
      fold_listed: foldSql("l.value"),
    },
  },
  "outside-range": { parts: { table: "t", column: "n", outside: "n < 0" } },
  "parquet-rows": { bound: { path: parquet } },
  "parquet-text": { parts: { bytes: "sum(strlen(area))" }, bound: { path: parquet } },
  "parquet-cells": { parts: { path: literal(parquet), strange: "min(n) < 0", bytes: "sum(strlen(area))" } },
  "period-cells": { parts: { ...everything, ...periodCells, columns: "year" } },
  "period-cells-first": { parts: { ...everything, ...periodCells }, bound: { first: "2020", last: "" } },
  "plain-csv": {
    parts: { ...csvForm, table: "plain_csv", types: "'c0': 'VARCHAR', 'c1': 'BIGINT'", columns: "c0 as area, c1 as n" },
    bound: { path: csv },
  },
  "plain-parquet": { parts: { table: "plain_parquet", columns: "area, n" }, bound: { path: parquet } },
  "postcode-rows": { parts: { ...everything, postcode: "label", area: "area" } },
  "population-sizes": { parts: { table: "t", area: "area", year: "2021", part: "age", sex: "'all'", column: "n" } },
  "population-undated": { parts: { table: "t", column: "n", year: "null" } },
  "population-years": {
    parts: { ...everything, ...periodCells, column: "n", year: "2021", indicator: "'i'" },
  },
  "published-gap": { parts: { ...everything, period: "year", value: "y" } },
  "questionable-groups": { parts: { indicator: "'i'" } },
  "raw-table": { parts: { table: "raw_too", columns: "area VARCHAR" } },
  "read-csv": {
    parts: { ...csvForm, table: "raw", columns: "'c0': 'VARCHAR', 'c1': 'VARCHAR'", selected: "c0, c1" },
    bound: { path: csv, file: 0 },
  },
  "read-parquet": {
    parts: { table: "raw", selected: "cast(area as VARCHAR), cast(n as VARCHAR)" },
    bound: { path: parquet, file: 0 },
  },
  "rows-added-up": {
    parts: {
      ...everything,
      keys: "d.area",
      sums: "sum(d.n) as n",
      count: "count(*)",
      blanks: "0 as _blank_rows",
      gathered: "",
    },
  },
  "rows-as-they-are": { parts: { ...everything, blank: "d.n is null", reason: "null", times: "1" } },
  "rows-in-place": { parts: { index: "0", columns: "area, n", path: literal(parquet) } },
  "several-rows": { parts: { indicator: "'i'", dimension: "'d'" } },
  "rows-of-figures": { parts: ofFigures, bound: { indicator: "i" } },
  "cells-of-figures": {
    parts: {
      ...ofFigures,
      ...{ cells: "d.area as k0, d.year as k1", ends: ", d._l0 as l0, d._h0 as h0" },
      rows: "select area, year, 1 as _place, 1 as _times, n as _numerator, y as _denominator, 1 as _l0, 1 as _h0 from t",
    },
    bound: { indicator: "i" },
  },
  "sums-by-cells": {
    parts: { ...ofFigures, keys: "d.area, d.year", count: "count(*)", gathered: ", min(hash(d.label)) as _l0" },
  },
  "sums-held": { parts: { table: "t", ends: ", 1 as _l0, n as _h0" } },
  "added-up": { parts: { added: "added", rows: "select area from t" } },
  "largest-cells": {
    parts: {
      ...{ largest: "large", made: "(select 1 as figure)", most_rows: "200000", most_figures: "20" },
      figures: "select 1 as figure, 2 as rows, 1 as whole",
    },
  },
  "rows-of-largest": {
    parts: {
      ...{ ...ofFigures, rows: "rows_of_large", same_cells: "l.k0 is not distinct from d.area" },
      largest: "(select 1 as figure, 'a' as k0)",
    },
  },
  "values-by-period": {
    parts: { ...ofFigures, keys: "d.year", of: "d.label", outside: "d.area in ('b')" },
    bound: { indicator: "i" },
  },
  "values-in-sums": {
    parts: {
      ...{ ...joined, table: "(select area, year, 1 as _bits from t)", keys: "d.year", outside: "d.area in ('b')" },
      ...{ bits: "BIGINT", values: "('a', 0), ('b', 1)" },
    },
    bound: { indicator: "i" },
  },
  "held-figures": {
    parts: {
      ...{ ...joined, table: "(select area, year, 1 as _rows from t)", unit: "d.area", outside: "d.area in ('b')" },
      ...{ keys: "d.year", same_cells: "p.year is not distinct from d.year" },
    },
    bound: { indicator: "i" },
  },
  "periods-in-sums": { parts: heldFigures },
  "largest-in-sums": { parts: { ...heldFigures, largest: "d.most" } },
  "sound-rows": { parts: { ...everything, sound: "max(n) <= 9" } },
  "figures-of-several-rows": {
    parts: { figures: "select 1 as _rows, true as d0", any_differs: ", bool_or(d0) as d0" },
  },
  "values-of-some-periods": { parts: { seen: "select '2023' as period, 'a' as value" } },
  "parts-of-figures": {
    parts: {
      table: "(select 1 as figure, 'a' as c0, 1 as numerator, 1 as denominator, 1 as place)",
      ...{ figure: "figure", of: "c0", sums: "numerator, denominator, place", grouped: "" },
    },
  },
  "save-parquet": { parts: { ...everything, path: literal(join(folder, "saved.parquet")), about: "title: 'T'" } },
  "saved-columns": { bound: { table: "t" } },
  "groups-over-everyone": { bound: { indicator: "i", overall: "overall" } },
  "groups-spelt-twice": {
    parts: { table: "(select 1 as figure, 'A' as raw, 1 as place)", figure: "figure", fold: foldSql("raw") },
  },
  "spellings-of-groups": { parts: { table: "known", owner: "group_id", fold: foldSql("value") } },
  "standard-ages": { parts: { ...everything, age: "age", population: "y", events: "null" } },
  "typed-table": { parts: { table: "typed", source: "t", columns: "area" } },
  "unknown-ages": { parts: { ...everything, age: "age", bands: "(select '0' as label)" } },
  "unknown-groups": { parts: { ...everything, column: "area", groups: "known" } },
  "whole-rows": { parts: { table: "whole", source: "t", columns: "area" } },
  "rows-left-out": { parts: everything },
  "rows-compared": { parts: { older: "t", newer: "o", key: "o.area = n.area", revised: "" } },
  "values-revised": {
    parts: {
      ...{ older: "t", newer: "o", key: "o.area = n.area", revised: "o.n is distinct from n.n" },
      ...{ cells: "n.area as k0", column: "n", order: "n.area", most: "3" },
    },
  },
  "values-only-in": { parts: { table: "t", other: "o", column: "year" } },
  "row-count": { parts: { table: "t", sums: ", sum(n) as sum0" } },
  "rows-kept": { parts: { table: "kept", source: "t", where: "true" } },
  "rows-placed": {
    parts: { table: "placed", source: "t", area: "label", codes: "(select 0 as _file, 1 as _row, 'W' as area)" },
  },
  "points-of-rows": { parts: { table: "raw", longitude: "area", latitude: "n" } },
  "point-areas": { parts: { table: "point_areas" } },
  "flags-found": { parts: { table: "t", flags: "area" } },
  "totals-unlike-parts": {
    parts: { table: "t", where: "true", part: "true", column: "n", key: "t.area = p.area", within: "0" },
  },
  "unpivot-several": { parts: { table: "several", parts: 'select *, 0 as "#part" from t' } },
  "lookup-weighted": {
    parts: {
      ...{ made: "weighted", table: "t", other: "o", on: "area", key: "area", weight: "n" },
      ...{ counts: 'd.n * o."#share" as n', columns: "o.label as theirs", order: "d._file, d._row" },
    },
  },
  "shared-out": { parts: { table: "t", other: "o", on: "area", key: "area", weight: "n", sums: "sum(d.n) as all0" } },
  "columns-held": {
    parts: { columns: "information_schema.columns", catalog_name: "'c'", schema: "'s'", table: "'t'" },
  },
  "names-held": {
    parts: {
      ...{ name: "table_name", listing: "information_schema.tables", where: "true" },
      distance: "levenshtein(name, 'a')",
    },
  },
  "rows-held": { parts: { ...everything, columns: "area" } },
  "keys-as-texts": { parts: { columns: "area", rows: "t" } },
  "groups-held": { parts: { table: "groups_there_are", source: "t", columns: "area", keys: "area" } },
  "gathered-table": { parts: { table: "gathered_there", columns: ", m0 DOUBLE" } },
  "groups-digest": { parts: { table: "t", times: "n", cells: "area" } },
  "weights-of-keys": { parts: { other: "o", key: "area", weight: "n", shares: "true" } },
  unpivot: { parts: { table: "long", source: "t", columns: "n, y", name: "what", value: "figure" } },
};

let database: BuildDatabase;
beforeAll(async () => {
  database = await BuildDatabase.open();
  for (const table of ["observed-groups-table", "observation-band-table", "period-table"])
    await database.run(query(table));
  await database.run(query("group-table", { table: "known" }));
  await database.run(query("raw-table", { table: "raw", columns: "area VARCHAR, n VARCHAR" }));
  for (const table of ["t", "o"])
    await database.run(
      `create table ${table} as select 0 as _file, 1::BIGINT as _row, 'a' as area, 'A' as label, '2020' as year, '0' as age, 1::BIGINT as n, 1::BIGINT as y`,
    );
  await database.run(`copy (select area, n from t) to ${literal(csv)} (format csv, header)`);
  await database.run(`copy (select area, n from t) to ${literal(parquet)} (format parquet)`);
});
afterAll(() => {
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("each query", () => {
  it.each(names)("%s says its grain, is ordered and runs", async (name) => {
    const text = textOf(name);
    expect(text).toMatch(/^-- grain: \S/);
    const [, first = ""] = /^(?!--)(.*)$/m.exec(text)!;
    // DuckDB describes columns in their order, and parts are ordered by the queries that they are parts of.
    const isOrderedElsewhere = name === "describe-parquet" || /^--.*a part of /m.test(text);
    if (/^\(?select/.test(first) && !isOrderedElsewhere) expect(text).toMatch(/order by/);
    expect(code, "no query that nothing asks for").toContain(`"${name}"`);
    const { parts = {}, bound = {} } = filled[name] ?? {};
    // Made once already, because others read them.
    const again = ["observed-groups-table", "observation-band-table", "period-table"].includes(name);
    if (again) await database.run(`drop table ${/create table (\w+)/.exec(text)![1]}`);
    await database.run(query(name, parts), bound);
  });
});

describe("a text that a query asks with", () => {
  it("comes as it is, and only where the query names it", async () => {
    const row = z.strictObject({ asked: z.string(), text: z.string(), name: z.number(), more: z.string() });
    for (const text of ["it's", '"$other"', "$more", "-- $text", "a\0b", "$&", "\\", ""]) {
      const sql = `-- what's $text\nselect $text as asked, 'it''s $text' as text, "$text" as name, $more as more from (select 1 as "$text")`;
      const expected = [{ asked: text, text: "it's $text", name: 1, more: "$text" }];
      expect(await database.rows(sql, { text, more: "$text" }, row)).toEqual(expected);
    }
  });

  it("is missed where it is not given", async () => {
    await expect(database.run("select $text, $more", { text: "a" })).rejects.toThrow("Expected 1 parameters");
  });
});
