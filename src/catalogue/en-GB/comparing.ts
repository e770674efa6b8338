import type { FigureReason } from "../../results/changes.ts";
import { type Counted, capital, list, plural } from "../english.ts";

export interface Build {
  build: string;
  title: string;
  method: string;
}

/** What the command prints that compares two outputs. */
export const comparing = {
  heading: "Two reports, compared",
  headings: { risks: "Look at these before anything is published" },
  issueTitle: (title: string, year: string, verdicts: Counted): string =>
    `${title}, ${year}: ${plural(verdicts, "verdict")} changed`,
  more: (lines: Counted): string => `and ${lines.text} more`,
  older: ({ title, build, method }: Build, year: string): string =>
    `The earlier one: ${title}, ${year}. Build ${build}, method version ${method}.`,
  newer: ({ title, build, method }: Build, year: string): string =>
    `The later one: ${title}, ${year}. Build ${build}, method version ${method}.`,
  of: (breakdown: string, what: string): string => `${breakdown}: ${what}`,
  verdict: (breakdown: string, before: string, after: string, because: string): string =>
    `${breakdown}: was "${before}", is "${after}". ${because}.`,
  figure: (
    name: string,
    { before, after, difference }: { before: string; after: string; difference: string },
    because: readonly string[],
  ): string => `${name}: was ${before}, is ${after}: ${difference}. ${capital(list(because))}.`,
  held: (title: string, period: string): string =>
    `${title}, ${period}: something differs. It is not shown, because some figures are held back to protect people`,
  fromTo: (name: string, before: string, after: string): string => `${name}: was ${before}, is ${after}`,
  why: ({ cause, names }: FigureReason): string => {
    switch (cause) {
      case "data":
        return `its data changed (${list(names)})`;
      case "definition":
        return `the definition of the indicator changed (${list(names)})`;
      case "dataset":
        return `the description of its data changed (${list(names)})`;
      case "measure":
        return `the gap is measured in another way (${names.join(" to ")})`;
      case "settings":
        return `the method or its settings changed (${list(names)})`;
      case "project":
        return `none of its own files changed, but files did that may bear on it (${list(names)})`;
      case "program":
        return `no file or setting changed, but programs have new versions (${list(names)})`;
      case "unknown":
        return "we can't tell why: the files, settings and programs are the same";
    }
  },
  risk: (title: string, period: string): string =>
    `warning: ${title}, ${period}: other figures are held back than before. The two reports together may give a small number of people away. Look at both before you publish`,
  done: (verdicts: Counted, figures: Counted): string =>
    `${capital(plural(verdicts, "verdict"))} and ${plural(figures, "figure")} of earlier periods changed.`,
};
