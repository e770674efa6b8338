import { describe, expect, it } from "vitest";
import { tables } from "../../src/export/all-tables.ts";
import { notComputable } from "../../src/reasons-and-notes.ts";
import { sampleton } from "../support/fixture.ts";
import { withResults } from "../support/moved.ts";

const results = withResults(sampleton, {
  debt: ({ comparators: [first] }) => ({
    comparators: [
      {
        ...first!,
        periods: [
          {
            period: "2022",
            overall: { value: 15, lower: 14, upper: 16 },
            absolute: { value: 4.1, lower: 3, upper: 5 },
            relative: notComputable("no-rows"),
          },
        ],
      },
    ],
    publishedElsewhere: [
      {
        ...{ measure: "Slope", source: "x", unit: "years", note: "", period: "2016", own: 8 },
        places: [{ place: "thirdham", value: 6, values: [{ period: "2015", value: 7 }] }],
      },
    ],
  }),
});

describe("the table of other places by period", () => {
  const table = tables(results).find(({ name }) => name === "elsewhere")!;
  const row = (...from: (string | number | null)[]) => ["debt", "fifths", ...from];

  it("has the level, both gaps and published gaps, and why one is missing", () => {
    expect(table.rows).toEqual([
      row("otherton", "Otherton", "level", "level", "2022", "%", 15, 14, 16, null, null),
      row("otherton", "Otherton", "absolute", "sii", "2022", "%", 4.1, 3, 5, null, null),
      row("otherton", "Otherton", "relative", "rii", "2022", "ratio", null, null, null, "no-rows", expect.any(String)),
      row("thirdham", "Thirdham", "published", "Slope", "2015", "years", 7, null, null, null, null),
    ]);
  });

  it("is named by its key", () => {
    const at = table.key.map((name) => Object.keys(table.columns).indexOf(name));
    const keys = table.rows.map((cells) => at.map((i) => cells[i]).join("|"));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("is empty where no other place has figures of a period", () => {
    expect(tables(sampleton).find(({ name }) => name === "elsewhere")!.rows).toEqual([]);
  });
});
