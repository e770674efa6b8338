import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, realpathSync, renameSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { isMap, isSeq, type Node } from "yaml";
import { type Dataset, datasetDue } from "../define/dataset.ts";
import type { Defined } from "../define/definitions.ts";
import { type Indicator, indicatorSchema } from "../define/indicator.ts";
import { load, PROJECT_FILE } from "../define/load.ts";
import { projectSchema } from "../define/project.ts";
import { readYaml } from "../define/yaml-file.ts";
import { parseYaml } from "../define/yaml-syntax.ts";
import { UserError } from "../error.ts";
import type { Period } from "../model.ts";
import { nextPeriod } from "./next-period.ts";
import { readManifest } from "./read-manifest.ts";
import { swapText } from "./swap.ts";

/** One thing that a new year brings: what is changed, and what somebody has to look at. */
export type YearStep =
  | { step: "year"; file: string; before: number; after: number }
  | { step: "archive"; from: string; to: string }
  | { step: "no-output"; folder: string }
  | { step: "edition"; file: string; year: number; url: string }
  | { step: "next-edition"; file: string; month: string }
  | { step: "period"; file: string; indicator: string; key: string; period: Period }
  | { step: "single-period"; file: string; indicator: string; label: string }
  | { step: "overdue"; dataset: string; updated: NonNullable<Dataset["updated"]>; received: string; due: string }
  | { step: "no-frequency"; datasets: string[] };

export interface NewYear {
  year: number;
  steps: YearStep[];
  /** Files that were written, or would be. */
  files: string[];
}

interface Edited {
  path: string;
  text: string;
}

/**
 * Rolls a project on by a year. Without `write` nothing is changed. With it the last output is copied to editions/ first, then
 * the definitions are written; nothing that stands there is ever replaced but the definitions, which keep every other letter.
 */
export function newYear(
  root: string,
  { write = false, year: asked }: { write?: boolean | undefined; year?: number | undefined },
): NewYear {
  const definitions = load(root);
  const { project, indicators, datasets } = definitions;
  const before = project.value.year;
  const year = asked ?? before + 1;
  if (year <= before)
    throw new UserError({
      where: project.yaml.where(["year"]),
      must: `an earlier year than ${year}, which the project is rolled on to`,
      found: String(before),
      fix: "name a later year, or leave --year out",
    });
  const archive = archived(root, project.value.paths.outputs, before);
  const edited: Edited[] = [];
  const steps: YearStep[] = [{ step: "year", file: PROJECT_FILE, before, after: year }];
  const read = (file: string): string => readFileSync(join(root, file), "utf8");

  const url = archive.step === "archive" ? reportFrom(project.value.paths.outputs, year, archive.to) : null;
  const isListed = project.value.editions.some((one) => one.year === before);
  steps.push(archive);
  if (url !== null && !isListed) steps.push({ step: "edition", file: PROJECT_FILE, year: before, url });
  const rolled = withYear(read(PROJECT_FILE), year, url === null || isListed ? null : { year: before, url });
  sound(readYaml(rolled, PROJECT_FILE, projectSchema));
  edited.push({ path: PROJECT_FILE, text: rolled });
  if (project.value.next_edition !== undefined)
    steps.push({ step: "next-edition", file: PROJECT_FILE, month: project.value.next_edition });

  const lastDay = `${year}-12-31`;
  for (const one of indicators) {
    const step = proposed(one, year);
    if (step === null || (step.step === "single-period" && hasNothingNewer(one, datasets, lastDay))) continue;
    const text = read(step.file);
    const after = withMark(text, step, year);
    if (after === null) continue;
    sound(readYaml(after, step.file, indicatorSchema));
    steps.push(step);
    edited.push({ path: step.file, text: after });
  }
  steps.push(...dueSteps(datasets, lastDay));

  if (write) {
    if (archive.step === "archive") copyWhole(join(root, archive.from), join(root, archive.to));
    for (const { path, text } of edited) swapText(join(root, path), text);
  }
  return { year, steps, files: edited.map(({ path }) => path) };
}

const EDITIONS = "editions";

/** Where the last output goes; a place that is taken is a fault. */
function archived(root: string, outputs: string, year: number): Extract<YearStep, { step: "archive" | "no-output" }> {
  const [from, to] = [`${outputs}/${year}`, `${EDITIONS}/${year}`];
  if (lstatSync(join(root, to), { throwIfNoEntry: false }) !== undefined)
    throw new UserError({
      where: { file: to },
      must: `nothing yet, for the output of ${year} to be kept there`,
      found: "something that stands there already",
      fix: "move it, or set year in tempcheck.yaml by hand: nothing is overwritten",
    });
  if (!existsSync(join(root, from))) return { step: "no-output", folder: from };
  const manifest = readManifest(join(root, from));
  if (manifest.year !== year)
    throw new UserError({
      where: { file: `${from}/manifest.json`, key: "year" },
      must: `the output of ${year}, by the name of its folder`,
      found: `an output of ${manifest.year}`,
      fix: `build ${year} again, or move this folder`,
    });
  return { step: "archive", from, to };
}

/** The kept report, from the folder of the new one on. */
const reportFrom = (outputs: string, year: number, kept: string): string =>
  relative(join("/", outputs, String(year), "report"), join("/", kept, "report/index.html"))
    .split(sep)
    .join("/");

function copyWhole(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(realpathSync(from), `${to}.pending`, { recursive: true, errorOnExist: true, force: false });
  renameSync(`${to}.pending`, to);
}

function sound<T>(read: ReturnType<typeof readYaml<T>>): void {
  if ("faults" in read) throw new UserError(read.faults);
}

/** The project file with another year, and one more earlier edition. */
function withYear(text: string, year: number, edition: { year: number; url: string } | null): string {
  const { document } = parseYaml(text, PROJECT_FILE);
  const end = text.includes("\r\n") ? "\r\n" : "\n";
  const node = nodeIn(document.get("year", true));
  const list = document.get("editions", true);
  const edits = [{ from: node.range![0], to: node.range![1], text: String(year) }];
  if (edition !== null) {
    const item = `{ year: ${edition.year}, url: ${edition.url} }`;
    if (isSeq(list) && list.items.length > 0 && list.flow !== true) {
      const last = nodeIn(list.items.at(-1));
      const indent = " ".repeat(columnOf(text, nodeIn(list.items[0]).range![0]) - 2);
      edits.push(lineAfter(text, last.range![1], `${indent}- ${item}`, end));
    } else if (isSeq(list)) {
      const close = text.lastIndexOf("]", list.range![1]);
      edits.push({ from: close, to: close, text: list.items.length > 0 ? `, ${item}` : item });
    } else edits.push(lineAfter(text, node.range![1], `editions:${end}  - ${item}`, end));
  }
  return applied(text, edits);
}

/** A period that follows the last one of an indicator which names its periods; null where new rows bring them by themselves. */
function proposed({ value: { id, periods }, yaml: { file } }: Defined<Indicator>, year: number) {
  const named = Object.entries(periods.named ?? {}).sort(([, a], [, b]) => (a.end < b.end ? -1 : 1));
  const [last, earlier] = [named.at(-1), named.at(-2)];
  const only = periods.fixed ?? (earlier === undefined ? last?.[1] : undefined);
  if (only !== undefined) return { step: "single-period" as const, file, indicator: id, label: only.label };
  if (last === undefined || earlier === undefined) return null;
  const { key, period } = nextPeriod(earlier[1], last);
  return period.end > `${year}-12-31` ? null : { step: "period" as const, file, indicator: id, key, period };
}

/** Whether the publisher of its figures says that none newer are out by a day. */
function hasNothingNewer({ value }: Defined<Indicator>, datasets: readonly Defined<Dataset>[], day: string): boolean {
  const source = datasets.find(({ value: { id } }) => id === value.dataset)?.value;
  if (source?.updated === undefined) return false;
  const due = datasetDue(source);
  return source.updated === "never" || (due !== null && due > day);
}

/** A comment that somebody has to confirm; null where it stands there already. */
function withMark(text: string, step: NonNullable<ReturnType<typeof proposed>>, year: number): string | null {
  const { document } = parseYaml(text, step.file);
  const end = text.includes("\r\n") ? "\r\n" : "\n";
  const periods = document.get("periods", true);
  const named = isMap(periods) ? periods.get("named", true) : undefined;
  const mark =
    step.step === "period"
      ? `# ${JSON.stringify(step.key)}: { label: ${JSON.stringify(step.period.label)}, start: "${step.period.start}", end: "${step.period.end}" }`
      : `# new-year: ${step.label} is its only period; name a newer one when its figures are there`;
  if (text.includes(mark)) return null;
  if (step.step === "period" && isMap(named) && named.flow !== true) {
    const last = nodeIn(named.items.at(-1)?.value);
    const indent = " ".repeat(columnOf(text, nodeIn(named.items[0]?.key).range![0]));
    const lines = [
      `${indent}# new-year ${year}: take the hash away when figures of this period are there`,
      indent + mark,
    ];
    return applied(text, [lineAfter(text, last.range![1], lines.join(end), end)]);
  }
  const key = isMap(document.contents)
    ? document.contents.items.find((pair) => String(pair.key) === "periods")?.key
    : undefined;
  const from = nodeIn(key).range![0];
  return applied(text, [{ from, to: from, text: `${mark}${end}` }]);
}

interface Edit {
  from: number;
  to: number;
  text: string;
}

const applied = (text: string, edits: readonly Edit[]): string =>
  [...edits]
    .sort((a, b) => b.from - a.from)
    .reduce((all, { from, to, text: put }) => all.slice(0, from) + put + all.slice(to), text);

/** A line of its own below the one on which something ends. */
function lineAfter(text: string, offset: number, line: string, end: string): Edit {
  const at =
    text[offset - 1] === "\n"
      ? offset - (end === "\r\n" ? 2 : 1)
      : offset + (/\r?\n|$/.exec(text.slice(offset))?.index ?? 0);
  return { from: at, to: at, text: `${end}${line}` };
}

const columnOf = (text: string, offset: number): number => offset - (text.lastIndexOf("\n", offset - 1) + 1);

/** A node that was parsed from a file, which its schema found there. */
function nodeIn(node: unknown): Node {
  if (typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range)) return node as Node;
  throw new Error("a definition that was read has no place in its file");
}

/** Datasets of which newer figures should be out by a day, and those that do not say how often they come. */
function dueSteps(datasets: readonly Defined<Dataset>[], day: string): YearStep[] {
  const silent = datasets.flatMap(({ value: { id, updated } }) => (updated === undefined ? [id] : []));
  const overdue = datasets.flatMap(({ value }): YearStep[] => {
    const due = datasetDue(value);
    if (value.updated === undefined || due === null || due > day) return [];
    return [{ step: "overdue", dataset: value.id, updated: value.updated, received: value.received, due }];
  });
  return [...overdue, ...(silent.length > 0 ? [{ step: "no-frequency" as const, datasets: silent }] : [])];
}
