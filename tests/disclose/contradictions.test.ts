import { describe, expect, it } from "vitest";
import type { CountSystem } from "../../src/disclose/cell.ts";
import { combined, type Form, unknown } from "../../src/disclose/form.ts";
import { holdBack } from "../../src/disclose/hold-back.ts";
import { isConsistent, withoutContradictions } from "../../src/disclose/outside.ts";
import { solver } from "./city.ts";
import { tableOf } from "./tables.ts";

const policy = { threshold: 5, roundTo: null };
const table = tableOf(
  [
    [3, 100],
    [4, 90],
    [50, 200],
  ],
  { isShare: false },
);
const [a, b, c] = table.cells.map((cell) => cell.numerator!.form) as [Form, Form, Form];
const events = unknown("everyone");
const addUp = combined([[events, -1], ...[a, b, c].map((form): [Form, number] => [form, 1])]);
const given = { form: events, lower: 1, upper: 4 };
const rangesOf = (system: CountSystem) => [...holdBack(system, policy, solver)].map(([key, { range }]) => [key, range]);

describe("tables that contradict one another", () => {
  it("hold back what they do without the sum that cannot be: 57 are not 1 to 4", () => {
    const odd = { ...table, relations: [addUp], given: [given] };
    expect(isConsistent(odd, solver)).toBe(false);
    expect(withoutContradictions(odd, solver)).toMatchObject({ relations: [], given: [given] });
    expect(rangesOf(odd)).toEqual(rangesOf(table));
    expect(rangesOf(table)).toEqual(["g0", "g1"].map((group) => [`${group}/numerator`, { lower: 1, upper: 6 }]));
  });

  it("need not hide what only such a sum would give away", () => {
    const rest = unknown("rest");
    const relations = [
      combined([
        [addUp, 1],
        [rest, 1],
      ]),
    ];
    const odd = { ...table, relations, given: [given], derived: [{ form: rest, count: 2 }] };
    expect(rangesOf(odd)).toEqual(rangesOf(table));
  });

  it("leave out a range of the source that no count can have", () => {
    const odd = { ...table, given: [{ form: c, lower: 1, upper: 4 }] };
    expect(withoutContradictions(odd, solver).given).toEqual([]);
    expect(rangesOf(odd)).toEqual(rangesOf(table));
  });

  it("keep every sum that can be", () => {
    const sound = { ...table, relations: [addUp], given: [{ ...given, upper: 99 }] };
    expect(withoutContradictions(sound, solver)).toBe(sound);
  });

  it("hold back nothing of a table without a count", () => {
    const cells = table.cells.map((cell) => ({ ...cell, numerator: null, denominator: null }));
    expect(rangesOf({ ...table, cells })).toEqual([]);
  });
});
