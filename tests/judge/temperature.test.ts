import { describe, expect, it } from "vitest";
import { catalogues } from "../../src/catalogue/catalogue.ts";
import { gapVerdict } from "../../src/judge/temperature.ts";
import { type GapDirection, gapDirections, type Temperature, type VerdictId, verdictIds } from "../../src/model.ts";

/** The table of the method, one row to a line, in its order: the first row that holds decides. */
const rows: [(absolute: GapDirection, relative: GapDirection) => boolean, VerdictId, Temperature][] = [
  [(a, r) => a === "narrower" && r === "narrower", "closing", "cooling"],
  [(a, r) => a === "narrower" && r !== "wider", "smaller-in-points-only", "easing"],
  [(a, r) => r === "narrower" && a !== "wider", "smaller-in-ratio-only", "easing"],
  [(a, r) => a === "wider" && r === "wider", "widening", "heating"],
  [(a, r) => a === "wider" && r !== "narrower", "larger-in-points-only", "warming"],
  [(a, r) => r === "wider" && a !== "narrower", "larger-in-ratio-only", "warming"],
  [(a, r) => [a, r].sort().join() === "narrower,wider", "points-and-ratio-disagree", "mixed"],
  [(a, r) => a === "little-changed" && r === "little-changed", "little-changed", "steady"],
  [(a, r) => a === "depends" && r === "depends", "depends", "unclear"],
  [(a, r) => a === "not-compared" && r === "not-compared", "not-compared", "no-reading"],
  [() => true, "cannot-tell", "unclear"],
];

const pairs = gapDirections.flatMap((absolute) => gapDirections.map((relative) => [absolute, relative] as const));

describe("gapVerdict", () => {
  it.each(pairs)("reads the table of docs/method.md section 6: %s in points, %s in ratio", (absolute, relative) => {
    const [, gap, temperature] = rows.find(([holds]) => holds(absolute, relative))!;
    expect(gapVerdict(absolute, relative, "since-baseline", false)).toEqual({
      gap,
      temperature,
      basis: "since-baseline",
      levellingDown: false,
    });
  });

  it("knows no verdict that the table lacks, and all that it has", () => {
    const made = new Set(pairs.map((pair) => gapVerdict(...pair, "trend", false).gap));
    expect([...made].sort()).toEqual([...verdictIds].sort());
    expect(new Set(rows.map(([, id]) => id))).toEqual(made);
  });

  it("treats points and ratio alike: swapping them swaps only which is named", () => {
    const swap = (id: VerdictId): string =>
      id.replace(/-in-(points|ratio)-/, (_, one: string) => (one === "points" ? "-in-ratio-" : "-in-points-"));
    for (const [absolute, relative] of pairs) {
      const [one, other] = [
        gapVerdict(absolute, relative, "none", false),
        gapVerdict(relative, absolute, "none", false),
      ];
      expect(other.gap).toBe(swap(one.gap));
      expect(other.temperature).toBe(one.temperature);
    }
  });

  it("says what both gaps did in the rule that decided, and which verdict in the label", () => {
    const { method, verdict } = catalogues["en-GB"];
    for (const [absolute, relative] of pairs) {
      const { gap: id, ...more } = gapVerdict(absolute, relative, "since-baseline", false);
      const rule = method.rule({ id, ...more, absolute, relative, overall: "cannot-tell", because: null });
      expect(rule).toMatch(/^The absolute .*; we cannot tell whether the overall level changed\. It rests on .+\.$/);
      expect(verdict.label({ id, because: null })).toBe(verdict.labels[id]);
    }
  });
});
