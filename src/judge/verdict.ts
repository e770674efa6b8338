import {
  type Better,
  type Change,
  type ChangeResult,
  type GapDirection,
  type GapMove,
  isMissing,
  type NotComputable,
  type OverallDirection,
  type Temperature,
  type Verdict,
  type VerdictId,
} from "../model.ts";

/** The changes that a verdict rests on. */
export type Changes = Omit<Change, "baseline" | "current">;
type Moves = NonNullable<Verdict["moves"]>;
type KnownGap = Exclude<GapDirection, "unknown" | "mixed">;
type KnownOverall = Exclude<OverallDirection, "unknown">;

/** docs/method.md section 6: gap direction down, overall direction across. */
const table = {
  narrowing: { improving: "fairer-and-better", "no-clear-change": "fairer", worsening: "fairer-but-worse" },
  "no-clear-change": {
    improving: "better-gap-unchanged",
    "no-clear-change": "no-clear-change",
    worsening: "worse-gap-unchanged",
  },
  widening: { improving: "better-but-less-fair", "no-clear-change": "less-fair", worsening: "worse-and-less-fair" },
} as const satisfies Record<KnownGap, Record<KnownOverall, VerdictId>>;

const temperatureOf: Record<GapDirection, Temperature> = {
  narrowing: "cooling",
  widening: "heating",
  mixed: "mixed",
  "no-clear-change": "steady",
  unknown: "unknown",
};

/** The direction of the gap: both gaps together, neither outvoted. */
function gapDirection({ absolute, relative }: Moves): GapDirection {
  const either = (move: GapMove): boolean => absolute === move || relative === move;
  if (absolute === "unknown" && relative === "unknown") return "unknown";
  if (either("narrows") && either("widens")) return "mixed";
  if (either("narrows")) return "narrowing";
  return either("widens") ? "widening" : "no-clear-change";
}

/**
 * The verdict on one indicator and dimension: which way the gap goes, which way the overall level, and what it rests
 * on.
 *
 * Rule: a gap that clearly moves decides, both ways at once are mixed; its direction and that of the overall level give
 * the verdict of the table.
 * Shapes and units: the changes of `gapChange` and `levelChange`, or the reason why there are none, and which way is
 * better.
 * Errors: none; the verdict is that there is not enough data, and `because` holds the reason, where no gap's change can
 * be tested.
 * Source: docs/method.md section 6
 *
 * @example
 * const level = (value: number): Level => ({ value, lower: null, upper: null, standardError: 1 });
 * const rules = { z: zOf(0.95), materiality: 0.1 };
 * const [narrower, worse] = [levelChange(level(20), level(10), rules), levelChange(level(30), level(40), rules)];
 * const ends = { disadvantagedEnd: null, advantagedEnd: null };
 * verdict({ absolute: narrower, relative: narrower, overall: worse, ...ends }, "lower");
 * // => { id: "fairer-but-worse", gap: "narrowing", overall: "worsening", temperature: "cooling" }
 * verdict({ absolute: narrower, relative: worse, overall: worse, ...ends }, "lower"); // => { id: "mixed" }
 */
export function verdict(changes: Changes | NotComputable, better: Better): Verdict {
  if (isMissing(changes)) return notEnough(null, "unknown", changes);
  const moves = { absolute: moveOf(changes.absolute), relative: moveOf(changes.relative) };
  const gap = gapDirection(moves);
  const overall = overallDirection(changes.overall, better);
  if (gap === "unknown") return notEnough(moves, overall, changes.absolute.untested as NotComputable);
  return {
    id: gap === "mixed" ? "mixed" : table[gap][overall === "unknown" ? "no-clear-change" : overall],
    temperature: temperatureOf[gap],
    gap,
    overall,
    levellingDown: gap === "narrowing" && levelsDown(changes, better),
    moves,
    because: null,
  };
}

const notEnough = (moves: Moves | null, overall: OverallDirection, because: NotComputable): Verdict => ({
  id: "not-enough-data",
  temperature: "unknown",
  gap: "unknown",
  overall,
  levellingDown: false,
  moves,
  because,
});

function moveOf(change: ChangeResult | NotComputable): GapMove {
  if (isMissing(change) || change.untested) return "unknown";
  if (!change.clear) return "unclear";
  return change.direction === "down" ? "narrows" : "widens";
}

function overallDirection(change: ChangeResult | NotComputable | null, better: Better): OverallDirection {
  if (change === null || isMissing(change) || change.untested) return "unknown";
  if (!change.clear) return "no-clear-change";
  return (change.direction === "up") === (better === "higher") ? "improving" : "worsening";
}

/** The advantaged end clearly worsens and the disadvantaged end does not clearly improve. */
const levelsDown = ({ advantagedEnd, disadvantagedEnd }: Changes, better: Better): boolean =>
  overallDirection(advantagedEnd, better) === "worsening" && overallDirection(disadvantagedEnd, better) !== "improving";
