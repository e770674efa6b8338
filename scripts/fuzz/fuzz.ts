import { type ChildProcess, fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inputs } from "./inputs.ts";
import type { Outcome } from "./outcome.ts";

// npm run fuzz -- [project] [count] [seed] [from]
const root = fileURLToPath(new URL("../../", import.meta.url));
const [project = join(root, "tests/problems/base"), count = "600", seed = "1", from = "0"] = process.argv.slice(2);
/** Seconds of processor time are what a slow machine takes too; a case that waits this long is ended. */
const PATIENCE = 120_000;
/** Above this a child is taken for one that leaks, and another goes on. */
const MOST_MEGABYTES = 1024;

interface Answer {
  i: number;
  begins?: true;
  outcome?: Outcome;
  megabytes?: number;
}

const all = inputs(project, Number(count), Number(seed));
const outcomes: Outcome[] = [];
const large: string[] = [];
const folder = mkdtempSync(join(tmpdir(), "tempcheck-fuzz-"));

/** Lets a child try inputs until it ends; gives the next input that nobody has tried. */
const tried = (from: number): Promise<number> =>
  new Promise((resolve) => {
    const child: ChildProcess = fork(
      fileURLToPath(new URL("child.ts", import.meta.url)),
      [project, folder, count, seed, String(from)],
      {
        execArgv: ["--import", "tsx"],
      },
    );
    let at = from;
    const ended = (found: string): NodeJS.Timeout =>
      setTimeout(() => {
        outcomes[at] ??= { is: "abort", found };
        child.kill("SIGKILL");
      }, PATIENCE);
    let clock = ended("took longer than two minutes");
    child.on("message", ({ i, outcome, megabytes = 0 }: Answer) => {
      at = i;
      clearTimeout(clock);
      clock = ended("took longer than two minutes");
      if (outcome === undefined) return;
      outcomes[i] = outcome;
      if (outcome.is !== "ok" && outcome.is !== "fault")
        process.stdout.write(`${i} ${all[i]!.name}\n  ${outcome.is}: ${outcome.found}\n`);
      if (megabytes <= MOST_MEGABYTES) return;
      large.push(all[i]!.name);
      child.kill("SIGKILL");
    });
    child.on("close", () => {
      clearTimeout(clock);
      if (at < all.length && outcomes[at] === undefined) {
        outcomes[at] = { is: "abort", found: "the process ended" };
        process.stdout.write(`${at} ${all[at]!.name}\n  abort\n`);
      }
      resolve(at + 1);
    });
  });

for (let next = Number(from); next < all.length; ) next = await tried(next);
rmSync(folder, { recursive: true, force: true });

const times = new Map<string, number>();
for (const { is } of Object.values(outcomes)) times.set(is, (times.get(is) ?? 0) + 1);
process.stdout.write(
  `${all.length - Number(from)} inputs: ${[...times].map(([is, n]) => `${n} ${is}`).join(", ")}; ${large.length} over ${MOST_MEGABYTES} MB\n`,
);
for (const name of large) process.stdout.write(`  large: ${name}\n`);
process.exitCode = Object.values(outcomes).every(({ is }) => is === "ok" || is === "fault") ? 0 : 1;
