import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { z } from "zod";
import { type Fault, inReadingOrder, UserError } from "../error.ts";
import { listed } from "./columns.ts";
import { type Commentary, readCommentary } from "./commentary.ts";
import { type Dataset, datasetSchema } from "./dataset.ts";
import type { Defined, Definitions } from "./definitions.ts";
import { type Indicator, indicatorSchema } from "./indicator.ts";
import { projectSchema } from "./project.ts";
import { referenceFaults } from "./references.ts";
import { lineNotUtf8 } from "./utf8.ts";
import { type Read, readYaml } from "./yaml-file.ts";

export const PROJECT_FILE = "tempcheck.yaml";
const DATASET_FILE = "dataset.yaml";

/** Reads the definitions of the project in a folder. Throws a UserError with every fault of every file. */
export function load(root: string): Definitions {
  const projectPath = join(root, PROJECT_FILE);
  if (!existsSync(projectPath))
    throw new UserError({
      where: { file: PROJECT_FILE },
      must: "a project has a file of this name",
      found: "no such file in the project folder",
      fix: "run tempcheck in the folder that holds tempcheck.yaml, or name it with --project",
    });
  const named = (path: string): string => relative(root, path).split(sep).join("/");
  const faults: Fault[] = [];
  const files: string[] = [];
  const take = <T, U>(path: string, parse: (text: string, file: string) => Read<T>, finish: (value: T) => U) => {
    files.push(named(path));
    const result = readFile(path, named(path), parse);
    if ("faults" in result) {
      faults.push(...result.faults);
      return [];
    }
    return [{ value: finish(result.value), yaml: result.yaml }];
  };
  const read = <T, U>(path: string, schema: z.ZodType<T>, finish: (value: T) => U): Defined<U>[] =>
    take(path, (text, file) => readYaml(text, file, schema), finish);

  const [project] = read(projectPath, projectSchema, (value) => value);
  // Behind a project file with faults the usual folders are read all the same, so that theirs are listed with it.
  const paths = project?.value.paths ?? projectSchema.shape.paths.parse({});
  const list = (path: string, what: string): string[] | null => {
    const folder = join(root, path);
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

  const indicatorFiles = list(paths.indicators, "indicators")?.filter((name) => /\.ya?ml(\.txt)?$/i.test(name));
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
    (name) => !name.startsWith(".") && statSync(join(root, paths.data, name)).isDirectory(),
  );
  const datasets = (datasetFolders ?? []).flatMap((name) => {
    const folder = join(root, paths.data, name);
    const path = join(folder, DATASET_FILE);
    if (existsSync(path))
      return read(path, datasetSchema, (value): Dataset => ({ ...value, id: name, folder: named(folder) }));
    faults.push({
      where: { file: named(path) },
      must: `each folder of ${paths.data} is a dataset and has a file of this name`,
      found: `no such file; the folder holds ${listed(readdirSync(folder).sort(), "and") || "nothing"}`,
      fix: "write it, or take the folder away",
    });
    return [];
  });

  const commentaries = commentaryFiles(join(root, paths.commentary)).flatMap((name) => {
    const path = join(root, paths.commentary, name);
    if (!name.endsWith(".md")) {
      faults.push(misnamedCommentary(named(path)));
      return [];
    }
    const indicator = name.slice(0, -".md".length);
    return take(path, readCommentary, (value): Commentary => ({ ...value, indicator }));
  });

  faults.push(...[...indicators, ...datasets].flatMap(idFaults));
  // Behind an indicator that could not be read its commentary is at home all the same.
  const ids = (indicatorFiles ?? []).map((name) => name.replace(/\.ya?ml(\.txt)?$/i, ""));
  faults.push(...commentaries.flatMap((commentary) => homelessFaults(commentary, ids)));
  // References into a file that could not be read would only be reported twice.
  if (project && datasets.length === datasetFolders?.length)
    faults.push(...referenceFaults({ root, project, indicators, datasets, commentaries, files, shapes: [] }));
  const shapes = (project?.value.dimensions ?? []).flatMap((dimension) =>
    "map" in dimension && dimension.map !== undefined ? [`${paths.data}/${dimension.map.file}`] : [],
  );
  if (!project || faults.length > 0) throw new UserError(inReadingOrder(faults));
  return { root, project, indicators, datasets, commentaries, files, shapes: [...new Set(shapes)] };
}

/** Files of the folder of commentaries, which a project need not have. */
const commentaryFiles = (folder: string): string[] =>
  statSync(folder, { throwIfNoEntry: false })?.isDirectory()
    ? readdirSync(folder)
        .filter((name) => !name.startsWith("."))
        .sort()
    : [];

/** Reads one file of words: UTF-8, and what its parser says. */
function readFile<T>(path: string, file: string, parse: (text: string, file: string) => Read<T>): Read<T> {
  if (!statSync(path).isFile())
    return { faults: [{ where: { file }, must: "a file", found: "a folder", fix: "rename it or take it away" }] };
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

const misnamedCommentary = (file: string): Fault => ({
  where: { file },
  must: "the folder of commentaries holds files whose names end in .md",
  found: file.split("/").at(-1) ?? "",
  fix: "rename it to <indicator>.md, or take it away",
});

const homelessFaults = ({ value: { indicator }, yaml }: Defined<Commentary>, ids: readonly string[]): Fault[] =>
  ids.includes(indicator)
    ? []
    : [
        {
          where: { file: yaml.file },
          must: `a file named after an indicator: ${listed(ids, "or")}`,
          found: indicator,
          fix: "mend the spelling, or take the file away",
        },
      ];

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const idFaults = ({ value: { id }, yaml }: Defined<Indicator> | Defined<Dataset>): Fault[] =>
  ID.test(id)
    ? []
    : [
        {
          where: { file: yaml.file },
          must: "the name of the file (indicator) or folder (dataset) is an id: lower-case letters, digits and single hyphens",
          found: id,
          fix: "rename it",
        },
      ];
