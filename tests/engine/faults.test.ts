import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makePeople, type People, writePeopleProject } from "../../scripts/cluster/people.ts";
import { load } from "../../src/define/load.ts";
import { EngineFailure } from "../../src/engine/engine-port.ts";
import { UserError } from "../../src/error.ts";
import { areaCuts } from "../../src/estimate/quantiles.ts";
import { BuildDatabase } from "../../src/ingest/database.ts";
import type { EngineAccess } from "../../src/ingest/engine-access.ts";
import { ingest } from "../../src/ingest/ingest.ts";
import { temporaryFolder } from "../support/command.ts";
import { DuckDbEngine } from "../support/duckdb-engine.ts";
import { faultyFigures, makeFigures, writeFigureProject } from "../support/engine-figures.ts";
import { faulty, keepsAll, statements } from "../support/engine-statements.ts";

const ROWS = 12_000;
const folder = temporaryFolder();
const table = { engine: "trino", catalog: "lake", schema: "health", table: "records" } as const;
let people: People;
let engine: DuckDbEngine;
beforeAll(async () => {
  people = await makePeople(join(folder, "people"), ROWS, { areas: 20 });
  engine = await DuckDbEngine.open();
  await engine.holds("lake.health.records", people.files);
});
afterAll(() => {
  engine.close();
  rmSync(folder, { recursive: true, force: true });
});

let projects = 0;
const project = (more: Record<string, unknown> = {}, held = {}): string =>
  writePeopleProject(join(folder, `project-${++projects}`), people, { ...table, ...held }, more);

async function read(root: string, access: EngineAccess = engine.access()) {
  const database = await BuildDatabase.open();
  try {
    return await ingest(load(root), areaCuts(2), 2025, database, { access });
  } finally {
    database.close();
  }
}
const refusal = async (reading: Promise<unknown>): Promise<string> => {
  const error = await reading.then(
    () => "it was accepted",
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(UserError);
  return (error as UserError).message;
};

describe("rows of an engine", () => {
  it.each(Object.entries(faulty(ROWS)))("are refused with %s", async (_, { more, message }) => {
    expect(await refusal(read(project(more)))).toMatch(message);
  });

  it("are refused with figures that are averaged or published and not as declared", async () => {
    const figures = await makeFigures(join(folder, "figures"), people, 2_000);
    for (const [name, { files }] of Object.entries(figures.tables)) await engine.holds(`lake.health.${name}`, files);
    const { over, messages } = faultyFigures;
    const message = await refusal(read(await writeFigureProject(join(folder, "faulty"), figures, "engine", over)));
    for (const one of messages) expect(message).toMatch(one);
  });

  it("are asked for in statements of which each is bound", async () => {
    const { reading } = await read(project(keepsAll));
    expect(reading.get("people")).toEqual([expect.objectContaining({ kind: "left-out", count: 0, of: ROWS })]);
    for (const statement of statements)
      expect(
        engine.asked.some((sql) => sql.includes(statement)),
        statement,
      ).toBe(true);
  });

  it.each([
    [{ table: "record" }, /table\n.*\n {2}found: none called trino:lake\.health\.record; the schema has records/],
    [{ schema: "helth" }, /schema\n.*\n {2}found: none called trino:lake\.helth\.records; .* the schemas health, /],
    [{ schema: "bare" }, /table\n.*\n {2}found: none called trino:lake\.bare\.records, and no other in the schema/],
  ])("are in a table that must be there: %j", async (held, message) => {
    await engine.connection.run("create schema if not exists lake.bare");
    expect(await refusal(read(project({}, held)))).toMatch(message);
  });

  it("are mended in a view, not in a copy of a file", async () => {
    await engine.connection.run(
      `create or replace view lake.health.spelt as select * replace (case when person % 100 = 7 then sex || ' ' else sex end as sex,
        case when person % 100 = 8 then '90 and more' else age end as age) from lake.health.records`,
    );
    const message = await refusal(read(project({ facts: { rows: ROWS + 1, unique: ["person"] } }, { table: "spelt" })));
    expect(message).toContain("if the table is right, mend the fact");
    const spelt = await refusal(read(project({}, { table: "spelt" })));
    expect(spelt).toContain("a view of the table");
    expect(`${message}${spelt}`).not.toContain("file is right");
    expect(`${message}${spelt}`).not.toContain("copy of the file");
  });

  it("come back as groups alone, and never with what names a record", async () => {
    const given: string[] = [];
    const access: EngineAccess = {
      ...engine.access(),
      engine: {
        ask: (sql, { rows, progress }) =>
          engine.ask(sql, {
            progress,
            rows: (some) => {
              given.push(...some.flatMap((row) => Object.keys(row)));
              return rows(some);
            },
          }),
      },
    };
    await read(project(), access);
    expect(new Set(given)).toContain("visits");
    expect(new Set(given)).not.toContain("person");
  });

  it("are refused when the table changes between its checks and its sums", async () => {
    let isSum = false;
    const access: EngineAccess = {
      ...engine.access(),
      engine: {
        ask: async (sql, wanted) => {
          isSum = sql.includes("#largest");
          await engine.ask(sql, isSum ? { ...wanted, rows: (rows) => wanted.rows(rows.slice(1)) } : wanted);
        },
      },
    };
    expect(await refusal(read(project(), access))).toContain("a table stays as it is while it is asked");
    expect(isSum).toBe(true);
  });

  it("are refused with what the engine says, and where it is named", async () => {
    const access: EngineAccess = {
      ...engine.access(),
      engine: { ask: () => Promise.reject(new EngineFailure("PERMISSION_DENIED: no", "ask for the right")) },
    };
    expect(await refusal(read(project(), access))).toMatch(
      /dataset\.yaml:\d+:\d+ {2}engine\n {2}must: {2}trino:lake\.health\.records answers for its columns\n {2}found: PERMISSION_DENIED: no\n {2}do: {4}ask for the right/,
    );
  });
});

describe("names and values that would be SQL", () => {
  const isThere = async (): Promise<void> => {
    const read = await engine.connection.runAndReadAll("select count(*) from lake.health.records");
    expect(read.getRows()).toEqual([[BigInt(ROWS)]]);
  };
  const bad = `x"; drop table lake.health.records; --`;

  it.each(["catalog", "schema", "table"])("stay names in %s", async (key) => {
    expect(await refusal(read(project({}, { [key]: bad })))).toContain("none called");
    await isThere();
  });

  it("stay names of columns and values of filters", async () => {
    const value = `'); drop table lake.health.records; --`;
    expect(
      await refusal(
        read(project({ where: { sex: { not: [value, "a\\'b"] } }, facts: { rows: 1, unique: ["person"] } })),
      ),
    ).toContain("1 rows");
    expect(await refusal(read(project({ columns: { [bad]: { type: "text" } } })))).toContain("drop table");
    await isThere();
  });
});
