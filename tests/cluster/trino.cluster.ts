import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chosen, hasMaven, unpacked } from "../../scripts/cluster/java.ts";
import { layInLake, layTable, table } from "../../scripts/cluster/lake.ts";
import { built, hashOf, left, manifestOf } from "../../scripts/cluster/lose.ts";
import { asked, type Cluster, started } from "../../scripts/cluster/machines.ts";
import { makePeople, type People, peopleSql, peopleTypes, writePeopleProject } from "../../scripts/cluster/people.ts";
import { certificateOf, madeSecurity, type Security } from "../../scripts/cluster/security.ts";
import { assess } from "../../src/assess/assess.ts";
import { load } from "../../src/define/load.ts";
import { type Connection, connectionFrom } from "../../src/engine/connection.ts";
import type { EngineRow } from "../../src/engine/engine-port.ts";
import { Trino } from "../../src/engine/trino.ts";
import { UserError } from "../../src/error.ts";
import { areaCuts } from "../../src/estimate/quantiles.ts";
import { BuildDatabase } from "../../src/ingest/database.ts";
import { trino as dialect } from "../../src/ingest/dialects.ts";
import type { EngineAccess } from "../../src/ingest/engine-access.ts";
import { castWords } from "../../src/ingest/engine-casts.ts";
import { ingest } from "../../src/ingest/ingest.ts";
import { passwords, ruled } from "../support/cluster-rules.ts";
import { temporaryFolder } from "../support/command.ts";
import { type Figures, faultyFigures, makeFigures, writeFigureProject } from "../support/engine-figures.ts";
import { castCells, mended, mistakes } from "../support/engine-mistakes.ts";
import { columns, faulty, keepsAll, statements } from "../support/engine-statements.ts";
import { gateway } from "../support/gateway.ts";

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
  const security = madeSecurity(choice.java, join(folder, "security"), passwords);
  return started({ ...choice, server, folder, workers: 2, heap: 1200, security, more: ruled }).then(
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

  const plainly: Connection = { base: coordinator.origin, user: "analyst", credential: null, ca: null };

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
      const ingested = await ingest(definitions, cuts, 2025, database, connection === null ? {} : { access });
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
    const credential = { kind: "token", secret: securely.TEMPCHECK_TRINO_TOKEN } as const;
    const connection = { ...plainly, base: secureOrigin, credential, ca };
    expect(await results(onTrino, connection)).toBe(await results(inFiles, null));
  });

  it("makes the people up as DuckDB does", async () => {
    const own = peopleSql("select n from unnest(sequence(0, 9999)) t (n)", people.areas);
    const held = "select * from lake.health.records where person < 10000";
    const unlike = (a: string, b: string): string =>
      `select count(*) from (select * from (${a}) a except select * from (${b}) b)`;
    expect(await asked(coordinator.origin, `select count(*) from (${held})`)).toEqual([[10_000]]);
    expect(await asked(coordinator.origin, unlike(own, held))).toEqual([[0]]);
    expect(await asked(coordinator.origin, unlike(held, own))).toEqual([[0]]);
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

  const secretsOf = (given: Record<string, string | undefined>): string[] => {
    const {
      TEMPCHECK_TRINO_USER: user,
      TEMPCHECK_TRINO_TOKEN: token = "",
      TEMPCHECK_TRINO_PASSWORD: word = "",
    } = given;
    const basic = Buffer.from(`${user}:${word}`, "latin1").toString("base64");
    return [...token.split("."), ...(word === "" ? [] : [word, basic])].filter((part) => part !== "");
  };
  async function answered(connection: Connection, sql: string): Promise<EngineRow[]> {
    const trino = new Trino(connection);
    const rows: EngineRow[] = [];
    try {
      await trino.ask(sql, { rows: (some) => void rows.push(...some) });
      return rows;
    } finally {
      trino.close();
    }
  }
  /** Makes a view of the people with some columns made of others, or more. */
  async function viewed(called: string, made: Readonly<Record<string, string>>): Promise<void> {
    const kept = Object.keys(peopleTypes).filter((column) => !Object.hasOwn(made, column));
    const more = Object.entries(made).map(([column, sql]) => `${sql} as "${column}"`);
    await asked(
      coordinator.origin,
      `create view lake.health."${called.replaceAll('"', '""')}" as select ${[...kept, ...more].join(", ")} from lake.health.records`,
    );
  }

  const out = (): string => join(project, "outputs/report");

  const { TEMPCHECK_TRINO_TOKEN: _, ...unshown } = securely;
  const withPassword = { ...unshown, TEMPCHECK_TRINO_PASSWORD: passwords.analyst };
  const { TEMPCHECK_TRINO_CA: authority, ...byNode } = securely;
  it.each([
    ["a token, where Node is told the authority of its certificate", { ...byNode, NODE_EXTRA_CA_CERTS: authority }],
    ["a token, where it is told the authority of its certificate itself", securely],
    ["a password, where it is told the authority of its certificate itself", withPassword],
  ])("is asked by the command over TLS, with %s", async (_, given) => {
    rmSync(out(), { recursive: true, force: true });
    expect(await built(project, given)).toMatchObject({ code: 0 });
    const kept = readdirSync(project, { recursive: true, encoding: "utf8" }).map((path) => join(project, path));
    const files = kept.filter((path) => statSync(path).isFile()).map((path) => readFileSync(path));
    expect(files.length).toBeGreaterThan(50);
    for (const secret of secretsOf(given)) expect(files.some((bytes) => bytes.includes(secret))).toBe(false);
  });

  it.each(Object.entries(passwords))("takes the password of %s, with all its characters", async (user, password) => {
    const given = { ...unshown, TEMPCHECK_TRINO_USER: user, TEMPCHECK_TRINO_PASSWORD: password };
    const connection = connectionFrom(given, { file: "dataset.yaml" }, (path) => readFileSync(path, "utf8"));
    expect(await answered(connection, "select current_user as name")).toEqual([{ name: user.split("@")[0] }]);
  });

  it.each(Object.entries(mistakes))("says what to do about %s", async (name, one) => {
    const { view, user = plainly.user, declared } = one;
    const table_ = view === undefined ? {} : { table: `mistake${Object.keys(mistakes).indexOf(name)}` };
    if (view !== undefined) await viewed(table_.table!, view);
    if (one.held?.["table"] === "empty")
      await asked(coordinator.origin, "create view lake.health.empty as select * from lake.health.records where false");
    const more = declared === undefined ? {} : { columns: columns(declared) };
    const of = writePeopleProject(join(folder, "mistaken"), people, { ...table, ...table_, ...one.held }, more);
    const refusal: unknown = await results(of, { ...plainly, user }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(UserError);
    expect((refusal as UserError).message).toMatch(one.message);
  });

  it.each(castCells)("casts %s to %s as a view is told to", async (cell, declared, type, value) => {
    const [[stored]] = (await asked(coordinator.origin, `select typeof(${cell})`)) as [[string]];
    const told = castWords("x", declared, stored).replace(/^: (.*?)(, (without|where|in|if) .*)?$/, "$1");
    const sql = `select typeof(${told}), cast(${told} as varchar) from (select ${cell} as x)`;
    expect(await asked(coordinator.origin, sql)).toEqual([[type, value]]);
  });

  it("gives the same results of a view that casts as it is told to, with names that SQL has for itself", async () => {
    const named = { order: "sex", SELECT: "area" };
    await viewed('Group "By"', { ...mended, ...named });
    await viewed("uncast", named);
    const more = { columns: columns({ order: { type: "text" }, Select: { type: "text" } }) };
    const of = (called: string): string =>
      writePeopleProject(join(folder, "cast"), people, { ...table, catalog: "LAKE", table: called }, more);
    const cast = await results(of('group "by"'));
    expect(cast).toBe(await results(of("uncast")));
  });

  it("is asked under the path of a gateway, which tells the engine of it", async () => {
    const under = await gateway(coordinator.origin, "/a/trino", ({ host }) => ({
      ...{ "x-forwarded-proto": "http", "x-forwarded-host": host, "x-forwarded-prefix": "/a/trino" },
    }));
    const untold = await gateway(coordinator.origin, "/a/trino", () => ({}));
    const at = ({ origin }: { origin: string }) => answered({ ...plainly, base: `${origin}/a/trino` }, "select 1 as n");
    try {
      expect(await at(under)).toEqual([{ n: 1 }]);
      await expect(at(untold)).rejects.toMatchObject({ fix: expect.stringContaining("X-Forwarded-Proto") });
    } finally {
      under.close();
      untold.close();
    }
  });

  it("is asked in one zone and language, whatever those of its machines are", async () => {
    const sql = "select current_timezone() as zone, cast(from_unixtime(0) as varchar) as began";
    expect(await answered(plainly, sql)).toEqual([{ zone: "UTC", began: "1970-01-01 00:00:00.000 UTC" }]);
    expect(await asked(coordinator.origin, "select current_timezone()")).toEqual([["Pacific/Chatham"]]);
  });

  it("gives many pages of rows, each once", async () => {
    const sql = "select person as n, rpad('', 200, 'x') as filling from lake.health.records where person < 100000";
    const rows = await answered(plainly, sql);
    expect(rows.map(({ n }) => Number(n)).sort((a, b) => a - b)).toEqual(Array.from({ length: 100_000 }, (_, i) => i));
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
      found: /HTTP 401: the engine does not accept who asks without a token or a password/,
      fix: /set TEMPCHECK_TRINO_TOKEN .*, or TEMPCHECK_TRINO_PASSWORD to the password of TEMPCHECK_TRINO_USER/,
    },
    "a wrong password": {
      given: () => ({ TEMPCHECK_TRINO_TOKEN: "", TEMPCHECK_TRINO_PASSWORD: "wr0ng-passw0rd" }),
      found: /HTTP 401: the engine does not accept who asks: .*Invalid credentials/,
      fix: /see that TEMPCHECK_TRINO_USER and TEMPCHECK_TRINO_PASSWORD are those that the engine knows/,
    },
    "the password of somebody else": {
      given: () => ({ TEMPCHECK_TRINO_TOKEN: "", TEMPCHECK_TRINO_PASSWORD: passwords.umlaut }),
      found: /HTTP 401: the engine does not accept who asks: .*Invalid credentials/,
      fix: /TEMPCHECK_TRINO_PASSWORD/,
    },
    "a token and a password": {
      given: () => ({ TEMPCHECK_TRINO_PASSWORD: passwords.analyst }),
      found: /both/,
      fix: /unset the one/,
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
      for (const secret of secretsOf(given)) expect(refused.out).not.toContain(secret);
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
