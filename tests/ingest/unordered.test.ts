import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { BuildDatabase } from "../../src/ingest/database.ts";

const row = z.strictObject({ n: z.number(), text: z.string().nullable() });
const asking = (n: number): string => `-- grain: one row\nselect ${n} as n, 'row ${n}' as text where ${n} % 3 > 0`;
const found = (n: number) => (n % 3 > 0 ? [{ n, text: `row ${n}` }] : []);

describe("questions that wait at one time", async () => {
  const database = await BuildDatabase.open();
  afterAll(() => database.close());
  const many = Array.from({ length: 130 }, (_, n) => n);

  it("are each told their own rows", async () => {
    expect(await Promise.all(many.map((n) => database.unordered(asking(n), row)))).toEqual(many.map(found));
  });

  it("are each told their own errors, and no others", async () => {
    const faulty = many.map((n) => (n === 70 ? "select 1 as n, no_such_column as text" : asking(n)));
    const told = await Promise.allSettled(faulty.map((sql) => database.unordered(sql, row)));
    expect(told.flatMap(({ status }, n) => (status === "rejected" ? [n] : []))).toEqual([70]);
    expect(told.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []))).toEqual(
      many.filter((n) => n !== 70).map(found),
    );
    const wrong = many.map((n) => (n === 5 ? "select 'five' as n, 'row' as text" : asking(n)));
    const shapes = await Promise.allSettled(wrong.map((sql) => database.unordered(sql, row)));
    expect(shapes.flatMap(({ status }, n) => (status === "rejected" ? [n] : []))).toEqual([5]);
  });

  it("may be of several shapes, with blanks, and many rows of one", async () => {
    const other = z.strictObject({ value: z.string() });
    const [blank, values, rows] = await Promise.all([
      database.unordered("select 1 as n, null as text", row),
      database.unordered("select 'a' as value union all select 'b'", other),
      database.unordered("select cast(range as INTEGER) as n, 'x' as text from range(5000)", row),
    ]);
    expect(blank).toEqual([{ n: 1, text: null }]);
    expect(values.map(({ value }) => value).sort()).toEqual(["a", "b"]);
    expect(rows.map(({ n }) => n).sort((a, b) => a - b)).toEqual(Array.from({ length: 5000 }, (_, n) => n));
  });
});
