import { type Breakdown, breakdownsOf } from "../narrate/breakdown.ts";
import { areaProfiles } from "../narrate/profiles.ts";
import { returnings } from "../narrate/return-words.ts";
import type { Publishable } from "../results/results.ts";
import { areaDifferences } from "./area-differences.ts";
import { type BreakdownChart, breakdownCharts, type Chart } from "./chart.ts";
import { choropleth } from "./choropleth.ts";
import { dumbbellChart } from "./dumbbell.ts";
import { funnelChart } from "./funnel-chart.ts";
import { gapPartsCharts } from "./gap-parts.ts";
import { gapChart } from "./gaps.ts";
import { publishedCharts } from "./gaps-of-others.ts";
import { groupsChart } from "./groups-chart.ts";
import { iconArray } from "./icon-array.ts";
import { linesChart } from "./lines.ts";
import { swingsChart } from "./swings-chart.ts";
import { tileMap } from "./tile-map.ts";
import { whoChart } from "./who-chart.ts";

/** What is drawn of one indicator by one dimension; null where there is nothing to draw. */
const made: Readonly<Record<BreakdownChart, (b: Breakdown) => Chart | Chart[] | null>> = {
  dumbbell: dumbbellChart,
  groups: groupsChart,
  "over-time": linesChart,
  "gap-absolute": (b) => gapChart(b, "absolute"),
  "gap-relative": (b) => gapChart(b, "relative"),
  published: publishedCharts,
  who: whoChart,
  funnel: funnelChart,
  "gap-parts": gapPartsCharts,
  // Areas by their shapes where the project has them, else as tiles.
  map: (b) => choropleth(b) ?? tileMap(b),
  people: iconArray,
};

/** The charts of one indicator by one dimension, in reading order. */
export const chartsOf = (b: Breakdown): Chart[] => breakdownCharts.flatMap((kind) => made[kind](b) ?? []);

/** Every chart of the report. */
export function chartsIn(results: Publishable): Chart[] {
  const breakdowns = results.indicators.flatMap((indicator) => breakdownsOf(results, indicator));
  return [
    ...breakdowns.map(chartsOf),
    ...areaProfiles(results).map((area) => areaDifferences(area) ?? []),
    ...returnings(results).map((one) => swingsChart(one) ?? []),
  ].flat();
}
