import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { z } from "zod";
import { type Fault, inReadingOrder, UserError } from "../error.ts";
import { type Dataset, datasetSchema } from "./dataset.ts";
import type { Defined, Definitions } from "./definitions.ts";
import { type Indicator, indicatorSchema } from "./indicator.ts";
import { projectSchema } from "./project.ts";
import { referenceFaults } from "./references.ts";
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
  const read = <T>(path: string, schema: z.ZodType<T>): Read<T> =>
    readYaml(readFileSync(path, "utf8"), named(path), schema);

  const project = read(projectPath, projectSchema);
  // Without readable paths there is nowhere else to look.
  if ("faults" in project) throw new UserError(inReadingOrder(project.faults));

  const faults: Fault[] = [];
  const files = [named(projectPath)];
  const keep = <T, U>(path: string, result: Read<T>, finish: (value: T) => U): Defined<U>[] => {
    files.push(named(path));
    if ("faults" in result) {
      faults.push(...result.faults);
      return [];
    }
    return [{ value: finish(result.value), yaml: result.yaml }];
  };

  const { paths } = project.value;
  const folderOf = (path: string, what: string): string => {
    const folder = join(root, path);
    if (!existsSync(folder))
      faults.push({
        where: project.yaml.where(["paths"]),
        must: `the folder of the ${what} exists`,
        found: `no folder ${path}`,
        fix: `make it, or name another under paths in ${PROJECT_FILE}`,
      });
    return folder;
  };
  const indicators = entries(folderOf(paths.indicators, "indicators"))
    .filter((name) => /\.ya?ml$/.test(name))
    .flatMap((name) => {
      const path = join(root, paths.indicators, name);
      const id = name.replace(/\.ya?ml$/, "");
      return keep(path, read(path, indicatorSchema), (value): Indicator => ({ ...value, id }));
    });
  const datasets = entries(folderOf(paths.data, "datasets"))
    .filter((name) => existsSync(join(root, paths.data, name, DATASET_FILE)))
    .flatMap((name) => {
      const folder = join(root, paths.data, name);
      const path = join(folder, DATASET_FILE);
      return keep(path, read(path, datasetSchema), (value): Dataset => ({ ...value, id: name, folder: named(folder) }));
    });

  const definitions: Definitions = { root, project, indicators, datasets, files };
  // References into a file that could not be read would only be reported twice.
  faults.push(...referenceFaults(definitions, faults.length === 0));
  if (faults.length > 0) throw new UserError(inReadingOrder(faults));
  return definitions;
}

const entries = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder).sort() : []);
