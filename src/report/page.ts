import type { ComponentChildren } from "preact";
import type { Changes } from "../results/changes.ts";
import type { IndicatorResult, Publishable } from "../results/results.ts";
import type { Download } from "../results/tables.ts";
import type { Look } from "./brand.ts";

/** Which build made the report. */
export interface Build {
  id: string;
  version: string;
  /** Versions of everything that decides figures and drawings. */
  versions?: Readonly<Record<string, string>>;
  /** What differs from an earlier build, where one was given. */
  changes?: Changes | null;
  /** Logo, colours and type, where the project has its own. */
  look?: Look | undefined;
  /** Files of data that each page offers, by the page's path in the report; none where only pages are made. */
  downloads?: ReadonlyMap<string, readonly Download[]>;
}

/** Where a page stands: what it shows, and the way back to the report's folder. */
export interface Place {
  results: Publishable;
  build: Build;
  root: "" | "../";
}

/** The files that the menu of every page leads to. */
export const menu = ["index.html", "communities.html", "data-gaps.html", "method.html", "sources.html"] as const;

/** A page of the report, as a tree: it becomes text where it is written, by itself or in one file with all the others. */
export interface Page extends Place {
  /** Path in the report's folder, which the files of data that it offers go by too. */
  file: string;
  title: string;
  description: string;
  /** The menu's file that this page is, or belongs to. */
  current: (typeof menu)[number] | null;
  /** Scripts of the report's folder that add to the page, which is whole without them. */
  scripts?: readonly string[];
  /** What its charts are of: breakdowns, an area or a programme, whose charts stand on this page alone. */
  charts?: readonly string[];
  /** The indicators whose figures it shows; a page without them is no set of data. */
  indicators?: readonly IndicatorResult[];
  content: ComponentChildren;
}
