import { describe, expect, test } from "vitest";
import { noteTold, told } from "../../src/catalogue/told.ts";
import { disclose } from "../../src/disclose/disclose.ts";
import { resultsSchema } from "../../src/results/results.ts";
import { type Cells, groupsOf, latest, reason, sexOf, shown } from "./city.ts";

function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

describe("disclose lets everything out unchanged", () => {
  const results = frozen(sexOf({ 2024: { women: [3, 100], men: [40, 90] } }));
  test.each([
    ["covers nothing", results, "none"],
    ["covers another dataset", results, ["other"]],
    ["has no threshold", { ...results, disclosure: { ...results.disclosure, threshold: null } }, "all"],
  ] as const)("where the policy %s", (_, before, covers) => {
    expect(disclose(before, covers)).toEqual(before);
  });
});

describe("disclose covers an indicator", () => {
  const results = frozen(groupsOf({ a: [3, 100], b: [40, 90], c: [50, 90] }));
  test.each([["all"], [["records"]], [["other", "wards"]]])("where the policy names %s", (covers) => {
    expect(shown(disclose(results, covers as "all" | string[]))).toEqual([
      [null, 100],
      [null, 90],
      [50, 90],
    ]);
  });

  test("and keeps the shape that results.json has", () => {
    const published = disclose(results, "all");
    expect(resultsSchema.safeParse(JSON.parse(JSON.stringify(told(published)))).error).toBeUndefined();
  });
});

describe("disclose holds back in a table with its total", () => {
  const big = [200, 400] as const;
  test.each<[string, Cells, (number | null)[][]]>([
    ["nothing at the threshold", { a: [5, 100], b: [40, 90], c: big }, [[5, 100], [40, 90], [...big]]],
    ["a count and the smallest other", { a: [4, 100], b: [40, 90], c: big }, [[null, 100], [null, 90], [...big]]],
    [
      "two small counts, which hide each other",
      { a: [4, 100], b: [3, 90], c: big },
      [[null, 100], [null, 90], [...big]],
    ],
    [
      "a third where two come to less than five",
      { a: [1, 100], b: [1, 90], c: big },
      [
        [null, 100],
        [null, 90],
        [null, 400],
      ],
    ],
    ["few people without the event", { a: [97, 100], b: [40, 90], c: big }, [[null, 100], [null, 90], [...big]]],
    ["all of a group of few people", { a: [0, 3], b: [40, 90], c: big }, [[null, null], [null, null], [...big]]],
    [
      "no zero, and no zero in place of another count",
      { a: [4, 100], b: [0, 90], c: big },
      [
        [null, 100],
        [0, 90],
        [null, 400],
      ],
    ],
  ])("%s", (_, cells, expected) => {
    expect(shown(disclose(groupsOf(cells), "all"))).toEqual(expected);
  });

  test("the total itself, where it is small", () => {
    const published = disclose(groupsOf({ a: [2, 100], b: [1, 90], c: [0, 90] }), "all");
    expect(reason(latest(published).overall)).toBe("disclosure");
    expect(shown(published)).toEqual([
      [null, 100],
      [null, 90],
      [0, 90],
    ]);
    expect(published.disclosure.suppressed).toBe(4);
  });

  test("the same counts of a rate, without a complement", () => {
    expect(shown(disclose(groupsOf({ a: [97, 100], b: [3, 90], c: big }, { kind: "rate" }), "all"))).toEqual([
      [null, 100],
      [null, 90],
      [200, 400],
    ]);
  });
});

describe("disclose marks a withheld group", () => {
  const published = disclose(groupsOf({ a: [3, 100], b: [40, 90], c: [50, 90] }), "all");
  const [a, b, c] = latest(published).groups;

  test("with [c], the reason, and the same words whether its count is small or only helps to hide one", () => {
    expect(a).toMatchObject({ marker: "[c]", working: null, estimate: { reason: "disclosure" } });
    expect(a!.notes.map(({ id }) => id)).toEqual(["suppressed"]);
    expect({ ...b, id: "", label: "", denominator: 0, share: 0 }).toEqual({
      ...a,
      id: "",
      label: "",
      denominator: 0,
      share: 0,
    });
  });

  test("and no other", () => {
    expect(c).toMatchObject({ marker: null, numerator: 50, notes: [] });
  });

  test("and names it in a note of the table", () => {
    expect(latest(published).notes.map((one) => noteTold(one).text)).toContain(
      "No figure for A, B: held back so that no small number of people can be worked out.",
    );
  });
});
