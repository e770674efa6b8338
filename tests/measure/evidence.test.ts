import { describe, expect, it } from "vitest";
import { evidenceOf } from "../../src/measure/evidence.ts";
import { makeStratum } from "../../src/measure/stratum.ts";
import type { Order } from "../../src/model.ts";
import { zOf } from "../../src/stats/normal.ts";
import { known } from "../support/check.ts";

const evidence = (order: Order, weight: number | null) =>
  evidenceOf(
    known(
      makeStratum({
        ...{
          order,
          ranking: "local",
          better: "lower",
          scale: "identity",
          per: 1,
          z: zOf(0.95),
          reliableDenominator: 0,
        },
        groups: [30, 20, 16].map((value, i) => ({
          ...{ id: `g${i}`, label: `${i}`, weight },
          estimate: {
            ...{ value, lower: value - 2, upper: value + 2, variance: 1, working: { point: value, variance: 1 } },
            ...{ numerator: null, denominator: null, notes: [] },
          },
        })),
      }),
    ),
  );

describe("evidenceOf", () => {
  it("has no gap of unordered groups of unknown size, and says why", () => {
    expect(evidence("unordered", null)).toMatchObject({ absolute: null, relative: null, sizesUnknown: true });
    expect(evidence("unordered", null).cells).toHaveLength(3);
  });

  it("has one where their sizes are known, and on a ladder of unknown ones", () => {
    for (const found of [evidence("unordered", 100), evidence("ordered", null)]) {
      expect(found.absolute).not.toBeNull();
      expect(found.sizesUnknown).toBeUndefined();
    }
  });
});
