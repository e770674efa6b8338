import { createHash } from "node:crypto";
import { createReadStream, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { fiveYearBands } from "../../src/define/five-year-bands.ts";

/** Records of made-up people, one row a person and year of birth, in Parquet files or one CSV. No random numbers: row n is always the same. */
export interface People {
  /** Paths of the files. */
  files: string[];
  rows: number;
  areas: number;
  facts: { rows: number; totals: { year: number; visits: number }[] };
}

const YEARS = [2019, 2020, 2021, 2022, 2023, 2024];
const FILE_ROWS = 12_500_000;

/** Types of the columns, as Trino has them. */
export const peopleTypes = {
  person: "bigint",
  area: "varchar",
  year: "integer",
  sex: "varchar",
  origin: "varchar",
  age: "varchar",
  waited: "integer",
  visits: "integer",
  people: "integer",
} as const;

/** A prime below 2^31: products of two numbers below it are exact in 64 bits. */
const PRIME = 2147483647;

/**
 * SQL of a whole number below `most` that looks drawn, from the number of a row: squared and shifted twice modulo a prime,
 * so that no two draws of a row hang together. Whole numbers alone, so that every engine draws the same.
 */
const drawn = (draw: number, most: number): string => {
  const once = `((n * 48271 + ${draw * 104729 + 12345}) % ${PRIME})`;
  const squared = `((${once} * ${once} + ${draw * 7919 + 1}) % ${PRIME})`;
  return `cast((${squared} * ${squared} + n) % ${PRIME} % ${most} as INTEGER)`;
};

/** The people of some numbers, as DuckDB and Trino both understand it; what people do hangs on area, sex and age. */
export const peopleSql = (numbers: string, areas: number): string => `
  with drawn as (
    select n, ${drawn(1, 1000)} as a, ${drawn(2, 1000)} as b,
      ${drawn(7, areas)} as place, ${drawn(3, YEARS.length)} as y, ${drawn(4, 2)} as s, ${drawn(5, 7)} as o,
      ${drawn(6, 19)} as g
    from (${numbers}) numbers
  )
  select n as person, 'A' || lpad(cast(place as VARCHAR), 4, '0') as area, cast(${YEARS[0]} + y as INTEGER) as year,
    case s when 0 then 'female' else 'male' end as sex,
    case when o < 3 then 'one' when o < 5 then 'two' when o = 5 then 'three' else 'not said' end as origin,
    case g ${fiveYearBands.map((band, i) => `when ${i} then '${band}'`).join(" ")} end as age,
    case when b < 5 then null else cast(case when 4 * a < 480 + place + 24 * y + 80 * s + 120 * (o % 3) then 1 else 0 end as INTEGER) end as waited,
    cast(case when 4 * b < 400 + place + 40 * g then 1 + a % 3 else 0 end as INTEGER) as visits, cast(1 as INTEGER) as people
  from drawn`;

export async function makePeople(
  folder: string,
  rows: number,
  { form = "parquet", areas = 400 }: { form?: "parquet" | "csv"; areas?: number } = {},
): Promise<People> {
  mkdirSync(folder, { recursive: true });
  const instance = await DuckDBInstance.create(":memory:", { threads: "2" });
  const connection = await instance.connect();
  const files: string[] = [];
  // At least two files, so that two workers have something to do.
  const each = form === "csv" ? rows : Math.min(FILE_ROWS, Math.ceil(rows / 2));
  for (let from = 0; from < rows; from += each) {
    const path = join(folder, `people-${files.length}.${form}`);
    const options = form === "csv" ? "(format csv, header)" : "(format parquet, row_group_size 500000)";
    if (!existsSync(path))
      await connection.run(
        `copy (${peopleSql(`select n from range(${from}, ${Math.min(rows, from + each)}) t (n)`, areas)} order by n) to '${path}' ${options}`,
      );
    files.push(path);
  }
  const from =
    form === "csv" ? `read_csv('${files[0]}')` : `read_parquet([${files.map((path) => `'${path}'`).join(", ")}])`;
  const read = await connection.runAndReadAll(
    `select cast(year as INTEGER) as year, cast(sum(visits) as DOUBLE) as visits from ${from} group by year order by year`,
  );
  const totals = read.getRowObjectsJS().map((row) => ({ year: Number(row["year"]), visits: Number(row["visits"]) }));
  connection.closeSync();
  instance.closeSync();
  return { files, rows, areas, facts: { rows, totals } };
}

/** Where the rows of a project are: in its files, or in a table of an engine. */
export type Held = { files: readonly { path: string; sha256: string }[]; form: "parquet" | "csv" } | EngineTable;
interface EngineTable {
  engine: "trino";
  catalog: string;
  schema: string;
  table: string;
}

const counted = { who: "residents", ages: "all", sex: "all", area: "area", at: { column: "year" } };
const groups = (...ids: string[]) =>
  ids.map((id) => ({ id, label: id.toUpperCase(), phrase: `the ${id}`, match: [id] }));

/** Writes a project that is made from the people: the same whether they are in files or in an engine. */
export function writePeopleProject(
  folder: string,
  { facts, areas: count }: People,
  held: Held,
  more: Definition = {},
): string {
  const write = (path: string, content: string): void => {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  write("tempcheck.yaml", yaml(project));
  for (const [id, indicator] of Object.entries(indicators)) write(`indicators/${id}.yaml`, yaml(indicator));
  const areas = `area,name,score,residents\n${Array.from({ length: count }, (_, i) => `A${String(i).padStart(4, "0")},Area ${i},${(i * 37) % count},${1000 + ((i * 13) % 300)}`).join("\n")}\n`;
  write("data-raw/areas/areas.csv", areas);
  const about = {
    publisher: "Nobody",
    licence: "made up",
    page: "https://example.org/",
    period: "2019 to 2024",
    received: "2026-01-31",
    changes: "none",
  };
  write(
    "data-raw/areas/dataset.yaml",
    yaml({
      ...about,
      title: "Areas",
      files: [{ path: "areas.csv", sha256: createHash("sha256").update(areas).digest("hex") }],
      format: { type: "csv", delimiter: ",", quote: '"', encoding: "utf-8" },
      columns: {
        area: { type: "text" },
        name: { type: "text" },
        score: { type: "number" },
        residents: { type: "integer", population: { ...counted, at: "2021-03-21" } },
      },
      facts: { rows: count, unique: ["area"] },
    }),
  );
  const { form, ...where } = "form" in held ? held : { ...held, form: null };
  const format =
    form === null
      ? {}
      : { format: form === "csv" ? { type: form, delimiter: ",", quote: '"', encoding: "utf-8" } : { type: form } };
  write(
    "data-raw/people/dataset.yaml",
    yaml({
      ...about,
      title: "People",
      ...where,
      ...format,
      columns: {
        person: { type: "integer", record: true },
        ...Object.fromEntries(["area", "sex", "origin", "age"].map((name) => [name, { type: "text" }])),
        year: { type: "integer" },
        waited: { type: "integer", blanks: { "": "not-available" } },
        visits: { type: "integer" },
        people: { type: "integer", population: counted },
      },
      facts: {
        rows: facts.rows,
        unique: ["person"],
        totals: facts.totals.map(({ year, visits }) => ({
          column: "visits",
          where: { year: String(year) },
          equals: visits,
        })),
        ranges: [{ column: "visits", min: 0, max: 3 }],
      },
      ...more,
    }),
  );
  return folder;
}

type Definition = Record<string, unknown>;
const yaml = (definition: Definition): string => `${JSON.stringify(definition, null, 1)}\n`;

const project: Definition = {
  ...{ title: "People", year: 2025, publisher: "Nobody", contact: "a@example.org", url: "https://example.org/r/" },
  licence: { title: "Licence", url: "https://example.org/licence" },
  place: { name: "Sampleton", code: "S1", people: "residents", areas: "areas" },
  themes: [{ id: "t", title: "Theme", about: "It matters." }],
  disclosure: { threshold: null, round_to: null, covers: "none" },
  dimensions: [
    {
      ...{ id: "deprivation", title: "Deprivation", about: "Areas.", preposition: "in", type: "quantiles" },
      ...{ areas: { dataset: "areas", key: "area", label: "name" }, ranking: "local", cut: "equal-population" },
      ...{ score: "score", high_score: "most-disadvantaged", population: "residents" },
      groups: ["q1", "q2", "q3", "q4", "q5"].map((id, i) => ({
        id,
        label: `Fifth ${i + 1}`,
        phrase: `fifth ${i + 1}`,
      })),
    },
    {
      ...{ id: "sex", title: "Sex", about: "Two sexes.", type: "pair", not_stated: [] },
      groups: groups("female", "male"),
    },
    {
      ...{ id: "origin", title: "Origin", about: "Origins.", type: "groups", ordered: false, not_stated: ["not said"] },
      groups: groups("one", "two", "three"),
    },
  ],
};

const periods = { column: "year", unit: "calendar-year", baseline: "2019", why: "It is the first." };
export const shared = {
  ...{ question: "Is it so?", theme: "t", better: "lower", dataset: "people", periods },
  sentence: { people: "residents", measure: "the measure of it", events: true },
  dimensions: [
    { dimension: "deprivation", column: "area" },
    { dimension: "sex", column: "sex" },
    { dimension: "origin", column: "origin" },
  ],
};
const indicators: Record<string, Definition> = {
  waited: {
    ...shared,
    title: "Waited",
    sentence: { people: "residents", state: "wait", measure: "the share who wait" },
    statistic: { kind: "proportion", numerator: "waited", denominator: "people", per: 100, unit: "%" },
  },
  visits: {
    ...shared,
    title: "Visits of women",
    where: { sex: "female" },
    dimensions: shared.dimensions.filter(({ dimension }) => dimension !== "sex"),
    statistic: { kind: "rate", numerator: "visits", denominator: "people", per: 1000, unit: "per 1,000" },
  },
  standardised: {
    ...shared,
    title: "Visits, standardised for age",
    statistic: {
      kind: "dsr",
      numerator: "visits",
      denominator: "people",
      age: "age",
      per: 100000,
      unit: "per 100,000",
    },
  },
};

export const sha256Of = async (path: string): Promise<string> => {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest("hex");
};
