import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { csv } from "../csv/write.ts";
import { UserError } from "../error.ts";
import { described } from "../ingest/described.ts";
import { emptyFolder, template } from "./begin.ts";
import { lookedAt } from "./describe-file.ts";
import { type Guessed, Guesses, idOf, UNKNOWN, yamlOf } from "./guessed.ts";
import { chosen, howTo, type Looked, looked, proposedDataset, rowsWhere, valuesOf } from "./proposed-dataset.ts";
import {
  type AreaFile,
  areaFileOf,
  dimensionOfAreas,
  dimensionOfGroups,
  dimensionOfRanks,
  hasGroups,
  type ProposedDimension,
} from "./proposed-dimensions.ts";
import { type Broken, proposedIndicator, rowsOfPlace, totalsBeside, totalsOf } from "./proposed-indicator.ts";
import { countedAs, measuredIn } from "./proposed-statistics.ts";

/** What is known of a project before its files are looked at. */
export interface Known {
  place?: string | undefined;
  publisher?: string | undefined;
  people?: string | undefined;
  areas?: string | undefined;
  year?: number | undefined;
}

/** What was made of a file, and what was not, with the reason. */
export interface Proposal {
  file: string;
  dataset: string;
  indicators: string[];
  guesses: number;
  left: string[];
}

/** Areas that have a page each at most. */
const MOST_AREAS = 300;
const THEME = "figures";

/**
 * Makes a project of files that nobody has declared: copies of them, and definitions in which every guess has a mark that
 * keeps it from being used. Everything is looked at before anything is written.
 *
 * @returns One proposal for each file, and the paths of what was written.
 */
export async function propose(folder: string, files: readonly string[], known: Known) {
  emptyFolder(folder);
  const ids: string[] = [];
  const all: Looked[] = [];
  for (const path of files) all.push(await lookAt(path, ids));

  const made = new Map<string, Uint8Array | string>();
  const sources = new Map(all.map((one, i) => [one.id, files[i]!]));
  const places = new Map(all.map((one) => [one.id, rowsOfPlace(one, known.place ?? null)]));
  const areaFiles = all.flatMap((one) => areaFileOf(one) ?? []);
  const lists: { of: Looked; looked: Looked }[] = [];
  for (const one of all) {
    const list = listOfAreas(one, places.get(one.id)!.where, areaFiles, ids);
    if (list === null) continue;
    made.set(`data-raw/${list.looked.id}/${list.looked.file}`, list.text);
    lists.push({ of: one, looked: list.looked });
    const areas = areaFileOf(list.looked);
    if (areas !== null) areaFiles.push(areas);
  }

  const dimensions: ProposedDimension[] = [];
  const dimensionFor = (make: (taken: readonly string[]) => ProposedDimension | null): ProposedDimension | null => {
    const wanted = make(dimensions.map(({ definition }) => definition.id));
    const same = dimensions.find(({ sign }) => sign === wanted?.sign);
    if (same === undefined && wanted !== null) dimensions.push(wanted);
    return same ?? wanted;
  };
  const proposals: Proposal[] = [];
  const indicatorIds: string[] = [];
  for (const one of all) {
    const left: string[] = [];
    const measured = measuredIn(one);
    const counted = countedAs(one, measured);
    const names = counted.map(({ column }) => column.name);
    const broken = brokenDown(one, { place: places.get(one.id)!, counted: names }, areaFiles, dimensionFor, left);
    const own = areaFiles.find(({ looked: file }) => file === one);
    const isAreas = own !== undefined && one.roles.period === null && dimensionOfRanks(own, []) !== null;
    const written: string[] = [];
    let guesses = 0;
    if (isAreas) left.push("a file of areas, taken for what ranks and names them: no indicator of it");
    else if (measured.length === 0)
      left.push(
        "no indicator: no column looks like a share or a mean, and no count has a column of all who could be counted beside it; if another file has them, name it under lookups",
      );
    else if (broken.length === 0)
      left.push("no indicator: no column says in which group people are, or in which of a few areas");
    else
      for (const measure of measured) {
        const indicator = proposedIndicator(one, measure, {
          theme: THEME,
          place: places.get(one.id)!,
          broken,
          counted,
        });
        if (indicator === null) {
          left.push(
            `no indicator: periods such as ${one.roles.period?.examples[0]} have to be named under periods.named`,
          );
          break;
        }
        const id = idOf(measured.length === 1 ? one.id : `${one.id}-${measure.name}`, "indicator", indicatorIds);
        indicatorIds.push(id);
        written.push(id);
        guesses += indicator.guesses.length;
        made.set(`indicators/${id}.yaml`, yamlOf(indicator));
      }
    const sizes = isAreas ? [] : measured.flatMap(({ denominator }) => denominator ?? []);
    const dataset = proposedDataset(one, [...new Set(sizes)]);
    made.set(`data-raw/${one.id}/dataset.yaml`, yamlOf(dataset));
    proposals.push({
      file: one.file,
      dataset: one.id,
      indicators: written,
      guesses: guesses + dataset.guesses.length,
      left,
    });
  }
  for (const {
    of,
    looked: { id, file },
    looked: list,
  } of lists) {
    const dataset = proposedDataset(list, []);
    const changes = `a list of the codes and names of areas in ${of.file}`;
    made.set(`data-raw/${id}/dataset.yaml`, yamlOf({ ...dataset, definition: { ...dataset.definition, changes } }));
    proposals.push({ file, dataset: id, indicators: [], guesses: dataset.guesses.length, left: [changes] });
  }
  made.set("tempcheck.yaml", yamlOf(proposedProject(known, all, dimensions)));
  made.set(".gitignore", readFileSync(join(template, "gitignore"), "utf8"));

  mkdirSync(join(folder, "indicators"), { recursive: true });
  for (const [path, content] of made) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content, { flag: "wx" });
  }
  for (const one of all) copyFileSync(sources.get(one.id)!, join(folder, "data-raw", one.id, one.file));
  return { proposals, files: [...made.keys(), ...all.map(({ id, file }) => `data-raw/${id}/${file}`)].sort() };
}

async function lookAt(path: string, ids: string[]): Promise<Looked> {
  const { tables, sha256, format } = await lookedAt(path);
  const raw = chosen(tables);
  if (raw === null)
    throw new UserError({
      where: { file: path },
      must: "a table with a row of names over rows of figures",
      found: tables.every(({ rows }) => rows.length === 0) ? "no table" : "no row of names",
      fix: "write one above the figures in a copy; tempcheck describe shows what was found",
    });
  const file = basename(path);
  const id = idOf(file.replace(/\.\w+$/, ""), "dataset", ids);
  ids.push(id);
  return looked(raw, { id, file, sha256, format, tables: tables.length, day: dayOf(path) });
}

const dayOf = (path: string): string => statSync(path).mtime.toISOString().slice(0, 10);

/** The finest areas of a file that are told apart in the rows of the place, with their codes and names; null where none are. */
function ownAreas({ roles, table }: Looked, where: Readonly<Record<string, string>>) {
  const [area] = roles.areas;
  if (
    area === undefined ||
    [area.code, area.name].some((column) => column !== null && Object.hasOwn(where, column.name))
  )
    return null;
  const at = (name: string): number => table.table.columns.findIndex((column) => column.name === name);
  const names = new Map<string, string>();
  for (const row of rowsWhere(table, where).rows) {
    const code = row[at(area.code.name)] ?? "";
    if (code !== "") names.set(code, area.name === null ? code : (row[at(area.name.name)] ?? code));
  }
  return { ...area, names };
}

const covers = ({ codes }: AreaFile, names: ReadonlyMap<string, string>): boolean =>
  [...names.keys()].every((code) => codes.has(code));

/** A list of the areas of a file, where no other file lists them and they are few enough for a page each. */
function listOfAreas(
  one: Looked,
  where: Readonly<Record<string, string>>,
  areaFiles: readonly AreaFile[],
  ids: string[],
): { looked: Looked; text: string } | null {
  const own = ownAreas(one, where);
  if (own === null || own.names.size < 2 || own.names.size > MOST_AREAS) return null;
  if (areaFiles.some((file) => file.codes.size <= MOST_AREAS && covers(file, own.names))) return null;
  const header = [own.code.name, own.name?.name ?? `name of ${own.code.name}`];
  const rows = [...own.names].sort();
  const text = csv(header, rows);
  const id = idOf(`areas-of-${one.id}`, "areas", ids);
  ids.push(id);
  const cells = [header, ...rows].map((row, i) => ({ at: i + 1, cells: row }));
  const raw = described({ sheet: null, rows: cells, percent: new Set(), merged: [], unsaved: 0 });
  const sha256 = createHash("sha256").update(text).digest("hex");
  const format = { type: "csv", delimiter: ",", quote: '"', encoding: "utf-8" } as const;
  return { looked: looked(raw, { id, file: `${id}.csv`, sha256, format, tables: 1, day: one.day }), text };
}

/** What a file can be broken down by, and what not. */
function brokenDown(
  one: Looked,
  { place: { where }, counted }: { place: ReturnType<typeof rowsOfPlace>; counted: readonly string[] },
  areaFiles: readonly AreaFile[],
  dimensionFor: (make: (taken: readonly string[]) => ProposedDimension | null) => ProposedDimension | null,
  left: string[],
): Broken[] {
  const broken: Broken[] = [];
  const totals = totalsOf(one, where);
  for (const column of counted) totals.delete(column);
  // Rows of everybody are told apart where each column has a total.
  const hasAll = totals.size === one.roles.groups.length - counted.length;
  const own = ownAreas(one, where);
  if (own !== null && own.names.size > 1) {
    const files = areaFiles.filter((file) => covers(file, own.names));
    const column = own.code.name;
    const ranks = files.flatMap((file) => dimensionFor((taken) => dimensionOfRanks(file, taken)) ?? []);
    const few = files.find(({ codes }) => codes.size <= MOST_AREAS);
    const themselves = few === undefined ? null : dimensionFor((taken) => dimensionOfAreas(few, taken));
    for (const dimension of [...ranks.slice(0, 1), ...(themselves === null ? [] : [themselves])])
      broken.push({ dimension: dimension.definition, column, where: Object.fromEntries(totals) });
    if (own.names.size > MOST_AREAS)
      left.push(
        `${own.names.size} areas of ${column} are too many for a page each: with --place and the name of a place in the file, its areas are taken`,
      );
  }
  for (const group of one.roles.groups) {
    const total = totals.get(group.column.name);
    const values = group.values.filter((value) => value !== total);
    if (!hasGroups(values) || counted.includes(group.column.name)) continue;
    const beside = totalsBeside(one, group.column.name, { where, totals });
    if (beside === null) continue;
    const dimension = dimensionFor((taken) =>
      dimensionOfGroups({ ...group, values, outside: hasAll ? null : (total ?? null) }, taken),
    );
    if (dimension !== null) broken.push({ dimension: dimension.definition, column: group.column.name, where: beside });
  }
  return broken;
}

/** The place and its dimensions. */
function proposedProject(known: Known, all: readonly Looked[], dimensions: readonly ProposedDimension[]): Guessed {
  const guess = new Guesses();
  const said = (key: keyof Known, path: string, usual: string): string => {
    const given = known[key];
    if (given === undefined) guess.low(path, "nobody said");
    return given === undefined ? usual : String(given);
  };
  const years = all.flatMap(({ roles, table }) =>
    roles.period === null
      ? []
      : valuesOf(table, roles.period.name).flatMap((cell) => /(19|20)\d{2}/.exec(cell)?.[0] ?? []),
  );
  const latest = years.reduce((most, year) => Math.max(most, Number(year)), 0);
  const usual = latest > 0 ? latest + 1 : Number(all[0]?.day.slice(0, 4));
  if (known.year === undefined)
    guess.middling(
      "year",
      latest > 0 ? "the year after the latest in the files" : "the year in which a file was last changed",
    );
  const place = said("place", "place.name", "This place");
  const publisher = said("publisher", "publisher", UNKNOWN);
  const people = said("people", "place.people", "residents");
  const areas = said("areas", "place.areas", "areas");
  guess.low("licence", "the licence of the report's own figures: whoever publishes it decides");
  guess.low("themes", "one theme for all, to be divided as the plan is");
  guess.low("disclosure", "taken for figures that are published already; those of your own records need a threshold");
  dimensions.forEach(({ guesses }, i) => {
    for (const { key, ...rest } of guesses.list) guess.list.push({ key: `dimensions.${i}.${key}`, ...rest });
  });
  return {
    about: ["Proposed by tempcheck init --from. What is guessed stands under guess, with the reason:", ...howTo],
    guesses: guess.list,
    definition: {
      title: `${place}: temperature check`,
      year: known.year ?? usual,
      publisher,
      licence: { title: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" },
      place: { name: place, people, areas },
      themes: [{ id: THEME, title: "Figures" }],
      dimensions: dimensions.map(({ definition }) => definition),
      disclosure: { threshold: null, covers: "none" },
    },
  };
}
