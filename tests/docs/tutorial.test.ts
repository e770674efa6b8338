import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { root } from "../support/command.ts";
import { once } from "../support/once.ts";
import { follow, stepsOf, told } from "./followed.ts";
import { pageAt } from "./pages.ts";

const { path, text } = pageAt("docs/tutorial.md");

function registryAnswers(): boolean {
  try {
    execFileSync("npm", ["view", "yaml", "version"], { cwd: root, stdio: "ignore", timeout: 60_000 });
    return true;
  } catch {
    return false;
  }
}
const isOnline = registryAnswers();

const isWanted = process.env["CI"] === undefined || process.env["TUTORIAL"] !== undefined;

describe.skipIf(!isOnline || !isWanted)(
  "docs/tutorial.md (skipped where the registry of npm does not answer, and in CI without TUTORIAL)",
  () => {
    const folder = mkdtempSync(join(tmpdir(), "tempcheck-tutorial-"));
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    it("goes as it is written, from an empty folder with the packed package", async () => {
      const made = await once("packed-file", async (to) => {
        execFileSync("npm", ["pack", "--silent", "--pack-destination", to], { cwd: root, stdio: "pipe" });
      });
      const file = readdirSync(made).find((name) => name.endsWith(".tgz"))!;
      expect(text).toContain(`\`${file}\``);
      copyFileSync(join(made, file), join(folder, file));
      const steps = stepsOf(text);
      const followed = await follow(steps, folder);
      const last = followed.at(-1)!;
      expect(last.missing === null ? "" : told(path, last)).toBe("");
      expect(followed).toHaveLength(steps.length);
      const seconds = followed.reduce((sum, one) => sum + one.seconds, 0);
      console.log(
        `docs/tutorial.md was followed in ${Math.round(seconds)} seconds, ${Math.round(followed[0]!.seconds)} of them for npm install`,
      );
    });
  },
);
