import { describe, expect, it } from "vitest";
import { type EstimateRules, estimate } from "../../src/estimate/estimate.ts";
import { betweenGroups } from "../../src/measure/between-groups.ts";
import { fitLine } from "../../src/measure/line.ts";
import { type MeasuredPeriod, measurePeriod, type PeriodInput } from "../../src/measure/period.ts";
import type { Stratum } from "../../src/measure/stratum.ts";
import type { ComputedGap, Figures, Scale } from "../../src/model.ts";
import { isMissing, type NotComputable } from "../../src/reasons-and-notes.ts";
import { zOf } from "../../src/stats/normal.ts";
import estimates from "../golden/estimates.json" with { type: "json" };
import summaries from "../golden/summary-measures.json" with { type: "json" };
import { closeTo } from "../support/close-to.ts";

interface Given {
  value: number;
  population: number;
  lower?: number;
  upper?: number;
  se?: number;
}

/** Groups as published figures, most disadvantaged first, measured as one period. */
function measured(groups: readonly Given[], how: Partial<PeriodInput> & { scale: Scale }): MeasuredPeriod {
  const rules: EstimateRules = { kind: "published", per: 1, confidence: 0.95, intervalLevel: 0.95, ...how };
  return measurePeriod({
    period: { label: "2020", start: "2020-01-01", end: "2020-12-31" },
    order: "ordered",
    ranking: "local",
    better: "higher",
    per: 1,
    unit: "units",
    z: zOf(0.95),
    reliableDenominator: 0,
    overall: null,
    counted: "people",
    groups: groups.map(({ value, population, lower, upper, se }, index) => ({
      id: `g${index + 1}`,
      label: `${index + 1}`,
      estimate: estimate(
        {
          value,
          lower: lower ?? null,
          upper: upper ?? null,
          standardError: se ?? null,
          denominator: population,
        } as Figures,
        rules,
      ),
      weight: population,
    })),
    ...how,
  });
}

function known<T extends object>(outcome: T | NotComputable): T {
  if (isMissing(outcome)) throw new Error(outcome.reason);
  return outcome;
}
const raw = (gap: ComputedGap | NotComputable) => known(gap).raw;
const oriented = (gap: ComputedGap | NotComputable) => known(gap).oriented as unknown;
const stratumOf = (period: MeasuredPeriod): Stratum => known(period.stratum);

describe(`measurePeriod, against ${estimates.reference},`, () => {
  it.each(estimates.slopeIndex)("gives slope and relative index of $name", (one) => {
    const scale: Scale = !one.transformed ? "identity" : one.valueType === "proportion" ? "logit" : "log";
    const period = measured(one.groups, { scale });
    const { disadvantaged } = known(fitLine(stratumOf(period)));
    // The reference multiplies the slope index, and the intercept of a transformed line, but not that of a straight one.
    const intercept = disadvantaged.limits.value * (one.transformed ? one.multiplier : 1);
    expect({
      sii: raw(period.absolute).value * one.multiplier,
      rii: raw(period.relative).value,
      intercept,
    }).toEqual(closeTo({ sii: one.sii, rii: one.rii, intercept: one.intercept }));
  });
});

describe(`measurePeriod, against ${summaries.reference},`, () => {
  const better = (favourable: boolean): "higher" | "lower" => (favourable ? "higher" : "lower");
  const cases = summaries.scenarios.map((scenario) => ({ ...scenario, how: better(scenario.favourable) }));

  it.each(cases)("gives difference and ratio of the extreme groups of: $name", ({ groups, expected, ordered, how }) => {
    const byValue = [...groups].sort((a, b) => (how === "higher" ? a.value - b.value : b.value - a.value));
    const listed = ordered ? groups : byValue;
    const pair = [listed[0]!, listed.at(-1)!];
    const period = measured(pair, { scale: "identity", order: "pair", better: how });
    const { d, r } = expected;
    expect(oriented(period.absolute)).toEqual(closeTo({ value: d.estimate, lower: d.lower, upper: d.upper }));
    expect(oriented(period.relative)).toEqual(closeTo({ value: r.estimate, lower: r.lower, upper: r.upper }));
  });

  it.each(cases)("gives the between-group variance, with its error, of: $name", ({ groups, expected, how }) => {
    const stratum = stratumOf(measured(groups, { scale: "identity", order: "unordered", better: how }));
    const { variance, errorVariance } = betweenGroups(stratum)!;
    expect({ estimate: variance, se: Math.sqrt(errorVariance) }).toEqual(
      closeTo({ estimate: expected.bgv.estimate, se: expected.bgv.se }),
    );
  });

  it.each(cases)("gives the potential gain of: $name", ({ groups, expected, ordered, how }) => {
    const period = measured(groups, { scale: "identity", order: ordered ? "ordered" : "unordered", better: how });
    expect({ par: known(period.par).par.value }).toEqual(closeTo({ par: expected.par.estimate }));
  });

  it.each(cases.filter(({ ordered }) => ordered))("keeps its sign where the last group is worse off: $name", (one) => {
    const how = better(!one.favourable);
    const given = { scale: "identity", better: how } as const;
    const { par } = one.expected;
    const now = known(measured(one.groups, given).par);
    expect({ par: now.par.value }).toEqual(closeTo({ par: par.estimate }));
    expect(now.par.lower! < par.estimate && par.estimate < now.par.upper!).toBe(true);
    expect(now.headCount).toEqual({ reason: "nobody-would-gain", parts: {} });
    expect(now.notes).toMatchObject([{ id: "reference-worse-than-average" }]);
    // The first edition cut it, and counted nobody. Its limits hold its value too.
    const before = known(measured(one.groups, { ...given, edition: 1 }).par);
    const { lower, upper } = now.par;
    const held = { value: 0, lower: Math.min(0, lower!), upper: Math.max(0, upper!) };
    expect(before).toMatchObject({ par: held, headCount: { value: 0 }, notes: now.notes });
  });

  it.each(["neither-is-better", "events-not-people"] as const)("calls nobody worse off: %s", (counted) => {
    const { groups, favourable } = cases.find(({ ordered }) => ordered)!;
    const { par, headCount, notes } = known(
      measured(groups, { scale: "identity", better: better(!favourable), counted }).par,
    );
    expect(par.value).not.toBe(0);
    expect({ headCount, notes }).toEqual({ headCount: { reason: counted, parts: {} }, notes: [] });
  });

  it.each(cases.filter(({ ordered }) => ordered))("gives straight slope and relative index of: $name", (one) => {
    const period = measured(one.groups, { scale: "identity", better: one.how });
    expect({ sii: raw(period.absolute).value, rii: raw(period.relative).value }).toEqual(
      closeTo({ sii: one.expected.sii_linear!.estimate, rii: one.expected.rii_linear!.estimate }),
    );
  });
});
