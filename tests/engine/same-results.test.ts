import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type Held,
  makePeople,
  type People,
  sha256Of,
  shared,
  writePeopleProject,
} from "../../scripts/cluster/people.ts";
import { assess } from "../../src/assess/assess.ts";
import { load } from "../../src/define/load.ts";
import { areaCuts } from "../../src/estimate/quantiles.ts";
import { BuildDatabase } from "../../src/ingest/database.ts";
import type { EngineAccess } from "../../src/ingest/engine-access.ts";
import { ingest } from "../../src/ingest/ingest.ts";
import { temporaryFolder } from "../support/command.ts";
import { DuckDbEngine } from "../support/duckdb-engine.ts";
import { indicators, makeFigures, writeFigureProject } from "../support/engine-figures.ts";

const folder = temporaryFolder();
const data = join(folder, "files/data-raw/people");
let people: People;
let engine: DuckDbEngine;
beforeAll(async () => {
  people = await makePeople(data, 12_000, { areas: 20 });
  engine = await DuckDbEngine.open();
  await engine.holds("lake.health.records", people.files);
});
afterAll(() => {
  engine.close();
  rmSync(folder, { recursive: true, force: true });
});

async function results(project: string, access?: EngineAccess) {
  const database = await BuildDatabase.open();
  try {
    const definitions = load(project);
    const ingested = await ingest(definitions, areaCuts(definitions.project.value.method.edition), 2025, database, {
      access,
    });
    const { results: all } = assess(definitions, ingested, 2025, { log: () => {}, closing: null });
    return all;
  } finally {
    database.close();
  }
}

/** Results without what names the inputs, which differs. */
const named = (all: Awaited<ReturnType<typeof results>>): string =>
  JSON.stringify({ ...all, sources: all.sources.map((one) => ({ ...one, files: [] })) });

const table = { engine: "trino", catalog: "lake", schema: "health", table: "records" } as const;

/** The same dataset in files and in an engine, with what a definition may say of both. */
const variants: Record<string, Record<string, unknown>> = {
  "as it is": {},
  "that leaves rows out and looks up": {
    where: { sex: { not: "nobody" }, age: { prefix: ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"] } },
    lookups: [{ dataset: "areas", on: "area", key: "area", columns: ["name"] }],
  },
};

describe("a dataset that an engine holds", () => {
  it.each(Object.entries(variants))(
    "gives the results of the same rows in files, to the last digit: one %s",
    async (name, more) => {
      const files = await Promise.all(
        people.files.map(async (path) => ({ path: path.slice(data.length + 1), sha256: await sha256Of(path) })),
      );
      const inFiles = await results(
        writePeopleProject(join(folder, "files"), people, { files, form: "parquet" }, more),
      );
      const inEngine = await results(writePeopleProject(join(folder, name), people, table, more), engine.access());
      expect(JSON.parse(named(inEngine))).toEqual(JSON.parse(named(inFiles)));
      expect(named(inEngine)).toBe(named(inFiles));
      expect(inEngine.sources.find(({ id }) => id === "people")?.files).toEqual([
        { path: "trino:lake.health.records", sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      ]);
      expect(inEngine.indicators.every(({ dimensions }) => dimensions.length > 0)).toBe(true);
    },
  );

  it("gives them of figures that are averaged, or as they are published, too", async () => {
    const figures = await makeFigures(join(folder, "figures"), people, 9_000);
    for (const [name, { files }] of Object.entries(figures.tables)) await engine.holds(`lake.health.${name}`, files);
    const inFiles = await results(await writeFigureProject(join(folder, "figures/files"), figures, "files"));
    const project = await writeFigureProject(join(folder, "figures/engine"), figures, "engine");
    const inEngine = await results(project, engine.access());
    expect(JSON.parse(named(inEngine))).toEqual(JSON.parse(named(inFiles)));
    expect(named(inEngine)).toBe(named(inFiles));
    for (const { id, dimensions } of inEngine.indicators.filter((one) => Object.hasOwn(indicators, one.id)))
      for (const { dimension, periods } of dimensions)
        expect(
          periods.flatMap(({ groups }) => groups).some(({ estimate }) => "value" in estimate),
          `${id} by ${dimension}`,
        ).toBe(true);
  });

  it("may count people that no indicator is of", async () => {
    const spare = { who: "households", ages: "all", sex: "all", area: "area", at: { column: "year" } };
    const text = Object.fromEntries(["area", "sex", "origin", "age"].map((name) => [name, { type: "text" }]));
    const columns = {
      ...{ person: { type: "integer", record: true }, ...text, year: { type: "integer" } },
      waited: { type: "integer", blanks: { "": "not-available" } },
      visits: { type: "integer", population: { ...spare, who: "residents" } },
      people: { type: "integer", population: spare },
    };
    const ofOneIndicator = async (name: string, held: Held, access?: EngineAccess): Promise<string> => {
      const project = writePeopleProject(join(folder, name), people, held, { columns });
      for (const other of ["waited", "visits", "standardised"]) rmSync(join(project, `indicators/${other}.yaml`));
      const statistic = { kind: "rate", numerator: "waited", denominator: "people", per: 1000, unit: "per 1,000" };
      writeFileSync(join(project, "indicators/one.yaml"), JSON.stringify({ ...shared, title: "One", statistic }));
      return named(await results(project, access));
    };
    const files = await Promise.all(
      people.files.map(async (path) => ({ path: path.slice(data.length + 1), sha256: await sha256Of(path) })),
    );
    const inFiles = await ofOneIndicator("files", { files, form: "parquet" });
    expect(await ofOneIndicator("spare", table, engine.access())).toBe(inFiles);
  });
});
