import type { Summary } from "../../src/index.ts";

/** Paths of figures that are not within 1e-9 of the golden ones. */
export function strays(actual: unknown, golden: unknown, path = ""): string[] {
  if (typeof golden === "number")
    return typeof actual === "number" && Math.abs(actual - golden) <= Math.max(1e-12, 1e-9 * Math.abs(golden))
      ? []
      : [`${path}: ${JSON.stringify(actual)}, not ${golden}`];
  if (typeof golden !== "object" || golden === null) return actual === golden ? [] : [`${path}: ${String(actual)}`];
  return Object.entries(golden).flatMap(([key, one]) =>
    strays((actual as Record<string, unknown> | undefined)?.[key], one, `${path}.${key}`),
  );
}

export interface GoldenScenario {
  name: string;
  expected: Record<string, { estimate: number; lower?: number; upper?: number }>;
}

/** Figures of a golden scenario that its answer does not have. */
export const summaryStrays = (answer: Summary, { expected, name }: GoldenScenario): string[] =>
  Object.entries(expected)
    .filter(([id]) => !id.endsWith("_logit_glm_hc1"))
    .flatMap(([id, { estimate, lower, upper }]) => {
      const measure = answer.measures[id];
      if (measure === undefined || "reason" in measure) return [`${name} ${id}: ${measure?.text ?? "missing"}`];
      const shown = id === "d" || id === "r" ? measure.oriented : measure;
      const limits = id === "bgv" && lower !== undefined && lower <= 0 ? { upper } : { lower, upper };
      const wanted = Object.fromEntries(
        Object.entries({ value: estimate, ...limits }).filter(([, one]) => one !== undefined),
      );
      return strays(shown, wanted, `${name} ${id}`);
    });
