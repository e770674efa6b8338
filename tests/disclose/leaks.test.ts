import { describe, expect, test } from "vitest";
import { disclose } from "../../src/disclose/disclose.ts";
import { type Cells, cityResults, dimension, groupsOf, latest, reason, withheldGroups } from "./city.ts";

describe("disclose closes other ways to a withheld count", () => {
  test("a group against the rest, and a place among the extremes", () => {
    const published = latest(disclose(groupsOf({ a: [3, 100], b: [40, 90], c: [50, 90] }), "all"));
    expect(published.who.map(({ group }) => group)).toEqual(["c"]);
    expect(published.extremes).toBeNull();
    expect(reason(published.par)).toBe("disclosure");
    expect(reason(published.absolute)).toBeNull();
  });

  test("a note that only the withheld group bears", () => {
    const before = groupsOf({ a: [100, 100], b: [3, 90], c: [0, 4] });
    const published = latest(disclose(before, "all"));
    expect(latest(before).notes.map(({ id }) => id)).toContain("continuity-corrected");
    expect(published.groups.map(({ marker }) => marker)).toEqual(["[c]", "[c]", "[c]"]);
    expect(published.notes.map(({ id }) => id)).toEqual(["suppressed"]);
  });

  test("the share without a recorded group, where it gives the size of a group without a figure", () => {
    const cells = { a: [null, 3], b: [40, 90], c: [60, 90], "": [9, 40] } as const;
    const published = latest(disclose(groupsOf(cells), "all"));
    expect(published.unrecorded).toBeNull();
    expect(published.groups.map(({ denominator }) => denominator)).toEqual([null, 90, 90]);
  });

  test("a mean, where it gives the people without a recorded group away", () => {
    const cells = { a: [10, 100], b: [40, 90], c: [60, 90], "": [3, 40] } as const;
    const published = latest(disclose(groupsOf(cells, { everyone: { 2024: [113, 320] } }), "all"));
    expect(published.who).toEqual([]);
    expect(reason(published.par)).toBe("disclosure");
    expect(reason(published.relative)).toBe("disclosure");
    expect(reason(published.absolute)).toBeNull();
    expect(published.groups.map(({ marker }) => marker)).toEqual(["[c]", null, null]);
  });

  test("the number without a recorded group, here and on the data-gaps page", () => {
    const cells = { a: [10, 100], b: [40, 90], c: [60, 90], "": [0, 3] } as const;
    const before = groupsOf(cells);
    const published = disclose(before, "all");
    expect(before.dataGaps[0]?.cells[0]?.unrecordedShare).toBeGreaterThan(0);
    expect(latest(published).unrecorded).toBeNull();
    expect(published.dataGaps[0]?.cells[0]?.unrecordedShare).toBeNull();
  });

  test("shares, positions and the line's value there, where a size is withheld", () => {
    const before = cityResults({
      dimensions: [dimension("fifths", "quantiles", ["q1", "q2", "q3"])],
      tables: { 2024: { fifths: { q1: [2, 4], q2: [40, 90], q3: [30, 80] } } },
    });
    const published = latest(disclose(before, "all"));
    expect(latest(before).groups.every(({ ridit, fitted }) => ridit !== null && fitted !== null)).toBe(true);
    expect(published.groups.map(({ share, ridit, fitted }) => [share === null, ridit, fitted])).toEqual([
      [true, null, null],
      [false, null, null],
      [true, null, null],
    ]);
    expect(reason(published.absolute)).toBeNull();
    expect(published.line).toEqual(latest(before).line);
  });

  test("counts of the other tables, where a group is empty and its reason says so", () => {
    const results = cityResults({
      dimensions: [
        dimension("fifths", "quantiles", ["q1", "q2", "q3"], { q1: ["d"], q2: ["e"], q3: ["f"] }),
        dimension("sex", "pair", ["women", "men"]),
      ],
      tables: {
        2024: { fifths: { q1: [0, 6], q2: [6, 16], q3: [0, 0] }, sex: { women: [0, 0], men: [5, 18], "": [1, 4] } },
      },
    });
    const published = disclose(results, "all");
    const sizes = published.indicators[0]!.dimensions.map(({ periods }) =>
      periods[0]!.groups.map((g) => g.denominator),
    );
    expect(sizes).toEqual([
      [6, 16, 0],
      [0, null],
    ]);
    expect(published.indicators[0]!.dimensions.map(({ periods }) => periods[0]!.unrecorded)).toEqual([null, null]);
  });
});

describe("disclose does not hold back more", () => {
  const dimensions = [
    dimension("fifths", "quantiles", ["q1", "q2", "q3"], { q1: ["a", "b"], q2: ["c"], q3: ["d"] }),
    dimension("wards", "areas", ["a", "b", "c", "d"]),
  ];
  const wards: Cells = { a: [3, 100], b: [9, 80], c: [30, 90], d: [12, 70] };

  test("of the quantiles, where two small wards hide each other", () => {
    const fifths: Cells = { q1: [12, 180], q2: [30, 90], q3: [12, 70] };
    expect(withheldGroups(disclose(cityResults({ dimensions, tables: { 2024: { wards, fifths } } }), "all"))).toEqual([
      "wards/a",
      "wards/b",
    ]);
  });

  test("and is not misled by quantiles that count something else than their wards do", () => {
    const fifths: Cells = { q1: [50, 580], q2: [60, 500], q3: [70, 500] };
    const small = { ...wards, a: [1, 100], b: [2, 80] } as const;
    expect(
      withheldGroups(disclose(cityResults({ dimensions, tables: { 2024: { wards: small, fifths } } }), "all")),
    ).toEqual(["wards/a", "wards/b", "wards/d"]);
  });
});
