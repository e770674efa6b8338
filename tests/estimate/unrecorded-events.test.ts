import { describe, expect, it } from "vitest";
import { estimatePeriod } from "../../src/estimate/estimate-period.ts";
import { noFigures, type Observation } from "../../src/model.ts";

const period = { label: "2022", start: "2022-01-01", end: "2022-12-31" };
const seen = (group: string | null, numerator: number, denominator: number | null): Observation => ({
  period,
  group,
  figures: { ...noFigures, numerator, denominator },
  bands: null,
  rows: 1,
  blank: null,
});
const groups = [
  { id: "a", label: "A" },
  { id: "b", label: "B" },
];
const rules = { kind: "rate", scale: "log", per: 1000, confidence: 0.95, intervalLevel: 0.95, edition: 2 } as const;

describe("events whose group is not known", () => {
  it("are told as a share of all events, where nobody knows of how many people", () => {
    const observations = [seen("a", 300, 10_000), seen("b", 558, 20_000), seen(null, 142, null)];
    const { unrecorded } = estimatePeriod(groups, observations, undefined, rules);
    expect(unrecorded).toEqual({ share: 0.142, count: 142, of: "numerator" });
  });

  it("are told by their people where these are known", () => {
    const observations = [seen("a", 300, 10_000), seen("b", 558, 20_000), seen(null, 142, 10_000)];
    expect(estimatePeriod(groups, observations, undefined, rules).unrecorded).toMatchObject({
      share: 0.25,
      of: "denominator",
    });
  });
});
