import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { copyProject, run, temporaryFolder } from "../support/command.ts";
import { fencesOf } from "./followed.ts";
import { pageAt } from "./pages.ts";

const { text } = pageAt("README.md");

describe("the first indicator of README.md", () => {
  it("is checked and explained as it says, in Manchester's project", async () => {
    const [, path, name] = /Save these lines as `(indicators\/([\w-]+)\.yaml)`/.exec(text)!;
    const [yaml] = fencesOf(text).filter(({ info }) => info === "yaml");
    const project = temporaryFolder();
    copyProject(project);
    writeFileSync(join(project, path!), yaml!.body);
    const checked = await run(["check", "--project", project, "--indicator", name!, "--quiet"]);
    expect(checked).toMatchObject({ code: 0, err: "" });
    expect(text).toContain(`npx tempcheck explain ${name}`);
    const explained = await run(["explain", name!, "--project", project]);
    expect(explained.code).toBe(0);
    expect(explained.out).toContain("Out-of-work benefits since 2013");
    rmSync(project, { recursive: true });
  });
});
