import { describe, expect, test } from "vitest";
import { disclose } from "../../src/disclose/disclose.ts";
import type { Publishable } from "../../src/results/results.ts";
import { type Cells, first, reason, sexOf } from "./city.ts";

describe("disclose of a pair with a withheld side", () => {
  const years = [2016, 2018, 2020, 2022, 2024];
  const cells = (small: number): Record<string, Cells> =>
    Object.fromEntries(
      years.map((year, i) => [year, { women: [year === small ? 3 : 30 + 2 * i, 100], men: [40 + i, 90] }]),
    );
  const of = (small: number): Publishable => {
    const results = sexOf(cells(small));
    first(results).publishedGaps = ["records", "elsewhere"].map((source) => ({
      measure: "D",
      source,
      unit: "%",
      note: "",
      judged: false,
      values: years.map((year) => ({ period: String(year), value: 1 })),
    }));
    return disclose(results, ["records"]);
  };

  test.each([2016, 2020, 2024])("withholds the difference and the ratio of %i alone", (small) => {
    expect(first(of(small)).periods.map(({ absolute, relative }) => [reason(absolute), reason(relative)])).toEqual(
      years.map((year) => (year === small ? ["disclosure", "disclosure"] : [null, null])),
    );
  });

  test("withholds trends and paces that run through it", () => {
    const { trends, paces } = first(of(2020));
    expect([reason(trends.absolute), reason(trends.relative)]).toEqual(["disclosure", "disclosure"]);
    expect(paces[0]).toMatchObject({ year: null, earliest: null, latest: null });
    const open = first(of(0));
    expect([reason(open.trends.absolute), reason(open.trends.relative)]).toEqual([null, null]);
  });

  test.each([2022, 2024])("withholds the change and its verdict where %i is one of the two periods", (small) => {
    const { change, verdict } = first(of(small));
    expect(reason(change)).toBe("disclosure");
    expect(verdict).toEqual({
      id: "not-compared",
      temperature: "no-reading",
      absolute: "not-compared",
      relative: "not-compared",
      overall: "not-compared",
      basis: "none",
      levellingDown: false,
      because: { reason: "disclosure", parts: {} },
    });
  });

  test("keeps the change and its verdict where the period is not one of the two", () => {
    const { change, verdict } = first(of(2020));
    expect(reason(change)).toBeNull();
    expect(verdict).toEqual(first(sexOf(cells(2020))).verdict);
  });

  test("withholds the same period of a gap that the covered dataset publishes, not of another's", () => {
    const [records, elsewhere] = first(of(2020)).publishedGaps;
    expect(records!.values.map(({ period }) => period)).toEqual(["2016", "2018", "2022", "2024"]);
    expect(elsewhere!.values).toHaveLength(5);
  });
});
