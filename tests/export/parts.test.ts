import { describe, expect, it } from "vitest";
import { tables } from "../../src/export/all-tables.ts";
import { isMissing } from "../../src/reasons-and-notes.ts";
import type { TableName } from "../../src/results/tables.ts";
import { sampleton } from "../support/fixture.ts";

/** The rows of a table by the names of its columns. */
function rowsOf(results: typeof sampleton, name: TableName): Record<string, unknown>[] {
  const { fields, rows } = tables(results).find((table) => table.name === name)!;
  const columns = Object.keys(fields);
  return rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i]])));
}

const [debt, ...others] = sampleton.indicators as [(typeof sampleton.indicators)[0]];
const [dimension] = debt.dimensions as [(typeof debt.dimensions)[0]];
const { change } = dimension;
if (isMissing(change)) throw new Error("the fixture has a change");

const withParts: typeof sampleton = {
  ...sampleton,
  indicators: [
    {
      ...debt,
      dimensions: [
        {
          ...dimension,
          periods: dimension.periods.map((period) => ({
            ...period,
            contributions: [
              { group: "most", betweenGroupVariance: 6, theil: 2, concentration: 1.5 },
              { group: "least", betweenGroupVariance: 2, theil: null, concentration: null },
            ],
          })),
          change: { ...change, decomposition: [{ group: "most", level: -1.5, composition: 0.25 }] },
        },
      ],
    },
    ...others,
  ],
};

describe("the table of contributions", () => {
  it("gives each group's share of the spread, beside what it adds to each measure", () => {
    const found = rowsOf(withParts, "contribution").filter(({ indicator }) => indicator === debt.id);
    expect(found).toHaveLength(2 * dimension.periods.length);
    expect(found[0]).toMatchObject({
      group_id: "most",
      group_label: "Most deprived fifth",
      between_group_variance: 6,
      spread_share: 0.75,
      theil: 2,
      concentration: 1.5,
    });
    expect(found[1]).toMatchObject({ group_id: "least", spread_share: 0.25, theil: null, concentration: null });
  });

  it("gives what each group adds to a change, with both periods", () => {
    const found = rowsOf(withParts, "change_contribution").filter(({ indicator }) => indicator === debt.id);
    expect(found).toEqual([
      {
        indicator: debt.id,
        dimension: "fifths",
        baseline: change.baseline.label,
        current: change.current.label,
        group_id: "most",
        group_label: "Most deprived fifth",
        level: -1.5,
        composition: 0.25,
      },
    ]);
  });
});

describe("the table of head-counts", () => {
  it("has a row for each period: the head-count with its limits, or why there is none", () => {
    const found = rowsOf(sampleton, "head_count");
    const periods = sampleton.indicators.flatMap(({ dimensions }) => dimensions.flatMap((one) => one.periods));
    expect(found).toHaveLength(periods.length);
    found.forEach((row, i) => {
      const { par } = periods[i]!;
      if (isMissing(par)) expect(row).toMatchObject({ reference: null, head_count: null, reason: par.reason });
      else if (isMissing(par.headCount)) expect(row).toMatchObject({ par: par.par.value, head_count: null });
      else
        expect(row).toMatchObject({
          reference: par.reference,
          par: par.par.value,
          head_count: par.headCount.value,
          head_count_lower: par.headCount.lower,
          reason: null,
        });
    });
    expect(found.some(({ head_count }) => head_count !== null)).toBe(true);
  });
});
