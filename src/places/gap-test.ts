import { isClear, mayBeChance } from "../judge/clear.ts";
import { differenceTest } from "../judge/difference-test.ts";
import { type Gap, type Limits, type Order, orderFacts } from "../model.ts";
import { isMissing, type NotComputable } from "../reasons-and-notes.ts";
import type { PlaceDifference, PlaceGap, Standing } from "../results/comparison.ts";
import type { GroupResult } from "../results/results.ts";
import { benjaminiHochberg } from "../stats/benjamini-hochberg.ts";

/**
 * How the gaps of places differ, from what is published of each and from nothing else: docs/method.md section 5. The
 * places have no people in common, so their errors are independent.
 */

/** A gap on the scale that it is tested on; no error where its interval does not give one. */
type Scaled = NonNullable<GroupResult["working"]>;

/** What decides the scale: a difference as it is, a ratio by its log. */
export interface GapKind {
  type: Gap["type"];
  order: Order;
  isModelled: boolean;
  z: number;
}

const isRatio = ({ type, order }: GapKind): boolean => type === "relative" && orderFacts[order].hasSides;

/**
 * A typical difference has no interval that is a number of standard errors wide. A gap made of counts that are held back
 * could be another, and the error of a model is in no interval: neither is tested.
 */
function scaled(gap: Gap, kind: GapKind): Scaled {
  const { value, lower, upper } = gap.oriented;
  const scale = isRatio(kind) ? Math.log : (x: number): number => x;
  const isTested = orderFacts[kind.order].hasSides && !kind.isModelled && gap.corners === null;
  return {
    point: scale(value),
    standardError: isTested && lower !== null && upper !== null ? (scale(upper) - scale(lower)) / (2 * kind.z) : null,
  };
}

type Tests = Pick<PlaceGap, "p" | "adjustedP">;

interface Difference {
  limits: Limits;
  p: number | null;
}

function differenceOf(own: Scaled, other: Scaled, kind: GapKind): Difference {
  const unscale = isRatio(kind) ? Math.exp : (x: number): number => x;
  const delta = own.point - other.point;
  if (own.standardError === null || other.standardError === null)
    return { limits: { value: unscale(delta), lower: null, upper: null }, p: null };
  const variance = own.standardError ** 2 + other.standardError ** 2;
  const half = kind.z * Math.sqrt(variance);
  return {
    limits: { value: unscale(delta), lower: unscale(delta - half), upper: unscale(delta + half) },
    p: differenceTest(delta, variance, null).p,
  };
}

/** The plain average of gaps, in which every place counts the same; its error where all of them have one. */
function averageOf(gaps: readonly Scaled[]): Scaled | null {
  if (gaps.length === 0) return null;
  const errors = gaps.map(({ standardError }) => standardError);
  const squares = errors.reduce<number>((sum, error) => sum + (error ?? 0) ** 2, 0);
  return {
    point: gaps.reduce((sum, { point }) => sum + point, 0) / gaps.length,
    standardError: errors.includes(null) ? null : Math.sqrt(squares) / gaps.length,
  };
}

/** p values adjusted among those that there are. */
function adjusted(values: readonly (number | null)[]): (number | null)[] {
  const tested = benjaminiHochberg(values.filter((p) => p !== null));
  let at = 0;
  return values.map((p) => (p === null ? null : (tested[at++] ?? null)));
}

/** Each place beside the average of all the others. */
export function besideOthers(gaps: readonly (Gap | NotComputable)[], kind: GapKind): PlaceGap[] {
  const points = gaps.map((gap) => (isMissing(gap) ? null : scaled(gap, kind)));
  const found = points.map((own, i) => {
    const others = averageOf(points.filter((one, j) => one !== null && j !== i).map((one) => one as Scaled));
    return own === null || others === null ? null : differenceOf(own, others, kind);
  });
  const adjustedPs = adjusted(found.map((one) => one?.p ?? null));
  return gaps.map((gap, i) => {
    const { limits = null, p = null } = found[i] ?? {};
    const adjustedP = adjustedPs[i] ?? null;
    return {
      gap: isMissing(gap) ? gap : plain(gap),
      standardError: points[i]?.standardError ?? null,
      beside: limits,
      p,
      adjustedP,
      standing: standingOf(limits, { p, adjustedP }, kind),
    };
  });
}

function standingOf(beside: Limits | null, { p, adjustedP }: Tests, kind: GapKind): Standing {
  if (beside === null || p === null || adjustedP === null) return "not-tested";
  if (mayBeChance({ clear: isClear(p), adjustedP })) return "may-be-chance";
  if (!isClear(adjustedP)) return "no-clear-difference";
  return beside.value > (isRatio(kind) ? 1 : 0) ? "above" : "below";
}

const plain = ({ oriented: { value, lower, upper } }: Gap): Limits => ({ value, lower, upper });

/** Every two places, in the order of the project. */
export function everyTwo(
  places: readonly { id: string; gap: Gap | NotComputable }[],
  kind: GapKind,
): PlaceDifference[] {
  const pairs = places.flatMap((one, i) =>
    places.slice(i + 1).map((other) => ({
      place: one.id,
      other: other.id,
      found:
        isMissing(one.gap) || isMissing(other.gap)
          ? null
          : differenceOf(scaled(one.gap, kind), scaled(other.gap, kind), kind),
    })),
  );
  const adjustedPs = adjusted(pairs.map(({ found }) => found?.p ?? null));
  return pairs.map(({ place, other, found }, i) => {
    const [p, adjustedP] = [found?.p ?? null, adjustedPs[i] ?? null];
    return {
      ...{ place, other, p, adjustedP },
      difference: found?.limits ?? null,
      clear: isClear(adjustedP),
      possible: p !== null && mayBeChance({ clear: isClear(p), adjustedP }),
    };
  });
}
