import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packedCommand } from "../support/command.ts";
import { follow, missingFrom, stepsOf, told } from "./followed.ts";
import { pages } from "./pages.ts";

/** Pages that somebody follows at a terminal, each in a folder of its own where npx finds the package; the tutorial installs it. */
const guides = pages.filter(({ path, text }) => path !== "docs/tutorial.md" && stepsOf(text).length > 0);

const folder = mkdtempSync(join(tmpdir(), "tempcheck-followed-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let command: string;
beforeAll(async () => {
  command = await packedCommand();
});

it("finds the guides", () => {
  expect(guides.map(({ path }) => path)).toEqual(
    expect.arrayContaining(
      ["files", "periods", "small-numbers", "quintiles", "boundaries"].map((name) => `docs/how-to-${name}.md`),
    ),
  );
});

describe.each(guides)("$path", ({ path, text }) => {
  it("goes as it is written: every file saved, every command run, its output as shown", async () => {
    const own = join(folder, path.replaceAll("/", "-"));
    mkdirSync(join(own, "node_modules/.bin"), { recursive: true });
    symlinkSync(command, join(own, "node_modules/.bin/tempcheck"));
    const steps = stepsOf(text);
    const followed = await follow(steps, own);
    const last = followed.at(-1)!;
    expect(last.missing === null ? "" : told(path, last)).toBe("");
    expect(followed).toHaveLength(steps.length);
  });
});

describe("what is shown", () => {
  it.each<[string, string[], string[], string | null]>([
    ["all of it", ["a", "b"], ["a", "b"], null],
    ["another line", ["a", "c"], ["a", "b"], "b"],
    ["a line more", ["a", "b", "c"], ["a", "b"], 'nothing more than "b"'],
    ["lines left out", ["a", "x", "y", "b"], ["a", "...", "b"], null],
    ["the end left out", ["a", "x"], ["a", "..."], null],
    ["lines in another order", ["b", "a"], ["...", "a", "...", "b", "..."], "b"],
    ["nothing, where something is printed", ["a"], [], 'nothing more than ""'],
    ["nothing, where nothing is", [""], [], null],
  ])("is held against what is printed: %s", (_, printed, shown, expected) => {
    expect(missingFrom(printed, shown)).toBe(expected);
  });
});
