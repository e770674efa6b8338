import type { WrittenIndicator } from "../../src/results/results.ts";
import type { Fact, Sort } from "./facts.ts";

/** Figures that the report makes of several numbers of results.json, by declared sums: worked out here a second time. */

type Breakdown = WrittenIndicator["dimensions"][number];

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

export function madeOf(indicator: WrittenIndicator, breakdown: Breakdown): Fact[] {
  const found: Fact[] = [];
  const name = `${indicator.id}--${breakdown.dimension}`;
  const add = (
    path: string,
    value: number | null,
    sort: Sort,
    periods: readonly string[],
    group: string | null = null,
  ) => {
    if (value !== null && Number.isFinite(value))
      found.push({
        path: `${name}: ${path}`,
        value,
        lower: null,
        upper: null,
        sort,
        periods,
        group,
        place: null,
        isDeep: false,
        needs: null,
      });
  };
  for (const { period, groups, contributions, par, who, overall: periodOverall } of breakdown.periods) {
    const at = [period.label];
    const measured = groups.flatMap((one) => ("value" in one.estimate ? [{ ...one, value: one.estimate.value }] : []));
    const mean = sum(measured.map(({ share, value }) => (share ?? 0) * value));
    add("sum of shares x estimates", mean, "level", at);
    const whole = periodOverall;
    const plain = sum(measured.map(({ value }) => value)) / measured.length;
    const [first, last] = [measured[0], measured.at(-1)];
    if (first !== undefined && last !== undefined && first !== last)
      add(`estimate of ${first.id} less that of ${last.id}`, first.value - last.value, "difference", at);
    if (measured.length > 0)
      add("average of estimates", sum(measured.map(({ value }) => value)) / measured.length, "level", at);
    for (const { id, value } of measured) {
      const group = `${breakdown.dimension}/${id}`;
      add(`estimate of ${id} less the mean`, value - mean, "difference", at, group);
      add(`estimate of ${id} less the plain average`, value - plain, "difference", at, group);
      if ("value" in whole) add(`estimate of ${id} less overall`, value - whole.value, "difference", at, group);
      const others = who.find((one) => one.group === id);
      if (others !== undefined) add(`level of others than ${id}`, others.level, "level", at, group);
    }
    for (const key of ["numerator", "denominator"] as const) {
      const counts = groups.map((one) => one[key]);
      if (counts.every((count) => count !== null))
        add(`sum of ${key}s`, sum(counts.map((count) => count ?? 0)), "count", at);
    }
    if (Array.isArray(contributions)) {
      const all = sum(contributions.map((one) => one.betweenGroupVariance));
      const parts = contributions.map((one) => ({ ...one, share: one.betweenGroupVariance / all }));
      for (const { group, share } of parts)
        add(`spread of ${group} / all`, share, "share", at, `${breakdown.dimension}/${group}`);
    }
    if ("par" in par && "value" in par.par) {
      const { value, lower, upper } = par.par;
      const per100 = (x: number | null): number | null => (x === null ? null : Math.abs((100 * x) / indicator.per));
      const limits = [per100(lower), per100(upper)].sort((a, b) => (a ?? 0) - (b ?? 0));
      found.push({
        path: `${name}: par per 100`,
        value: per100(value)!,
        lower: limits[0] ?? null,
        upper: limits[1] ?? null,
        sort: "count",
        periods: at,
        group: null,
        place: null,
        isDeep: false,
        needs: null,
      });
      if (indicator.per === 100) {
        const of1000 = [value, lower, upper].map((one) => (one === null ? null : Math.abs(10 * one)));
        const [least = null, greatest = null] = of1000.slice(1).sort((a, b) => (a ?? 0) - (b ?? 0));
        found.push({
          ...found.at(-1)!,
          path: `${name}: par per 1,000`,
          value: of1000[0]!,
          lower: least,
          upper: greatest,
        });
      }
      const { overall } = breakdown.periods.at(-1)!;
      const levels = [...measured, ...("value" in overall ? [overall] : []), { value: mean }];
      for (const { value: level } of levels)
        for (const outOf of [100, 1000]) {
          const [now, moved] = [level, value].map((one) => Math.round((outOf * Math.abs(one)) / indicator.per));
          const rest = `${outOf} less the rounded level`;
          add(rest, outOf - now!, "count", at);
          add(`${rest} and the rounded par`, outOf - now! - moved!, "count", at);
        }
    }
  }
  for (const { own, places, period } of breakdown.publishedElsewhere)
    for (const { place, value } of places)
      found.push({
        path: `${name}: publishedElsewhere.own less that of ${place}`,
        value: own - value,
        lower: null,
        upper: null,
        sort: "difference",
        periods: [period],
        group: null,
        place,
        isDeep: false,
        needs: null,
      });
  const { change, trends, peopleNeeded } = breakdown;
  for (const value of [peopleNeeded?.absolute, peopleNeeded?.relative])
    if (typeof value === "number") {
      const step = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1);
      add("peopleNeeded, two digits, rounded up", Math.ceil(value / step) * step, "count", []);
    }
  if ("baseline" in change) {
    if (change.scatter !== null)
      add("square root of change.scatter.phi", Math.sqrt(Math.max(1, change.scatter.phi)), "other", []);
    for (const key of ["absolute", "relative", "overall"] as const) {
      const one = change[key];
      if (!("from" in one)) continue;
      const sort: Sort = key === "overall" ? "level" : key === "absolute" ? "difference" : "ratio";
      const least = one.minimumDetectable;
      if (least !== null) {
        const reach: Record<typeof one.scale, number[]> = {
          difference: [least],
          log: [one.from * Math.exp(least), one.from * Math.exp(-least)],
          variance: [Math.sqrt(one.from ** 2 + least), Math.sqrt(one.from ** 2 - least)],
          root: [Math.sqrt(one.from ** 2 + least), Math.sqrt(one.from ** 2 - least)],
        };
        for (const value of reach[one.scale])
          add(`change.${key}: least found`, value, one.scale === "difference" ? "difference" : sort, []);
        if (sort === "ratio" && indicator.dimensions.length > 0)
          for (const value of reach[one.scale]) add(`change.${key}: least found`, value, "share", []);
      }
      const worth = (value: number | null): number | null =>
        value === null || one.from === 0 ? null : one.scale === "log" ? value - 1 : value / one.from;
      for (const value of [one.change.value, one.change.lower, one.change.upper])
        add(`change.${key}.change / from`, worth(value), "share", []);
      add(`change.${key}.to / from`, one.to / one.from, "ratio", []);
      add(`change.${key}: 1 - to / from`, 1 - one.to / one.from, "share", []);
      add(`change.${key}: to / from - 1`, one.to / one.from - 1, "share", []);
    }
    if (Array.isArray(change.decomposition)) {
      const parts = change.decomposition;
      for (const { group, level, composition } of parts)
        add(
          `level + composition of ${group}`,
          level + composition,
          "difference",
          [],
          `${breakdown.dimension}/${group}`,
        );
      const [level, composition] = [sum(parts.map((one) => one.level)), sum(parts.map((one) => one.composition))];
      add("sum of levels", level, "difference", []);
      add("sum of compositions", composition, "difference", []);
      add("sum of levels and compositions", level + composition, "difference", []);
    }
  }
  for (const key of ["absolute", "relative", "overall"] as const) {
    const trend = trends[key];
    if (!("slopePerYear" in trend)) continue;
    const sort: Sort = key === "overall" ? "level" : key === "absolute" ? "difference" : "ratio";
    for (const value of [trend.from, trend.to]) add(`trends.${key}: a fitted end`, value, sort, []);
    for (const value of [trend.slopePerYear.value, trend.slopePerYear.lower, trend.slopePerYear.upper])
      if (value !== null) {
        add(`trends.${key}.slopePerYear`, value, "difference", []);
        add(`exp(trends.${key}.slopePerYear) - 1`, Math.exp(value) - 1, "share", []);
      }
  }
  return found;
}
