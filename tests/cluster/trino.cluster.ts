import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chosen, hasMaven, unpacked } from "../../scripts/cluster/java.ts";
import { layInLake, layTable, table } from "../../scripts/cluster/lake.ts";
import { built, hashOf, left, manifestOf } from "../../scripts/cluster/lose.ts";
import { asked, type Cluster, started } from "../../scripts/cluster/machines.ts";
import { makePeople, type People, writePeopleProject } from "../../scripts/cluster/people.ts";
import { certificateOf, madeSecurity, type Security } from "../../scripts/cluster/security.ts";
import { assess } from "../../src/assess/assess.ts";
import { load } from "../../src/define/load.ts";
import type { Connection } from "../../src/engine/connection.ts";
import { Trino } from "../../src/engine/trino.ts";
import { UserError } from "../../src/error.ts";
import { areaCuts } from "../../src/estimate/quantiles.ts";
import { BuildDatabase } from "../../src/ingest/database.ts";
import { trino as dialect } from "../../src/ingest/dialects.ts";
import type { EngineAccess } from "../../src/ingest/engine-access.ts";
import { ingest } from "../../src/ingest/ingest.ts";
import { temporaryFolder } from "../support/command.ts";
import { type Figures, faultyFigures, makeFigures, writeFigureProject } from "../support/engine-figures.ts";
import { faulty, keepsAll, statements } from "../support/engine-statements.ts";

const ROWS = 300_000;
/** Figures that are averaged come back value by value. */
const FIGURE_ROWS = 12_000;
const cache = fileURLToPath(new URL("../../node_modules/.cache/tempcheck-cluster", import.meta.url));

type Secured = Cluster & { security: Security; javaHome: string };

/** A cluster, or why there is none: a machine without Java or Maven, or without the way to fetch Trino, has none. */
async function clusterOrReason(folder: string): Promise<Secured | string> {
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
  const security = madeSecurity(choice.java, join(folder, "security"));
  return started({ ...choice, server, folder, workers: 2, heap: 1200, security }).then(
    (cluster) => ({ ...cluster, security, javaHome: choice.java.home }),
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
  const secureOrigin = cluster?.secureOrigin ?? "";
  const securely = {
    TEMPCHECK_TRINO_URL: secureOrigin,
    TEMPCHECK_TRINO_USER: "analyst",
    TEMPCHECK_TRINO_TOKEN: cluster?.security.token("analyst") ?? "",
    TEMPCHECK_TRINO_CA: cluster?.security.certificate ?? "",
  };
  const statementsAsked: string[] = [];
  let people: People;
  let figures: Figures;
  let project: string;

  beforeAll(async () => {
    people = await makePeople(join(folder, "people"), ROWS);
    await layInLake(cluster!, folder, people);
    figures = await makeFigures(join(folder, "figures"), people, FIGURE_ROWS);
    for (const [called, { files, types }] of Object.entries(figures.tables))
      await layTable(cluster!, folder, { files, types, name: called });
    project = writePeopleProject(join(folder, "project"), people, table);
  });

  const plainly: Connection = { origin: coordinator.origin, user: "analyst", token: null, ca: null };

  async function results(of: string, connection: Connection | null = plainly) {
    const trino = new Trino(connection ?? plainly);
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
      const ingested = await ingest(definitions, cuts, 2025, database, connection === null ? undefined : access);
      const { results: all } = assess(definitions, ingested, 2025, { log: () => {}, closing: null });
      return JSON.stringify({
        ...all,
        sources: all.sources.map((one) => ({ ...one, files: [] })),
      });
    } finally {
      database.close();
      trino.close();
    }
  }

  it("gives the results of the same rows in files, to the last digit, over TLS and with a token", async () => {
    const inFiles = await writeFigureProject(join(folder, "in-files"), figures, "files");
    const onTrino = await writeFigureProject(join(folder, "on-trino"), figures, "engine");
    const ca = readFileSync(securely.TEMPCHECK_TRINO_CA, "utf8");
    const connection = { ...plainly, origin: secureOrigin, token: securely.TEMPCHECK_TRINO_TOKEN, ca };
    expect(await results(onTrino, connection)).toBe(await results(inFiles, null));
  });

  it.each(Object.entries(faulty(ROWS)))("refuses %s, as DuckDB does", async (_, { more, message }) => {
    const one = writePeopleProject(join(folder, "faulty"), people, table, more);
    const refusal: unknown = await results(one).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(UserError);
    expect((refusal as UserError).message).toMatch(message);
  });

  it("refuses figures that are averaged or published, as DuckDB does", async () => {
    const { over, messages } = faultyFigures;
    const one = await writeFigureProject(join(folder, "faulty-figures"), figures, "engine", over);
    const refusal: unknown = await results(one).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(UserError);
    for (const message of messages) expect((refusal as UserError).message).toMatch(message);
  });

  it("has bound every statement that an engine is asked", async () => {
    await results(writePeopleProject(join(folder, "filtered"), people, table, keepsAll));
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

  const out = (): string => join(project, "outputs/report");

  it("is asked by the command over TLS, with a token, where Node is told the authority of its certificate", async () => {
    const { TEMPCHECK_TRINO_CA: authority, ...others } = securely;
    expect(await built(project, { ...others, NODE_EXTRA_CA_CERTS: authority })).toMatchObject({ code: 0 });
  });

  const elsewhere = (url: string): string => url.replace("localhost", "127.0.0.1");
  const unlike = (token: string): string => `${token.slice(0, token.lastIndexOf("."))}.${"A".repeat(342)}`;
  const refusals: Record<string, { given: () => Record<string, string>; found: RegExp; fix: RegExp }> = {
    "a token that has expired": {
      given: () => ({ TEMPCHECK_TRINO_TOKEN: cluster!.security.token("analyst", -60) }),
      found: /HTTP 401: the engine does not accept who asks: JWT expired/,
      fix: /tokens expire/,
    },
    "a token that it did not give": {
      given: () => ({ TEMPCHECK_TRINO_TOKEN: unlike(securely.TEMPCHECK_TRINO_TOKEN) }),
      found: /HTTP 401: the engine does not accept who asks/,
      fix: /TEMPCHECK_TRINO_TOKEN are those that the engine knows/,
    },
    "no token": {
      given: () => ({ TEMPCHECK_TRINO_TOKEN: "" }),
      found: /HTTP 401: the engine does not accept who asks without a token/,
      fix: /set TEMPCHECK_TRINO_TOKEN/,
    },
    "another's token": {
      given: () => ({ TEMPCHECK_TRINO_TOKEN: cluster!.security.token("somebody") }),
      found: /PERMISSION_DENIED: .*somebody cannot impersonate user analyst/,
      fix: /set TEMPCHECK_TRINO_USER to the name that the token was given for/,
    },
    "a certificate of no known authority": {
      given: () => ({ TEMPCHECK_TRINO_CA: "" }),
      found: /no answer: self-signed certificate/,
      fix: /TEMPCHECK_TRINO_CA; a certificate is always verified/,
    },
    "a certificate of another authority": {
      given: () => ({
        TEMPCHECK_TRINO_CA: certificateOf("localhost", {
          ...{ home: cluster!.javaHome, keystore: join(folder, "security/another.p12"), password: "another" },
        }),
      }),
      found: /no answer: .*certificate/,
      fix: /TEMPCHECK_TRINO_CA; a certificate is always verified/,
    },
    "a host that its certificate is not for": {
      given: () => ({ TEMPCHECK_TRINO_URL: elsewhere(secureOrigin) }),
      found: /no answer: Hostname\/IP does not match certificate's altnames/,
      fix: /by a host name that its certificate is for/,
    },
    "http at its port for https": {
      given: () => ({ TEMPCHECK_TRINO_URL: secureOrigin.replace("https:", "http:"), TEMPCHECK_TRINO_TOKEN: "" }),
      found: /no answer: /,
      fix: /begin TEMPCHECK_TRINO_URL with https: if the port is the engine's port for https/,
    },
    "https at its port for http": {
      given: () => ({ TEMPCHECK_TRINO_URL: coordinator.origin.replace("http:", "https:") }),
      found: /no answer: .*wrong version number/,
      fix: /the engine's port for https/,
    },
  };
  it.each(Object.entries(refusals))(
    "is not asked with %s: the command says so, and the last report stands",
    async (_, one) => {
      const given = { ...securely, ...one.given() };
      const before = hashOf(out());
      const refused = await built(project, given);
      expect(refused.code, refused.out).toBe(1);
      expect(refused.out).toMatch(/data-raw\/people\/dataset[.]yaml:\d+:\d+ {2}engine\n {2}must: {2}\S/);
      expect(refused.out).toMatch(new RegExp(`found: .*${one.found.source}`));
      expect(refused.out).toMatch(new RegExp(`do: {4}.*${one.fix.source}`));
      for (const secret of given.TEMPCHECK_TRINO_TOKEN.split(".").filter((part) => part !== ""))
        expect(refused.out).not.toContain(secret);
      expect(hashOf(out())).toBe(before);
    },
  );

  it("loses a worker during a build, which says so and leaves everything as it was; the next one succeeds", async () => {
    const [before, manifest] = [hashOf(out()), manifestOf(out())];
    const act = (): void => {
      workers[0]!.process.kill("SIGKILL");
    };
    const lost = await built(project, environment, { origin: coordinator.origin, act });
    expect(lost.code, lost.out).toBe(1);
    expect(lost.out).toContain("a machine of the engine went away while it answered");
    expect(lost.out).toContain("run the command again; nothing was written, and the last output stands");
    expect(hashOf(out())).toBe(before);
    await left(coordinator.origin, workers.length - 1);
    expect(await built(project, environment)).toMatchObject({ code: 0 });
    expect(manifestOf(out())).toBe(manifest);
  });
});
