import { type GapChange, isMissing, type Limits } from "../model.ts";
import { zOf } from "../stats/normal.ts";
import { tOf } from "../stats/student-t.ts";
import type { Breakdown } from "./breakdown.ts";

/** How far a gap and its level moved, as shares of where they started: what makes unlike indicators comparable. */
export interface Move {
  b: Breakdown;
  since: string;
  until: string;
  /** Positive: the gap is narrower. 0.2 means it lost a fifth. */
  gap: Limits;
  /** Positive: the level is better. */
  level: Limits;
}

/** A comparison that cannot be set beside the others, and why. */
export interface Unmoved {
  b: Breakdown;
  why: "nothing-to-compare" | "not-comparable" | "by-trend" | "not-tested" | "no-level" | "no-clear-gap-before";
}

export const isMove = (one: Move | Unmoved): one is Move => "gap" in one;
export const isUnmoved = (one: Move | Unmoved): one is Unmoved => "why" in one;

/** Limits of a change. A typical difference is tested as a variance: its limits come back from there, the start held. */
function limitsOf(moved: GapChange, confidence: number): Limits {
  const { change, scale, from, to, standardError, degreesOfFreedom } = moved;
  if (scale !== "variance" || standardError === null) return change;
  const quantile = degreesOfFreedom === null ? zOf(confidence) : tOf(confidence, degreesOfFreedom);
  const root = (variance: number) => Math.sqrt(Math.max(0, variance)) - from;
  const half = quantile * standardError;
  return { value: change.value, lower: root(to ** 2 - half), upper: root(to ** 2 + half) };
}

function share({ value, lower, upper }: Limits, start: number, sign: 1 | -1): Limits {
  const scaled = (limit: number | null) => (limit === null ? null : (sign * limit) / start);
  const [low, high] = sign === 1 ? [lower, upper] : [upper, lower];
  return { value: (sign * value) / start, lower: scaled(low), upper: scaled(high) };
}

/** A share of a gap that may have been none at all means nothing. */
function hadClearGap(b: Breakdown, label: string): boolean {
  const gap = b.result.periods.find(({ period }) => period.label === label)?.absolute;
  return gap !== undefined && !isMissing(gap) && gap.clear === true && gap.oriented.value > gap.atEquality;
}

export function moveOf(b: Breakdown): Move | Unmoved {
  const { change } = b.result;
  if (b.result.verdict.basis === "trend") return { b, why: "by-trend" };
  if (isMissing(change)) return { b, why: change.reason === "one-period" ? "nothing-to-compare" : "not-comparable" };
  const { absolute, overall, baseline, current } = change;
  if (isMissing(absolute) || absolute.untested !== null) return { b, why: "not-tested" };
  if (isMissing(overall) || overall.untested !== null || overall.from <= 0) return { b, why: "no-level" };
  if (!hadClearGap(b, baseline.label)) return { b, why: "no-clear-gap-before" };
  const { confidence } = b.results.method;
  return {
    b,
    since: baseline.label,
    until: current.label,
    gap: share(limitsOf(absolute, confidence), absolute.from, -1),
    level: share(overall.change, overall.from, b.indicator.better === "higher" ? 1 : -1),
  };
}
