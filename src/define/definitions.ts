import type { Commentary } from "./commentary.ts";
import type { Dataset } from "./dataset.ts";
import type { FrameFiles } from "./frame-files.ts";
import type { Indicator } from "./indicator.ts";
import type { Project } from "./project.ts";
import type { YamlFile } from "./yaml-file.ts";

/** A definition together with the file it came from. */
export interface Defined<T> {
  value: T;
  yaml: YamlFile;
}

/** Everything a project declares, checked. */
export interface Definitions extends FrameFiles {
  /** Absolute folder of the project. */
  root: string;
  project: Defined<Project>;
  /** In order of id. */
  indicators: Defined<Indicator>[];
  datasets: Defined<Dataset>[];
  commentaries: Defined<Commentary>[];
  /** The definition files themselves, relative to the project with forward slashes. */
  files: string[];
  /** Files of shapes that maps are drawn from, likewise. */
  shapes: string[];
}
