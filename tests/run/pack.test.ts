import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { chromiumPath } from "../../src/run/chromium.ts";
import { isWhole, pageCount } from "../../src/run/print.ts";
import { run, temporaryFolder } from "../support/command.ts";

const chromium = chromiumPath();
if (chromium === undefined && process.env["CI"]) throw new Error("no Chromium, which CI must have");

describe.skipIf(chromium === undefined)("tempcheck pdf --pack (skipped where there is no Chromium)", () => {
  it("prints four pages and one for each area, and nothing more", { timeout: 240_000 }, async () => {
    const project = join(temporaryFolder(), "place");
    await run(["init", project, "--place", "Llanfair", "--year", "2030", "--quiet"]);
    const out = join(project, "paper.pdf");
    const made = await run(["pdf", "--pack", "--project", project, "--out", out]);
    expect(made).toMatchObject({ code: 0 });
    const [paper, areas] = ["paper.pdf", "paper-areas.pdf"].map((name) => readFileSync(join(project, name)));
    expect([paper!, areas!].every(isWhole)).toBe(true);
    expect(pageCount(paper!)).toBe(4);
    const places = readFileSync(join(project, "data-raw/areas/areas.csv"), "utf8").trim().split("\n").length - 1;
    expect(pageCount(areas!)).toBe(places);
    const text = paper!.toString("latin1");
    expect(text).toContain("/Lang (en-GB)");
    expect(text).toMatch(/\/Type \/Outlines/);
    const links = [...text.matchAll(/\/URI \(([^)]*)\)/g)].map(([, link]) => link!);
    expect(links.filter((link) => !/^https?:/.test(link))).toEqual([]);
    expect((await run(["pdf", "--pack", "--project", project, "--out", out])).code).toBe(1);
    expect((await run(["pdf", "--pack", "--project", project, "--out", out, "--replace"])).code).toBe(0);
    expect(readdirSync(project).filter((name) => name.endsWith(".pdf"))).toHaveLength(2);
  });
});
