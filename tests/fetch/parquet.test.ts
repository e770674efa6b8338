import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { UserError } from "../../src/error.ts";
import { BuildDatabase } from "../../src/ingest/database.ts";
import { fetchFiles } from "../../src/run/fetch-files.ts";
import { run, temporaryFolder } from "../support/command.ts";
import { groupsByYear, write } from "../support/one-dataset.ts";
import { nextYear } from "./next-year.ts";
import { circumstances, type Local, local, type Reply, send } from "./server.ts";

const older = "('A', 2023, 10, 100), ('B', 2023, 20, 100), ('C', 2023, 30, 100)";
const newer = "('A', 2023, 11, 100), ('B', 2023, 20, 100), ('A', 2024, 12, 110), ('C', 2024, 31, 120)";
const columns = "grp, year, x, n";

let folder: string;
let server: Local;
let reply: Reply;
beforeEach(async () => {
  folder = temporaryFolder();
  server = await local((...asked) => reply(...asked));
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A Parquet file as DuckDB writes it. */
async function parquet(rows: string, { names = columns, more = "" } = {}): Promise<Buffer> {
  const database = await BuildDatabase.open();
  const path = join(folder, "made.parquet");
  try {
    await database.run(`copy (select * from (values ${rows}) t(${names})) to '${path}' (format parquet${more})`);
    return readFileSync(path);
  } finally {
    database.close();
    rmSync(path, { force: true });
  }
}

function project(content: Uint8Array): void {
  write(folder, {
    ...groupsByYear(["A,2023,10,100", "B,2023,20,100", "C,2023,30,100"]),
    ...{ file: { name: "d.parquet", content }, format: { type: "parquet" } },
    dataset: {
      files: [
        {
          path: "d.parquet",
          sha256: createHash("sha256").update(content).digest("hex"),
          fetch: { from: "url", address: `${server.url}/d.parquet`, pause_seconds: 0 },
        },
      ],
    },
  });
}

const giving =
  (body: Uint8Array, headers: Record<string, string> = {}): Reply =>
  (_, response) =>
    send(response, body, { "Content-Type": "application/vnd.apache.parquet", ...headers });
const at = (path: string): string => join(folder, "data-raw/d", path);
const news = () => fetchFiles(folder, [], circumstances());

describe("a Parquet file at a plain address", () => {
  it("is compared by rows, periods, totals and values, and put in place with its record", async () => {
    project(await parquet(older));
    const body = await parquet(newer);
    reply = giving(body);
    const got = await news();
    expect(got.files).toMatchObject([
      {
        ...{ file: "data-raw/d/d.parquet", news: "changed", rows: 4, unread: [] },
        changes: nextYear,
      },
    ]);
    expect(got.write()).toEqual(["data-raw/d/d.parquet", "data-raw/d/d.parquet.source.json"]);
    got.close();
    expect(readFileSync(at("d.parquet")).equals(body)).toBe(true);
    expect(JSON.parse(readFileSync(at("d.parquet.source.json"), "utf8"))).toMatchObject({
      content_type: "application/vnd.apache.parquet",
      bytes: body.length,
    });
    const again = await news();
    expect(again.files).toMatchObject([{ news: "same" }]);
    again.close();
  });

  it("is another file, of which nothing that is read differs, where it is only packed otherwise", async () => {
    project(await parquet(older));
    reply = giving(await parquet(older, { more: ", compression zstd" }));
    const got = await news();
    expect(got.files).toMatchObject([
      { news: "changed", changes: { rows: { was: 3, now: 3, added: 0, removed: 0 }, revised: [] } },
    ]);
    got.close();
    const { out } = await run(["fetch", "--project", folder]);
    expect(out).toContain("  no row and no value that is read differs\n");
  });

  it("is taken up where it broke off", async () => {
    project(await parquet(older));
    const body = await parquet(newer);
    const half = Math.floor(body.length / 2);
    reply = ({ headers }, response, nth) => {
      if (nth > 0) {
        expect(headers.range).toBe(`bytes=${half}-`);
        response.writeHead(206, { ETag: '"a"', "Content-Range": `bytes ${half}-${body.length - 1}/${body.length}` });
        response.end(body.subarray(half));
        return;
      }
      response.writeHead(200, { ETag: '"a"', "Content-Length": body.length });
      response.write(body.subarray(0, half), () => response.destroy());
    };
    const got = await news();
    expect(got.files).toMatchObject([{ news: "changed", rows: 4, record: { bytes: body.length } }]);
    expect(server.asked).toHaveLength(2);
    got.close();
  });

  const read = /data-raw\/d\/d\.parquet/;
  it.each<[string, () => Promise<Uint8Array>, Record<string, string>, RegExp]>([
    ["one that was cut before it was served", async () => (await parquet(newer)).subarray(0, -20), {}, read],
    ["one that lacks its middle", async () => withoutMiddle(await parquet(newer)), {}, read],
    ["a table in CSV", async () => Buffer.from("grp,year,x,n\nA,2023,1,2\n"), {}, /does not begin as one/],
    ["a web page", async () => Buffer.from("<!doctype html>"), { "Content-Type": "text/html" }, /a web page/],
    ["a message in JSON", async () => Buffer.from("{}"), { "Content-Type": "application/json" }, /JSON/],
    ["texts where there are figures", () => parquet("('A', 2023, 'many', 100)"), {}, /column x|many/],
    ["fractions where there are whole numbers", () => parquet("('A', 2023, 10.5, 100)"), {}, /column x|10\.5/],
    ["another column", () => parquet("('A', 2023, 10, 100)", { names: "grp, jahr, x, n" }), {}, /year/],
    ["a row twice", () => parquet("('A', 2023, 10, 100), ('A', 2023, 11, 100)"), {}, /unique|once/],
  ])("is refused, and nothing is touched, where it is %s", async (_, made, headers, message) => {
    const before = await parquet(older);
    project(before);
    reply = giving(await made(), headers);
    const error: unknown = await news().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UserError);
    expect((error as UserError).message).toMatch(message);
    expect((error as UserError).message).not.toContain("tempcheck-fetch-");
    expect(readFileSync(at("d.parquet")).equals(before)).toBe(true);
    expect(readdirSync(at("")).sort()).toEqual(["d.parquet", "dataset.yaml"]);
  });
});

const withoutMiddle = (bytes: Uint8Array): Uint8Array =>
  Buffer.concat([bytes.subarray(0, 8), bytes.subarray(Math.floor(bytes.length / 3))]);
