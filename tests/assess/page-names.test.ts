import { expect, it } from "vitest";
import { pageNames } from "../../src/assess/page-names.ts";

const named = (labels: readonly string[]) =>
  pageNames(labels.map((label, i) => ({ label, dimension: "area", group: `S0${i}` })));

it("names pages after areas", () => {
  expect(named(["Ancoats & Beswick", "Łódź", "St. Ann’s"])).toEqual(["ancoats-beswick", "lodz", "st-anns"]);
});

it("adds the dimension and the code where names differ in what addresses drop", () => {
  expect(named(["A 1", "a-1", "A.1"])).toEqual(["a-1--area--s00", "a-1--area--s01", "a-1--area--s02"]);
  expect(named(["北京", "..", "con"])).toEqual(["area--s00", "area--s01", "con--area--s02"]);
});

it("cuts long names short, each with a mark of its own", () => {
  const names = named(["a".repeat(300), "a".repeat(301), `${"a".repeat(300)} b`]);
  expect(new Set(names).size).toBe(3);
  for (const name of names) expect(name).toMatch(/^a{66}--[0-9a-f]{12}$/);
});

it("tells apart areas whose codes differ in what addresses drop too", () => {
  const [one, other] = pageNames([
    { label: "A", dimension: "area", group: "S 1" },
    { label: "a", dimension: "area", group: "S-1" },
  ]);
  expect(one).not.toBe(other);
});
