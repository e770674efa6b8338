import { createHash } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { stringify as toYaml } from "yaml";
import { NOT_STATED, type Plan, type ProjectPlan, type Row } from "./tables.ts";

const stringify = (value: object): string => toYaml(value, { aliasDuplicateObjects: false });

/** Writes a project as its folder of YAML and CSV. `declareWholes` needs the key disclosure.wholes. */
export function writeProject(folder: string, plan: ProjectPlan, { declareWholes = false } = {}): void {
  rmSync(folder, { recursive: true, force: true });
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const dataset = (id: string, csv: string, columns: Record<string, object>, unique: string[]): void => {
    write(`data-raw/${id}/${id}.csv`, csv);
    write(
      `data-raw/${id}/dataset.yaml`,
      stringify({
        title: id,
        publisher: "scripts/attack",
        licence: "made up",
        page: "https://example.org/",
        period: "2021 to 2024",
        received: "2025-01-31",
        changes: "none",
        files: [{ path: `${id}.csv`, sha256: createHash("sha256").update(csv).digest("hex") }],
        format: { type: "csv", delimiter: ",", quote: '"', encoding: "utf-8" },
        columns,
        facts: { rows: csv.trimEnd().split("\n").length - 1, unique },
      }),
    );
  };
  write("tempcheck.yaml", stringify(projectOf(plan, declareWholes)));
  const list = (rows: readonly (readonly (string | number)[])[]): string =>
    `${rows.map((row) => row.join(",")).join("\n")}\n`;
  dataset(
    "areas",
    list([["code", "name", "score", "residents"], ...plan.wards.map((w) => [w.code, w.name, w.score, w.population])]),
    { code: { type: "text" }, name: { type: "text" }, score: { type: "number" }, residents: { type: "integer" } },
    ["code"],
  );
  dataset(
    "standard",
    list([["age", "people"], ...plan.ages.map(({ age, population }) => [age, population])]),
    { age: { type: "text" }, people: { type: "integer" } },
    ["age"],
  );
  for (const indicator of plan.indicators) {
    const used = columnsOf(indicator);
    dataset(
      indicator.id,
      list([[...used, "x", "n"], ...indicator.rows.map((row) => [...used.map((column) => row[column]), row.x, row.n])]),
      {
        ...Object.fromEntries(used.map((c) => [c, { type: c === "first" || c === "last" ? "integer" : "text" }])),
        x: { type: "integer" },
        n: {
          type: "integer",
          population: { who: indicator.id, ages: "all", sex: "all", at: { column: "last" } },
        },
      },
      used,
    );
    write(`indicators/${indicator.id}.yaml`, stringify(indicatorOf(indicator)));
  }
}

const columnsOf = ({ shape }: Plan): (keyof Row)[] => [
  "first",
  "last",
  "scope",
  ...(shape === "wards" ? (["ward"] as const) : []),
  "grp",
  ...(shape === "dsr" ? (["age"] as const) : []),
];

function projectOf(plan: ProjectPlan, declareWholes: boolean): object {
  const wholes = plan.wholes.filter(({ declared }) => declared).map(({ whole, parts }) => ({ whole, parts }));
  const about = { about: "Made up.", title: "" };
  const quantileNames = Array.from({ length: plan.quantiles }, (_, i) => `Q${i + 1}`);
  const group = (name: string) => ({ id: name.toLowerCase(), label: name, phrase: name });
  const areas = { dataset: "areas", key: "code", label: "name" };
  return {
    title: plan.name,
    year: 2024,
    publisher: "scripts/attack",
    place: { name: "Everywhere", people: "residents", areas: "wards" },
    themes: [{ id: "t", title: "T" }],
    dimensions: [
      {
        ...about,
        id: "fifths",
        title: "Deprivation",
        type: "quantiles",
        areas,
        ranking: "local",
        score: "score",
        population: "residents",
        groups: quantileNames.map(group),
      },
      { ...about, id: "wards", title: "Wards", type: "areas", areas },
      ...plan.dimensions.map(({ id, type, ordered, groups }) => ({
        ...about,
        id,
        title: id,
        type,
        ...(type === "groups" ? { ordered } : {}),
        not_stated: [NOT_STATED],
        groups: groups.map(group),
      })),
    ],
    method: { reliable_denominator: 30 },
    disclosure: {
      threshold: plan.threshold,
      round_to: plan.roundTo,
      covers: plan.coversAll ? "all" : plan.indicators.map(({ id }) => id),
      ...(declareWholes && wholes.length > 0 ? { wholes } : {}),
    },
  };
}

function indicatorOf({ id, kind, dimensions, isPublished }: Plan): object {
  const statistic = {
    kind,
    numerator: "x",
    denominator: "n",
    ...(kind === "proportion" ? {} : { per: 1000, unit: "per 1,000" }),
    ...(kind === "dsr" ? { age: "age", standard: { dataset: "standard", age: "age", population: "people" } } : {}),
  };
  return {
    title: id,
    question: "How many?",
    theme: "t",
    dataset: id,
    statistic,
    better: "lower",
    sentence: { people: "residents", state: "are counted", measure: "the share who are counted" },
    periods: { column: "first", last_column: "last", unit: "calendar-year" },
    ...(isPublished ? { overall: { where: { scope: "all" } } } : {}),
    dimensions: dimensions.map(({ id: dimension, column }) => ({ dimension, column, where: { scope: "groups" } })),
  };
}
