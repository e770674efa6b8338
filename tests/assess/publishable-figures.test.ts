import { describe, expect, it, test } from "vitest";
import type { PrintedCell } from "../../src/assess/printed-counts.ts";
import { noteTold, told } from "../../src/catalogue/told.ts";
import { isMissing } from "../../src/reasons-and-notes.ts";
import { resultsSchema } from "../../src/results/results.ts";
import {
  type Cells,
  type City,
  dimension,
  first,
  groupsOf,
  latest,
  published,
  reason,
  sexOf,
  shown,
  uncoveredResults,
  withheldGroups,
} from "../disclose/city.ts";

const small = groupsOf({ a: [3, 100], b: [40, 90], c: [50, 90] });

describe("a policy lets everything out unchanged", () => {
  test.each<[string, Partial<City>]>([
    ["covers nothing", { covers: "none" }],
    ["covers another dataset", { covers: ["wards"] }],
    ["has neither a threshold nor a multiple", { threshold: null }],
  ])("where it %s", (_, policy) => {
    const { disclosure: __, ...rest } = published({ ...small, ...policy });
    const { disclosure: ___, ...open } = uncoveredResults(small);
    expect(rest).toEqual(open);
    expect(latest(published({ ...small, ...policy })).groups[0]!.numerator).toBe(3);
  });

  it("where nothing is small", () => {
    const city = groupsOf({ a: [30, 100], b: [40, 90], c: [50, 90] });
    expect(latest(published(city))).toEqual(latest(uncoveredResults(city)));
  });
});

describe("a policy covers an indicator", () => {
  test.each<[City["covers"]]>([["all"], [["records"]], [["wards", "records"]]])("where it names %s", (covers) => {
    expect(shown(published({ ...small, covers: covers! }))).toEqual([
      [null, 100],
      [null, 90],
      [50, 90],
    ]);
  });

  it("and says nowhere how many rows it has: one may be a person", () => {
    const rowsOf = (city: Partial<City>) => {
      const { sources } = published({ ...small, ...city });
      return sources.map(({ id, rows }) => [id, rows === null]);
    };
    const covered = rowsOf({ covers: ["records"] });
    expect(covered).toContainEqual(["records", true]);
    expect(covered.filter(([, isClosed]) => isClosed)).toEqual([["records", true]]);
    expect(rowsOf({ covers: "none" }).some(([, isClosed]) => isClosed)).toBe(false);
  });

  it("and keeps the shape that results.json has", () => {
    const written: unknown = JSON.parse(JSON.stringify(told(published(small))));
    expect(resultsSchema.safeParse(written).error).toBeUndefined();
  });
});

describe("a group whose count is held back", () => {
  const results = published(small);
  const { groups, notes, who, extremes, absolute } = latest(results);
  const [a, b, c] = groups;

  it("is marked [c], with the same words whether its count is small or only hides one", () => {
    expect(a).toMatchObject({ marker: "[c]", working: null, estimate: { reason: "disclosure" } });
    const { id, label, denominator, share, ...own } = a!;
    expect(b).toMatchObject(own);
    expect(notes.map((one) => noteTold(one).text)).toContain(
      "No figure for A, B: held back so that no small number of people can be worked out.",
    );
  });

  it("leaves the others as they are", () => {
    expect(c).toMatchObject({ marker: null, numerator: 50, notes: [] });
  });

  it("is set against nobody, and named neither best nor worst", () => {
    expect(who.map(({ group }) => group)).toEqual(["c"]);
    expect(extremes).toBeNull();
  });

  it("is in the gap as what it could be, and in the level as the published total", () => {
    const { overall } = latest(results);
    expect(isMissing(absolute)).toBe(false);
    expect(overall).toEqual(latest(uncoveredResults(small)).overall);
  });
});

/** Every number in what is published, but for shares and sizes. */
const numbersIn = (value: unknown): number[] =>
  typeof value === "number"
    ? [value]
    : typeof value === "object" && value !== null
      ? Object.values(value).flatMap(numbersIn)
      : [];

describe("figures are made of what is published", () => {
  const ladder = (cells: Cells): City => ({
    dimensions: [dimension("fifths", "quantiles", ["q1", "q2", "q3", "q4"])],
    tables: {
      2023: { fifths: { q1: [60, 300], q2: [50, 310], q3: [40, 320], q4: [31, 330] } },
      2024: { fifths: cells },
    },
  });

  it("so that another split of the same withheld counts gives the same results to the last digit", () => {
    const [one, other] = [
      published(ladder({ q1: [60, 300], q2: [45, 310], q3: [21, 320], q4: [4, 330] })),
      published(ladder({ q1: [60, 300], q2: [45, 310], q3: [23, 320], q4: [2, 330] })),
    ];
    expect(withheldGroups(one)).toEqual(["fifths/q3", "fifths/q4"]);
    expect(other).toEqual(one);
    expect(numbersIn(latest(one).measures).length).toBeGreaterThan(20);
  });

  it("and so that unordered groups and pairs do too", () => {
    const [one, other] = [
      { a: [3, 100], b: [40, 90] },
      { a: [2, 100], b: [41, 90] },
    ].map((cells) => published(groupsOf({ ...(cells as unknown as Cells), c: [50, 90] })));
    expect(other).toEqual(one);
    const [pair, split] = [[3, 40] as const, [4, 39] as const].map(([women, men]) =>
      published(sexOf({ 2024: { women: [women, 100], men: [men, 90] } })),
    );
    expect(split).toEqual(pair);
  });

  it("counts of few people close the group, and sizes the ladder", () => {
    const results = published(ladder({ q1: [60, 400], q2: [45, 310], q3: [1, 4], q4: [40, 330] }));
    expect(latest(results).groups.map(({ marker }) => marker)).toEqual([null, "[c]", "[c]", null]);
    expect(reason(latest(results).absolute)).toBe("missing-group");
    expect(latest(results).groups.map(({ ridit }) => ridit)).toEqual([null, null, null, null]);
  });
});

describe("counts are rounded", () => {
  const cells: Cells = { a: [61, 1001], b: [46, 1002], c: [31, 1003] };
  const results = published(groupsOf(cells, { threshold: null, roundTo: 5 }));
  const { groups, overall, absolute } = latest(results);

  it("to their multiple, and values are those of the rounded counts", () => {
    expect(groups.map(({ numerator, denominator }) => [numerator, denominator])).toEqual([
      [60, 1000],
      [45, 1000],
      [30, 1005],
    ]);
    expect(groups.map(({ estimate }) => (isMissing(estimate) ? null : estimate.value))).toEqual([
      6,
      4.5,
      (100 * 30) / 1005,
    ]);
    expect(overall).toMatchObject({ numerator: 140, denominator: 3005, value: (100 * 140) / 3005 });
  });

  it("so that counts of the same multiples give the same results", () => {
    const others = published(groupsOf({ a: [59, 999], b: [45, 1000], c: [29, 1006] }, { threshold: null, roundTo: 5 }));
    expect(latest(others).groups).toEqual(groups);
    expect(latest(others).absolute).toEqual(absolute);
  });

  it("and say so", () => {
    expect(latest(results).notes.map(({ id }) => id)).toContain("suppressed");
  });
});

describe("what hangs together is held back together", () => {
  const wards: Cells = { a: [3, 100], b: [9, 80], c: [30, 90], d: [12, 70] };
  const dimensions = [
    dimension("fifths", "quantiles", ["q1", "q2", "q3"], { q1: ["a", "b"], q2: ["c"], q3: ["d"] }),
    dimension("wards", "areas", ["a", "b", "c", "d"]),
  ];

  it("not the quantiles, where two small wards hide each other", () => {
    const fifths: Cells = { q1: [12, 180], q2: [30, 90], q3: [12, 70] };
    expect(withheldGroups(published({ dimensions, tables: { 2024: { wards, fifths } } }))).toEqual([
      "wards/a",
      "wards/b",
    ]);
  });

  it("nor is it misled by quantiles that count something else than their wards do", () => {
    const fifths: Cells = { q1: [50, 580], q2: [60, 500], q3: [70, 500] };
    const few = { ...wards, a: [1, 100], b: [2, 80] } as const;
    expect(withheldGroups(published({ dimensions, tables: { 2024: { wards: few, fifths } } }))).toEqual([
      "wards/a",
      "wards/b",
      "wards/d",
    ]);
  });

  it("a group whose missing neighbour is in no total of everyone", () => {
    const cells: Cells = { a: [2, 100], b: [40, 90], c: [null, 90] };
    const results = published(groupsOf(cells, { everyone: { 2024: [42, 190] } }));
    expect(withheldGroups(results)).toEqual(["sex/a", "sex/b"]);
  });

  it("years, and the period that is made of them", () => {
    const rows = (a: number, b: number): Cells => ({ a: [a, 100], b: [b, 90], c: [50, 90] });
    const tables = { 2023: { sex: rows(3, 40) }, 2024: { sex: rows(20, 30) } };
    const pool = { "2023-24": { sex: { a: [23, 200], b: [70, 180], c: [100, 180] } as Cells } };
    const city = { ...groupsOf({}), tables: { ...tables, ...pool } };
    const results = published(city);
    const held = first(results).periods.map(({ period, groups }) => [
      period.label,
      groups.flatMap(({ id, marker }) => (marker === "[c]" ? [id] : [])),
    ]);
    // Less 20 of 2024, 23 would give the 3 of 2023.
    const inPool = new Map(held as [string, string[]][]).get("2023-24")!;
    const inYear = new Map(held as [string, string[]][]).get("2024")!;
    expect(inPool.includes("a") || inYear.includes("a")).toBe(true);
  });

  it("and averages of years, which do not add up, are no parts of one another", () => {
    const rows = (a: number): Cells => ({ a: [a, 100], b: [40, 90], c: [50, 90] });
    const city = {
      ...groupsOf({}),
      tables: { 2023: { sex: rows(3) }, 2024: { sex: rows(20) }, "2023-24": { sex: rows(11) } },
    };
    const held = first(published(city)).periods.map(({ groups }) => groups.filter(({ marker }) => marker).length);
    expect(held.reduce((sum, count) => sum + count, 0)).toBe(2);
  });
});

describe("an earlier edition", () => {
  const everything = groupsOf({ a: [3, 100], b: [40, 90], c: [50, 90] });
  const told = (counts: Record<string, number | "held-back">) => (cell: PrintedCell, side: string) =>
    side === "numerator" ? (counts[cell.group] ?? null) : null;

  it("keeps its own choice: what it held back stays so, and what it printed hides nothing", () => {
    const results = published(everything, told({ a: "held-back", b: 40, c: "held-back" }));
    expect(withheldGroups(results)).toEqual(["sex/a", "sex/c"]);
  });

  it("holds a group back that is no longer small, where the earlier totals would give it", () => {
    const grown = groupsOf({ a: [6, 100], b: [40, 90], c: [50, 90] });
    expect(withheldGroups(published(grown))).toEqual([]);
    expect(withheldGroups(published(grown, told({ a: "held-back", b: "held-back", c: 50 })))).toEqual([
      "sex/a",
      "sex/b",
    ]);
  });
});
