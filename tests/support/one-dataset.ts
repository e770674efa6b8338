import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { UserError } from "../../src/error.ts";
import type { Checked } from "../../src/run/checked.ts";
import { packed } from "./packed.ts";

const { UserError: Refused } = await packed("error.js");
const { check } = await packed("run/check.js");

/** A project of one dataset and one indicator. Parts are written as JSON, which is YAML too. */
export interface SmallProject {
  /** The dataset's file: its name says its form unless `format` does. */
  file: { name: string; content: string | Uint8Array };
  format?: object;
  columns: object;
  unique: readonly string[];
  rows: number;
  dataset?: object;
  indicator?: object;
  dimensions?: readonly object[];
  /** Other datasets by id. */
  others?: Readonly<Record<string, { name: string; content: string | Uint8Array; declared: object }>>;
}

const sha256 = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");

/** Who is counted by the column of denominators. */
export const people = { who: "residents", ages: "all", sex: "all", at: "2023-06-30" };

/** Three groups, named A, B and C in the data. */
export const threeGroups = {
  id: "g",
  title: "Group",
  about: "Groups.",
  type: "groups",
  ordered: false,
  groups: ["A", "B", "C"].map((label) => ({ id: label.toLowerCase(), label, phrase: `${label}s` })),
};

const csv = { type: "csv", delimiter: ",", quote: '"', encoding: "utf-8" };
const about = {
  publisher: "P",
  licence: "L",
  page: "https://example.org/d",
  period: "some years",
  received: "2025-01-31",
  changes: "none",
};

/** A dataset of counts by group and year, in lines of CSV. */
export const groupsByYear = (lines: readonly string[], more: Partial<SmallProject> = {}): SmallProject => ({
  file: { name: "d.csv", content: `${["grp,year,x,n", ...lines].join("\n")}\n` },
  columns: {
    grp: { type: "text" },
    year: { type: "text" },
    x: { type: "integer" },
    n: { type: "integer", population: people },
  },
  unique: ["grp", "year"],
  rows: lines.length,
  ...more,
});

/** Writes a project into a folder. */
export function write(folder: string, project: SmallProject): void {
  const put = (path: string, content: string | Uint8Array | object): void => {
    const file = join(folder, path);
    mkdirSync(join(file, ".."), { recursive: true });
    writeFileSync(
      file,
      typeof content === "string" || content instanceof Uint8Array ? content : JSON.stringify(content),
    );
  };
  const { file, format = csv, columns, unique, rows, dataset = {}, indicator = {}, others = {} } = project;
  put("tempcheck.yaml", {
    title: "Tiny",
    year: 2025,
    publisher: "P",
    place: { name: "T", people: "residents", areas: "areas" },
    themes: [{ id: "t", title: "T" }],
    dimensions: project.dimensions ?? [threeGroups],
    disclosure: { threshold: null, covers: "none" },
  });
  put(`data-raw/d/${file.name}`, file.content);
  put("data-raw/d/dataset.yaml", {
    title: "D",
    ...about,
    files: [{ path: file.name, sha256: sha256(file.content) }],
    format,
    columns,
    facts: { rows, unique },
    ...dataset,
  });
  for (const [id, { name, content, declared }] of Object.entries(others)) {
    put(`data-raw/${id}/${name}`, content);
    put(`data-raw/${id}/dataset.yaml`, {
      title: id,
      ...about,
      files: [{ path: name, sha256: sha256(content) }],
      format: csv,
      ...declared,
    });
  }
  put("indicators/claims.yaml", {
    title: "Claims",
    question: "Who claims?",
    theme: "t",
    dataset: "d",
    statistic: { kind: "proportion", numerator: "x", denominator: "n", accepted: "As it is." },
    better: "lower",
    sentence: { people: "residents", state: "claim", measure: "the share who claim" },
    periods: { column: "year", unit: "calendar-year" },
    dimensions: [{ dimension: "g", column: "grp" }],
    ...indicator,
  });
}

/** What check says of a project: its results and notes, or the faults. */
export async function checked(project: SmallProject): Promise<Checked | UserError> {
  const folder = mkdtempSync(join(tmpdir(), "tempcheck-small-"));
  try {
    write(folder, project);
    return await check({ project: folder }, () => {});
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The faults of a project, as they are printed; empty where there are none. */
export const faultsOf = async (project: SmallProject): Promise<string> => {
  const outcome = await checked(project);
  return outcome instanceof Refused ? outcome.message : "";
};

/** Numerator and denominator of each group and period, and the notes, of a project that is sound. */
export async function figuresOf(project: SmallProject) {
  const outcome = await checked(project);
  if (outcome instanceof Refused) throw outcome;
  const [dimension] = outcome.results.indicators[0]!.dimensions;
  const figures = dimension!.periods.flatMap(({ period, groups }) =>
    groups.map(
      ({ id, numerator, denominator, estimate }) => [period.label, id, numerator, denominator, estimate] as const,
    ),
  );
  return { figures, notes: outcome.notes };
}
