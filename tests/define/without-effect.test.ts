import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/command.ts";
import { packed } from "../support/packed.ts";
import { everyKind, type SmallProject, writeProject } from "../support/small-project.ts";

const { check } = await packed("run/check.js");
const { UserError } = await packed("error.js");

const temporary = temporaryFolder();
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

type Path = readonly (string | number)[];
const whole = everyKind(1);

/** A project in which something else stands under a key; undefined: nothing. */
function changed(path: Path, value: unknown): SmallProject {
  const made = structuredClone(whole);
  const holder = path
    .slice(0, -1)
    .reduce<unknown>((inner, key) => (inner as Record<string | number, unknown>)[key], made);
  (holder as Record<string | number, unknown>)[path.at(-1)!] = value;
  return made;
}

let projects = 0;
/** What is computed of a project, or what it is refused with. */
async function outcome(project: SmallProject): Promise<{ results: string } | { faults: string[] }> {
  const folder = writeProject(join(temporary, String(++projects)), project);
  try {
    const { results } = await check({ project: folder }, () => {});
    return { results: JSON.stringify({ ...results, sources: [] }) };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { faults: error.faults.map(({ where, must, fix }) => `${where.key}: ${must}; ${fix}`) };
  }
}

/** As little of a project as shows what a key of an indicator does: two others name it or stand beside other places. */
const small = (project: SmallProject, id: string): SmallProject => ({
  ...project,
  indicators: Object.fromEntries(
    Object.entries(project.indicators).filter(([other]) => ["proportion", "rate", id].includes(other)),
  ),
});
const asIs = new Map<string, ReturnType<typeof outcome>>();
function soundOf(id: string): ReturnType<typeof outcome> {
  const made = asIs.get(id) ?? outcome(small(whole, id));
  asIs.set(id, made);
  return made;
}

const on = (indicator: string, ...path: Path): Path => ["indicators", indicator, ...path];
const of = (dimension: number, ...path: Path): Path => ["project", "dimensions", dimension, ...path];

describe("a key that would change nothing where it stands", () => {
  it.each<[string, Path, unknown]>([
    ["a score of a published cut", of(1, "score"), "score"],
    ["a quantile of a ranked cut", of(0, "quantile"), "third"],
    ["a match of a ranked cut", of(0, "groups", 0, "match"), ["1"]],
    ["a ranking of groups without order", of(3, "ranking"), "national"],
    ["a setting that the first edition lacks", ["project", "method"], { edition: 1, same: 0.3 }],
    ["an accepted denominator of the right year", on("proportion", "statistic", "accepted"), "It is another year's."],
    [
      "an accepted denominator where there is none",
      on("weighed", "statistic"),
      { kind: "published", value: "value", scale: "identity", unit: "points", accepted: "Why." },
    ],
    ["a level of an interval that is not there", on("weighed", "statistic", "interval_level"), 0.9],
    ["a factor of values that are no shares or rates", on("weighed", "statistic", "per"), 10],
    ["a weight beside a denominator", on("published", "statistic", "weight"), "w"],
    ["everyone as a group where no row is everyone", on("proportion", "dimensions", 0, "with_everyone"), true],
    [
      "a second judged gap of a dimension",
      on("weighed", "published_gaps"),
      [0, 1].map(() => (whole.indicators["weighed"]!["published_gaps"] as unknown[])[0]),
    ],
    [
      "the error of a measure that is not the report's own",
      on("weighed", "published_gaps", 0, "judged", "measure"),
      "sii",
    ],
    [
      "a characteristic that is not collected twice",
      on("proportion", "not_collected"),
      [0, 1].map(() => ({ characteristic: "age", why: "None." })),
    ],
    ["a break before the first period", on("proportion", "breaks", 0, "from"), "2018"],
    ["counts on area pages of no area", of(6, "context", 0, "where"), { year: 1999 }],
  ])("is refused: %s", async (_, path, value) => {
    const found = await outcome(small(changed(path, value), String(path[1])));
    expect(found).toMatchObject({ faults: expect.any(Array) });
    const key = path.slice(path[0] === "project" ? 1 : 2).join(".");
    const { faults } = found as { faults: string[] };
    expect(
      faults.every((fault) => fault.startsWith(key) || fault.startsWith(key.split(".").slice(0, -1).join("."))),
      faults.join(),
    ).toBe(true);
  });
});

/** Keys that a definition may leave out, where each kind and type knows them. The others were tried when this was written. */
const optional: Path[] = [
  ...["high_score", "alternatives", "made_of", "characteristic", "preposition"].map((key) => of(0, key)),
  ...["ranking", "reference"].map((key) => of(2, key)),
  ...["tile_column", "population", "context"].map((key) => (key === "tile_column" ? of(6, "areas") : of(6, key))),
  ...["confidence", "materiality", "same", "false_discovery_rate", "reliable_denominator"].map(
    (key): Path => ["project", "method", key],
  ),
  ...["why", "alternatives"].map((key) => on("proportion", "statistic", key)),
  ...["breaks", "targets", "subjects", "core", "not_collected", "caveats"].map((key) => on("proportion", key)),
  ...["comparators", "overall"].map((key) => on("rate", key)),
  on("rate", "sentence", "events"),
  ...["count", "sd"].map((key) => on("mean", "statistic", key)),
  on("mean", "dimensions", 1, "disadvantaged"),
  ...["interval_level", "numerator", "denominator"].flatMap((key) => [
    on("published", "statistic", key),
    on("standardised", "statistic", key),
  ]),
  ...["standard_error", "weight"].map((key) => on("weighed", "statistic", key)),
  ...["judged", "comparators"].map((key) => on("weighed", "published_gaps", 0, key)),
  on("standardised", "dimensions", 1, "with_everyone"),
  on("dsr", "statistic", "standard"),
  on("lives", "statistic", "at"),
];

describe("a key that may be left out", () => {
  it("belongs to a project that is sound as it stands, with counts beside those of other places", async () => {
    expect(await outcome(whole)).toMatchObject({ results: expect.stringContaining('"place":"otherton"') });
  });

  it.each(optional.map((path) => [path.join("."), path] as const))(
    "changes what is computed or is missed: %s",
    async (_, path) => {
      const value = path.at(-1) === "areas" ? { dataset: "areas", key: "code", label: "name" } : undefined;
      const id = path[0] === "indicators" ? String(path[1]) : path[1] === "dimensions" ? "published" : "mean";
      expect(await outcome(small(changed(path, value), id))).not.toEqual(await soundOf(id));
    },
  );
});
