import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { BuildDatabase } from "../../src/ingest/database.ts";
import { cell, number } from "../../src/ingest/row.ts";

const database = await BuildDatabase.open();
afterAll(() => database.close());

describe("rows", () => {
  it("gives whole numbers of every size as numbers, and cells as what they are", async () => {
    const sql =
      "select 1 as small, count(*) as whole, sum(range) as sum, date '2024-02-29' as day, null as none from range(3)";
    const row = z.strictObject({ small: number, whole: number, sum: number, day: cell, none: cell });
    expect(await database.rows(sql, {}, row)).toEqual([
      { small: 1, whole: 3, sum: 3, day: new Date("2024-02-29T00:00:00Z"), none: null },
    ]);
  });

  it.each([
    ["another type", "select 'two' as n"],
    ["a column too few", "select 1 as m"],
    ["a column too many", "select 1 as n, 2 as m"],
    ["no number", "select 'nan'::DOUBLE as n"],
  ])("refuses %s as a bug, and says of which query", async (_, sql) => {
    const error: Error = await database.rows(sql, {}, z.strictObject({ n: number })).then(
      () => new Error("none"),
      (thrown: Error) => thrown,
    );
    expect(error.name).toBe("Error");
    expect(error.message).toMatch(/^a row of another shape than its query states: /);
    expect(error.message.endsWith(sql)).toBe(true);
  });
});
