import { describe, expect, it } from "vitest";
import { type EstimateRequest, estimates } from "../../src/index.ts";
import golden from "../golden/more-estimates.json" with { type: "json" };

// Figures of R, of its packages and of published tables, made by scripts/oracle/more-estimates.R without src/.

/** Restricted likelihoods and numerical slopes end a little earlier than closed forms. */
const toleranceOf = (section: string, request: object): number =>
  section === "healthyLifeExpectancy" || ("model" in request && request.model === "fay-herriot") ? 1e-7 : 1e-9;

function strays(found: unknown, expected: unknown, tolerance: number, path = ""): string[] {
  if (typeof expected === "number")
    return typeof found === "number" && Math.abs(found - expected) <= tolerance * Math.max(1, Math.abs(expected))
      ? []
      : [`${path}: ${JSON.stringify(found)}, not ${expected}`];
  if (typeof expected !== "object" || expected === null)
    return found === expected ? [] : [`${path}: ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`];
  return Object.entries(expected).flatMap(([key, one]) =>
    strays((found as Record<string, unknown> | undefined)?.[key], one, tolerance, `${path}.${key}`),
  );
}

const answerTo = ({ section, request }: { section: string; request: object }): unknown =>
  (estimates({ [section]: [request] } as EstimateRequest) as Record<string, unknown[]>)[section]![0];

describe("more estimates, against R,", () => {
  const cases = golden.cases.map((one, i) => [`${one.section} ${i}`, one] as const);

  it.each(cases)("are the same: %s", (_, one) => {
    expect(strays(answerTo(one), one.expected, toleranceOf(one.section, one.request))).toEqual([]);
  });

  it("would be found to differ", () => {
    for (const one of golden.cases) {
      const wrong = JSON.parse(JSON.stringify(one.expected), (_, value) =>
        typeof value === "number" ? value * (1 + 1e-4) + 1e-4 : value,
      );
      expect(strays(answerTo(one), wrong, 1e-7).length).toBeGreaterThan(2);
    }
  });
});
