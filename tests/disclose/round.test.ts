import { describe, expect, test } from "vitest";
import { noteTold } from "../../src/catalogue/told.ts";
import { disclose } from "../../src/disclose/disclose.ts";
import { isMissing } from "../../src/model.ts";
import { groupsOf, latest } from "./city.ts";

describe("disclose rounds", () => {
  const published = disclose(groupsOf({ a: [3, 101], b: [42, 93], c: [58, 94], "": [9, 22] }, { roundTo: 10 }), "all");

  test("every count left to a multiple, and says so", () => {
    const { groups, overall, unrecorded, notes } = latest(published);
    expect(groups.map(({ numerator, denominator }) => [numerator, denominator])).toEqual([
      [null, 100],
      [null, 90],
      [60, 90],
    ]);
    expect(overall).toMatchObject({ numerator: 100, denominator: 290 });
    expect(unrecorded?.count).toBe(20);
    expect(noteTold(notes.at(-1)!).text).toBe(
      "Counts are rounded to the nearest 10; percentages and gaps use the full counts.",
    );
  });

  test("head-counts too, and no percentage", () => {
    const cells = { a: [30, 101], b: [42, 93], c: [58, 94] } as const;
    const { par, groups } = latest(disclose(groupsOf(cells, { roundTo: 10 }), "all"));
    const headCount = isMissing(par) || isMissing(par.headCount) ? null : par.headCount;
    expect([headCount?.value, headCount?.lower, headCount?.upper].map((count) => (count ?? 1) % 10)).toEqual([0, 0, 0]);
    expect(groups).toEqual(
      latest(groupsOf(cells)).groups.map((group, i) => ({
        ...group,
        ...[
          { numerator: 30, denominator: 100 },
          { numerator: 40, denominator: 90 },
          { numerator: 60, denominator: 90 },
        ][i],
      })),
    );
  });
});
