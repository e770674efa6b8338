import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { whereText } from "../../src/error.ts";
import { temporaryFolder } from "../support/command.ts";
import { packed } from "../support/packed.ts";
import { everyKind, type SmallProject, writeProject } from "../support/small-project.ts";

const { check } = await packed("run/check.js");
const { UserError } = await packed("error.js");

const temporary = temporaryFolder();
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

type Path = readonly (string | number)[];

/** A project with a number under every key that takes one. */
const whole: SmallProject = everyKind(1);
Object.assign(whole.project, { disclosure: { threshold: 5, round_to: 5, covers: ["by-age"] } });
// A policy that covers deaths by age leaves no room for a gap by age and cause.
for (const { statistic, dimensions } of Object.values(whole.indicators) as {
  statistic?: { causes?: unknown };
  dimensions?: { decompose?: boolean }[];
}[]) {
  delete statistic?.causes;
  for (const dimension of dimensions ?? []) delete dimension.decompose;
}
const areas = whole.datasets["areas"]!;
Object.assign(areas.dataset, {
  facts: {
    rows: areas.rows.length,
    unique: ["code"],
    totals: [{ column: "score", equals: areas.rows.reduce((sum, row) => sum + Number(row[2]), 0) }],
    ranges: [{ column: "score", min: 0, max: 100 }],
  },
  format: { type: "csv", delimiter: ",", quote: '"', encoding: "utf-8", header_row: 1 },
});

function numbersIn(value: unknown, at: Path = []): Path[] {
  if (typeof value === "number") return [at];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    numbersIn(inner, [...at, Array.isArray(value) ? Number(key) : key]),
  );
}
const definitions = {
  project: whole.project,
  indicators: whole.indicators,
  datasets: Object.fromEntries(Object.entries(whole.datasets).map(([id, { dataset }]) => [id, { dataset }])),
};
// What a filter holds is matched as text, and is no number to compute with.
const keys = numbersIn(definitions).filter((path) => !path.includes("where"));

function withNumber(path: Path, number: unknown): SmallProject {
  const made = structuredClone(whole);
  const holder = path
    .slice(0, -1)
    .reduce<unknown>((inner, key) => (inner as Record<string | number, unknown>)[key], made);
  (holder as Record<string | number, unknown>)[path.at(-1)!] = number;
  return made;
}

const extremes = [0, -1, 1e-320, 1e-300, 1e300, Number.POSITIVE_INFINITY, Number.NaN, 1.5, "12", 123456789012345680000];
const never = ["Infinity", "NaN", "12"];
/** Every key with some of the numbers, and every number with some of the keys. */
const tried = keys.flatMap((path, i) => extremes.flatMap((number, j) => ((i + j) % 6 === 0 ? [{ path, number }] : [])));

it("has numbers under every key that takes one", () => {
  const named = keys.map((path) => path.filter((part) => typeof part === "string").at(-1));
  expect([...new Set(named)].sort()).toEqual([
    ...[
      "at",
      "confidence",
      "edition",
      "equals",
      "false_discovery_rate",
      "header_row",
      "interval_level",
      "materiality",
      "max",
    ],
    ...["min", "per", "reliable_denominator", "round_to", "rows", "same", "threshold", "value", "year"],
  ]);
});

it("accepts a number of any size under a key, or says which key or row it contradicts", async () => {
  const found: string[] = [];
  let refused = 0;
  for (const [i, { path, number }] of tried.entries()) {
    const name = `${path.join(".")}: ${String(number)}`;
    const project = writeProject(join(temporary, String(i)), withNumber(path, number));
    const outcome = await check({ project }, () => {}).then(
      () => null,
      (error: unknown) => error,
    );
    if (outcome === null) {
      if (never.includes(String(number))) found.push(`${name} was accepted`);
      continue;
    }
    refused++;
    const key = String(path.filter((part) => typeof part === "string").at(-1));
    if (!(outcome instanceof UserError)) found.push(`${name} is told as a bug: ${String(outcome)}`);
    else if (
      !outcome.faults.some(
        ({ where }) => where.line !== undefined && (where.key?.includes(key) || where.file.endsWith(".csv")),
      )
    )
      found.push(`${name} is refused at ${outcome.faults.map(({ where }) => whereText(where)).join("; ")}`);
    rmSync(project, { recursive: true });
  }
  expect(found).toEqual([]);
  expect(refused).toBeGreaterThan(tried.length / 3);
});

it.each([
  [["indicators", "proportion", "statistic", "per"], 1e-300],
  [["indicators", "proportion", "statistic", "per"], 1e300],
  [["indicators", "proportion", "targets", 0, "value"], 1e-300],
  [["project", "method", "reliable_denominator"], 1e300],
] as const)("refuses %j of %d, which no chart could draw", async (path, number) => {
  const project = writeProject(join(temporary, path.join("-")), withNumber(path, number));
  const outcome = await check({ project }, () => {}).then(
    () => null,
    (error: unknown) => error,
  );
  expect(outcome).toBeInstanceOf(UserError);
  expect((outcome as InstanceType<typeof UserError>).faults[0]!.where).toMatchObject({
    line: expect.any(Number),
    key: path.slice(path[0] === "project" ? 1 : 2).join("."),
  });
});
