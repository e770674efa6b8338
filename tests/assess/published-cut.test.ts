import { createHash } from "node:crypto";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { temporaryFolder } from "../support/command.ts";
import { packed } from "../support/packed.ts";

const { check } = await packed("run/check.js");

const temporary = temporaryFolder();
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

let projects = 0;
/** The base of the broken projects with its areas cut as a column says, in which `cells` writes their third: 1 is the most deprived. */
async function cutBy(keys: string, match: readonly string[] = [], cells: (third: string) => string = (third) => third) {
  const project = join(temporary, String(++projects));
  cpSync(join(import.meta.dirname, "../problems/base"), project, { recursive: true });
  const edit = (file: string, change: (text: string) => string) =>
    writeFileSync(join(project, file), change(readFileSync(join(project, file), "utf8")));
  edit("data-raw/areas/areas.csv", (text) =>
    text.replace("third", "third,cut").replace(/,([123])$/gm, (_, third: string) => `,${third},${cells(third)}`),
  );
  const bytes = readFileSync(join(project, "data-raw/areas/areas.csv"));
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const type = /[a-z]/.test(cells("1")) ? "text" : "integer";
  edit("data-raw/areas/dataset.yaml", (text) =>
    text.replace(/sha256: \w+/, `sha256: ${sha256}`).replace("  third:", `  cut: { type: ${type} }\n  third:`),
  );
  const ranked = "cut: equal-population\n    score: score\n    population: population";
  const thirds = ["most deprived", "middle", "least deprived"].map((one) => `phrase: the ${one} third }`);
  edit("tempcheck.yaml", (text) =>
    match.reduce(
      (made, value, i) => made.replace(thirds[i]!, thirds[i]!.replace(" }", `, match: [${JSON.stringify(value)}] }`)),
      text.replace(ranked, `cut: published\n    quantile: cut${keys}`),
    ),
  );
  const { results } = await check({ project }, () => {});
  const { groups } = results.dimensions.find(({ id }) => id === "deprivation-third")!;
  const claims = results.indicators.find(({ id }) => id === "claims")!.dimensions[0]!;
  return { members: groups.map(({ members }) => members), gaps: claims.periods.map(({ absolute }) => absolute) };
}

const turned = (third: string): string => String(4 - Number(third));
const low = await cutBy("\n    high_score: least-disadvantaged");

it("reads 1 as the most disadvantaged where a high number is of the least", () => {
  expect(low.members.map((names) => names[0])).toEqual(["Abbey", "Café Row", "Elms"]);
});

it.each<[string, Parameters<typeof cutBy>]>([
  ["a high number is of the most disadvantaged", ["\n    high_score: most-disadvantaged", [], turned]],
  ["match says which number each group is", ["", ["3", "2", "1"], turned]],
  ["match and high_score say the same", ["\n    high_score: most-disadvantaged", ["3", "2", "1"], turned]],
  [
    "match names values that are no numbers",
    ["", ["Third A", "Third B", "Third C"], (third) => `Third ${"ABC"[Number(third) - 1]}`],
  ],
])("gives the same groups and gaps from the reverse numbers or names where %s", async (_, given) => {
  expect(await cutBy(...given)).toEqual(low);
});

it("puts the groups the other way round where the wrong end is declared", async () => {
  const wrong = await cutBy("\n    high_score: most-disadvantaged");
  expect(wrong.members).toEqual([...low.members].reverse());
});
