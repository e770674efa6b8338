import type { Period } from "../model.ts";

/**
 * The stretches of time that each period is made of, by label: cut wherever some period starts or ends, so that 2015-17
 * and 2016-18 have one in common.
 */
export function partsOfPeriods(periods: readonly Period[]): Map<string, string[]> {
  const cuts = [...new Set(periods.flatMap(({ start, end }) => [start, dayAfter(end)]))].sort();
  return new Map(
    periods.map(({ label, start, end }) => [label, cuts.filter((cut) => cut >= start && cut <= end)] as const),
  );
}

/** Whether some period shares a day with another one. */
export const areOverlapping = (periods: readonly Period[]): boolean =>
  periods.some((a, i) => periods.some((b, j) => i < j && a.start <= b.end && b.start <= a.end));

function dayAfter(day: string): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  return new Date(Date.UTC(year, month - 1, date + 1)).toISOString().slice(0, 10);
}
