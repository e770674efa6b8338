import { type ChildProcess, fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type Kind, seeded, type Trial } from "./inputs.ts";
import type { Outcome } from "./outcome.ts";
import { type Case, summary } from "./summary.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const USAGE =
  "npm run fuzz -- [--count 600] [--seed 1] [--from 0] [--builds 600] [--kind all|bytes] [folder of a project, or of projects]";
/** A case that goes on for so long is ended. */
const PATIENCE = 120_000;
/** Above this a child is taken for one that leaks, and another goes on. */
const MOST_MEGABYTES = 1024;

interface Answer {
  i: number;
  begins?: true;
  outcome?: Outcome;
  seconds?: number;
  waited?: number;
  megabytes?: number;
}

const text = (value: string) => ({ type: "string", default: value }) as const;
const { values, positionals } = parseArgs({
  options: { count: text("600"), seed: text("1"), from: text("0"), builds: text("600"), kind: text("all") },
  allowPositionals: true,
});
const isKind = (kind: string): kind is Kind => kind === "all" || kind === "bytes";
if (!isKind(values.kind)) throw new Error(USAGE);
const trial: Trial = {
  project: positionals[0] ?? join(root, "tests/problems/base"),
  count: Number(values.count),
  seed: Number(values.seed),
  builds: Number(values.builds),
  kind: values.kind,
};
const all = seeded(trial);
const cases: Case[] = [];
const folder = mkdtempSync(join(tmpdir(), "tempcheck-fuzz-"));

/** Lets a child try inputs until it ends; gives the next input that nobody has tried. */
const tried = (from: number): Promise<number> =>
  new Promise((resolve) => {
    const child: ChildProcess = fork(
      fileURLToPath(new URL("child.ts", import.meta.url)),
      [JSON.stringify(trial), folder, String(from)],
      { execArgv: ["--import", "tsx"] },
    );
    let at = from;
    const note = (i: number, outcome: Outcome, seconds: number, waited: number, megabytes: number): void => {
      const { name } = all[i]!.input;
      cases[i] = { name, outcome, seconds, waited, megabytes };
      if ("found" in outcome && outcome.is !== "fault")
        process.stdout.write(`${i} ${name}\n  ${outcome.is}: ${outcome.found}\n`);
    };
    const patience = (): NodeJS.Timeout =>
      setTimeout(() => {
        note(at, { is: "abort", found: "ended by the fuzzer" }, PATIENCE / 1000, PATIENCE / 1000, 0);
        child.kill("SIGKILL");
      }, PATIENCE);
    let clock = patience();
    child.on("message", ({ i, outcome, seconds = 0, waited = 0, megabytes = 0 }: Answer) => {
      at = i;
      clearTimeout(clock);
      clock = patience();
      if (outcome === undefined) return;
      note(i, outcome, seconds, waited, megabytes);
      if (megabytes > MOST_MEGABYTES) child.kill("SIGKILL");
    });
    child.on("close", () => {
      clearTimeout(clock);
      if (at < all.length && cases[at] === undefined) note(at, { is: "abort", found: "the process ended" }, 0, 0, 0);
      resolve(at + 1);
    });
  });

for (let next = trial.count === 0 ? 0 : Number(values.from); next < all.length; ) next = await tried(next);
rmSync(folder, { recursive: true, force: true });

const { lines, isGood } = summary(Object.values(cases));
process.stdout.write(`${lines.join("\n")}\n`);
process.exitCode = isGood ? 0 : 1;
