import { describe, expect, it } from "vitest";
import { figuresOf, groupsByYear, type SmallProject } from "../support/one-dataset.ts";

const project = (lines: readonly string[], indicator: object): SmallProject => groupsByYear(lines, { indicator });

const toldOf = async (made: SmallProject, id: string): Promise<string[]> =>
  (await figuresOf(made)).notes.filter(({ note }) => note.id === id).map(({ text }) => text);

describe("groups that come to more than everyone", () => {
  const told = (groups: readonly string[], all: string) =>
    toldOf(
      project([...groups.map((one, i) => `${"ABC"[i]},2022,${one}`), `All,2022,${all}`], {
        overall: { where: { grp: "All" } },
      }),
      "groups-over-everyone",
    );

  it.each([
    ["numerators", "58,1200", /^The numerators of all groups come to 61 in 2022, and that of everyone is 58\./],
    ["denominators", "61,1199", /^The denominators of all groups come to 1200 in 2022, and that of everyone is 1199\./],
  ])("are told of by their %s", async (_, all, sentence) => {
    expect(await told(["21,401", "22,402", "18,397"], all)).toEqual([expect.stringMatching(sentence)]);
  });

  it("are not where everyone is as many or more", async () => {
    expect(await told(["21,401", "22,402", "18,397"], "61,1200")).toEqual([]);
    expect(await told(["21,401", "22,402", "18,397"], "70,1300")).toEqual([]);
  });

  it("are not where rounding alone would do it", async () => {
    expect(await told(["20,400", "25,405", "20,395"], "55,1195")).toEqual([]);
    expect(await told(["20,400", "25,405", "20,395"], "50,1200")).toHaveLength(1);
  });
});

describe("more events than people", () => {
  const rate = { kind: "rate", numerator: "x", denominator: "n", per: 100, unit: "per 100 residents", accepted: "So." };
  const told = (lines: readonly string[]) =>
    toldOf(
      project(lines, { statistic: rate, sentence: { people: "residents", measure: "the rate of claims" } }),
      "more-events-than-people",
    );

  it("are told of, group by group", async () => {
    expect(await told(["A,2022,21,400", "B,2022,402,400", "C,2022,18,400"])).toEqual([
      expect.stringMatching(/^More events than people are counted for B\./),
    ]);
  });

  it("are not where they are fewer or as many", async () => {
    expect(await told(["A,2022,21,400", "B,2022,400,400", "C,2022,18,400"])).toEqual([]);
  });
});
