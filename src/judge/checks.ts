import type { GapEvidence, PeriodEvidence } from "../model.ts";
import { isClear } from "./clear.ts";
import { samePeriod } from "./compared-pair.ts";
import { differenceTest, type TestedDifference } from "./difference-test.ts";
import { FEWEST } from "./gap-trend.ts";
import type { Scatter } from "./scatter.ts";

/** Two checks on a clear direction since the baseline: on the year that is compared, and on how it is counted. docs/method.md section 5. */

type Which = "absolute" | "relative";
type Way = "narrower" | "wider";
type WayOf = (scale: GapEvidence["scale"], from: number, to: number) => Way;

interface Checked {
  separate: readonly PeriodEvidence[];
  scatter: Scatter | null;
  base: PeriodEvidence;
  now: PeriodEvidence;
}

/**
 * The change against every other separate period. It depends on the year compared where an earlier one says the
 * opposite, or no other one says the same; where a later one says the opposite it stands, and has turned since. All of
 * them with the areas that each has.
 */
export function baselineCheck(
  { separate, scatter, ...pair }: Checked,
  which: Which,
  way: Way,
  wayOf: WayOf,
): { depends: boolean; turned: string | null } {
  if (separate.length < FEWEST) return { depends: false, turned: null };
  const [base, now] = [samePeriod(separate, pair.base), samePeriod(separate, pair.now)];
  const others = separate.filter((one) => one !== base && one !== now);
  const tests = others.flatMap((one) => {
    const [from, to] = [one[which], now[which]];
    if (from === null || to === null || from.variance === null || to.variance === null) return [];
    const test = differenceTest(to.point - from.point, from.variance + to.variance, scatter);
    return isClear(test.p) ? [{ period: one.period, p: test.p, way: wayOf(to.scale, from.point, to.point) }] : [];
  });
  const opposite = tests.filter((one) => one.way !== way);
  const isBefore = ({ period }: (typeof tests)[number]): boolean => period.start < base.period.start;
  const depends = opposite.some(isBefore) || !tests.some((one) => one.way === way);
  const [turning] = opposite.sort((a, b) => a.p - b.p);
  return { depends, turned: depends ? null : (turning?.period.label ?? null) };
}

/** Whether the baseline is the highest or the lowest of its series, where the series is long enough to say so. */
export function baselineExtreme(
  separate: readonly PeriodEvidence[],
  compared: PeriodEvidence,
  which: Which,
): "highest" | "lowest" | null {
  const base = samePeriod(separate, compared)[which];
  if (separate.length < FEWEST || base === null) return null;
  const points = separate.flatMap((one) => one[which]?.point ?? []);
  if (points.every((point) => point <= base.point)) return "highest";
  return points.every((point) => point >= base.point) ? "lowest" : null;
}

/** Whether those who have not say clearly the opposite of those who have. */
export function isReframed(
  base: PeriodEvidence,
  now: PeriodEvidence,
  test: TestedDifference,
  scatter: Scatter | null,
  wayOf: WayOf,
): boolean {
  const [from, to] = [base.complement, now.complement];
  if (from === null || to === null || from.variance === null || to.variance === null) return false;
  const counted = differenceTest(to.point - from.point, from.variance + to.variance, scatter);
  const [relativeFrom, relativeTo] = [base.relative!, now.relative!];
  const way = wayOf(relativeTo.scale, relativeFrom.point, relativeTo.point);
  return isClear(test.p) && isClear(counted.p) && wayOf(to.scale, from.point, to.point) !== way;
}
