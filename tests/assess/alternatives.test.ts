import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { copyProject, temporaryFolder } from "../support/command.ts";
import { packed } from "../support/packed.ts";

const { check } = await packed("run/check.js");

const temporary = temporaryFolder();
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

const sampleton = join(import.meta.dirname, "../golden/sampleton");

/** A copy of a project, changed by hand, and checked: the whole of it, or some of its indicators. */
async function checked(
  name: string,
  copy: (to: string) => void,
  edits: [file: string, from: string, to: string][],
  indicators?: readonly string[],
) {
  const project = join(temporary, name);
  copy(project);
  for (const [file, from, to] of edits) {
    const text = readFileSync(join(project, file), "utf8");
    if (!text.includes(from)) throw new Error(`${file} lacks ${from}`);
    writeFileSync(join(project, file), text.replace(from, to));
  }
  return (await check({ project, indicators }, () => {})).results;
}
const ofSampleton = (name: string, ...edits: [string, string, string][]) =>
  checked(name, (to) => cpSync(sampleton, to, { recursive: true }), edits, ["claims", "stays"]);
const ofManchester = (name: string, ...edits: [string, string, string][]) =>
  checked(name, copyProject, edits, ["claimants"]);

const breakdown = (results: Awaited<ReturnType<typeof checked>>, indicator: string) =>
  results.indicators.find(({ id }) => id === indicator)!.dimensions[0]!;

const claimants = "indicators/claimants.yaml";
const divided = (column: string): [string, string, string] => [
  claimants,
  "denominator: population_16_plus\n",
  `denominator: ${column}\n`,
];

describe("a gap by another ranking", () => {
  it("is the one that the project has when it ranks its areas that way", async () => {
    const [usual, other] = await Promise.all([
      ofSampleton("ranked-by-score"),
      ofSampleton(
        "ranked-by-income",
        ["tempcheck.yaml", "    score: score\n", "    score: income\n"],
        ["tempcheck.yaml", "high_score: most-disadvantaged", "high_score: least-disadvantaged"],
      ),
    ]);
    for (const id of ["claims", "stays"]) {
      const { alternatives } =
        id === "claims"
          ? breakdown(usual, id)
          : usual.indicators
              .find((one) => one.id === id)!
              .dimensions.find(({ dimension }) => dimension === "local-quarter")!;
      const own = other.indicators
        .find((one) => one.id === id)!
        .dimensions.find(({ dimension }) => dimension === "local-quarter")!;
      const income = alternatives.find((one) => one.id === "income")!;
      expect(income.gaps.length).toBeGreaterThan(0);
      for (const { period, absolute, relative } of income.gaps)
        expect({ absolute, relative }).toEqual(
          (({ absolute, relative }) => ({ absolute, relative }))(
            own.periods.find((one) => one.period.label === period)!,
          ),
        );
    }
    const rankingOf = (results: typeof usual) => results.dimensions.find(({ id }) => id === "local-quarter")!;
    const groupIn = (results: typeof usual, area: string) =>
      rankingOf(results).groups.find(({ members }) => members.includes(area))!.id;
    const areas = rankingOf(usual).groups.flatMap(({ members }) => members);
    const moved = areas.filter((area) => groupIn(usual, area) !== groupIn(other, area));
    expect(moved.length).toBeGreaterThan(0);
    expect(rankingOf(usual).rankings).toMatchObject([
      {
        id: "income",
        areas: 12,
        moved: moved.map((area) => ({ area, from: groupIn(usual, area), to: groupIn(other, area) })),
      },
    ]);
  });
});

describe("another denominator", () => {
  it("gives the gap that the indicator has when it divides by it", async () => {
    const [usual, census] = await Promise.all([
      ofManchester("usual"),
      ofManchester("census", divided("population_16_plus_census_2021")),
    ]);
    const { alternatives } = breakdown(usual, "claimants");
    const found = alternatives.find(({ id }) => id === "population_16_plus_census_2021")!;
    expect(found.gaps.map(({ period }) => period)).toEqual(["2019", "2022"]);
    const { periods } = breakdown(census, "claimants");
    for (const { period, absolute } of found.gaps)
      expect(absolute).toEqual(periods.find((one) => one.period.label === period)!.absolute);
    const own = breakdown(usual, "claimants").periods.find(({ period }) => period.label === "2019")!;
    expect(found.gaps[0]!.absolute).not.toEqual(own.absolute);
  });

  it("is refused as the denominator, where it has more adults than there are residents", async () => {
    await expect(ofManchester("mid-year", divided("population_16_plus_mid_year"))).rejects.toThrow(
      /residents aged 16\+ of E05011376 in 2020 are not more than residents of E05011376 in 2021, 11465 in data-raw\/wards\/wards.csv:\d+ {2}column population_2021\n {2}found: 19180/,
    );
  });

  it("is refused as another one too, unless the definition says why that may be", async () => {
    const accepted = / {6}accepted: >-\n.*\n/.exec(
      readFileSync(join(import.meta.dirname, "../..", claimants), "utf8"),
    )![0];
    await expect(ofManchester("not-accepted", [claimants, accepted, ""])).rejects.toThrow(/found: 19180/);
  });
});
