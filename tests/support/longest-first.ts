import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files that take longest, the longest first; begun early, none of them is left to run alone at the end. */
const longest = [
  "browser/every-page-1",
  "browser/",
  "problems",
  "properties",
  "replace",
  "run/reused-builds",
  "disclose/attack-tables",
  "cli",
  "reproducible",
  "built-sampleton",
  "partner",
];

/** Runs files in the same order on every machine, long ones first. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = longest.findIndex((part) => moduleId.includes(`/tests/${part}`));
      return at === -1 ? longest.length : at;
    };
    return [...files].sort((a, b) => place(a) - place(b) || (a.moduleId < b.moduleId ? -1 : 1));
  }
}
