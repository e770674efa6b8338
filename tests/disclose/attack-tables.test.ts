import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import { root, temporaryFolder } from "../support/command.ts";
import { compiledScript } from "../support/compiled-script.ts";

const temporary = temporaryFolder();
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

interface Score {
  tables: number;
  cells: number;
  withheld: number;
  pinnedRight: number;
  secondaryCells: number;
}

/** What a program found that reads published folders alone, over so many random tables: npm run attack. */
async function attacked(...args: string[]): Promise<{ classes: Record<string, Score>; pinned: unknown[] }> {
  const json = join(mkdtempSync(join(temporary, "attack-")), "found.json");
  const script = await compiledScript("attack/attack.ts");
  await promisify(execFile)(process.execPath, [script, ...args, "--json", json], {
    cwd: root,
    maxBuffer: 1e8,
  }).catch((error: { code?: unknown }) => {
    // It ends with 1 where it has found something: what that is stands in the file.
    if (error.code !== 1) throw error;
  });
  return JSON.parse(readFileSync(json, "utf8")) as Awaited<ReturnType<typeof attacked>>;
}

/** A shared machine tries fewer each time, for what 500 take there. */
const TABLES = Number(process.env["TABLES"] ?? (process.env["CI"] === undefined ? 500 : 150));

describe("an attacker who reads the published files of random tables", () => {
  it(`pins no withheld count of ${TABLES}`, async () => {
    const { classes, pinned } = await attacked(
      "--tables",
      String(TABLES),
      "--seed",
      "2026",
      "--only",
      "data",
      "--wholes",
    );
    const all = classes["all"]!;
    expect(pinned).toEqual([]);
    expect(all.tables).toBeGreaterThanOrEqual(TABLES);
    expect(all.withheld).toBeGreaterThan(2 * TABLES);
    const plain = ["ordered", "unordered", "wards: wards"].map((name) => classes[name]!);
    expect(plain.every(({ withheld }) => withheld > TABLES / 10)).toBe(true);
  }, 1_800_000);

  it("pins none of those that the command itself has built, pages and charts and all", async () => {
    const { classes, pinned } = await attacked("--tables", "36", "--seed", "11", "--wholes");
    expect(pinned).toEqual([]);
    expect(classes["all"]!.withheld).toBeGreaterThan(30);
  }, 900_000);
});
