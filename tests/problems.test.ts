import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { run, temporaryFolder } from "./support/command.ts";
import { packed } from "./support/packed.ts";

const { UserError } = await packed("error.js");
const { check } = await packed("run/check.js");
const { keptOf } = await packed("run/known-declared.js");

// Each folder of tests/problems holds the files in which a broken project differs from base, delete.txt with those
// it lacks, and message.txt. Where the message is another, it is written beside it as message-changed.txt.
const problems = fileURLToPath(new URL("problems/", import.meta.url));
const temporary = temporaryFolder();
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

const cases = readdirSync(problems, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== "base")
  .map(({ name }) => name);

let projects = 0;
/** Copies base, lays the files of a case over it and gives the folder, a new one each time. */
function project(name: string): string {
  const folder = join(temporary, `${++projects}-${name}`);
  cpSync(join(problems, "base"), folder, { recursive: true });
  const overlay = join(problems, name);
  if (name === "base" || !existsSync(overlay)) return folder;
  cpSync(overlay, folder, { recursive: true });
  const deleted = join(overlay, "delete.txt");
  if (existsSync(deleted))
    for (const path of readFileSync(deleted, "utf8").trim().split("\n"))
      rmSync(join(folder, path), { recursive: true, force: true });
  return folder;
}

const checked = (folder: string) => check({ project: folder }, () => {});

/** What a project is refused with. */
const refusal = (folder: string): Promise<unknown> =>
  checked(folder).then(
    () => "it was accepted",
    (error: unknown) => error,
  );

/** The same project as base was built before, whose figures were kept. */
async function withKept(name: string): Promise<string> {
  const folder = project(name);
  cpSync(keptOf(await builtBase()), keptOf(folder), { recursive: true });
  return folder;
}

let base: Promise<string> | undefined;
function builtBase(): Promise<string> {
  const build = async (): Promise<string> => {
    const folder = project("base");
    mkdirSync(keptOf(folder), { recursive: true });
    await checked(folder);
    return folder;
  };
  base ??= build();
  return base;
}

const told = (error: unknown): string =>
  error instanceof UserError ? `${error.message}\n` : String((error as Error).stack ?? error);

describe.concurrent("a broken project", () => {
  it.each(cases)("%s is refused with its message", async (name) => {
    const folder = project(name);
    const error = await refusal(folder);
    const message = told(error);
    const expected = join(problems, name, "message.txt");
    const changed = join(problems, name, "message-changed.txt");
    rmSync(changed, { force: true });
    if (!existsSync(expected) || readFileSync(expected, "utf8") !== message) writeFileSync(changed, message);
    expect(message).toBe(existsSync(expected) ? readFileSync(expected, "utf8") : "");
    expect(told(await refusal(await withKept(name)))).toBe(message);
    const named = error instanceof UserError ? error.faults.filter(({ found }) => !/^no (such )?file/.test(found)) : [];
    for (const { where } of named) expect(existsSync(join(folder, where.file)), where.file).toBe(true);
    expect(message).not.toMatch(/^\s*at /m);
    expect(message).not.toContain(temporary);
    expect(message).not.toMatch(/(^|[\s"'(])\/(tmp|home|work|Users|var)\//m);
  });
});

it.each([
  ["xlsx-bad-cell", { file: "data-raw/visits/visits.xlsx", sheet: "Visits", line: 6, key: "column visits" }],
  ["parquet-bad-cell", { file: "data-raw/visits/visits.parquet", record: 3, key: "column visits" }],
])("%s says where apart from the file's name", async (name, where) => {
  expect(await refusal(project(name))).toMatchObject({ faults: [{ where }] });
});

it("is read again in part alone where it was sound before", async () => {
  const folder = await withKept("unknown-group");
  const said: string[] = [];
  await check({ project: folder }, (_, detail) => said.push(detail)).catch(() => {});
  // Of base, one dataset alone has changed.
  expect(said).toContain("4 datasets, of which 1 is read again");
});

describe.concurrent("a sound project", () => {
  /** Base with a data file written in another way, its hash and its dataset.yaml mended. */
  function rewritten(name: string, dataset: string, write: (text: string) => string | Buffer, format = ""): string {
    const folder = project(name);
    const file = join(folder, `data-raw/${dataset}/${dataset}.csv`);
    const definition = join(folder, `data-raw/${dataset}/dataset.yaml`);
    const bytes = write(readFileSync(file, "utf8"));
    writeFileSync(file, bytes);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const text = readFileSync(definition, "utf8").replace(/sha256: \w+/, `sha256: ${sha256}`);
    writeFileSync(definition, format === "" ? text : text.replace(/encoding: utf-8/, format));
    return folder;
  }
  const figures = async (folder: string): Promise<string> => {
    const { results } = await checked(folder);
    return JSON.stringify({ ...results, sources: [] });
  };
  const sound = project("base");
  let soundFigures: Promise<string> | undefined;

  it("is accepted", async () => {
    const { results } = await checked(sound);
    expect(results.indicators.map(({ id }) => id)).toEqual(["claims", "cold-homes", "reading"]);
  });

  it("may have no area in a quantile of the nation", async () => {
    const folder = project("published-quantile-missing");
    const definition = join(folder, "tempcheck.yaml");
    writeFileSync(definition, readFileSync(definition, "utf8").replace("ranking: local", "ranking: national"));
    const { results } = await checked(folder);
    expect(results.indicators).toHaveLength(3);
  });

  const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, "utf16le");
  it.each<[string, string, (text: string) => string | Buffer, string?]>([
    ["lines that end in CR LF", "areas", (text) => text.replaceAll("\n", "\r\n")],
    ["lines that end in CR", "areas", (text) => text.replaceAll("\n", "\r")],
    ["no end to its last line", "claims", (text) => text.trimEnd()],
    ["empty lines", "claims", (text) => `${text.replace("\nS03", "\n\nS03")}\n\n`],
    ["a byte-order mark", "areas", (text) => `\ufeff${text}`],
    ["a byte-order mark and quotes", "homes", (text) => `\ufeff${text.replace("street", '"street"')}`],
    ["every field in quotes", "homes", (text) => text.replace(/[^,\n]+/g, '"$&"')],
    ["UTF-16", "areas", utf16, "encoding: utf-16le"],
    ["windows-1252", "areas", (text) => Buffer.from(text, "latin1"), "encoding: windows-1252"],
    [
      "a title above the header",
      "claims",
      (text) => `Claims, with "quotes and 5" of rain\r\n\r\n${text}`.replace(/\r?\n/g, "\r\n"),
      "encoding: utf-8, header_row: 3",
    ],
  ])("gives the same figures from a file with %s", async (name, dataset, write, format) => {
    const folder = rewritten(name, dataset, write, format);
    soundFigures ??= figures(sound);
    expect(await figures(folder)).toBe(await soundFigures);
  });
});

describe.concurrent("the command line", () => {
  it.each(["yaml-quote-not-closed", "bad-integers", "no-data-file"])("refuses %s with exit code 1", async (name) => {
    const { code, err } = await run(["check", "--project", project(name)]);
    const message = readFileSync(join(problems, name, "message.txt"), "utf8");
    expect(code).toBe(1);
    expect(err.startsWith(`${message.trimEnd()}\n`)).toBe(true);
    expect(err).not.toMatch(/^\s*at /m);
  });

  it("prints one JSON object for each fault", async () => {
    const { code, err } = await run(["check", "--json", "--project", project("bad-integers")]);
    const faults = err
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { event: string; where: object });
    expect(code).toBe(1);
    expect(faults).toHaveLength(4);
    expect(faults[0]).toEqual({
      event: "fault",
      where: { file: "data-raw/claims/claims.csv", line: 2, key: "column claims" },
      must: "a whole number (digits alone, no spaces or separators)",
      found: '"31O"',
      fix: expect.any(String),
    });
  });

  it("ends with 2 where the command line itself is wrong", async () => {
    const { code, err } = await run(["check", "--project", project("base"), "--indicator", "claimants"]);
    expect(code).toBe(2);
    expect(err).toContain("no indicator claimants; there are claims, cold-homes, reading");
  });
});
