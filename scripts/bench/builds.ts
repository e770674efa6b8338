import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { median } from "./median.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const ROUNDS = 5;

/** Seconds of a whole process by the clock. */
function seconds(args: readonly string[], cwd: string): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}: ${stderr}`);
  return (performance.now() - start) / 1000;
}

export interface BuildTimes {
  /** A build from nothing; one after a title was changed; one after nothing was, each in seconds. */
  fresh: number;
  reused: number;
  unchanged: number;
  list: number;
  check: number;
  /** Node that does nothing. */
  node: number;
}

/** What Manchester's commands take in a copy of the project, each in turns with the others, the middle of five rounds. */
export function buildTimes(command: string): BuildTimes {
  const folder = mkdtempSync(join(tmpdir(), "tempcheck-bench-"));
  try {
    for (const part of ["tempcheck.yaml", "indicators", "data-raw", "commentary"])
      cpSync(join(root, part), join(folder, part), { recursive: true });
    const indicator = join(folder, "indicators", readdirSync(join(folder, "indicators")).sort()[0]!);
    const text = readFileSync(indicator, "utf8");
    const run = (...args: string[]): number => seconds([command, ...args, "--quiet"], folder);
    const rounds = Array.from({ length: ROUNDS }, (_, i) => {
      const fresh = run("build", "--fresh");
      writeFileSync(indicator, text.replace(/^title: .*/m, `$& ${i + 1}`));
      const reused = run("build");
      const unchanged = run("build");
      return { fresh, reused, unchanged, list: run("list"), check: run("check"), node: seconds(["-e", "0"], folder) };
    });
    const middle = (of: keyof BuildTimes): number => median(rounds.map((round) => round[of]));
    return {
      fresh: middle("fresh"),
      reused: middle("reused"),
      unchanged: middle("unchanged"),
      list: middle("list"),
      check: middle("check"),
      node: middle("node"),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
