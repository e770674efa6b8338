import { mkdirSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chosen, hasMaven, unpacked } from "../../scripts/cluster/java.ts";
import { layInLake, table } from "../../scripts/cluster/lake.ts";
import { built, hashOf, left, manifestOf } from "../../scripts/cluster/lose.ts";
import { asked, type Cluster, started } from "../../scripts/cluster/machines.ts";
import { makePeople, type People, sha256Of, writePeopleProject } from "../../scripts/cluster/people.ts";
import { assess } from "../../src/assess/assess.ts";
import { load } from "../../src/define/load.ts";
import { Trino } from "../../src/engine/trino.ts";
import { UserError } from "../../src/error.ts";
import { areaCuts } from "../../src/estimate/quantiles.ts";
import { BuildDatabase } from "../../src/ingest/database.ts";
import { trino as dialect } from "../../src/ingest/dialects.ts";
import type { EngineAccess } from "../../src/ingest/engine-access.ts";
import { ingest } from "../../src/ingest/ingest.ts";
import { temporaryFolder } from "../support/command.ts";
import { faulty, keepsAll, statements } from "../support/engine-statements.ts";

const ROWS = 300_000;
const cache = fileURLToPath(new URL("../../node_modules/.cache/tempcheck-cluster", import.meta.url));

/** A cluster, or why there is none: a machine without Java or Maven, or without the way to fetch Trino, has none. */
async function clusterOrReason(folder: string): Promise<Cluster | string> {
  const choice = chosen();
  if (typeof choice === "string") return choice;
  if (!hasMaven()) return "looked for Maven as mvn on the path; found none";
  let server: string;
  try {
    mkdirSync(cache, { recursive: true });
    server = await unpacked(choice, cache);
  } catch (error) {
    return `Trino ${choice.trino} could not be fetched: ${(error as Error).message.split("\n")[0]}`;
  }
  return started({ ...choice, server, folder, workers: 2, heap: 1200 }).catch(
    (error: Error) => `Trino ${choice.trino} could not be started: ${error.message}`,
  );
}

const folder = temporaryFolder();
const found = await clusterOrReason(folder);
const cluster = typeof found === "string" ? null : found;
const name = typeof found === "string" ? `a cluster of Trino, SKIPPED: ${found}` : "a cluster of Trino";

afterAll(async () => {
  await cluster?.stop();
  rmSync(folder, { recursive: true, force: true });
});

if (cluster === null) console.warn(name);
const named = cluster === null ? describe.skip : describe;
named(name, () => {
  const { coordinator, workers } = cluster ?? { coordinator: { origin: "" }, workers: [] };
  const environment = { TEMPCHECK_TRINO_URL: coordinator.origin, TEMPCHECK_TRINO_USER: "analyst" };
  const statementsAsked: string[] = [];
  let people: People;
  let project: string;

  beforeAll(async () => {
    people = await makePeople(join(folder, "people"), ROWS);
    await layInLake(cluster!, folder, people);
    project = writePeopleProject(join(folder, "project"), people, table);
  });

  async function results(of: string, isOnTrino: boolean) {
    const trino = new Trino({ origin: coordinator.origin, user: "analyst", token: null, ca: null });
    const access: EngineAccess = {
      engine: {
        ask: (sql, wanted) => {
          statementsAsked.push(sql);
          return trino.ask(sql, wanted);
        },
      },
      dialect,
      progress: () => {},
    };
    const database = await BuildDatabase.open();
    try {
      const definitions = load(of);
      const cuts = areaCuts(definitions.project.value.method.edition);
      const ingested = await ingest(definitions, cuts, 2025, database, isOnTrino ? access : undefined);
      const { results: all } = assess(definitions, ingested, 2025, { log: () => {}, closing: null });
      return JSON.stringify({
        ...all,
        sources: all.sources.map((one) => ({ ...one, files: one.id === "people" ? [] : one.files })),
      });
    } finally {
      database.close();
      trino.close();
    }
  }

  it("gives the results of the same rows in files, to the last digit", async () => {
    const files = await Promise.all(
      people.files.map(async (path) => ({ path: basename(path), sha256: await sha256Of(path) })),
    );
    const inFiles = join(folder, "files");
    writePeopleProject(inFiles, people, { files, form: "parquet" });
    await makePeople(join(inFiles, "data-raw/people"), ROWS);
    expect(await results(project, true)).toBe(await results(inFiles, false));
  });

  it.each(Object.entries(faulty(ROWS)))("refuses %s, as DuckDB does", async (_, { more, message }) => {
    const one = writePeopleProject(join(folder, "faulty"), people, table, more);
    const refusal: unknown = await results(one, true).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(UserError);
    expect((refusal as UserError).message).toMatch(message);
  });

  it("has bound every statement that an engine is asked", async () => {
    await results(writePeopleProject(join(folder, "filtered"), people, table, keepsAll), true);
    for (const statement of statements)
      expect(
        statementsAsked.some((sql) => sql.includes(statement)),
        statement,
      ).toBe(true);
  });

  it("hears that the command was closed", async () => {
    await asked(
      coordinator.origin,
      "create view lake.health.slow security invoker as select person + i * 1000000000 as person, area, year, sex, origin, age, waited, visits, people from lake.health.records cross join unnest(sequence(0, 199)) t (i)",
    );
    const slow = writePeopleProject(join(folder, "slow"), people, { ...table, table: "slow" });
    const { signal } = await built(slow, environment, {
      ...{ origin: coordinator.origin, during: "as bad0" },
      act: (child) => child.kill("SIGINT"),
    });
    expect(signal).toBe("SIGINT");
    const ended = await asked(
      coordinator.origin,
      "select state, error_code from system.runtime.queries where source = 'tempcheck' and query like '%as bad0%' and query like '%\"slow\"%'",
    );
    expect(ended).toEqual([["FAILED", "USER_CANCELED"]]);
  });

  it("loses a worker during a build, which says so and leaves everything as it was; the next one succeeds", async () => {
    const first = await built(project, environment);
    expect(first).toMatchObject({ code: 0 });
    const out = join(project, "outputs/report");
    const [before, manifest] = [hashOf(out), manifestOf(out)];
    const act = (): void => {
      workers[0]!.process.kill("SIGKILL");
    };
    const lost = await built(project, environment, { origin: coordinator.origin, act });
    expect(lost.code, lost.out).toBe(1);
    expect(lost.out).toContain("a machine of the engine went away while it answered");
    expect(lost.out).toContain("run the command again; nothing was written, and the last output stands");
    expect(hashOf(out)).toBe(before);
    await left(coordinator.origin, workers.length - 1);
    expect(await built(project, environment)).toMatchObject({ code: 0 });
    expect(manifestOf(out)).toBe(manifest);
  });
});
