import { createHash } from "node:crypto";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { temporaryFolder } from "../support/command.ts";
import { packed } from "../support/packed.ts";

const { check } = await packed("run/check.js");

const temporary = temporaryFolder();
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

/** The base of the broken projects, with Brook and Café Row of one score, on either side of the cut between two thirds. */
async function tied(name: string, method: string) {
  const project = join(temporary, name);
  cpSync(join(import.meta.dirname, "../problems/base"), project, { recursive: true });
  const edit = (file: string, change: (text: string) => string) =>
    writeFileSync(join(project, file), change(readFileSync(join(project, file), "utf8")));
  edit("data-raw/areas/areas.csv", (text) => text.replace(",28.0,", ",36.5,"));
  const bytes = readFileSync(join(project, "data-raw/areas/areas.csv"));
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  edit("data-raw/areas/dataset.yaml", (text) => text.replace(/sha256: \w+/, `sha256: ${sha256}`));
  edit("tempcheck.yaml", (text) => `${text}${method}`);
  const { results } = await check({ project }, () => {});
  const thirds = results.dimensions.find(({ id }) => id === "deprivation-third")!;
  const claims = results.indicators.find(({ id }) => id === "claims")!.dimensions[0]!;
  return { members: thirds.groups.map(({ members }) => members), notes: claims.notes };
}

it("keeps areas of one score in one group and says how many", async () => {
  const { members, notes } = await tied("together", "");
  expect(members[0]).toEqual(["Abbey", "Brook, east", "Café Row"]);
  expect(notes).toContainEqual({ id: "tied-areas", parts: { areas: 2 } });
});

it("parts them by their codes in the first edition, as it did", async () => {
  const { members, notes } = await tied("apart", "method: 1\n");
  expect(members.slice(0, 2)).toEqual([
    ["Abbey", "Brook, east"],
    ["Café Row", "Dell"],
  ]);
  expect(notes.map(({ id }) => id)).not.toContain("tied-areas");
});
