import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * Files that take longest, the longest first as they were measured; begun early, none of them is left to run alone at the
 * end. The first builds Manchester, which the other pages wait for: what needs none of it comes beside it.
 */
const longest = [
  "browser/every-page-1",
  "disclose/attack-tables",
  "browser/every-page-2",
  "run/reused-builds",
  "run/replace",
  "docs/tutorial",
  "scripts/truth-manchester",
  "run/publish",
  "run/verify",
  "run/propose",
  "browser/",
  "cli/machine",
  "define/without-effect",
  "reproducible",
  "run/pack",
  "run/pdf",
  "run/conform",
  "run/build-places",
  "run/unchanged",
  "assess/alternatives",
  "docs/",
  "problems",
  "properties",
  "cli",
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
