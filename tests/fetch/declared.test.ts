import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { check, readReport } from "../../scripts/truth/truth.ts";
import { load } from "../../src/define/load.ts";
import type { SourceRecord } from "../../src/define/source-record.ts";
import { resultsSchema } from "../../src/results/results.ts";
import { root, run, temporaryFolder } from "../support/command.ts";
import { type Local, local, send } from "./server.ts";

const RECORD = "data-raw/claims/claims.csv.source.json";
const CHANGED = "Tue, 31 Mar 2026 08:00:00 GMT";
const example = join(root, "examples/fetched");

it("is declared by every dataset of Manchester, or docs/project-files.md says why not, once", () => {
  const text = readFileSync(join(root, "docs/project-files.md"), "utf8");
  const [, table = ""] = /^\| why not .*\n\|[- |]+\n((?:\|.*\n)+)/m.exec(text) ?? [];
  const explained = table
    .trimEnd()
    .split("\n")
    .flatMap((line) => [...(line.split("|").at(-2) ?? "").matchAll(/`([^`]+)`/g)].map(([, id]) => id!));
  const { datasets } = load(root);
  const without = datasets.filter(({ value: { files } }) => files.every(({ fetch }) => fetch === undefined));
  expect(explained.sort()).toEqual(without.map(({ value }) => value.id).sort());
});

describe("examples/fetched", () => {
  let folder: string;
  let server: Local;
  beforeEach(async () => {
    folder = temporaryFolder();
    cpSync(example, folder, { recursive: true });
    server = await local((request, response) =>
      send(response, readFileSync(join(example, "published", request.url!.slice(1))), { "Last-Modified": CHANGED }),
    );
    rewrite((text) => text.replaceAll("http://127.0.0.1:8123", server.url));
  });
  afterEach(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const dataset = (): string => join(folder, "data-raw/claims/dataset.yaml");
  const rewrite = (change: (text: string) => string): void =>
    writeFileSync(dataset(), change(readFileSync(dataset(), "utf8")));
  const command = (...args: string[]) => run([...args, "--project", folder]);

  /** What a report says of the file that was fetched: on its page of sources, in its results, in its table of sources. */
  const shows = (output: string): void => {
    const read = (path: string): string => readFileSync(join(output, path), "utf8");
    const { fetched, last_modified } = JSON.parse(readFileSync(join(folder, RECORD), "utf8")) as SourceRecord;
    const results: unknown = JSON.parse(read("data/results.json"));
    const { sources } = resultsSchema.parse(results);
    const day = fetched.slice(0, 10);
    const address = `${server.url}/claims.csv`;
    const own = { address, licence: "Creative Commons Zero v1.0", version: null };
    expect(last_modified).toBe(CHANGED);
    expect(sources[0]!.files).toMatchObject([{ fetched: { day, ...own, lastChanged: "2026-03-31" } }]);
    const page = read("report/sources.html");
    expect(page).toContain(
      ` from <a href="${address}">${address}</a>, under ${own.licence}; last changed there on 31 March 2026.`,
    );
    const [header, row] = parse(read("data/source.csv"), { record_delimiter: "\r\n" }) as string[][];
    expect(header!.slice(-5)).toEqual([
      "fetched_from",
      "fetched_on",
      "fetched_licence",
      "fetched_version",
      "last_changed",
    ]);
    expect(row!.slice(-5)).toEqual([address, day, own.licence, "", "2026-03-31"]);
    const { findings } = check(readReport(output));
    expect(findings.filter(({ page }) => page === "sources.html")).toEqual([]);
    expect(JSON.parse(read("manifest.json")).inputs).toContainEqual(expect.objectContaining({ path: RECORD }));
  };

  it("is fetched, taken over and reported as its README says", { timeout: 120_000 }, async () => {
    expect((await command("check")).code).toBe(0);
    const shown = await command("fetch");
    expect(shown.out).toContain("  rows: 6 become 9; 3 new, 0 gone\n  year: new 2025\n");
    expect(shown.out).toContain("    side North, year 2024: 405 becomes 409\n");
    expect(existsSync(join(folder, RECORD))).toBe(false);
    expect((await command("fetch", "--yes")).code).toBe(0);
    expect((await command("check")).code).toBe(1);
    rewrite((text) => text.replace("rows: 6", "rows: 9"));
    expect((await command("hash", "claims")).code).toBe(0);
    const built = await command("build");
    expect([built.code, built.err]).toEqual([0, ""]);
    shows(join(folder, "outputs/2025"));
    expect((await command("fetch", "--check")).code).toBe(0);
    expect(readdirSync(join(folder, "data-raw/claims")).sort()).toEqual([
      "claims.csv",
      "claims.csv.source.json",
      "dataset.yaml",
    ]);
  });
});
