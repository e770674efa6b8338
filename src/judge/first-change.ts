import type { Better, ChangeResult, ComputedGap, GapChange, Level, LevelChange, Tested } from "../model.ts";
import { notComputable } from "../reasons-and-notes.ts";
import { normalQuantile, twoSidedP } from "../stats/normal.ts";
import { changeLimits } from "./change-limits.ts";
import { isClear } from "./clear.ts";

/** Changes as the first edition of the method tests them: on the normal distribution, without scatter beyond sampling. */

/** Chance of finding a change of the minimum detectable size. */
const POWER = 0.8;

/** Standard errors in a change of the minimum detectable size. */
const DETECTABLE = normalQuantile(0.975) + normalQuantile(POWER);

/** What decides when a change is clear. */
export interface ChangeRules {
  /** Standard normal deviate of the confidence level. */
  z: number;
  /** A change must also be this share of the baseline in size. */
  materiality: number;
}

/**
 * Change of a gap between two periods, tested: up means wider.
 *
 * Formula: later minus earlier point on the scale where the gap is tested, over s = sqrt(s0^2 + s1^2); clear when p is
 * below 5% and the change is at least `materiality` times the earlier gap.
 * Shapes and units: two computed gaps of one measure; the change in the gap's unit, of a ratio later over earlier, and
 * of a typical difference without limits, for it is tested as a variance.
 * Errors: none; without standard errors p is null and `untested` holds the reason `no-intervals`.
 * Source: docs/method.md section 11
 *
 * @example
 * // 10 - 20 = -10; s = sqrt(3^2 + 4^2) = 5; p = 2 Phi(-2); found four times in five: (1.96 + 0.8416) 5.
 * const gap = (value: number, standardError: number): ComputedGap => ({
 *   raw: { value, lower: null, upper: null },
 *   oriented: { value, lower: null, upper: null },
 *   tested: { scale: "difference", point: value, standardError },
 *   notes: [],
 * });
 * gapChange(gap(20, 3), gap(10, 4), { z: zOf(0.95), materiality: 0.1 });
 * // => { from: 20, to: 10, change: { value: -10, lower: -19.7998199227, upper: -0.2001800773 }, standardError: 5,
 * //      p: 0.0455002639, clear: true, moved: "down", direction: "narrower", minimumDetectable: 14.0079260906 }
 */
export function gapChange(from: ComputedGap, to: ComputedGap, rules: ChangeRules): GapChange {
  const result = change(
    { shown: from.oriented.value, ...from.tested },
    { shown: to.oriented.value, ...to.tested },
    rules,
  );
  const direction = result.untested
    ? "not-compared"
    : !result.clear
      ? "cannot-tell"
      : result.moved === "down"
        ? "narrower"
        : "wider";
  return { ...result, direction, depends: null, baselineExtreme: null, turned: null };
}

/**
 * Change of a level between two periods, tested: the overall level, or one side of a gap.
 *
 * Formula: that of `gapChange`, on the level as it is.
 * Shapes and units: two levels in natural units; the change in the same unit.
 * Errors: none; without standard errors p is null and `untested` holds the reason `no-intervals`.
 * Source: docs/method.md section 11
 *
 * @example
 * // 26 - 20 = 6; s = sqrt(3^2 + 4^2) = 5; p = 2 Phi(-1.2).
 * const level = (value: number, standardError: number): Level => ({ value, lower: null, upper: null, standardError });
 * levelChange(level(20, 3), level(26, 4), "lower", { z: zOf(0.95), materiality: 0.1 });
 * // => { change: { value: 6, lower: -3.7998199227, upper: 15.7998199227 }, p: 0.2301393404, clear: false,
 * //      direction: "cannot-tell" }
 */
export function levelChange(from: Level, to: Level, better: Better, rules: ChangeRules): LevelChange {
  const result = change(levelTested(from), levelTested(to), rules);
  const direction = result.untested
    ? "not-compared"
    : !result.clear
      ? "cannot-tell"
      : (result.moved === "up") === (better === "higher")
        ? "improving"
        : "worsening";
  return { ...result, direction };
}

const levelTested = ({ value, standardError }: Level): Compared => ({
  shown: value,
  scale: "difference",
  point: value,
  standardError,
});

type Compared = Tested & { shown: number };

function change(from: Compared, to: Compared, { z, materiality }: ChangeRules): ChangeResult {
  const step = to.point - from.point;
  const shared = { from: from.shown, to: to.shown, scale: to.scale, adjustedP: null };
  const moved = step > 0 ? "up" : step < 0 ? "down" : "level";
  if (from.standardError === null || to.standardError === null)
    return {
      ...shared,
      change: { value: shownChange(from, to), lower: null, upper: null },
      standardError: null,
      degreesOfFreedom: null,
      statistic: null,
      p: null,
      possible: false,
      clear: false,
      moved,
      minimumDetectable: null,
      untested: notComputable("no-intervals", { of: "change" }),
    };
  const s = Math.hypot(from.standardError, to.standardError);
  const statistic = s === 0 ? null : step / s;
  const p = statistic === null ? (step === 0 ? 1 : 0) : twoSidedP(statistic);
  return {
    ...shared,
    change: { value: shownChange(from, to), ...changeLimits(to.scale, step, z * s) },
    standardError: s,
    degreesOfFreedom: null,
    statistic,
    p,
    possible: false,
    clear: isClear(p) && isMaterial(from, to, materiality),
    moved,
    minimumDetectable: DETECTABLE * s,
    untested: null,
  };
}

const shownChange = (from: Compared, to: Compared): number =>
  to.scale === "log" ? Math.exp(to.point - from.point) : to.shown - from.shown;

/** At least m times the baseline in size: on the log scale for ratios, as shown for the others. */
function isMaterial(from: Compared, to: Compared, materiality: number): boolean {
  const [before, after] = from.scale === "log" ? [from.point, to.point] : [from.shown, to.shown];
  return Math.abs(after - before) >= materiality * Math.abs(before);
}
