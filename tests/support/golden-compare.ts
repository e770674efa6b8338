import type { DimensionResult, Results } from "../../src/results/results.ts";

/** What the oracle expects: a part of results.json, with null where nothing could be computed. */
export interface Expected {
  source: string;
  tolerance: string;
  /** Of the first edition alone. */
  headlineTests?: number;
  quantiles: Record<string, Record<string, string>>;
  series: Record<string, Record<string, unknown>>;
}

const RELATIVE = 1e-9;
const ABSOLUTE = 1e-12;

/** Everything that differs, one line each: where, what is expected, what was found. Only what the oracle states is looked at. */
export function differences(expected: unknown, actual: unknown, path: string): string[] {
  if (typeof expected === "number") {
    const near =
      typeof actual === "number" && Math.abs(actual - expected) <= Math.max(ABSOLUTE, RELATIVE * Math.abs(expected));
    return near ? [] : [`${path}: ${expected} expected, ${JSON.stringify(actual)} found`];
  }
  if (expected === null)
    return isNothing(actual) ? [] : [`${path}: nothing expected, ${JSON.stringify(actual)?.slice(0, 120)} found`];
  if (typeof expected !== "object")
    return expected === actual ? [] : [`${path}: ${String(expected)} expected, ${JSON.stringify(actual)} found`];
  if (Array.isArray(expected)) {
    const list = Array.isArray(actual) ? actual : [];
    return [
      ...(list.length === expected.length ? [] : [`${path}: ${expected.length} items expected, ${list.length} found`]),
      ...expected.flatMap((item, index) => differences(item, list[index], `${path}[${index}]`)),
    ];
  }
  if (typeof actual !== "object" || actual === null)
    return [`${path}: a block expected, ${JSON.stringify(actual)} found`];
  return Object.entries(expected).flatMap(([key, value]) =>
    differences(value, (actual as Record<string, unknown>)[key], `${path}.${key}`),
  );
}

/** A blank, or a figure that could not be computed. */
const isNothing = (found: unknown): boolean =>
  found === null || (typeof found === "object" && found !== null && "reason" in found);

/** Results of one indicator by one dimension, in the shape of the oracle: groups by id, periods of a change by label. */
export function seriesOf(results: Results, key: string): unknown {
  const [id, dimension] = key.split("/");
  const found = results.indicators
    .find((indicator) => indicator.id === id)
    ?.dimensions.find((one) => one.dimension === dimension);
  if (!found) return undefined;
  return { ...found, periods: found.periods.map(shaped), change: labelled(found.change) };
}

const shaped = (period: DimensionResult["periods"][number]) => ({
  ...period,
  groups: Object.fromEntries(period.groups.map((group) => [group.id, isNothing(group.estimate) ? null : group])),
});

const labelled = (change: DimensionResult["change"]) =>
  "reason" in change ? change : { ...change, baseline: change.baseline.label, current: change.current.label };
