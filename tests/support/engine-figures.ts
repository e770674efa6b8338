import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { type People, sha256Of, shared, writePeopleProject } from "../../scripts/cluster/people.ts";

/** Tables of figures that are no counts: single values, means of parts, and figures as they are published. */
export interface Figures {
  people: People;
  tables: Record<string, FigureTable>;
}

interface FigureTable {
  files: string[];
  rows: number;
  /** Types of the columns, as Trino has them. */
  types: Record<string, string>;
  /** What dataset.yaml says of the columns and of the key. */
  columns: Record<string, Record<string, unknown>>;
  unique: string[];
}

const YEARS = "2019 + cast(hash(16 * n + 2) % 6 as INTEGER)";
const blanks = { "": "not-available" };

const made = (areas: number) => ({
  // Weights in tenths and sevenths, which no double holds exactly; steps are whole, and too many to add up in doubles by chance.
  weights: {
    sql: `select n as person, 'A' || lpad(cast(hash(16 * n + 1) % ${areas} as VARCHAR), 4, '0') as area, ${YEARS} as year,
        case hash(16 * n + 3) % 2 when 0 then 'female' else 'male' end as sex,
        case when hash(16 * n + 1) % ${areas} = 3 and hash(16 * n + 2) % 6 = 2 then null when hash(16 * n + 4) % 3 = 0 then (hash(16 * n + 5) % 40) / 7e0 - 1e0
          else (400 + hash(16 * n + 5) % 40 + hash(16 * n + 1) % 5) / 10e0 end as weight,
        cast(1000003 * cast(hash(16 * n + 6) % 5 as INTEGER) - 2000000 as INTEGER) as steps
      from range($from, $to) t (n)`,
    types: { person: "bigint", area: "varchar", year: "integer", sex: "varchar", weight: "double", steps: "integer" },
    columns: { weight: { type: "number", blanks }, steps: { type: "integer" } },
    unique: ["person"],
  },
  // Half of the parts are reported twice, under numbers of their own.
  surveys: {
    sql: `select n as report, cast(2019 + k // 2 % 6 as INTEGER) as year, 'A' || lpad(cast(k // 12 % ${areas} as VARCHAR), 4, '0') as area,
        case k % 2 when 0 then 'male' else 'female' end as sex, (300 + hash(16 * own + 7) % 90) / 10e0 as mean,
        1e0 + (hash(16 * own + 8) % 70) / 7e0 as sd, cast(5 + hash(16 * own + 9) % 60 as INTEGER) as asked
      from (select n, n // 2 as k, case when n // 2 % 2 = 0 then n // 2 * 2 else n end as own from range($from, $to) t (n))`,
    types: {
      report: "bigint",
      year: "integer",
      area: "varchar",
      sex: "varchar",
      mean: "double",
      sd: "double",
      asked: "integer",
    },
    columns: { mean: { type: "number" }, sd: { type: "number" }, asked: { type: "integer" } },
    unique: ["report"],
  },
  published: {
    sql: `select 2019 + cast(n // 3 as INTEGER) as year, ['one', 'two', 'three'][n % 3 + 1] as origin,
        case when n = 7 then null else (100 + 7 * n) / 7e0 end as rate, case when n = 7 then null else (90 + 7 * n) / 7e0 end as lower,
        case when n = 7 then null else (113 + 7 * n) / 7e0 end as upper, cast(20 + n as INTEGER) as events, cast(1000 + 10 * n as INTEGER) as people,
        50e0 + n / 7e0 as score, 0.3e0 + n / 100e0 as error
      from range(18) t (n)`,
    types: {
      ...{ year: "integer", origin: "varchar", rate: "double", lower: "double", upper: "double" },
      ...{ events: "integer", people: "integer", score: "double", error: "double" },
    },
    columns: {
      ...Object.fromEntries(["rate", "lower", "upper"].map((name) => [name, { type: "number", blanks }])),
      ...Object.fromEntries(["events", "people"].map((name) => [name, { type: "integer" }])),
      ...Object.fromEntries(["score", "error"].map((name) => [name, { type: "number" }])),
    },
    unique: ["year", "origin"],
  },
});

/** Writes the tables as Parquet files: single values in two files, so that two machines have something to do. */
export async function makeFigures(folder: string, people: People, rows: number): Promise<Figures> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "2" });
  const connection = await instance.connect();
  const tables: Figures["tables"] = {};
  for (const [name, { sql, ...declared }] of Object.entries(made(people.areas))) {
    mkdirSync(join(folder, name), { recursive: true });
    const [all, each] = name === "published" ? [18, 18] : [rows, Math.ceil(rows / 2)];
    const files: string[] = [];
    for (let from = 0; from < all; from += each) {
      const path = join(folder, name, `${name}-${files.length}.parquet`);
      const part = sql.replace("$from", String(from)).replace("$to", String(Math.min(all, from + each)));
      await connection.run(`copy (${part}) to '${path}' (format parquet)`);
      files.push(path);
    }
    tables[name] = { files, rows: all, ...declared };
  }
  connection.closeSync();
  instance.closeSync();
  return { people, tables };
}

const yaml = (definition: Record<string, unknown>): string => `${JSON.stringify(definition, null, 1)}\n`;
const about = {
  ...{ publisher: "Nobody", licence: "made up", page: "https://example.org/", period: "2019 to 2024" },
  ...{ received: "2026-01-31", changes: "none" },
};

const [byArea, bySex, byOrigin] = shared.dimensions;
const sentence = { people: "residents", measure: "the measure of it" };
/** Indicators of every kind that is not added up. */
export const indicators: Record<string, Record<string, unknown>> = {
  "mean-of-values": {
    ...{ dataset: "weights", dimensions: [byArea, bySex], statistic: { kind: "mean", value: "weight", unit: "kg" } },
  },
  "mean-of-whole-values": {
    ...{ dataset: "weights", dimensions: [bySex, byArea], statistic: { kind: "mean", value: "steps", unit: "steps" } },
  },
  "mean-of-means": {
    ...{ dataset: "surveys", dimensions: [byArea, bySex] },
    statistic: { kind: "mean", value: "mean", sd: "sd", count: "asked", unit: "hours" },
  },
  "rate-as-published": {
    ...{ dataset: "published", dimensions: [byOrigin] },
    statistic: {
      ...{ kind: "published", value: "rate", lower: "lower", upper: "upper", denominator: "people" },
      ...{ scale: "log", per: 1000, unit: "per 1,000" },
    },
  },
  "score-as-published": {
    ...{ dataset: "published", dimensions: [byOrigin] },
    statistic: {
      ...{ kind: "published", value: "score", standard_error: "error", weight: "people" },
      ...{ scale: "identity", unit: "points" },
    },
  },
  "standardised-as-published": {
    ...{ dataset: "published", dimensions: [byOrigin] },
    statistic: {
      ...{ kind: "dsr-as-published", value: "rate", lower: "lower", upper: "upper" },
      ...{ numerator: "events", denominator: "people", per: 1000, unit: "per 1,000" },
    },
  },
};

/** Copies files into the folder of a dataset, and says what dataset.yaml says of them. */
const laidIn = (folder: string, paths: readonly string[]): Promise<{ path: string; sha256: string }[]> => {
  mkdirSync(folder, { recursive: true });
  return Promise.all(
    paths.map(async (path) => {
      copyFileSync(path, join(folder, basename(path)));
      return { path: basename(path), sha256: await sha256Of(path) };
    }),
  );
};

/** Laid over the dataset of one table, to make it say something else. */
export type Over = Record<string, Record<string, unknown>>;

/** Writes the project of people with these tables beside them, in files or in tables of an engine by the same names. */
export async function writeFigureProject(
  folder: string,
  { people, tables }: Figures,
  where: "files" | "engine",
  over: Over = {},
): Promise<string> {
  const engine = { engine: "trino", catalog: "lake", schema: "health" } as const;
  const held =
    where === "engine"
      ? { ...engine, table: "records" }
      : { files: await laidIn(join(folder, "data-raw/people"), people.files), form: "parquet" as const };
  writePeopleProject(folder, people, held);
  const write = (path: string, definition: Record<string, unknown>): void => {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), yaml(definition));
  };
  for (const [id, { dataset, ...own }] of Object.entries(indicators))
    write(`indicators/${id}.yaml`, { ...shared, sentence, title: id, dataset, ...own });
  for (const [name, { files: paths, rows, types, columns, unique }] of Object.entries(tables)) {
    const named = Object.entries(types).map(([column, type]) => [
      column,
      columns[column] ?? {
        type: type === "varchar" ? "text" : "integer",
        ...(unique.includes(column) && unique.length === 1 && { record: true }),
      },
    ]);
    write(`data-raw/${name}/dataset.yaml`, {
      ...{ ...about, title: name },
      ...(where === "engine"
        ? { ...engine, table: name }
        : { files: await laidIn(join(folder, "data-raw", name), paths), format: { type: "parquet" } }),
      columns: Object.fromEntries(named),
      facts: { rows, unique },
      ...over[name],
    });
  }
  return folder;
}

/** Tables that do not hold what is declared of them, and what is said of it. */
export const faultyFigures: { over: Over; messages: RegExp[] } = {
  over: {
    weights: { facts: { rows: 1, unique: ["person"], ranges: [{ column: "weight", min: 0, max: 40.5 }] } },
    published: {
      columns: {
        ...{
          year: { type: "integer" },
          origin: { type: "text" },
          events: { type: "integer" },
          people: { type: "integer" },
        },
        ...{ rate: { type: "number" }, lower: { type: "number", blanks }, upper: { type: "number", blanks } },
        ...{ score: { type: "number" }, error: { type: "number" } },
      },
    },
  },
  messages: [
    /weight of at least 0 and at most 40.5\n {2}found: \S+, in the row of person \d+/,
    /1 rows in the dataset, as declared/,
    /found: a null, in the row of year 2021 and origin two/,
  ],
};
