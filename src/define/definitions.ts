import type { Commentary, Story } from "./commentary.ts";
import type { Dataset } from "./dataset.ts";
import type { FrameFiles } from "./frame-files.ts";
import type { Indicator } from "./indicator.ts";
import type { Project } from "./project.ts";
import type { ReturnModel } from "./return-model.ts";
import type { SourceRecord } from "./source-record.ts";
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
  /** The place that they are narrowed to, where the project has several, and how datasets call it. */
  place?: { id: string; names: readonly string[]; whole: string };
  /** In order of id. */
  indicators: Defined<Indicator>[];
  datasets: Defined<Dataset>[];
  commentaries: Defined<Commentary>[];
  /** What programmes return, in order of id, and stories of them. */
  programmes: Defined<ReturnModel>[];
  stories: Defined<Story>[];
  /** What `tempcheck fetch` wrote beside files, by the file from the project on; most have none. */
  records: ReadonlyMap<string, Defined<SourceRecord>>;
  /** The definition files themselves, relative to the project with forward slashes. */
  files: string[];
  /** Files of shapes that maps are drawn from, likewise. */
  shapes: string[];
}
