import { describe, expect, it } from "vitest";
import { judgeFamily } from "../../src/judge/judge-family.ts";
import { type JudgedSeries, judge } from "../../src/partner/judge-request.ts";
import { type JudgeRequest, judgeRequestSchema } from "../../src/partner/judge-schema.ts";
import { seriesEvidence } from "../../src/partner/series-evidence.ts";
import golden from "../golden/judgement.json" with { type: "json" };

const tolerance = (key: string): number => (/^(p|adjustedP)$/.test(key) ? 1e-7 : 1e-9);

/** Every place where an answer is not what is expected; it may say more. */
function strays(expected: unknown, found: unknown, path: string): string[] {
  const key = path.split(".").at(-1)!;
  if (typeof expected === "number" && typeof found === "number")
    return Math.abs(found - expected) <= tolerance(key) * Math.max(1, Math.abs(expected))
      ? []
      : [`${path}: ${found} where ${expected} is expected`];
  if (typeof expected !== "object" || expected === null)
    return expected === found ? [] : [`${path}: ${String(found)} where ${String(expected)} is expected`];
  if (typeof found !== "object" || found === null) return [`${path}: ${String(found)} where an object is expected`];
  return Object.entries(expected).flatMap(([name, one]) =>
    strays(one, (found as Record<string, unknown>)[name], `${path}.${name}`),
  );
}

const request = golden.request as JudgeRequest;
const answered = (): JudgedSeries[] => judge(request).series;

describe("judge, against an independent program,", () => {
  it("answers every series, in order", () => {
    const series = answered();
    expect(series.map(({ name }) => name)).toEqual(golden.expected.series.map(({ name }) => name));
    expect(series.length).toBeGreaterThan(20);
  });

  it.each(golden.expected.series.map((one, i) => [one.name, one, i] as const))("judges %s", (name, expected, i) =>
    expect(strays(expected, answered()[i], name)).toEqual([]),
  );

  it("compares no level without intervals by its trend, as reports do", () => {
    const sent = request.series.find(({ name }) => name === "pair-without-intervals")!;
    const rising = {
      ...sent,
      periods: sent.periods.map((one, i) => ({ ...one, overall: { value: 50 + 2 * i + (i % 2) / 10 } })),
    };
    const [answer] = judge({ ...request, series: [rising] }).series;
    expect(answer!.overall).toMatchObject({ from: 62, to: 64.1, p: null, direction: "not-compared" });
    const { level: confidence, series: _, ...rules } = judgeRequestSchema.parse({ ...request, series: [rising] });
    const evidence = seriesEvidence(judgeRequestSchema.parse({ ...request, series: [rising] }).series[0]!, confidence);
    const [reported] = judgeFamily([evidence], { ...rules, confidence, levelsByTrend: true });
    expect(reported!.judgement.overall.direction).toBe("improving");
  });

  it("would find a figure that strays", () => {
    const [first] = golden.expected.series;
    const [found] = answered() as [JudgedSeries];
    const wrong: JudgedSeries = { ...found, absolute: { ...found.absolute, p: 0.5 } };
    expect(strays(first, wrong, "first")).toHaveLength(1);
  });

  it("takes the series of a request in any order: they are one family", () => {
    const turned = judge({ ...request, series: [...request.series].reverse() }).series.reverse();
    expect(turned).toEqual(answered());
  });
});
