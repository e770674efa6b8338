import { type Estimate, estimate, isMissing, type StratumInput } from "../../src/index.ts";
import { noFigures } from "../../src/model.ts";
import { zOf } from "../../src/stats/normal.ts";

/** A generator of numbers from 0 to 1 that gives the same ones every time. Source: mulberry32, public domain. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Ordered strata of five groups, proportions with their counts. */
export function strataInputs(count: number): StratumInput[] {
  const draw = seeded(20261122);
  const rules = { kind: "proportion", scale: "logit", per: 100, confidence: 0.95, intervalLevel: 0.95 } as const;
  return Array.from({ length: count }, () => ({
    order: "ordered",
    ranking: "local",
    better: "lower",
    scale: "logit",
    per: 100,
    z: zOf(0.95),
    reliableDenominator: 100,
    groups: [0, 1, 2, 3, 4].map((group) => {
      const denominator = 500 + Math.floor(2000 * draw());
      const numerator = Math.floor(denominator * (0.08 + 0.02 * (4 - group) + 0.1 * draw()));
      const made = estimate({ ...noFigures, numerator, denominator }, rules);
      if (isMissing(made)) throw new Error(made.reason);
      return { id: `g${group}`, label: `Group ${group}`, estimate: made satisfies Estimate, weight: denominator };
    }),
  }));
}
