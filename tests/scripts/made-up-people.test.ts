import { rmSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makePeople } from "../../scripts/cluster/people.ts";
import { temporaryFolder } from "../support/command.ts";

const ROWS = 200_000;
const folder = temporaryFolder();
let instance: DuckDBInstance;
let from: string;
beforeAll(async () => {
  const { files } = await makePeople(join(folder, "people"), ROWS);
  from = `read_parquet([${files.map((path) => `'${path}'`).join(", ")}])`;
  instance = await DuckDBInstance.create(":memory:");
});
afterAll(() => {
  instance.closeSync();
  rmSync(folder, { recursive: true, force: true });
});

async function counts(sql: string): Promise<number[]> {
  const connection = await instance.connect();
  try {
    return (await connection.runAndReadAll(sql)).getRows().map(([n]) => Number(n));
  } finally {
    connection.closeSync();
  }
}

/** How many values each column has, and the share of each where they are not alike. */
const shares: Record<string, readonly number[]> = {
  area: Array.from({ length: 400 }, () => 1 / 400),
  year: Array.from({ length: 6 }, () => 1 / 6),
  sex: [1 / 2, 1 / 2],
  origin: [3 / 7, 2 / 7, 1 / 7, 1 / 7],
  age: Array.from({ length: 19 }, () => 1 / 19),
};
const columns = Object.keys(shares);
const pairs = columns.flatMap((a, i) => columns.slice(i + 1).map((b): [string, string] => [a, b]));

describe("made-up people", () => {
  it.each(pairs)("are of every %s and %s at once, as many as by chance", async (a, b) => {
    const found = await counts(`select count(*) from ${from} group by ${a}, ${b}`);
    const cells = shares[a]!.length * shares[b]!.length;
    expect(found).toHaveLength(cells);
    // Pearson's statistic of independence has this expectation and spread by chance; six spreads above it is one in a billion.
    const [independent] = await counts(
      `with n as (select ${a}, ${b}, count(*) as n from ${from} group by ${a}, ${b}),
         expected as (select n, sum(n) over (partition by ${a}) * sum(n) over (partition by ${b}) / ${ROWS} as e from n)
       select sum((n - e) * (n - e) / e) from expected`,
    );
    const freedom = (shares[a]!.length - 1) * (shares[b]!.length - 1);
    expect(independent).toBeLessThan(freedom + 6 * Math.sqrt(2 * freedom));
  });

  it.each(Object.entries(shares))("are of each %s in its share", async (column, expected) => {
    const found = (await counts(`select count(*) from ${from} group by ${column}`)).sort((x, y) => y - x);
    expect(found).toHaveLength(expected.length);
    for (const [i, share] of expected.entries())
      expect(Math.abs(found[i]! - share * ROWS)).toBeLessThan(6 * Math.sqrt(share * ROWS));
  });

  it("are the same in whatever parts they are made", async () => {
    const few = await makePeople(join(folder, "few"), 3_000);
    const [unlike] = await counts(
      `select count(*) from (select * from read_parquet([${few.files.map((path) => `'${path}'`).join(", ")}])
        except select * from ${from})`,
    );
    expect(unlike).toBe(0);
  });
});
