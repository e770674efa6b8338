import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fillHashes } from "../../src/run/fill-hashes.ts";
import { temporaryFolder } from "../support/command.ts";

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const [a, b] = [sha256("one"), sha256("two")];

function projectOf(files: string): { root: string; yaml: string } {
  const root = temporaryFolder();
  const folder = join(root, "data-raw/d");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(root, "tempcheck.yaml"), "title: T\n");
  writeFileSync(join(folder, "a.csv"), "one");
  writeFileSync(join(folder, "b.csv"), "two");
  writeFileSync(join(folder, "dataset.yaml"), files);
  return { root, yaml: join(folder, "dataset.yaml") };
}

describe("fillHashes", () => {
  it.each([
    [
      "in blocks, where it is missing, empty or another",
      `# kept\nfiles:\n  - path: a.csv   # this one\n  - path: b.csv\n    sha256:\n  - path: "b.csv"\n    sha256: ${a}\nx:  1\n`,
      `# kept\nfiles:\n  - path: a.csv   # this one\n    sha256: ${a}\n  - path: b.csv\n    sha256: ${b}\n  - path: "b.csv"\n    sha256: ${b}\nx:  1\n`,
      3,
    ],
    [
      "on one line",
      `files: [{ path: a.csv }, { sha256: "", path: b.csv }, { path: a.csv, sha256: ${a} }]\n`,
      `files: [{ path: a.csv, sha256: ${a} }, { sha256: ${b}, path: b.csv }, { path: a.csv, sha256: ${a} }]\n`,
      2,
    ],
    [
      "with lines that end as on Windows",
      `files:\r\n  - path: a.csv\r\nx: 1\r\n`,
      `files:\r\n  - path: a.csv\r\n    sha256: ${a}\r\nx: 1\r\n`,
      1,
    ],
    ["at the end of the file", "files:\n  - path: a.csv", `files:\n  - path: a.csv\n    sha256: ${a}`, 1],
  ])("writes it %s, and leaves the rest", async (_, before, after, count) => {
    const { root, yaml } = projectOf(before);
    const { filled } = await fillHashes(root, []);
    expect(readFileSync(yaml, "utf8")).toBe(after);
    expect(filled).toHaveLength(count);
    expect(await fillHashes(root, ["d"])).toMatchObject({ filled: [] });
    expect(readFileSync(yaml, "utf8")).toBe(after);
  });

  it("writes nothing while a file is missing or lies outside", async () => {
    const outside = join(temporaryFolder(), "secret");
    writeFileSync(outside, "s");
    for (const path of ["none.csv", "../../../x.csv", "link.csv"]) {
      const text = `files:\n  - path: a.csv\n  - path: ${path}\n`;
      const { root, yaml } = projectOf(text);
      symlinkSync(outside, join(root, "data-raw/d/link.csv"));
      await expect(fillHashes(root, [])).rejects.toThrow(/dataset\.yaml:3:11\n {2}must: {2}a file inside the project/);
      expect(readFileSync(yaml, "utf8")).toBe(text);
    }
  });

  it("names the datasets that there are", async () => {
    const { root } = projectOf("files: []\n");
    await expect(fillHashes(root, ["e"])).rejects.toThrow(/data-raw\/e\/dataset\.yaml[\s\S]*there are d/);
  });
});
