import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { median } from "./median.ts";

const inRoot = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Milliseconds of a whole process by the clock, and what it printed. */
function timed(...args: string[]): { milliseconds: number; out: string } {
  const start = performance.now();
  const out = execFileSync(process.execPath, args, { encoding: "utf8", cwd: inRoot("") });
  return { milliseconds: performance.now() - start, out };
}

/**
 * The whole Manchester build, its pictures as PNG and all its data files included, against a process that does no more
 * than draw the charts of that build with vega-lite and vega; and the PNGs alone, in one thread, against the same.
 */
export function chartRatios(): { charts: number; build: number; pictures: number; seconds: number[] } {
  const folder = mkdtempSync(join(tmpdir(), "tempcheck-bench-"));
  try {
    const out = join(folder, "out");
    const child = (what: string) =>
      timed("--import", "tsx", inRoot("scripts/bench/charts-child.ts"), join(out, "charts"), what);
    const rounds = [0, 1, 2].map(() => ({
      build: timed(inRoot("bin/tempcheck.js"), "build", "--quiet", "--out", out),
      vega: child("vega"),
      pictures: child("png"),
    }));
    const { charts } = JSON.parse(rounds[0]!.vega.out) as { charts: number };
    const of = (part: "build" | "vega" | "pictures") => rounds.map((round) => round[part].milliseconds);
    const ratio = (part: "build" | "pictures") => median(of(part).map((time, i) => time / of("vega")[i]!));
    const seconds = (["build", "vega", "pictures"] as const).map((part) => median(of(part)) / 1000);
    return { charts, build: ratio("build"), pictures: ratio("pictures"), seconds };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
