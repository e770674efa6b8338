import type { WrittenIndicator, WrittenResults } from "../../src/results/results.ts";
import { madeOf } from "./made.ts";

/** Every number of results.json, with its path and what it is about. */

/** How a figure may be written: as a level of its indicator, a difference of levels, a ratio, a count of people, and so on. */
export type Sort = "level" | "difference" | "ratio" | "count" | "share" | "p" | "year" | "other";

export interface Fact {
  path: string;
  value: number;
  lower: number | null;
  upper: number | null;
  sort: Sort;
  /** Labels of the periods that it is of; none where it is of no one period. */
  periods: readonly string[];
  /** `dimension/group` of the group that it is of. */
  group: string | null;
  /** Id of the place it is of, where that is another one. */
  place: string | null;
  /** Whether it stands on a page among the other measures alone. */
  isDeep: boolean;
  /** Name that must stand near it: that of another denominator or ranking. */
  needs: string | null;
  /** Whether its limits are a first and a last value. */
  isSpan?: true;
}

/** What sentences do not tell. */
const deep = new Set(
  "working standardError statistic degreesOfFreedom chiSquared q theil concentration betweenGroupVariance ridit fitted intercept slope atEquality phi own minimumDetectable slopePerYear".split(
    " ",
  ),
);
const shallow = new Set(["d", "r", "d_reference", "r_reference"]);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);

interface At {
  path: string;
  sort: Sort;
  periods: readonly string[];
  group: string | null;
  place: string | null;
  /** Labels of the first and the last period of the change that is being read. */
  change: readonly [string, string] | null;
  isDeep: boolean;
  dimension: string;
  /** The two groups of a pair, whose figures the ends are. */
  pair: readonly [string, string] | null;
  needs: string | null;
}

const sortOf: Readonly<Record<string, Sort>> = {
  estimate: "level",
  overall: "level",
  fitted: "level",
  level: "level",
  disadvantagedEnd: "level",
  advantagedEnd: "level",
  absolute: "difference",
  relative: "ratio",
  difference: "difference",
  par: "difference",
  betweenGroupVariance: "other",
  decomposition: "difference",
  numerator: "count",
  denominator: "count",
  numeratorRange: "count",
  denominatorRange: "count",
  headCount: "count",
  count: "count",
  population: "count",
  peopleNeeded: "count",
  rows: "count",
  share: "share",
  shareOfAll: "share",
  shared: "share",
  p: "p",
  adjustedP: "p",
  year: "year",
  earliest: "year",
  latest: "year",
  statistic: "other",
  standardError: "other",
  degreesOfFreedom: "other",
  working: "other",
  publishedGaps: "other",
  publishedElsewhere: "other",
  line: "other",
};

const labelOf = (period: unknown): string | null =>
  typeof period === "string"
    ? period
    : isRecord(period) && typeof period["label"] === "string"
      ? period["label"]
      : null;

function settle(value: Readonly<Record<string, unknown>>, at: At): At {
  const label = labelOf(value["period"]);
  const { group, place, baseline, current, type, periods, measure, outcome, another, name } = value;
  const [from, to] = [labelOf(baseline), labelOf(current)];
  return {
    ...at,
    periods:
      label !== null
        ? [label]
        : Array.isArray(periods) && periods.every((one) => typeof one === "string")
          ? []
          : at.periods,
    group: typeof group === "string" ? `${at.dimension}/${group}` : at.group,
    place: typeof place === "string" ? place : at.place,
    needs: typeof another === "string" && typeof name === "string" ? name : at.needs,
    isDeep: at.isDeep || (outcome !== undefined && typeof measure === "string" && !shallow.has(measure)),
    change: from !== null && to !== null ? [from, to] : at.change,
    sort: type === "absolute" ? "difference" : type === "relative" ? "ratio" : at.sort,
  };
}

function* numbersIn(value: unknown, at: At): Generator<Fact> {
  const { path, sort, periods, group, place, isDeep, needs } = at;
  if (isNumber(value)) yield { path, value, lower: null, upper: null, sort, periods, group, place, isDeep, needs };
  else if (Array.isArray(value))
    for (const [n, one] of value.entries()) {
      const isGroup = path.endsWith(".groups") && isRecord(one) && typeof one["id"] === "string";
      yield* numbersIn(one, {
        ...at,
        path: `${path}[${n}]`,
        group: isGroup ? `${at.dimension}/${String(one["id"])}` : at.group,
      });
    }
  else if (isRecord(value)) {
    const here = settle(value, at);
    const { lower, upper } = value;
    if (isNumber(value["value"])) {
      const limits = { lower: isNumber(lower) ? lower : null, upper: isNumber(upper) ? upper : null };
      yield {
        path,
        value: value["value"],
        ...limits,
        sort: here.sort,
        periods: here.periods,
        group: here.group,
        place: here.place,
        isDeep: here.isDeep,
        needs: here.needs,
      };
    }
    const { from, to } = value;
    if (isNumber(from) && isNumber(to)) {
      const { sort: of, periods: labels, group: id, place: where } = here;
      yield {
        path,
        value: from,
        lower: from,
        upper: to,
        sort: of,
        periods: labels,
        group: id,
        place: where,
        isDeep: false,
        needs: here.needs,
        isSpan: true,
      };
    }
    for (const [key, part] of Object.entries(value)) {
      if (key === "shape" || key === "tile") continue;
      if (isNumber(value["value"]) && (key === "value" || key === "lower" || key === "upper")) continue;
      const moved =
        here.change === null ? null : key === "from" ? here.change[0] : key === "to" ? here.change[1] : null;
      const side = key === "disadvantagedEnd" ? 0 : key === "advantagedEnd" ? 1 : null;
      yield* numbersIn(part, {
        ...here,
        group: side !== null && at.pair !== null ? `${at.dimension}/${at.pair[side]}` : here.group,
        path: path === "" ? key : `${path}.${key}`,
        sort: key === "level" && here.sort === "difference" ? "difference" : (sortOf[key] ?? here.sort),
        isDeep:
          here.isDeep ||
          (side !== null && at.pair === null) ||
          (deep.has(key) && !(key === "own" && here.path.includes("publishedElsewhere"))),
        periods: moved === null ? here.periods : [moved],
      });
    }
  }
}

const start: At = {
  path: "",
  sort: "other",
  periods: [],
  group: null,
  place: null,
  change: null,
  isDeep: false,
  dimension: "",
  pair: null,
  needs: null,
};

/** The numbers of one breakdown of an indicator. */
export function factsOf(results: WrittenResults, indicator: WrittenIndicator, dimension: string): Fact[] {
  const n = results.indicators.indexOf(indicator);
  const k = indicator.dimensions.findIndex((one) => one.dimension === dimension);
  const path = `indicators[${n}].dimensions[${k}]`;
  const breakdown = indicator.dimensions[k]!;
  const { disadvantaged, advantaged, periods } = breakdown;
  const isPair = disadvantaged !== null && advantaged !== null && periods.every(({ groups }) => groups.length === 2);
  const pair = isPair ? ([disadvantaged, advantaged] as const) : null;
  return [...numbersIn(breakdown, { ...start, path, dimension, pair }), ...madeOf(indicator, breakdown)];
}

/** The numbers of any other part. */
export const factsAt = (value: unknown, path: string): Fact[] => [...numbersIn(value, { ...start, path })];
