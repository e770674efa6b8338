import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Dataset, FormatOf } from "../../src/define/dataset.ts";
import { BuildDatabase } from "../../src/ingest/database.ts";
import { figuresSql } from "../../src/ingest/figures.ts";
import { readPlain } from "../../src/ingest/plain.ts";
import { readRaw } from "../../src/ingest/raw.ts";
import { dataTable, makeTable } from "../../src/ingest/table.ts";
import { holdsWholeNumbers } from "../../src/ingest/whole-numbers.ts";
import { looseRow } from "../support/loose-row.ts";

const folder = mkdtempSync(join(tmpdir(), "tempcheck-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
function file(text: string): string {
  const path = `${++files}.csv`;
  writeFileSync(join(folder, path), text);
  return path;
}

const format = {
  type: "csv",
  delimiter: ",",
  quote: '"',
  encoding: "utf-8",
  header_row: 1,
  header_rows: 1,
} as FormatOf<"csv">;
function dataset(paths: string[], blanks: Dataset["blanks"] = {}): Dataset {
  const columns = { area: { type: "text" }, n: { type: "integer" }, y: { type: "number" } };
  return {
    id: "data",
    folder: "",
    files: paths.map((path) => ({ path })),
    format,
    columns,
    blanks,
    total_rows: [],
  } as unknown as Dataset;
}

async function read(of: Dataset, how: "plain" | "careful"): Promise<Record<string, unknown>[] | "not plain"> {
  const database = await BuildDatabase.open();
  try {
    if (how === "careful") {
      await readRaw(of, folder, database);
      await makeTable(of, folder, database);
    } else if (!(await readPlain(of, folder, database))) return "not plain";
    return await database.rows(`select * from "${dataTable(of.id)}" order by _file, _row`, {}, looseRow);
  } finally {
    database.close();
  }
}

describe.concurrent("the fast way of reading", () => {
  const odd = [
    "1.5",
    "12.0",
    "1e3",
    " 12",
    "12 ",
    "0x1F",
    "0b11",
    "1_000",
    "inf",
    "nan",
    "-",
    "+-1",
    "",
    "1234567890123456789",
  ];
  it.each(odd)("leaves a whole number written as %j to the careful way", async (cell) => {
    const path = file(`area,n,y\na,1,1\nb,${cell},2\n`);
    expect(await read(dataset([path]), "plain")).toBe("not plain");
    await expect(read(dataset([path]), "careful")).rejects.toThrow("a whole number");
  });

  it.each(["inf", "nan", "Infinity", " 1", "1e400", "1_000", '"1,000"', "0x1F"])(
    "leaves a number written as %s to the careful way",
    async (cell) => {
      const path = file(`area,n,y\na,1,${cell}\n`);
      expect(await read(dataset([path]), "plain")).toBe("not plain");
      await expect(read(dataset([path]), "careful")).rejects.toThrow("a number (digits");
    },
  );

  it.each([
    ["signs and zeros in front", "area,n,y\na,+12,1.50\nb,-007,.5\nc,0,1e3\n"],
    ["CR LF", "area,n,y\r\na,1,1\r\nb,2,2\r\n"],
    ["no end to the last line", "area,n,y\na,1,1\nb,2,2"],
    ["a byte-order mark", "\ufeffarea,n,y\na,1,1\n"],
    ["18 digits", "area,n,y\na,-999999999999999999,1\n"],
  ])("gives what the careful way gives with %s", async (_, text) => {
    const of = dataset([file(text)]);
    const plain = await read(of, "plain");
    expect(plain).not.toBe("not plain");
    expect(plain).toEqual(await read(of, "careful"));
  });

  it("gives what the careful way gives with markers and several files", async () => {
    const paths = [file("area,n,y\na,1,*\nb,*,2\n"), file("y,area,n\n3,c,3\n")];
    const of = dataset(paths, { "*": "suppressed" });
    const plain = await read(of, "plain");
    expect(plain).not.toBe("not plain");
    expect(plain).toEqual(await read(of, "careful"));
  });

  it("keeps the rows of a large file in their order", async () => {
    const lines = Array.from({ length: 400_000 }, (_, i) => `a${i},${i},1\n`);
    const rows = await read(dataset([file(`area,n,y\n${lines.join("")}`)]), "plain");
    expect(rows).toHaveLength(lines.length);
    expect((rows as Record<string, unknown>[]).every((row) => Number(row["_row"]) === Number(row["n"]) + 1)).toBe(true);
  });
});

describe("holdsWholeNumbers", () => {
  it.each([
    ["a quote", 'a,"1"\n'],
    ["a carriage return alone", "a,1\rb,2\n"],
  ])("is false for %s", async (_, text) => {
    expect(await holdsWholeNumbers(join(folder, file(`area,n\n${text}`)), format, [false, true])).toBe(false);
  });

  it("reads on over the pieces that a large file comes in", async () => {
    const good = "area,n\n".concat("a,123456\n".repeat(300_000));
    expect(await holdsWholeNumbers(join(folder, file(good)), format, [false, true])).toBe(true);
    expect(await holdsWholeNumbers(join(folder, file(`${good}b,1.5`)), format, [false, true])).toBe(false);
    const long = `${good}${"b".repeat(3_000_000)},`;
    expect(await holdsWholeNumbers(join(folder, file(`${long}7\n${good.slice(7)}`)), format, [false, true])).toBe(true);
    expect(await holdsWholeNumbers(join(folder, file(`${long}7\nb,1 `)), format, [false, true])).toBe(false);
    expect(await holdsWholeNumbers(join(folder, file(`${long}.7`)), format, [false, true])).toBe(false);
  });
});

describe("sums of numbers with decimals", () => {
  it("do not depend on the order of rows or the number of threads", async () => {
    const database = await BuildDatabase.open();
    const statistic = { kind: "rate", numerator: "x", denominator: "x", per: 1, unit: "" } as const;
    const sums = new Set<unknown>();
    for (const [threads, order] of [
      [1, "i"],
      [4, "hash(i)"],
      [2, "-i"],
    ] as const) {
      await database.run(`set threads = ${threads}`);
      await database.run(
        `create or replace table t as select ((i * 7919) % 1000003) / 7.0 as x from range(600000) r(i) order by ${order}`,
      );
      const [row] = await database.rows(
        `select ${figuresSql(statistic as never, { isWhole: () => false })} from t d`,
        {},
        looseRow,
      );
      sums.add(row?.["numerator"]);
    }
    database.close();
    expect(sums.size).toBe(1);
  });
});
