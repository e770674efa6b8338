import { execFileSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { delimiter, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { packedCommand, temporaryFolder } from "../support/command.ts";
import { builtSampleton, sampletonProject } from "../support/sampleton.ts";

// OTHER_NODES=/path/to/node22:/path/to/node24 npx vitest run tests/run/other-nodes.test.ts
const others = (process.env["OTHER_NODES"] ?? "").split(delimiter).filter((path) => path !== "");
const folder = temporaryFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(others.length === 0)("another version of Node, of those that OTHER_NODES names", () => {
  it.each(others)("%s gives the same results.json", async (node) => {
    const out = join(folder, String(others.indexOf(node)));
    execFileSync(node, [await packedCommand(), "build", "--quiet", "--project", sampletonProject, "--out", out]);
    const { output } = await builtSampleton();
    expect(readFileSync(join(out, "data/results.json"), "utf8")).toBe(
      readFileSync(join(output, "data/results.json"), "utf8"),
    );
  });
});
