import type { Cell } from "../results/changes.ts";
import type {
  ComparedBreakdown,
  ComparedIndicator,
  ComparedLimits,
  ComparedPeriod,
  ComparedResults,
} from "./previous.ts";

/** One figure of a build, and whether disclosure, the report's or the publisher's, holds it back. */
export interface Figure {
  cell: Cell;
  unit: string;
  limits: ComparedLimits | null;
  isHeld: boolean;
}

type Outcome = ComparedPeriod["overall"] | ComparedPeriod["absolute"];

const HELD = "[c]";

export const figureKey = ({ indicator, dimension, period, what, group }: Cell): string =>
  JSON.stringify([indicator, dimension, period, what, group]);

/** Every group figure, level and headline gap of a build. */
export const figuresOf = ({ indicators }: ComparedResults): Figure[] =>
  indicators.flatMap((indicator) =>
    indicator.dimensions.flatMap((breakdown) =>
      breakdown.periods.flatMap((period) => inPeriod(indicator, breakdown, period)),
    ),
  );

function inPeriod(
  { id, unit }: ComparedIndicator,
  { dimension }: ComparedBreakdown,
  { period: { label: period }, groups, overall, absolute, relative }: ComparedPeriod,
): Figure[] {
  const at = { indicator: id, dimension, period };
  const one = (what: Cell["what"], outcome: Outcome): Figure => ({
    cell: { ...at, what, group: null, label: null },
    unit: "oriented" in outcome ? outcome.unit : unit,
    limits: limitsOf(outcome),
    isHeld: isHeld(outcome),
  });
  return [
    ...groups.map(({ id: group, label, estimate, marker }) => ({
      cell: { ...at, what: "group" as const, group, label },
      unit,
      limits: limitsOf(estimate),
      isHeld: marker === HELD || isHeld(estimate),
    })),
    one("overall", overall),
    one("absolute", absolute),
    one("relative", relative),
  ];
}

const isHeld = (outcome: Outcome): boolean => "reason" in outcome && outcome.reason === "disclosure";

function limitsOf(outcome: Outcome): ComparedLimits | null {
  if ("reason" in outcome) return null;
  return "oriented" in outcome ? outcome.oriented : outcome;
}

/** Equal but for rounding of the last digits that a computer carries. */
export function isSame(a: ComparedLimits, b: ComparedLimits): boolean {
  const same = (x: number | null, y: number | null): boolean =>
    x === null || y === null ? x === y : Math.abs(x - y) <= 1e-9 * Math.max(1, Math.abs(x), Math.abs(y));
  return same(a.value, b.value) && same(a.lower, b.lower) && same(a.upper, b.upper);
}
