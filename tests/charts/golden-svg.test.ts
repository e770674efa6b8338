import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { chartsOf } from "../../src/charts/all-charts.ts";
import type { Chart } from "../../src/charts/chart.ts";
import { draw } from "../../src/charts/draw/draw.ts";
import { inThisThread } from "../../src/charts/draw/drawers.ts";
import { breakdownsOf } from "../../src/narrate/breakdown.ts";
import { sampleton } from "../support/fixture.ts";

/** The first chart of each type, and of groups one for each type of dimension. */
const breakdowns = sampleton.indicators.flatMap((indicator) => breakdownsOf(sampleton, indicator));
const types = new Map<string, Chart>();
for (const b of breakdowns)
  for (const chart of chartsOf(b)) {
    const { kind } = chart;
    const name = ["dumbbell", "groups", "over-time"].includes(kind) ? `${kind}-${b.dimension.type}` : kind;
    if (!types.has(name)) types.set(name, chart);
  }

describe("the picture of a chart of the type", () => {
  it.each([...types])("%s is the one that was looked at", async (type, chart) => {
    const [drawn] = await draw([chart], inThisThread());
    await expect(drawn!.files.svg).toMatchFileSnapshot(join(import.meta.dirname, `golden/${type}.svg`));
  });
});
