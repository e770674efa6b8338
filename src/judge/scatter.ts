import { middleYear, type PeriodEvidence } from "../model.ts";
import { sumOf } from "../stats/sum.ts";

/** Scatter of a series beyond sampling error, with the degrees of freedom it is known on. */
export interface Scatter {
  phi: number;
  degreesOfFreedom: number;
}

/** What a series has of its own and what it takes from the others of the build. */
export interface BorrowedScatter extends Scatter {
  own: number | null;
}

/** How many degrees of freedom are borrowed from the build, and the fewest that it must have to lend them. */
const BORROWED = 8;
/** Neighbouring differences share periods: so many of them count as one. */
const SHARED = 1.94;

/**
 * Multiplicative overdispersion of a series from the distances of each period to the line between its neighbours; null
 * with fewer than three periods, or where a group has no error.
 *
 * Formula: d_it = y_it - w y_ia - (1 - w) y_ib, W_it its variance, m_t their weighted mean over groups; phi = sum (d_it -
 * m_t)^2 / W_it / ((T - 2)(k - 1)) on (k - 1)(T - 2) / 1.94 degrees of freedom.
 * Shapes and units: separate periods from the earliest to the latest, each with the same groups on the working scale.
 * Errors: none.
 * Source: Spiegelhalter DJ (2005), doi:10.1136/qshc.2005.013755; docs/method.md section 5
 */
export function ownScatter(periods: readonly Pick<PeriodEvidence, "period" | "cells">[]): Scatter | null {
  const k = periods[0]?.cells?.length ?? 0;
  if (periods.length < 3 || k < 2 || periods.some(({ cells }) => cells?.length !== k)) return null;
  const years = periods.map(({ period }) => middleYear(period));
  const cell = (t: number, i: number) => periods[t]!.cells![i]!;
  const groups = [...Array(k).keys()];
  const middles = [...Array(periods.length - 2).keys()].map((before) => before + 1);
  const chiSquared = sumOf(middles, (t) => {
    const w = (years[t + 1]! - years[t]!) / (years[t + 1]! - years[t - 1]!);
    const distances = groups.map((i) => cell(t, i).point - w * cell(t - 1, i).point - (1 - w) * cell(t + 1, i).point);
    const variances = groups.map(
      (i) => cell(t, i).variance + w ** 2 * cell(t - 1, i).variance + (1 - w) ** 2 * cell(t + 1, i).variance,
    );
    const mean = sumOf(distances, (d, i) => d / variances[i]!) / sumOf(variances, (v) => 1 / v);
    return sumOf(distances, (d, i) => (d - mean) ** 2 / variances[i]!);
  });
  const tests = (periods.length - 2) * (k - 1);
  return { phi: chiSquared / tests, degreesOfFreedom: tests / SHARED };
}

/** The scatter of the build: its series together, each by its degrees of freedom; null where they are too few to lend. */
export function buildScatter(series: readonly (Scatter | null)[]): number | null {
  // Added up in their own order, so that the order of the series changes no digit.
  const known = series
    .filter((one) => one !== null)
    .sort((a, b) => a.phi - b.phi || a.degreesOfFreedom - b.degreesOfFreedom);
  const total = sumOf(known, ({ degreesOfFreedom }) => degreesOfFreedom);
  if (total < BORROWED) return null;
  return sumOf(known, ({ phi, degreesOfFreedom }) => degreesOfFreedom * phi) / total;
}

/** A series' scatter with what it borrows; null where the build has none to lend. */
export function borrowed(own: Scatter | null, ofBuild: number | null): BorrowedScatter | null {
  if (ofBuild === null) return null;
  const nu = own?.degreesOfFreedom ?? 0;
  return {
    own: own?.phi ?? null,
    phi: (nu * (own?.phi ?? 0) + BORROWED * ofBuild) / (nu + BORROWED),
    degreesOfFreedom: nu + BORROWED,
  };
}
