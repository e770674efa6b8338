import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { load } from "../../src/define/load.ts";
import { areaCuts } from "../../src/estimate/quantiles.ts";
import { BuildDatabase } from "../../src/ingest/database.ts";
import { ingest } from "../../src/ingest/ingest.ts";
import { readPlain } from "../../src/ingest/plain.ts";
import { readRaw, sha256Of } from "../../src/ingest/raw.ts";
import { dataTable, makeTable } from "../../src/ingest/table.ts";
import { looseRow } from "../support/loose-row.ts";
import { packed } from "../support/packed.ts";

const { check } = await packed("run/check.js");

const folder = mkdtempSync(join(tmpdir(), "tempcheck-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Dataset = Parameters<typeof readPlain>[0];

async function writeParquet(select: string, path: string): Promise<void> {
  const database = await BuildDatabase.open();
  await database.run(`copy (${select}) to '${path}' (format parquet)`);
  database.close();
}

let files = 0;
/** Writes a query's rows to a Parquet file and declares it. */
async function dataset(select: string, blanks: Record<string, string> = {}): Promise<Dataset> {
  const path = `${++files}.parquet`;
  await writeParquet(select, join(folder, path));
  const columns = {
    area: { type: "text" },
    n: { type: "integer" },
    y: { type: "number" },
    day: { type: "date" },
  };
  return {
    id: "data",
    folder: "",
    files: [{ path }],
    format: { type: "parquet" },
    columns,
    blanks,
    total_rows: [],
  } as never;
}

interface Read {
  rows: Record<string, unknown>[] | "not plain";
  /** Whether a table was made of the file. */
  copied: boolean;
}

async function read(of: Dataset, how: "plain" | "careful"): Promise<Read> {
  const database = await BuildDatabase.open();
  try {
    if (how === "careful") {
      await readRaw(of, folder, database);
      await makeTable(of, folder, database);
    } else if (!(await readPlain(of, folder, database))) return { rows: "not plain", copied: false };
    const tables = await database.rows("select table_name from duckdb_tables()", {}, looseRow);
    const rows = await database.rows(`select * from "${dataTable(of.id)}" order by _file, _row`, {}, looseRow);
    return { rows, copied: tables.length > 0 };
  } finally {
    database.close();
  }
}

const good = { area: "'a'", n: "1", y: "1.5::DOUBLE", day: "DATE '2024-02-29'" };
/** A query of two good rows and one with the cell in question between them. */
const between = (cells: Partial<typeof good>): string =>
  [good, { ...good, ...cells }, good]
    .map(({ area, n, y, day }) => `select ${area} as area, ${n} as n, ${y} as y, ${day} as day`)
    .join(" union all ");

describe.concurrent("a Parquet file", () => {
  it.each([
    ["plain cells", {}],
    ["the largest whole number", { n: "-999999999999999999" }],
    ["numbers far from 1", { y: "-1.7e-99::DOUBLE" }],
    ["zero with a minus", { y: "'-0.0'::DOUBLE" }],
    ["text with a quote and a line's end", { area: "'a''b' || chr(10) || '\"'" }],
    ["the last day", { day: "DATE '9999-12-31'" }],
  ])("is read where it stands with %s, as if it were copied", async (_, cells) => {
    const of = await dataset(between(cells));
    const inPlace = await read(of, "plain");
    expect(inPlace.copied).toBe(false);
    expect(inPlace.rows).toHaveLength(3);
    expect(inPlace.rows).toEqual((await read(of, "careful")).rows);
  });

  it("is read where it stands with empty cells that are declared", async () => {
    const cells = { area: "''", n: "null::BIGINT", y: "null::DOUBLE", day: "null::DATE" };
    const of = await dataset(`${between({})} union all ${between(cells)}`, { "": "suppressed" });
    const inPlace = await read(of, "plain");
    expect(inPlace.copied).toBe(false);
    expect(inPlace.rows[4]).toMatchObject({ n: null, "n#blank": "suppressed", "area#blank": "suppressed" });
    expect(inPlace.rows).toEqual((await read(of, "careful")).rows);
  });

  it.each([
    ["an empty text", { area: "''" }],
    ["no text", { area: "null" }],
    ["no whole number", { n: "null" }],
    ["too long a whole number", { n: "1000000000000000000" }],
    ["no number", { y: "null" }],
    ["what is not a number", { y: "'nan'::DOUBLE" }],
    ["what has no end", { y: "'-inf'::DOUBLE" }],
    ["too large a number", { y: "1e300::DOUBLE" }],
    ["no day", { day: "null" }],
    ["a day without end", { day: "'infinity'::DATE" }],
  ])("is refused with %s", async (_, cells) => {
    const of = await dataset(between(cells));
    expect((await read(of, "plain")).rows).toBe("not plain");
    await expect(read(of, "careful")).rejects.toThrow("must:");
  });

  it.each([
    ["numbers of half the length", { y: "0.1::FLOAT" }, {}],
    ["decimals", { y: "0.10::DECIMAL(9, 2)" }, {}],
    ["whole numbers as text", { n: "'12'" }, {}],
    ["a marker that could be a figure", {}, { "1": "suppressed" }],
  ])("is copied with %s", async (_, cells, blanks) => {
    const all = { ...good, ...cells };
    const of = await dataset(`select ${all.area} as area, ${all.n} as n, ${all.y} as y, ${all.day} as day`, blanks);
    const copied = await read(of, "plain");
    expect(copied.copied).toBe(true);
    expect(copied.rows).toEqual((await read(of, "careful")).rows);
  });

  it("is refused for a number that its own statistics leave out", async () => {
    // Written by pyarrow 25.0.1: y is 0, NaN, 0, and the range in the file's footer from -0 to 0.
    const path = `${++files}.parquet`;
    cpSync(join(import.meta.dirname, "parquet/nan-left-out.parquet"), join(folder, path));
    const of = { ...(await dataset(between({}))), files: [{ path }] } as Dataset;
    expect((await read(of, "plain")).rows).toBe("not plain");
    await expect(read(of, "careful")).rejects.toThrow(/record 2 {2}column y\n.*\n {2}found: "nan"/);
  });

  it("keeps the rows that its own statistics would leave out", async () => {
    // Written by pyarrow 25.0.1, its footer then changed to give the range of the text as older programs did, each byte
    // with a sign: from "Étudiant" to "Rented".
    const path = `${++files}.parquet`;
    cpSync(join(import.meta.dirname, "parquet/old-statistics.parquet"), join(folder, path));
    const of = { ...(await dataset(between({}))), files: [{ path }] } as Dataset;
    const database = await BuildDatabase.open();
    expect(await readPlain(of, folder, database)).toBe(true);
    for (const area of ["Rented", "Étudiant"])
      expect(
        await database.rows(`select area from "${dataTable(of.id)}" where area = '${area}'`, {}, looseRow),
      ).toEqual([{ area }]);
    database.close();
  });

  it.each([
    ["the greatest", "1000000000000000000", 1_000_000_000_000_000_000n, 7n],
    ["the least", "-1000000000000000000", -1_000_000_000_000_000_000n, -7n],
  ])("is refused for too long a whole number where its footer gives another for %s", async (_, cell, held, told) => {
    const of = await dataset(
      `select 'a' as area, case when i = 3000 then ${cell} else i end as n, 1.5 as y, DATE '2024-01-01' as day from range(5000) t(i)`,
    );
    const path = join(folder, of.files[0]!.path);
    const bytes = readFileSync(path);
    const [from, to] = [Buffer.alloc(8), Buffer.alloc(8)];
    from.writeBigInt64LE(held);
    to.writeBigInt64LE(told);
    let changed = 0;
    // The footer's length stands before the last four bytes.
    const footer = bytes.length - 8 - bytes.readUInt32LE(bytes.length - 8);
    for (let at = bytes.indexOf(from, footer); at >= 0; at = bytes.indexOf(from, at + 1), changed++) to.copy(bytes, at);
    expect(changed).toBeGreaterThan(0);
    writeFileSync(path, bytes);
    expect((await read(of, "plain")).rows).toBe("not plain");
    await expect(read(of, "careful")).rejects.toThrow(/record 3001 {2}column n/);
  });

  it("is refused where a page of it is damaged, whatever the footer says", async () => {
    const of = await dataset(
      `select 'a' as area, i as n, i * 1.5 as y, DATE '2024-01-01' as day from range(5000) t(i)`,
    );
    const path = join(folder, of.files[0]!.path);
    const bytes = readFileSync(path);
    bytes.fill(0xff, 40, 400);
    writeFileSync(path, bytes);
    expect((await read(of, "plain")).rows).toBe("not plain");
    await expect(read(of, "careful")).rejects.toThrow("a whole Parquet file");
  });

  it("is copied where it has a column of the name under which rows are numbered", async () => {
    const of = await dataset(`select *, 7 as File_Row_Number from (${between({})})`);
    const copied = await read(of, "plain");
    expect(copied.copied).toBe(true);
    expect(copied.rows).toHaveLength(3);
  });

  it("is refused for a column whose name has other capitals", async () => {
    const of = await dataset(`select area as AREA, n, y, day from (${between({})})`);
    expect((await read(of, "plain")).rows).toBe("not plain");
    await expect(read(of, "careful")).rejects.toThrow("one column named area");
  });

  it("is read alone where its name would stand for others too, and takes nothing from its folder's name", async () => {
    const of = await dataset(between({}));
    const within = join(folder, "n=5");
    mkdirSync(within);
    for (const name of ["of[1].parquet", "of1.parquet"]) cpSync(join(folder, of.files[0]!.path), join(within, name));
    await writeParquet(`from (${between({ area: "'b'" })}) where area = 'b'`, join(within, "of1.parquet"));
    const { rows } = await read({ ...of, files: [{ path: "n=5/of[1].parquet" }] } as Dataset, "plain");
    expect(rows).toEqual((await read(of, "plain")).rows);
  });

  it("has its rows numbered in order", async () => {
    const select = `select 'a' as area, i as n, i / 2 as y, DATE '2024-01-01' as day from range(300000) t(i)`;
    const { rows } = await read(await dataset(select), "plain");
    expect(rows).toHaveLength(300_000);
    expect((rows as Record<string, unknown>[]).every(({ _row, n }) => Number(_row) === Number(n) + 1)).toBe(true);
  });
});

const base = fileURLToPath(new URL("../problems/base/", import.meta.url));

/** A copy of the project that all problems start from, with a query of its claims as a Parquet file. */
async function project(name: string, select: (claims: string) => string): Promise<string> {
  const to = join(folder, name);
  cpSync(base, to, { recursive: true });
  const data = join(to, "data-raw/claims");
  await writeParquet(select(`read_csv('${data}/claims.csv')`), join(data, "claims.parquet"));
  const declared = join(data, "dataset.yaml");
  const yaml = readFileSync(declared, "utf8")
    .replace("path: claims.csv", "path: claims.parquet")
    .replace(/sha256: .*/, `sha256: ${await sha256Of(join(data, "claims.parquet"))}`)
    .replace(/format: .*/, "format: { type: parquet }");
  writeFileSync(declared, yaml);
  return to;
}

describe.concurrent("a project with a Parquet file", () => {
  it("is accepted", async () => {
    const checked = await check({ project: await project("sound", (claims) => `from ${claims}`) }, () => {});
    expect(checked).toBeDefined();
  });

  it("is refused for a key that stands twice", async () => {
    const twice = await project(
      "twice",
      (claims) => `from ${claims} where claims <> 310 union all from ${claims} where claims = 330`,
    );
    await expect(check({ project: twice }, () => {})).rejects.toThrow(
      /one row for each area_code, year\n.*2 rows with area_code S02, year 2022/,
    );
  });

  it("is refused for having no rows", async () => {
    const empty = await project("empty", (claims) => `from ${claims} where false`);
    await expect(check({ project: empty }, () => {})).rejects.toThrow(/18 rows in the dataset, as declared\n.*0 rows/);
  });

  it("is accepted with a NUL in its key", async () => {
    const odd = await project("odd", (claims) => `select * replace (area_code || chr(0) as area_code) from ${claims}`);
    // As the areas do not have it, the refusal names it: the key itself was counted.
    await expect(check({ project: odd }, () => {})).rejects.toThrow(/a value that the dimension .* knows/);
  });

  // Groups are put into the database between the reading of the facts and that of the figures.
  it.each<[string, (file: string) => void]>([
    ["written to", (file) => utimesSync(file, new Date(), new Date(Date.now() + 60_000))],
    ["replaced by another", (file) => writeFileSync(file, "another")],
    ["taken away", (file) => rmSync(file, { force: true })],
  ])("is refused when the file is %s while it is read", async (what, change) => {
    const root = await project(what, (claims) => `from ${claims}`);
    const database = await BuildDatabase.open();
    const append = database.append.bind(database);
    database.append = async (...given) => {
      change(join(root, "data-raw/claims/claims.parquet"));
      await append(...given);
    };
    const cuts = areaCuts();
    const ingesting = ingest(load(root), cuts, 2024, database);
    await expect(ingesting).rejects.toThrow(/claims\.parquet\n.*a file stays as it is while it is read/);
    database.close();
  });
});
