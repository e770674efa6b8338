import type { Changes } from "../results/changes.ts";
import type { Publishable } from "../results/results.ts";
import type { Download } from "../results/tables.ts";

/** Which build made the report. */
export interface Build {
  id: string;
  version: string;
  /** Versions of everything that decides figures and drawings. */
  versions?: Readonly<Record<string, string>>;
  /** What differs from an earlier build, where one was given. */
  changes?: Changes | null;
  /** Files of data that each page offers, by the page's path in the report; none where only pages are made. */
  downloads?: ReadonlyMap<string, readonly Download[]>;
}

/** Where a page stands: what it shows, and the way back to the report's folder. */
export interface Place {
  results: Publishable;
  build: Build;
  root: "" | "../";
}
