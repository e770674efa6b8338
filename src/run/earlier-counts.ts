import { type Earlier, type PrintedCell, TOTAL, UNRECORDED } from "../assess/printed-counts.ts";
import type { ComparedPeriod, ComparedResults } from "../compare/previous.ts";

type Side = Parameters<Earlier>[1];

/** What an earlier edition has told of each count. A rounded one is no count that anything can be taken from. */
export function earlierCounts({ indicators, disclosure }: ComparedResults): Earlier {
  const isRounded = typeof disclosure?.roundTo === "number";
  return (cell, side) => {
    const dimensions = indicators.find(({ id }) => id === cell.indicator)?.dimensions ?? [];
    for (const { dimension, periods } of dimensions) {
      if (cell.dimension !== null && cell.dimension !== dimension) continue;
      const period = periods.find((one) => one.period.label === cell.period);
      const told = period ? toldIn(period, cell, side) : null;
      if (told !== null) return isRounded && told !== "held-back" ? null : told;
    }
    return null;
  };
}

function toldIn(
  { groups, overall, unrecorded }: ComparedPeriod,
  { dimension, group }: PrintedCell,
  side: Side,
): ReturnType<Earlier> {
  if (dimension === null || group === TOTAL) {
    if ("reason" in overall) return overall.reason === "disclosure" && side === "numerator" ? "held-back" : null;
    return overall.from === (dimension === null ? "published" : "pooled") ? (overall[side] ?? null) : null;
  }
  if (group === UNRECORDED) return unrecorded?.of === side ? unrecorded.count : null;
  const found = groups.find(({ id }) => id === group);
  if (found === undefined) return null;
  return found[side] ?? (found.marker === "[c]" ? "held-back" : null);
}
