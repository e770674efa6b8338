import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { UserError } from "../../src/error.ts";
import { fetchFiles } from "../../src/run/fetch-files.ts";
import { run, temporaryFolder } from "../support/command.ts";
import { madeOds, odsNumber, odsRow, odsTable, odsText } from "../support/made-ods.ts";
import { madeWorkbook } from "../support/made-workbook.ts";
import { groupsByYear, people, write } from "../support/one-dataset.ts";
import { nextYear } from "./next-year.ts";
import { circumstances, type Local, local, send } from "./server.ts";

const older = ["grp,year,x,n", "A,2023,10,100", "B,2023,20,100", "C,2023,30,100"];
const newer = ["grp,year,x,n", "A,2023,11,100", "B,2023,20,100", "A,2024,12,110", "C,2024,31,120"];
const csv = (lines: readonly string[]): string => `${lines.join("\n")}\n`;
const noon = Date.UTC(2026, 10, 29, 12, 0, 5);

let folder: string;
/** Where what was fetched lies until it is written. */
let meanwhile: string;
let server: Local;
let reply: string | Uint8Array | number;
let headers: Record<string, string> = {};
beforeEach(async () => {
  folder = temporaryFolder();
  meanwhile = temporaryFolder();
  vi.stubEnv("TMPDIR", meanwhile);
  reply = csv(newer);
  headers = {};
  server = await local((request, response) => {
    if (typeof reply === "number") response.writeHead(reply).end();
    else if (headers["ETag"] && request.headers["if-none-match"] === headers["ETag"]) response.writeHead(304).end();
    else send(response, reply, { "Content-Type": "application/octet-stream", ...headers });
  });
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await server.close();
  for (const each of [folder, meanwhile]) rmSync(each, { recursive: true, force: true });
});

const declared = (more: object = {}) => ({ from: "url", address: `${server.url}/d`, pause_seconds: 0, ...more });
/** A project whose file declares where it comes from. */
function project(
  content: string | Uint8Array,
  { name = "d.csv", format = {}, fetch = declared() } = {},
  indicator: object = {},
): void {
  write(folder, {
    indicator,
    ...groupsByYear(older.slice(1)),
    file: { name, content },
    ...(name === "d.csv" ? {} : { format }),
    dataset: { files: [{ path: name, sha256: createHash("sha256").update(content).digest("hex"), fetch }] },
  });
}
const at = (path: string): string => join(folder, "data-raw/d", path);
const news = () => fetchFiles(folder, [], circumstances({ now: () => noon }));

describe("fetchFiles", () => {
  it("shows what would change, and writes the file and its record when told to", async () => {
    project(csv(older));
    headers = { ETag: '"a"', "Last-Modified": "Sat, 28 Nov 2026 09:30:00 GMT" };
    const got = await news();
    expect(got.files).toMatchObject([
      {
        ...{ dataset: "d", file: "data-raw/d/d.csv", from: "url", news: "changed", rows: 4, unread: [] },
        changes: nextYear,
      },
    ]);
    expect(readFileSync(at("d.csv"), "utf8")).toBe(csv(older));
    expect(got.write()).toEqual(["data-raw/d/d.csv", "data-raw/d/d.csv.source.json"]);
    got.close();
    expect(readFileSync(at("d.csv"), "utf8")).toBe(csv(newer));
    expect(JSON.parse(readFileSync(at("d.csv.source.json"), "utf8"))).toEqual({
      format: "tempcheck.source.v1",
      address: `${server.url}/d`,
      fetched: "2026-11-29T12:00:05Z",
      sha256: createHash("sha256").update(csv(newer)).digest("hex"),
      bytes: csv(newer).length,
      licence: "L",
      publisher: "P",
      version: null,
      content_type: "application/octet-stream",
      etag: '"a"',
      last_modified: "Sat, 28 Nov 2026 09:30:00 GMT",
    });
    expect(readdirSync(at("")).sort()).toEqual(["d.csv", "d.csv.source.json", "dataset.yaml"]);

    const again = await news();
    expect(again.files).toMatchObject([{ news: "same" }]);
    expect(server.headers.at(-1)).toMatchObject({ "if-none-match": '"a"' });
    expect(again.write()).toEqual([]);
    again.close();
    writeFileSync(at("d.csv"), csv(older));
    const mended = await news();
    expect(mended.files).toMatchObject([{ news: "changed" }]);
    expect(server.headers.at(-1)).not.toHaveProperty("if-none-match");
    mended.close();
  });

  it("writes a file that is not there yet", async () => {
    project(csv(older));
    rmSync(at("d.csv"));
    const got = await news();
    expect(got.files).toMatchObject([{ news: "new", rows: 4, changes: null }]);
    got.write();
    got.close();
    expect(readFileSync(at("d.csv"), "utf8")).toBe(csv(newer));
  });

  it("says so where the file that stands there cannot be read", async () => {
    project("another,thing\n1,2\n");
    const got = await news();
    expect(got.files).toMatchObject([{ news: "changed", changes: null, rows: 4 }]);
    expect(got.files[0]!.unread).not.toEqual([]);
    got.close();
  });

  it.each<[string, () => string | Uint8Array | number, RegExp]>([
    ["a cell that is no figure", () => csv([...newer, "C,2023,many,1"]), /data-raw\/d\/d\.csv:6:?\S* {2}column x\n/],
    [
      "a row twice",
      () => csv([...newer, "A,2024,12,110"]),
      /data-raw\/d\/d\.csv:6[\s\S]*the first is data-raw\/d\/d\.csv:4/,
    ],
    ["another header", () => "grp,jahr,x,n\nA,2023,1,2\n", /year/],
    ["an error of the server", () => 404, /404 from/],
    ["a web page", () => "<!doctype html><p>Sorry", /a web page, by how it begins/],
  ])("leaves everything as it was after %s", async (_, body, message) => {
    project(csv(older));
    reply = body();
    const error: unknown = await news().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UserError);
    const { faults, message: text } = error as UserError;
    expect(text).toMatch(message);
    expect(text).not.toContain("tempcheck-fetch-");
    expect(faults[0]!.where).toMatchObject({ file: "data-raw/d/dataset.yaml", key: "files.0.fetch" });
    expect(faults[0]!.where.line).toBeGreaterThan(0);
    expect(readFileSync(at("d.csv"), "utf8")).toBe(csv(older));
    expect(readdirSync(at("")).sort()).toEqual(["d.csv", "dataset.yaml"]);
    expect(readdirSync(meanwhile)).toEqual([]);
  });

  it("writes nothing of several files while one of them is at fault", async () => {
    project(csv(older));
    mkdirSync(join(folder, "data-raw/e"));
    const yaml = readFileSync(at("dataset.yaml"), "utf8")
      .replaceAll("d.csv", "e.csv")
      .replace(`${server.url}/d`, `${server.url}/missing`);
    writeFileSync(join(folder, "data-raw/e/dataset.yaml"), yaml);
    writeFileSync(join(folder, "data-raw/e/e.csv"), csv(older));
    await server.close();
    server = await local((request, response) =>
      request.url === "/missing" ? void response.writeHead(404).end() : send(response, csv(newer)),
    );
    for (const file of ["data-raw/d/dataset.yaml", "data-raw/e/dataset.yaml"])
      writeFileSync(
        join(folder, file),
        readFileSync(join(folder, file), "utf8").replace(/http:\/\/127.0.0.1:\d+/, server.url),
      );
    await expect(news()).rejects.toThrow(/data-raw\/e\/dataset\.yaml/);
    expect(readFileSync(at("d.csv"), "utf8")).toBe(csv(older));
  });

  const sheet = (lines: readonly string[]): string[][] => lines.map((line) => line.split(","));
  const isNumber = (cell: string): boolean => /^\d+$/.test(cell);
  const xlsx = (lines: readonly string[]): Uint8Array =>
    madeWorkbook(
      sheet(lines)
        .map(
          (row, i) =>
            `<row r="${i + 1}">${row
              .map((cell, j) => {
                const r = `${"ABCD"[j]}${i + 1}`;
                return isNumber(cell)
                  ? `<c r="${r}"><v>${cell}</v></c>`
                  : `<c r="${r}" t="inlineStr"><is><t>${cell}</t></is></c>`;
              })
              .join("")}</row>`,
        )
        .join(""),
    );
  const ods = (lines: readonly string[]): Uint8Array =>
    madeOds(
      odsTable(
        "S",
        sheet(lines)
          .map((row) => odsRow(row.map((cell) => (isNumber(cell) ? odsNumber(Number(cell)) : odsText(cell))).join("")))
          .join(""),
      ),
    );
  it.each<[string, (lines: readonly string[]) => Uint8Array]>([
    ["xlsx", xlsx],
    ["ods", ods],
  ])("compares files of the format %s", async (type, made) => {
    project(made(older), { name: `d.${type}`, format: { type, sheet: "S" } });
    reply = made(newer);
    const got = await news();
    expect(got.files).toMatchObject([
      {
        news: "changed",
        changes: {
          rows: { was: 3, now: 4, added: 2, removed: 1 },
          periods: [{ added: ["2024"] }],
          revised: [{ column: "x", examples: [{ was: "10", now: "11" }] }],
        },
      },
    ]);
    got.close();
    reply = made(older).subarray(0, 200);
    await expect(news()).rejects.toThrow(UserError);
  });

  it("knows a marker from a figure, and one marker from another", async () => {
    const columns = {
      grp: { type: "text" },
      year: { type: "text" },
      x: { type: "integer" },
      n: { type: "integer", population: people },
    };
    write(folder, {
      ...groupsByYear([]),
      ...{ columns, rows: 2, file: { name: "d.csv", content: "grp,year,x,n\nA,2023,c,1\nB,2023,c,1\n" } },
      dataset: {
        blanks: { c: "suppressed", z: "not-available" },
        files: [{ path: "d.csv", sha256: "0".repeat(64), fetch: declared() }],
      },
    });
    reply = "grp,year,x,n\nA,2023,5,1\nB,2023,z,1\n";
    const got = await news();
    expect(got.files[0]!.changes!.revised).toEqual([
      {
        column: "x",
        count: 2,
        examples: [
          { row: { grp: "A", year: "2023" }, was: null, now: "5" },
          { row: { grp: "B", year: "2023" }, was: null, now: null },
        ],
      },
    ]);
    got.close();
  });

  it("names datasets that are not there, or that do not say where they come from", async () => {
    project(csv(older));
    await expect(fetchFiles(folder, ["x"], circumstances())).rejects.toThrow(/there are d/);
    write(folder, groupsByYear(older.slice(1)));
    await expect(fetchFiles(folder, ["d"], circumstances())).rejects.toThrow(/a file with fetch/);
    expect((await fetchFiles(folder, [], circumstances())).without).toEqual(["d"]);
    expect(server.asked).toEqual([]);
  });
});

describe("tempcheck fetch", () => {
  const command = (...args: string[]) => run(["fetch", "--project", folder, ...args]);

  it("shows, checks with exit code 3, writes with --yes, and has nothing new then", { timeout: 60_000 }, async () => {
    project(csv(older));
    const shown = await command();
    expect(shown.err).toBe("");
    expect(shown.code).toBe(0);
    expect(shown.out).toContain("  rows: 3 become 4; 2 new, 1 gone\n  year: new 2024\n  sum of x: 60 becomes 74\n");
    expect(shown.out).toContain(
      "  x: another value in one row that there already was\n    grp A, year 2023: 10 becomes 11\n".replace(
        "one row",
        shown.out.includes("1 row") ? "1 row" : "one row",
      ),
    );
    expect(shown.out).toContain("To put them in place: tempcheck fetch --yes");
    expect((await command("--check")).code).toBe(3);
    expect(existsSync(at("d.csv.source.json"))).toBe(false);
    const events = (await command("--yes", "--json")).out
      .trim()
      .split("\n")
      .map((line): unknown => JSON.parse(line));
    expect(events).toContainEqual(
      expect.objectContaining({
        event: "done",
        files: 1,
        new: 1,
        written: ["data-raw/d/d.csv", "data-raw/d/d.csv.source.json"],
      }),
    );
    expect(readFileSync(at("d.csv"), "utf8")).toBe(csv(newer));
    const after = await command("--check");
    expect([after.code, after.err]).toEqual([0, ""]);
    expect((await command("--check", "--yes")).code).toBe(2);
  });

  it("is not what a build does: it makes no request", { timeout: 60_000 }, async () => {
    project(csv(older), {}, { statistic: { kind: "proportion", numerator: "x", denominator: "n" } });
    for (const args of [["check"], ["build", "--out", join(folder, "outputs/x")], ["list"], ["hash"]])
      expect((await run([...args, "--project", folder])).err).toBe("");
    expect(server.asked).toEqual([]);
  });
});
