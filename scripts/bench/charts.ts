import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { median } from "./median.ts";
import { pageSpeed } from "./pages.ts";

const inRoot = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Milliseconds of a whole process by the clock, and what it printed. */
function timed(...args: string[]): { milliseconds: number; out: string } {
  const start = performance.now();
  const out = execFileSync(process.execPath, args, { encoding: "utf8", cwd: inRoot("") });
  return { milliseconds: performance.now() - start, out };
}

interface ChartRatios {
  charts: number;
  svg: number;
  pictures: number;
  largest: Awaited<ReturnType<typeof pageSpeed>>;
}

/**
 * The whole Manchester build, with its tables and pages, against a process that does no more than draw the charts of
 * that build as SVG with vega-lite and vega; and that with its pictures in PNG against that and the PNGs together. Then the largest page in a browser.
 */
export async function chartRatios(command: string): Promise<ChartRatios> {
  const folder = mkdtempSync(join(tmpdir(), "tempcheck-bench-"));
  try {
    const out = join(folder, "out");
    const child = (what: string) =>
      timed("--import", "tsx", inRoot("scripts/bench/charts-child.ts"), join(out, "charts"), what);
    const rounds = [0, 1, 2].map(() => ({
      build: timed(command, "build", "--fresh", "--quiet", "--out", out).milliseconds,
      vega: child("vega"),
      painted: timed(command, "build", "--pictures", "--fresh", "--quiet", "--out", out).milliseconds,
      png: child("png").milliseconds,
    }));
    const { charts } = JSON.parse(rounds[0]!.vega.out) as { charts: number };
    return {
      charts,
      largest: await pageSpeed(join(out, "report")),
      svg: median(rounds.map(({ build, vega }) => build / vega.milliseconds)),
      pictures: median(rounds.map(({ painted, vega, png }) => painted / (vega.milliseconds + png))),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
