import { existsSync, lstatSync, readdirSync, readFileSync, readlinkSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import type { z } from "zod";
import { type Fault, listable, UserError, type Where } from "../error.ts";
import { listed } from "./columns.ts";
import { aboutOf, type Commentary, readCommentary, type Story, THEME_TEXTS } from "./commentary.ts";
import { type Dataset, datasetSchema } from "./dataset.ts";
import type { Defined, Definitions } from "./definitions.ts";
import { frameFiles, noFrame } from "./frame-files.ts";
import { guessFaults } from "./guess.ts";
import { type Indicator, indicatorSchema } from "./indicator.ts";
import { outsideFaults } from "./inside.ts";
import type { KnownDefinitions } from "./known.ts";
import { projectSchema } from "./project.ts";
import { recordsBeside } from "./records-beside.ts";
import { referenceFaults } from "./references.ts";
import { type ReturnModel, returnModelSchema } from "./return-model.ts";
import { id as idSchema } from "./schema.ts";
import { sourceRecord } from "./source-record.ts";
import { lineNotUtf8 } from "./utf8.ts";
import { type Read, readYaml } from "./yaml-file.ts";

export const PROJECT_FILE = "tempcheck.yaml";
const DATASET_FILE = "dataset.yaml";

/** Links in a row that are followed, as operating systems do. */
const MOST_LINKS = 40;

/** Reads the definitions of the project in a folder. Throws a UserError with every fault of every file. */
export function load(root: string, known?: KnownDefinitions): Definitions {
  const projectPath = join(root, PROJECT_FILE);
  if (statSync(projectPath, { throwIfNoEntry: false }) === undefined)
    throw new UserError({
      where: { file: PROJECT_FILE },
      must: "a project has a file of this name",
      found: "no such file in the project folder",
      fix: "run tempcheck in the folder that holds tempcheck.yaml, or name it with --project",
    });
  const named = (path: string): string => relative(root, path).split(sep).join("/");
  const faults: Fault[] = [];
  const files: string[] = [];
  const outside = (path: string, where: Where, folder = "", fix?: string): Fault[] =>
    outsideFaults({ path, where, folder, fix }, root, realPlace);
  /** Whether a path stays in the project; a fault where not. */
  const isInside = (path: string, where: Where = { file: path }, fix?: string): boolean => {
    const found = outside(path, where, "", fix);
    faults.push(...found);
    return found.length === 0;
  };
  const take = <T, U>(path: string, parse: (text: string, file: string) => Read<T>, finish: (value: T) => U) => {
    files.push(named(path));
    if (!isInside(named(path))) return [];
    const result = readFile(path, named(path), parse);
    if ("faults" in result) {
      for (const fault of result.faults) faults.push(fault);
      return [];
    }
    return [{ value: finish(result.value), yaml: result.yaml }];
  };
  const read = <T, U>(path: string, schema: z.ZodType<T>, finish: (value: T) => U): Defined<U>[] =>
    take(path, (text, file) => readYaml(text, file, schema, known), finish);

  const [project] = read(projectPath, projectSchema, (value) => value);
  // Behind a project file with faults the usual folders are read all the same, so that theirs are listed with it.
  const paths = project?.value.paths ?? projectSchema.shape.paths.parse({});
  const led = new Map(
    Object.entries(paths).map(([key, path]) => {
      const fix = key === "outputs" ? "take it out, and name the place with --out when it is wanted" : undefined;
      return [path, isInside(path, project?.yaml.where(["paths", key]), fix)];
    }),
  );
  const isSound = (path: string): boolean => led.get(path) === true;
  const list = (path: string, what: string): string[] | null => {
    const folder = join(root, path);
    if (!isSound(path)) return null;
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return readdirSync(folder).sort();
    if (project)
      faults.push({
        where: project.yaml.where(["paths"]),
        must: `the folder of the ${what} exists`,
        found: `no folder ${path}`,
        fix: `make it, or name another under paths in ${PROJECT_FILE}`,
      });
    return null;
  };

  const indicatorFiles = list(paths.indicators, "indicators")?.filter(
    (name) => !name.startsWith(".") && /\.ya?ml(\.txt)?$/i.test(name),
  );
  const indicators = (indicatorFiles ?? []).flatMap((name) => {
    const path = join(root, paths.indicators, name);
    const id = name.replace(/\.ya?ml(\.txt)?$/i, "");
    if (!name.endsWith(".yaml")) faults.push(misnamed(named(path), `${id}.yaml`));
    return read(path, indicatorSchema, (value): Indicator => ({ ...value, id }));
  });
  if (project && indicatorFiles?.length === 0)
    faults.push({
      where: project.yaml.where(["paths", "indicators"]),
      must: "at least one indicator is declared",
      found: `no .yaml file in ${paths.indicators}`,
      fix: `add ${paths.indicators}/<id>.yaml`,
    });

  const datasetFolders = list(paths.data, "datasets")?.filter(
    (name) => !name.startsWith(".") && statSync(join(root, paths.data, name), { throwIfNoEntry: false })?.isDirectory(),
  );
  const datasets = (datasetFolders ?? []).flatMap((name) => {
    const folder = join(root, paths.data, name);
    const path = join(folder, DATASET_FILE);
    if (!isInside(named(folder))) return [];
    if (existsSync(path))
      return read(path, datasetSchema, (value): Dataset => ({ ...value, id: name, folder: named(folder) }));
    faults.push({
      where: { file: named(path) },
      must: `each folder of ${paths.data} is a dataset and has a file of this name`,
      found: `no such file; the folder holds ${listed(readdirSync(folder).sort(), "and") || "nothing"}`,
      fix: "write it, or take the folder away: tempcheck describe says what a file holds, and tempcheck init --from proposes a dataset.yaml",
    });
    return [];
  });

  for (const { value, yaml } of datasets)
    for (const [i, { path }] of value.files.entries())
      faults.push(...outside(path, yaml.where(["files", i, "path"]), value.folder));
  const records = recordsBeside(datasets, (path) =>
    existsSync(join(root, path)) ? read(join(root, path), sourceRecord, (value) => value) : [],
  );

  const inCommentary = (folder: string): string[] | null => commentaryFiles(join(root, paths.commentary, folder));
  const texts = isSound(paths.commentary)
    ? [
        ...(inCommentary("") ?? []).filter((name) => name !== THEME_TEXTS || inCommentary(name) === null),
        ...(inCommentary(THEME_TEXTS) ?? []).map((name) => `${THEME_TEXTS}/${name}`),
      ]
    : [];
  const commentaries = texts.flatMap((name) => {
    const path = join(root, paths.commentary, name);
    if (!name.endsWith(".md")) {
      faults.push(misnamedCommentary(named(path)));
      return [];
    }
    return take(path, readCommentary, (value): Commentary => ({ ...value, about: aboutOf(name) }));
  });

  faults.push(...[...(project ? [project] : []), ...indicators, ...datasets].flatMap(guessFaults));
  const inValue = (folder: string): string[] => commentaryFiles(join(root, paths.value, folder)) ?? [];
  const isFolder = (name: string): boolean =>
    statSync(join(root, paths.value, name), { throwIfNoEntry: false })?.isDirectory() === true;
  const valueFiles = isSound(paths.value) ? inValue("") : [];
  const programmes = valueFiles
    .filter((name) => !isFolder(name))
    .flatMap((name) => {
      const path = join(root, paths.value, name);
      const id = name.replace(/\.ya?ml(\.txt)?$/i, "");
      if (!name.endsWith(".yaml") || !idSchema.safeParse(id).success) {
        faults.push(misnamedProgramme(named(path)));
        return [];
      }
      return read(path, returnModelSchema, (value): ReturnModel => ({ ...value, id }));
    });
  const stories = valueFiles.filter(isFolder).flatMap((folder) =>
    inValue(folder).flatMap((name) => {
      const path = join(root, paths.value, folder, name);
      if (!name.endsWith(".md") || !valueFiles.includes(`${folder}.yaml`)) {
        faults.push(misplacedStory(named(path)));
        return [];
      }
      return take(path, readCommentary, (value): Story => ({ ...value, programme: folder }));
    }),
  );

  const frame =
    project === undefined
      ? noFrame
      : frameFiles(project, {
          take: (path, parse) => take(join(root, path), parse, (value) => value)[0] ?? null,
          isThere: (path, where) => {
            if (!isInside(path, where)) return false;
            if (statSync(join(root, path), { throwIfNoEntry: false })?.isFile()) return true;
            faults.push({
              where,
              must: "a file of the project",
              found: `no file ${path}`,
              fix: "put it there, or mend the path",
            });
            return false;
          },
          bytes: (path) => {
            files.push(path);
            return readFileSync(join(root, path));
          },
          faults,
        });

  faults.push(...[...indicators, ...datasets].flatMap(idFaults));
  // Behind an indicator that could not be read its commentary is at home all the same.
  const ids = (indicatorFiles ?? []).map((name) => name.replace(/\.ya?ml(\.txt)?$/i, ""));
  const themes = project?.value.themes.map(({ id }) => id);
  faults.push(...commentaries.flatMap((commentary) => homelessFaults(commentary, { indicator: ids, theme: themes })));
  // References into a file that could not be read would only be reported twice.
  if (project && datasets.length === datasetFolders?.length)
    faults.push(
      ...referenceFaults({
        ...{ root, project, indicators, datasets, commentaries, programmes, stories },
        ...{ ...frame, records, files, shapes: [] },
      }),
    );
  const shapes = (project?.value.dimensions ?? []).flatMap((dimension) =>
    "map" in dimension && dimension.map !== undefined ? [`${paths.data}/${dimension.map.file}`] : [],
  );
  for (const [i, dimension] of (project?.value.dimensions ?? []).entries())
    if (project && isSound(paths.data) && "map" in dimension && dimension.map !== undefined)
      faults.push(...outside(dimension.map.file, project.yaml.where(["dimensions", i, "map", "file"]), paths.data));
  for (const { value, yaml } of datasets)
    if (value.points) {
      shapes.push(`${value.folder}/${value.points.file}`);
      faults.push(...outside(value.points.file, yaml.where(["points", "file"]), value.folder));
    }
  if (!project || faults.length > 0) throw new UserError(listable(faults));
  return {
    ...{ root, project, indicators, datasets, commentaries, programmes, stories },
    ...{ ...frame, records, files, shapes: [...new Set(shapes)] },
  };
}

/** The real place of a path, links followed, also those that lead to nothing yet. */
function realPlace(path: string, links = 0): string {
  try {
    return realpathSync(path);
  } catch {
    const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
    if (isLink && links < MOST_LINKS) return realPlace(resolve(dirname(path), readlinkSync(path)), links + 1);
    return path === dirname(path) ? path : join(realPlace(dirname(path), links), basename(path));
  }
}

/** Files of a folder of commentaries; null where there is none, for a project need not have one. */
const commentaryFiles = (folder: string): string[] | null =>
  statSync(folder, { throwIfNoEntry: false })?.isDirectory()
    ? readdirSync(folder)
        .filter((name) => !name.startsWith("."))
        .sort()
    : null;

/** Reads one file of words: UTF-8, and what its parser says. */
function readFile<T>(path: string, file: string, parse: (text: string, file: string) => Read<T>): Read<T> {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isFile()) {
    const found = stat === undefined ? "a link that leads nowhere" : stat.isDirectory() ? "a folder" : "no plain file";
    return { faults: [{ where: { file }, must: "a file", found, fix: "rename it or take it away" }] };
  }
  const bytes = readFileSync(path);
  const line = lineNotUtf8(bytes);
  if (line === null) return parse(bytes.toString("utf8"), file);
  return {
    faults: [
      {
        where: { file, line },
        must: "text in UTF-8",
        found: "bytes that are not UTF-8",
        fix: 'save the file again with the encoding "UTF-8"',
      },
    ],
  };
}

const misnamed = (file: string, name: string): Fault => ({
  where: { file },
  must: "the name of an indicator file ends in .yaml",
  found: file.split("/").at(-1) ?? "",
  fix: `rename it to ${name}`,
});

const misnamedProgramme = (file: string): Fault => ({
  where: { file },
  must: "a programme, <id>.yaml, or a folder of its stories; the id has lower-case letters, digits and single hyphens",
  found: file.split("/").at(-1) ?? "",
  fix: "rename it, or take it away",
});

const misplacedStory = (file: string): Fault => ({
  where: { file },
  must: "a story, <name>.md, in a folder that is named after its programme",
  found: file.split("/").slice(-2).join("/"),
  fix: "rename it, or take it away",
});

const misnamedCommentary = (file: string): Fault => ({
  where: { file },
  must: "the folder of commentaries holds files whose names end in .md",
  found: file.split("/").at(-1) ?? "",
  fix: `rename it to ${file.split("/").at(-2) === THEME_TEXTS ? "<theme>.md" : "<indicator>.md"}, or take it away`,
});

/** Behind a project file with faults nobody knows which themes there are. */
function homelessFaults(
  { value: { about }, yaml }: Defined<Commentary>,
  homes: { indicator: readonly string[]; theme: readonly string[] | undefined },
): Fault[] {
  const ids = about.of === "report" ? undefined : homes[about.of];
  if (about.of === "report" || ids === undefined || ids.includes(about.id)) return [];
  return [
    {
      where: { file: yaml.file },
      must: `a file named after ${about.of === "theme" ? "a theme" : "an indicator"}: ${listed(ids, "or")}`,
      found: about.id,
      fix: "mend the spelling, or take the file away",
    },
  ];
}

const idFaults = ({ value: { id }, yaml }: Defined<Indicator> | Defined<Dataset>): Fault[] =>
  idSchema.safeParse(id).success
    ? []
    : [
        {
          where: { file: yaml.file },
          must: "the name of the file (indicator) or folder (dataset) is an id: lower-case letters, digits and single hyphens, at most 60, and no name that Windows keeps",
          found: id,
          fix: "rename it",
        },
      ];
