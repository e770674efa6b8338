import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { sayIn } from "../../src/catalogue/say.ts";
import { temporaryFolder } from "../support/command.ts";
import { packed } from "../support/packed.ts";
import { type Area, sexes, writeSexProject } from "../support/sex-project.ts";

const { audit, auditCounts, auditLines } = await packed("run/audit.js");
const { build } = await packed("run/build.js");
const { check } = await packed("run/check.js");

const temporary = temporaryFolder();
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

const silent = () => {};
const areas: Area[] = [
  [
    [20, 300],
    [22, 310],
  ],
  [
    [3, 280],
    [31, 290],
  ],
  [
    [40, 270],
    [45, 300],
  ],
  [
    [35, 320],
    [38, 310],
  ],
  [
    [50, 330],
    [44, 280],
  ],
];

const project = (options?: Parameters<typeof writeSexProject>[2], of = areas): string => {
  const folder = mkdtempSync(join(temporary, "project-"));
  writeSexProject(folder, of, options);
  return folder;
};
const audited = async (folder: string) => audit(await check({ project: folder }, silent));
const heldIn = ({ tables }: Awaited<ReturnType<typeof audited>>, side = "numerator"): string[] =>
  tables.flatMap(({ indicator, counts }) =>
    counts.flatMap((count) => (count.held && count.side === side ? [`${indicator} ${count.group}`] : [])),
  );

describe("audit of persons, men and women", () => {
  it.each([
    ["named as parts of one whole", ", wholes: [{ whole: persons, parts: [men, women] }]"],
    ["that nobody names, and that add up in every cell", ""],
  ])("holds back two of them or more where one is small, %s", async (_, wholes) => {
    const found = heldIn(await audited(project({ wholes })));
    expect(found).toContain("men b");
    // Persons less women would give the three men.
    expect(found.filter((one) => one.endsWith(" b")).length).toBeGreaterThan(1);
    // Of each table in which one is held back, its total less the others would give it.
    for (const sex of sexes) expect(found.filter((one) => one.startsWith(`${sex} `)).length).not.toBe(1);
  });

  it("says of each count held back why, and what it could be from outside: never one thing alone", async () => {
    const { tables } = await audited(project());
    const held = tables.flatMap(({ counts }) => counts.flatMap((count) => count.held ?? []));
    expect(held.filter(({ why }) => why === "small")).toHaveLength(1);
    for (const { outside } of held) expect(outside.upper ?? Infinity).toBeGreaterThan(outside.lower);
  });

  it("prints every count that is published, and counts both", async () => {
    const checked = await check({ project: project() }, silent);
    const report = audit(checked);
    const lines = auditLines(report, checked, sayIn({ language: "en-GB" }));
    const { published, held } = auditCounts(report);
    expect(lines.filter((line) => line.startsWith("      "))).toHaveLength(published);
    expect(lines.filter((line) => line.startsWith("  [c]"))).toHaveLength(held);
    expect(lines).toContain("      A, those counted: 42");
    expect(lines.join("\n")).not.toMatch(/\bB, those counted: 3$/m);
  });

  it("refuses a whole that is no indicator", async () => {
    await expect(audited(project({ wholes: ", wholes: [{ whole: everybody, parts: [men] }]" }))).rejects.toThrow(
      /an indicator/,
    );
  });
});

describe("build --internal", () => {
  it("holds nothing back, in a folder whose name and cover say so, that nothing is compared with", async () => {
    const folder = project();
    const { output, results } = await build({ project: folder, internal: true }, silent);
    expect(output).toMatch(/2024-internal-not-for-publication$/);
    expect(results.title).toMatch(/^INTERNAL, NOT FOR PUBLICATION: /);
    expect(readdirSync(output)).toContain("NOT-FOR-PUBLICATION.txt");
    expect(readFileSync(join(output, "report/index.html"), "utf8")).toContain("INTERNAL, NOT FOR PUBLICATION");
    const men = results.indicators.find(({ id }) => id === "men")!.dimensions[0]!.periods[0]!;
    expect(men.groups[1]!.numerator).toBe(3);
    await expect(build({ project: folder, previous: output }, silent)).rejects.toThrow(/--internal/);
  });

  it("refuses a folder whose name does not say so", async () => {
    await expect(build({ project: project(), internal: true, out: join(temporary, "2024") }, silent)).rejects.toThrow(
      /internal/,
    );
  });
});

describe("build --previous", () => {
  it("hides behind nothing that the earlier edition printed", async () => {
    const [before, after] = [project(), project()];
    const { output } = await build({ project: before, out: join(temporary, "first") }, silent);
    const first = await audited(before);
    const second = audit(await check({ project: after, previous: output }, silent));
    expect(heldIn(second)).toEqual(heldIn(first));
  });
});
