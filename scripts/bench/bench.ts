/**
 * Speed and memory, each figure a ratio of two things measured side by side in one run. Options: --json, --quick (a
 * tenth of the rows and strata), --measures, --charts, --builds, --ingest (these alone).
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildTimes } from "./builds.ts";
import { chartRatios } from "./charts.ts";
import { compiled } from "./compiled.ts";
import { median } from "./median.ts";
import { type Form, makeProject } from "./project.ts";

interface Row {
  what: string;
  figure: number;
  unit: string;
  aim: number;
}

interface Outcome {
  milliseconds: number;
  processor: number;
  peak: number;
  cells: number;
  sum: number;
}

const options = process.argv.slice(2);
const scale = options.includes("--quick") ? 0.1 : 1;
const MILLION = 1e6 * scale;

/** Runs a script of this folder in a process of its own and reads what it prints. */
function child<T>(script: string, ...args: string[]): T {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const out = execFileSync(process.execPath, ["--import", "tsx", path, ...args], { encoding: "utf8" });
  return JSON.parse(out) as T;
}

const tempcheckOn = (folder: string): Outcome => child("tempcheck-child.ts", compiled().modules, folder);
const duckdbOn = (folder: string, form: Form, plan: "own" | "steered" = "own"): Outcome =>
  child("duckdb-child.ts", folder, form, plan);

/** Works in a project of so many rows, which is removed afterwards. */
async function inProject<T>(rows: number, form: Form, act: (folder: string, rows: number) => T): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "tempcheck-bench-"));
  try {
    return act(folder, (await makeProject(folder, rows, form)).rows);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function chartRows(): Promise<Row[]> {
  const { charts, svg, pictures, largest } = await chartRatios(compiled().command);
  const what = `the whole Manchester build, against drawing its ${charts} charts with vega alone`;
  return [
    { what, figure: svg, unit: "times", aim: 2 },
    { what: `${what} and their PNGs`, figure: pictures, unit: "times", aim: Number.NaN },
    {
      what: `the largest page, ${largest?.page ?? "not measured: no Chromium"}, until it answers`,
      figure: largest?.seconds ?? Number.NaN,
      unit: "seconds",
      aim: 1,
    },
  ];
}

function buildRows(): Row[] {
  const times = buildTimes(compiled().command);
  const { fresh, reused, unchanged, list, check, checkRedefined, checkReused, checkUnchanged, node } = times;
  const none = Number.NaN;
  return [
    {
      what: "the Manchester build after a title was changed, against one from nothing",
      figure: reused / fresh,
      unit: "times",
      aim: none,
    },
    { what: "the Manchester build from nothing", figure: fresh, unit: "seconds", aim: none },
    { what: "the same of which nothing changed", figure: unchanged, unit: "seconds", aim: 1 },
    { what: "list of Manchester after a build", figure: list, unit: "seconds", aim: 0.15 },
    {
      what: "check of Manchester of which nothing changed since a build",
      figure: checkUnchanged,
      unit: "seconds",
      aim: 0.7,
    },
    { what: "the same after a title was changed", figure: checkReused, unit: "seconds", aim: none },
    { what: "the same after a baseline was changed", figure: checkRedefined, unit: "seconds", aim: none },
    { what: "the same with nothing of earlier runs", figure: check, unit: "seconds", aim: none },
    { what: "Node that does nothing", figure: node, unit: "seconds", aim: none },
  ];
}

function measuresRows(): Row[] {
  const found = child<{ measures: number; microseconds: number; processor: number; ratio: number }>(
    "measures-child.ts",
    compiled().modules,
    String(100_000 * scale),
    "5",
  );
  const what = `${found.measures} measures with intervals, a stratum of five groups`;
  return [
    { what, figure: found.microseconds, unit: "microseconds", aim: 10 },
    { what: `${what}, processor`, figure: found.processor, unit: "microseconds", aim: 10 },
    { what: `${what}, against its Wilson intervals alone`, figure: found.ratio, unit: "times", aim: Number.NaN },
  ];
}

async function pipelineRows(millions: number, form: Form): Promise<Row[]> {
  return inProject(millions * MILLION, form, (folder) => {
    const rounds = [0, 1, 2, 3, 4].map(() => ({
      ours: tempcheckOn(folder),
      theirs: duckdbOn(folder, form),
      steered: duckdbOn(folder, form, "steered"),
    }));
    const { ours, theirs } = rounds[0]!;
    if (ours.cells !== theirs.cells || ours.sum !== theirs.sum) throw new Error("the two do not give the same sums");
    const what = `${form === "csv" ? "CSV" : "Parquet"} of ${millions * scale} million rows to estimates`;
    const ratio = (of: (outcome: Outcome) => number, to: "theirs" | "steered" = "theirs"): number =>
      median(rounds.map((r) => of(r.ours) / of(r[to])));
    return [
      { what: `${what}, against DuckDB alone`, figure: ratio((o) => o.milliseconds), unit: "times", aim: 1.5 },
      {
        what: `${what}, against DuckDB with its join steered`,
        figure: ratio((o) => o.milliseconds, "steered"),
        unit: "times",
        aim: Number.NaN,
      },
      { what: `${what}, processor`, figure: ratio((o) => o.processor), unit: "times", aim: Number.NaN },
      {
        what: `${what}, peak memory against 2 GB`,
        figure: Math.max(...rounds.map((r) => r.ours.peak)) / 2e9,
        unit: "times",
        aim: 1,
      },
    ];
  });
}

/** Time per row, each size against 1 million rows and against DuckDB's own growth in the same run. */
async function growthRows(): Promise<Row[]> {
  const sizes = [1, 3, 10, 30];
  const perRow: { ours: number; ratio: number }[] = [];
  for (const size of sizes)
    perRow.push(
      await inProject(size * MILLION, "csv", (folder, rows) => {
        const rounds = [0, 1].map(() => ({ ours: tempcheckOn(folder), theirs: duckdbOn(folder, "csv") }));
        return {
          ours: median(rounds.map((r) => r.ours.milliseconds)) / rows,
          ratio: median(rounds.map((r) => r.ours.milliseconds / r.theirs.milliseconds)),
        };
      }),
    );
  return sizes.flatMap((size, i) => [
    {
      what: `time per row at ${size * scale} million rows, against ${scale} million`,
      figure: perRow[i]!.ours / perRow[0]!.ours,
      unit: "times",
      aim: 1,
    },
    {
      what: `${size * scale} million rows, against DuckDB alone`,
      figure: perRow[i]!.ratio,
      unit: "times",
      aim: Number.NaN,
    },
  ]);
}

const isWhole = !["--measures", "--charts", "--builds", "--ingest"].some((option) => options.includes(option));
const rows: Row[] = [];
if (isWhole || options.includes("--measures")) rows.push(...measuresRows());
if (isWhole || options.includes("--charts")) rows.push(...(await chartRows()));
if (isWhole || options.includes("--builds")) rows.push(...buildRows());
if (isWhole || options.includes("--ingest"))
  for (const form of ["csv", "parquet"] as const)
    for (const millions of [1, 10]) rows.push(...(await pipelineRows(millions, form)));
if (isWhole) rows.push(...(await growthRows()));
if (options.includes("--json")) console.log(JSON.stringify(rows, null, 1));
else
  for (const { what, figure, unit, aim } of rows)
    console.log(
      `${what.padEnd(96)} ${figure.toFixed(2).padStart(8)} ${unit.padEnd(12)} ${Number.isNaN(aim) ? "" : `aim ${aim}`}`,
    );
