import { describe, expect, it } from "vitest";
import { sfc32 } from "../../scripts/coverage/random.ts";
import { INDICATORS, scenarios } from "../../scripts/null-builds/scenarios.ts";
import { drawn, normals } from "../../scripts/null-builds/simulate.ts";
import { judgeFamily } from "../../src/judge/judge-family.ts";
import { seriesEvidence } from "../../src/partner/series-evidence.ts";

const rules = { confidence: 0.95, same: 0.2, materiality: 0, falseDiscoveryRate: 0.1, levelsByTrend: true };
const YEARS = 10;
const BUILDS = 120;

/** Reports of 20 indicators over ten years in which only chance moves, each judged since its first year from the start on. */
function falseAlarms(start: number, overdispersion: number): number {
  const scenario = scenarios.find((one) => one.shape === "fifths" && one.overdispersion === overdispersion)!;
  const random = sfc32(11, start, overdispersion);
  const normal = normals(random);
  let alarms = 0;
  for (let build = 0; build < BUILDS; build++) {
    const series = Array.from({ length: INDICATORS }, () => {
      const whole = drawn(scenario, { years: YEARS, random, normal, hasMoved: false });
      const periods = whole.periods.slice(start);
      return seriesEvidence({ ...whole, periods, baseline: periods[0]!.label }, rules.confidence);
    });
    const judged = judgeFamily(series, rules).flatMap(({ judgement }) => [judgement.absolute, judgement.relative]);
    if (judged.some(({ direction }) => direction === "narrower" || direction === "wider")) alarms++;
  }
  return alarms / BUILDS;
}

describe("a later start of every series", () => {
  it.each([
    [0, 1],
    [3, 1],
    [5, 1],
    [7, 1],
    [0, 4],
    [5, 4],
  ])(
    "calls chance clear in no more than one report in ten: from year %d, overdispersion %d",
    (start, overdispersion) => {
      expect(falseAlarms(start, overdispersion)).toBeLessThanOrEqual(0.1);
    },
  );
});
