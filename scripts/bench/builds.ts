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
  /** A check with nothing of earlier runs; one after the baseline of an indicator was changed, a title, nothing. */
  check: number;
  checkRedefined: number;
  checkReused: number;
  checkUnchanged: number;
  /** Node that does nothing. */
  node: number;
}

/** What Manchester's commands take in a copy of the project, each in turns with the others, the middle of five rounds. */
export function buildTimes(command: string): BuildTimes {
  const folder = mkdtempSync(join(tmpdir(), "tempcheck-bench-"));
  try {
    for (const part of ["tempcheck.yaml", "indicators", "data-raw", "commentary", "value"])
      cpSync(join(root, part), join(folder, part), { recursive: true });
    const indicator = join(folder, "indicators", readdirSync(join(folder, "indicators")).sort()[0]!);
    const text = readFileSync(indicator, "utf8");
    const redefined = join(folder, "indicators/suspensions.yaml");
    const [one, other] = ['baseline: "2023-24"', 'baseline: "2024-25"'];
    const redefine = (): void => {
      const text = readFileSync(redefined, "utf8");
      if (!text.includes(one) && !text.includes(other)) throw new Error(`no ${one} in ${redefined}`);
      writeFileSync(redefined, text.includes(one) ? text.replace(one, other) : text.replace(other, one));
    };
    const run = (...args: string[]): number => seconds([command, ...args, "--quiet"], folder);
    const rounds = Array.from({ length: ROUNDS }, (_, i) => {
      const retitle = (more: string): void =>
        writeFileSync(indicator, text.replace(/^title: .*/m, `$& ${i + 1}${more}`));
      const fresh = run("build", "--fresh");
      retitle("");
      const reused = run("build");
      const unchanged = run("build");
      const list = run("list");
      const checkUnchanged = run("check");
      retitle(" once more");
      const checkReused = run("check");
      redefine();
      const checkRedefined = run("check");
      rmSync(join(folder, "outputs/.builds/kept"), { recursive: true });
      return {
        ...{ fresh, reused, unchanged, list, checkUnchanged, checkReused, checkRedefined },
        check: run("check"),
        node: seconds(["-e", "0"], folder),
      };
    });
    const middle = (of: keyof BuildTimes): number => median(rounds.map((round) => round[of]));
    return {
      fresh: middle("fresh"),
      reused: middle("reused"),
      unchanged: middle("unchanged"),
      list: middle("list"),
      check: middle("check"),
      checkRedefined: middle("checkRedefined"),
      checkReused: middle("checkReused"),
      checkUnchanged: middle("checkUnchanged"),
      node: middle("node"),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
