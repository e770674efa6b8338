import type { Edition, Estimate, Kind, Limits } from "../model.ts";
import { zOf } from "../stats/normal.ts";
import { proportion } from "./proportion.ts";
import { rate } from "./rate.ts";

/** What hangs on a kind that is made from x events among n: docs/method.md section 2. */
interface OfCounts {
  limits(x: number, n: number, rules: { per: number; confidence: number }): Limits;
  /** Whether g has no value at x / n. */
  isAtEdge(x: number, n: number): boolean;
  /** Point and delta-method error half an event further in: at (x + 0.5) / (n + 1), or (x + 0.5) / person-years. */
  halfIn(x: number, n: number, per: number, edition: Edition): Estimate["working"];
  /** The variance without the bias of an interval's width, where there is such a thing. */
  unbiased(x: number, n: number, per: number): number | null;
}

export const ofCounts = {
  proportion: {
    limits: (x, n, { per, confidence }) => proportion(x, n, per, zOf(confidence)),
    isAtEdge: (x, n) => x === 0 || x === n,
    halfIn: (x, n, _, edition) => ({
      point: Math.log((x + 0.5) / (n - x + 0.5)),
      // 1 / (n q (1 - q)) at q = (x + 0.5) / (n + 1), which the first edition took for one of n + 1 people.
      variance: (edition === 1 ? 1 : (n + 1) / n) * (1 / (x + 0.5) + 1 / (n - x + 0.5)),
    }),
    unbiased: (x, n, per) => (n > 1 ? (per ** 2 * x * (n - x)) / (n ** 2 * (n - 1)) : null),
  },
  rate: {
    limits: (x, n, { per, confidence }) => rate(x, n, per, confidence, zOf(confidence)),
    isAtEdge: (x) => x === 0,
    halfIn: (x, n, per) => ({ point: Math.log((per * (x + 0.5)) / n), variance: 1 / (x + 0.5) }),
    unbiased: (x, n, per) => (per ** 2 * x) / n ** 2,
  },
} as const satisfies Partial<Record<Kind, OfCounts>>;
