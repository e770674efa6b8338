import type { Indicator } from "../define/indicator.ts";
import { isAddedUp, isBanded } from "../define/kinds.ts";
import type { Side } from "../disclose/cell.ts";
import type { HeldBack } from "../disclose/hold-back.ts";
import { rounded, roundedFrom } from "../disclose/outside.ts";
import { boundedCount } from "../estimate/bounded-count.ts";
import { type AgeCounts, type Bounds, type Figures, noFigures, type Observation } from "../model.ts";
import { withJoinedBands } from "./joined-bands.ts";
import type { PrintedCell } from "./printed-counts.ts";

/** How counts are let out. */
export interface Policy {
  roundTo: number | null;
  of: (cell: PrintedCell, side: Side) => HeldBack | undefined;
}

/** Why a group that the project holds back has no figure. */
const closed = { marker: "[c]", text: "Held back" };

/** An observation without anything that was counted. */
export const allHeldBack = (observation: Observation): Observation => ({
  ...observation,
  ...{ figures: noFigures, bands: null, blank: closed, heldBack: { range: null } },
});

/** An observation as it may be published, and computed from. */
export function letOut(
  observation: Observation,
  cell: PrintedCell,
  indicator: Indicator,
  { roundTo, of }: Policy,
): Observation {
  const { figures } = observation;
  const [count, size] = [of(cell, "numerator"), of(cell, "denominator")];
  // Without its size a group has no figure; its count stands alone where everybody knows it.
  if (size !== undefined)
    return count === undefined && roundTo === null
      ? { ...allHeldBack(observation), figures: { ...noFigures, numerator: figures.numerator }, isLetOut: true }
      : allHeldBack(observation);
  const whole = roundedFigures(figures, roundTo);
  if (count === undefined)
    return { ...observation, figures: whole, bands: roundedBands(observation.bands, roundTo), isLetOut: true };
  const { lower, upper } = count.range;
  const { denominator, weight } = whole;
  // Only a count that is divided by its size can be within bounds: of all else the value itself is closed.
  if (upper === null || !isAddedUp(indicator.statistic) || isBanded(indicator.statistic))
    return {
      ...observation,
      figures: { ...noFigures, denominator, weight },
      bands: null,
      blank: closed,
      heldBack: { range: count.range },
    };
  return {
    ...observation,
    figures: { ...whole, ...boundedCount(lower, upper), numerator: nobodysCount(lower, upper) },
    heldBack: { range: count.range },
  };
}

/**
 * The middle of a range, a quarter off where it is whole: nobody who finds the count that a gap was made from is to take
 * it for the one held back.
 */
const nobodysCount = (lower: number, upper: number): number =>
  (lower + upper) % 2 === 0 ? (lower + upper) / 2 - 0.25 : (lower + upper) / 2;

/** Counts at their multiples, each with what that leaves open. */
function roundedFigures(figures: Figures, roundTo: number | null): Figures {
  if (roundTo === null) return figures;
  const { numerator, denominator, bounds, denominatorBounds } = figures;
  const to = (count: number | null): number | null => (count === null ? null : rounded(count, roundTo));
  return {
    ...figures,
    ...{ numerator: to(numerator), denominator: to(denominator) },
    ...(bounds || numerator === null ? {} : { bounds: multipleOf(numerator, roundTo) }),
    ...(denominatorBounds || denominator === null ? {} : { denominatorBounds: multipleOf(denominator, roundTo) }),
  };
}

/** What a multiple leaves open. */
const multipleOf = (count: number, roundTo: number): Bounds => ({
  ...roundedFrom(count, roundTo, true),
  variance: roundTo ** 2 / 12,
  isRounded: true,
});

const roundedBands = (bands: AgeCounts[] | null, roundTo: number | null): AgeCounts[] | null =>
  bands === null || roundTo === null
    ? bands
    : bands.map(({ label, numerator, denominator, more }) => ({
        label,
        ...(more && { more: more.map((count) => rounded(count, roundTo)) }),
        ...{ numerator: rounded(numerator, roundTo), denominator: rounded(denominator, roundTo) },
        ...{ bounds: multipleOf(numerator, roundTo), denominatorBounds: multipleOf(denominator, roundTo) },
      }));

/** An observation whose bands of age are taken together before they are rounded. */
export const withBandsJoined = (observation: Observation, joined: readonly (readonly number[])[]): Observation =>
  observation.bands === null || observation.bands.length === 0
    ? observation
    : { ...observation, bands: withJoinedBands(observation.bands, joined) };
