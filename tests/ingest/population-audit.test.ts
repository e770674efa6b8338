import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Population } from "../../src/define/population.ts";
import { type Counted, ofAnotherYear, overWhole, type Size } from "../../src/ingest/population-audit.ts";

const population = (given: Partial<Population>): Population => ({
  ...{ who: "residents", ages: "all", sex: "all", at: "2021-03-21", area: "ward", by: [] },
  ...given,
});
const size = (people: number, given: Partial<Size> = {}): Size => ({
  ...{ area: "W1", year: 2021, part: "", sex: "all", people, file: 0, row: 1 },
  ...given,
});
const counted = (column: string, given: Partial<Population>, ...sizes: Size[]): Counted => ({
  ...{ dataset: column, column, population: population(given), sizes },
});
const found = (part: Counted, whole: Counted): number[] =>
  overWhole([part], [whole]).map((excess) => excess.part.size.people);

describe("a part held against its whole", () => {
  const everybody = counted("everybody", {}, size(1000), size(400, { area: "W2" }));

  it("may not exceed it by more than 2 per cent", () => {
    const adults = (...people: number[]) =>
      counted("adults", { ages: "16+" }, ...people.map((n, i) => size(n, { area: `W${i + 1}` })));
    expect(found(adults(1020, 408), everybody)).toEqual([]);
    expect(found(adults(1021, 409), everybody)).toEqual([1021, 409]);
  });

  it.each<[string, Partial<Population>, Partial<Size>]>([
    ["households", { who: "households" }, {}],
    ["one sex", { sex: "male" }, { sex: "male" }],
    ["a span of ages", { ages: "0-15" }, {}],
    ["a group of people", { by: ["ethnic_group"] }, { part: "Asian" }],
    ["women of an age", { ages: "16-64", sex: "female" }, { sex: "female" }],
    ["the year before", { ages: "16+" }, { year: 2020 }],
    ["the year after", { ages: "16+" }, { year: 2022 }],
  ])("is found among %s", (_, of, given) => {
    expect(found(counted("part", of, size(2000, given)), everybody)).toEqual([2000]);
  });

  it.each<[string, Partial<Population>, Partial<Size>]>([
    ["the same people, counted again", {}, {}],
    ["other people", { who: "pupils", ages: "16+" }, {}],
    ["another area", { ages: "16+" }, { area: "W3" }],
    ["another time", { ages: "16+" }, { year: 2019 }],
    ["people of no area", { ages: "16+", area: undefined as never }, { area: "" }],
  ])("is not looked for among %s", (_, of, given) => {
    const { area, ...rest } = of;
    const part = "area" in of && area === undefined ? rest : of;
    const one = counted("part", part, size(2000, given));
    if ("area" in of) delete one.population.area;
    expect(found(one, everybody)).toEqual([]);
  });

  it("is not held against fewer ages or one sex", () => {
    const adults = counted("adults", { ages: "16+" }, size(800));
    expect(found(counted("children", { ages: "0-15" }, size(900)), adults)).toEqual([]);
    expect(found(everybody, adults)).toEqual([]);
    expect(found(everybody, counted("men", { sex: "male" }, size(500, { sex: "male" })))).toEqual([]);
    expect(found(counted("20s", { ages: "20-29" }, size(900)), adults)).toEqual([900]);
  });

  it("prefers the same year, and takes the larger of two beside it", () => {
    const whole = counted("whole", {}, size(900, { year: 2020 }), size(1000), size(1100, { year: 2022 }));
    const part = (people: number, year: number) => counted("part", { ages: "16+" }, size(people, { year }));
    expect(found(part(1050, 2021), whole)).toEqual([1050]);
    expect(found(part(1050, 2023), whole)).toEqual([]);
    expect(found(part(1050, 2019), whole)).toEqual([1050]);
    const beside = counted("whole", {}, size(900, { year: 2020 }), size(1100, { year: 2022 }));
    expect(found(part(1050, 2021), beside)).toEqual([]);
  });

  it("holds one sex against everybody of the same column, part by part and to the last person", () => {
    const sexes = counted(
      "people",
      { sex: { column: "sex", all: "Persons", male: "Male" }, by: ["cause"] },
      ...[size(100, { part: "falls" }), size(500, { part: "alcohol" })],
      ...[size(101, { part: "falls", sex: "male" }), size(400, { part: "alcohol", sex: "male" })],
    );
    expect(found(sexes, sexes)).toEqual([101]);
  });
});

it("finds the estimates that were frozen in 2020: more adults in Piccadilly than residents", () => {
  const table = (path: string) => {
    const [header, ...lines] = readFileSync(new URL(`../../data-raw/${path}`, import.meta.url), "utf8")
      .trim()
      .split("\n");
    const names = header!.split(",");
    return lines.map((line) =>
      Object.fromEntries(
        line
          .replaceAll('"', "")
          .split(",")
          .map((cell, i) => [names[i]!, cell]),
      ),
    );
  };
  const adults = (column: string): Counted =>
    counted(
      column,
      { ages: "16+" },
      ...table("claimants/claimants.csv").map((row) =>
        size(Number(row[column]), { area: row["ward_code"]!, year: Number(row["year"]) }),
      ),
    );
  const wards = table("wards/wards.csv");
  const residents = counted(
    "population_2021",
    {},
    ...wards.map((row) => size(Number(row["population_2021"]), { area: row["ward_code"]! })),
  );
  const named = (code: string) => wards.find((row) => row["ward_code"] === code)?.["ward_name"];
  const excess = overWhole([adults("population_16_plus_mid_year")], [residents]);
  expect(
    excess
      .filter(({ part }) => part.size.year === 2022)
      .map(({ part, whole }) => [named(part.size.area), part.size.people, whole.size.people]),
  ).toContainEqual(["Piccadilly", 19180, 11465]);
  expect(overWhole([adults("population_16_plus"), adults("population_16_plus_census_2021")], [residents])).toEqual([]);
});

it("tells periods whose denominators are of another year", () => {
  const period = (label: string, start: string, end: string, year: number) => ({ label, start, end, year });
  const sound = [
    period("2021-22", "2021-04-01", "2022-03-31", 2021),
    period("2021-22", "2021-04-01", "2022-03-31", 2022),
  ];
  const early = period("2021", "2021-01-01", "2021-12-31", 2020);
  const late = period("2021", "2021-01-01", "2021-12-31", 2022);
  expect(ofAnotherYear([...sound, early, late])).toEqual([early, late]);
});
