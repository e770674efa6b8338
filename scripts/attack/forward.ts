import { estimate } from "../../src/estimate/estimate.ts";
import { ownScatter } from "../../src/judge/scatter.ts";
import { contributions } from "../../src/measure/decompose.ts";
import { measurePeriod, onLine } from "../../src/measure/period.ts";
import { type Estimate, type Figures, noFigures, turnedAs } from "../../src/model.ts";
import { isMissing, type NotComputable } from "../../src/reasons-and-notes.ts";
import type { WrittenPeriod, WrittenResults } from "../../src/results/results.ts";
import { zOf } from "../../src/stats/normal.ts";
import type { Table } from "./published.ts";

/** Counts that may lie beneath a table; `within` where one stands for a range. */
export interface Counts {
  x: readonly number[];
  n: readonly number[];
  within: readonly (readonly [number, number] | null)[];
  everyone: { x: number; n: number } | null;
}

/** Numbers and names by their place in results.json: `measures.sii.raw.value`. */
export type Leaves = Map<string, number | string>;

/** Places that are looked at, by their parts: what is not among them is computed but not noted. */
interface Looked {
  /** The whole place, where it ends here. */
  place: string | null;
  parts: Map<string, Looked>;
}

/** The places of a table that are compared, and those that its change is made from. */
export function lookedAt({ period: { groups } }: Table, places: Iterable<string>): Looked {
  const all: Looked = { place: null, parts: new Map() };
  const ofChange = groups.flatMap(({ id }) => {
    if (id.includes(".")) throw new Error(`${id}: the id of a group has no full stop`);
    return ["estimate.value", "share", "working.point", "working.standardError"].map((key) => `groups.${id}.${key}`);
  });
  for (const place of [...places, ...ofChange]) {
    let at = all;
    for (const part of place.split(".")) {
      const next = at.parts.get(part) ?? { place: null, parts: new Map() };
      at.parts.set(part, next);
      at = next;
    }
    at.place = place;
  }
  return all;
}

/**
 * What the published method says of such counts, by the formulae of src/estimate and src/measure: everything, or what is
 * looked at.
 */
export function forward(
  table: Table,
  counts: Counts,
  method: WrittenResults["method"],
  looked: Looked | null = null,
): Leaves {
  const { indicator, period, type } = table;
  const kind = indicator.kind === "rate" ? "rate" : "proportion";
  const rules = {
    kind,
    scale: indicator.scale,
    per: indicator.per,
    confidence: method.confidence,
    intervalLevel: method.confidence,
  } as const;
  const estimateOf = (numerator: number, denominator: number, range: readonly [number, number] | null = null) => {
    const bounds =
      range === null ? {} : { bounds: { lower: range[0], upper: range[1], variance: (range[1] - range[0]) ** 2 / 12 } };
    const figures: Figures = { ...noFigures, numerator, denominator, ...bounds };
    return estimate(figures, rules);
  };
  const groups = period.groups.map(({ id, label }, i) => ({
    id,
    label,
    estimate: estimateOf(counts.x[i]!, counts.n[i]!, counts.within[i]),
    weight: counts.n[i]!,
  }));
  const sum = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0);
  const overall = counts.everyone
    ? { estimate: estimateOf(counts.everyone.x, counts.everyone.n), from: "published" as const }
    : { estimate: estimateOf(sum(counts.x), sum(counts.n)), from: "pooled" as const };
  const measured = measurePeriod({
    period: period.period,
    order: type,
    ranking: "local",
    better: turnedAs(indicator.better),
    scale: indicator.scale,
    per: indicator.per,
    unit: indicator.unit,
    z: zOf(method.confidence),
    reliableDenominator: method.reliableDenominator,
    groups,
    overall,
    counted: "people",
  });
  const { stratum } = measured;
  const line = measured.line && {
    intercept: measured.line.intercept,
    slope: measured.line.slope,
    disadvantagedEnd: measured.line.disadvantaged.limits,
    advantagedEnd: measured.line.advantaged.limits,
    lackOfFit: measured.lackOfFit,
  };
  const leaves = leavesOf(
    {
      groups: groups.map(({ id, estimate: own }) => ({
        id,
        ...groupOf(own),
        ...onLine(measured, id),
        share: isMissing(stratum) ? null : stratum.shares[stratum.ids.indexOf(id)],
      })),
      overall: measured.overall,
      absolute: measured.absolute,
      relative: measured.relative,
      line,
      heterogeneity: measured.heterogeneity,
      who: measured.who,
      extremes: measured.extremes,
      par: measured.par,
      measures: measured.measures.map(({ measure: { id }, computed }) => ({ measure: id, outcome: computed })),
      contributions: isMissing(stratum) ? stratum : contributions(stratum),
      ends: measured.ends,
      mean: isMissing(stratum) ? null : stratum.mean,
    },
    looked,
  );
  for (const [place, value] of ofSeries(table, leaves)) leaves.set(place, value);
  return leaves;
}

function groupOf(own: Estimate | NotComputable): object {
  if (isMissing(own)) return {};
  const { value, lower, upper, working } = own;
  const standardError = working?.variance == null ? null : Math.sqrt(working.variance);
  return { estimate: { value, lower, upper }, working: working && { point: working.point, standardError } };
}

/** What a change says of both its periods together, where the counts of all other periods are published. */
function ofSeries({ dimension: { change, periods }, period }: Table, leaves: Leaves): Leaves {
  const made: Leaves = new Map();
  if ("reason" in change) return made;
  const number = (place: string): number => {
    const value = leaves.get(place);
    return typeof value === "number" ? value : Number.NaN;
  };
  const groupsOfPeriod = (one: WrittenPeriod) =>
    one.groups.map(({ id, estimate: own, share, working }) =>
      one === period
        ? {
            id,
            y: number(`groups.${id}.estimate.value`),
            p: number(`groups.${id}.share`),
            point: number(`groups.${id}.working.point`),
            error: number(`groups.${id}.working.standardError`),
          }
        : {
            id,
            y: "reason" in own ? Number.NaN : own.value,
            p: share ?? Number.NaN,
            point: working?.point ?? Number.NaN,
            error: working?.standardError ?? Number.NaN,
          },
    );
  const side = ({ label }: { label: string }) => {
    const one = periods.find((other) => other.period.label === label);
    return one ? groupsOfPeriod(one) : [];
  };
  const [before, now] = [side(change.baseline), side(change.current)];
  const mean = (groups: typeof before): number => groups.reduce((sum, { y, p }) => sum + p * y, 0);
  const middle = (mean(before) + mean(now)) / 2;
  for (const { id, y, p } of now) {
    const was = before.find((one) => one.id === id);
    if (!was || !Number.isFinite(middle)) continue;
    made.set(`decomposition.${id}.level`, ((p + was.p) / 2) * (y - was.y));
    made.set(`decomposition.${id}.composition`, (p - was.p) * ((y + was.y) / 2 - middle));
  }
  // Which of overlapping periods are kept is a matter of judge/: series that have pools are left out.
  if (periods.some(({ period: { start } }, i) => i > 0 && start <= periods[i - 1]!.period.end)) return made;
  const scatter = ownScatter(
    periods.map((one) => ({
      period: one.period,
      cells: groupsOfPeriod(one).map(({ point, error }) => ({ point, variance: error ** 2 })),
    })),
  );
  if (scatter && Number.isFinite(scatter.phi)) made.set("scatter.own", scatter.phi);
  return made;
}

/** The same places of what is published. */
export function publishedLeaves({ dimension, period }: Table): Leaves {
  const { groups, overall, absolute, relative, line, heterogeneity, who, extremes, par, measures } = period;
  const leaves = leavesOf(
    {
      groups,
      overall,
      absolute,
      relative,
      line,
      heterogeneity,
      who,
      extremes,
      par,
      measures,
      contributions: period.contributions,
    },
    null,
  );
  for (const [place, value] of ofChange(dimension.change, period)) if (!leaves.has(place)) leaves.set(place, value);
  return leaves;
}

/** Gaps, levels and ends of a period that the change repeats: also those of a period whose own are held back. */
function ofChange(change: Table["dimension"]["change"], { period: { label } }: WrittenPeriod): Leaves {
  const leaves: Leaves = new Map();
  if ("reason" in change) return leaves;
  const side = change.current.label === label ? "to" : change.baseline.label === label ? "from" : null;
  if (side === null) return leaves;
  const add = (place: string, one: object | null): void => {
    if (one !== null && side in one) {
      const value = (one as Partial<Record<"from" | "to", number>>)[side];
      if (value !== undefined) leaves.set(place, value);
    }
  };
  add("absolute.oriented.value", change.absolute);
  add("relative.oriented.value", change.relative);
  add("overall.value", change.overall);
  add("ends.disadvantaged.value", change.disadvantagedEnd);
  add("ends.advantaged.value", change.advantagedEnd);
  if (change.scatter?.own != null) leaves.set("scatter.own", change.scatter.own);
  if (!("reason" in change.decomposition))
    for (const { group, level, composition } of change.decomposition) {
      leaves.set(`decomposition.${group}.level`, level);
      leaves.set(`decomposition.${group}.composition`, composition);
    }
  return leaves;
}

/** Of keys that say nothing of counts, or repeat them. */
const skipped = new Set([
  "measure",
  "group",
  "numerator",
  "denominator",
  "degreesOfFreedom",
  "atEquality",
  "adjustedP",
  "tested",
  "standardErrorOf",
  "notes",
  "label",
  "id",
  "text",
  "definition",
  "unit",
  "name",
  "type",
  "marker",
  "against",
  "from",
  "scale",
  "parts",
  "clear",
  "stratum",
]);

function leavesOf(tree: object, looked: Looked | null): Leaves {
  const leaves: Leaves = new Map();
  const walk = (value: unknown, place: string): void => {
    if (typeof value === "number") leaves.set(place, value);
    else if (typeof value === "string") leaves.set(place, value);
    else if (Array.isArray(value)) for (const item of value) walk(item, `${place}.${nameIn(item)}`);
    else if (value !== null && typeof value === "object") {
      if ("reason" in value) return;
      for (const [key, inner] of Object.entries(value))
        if (!skipped.has(key)) walk(inner, place === "" ? key : `${place}.${key}`);
    }
  };
  const pick = (value: unknown, { place, parts }: Looked): void => {
    if (typeof value === "number" || typeof value === "string") {
      if (place !== null) leaves.set(place, value);
    } else if (Array.isArray(value))
      for (const item of value) {
        const part = parts.get(nameIn(item));
        if (part !== undefined) pick(item, part);
      }
    else if (value !== null && typeof value === "object" && !("reason" in value))
      for (const [key, part] of parts)
        if (Object.hasOwn(value, key) && !skipped.has(key)) pick((value as Record<string, unknown>)[key], part);
  };
  if (looked === null) walk(tree, "");
  else pick(tree, looked);
  return leaves;
}

function nameIn(item: unknown): string {
  if (item !== null && typeof item === "object")
    for (const key of ["id", "group", "measure"] as const)
      if (key in item) return String((item as Record<string, unknown>)[key]);
  return "?";
}

/** Whether a place holds the error of a figure and not the figure: limits, standard errors, p values. */
export const isError = (place: string): boolean => /\.(lower|upper|standardError|p)$/.test(place);

/** The statistic that a place belongs to: value and limits stand together. */
export const statisticOf = (place: string): string =>
  place
    .replace(/\.(raw|oriented)(?=\.|$)/, "")
    .replace(/\.(value|lower|upper|standardError|point|p|level|difference\.(value|lower|upper))$/, "");
