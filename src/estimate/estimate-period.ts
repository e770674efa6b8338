import {
  type Bounds,
  boundsTogether,
  type Estimate,
  type Figures,
  kindFacts,
  noFigures,
  type Observation,
  type OutsideRange,
  type Overall,
  type Unrecorded,
} from "../model.ts";
import { isMissing, type NotComputable, notComputable, note } from "../reasons-and-notes.ts";
import { impliedSize } from "../stats/implied-size.ts";
import { hasCeiling } from "../stats/working-scale.ts";
import { addedUp, type ByAgeRules, estimateByAge } from "./by-age.ts";
import { type EstimateRules, estimate } from "./estimate.ts";

/** What decides how an observation becomes an estimate. */
export type ObservationRules = EstimateRules | ByAgeRules;

/** A declared group of a dimension in one period, estimated or not. */
export interface EstimatedGroup {
  id: string;
  label: string;
  estimate: Estimate | NotComputable;
  /** Size, where a denominator or a weight is known, even of a group without a figure. */
  weight: number | null;
  /** Where that is a denominator that is known within bounds alone. */
  weightBounds?: Bounds;
  /** Shorthand where the figure is missing. */
  marker: string | null;
  /** Set where the project holds its count back: its estimate is of what the count could be for somebody outside. */
  heldBack: { range: OutsideRange | null } | null;
  /** Its count where that is too small for an estimate, and the disclosure policy has let it out. */
  count: number | null;
}

/** The groups of one period with the level of everyone and the share that no group is recorded for. */
export interface EstimatedPeriod {
  groups: EstimatedGroup[];
  /** Published for everyone, or pooled from counts; null where it must be averaged over the groups. */
  overall: { estimate: Estimate | NotComputable; from: Overall["from"] } | null;
  /** share is null, and count that of rows, where no sizes are known. */
  unrecorded: Unrecorded | null;
  isUnrecordedHeldBack: boolean;
}

/** Estimates every declared group of one period; `together` are all of them, where their counts cannot be added up. */
export function estimatePeriod(
  declared: readonly { id: string; label: string }[],
  observations: readonly Observation[],
  everyone: Observation | undefined,
  rules: ObservationRules,
  together?: Observation,
): EstimatedPeriod {
  const groups = declared.map(({ id, label }): EstimatedGroup => {
    const observation = observations.find(({ group }) => group === id);
    if (!observation)
      return {
        id,
        label,
        estimate: notComputable("no-rows"),
        weight: null,
        marker: "[x]",
        heldBack: null,
        count: null,
      };
    const outcome = estimateOf(observation, rules);
    return {
      id,
      label,
      estimate: outcome,
      weight: observation.figures.denominator ?? observation.figures.weight,
      ...(observation.figures.denominatorBounds && { weightBounds: observation.figures.denominatorBounds }),
      marker: isMissing(outcome) ? (observation.blank?.marker ?? "[u]") : null,
      heldBack: observation.heldBack ?? null,
      count: observation.isLetOut && isMissing(outcome) ? observation.figures.numerator : null,
    };
  });
  const isUnrecordedHeldBack = isWithoutShare(observations);
  return {
    groups,
    overall: everyone
      ? { estimate: levelOf(everyone, rules), from: "published" }
      : together
        ? { estimate: levelOf(together, rules), from: "pooled" }
        : "intervalLevel" in rules
          ? pooled(
              groups.flatMap((group) => (isMissing(group.estimate) ? [] : [group.estimate])),
              rules,
            )
          : pooledByAge(groups, observations, rules),
    unrecorded: isUnrecordedHeldBack ? null : unrecorded(observations, rules),
    isUnrecordedHeldBack,
  };
}

/** A level of which the count is held back is not worked out from what it could be. */
const levelOf = (all: Observation, rules: ObservationRules): Estimate | NotComputable =>
  all.heldBack ? notComputable("disclosure") : estimateOf(all, rules);

/** The share without a group needs every size: where one is held back there is none to print, and nothing to take its place. */
const isWithoutShare = (observations: readonly Observation[]): boolean =>
  observations.some(({ group }) => group === null) &&
  observations.some(
    ({ group, heldBack, figures }) => heldBack !== undefined && (group === null || figures.denominator === null),
  );

function estimateOf(
  { blank, figures, bands, covered = 1, heldBack }: Observation,
  rules: ObservationRules,
): Estimate | NotComputable {
  if (blank && heldBack) return notComputable("disclosure");
  if (blank) return notComputable("blank", { why: blank.text });
  const worked = "intervalLevel" in rules ? estimate(figures, rules) : estimateByAge(bands ?? [], rules);
  if (isMissing(worked)) return worked;
  const { numerator: x, bounds: ofX, denominator: n, denominatorBounds: ofN } = figures;
  // Rounded bands do not add up to the rounded count, which is what is printed.
  const outcome =
    ofX?.isRounded && ofN?.isRounded && x !== null && n !== null
      ? { ...worked, numerator: x, bounds: ofX, denominator: n, denominatorBounds: ofN }
      : worked;
  const { bounds, denominatorBounds, notes } = outcome;
  const rows = (bounds?.rows ?? 0) + (denominatorBounds?.rows ?? 0);
  return {
    ...outcome,
    notes: [
      ...notes,
      ...(rows > 0 ? [note("counts-in-ranges", { counts: rows })] : []),
      ...(covered < 1 ? [note("areas-left-out", { percent: Math.round(1000 * (1 - covered)) / 10 })] : []),
    ],
  };
}

/**
 * Counts of all groups added up band by band, those among them that have too few for an estimate of their own. Then the
 * counts stay unsaid: less those of the other groups they are the counts of that one.
 */
function pooledByAge(
  groups: readonly EstimatedGroup[],
  observations: readonly Observation[],
  rules: ByAgeRules,
): EstimatedPeriod["overall"] {
  const whole = groups.flatMap(({ id, estimate: own }) => {
    const { bands = null, blank } = observations.find(({ group }) => group === id) ?? {};
    return bands && !blank ? [{ bands, isMeasured: !isMissing(own) }] : [];
  });
  if (whole.length === 0) return { estimate: notComputable("no-overall", { of: "groups" }), from: "pooled" };
  const all = estimateByAge(addedUp(whole.map(({ bands }) => bands)), rules);
  if (isMissing(all) || whole.every(({ isMeasured }) => isMeasured)) return { estimate: all, from: "pooled" };
  const { bounds: _, denominatorBounds: __, ...unsaid } = all;
  return { estimate: { ...unsaid, numerator: null, denominator: null }, from: "pooled" };
}

/** Counts of the groups added up; other kinds have nothing to add. */
function pooled(estimates: readonly Estimate[], rules: EstimateRules): EstimatedPeriod["overall"] {
  if (!kindFacts[rules.kind].hasCounts) return null;
  if (estimates.length === 0) return { estimate: notComputable("no-overall", { of: "groups" }), from: "pooled" };
  const total = (pick: "numerator" | "denominator"): number =>
    estimates.reduce((sum, one) => sum + (one[pick] as number), 0);
  const figures: Figures = {
    ...noFigures,
    ...{ numerator: total("numerator"), denominator: total("denominator") },
    ...boundsTogether(estimates),
  };
  return { estimate: estimate(figures, rules), from: "pooled" };
}

/** Share of the people whose group is not stated or lies outside the declared ones. */
function unrecorded(observations: readonly Observation[], rules: ObservationRules): EstimatedPeriod["unrecorded"] {
  if (!observations.some(({ group }) => group === null)) return null;
  const ways = [
    "denominator",
    "weight",
    "implied",
    ...(rules.kind === "rate" ? (["numerator"] as const) : []),
  ] as const;
  for (const of of ways) {
    const sizes = observations.map((observation) => ({
      unrecorded: observation.group === null,
      size: of === "implied" ? impliedSizeOf(observation, rules) : observation.figures[of],
    }));
    if (!sizes.every(({ size }) => size !== null)) continue;
    const sum = (which: typeof sizes): number => which.reduce((total, { size }) => total + (size as number), 0);
    const count = sum(sizes.filter((one) => one.unrecorded));
    const all = sum(sizes);
    if (all > 0) return { share: count / all, count, of };
  }
  return { share: null, count: observations.filter(({ group }) => group === null).length, of: "rows" };
}

/** Group sizes are worked back from intervals of proportions only. A group without a figure counts as none. */
function impliedSizeOf(observation: Observation, rules: ObservationRules): number | null {
  if (!hasCeiling[rules.scale]) return null;
  if (observation.blank) return 0;
  const outcome = estimateOf(observation, rules);
  return isMissing(outcome) ? 0 : impliedSize(outcome, rules.per);
}
