import { relative, sep } from "node:path";
import { Command } from "commander";
import type { Say } from "../catalogue/say.ts";
import type { Language } from "../model.ts";
import { version } from "../run/versions.ts";
import { place, year } from "./options.ts";
import { toErr, toOut } from "./printed.ts";

export interface Options {
  project: string;
  year?: number;
  place?: string;
  out?: string;
  indicator?: string[];
  strict?: true;
  previous?: string;
  internal?: true;
  singleFile?: true;
  pictures?: true;
  pack?: true;
  fresh?: true;
  port?: number;
  json?: true;
  quiet?: true;
  dimension?: string;
  replace?: true;
}

/** A path as people type it: relative to where they are. */
export const shownPath = (path: string): string => relative(process.cwd(), path).split(sep).join("/") || ".";

export const program = new Command("tempcheck")
  .description("Measures inequality the same way every time and turns it into an annual report.")
  .version(version())
  .exitOverride()
  .configureOutput({ writeOut: (text) => toOut(text), writeErr: (text) => toErr(text) })
  .showHelpAfterError("Run tempcheck --help for the commands and their options.");

export const command = (name: string, description: string): Command =>
  program
    .command(name)
    .description(description)
    .option("--project <dir>", "folder with tempcheck.yaml", place, ".")
    .option("--year <year>", "reporting year; figures that end later are left out", year)
    .option("--json", "one JSON object per line, for other programs")
    .option("--quiet", "print errors alone")
    .exitOverride();

/** The words of a project's language; loaded when asked for, so that --help stays quick. */
export async function sayOf(project: { language: Language }): Promise<Say> {
  const { sayIn } = await import("../catalogue/say.ts");
  return sayIn(project);
}
