import {
  type Better,
  type GapDirection,
  isMissing,
  type NotComputable,
  type OverallDirection,
  type Temperature,
} from "../model.ts";
import type { ChangeResult } from "./change.ts";

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
} as const satisfies Record<KnownGap, Record<KnownOverall, string>>;

export type VerdictId = (typeof table)[KnownGap][KnownOverall] | "mixed" | "not-enough-data";

export const verdictLabels: Record<VerdictId, string> = {
  "fairer-and-better": "Fairer and better",
  fairer: "Fairer",
  "fairer-but-worse": "Fairer but worse",
  "better-gap-unchanged": "Better, gap unchanged",
  "no-clear-change": "No clear change",
  "worse-gap-unchanged": "Worse, gap unchanged",
  "better-but-less-fair": "Better but less fair",
  "less-fair": "Less fair",
  "worse-and-less-fair": "Worse and less fair",
  mixed: "Mixed",
  "not-enough-data": "Not enough data",
};

const temperatureOf: Record<GapDirection, Temperature> = {
  narrowing: "cooling",
  widening: "heating",
  mixed: "mixed",
  "no-clear-change": "steady",
  unknown: "unknown",
};

export interface Verdict {
  id: VerdictId;
  label: string;
  temperature: Temperature;
  gap: GapDirection;
  overall: OverallDirection;
  levellingDown: boolean;
  rule: string;
  because: NotComputable | null;
}

/** The changes that a verdict rests on. */
export interface Changes {
  absolute: ChangeResult;
  relative: ChangeResult | NotComputable;
  overall: ChangeResult | NotComputable;
  disadvantagedEnd: ChangeResult | NotComputable | null;
  advantagedEnd: ChangeResult | NotComputable | null;
}

type GapMove = "narrows" | "widens" | "unclear" | "unknown";

/** Ordered: the first rule that holds decides, and its words are printed. */
const gapRules: readonly {
  gap: GapDirection;
  holds: (absolute: GapMove, relative: GapMove) => boolean;
  words: string;
}[] = [
  {
    gap: "unknown",
    holds: (a, r) => a === "unknown" && r === "unknown",
    words: "neither gap's change can be tested",
  },
  {
    gap: "mixed",
    holds: (a, r) => (a === "narrows" && r === "widens") || (a === "widens" && r === "narrows"),
    words: "one gap clearly narrows and the other clearly widens",
  },
  {
    gap: "narrowing",
    holds: (a, r) => a === "narrows" && r === "narrows",
    words: "both gaps clearly narrow",
  },
  {
    gap: "narrowing",
    holds: (a) => a === "narrows",
    words: "the absolute gap clearly narrows and the relative gap does not clearly widen",
  },
  {
    gap: "narrowing",
    holds: (_, r) => r === "narrows",
    words: "the relative gap clearly narrows and the absolute gap does not clearly widen",
  },
  {
    gap: "widening",
    holds: (a, r) => a === "widens" && r === "widens",
    words: "both gaps clearly widen",
  },
  {
    gap: "widening",
    holds: (a) => a === "widens",
    words: "the absolute gap clearly widens and the relative gap does not clearly narrow",
  },
  {
    gap: "widening",
    holds: (_, r) => r === "widens",
    words: "the relative gap clearly widens and the absolute gap does not clearly narrow",
  },
  {
    gap: "no-clear-change",
    holds: () => true,
    words: "neither gap clearly changes",
  },
];

const overallWords: Record<OverallDirection, string> = {
  improving: "the overall level clearly improves",
  worsening: "the overall level clearly worsens",
  "no-clear-change": "the overall level does not clearly change",
  unknown: "the change of the overall level cannot be tested",
};

/** The verdict on one indicator and dimension; `changes` is the reason where there is nothing to compare. */
export function verdict(changes: Changes | NotComputable, better: Better): Verdict {
  if (isMissing(changes)) return notEnough(changes, `There is no change to judge: ${lowerFirst(changes.text)}`);
  const { gap, words } = gapRules.find(({ holds }) =>
    holds(moveOf(changes.absolute), moveOf(changes.relative)),
  ) as (typeof gapRules)[number];
  const overall = overallDirection(changes.overall, better);
  const rule = `${upperFirst(words)}; ${overallWords[overall]}.`;
  if (gap === "unknown") return { ...notEnough(changes.absolute.untested as NotComputable, rule), overall };

  const id: VerdictId = gap === "mixed" ? "mixed" : table[gap][overall === "unknown" ? "no-clear-change" : overall];
  return {
    id,
    label: verdictLabels[id],
    temperature: temperatureOf[gap],
    gap,
    overall,
    levellingDown: gap === "narrowing" && levelsDown(changes, better),
    rule,
    because: null,
  };
}

function notEnough(because: NotComputable, rule: string): Verdict {
  return {
    id: "not-enough-data",
    label: verdictLabels["not-enough-data"],
    temperature: "unknown",
    gap: "unknown",
    overall: "unknown",
    levellingDown: false,
    rule,
    because,
  };
}

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

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
