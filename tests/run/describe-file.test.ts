import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run, temporaryFolder } from "../support/command.ts";

const folder = temporaryFolder();
const file = join(folder, "claims.csv");
writeFileSync(file, "area_code,year,claims\nE05000001,2020,12\nE05000002,2020,*\nE05000003,2021,7\n");

describe("tempcheck describe", () => {
  it("says what a file holds, for people", async () => {
    const { code, out } = await run(["describe", file]);
    const sha256 = createHash("sha256").update(readFileSync(file)).digest("hex");
    expect(code).toBe(0);
    expect(out).toContain(`claims.csv: text with commas between columns, in UTF-8, 74 bytes, sha256 ${sha256}`);
    expect(out).toContain("Table: 3 rows, 3 columns, header in row 1");
    expect(out).toContain("area_code: text, codes of areas by their look: ward (United Kingdom); 3 different.");
    expect(out).toContain('not figures: "*" (1)');
    expect(out).toContain("Nothing of this is used");
  });

  it("and for programs, a line for the file and one for each table", async () => {
    const { out } = await run(["describe", file, "--json"]);
    const lines = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.map(({ event }) => event)).toEqual(["line", "line", "done"]);
    expect(lines[0]).toMatchObject({ file: "claims.csv", bytes: 74, format: { type: "csv", delimiter: "," } });
    expect(lines[1]).toMatchObject({
      rows: 3,
      header: 1,
      columns: [{ name: "area_code" }, { name: "year" }, { markers: [{ text: "*", times: 1 }] }],
    });
    expect(lines[2]).toMatchObject({ tables: 1 });
  });

  it.each([
    ["none.csv", null, "no such file"],
    ["empty.csv", "", "an empty file"],
    [".", null, "no plain file"],
  ])("refuses %s", async (name, content, found) => {
    if (content !== null) writeFileSync(join(folder, name), content);
    const { code, err } = await run(["describe", join(folder, name)]);
    expect(code).toBe(1);
    expect(err).toContain(`found: ${found}`);
  });

  it("takes 200,000 rows in a fifth of a gigabyte", { timeout: 60_000 }, async () => {
    const large = join(folder, "large.csv");
    const rows = Array.from({ length: 200_000 }, (_, i) => {
      const n = (i * 7919) % 1000;
      return `E0${1000000 + (i % 5000)},${2010 + (i % 12)},${i % 2 ? "men" : "women"},${i % 19},${n},${n + 1000},${(n / (n + 1000)).toFixed(4)},same,${i},${i * 3}`;
    });
    writeFileSync(large, `area,year,sex,age,cases,people,share,constant,row,other\n${rows.join("\n")}\n`);
    const { code, out } = await run(["describe", large], {
      environment: { NODE_OPTIONS: "--max-old-space-size=200" },
    });
    expect(code).toBe(0);
    expect(out).toContain("Table: 200,000 rows, 10 columns, header in row 1");
  });
});
