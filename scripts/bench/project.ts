import { createHash } from "node:crypto";
import { createReadStream, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";

export type Form = "csv" | "parquet";

const GROUPS = 20;
const YEARS = 15;

/** Columns of the generated figures with their types in DuckDB. */
export const columns = {
  area_code: "VARCHAR",
  ethnic_group: "VARCHAR",
  year: "BIGINT",
  residents: "BIGINT",
  claims: "BIGINT",
};

/** File of the generated figures. */
export const figuresFile = (folder: string, form: Form): string => join(folder, `data-raw/figures/figures.${form}`);
export const areasFile = (folder: string): string => join(folder, "data-raw/areas/areas.csv");

/**
 * A whole project in a folder: areas with a score and a population, and counts for each area, ethnic group and year, in
 * as many areas as make the number of rows. DuckDB makes the files, the same ones every time.
 */
export async function makeProject(folder: string, rows: number, form: Form): Promise<{ rows: number; bytes: number }> {
  const areas = Math.round(rows / (GROUPS * YEARS));
  for (const part of ["indicators", "data-raw/areas", "data-raw/figures"])
    mkdirSync(join(folder, part), { recursive: true });
  const instance = await DuckDBInstance.create(":memory:", { memory_limit: "1GB" });
  const connection = await instance.connect();
  await connection.run(
    `copy (select 'E' || (1000000 + a) as area_code, 'Area ' || a as area_name, 500 + hash(a) % 1500 as population,
       (hash(a, 1) % 1000) / 10 as score from range(${areas}) t(a)) to '${areasFile(folder)}' (header true)`,
  );
  await connection.run(
    `copy (select 'E' || (1000000 + a) as area_code, 'Ethnic group ' || g as ethnic_group,
       cast(2010 + y as BIGINT) as year,
       cast(100 + hash(a, g, y) % 900 as BIGINT) as residents, cast(hash(y, a, g) % 100 as BIGINT) as claims
     from range(${YEARS}) t(y), range(${areas}) u(a), range(${GROUPS}) v(g))
     to '${figuresFile(folder, form)}' (${form === "csv" ? "format csv, header true" : "format parquet"})`,
  );
  connection.closeSync();
  instance.closeSync();

  const made = areas * GROUPS * YEARS;
  writeFileSync(join(folder, "tempcheck.yaml"), projectYaml);
  writeFileSync(join(folder, "indicators/claims.yaml"), indicatorYaml);
  writeFileSync(
    join(folder, "data-raw/areas/dataset.yaml"),
    datasetYaml({
      file: "areas.csv",
      sha256: await sha256Of(areasFile(folder)),
      form: "csv",
      rows: areas,
      unique: "area_code",
      columns: { area_code: "text", area_name: "text", population: "integer", score: "number" },
    }),
  );
  const file = figuresFile(folder, form);
  writeFileSync(
    join(folder, "data-raw/figures/dataset.yaml"),
    datasetYaml({
      file: `figures.${form}`,
      sha256: await sha256Of(file),
      form,
      rows: made,
      unique: "area_code, ethnic_group, year",
      columns: Object.fromEntries(
        Object.entries(columns).map(([name, type]) => [name, type === "BIGINT" ? "integer" : "text"]),
      ),
    }),
  );
  return { rows: made, bytes: await bytesOf(file) };
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}

async function bytesOf(path: string): Promise<number> {
  let bytes = 0;
  for await (const chunk of createReadStream(path)) bytes += (chunk as Buffer).length;
  return bytes;
}

interface DatasetParts {
  file: string;
  sha256: string;
  form: Form;
  rows: number;
  unique: string;
  columns: Record<string, string>;
}

const ofResidents =
  "population: { who: residents, ages: all, sex: all, at: { column: year }, area: area_code, by: [ethnic_group] }";

const datasetYaml = ({ file, sha256, form, rows, unique, columns: types }: DatasetParts): string => `title: ${file}
publisher: scripts/bench
licence: made up
page: https://example.org/
period: 2010 to 2024
received: 2025-01-31
changes: none
files:
  - { path: ${file}, sha256: ${sha256} }
format: ${form === "csv" ? `{ type: csv, delimiter: ",", quote: '"', encoding: utf-8 }` : "{ type: parquet }"}
columns:
${Object.entries(types)
  .map(([name, type]) => `  ${name}: { type: ${type}${name === "residents" ? `, ${ofResidents}` : ""} }`)
  .join("\n")}
facts:
  rows: ${rows}
  unique: [${unique}]
`;

const projectYaml = `title: A benchmark
year: 2024
publisher: scripts/bench
place: { name: Everywhere, people: residents, areas: areas }
themes:
  - { id: work, title: Work }
characteristics:
  - { id: race, title: Race }
dimensions:
  - id: deprivation-fifth
    title: Deprivation
    about: Areas by their score.
    preposition: in
    type: quantiles
    areas: { dataset: areas, key: area_code, label: area_name }
    ranking: local
    cut: equal-population
    score: score
    population: population
    groups:
${["most", "second", "middle", "fourth", "least"]
  .map((id) => `      - { id: ${id}, label: ${id} deprived, phrase: the ${id} deprived fifth }`)
  .join("\n")}
disclosure: { threshold: null, covers: none }
`;

const indicatorYaml = `title: Claims
question: Do more residents of the most deprived areas claim?
theme: work
dataset: figures
statistic: { kind: proportion, numerator: claims, denominator: residents, unit: "%" }
better: lower
sentence:
  people: residents
  state: claim benefits
  measure: the share of residents who claim benefits
periods: { column: year, unit: calendar-year, baseline: 2010 }
dimensions:
  - { dimension: deprivation-fifth }
`;
