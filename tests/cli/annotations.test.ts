import { describe, expect, it } from "vitest";
import { annotated, annotations } from "../../src/cli/annotations.ts";
import { type Fault, UserError } from "../../src/error.ts";
import { run, temporaryFolder } from "../support/command.ts";

const fault = (where: Fault["where"]): Fault => ({
  where,
  must: "50% or\nless, or: none",
  found: "a,b",
  fix: "mend it",
});
const placed = { project: "/project/place", shownPath: (path: string) => path.replace("/project/", "") };
const github = (where: Fault["where"]): string[] => annotations("github", [fault(where)], placed);

describe("annotations", () => {
  it("are commands of a workflow, escaped as GitHub reads them", () => {
    expect(github({ file: "indicators/a,b:c.yaml", line: 3, column: 7, key: "kind" })).toEqual([
      "::error file=place/indicators/a%2Cb%3Ac.yaml,line=3,col=7,title=tempcheck::kind%0Amust:  50%25 or%0Aless, or: none%0Afound: a,b%0Ado:    mend it",
    ]);
  });

  it("say what is known of the place and nothing else", () => {
    expect(github({ file: "/elsewhere/a.yaml" })[0]).toMatch(
      /^::error file=\/elsewhere\/a\.yaml,title=tempcheck::must/,
    );
    expect(github({ file: "a.xlsx", sheet: "Wards", line: 4 })[0]).toMatch(/,line=4,title=tempcheck::\[Wards\]%0Amust/);
  });

  it("are a code quality report of GitLab, in which two faults are never one", () => {
    const faults = [fault({ file: "a.yaml", line: 2, column: 1 }), fault({ file: "a.yaml", line: 2, column: 9 })];
    const report = JSON.parse(annotations("gitlab", faults, placed).join("\n")) as Record<string, unknown>[];
    expect(report[0]).toEqual({
      ...{ description: expect.stringContaining("found: a,b"), check_name: "tempcheck", severity: "blocker" },
      ...{
        fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
        location: { path: "place/a.yaml", lines: { begin: 2 } },
      },
    });
    expect(new Set(report.map(({ fingerprint }) => fingerprint)).size).toBe(2);
  });

  it("are an empty report of GitLab where nothing is wrong, and nothing of a bug", async () => {
    const lines: string[] = [];
    const told = { ...placed, print: (line: string) => void lines.push(line) };
    await annotated("gitlab", told, async () => {});
    expect(lines).toEqual(["[]"]);
    const failing = (error: Error) => annotated("github", told, () => Promise.reject(error));
    await expect(failing(new Error("a bug"))).rejects.toThrow("a bug");
    expect(lines).toHaveLength(1);
    await expect(failing(new UserError(fault({ file: "a.yaml" })))).rejects.toThrow(UserError);
    expect(lines).toHaveLength(2);
  });

  it("come with check, beside what people read", async () => {
    const { code, out, err } = await run([
      "check",
      "--project",
      temporaryFolder(),
      "--quiet",
      "--annotations",
      "github",
    ]);
    expect(code).toBe(1);
    expect(out).toMatch(/^::error file=.*tempcheck\.yaml,title=tempcheck::must: {2}.*\n$/);
    expect(err).toMatch(/must: /);
    expect((await run(["check", "--annotations", "jenkins"])).code).toBe(2);
  }, 240_000);
});
