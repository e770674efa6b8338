import type { Publishable } from "../disclose/publishable.ts";
import type { Assets } from "./assets.ts";
import { type Breakdown, breakdownsOf } from "./breakdown.ts";
import type { Chart, DrawnChart } from "./charts/chart.ts";
import { type Complaints, draw } from "./charts/draw.tsx";
import { gapChart, publishedCharts } from "./charts/gaps.ts";
import { groupsChart } from "./charts/groups.ts";
import { linesChart } from "./charts/lines.ts";
import { summaryChart } from "./charts/summary.ts";
import { plural } from "./format.ts";
import { dataGapsPage } from "./pages/data-gaps.tsx";
import { indexPage } from "./pages/index.tsx";
import { indicatorPage } from "./pages/indicator.tsx";
import type { Build } from "./pages/layout.tsx";
import { methodPage } from "./pages/method.tsx";
import { sourcesPage } from "./pages/sources.tsx";
import { style } from "./style.ts";

/** A file of the report, by its path in the year's outputs. Nothing is written here. */
export interface RenderedFile {
  path: string;
  content: string | Uint8Array;
}

/** What a report is made from besides the results. */
export interface Materials {
  build: Build;
  assets: Assets;
}

/** The report: results -> charts -> drawings -> pages. */
export async function render(
  results: Publishable,
  { build, assets }: Materials,
  log: (step: string) => void,
): Promise<RenderedFile[]> {
  const breakdowns = results.indicators.flatMap((indicator) => breakdownsOf(results, indicator));
  const complaints: Complaints = { warnings: [] };

  const summary = await draw(summaryChart(results), complaints);
  const drawn = new Map<string, DrawnChart[]>();
  for (const b of breakdowns) drawn.set(b.name, await drawAll(chartsOf(b), complaints));
  for (const warning of complaints.warnings) log(`a chart was drawn with a warning: ${warning}`);
  const all = [summary, ...[...drawn.values()].flat()];
  log(`drew ${plural(all.length, "chart")}`);

  const place = { results, build, root: "" } as const;
  const below = { results, build, root: "../" } as const;
  const pages = [
    { path: "report/index.html", content: indexPage(place, summary) },
    ...results.indicators.map((indicator) => ({
      path: `report/indicators/${indicator.id}.html`,
      content: indicatorPage(below, indicator, drawn),
    })),
    { path: "report/data-gaps.html", content: dataGapsPage(place) },
    { path: "report/method.html", content: methodPage(place) },
    { path: "report/sources.html", content: sourcesPage(place) },
  ];
  log(`wrote ${plural(pages.length, "page")}`);

  const charts = all.flatMap(({ name, files }) => [
    { path: `charts/${name}.vl.json`, content: files.spec },
    { path: `charts/${name}.svg`, content: files.svg },
  ]);
  const carried = assets.carried.map(({ path, content }) => ({ path: `report/${path}`, content }));
  return [...pages, { path: "report/style.css", content: style }, ...carried, ...charts];
}

/** The charts of one indicator by one dimension, in reading order. */
export const chartsOf = (b: Breakdown): Chart[] =>
  [groupsChart(b), linesChart(b), gapChart(b, "absolute"), gapChart(b, "relative"), ...publishedCharts(b)].filter(
    (chart) => chart !== null,
  );

async function drawAll(charts: readonly Chart[], complaints: Complaints): Promise<DrawnChart[]> {
  const drawn: DrawnChart[] = [];
  for (const chart of charts) drawn.push(await draw(chart, complaints));
  return drawn;
}
