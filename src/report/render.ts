import { sayIn } from "../catalogue/say.ts";
import { areasChart } from "../charts/area-chart.ts";
import type { Chart, DrawnChart } from "../charts/chart.ts";
import { type Painted, paint } from "../charts/draw/draw.ts";
import { drawersFor } from "../charts/draw/threads.ts";
import { gapChart, publishedCharts } from "../charts/gaps.ts";
import { groupsChart } from "../charts/groups-chart.ts";
import { iconArray } from "../charts/icon-array.ts";
import { linesChart } from "../charts/lines.ts";
import { quadrantChart } from "../charts/quadrant-chart.ts";
import { whoChart } from "../charts/who-chart.ts";
import { type Breakdown, breakdownsOf } from "../narrate/breakdown.ts";
import { isMove, moveOf } from "../narrate/moves.ts";
import { exploreScript } from "../narrate/pointed.ts";
import type { Publishable } from "../results/results.ts";
import type { Assets } from "./assets.ts";
import type { Build, Page, Place } from "./page.ts";
import { changesPage } from "./pages/changes-page.tsx";
import { dataGapsPage } from "./pages/data-gaps-page.tsx";
import { indexPage } from "./pages/first-page.tsx";
import { type ChartsByName, indicatorPage } from "./pages/indicator-page.tsx";
import { pageText } from "./pages/layout.tsx";
import { methodPage } from "./pages/method-page.tsx";
import { peoplePages } from "./pages/people-pages.ts";
import { areaCharts } from "./pages/profiles.ts";
import { sourcesPage } from "./pages/sources-page.tsx";
import { themePage } from "./pages/theme-page.tsx";
import { style } from "./styles/style.ts";

/** A file of the report, by its path in the year's outputs. Nothing is written here. */
export interface RenderedFile {
  path: string;
  content: string | Uint8Array;
}

/** What a report is made from besides the results. */
export interface Materials {
  build: Build;
  assets: Assets;
  /** Its charts, where they were drawn beforehand. */
  charts?: readonly Painted[];
}

/** Every chart of the report, drawn. */
export async function drawCharts(results: Publishable, { fontFiles }: Assets): Promise<Painted[]> {
  const { all } = chartsIn(results);
  const drawers = await drawersFor(all.length);
  try {
    return await paint(all, fontFiles, drawers);
  } finally {
    await drawers.close();
  }
}

/** A report before it is written: its pages as trees, and the files beside them. */
export interface Report {
  pages: Page[];
  files: RenderedFile[];
}

/** The report: results -> charts -> drawings -> pages. */
export async function render(
  results: Publishable,
  { build, assets, charts }: Materials,
  log: (step: string) => void,
): Promise<Report> {
  const all = charts ?? (await drawCharts(results, assets));
  for (const { name, warnings } of all)
    for (const warning of warnings) log(`${name} was drawn with a warning: ${warning}`);
  log(`drew ${all.length} charts`);
  const pages = pagesOf({ results, build }, chartsIn(results).named(all));
  log(`made ${pages.length} pages`);
  return {
    pages,
    files: [
      { path: "report/style.css", content: style },
      { path: "report/script/charts.js", content: exploreScript(sayIn(results), assets.exploreScript) },
      ...assets.carried.map(({ path, content }) => ({ path: `report/${path}`, content })),
      ...chartFiles(all),
    ],
  };
}

/** The report as the files of a folder. */
export const inFolder = ({ pages, files }: Report): RenderedFile[] => [
  ...pages.map((page) => ({ path: `report/${page.file}`, content: pageText(page) })),
  ...files,
];

function pagesOf(
  { results, build }: Pick<Place, "results" | "build">,
  { quadrant, byBreakdown, ofAreas }: NamedCharts,
): Page[] {
  const place = { results, build, root: "" } as const;
  const below = { results, build, root: "../" } as const;
  return [
    indexPage(place, quadrant),
    ...results.themes.map((theme) => themePage(below, theme)),
    ...results.indicators.map((indicator) => indicatorPage(below, indicator, byBreakdown)),
    ...peoplePages(place, below, ofAreas),
    dataGapsPage(place),
    methodPage(place),
    sourcesPage(place),
    ...(build.changes == null ? [] : [changesPage(place, build.changes)]),
  ];
}

/** The charts of one indicator by one dimension, in reading order. */
export const chartsOf = (b: Breakdown): Chart[] =>
  [
    groupsChart(b),
    linesChart(b),
    gapChart(b, "absolute"),
    gapChart(b, "relative"),
    ...publishedCharts(b),
    whoChart(b),
    areasChart(b),
    iconArray(b),
  ].filter((chart) => chart !== null);

interface NamedCharts {
  /** None where no change can be shown. */
  quadrant: DrawnChart | null;
  byBreakdown: ChartsByName;
  /** By the slug of the area. */
  ofAreas: ReadonlyMap<string, DrawnChart>;
}

/** Every chart of the report in one list, and the way to find each again when they are drawn. */
function chartsIn(results: Publishable) {
  const breakdowns = results.indicators.flatMap((indicator) => breakdownsOf(results, indicator));
  const byBreakdown = breakdowns.map((b) => [b.name, chartsOf(b)] as const);
  const quadrant = quadrantChart(results, breakdowns.map(moveOf).filter(isMove));
  const ofAreas = areaCharts(results);
  return {
    all: [
      ...(quadrant === null ? [] : [quadrant]),
      ...byBreakdown.flatMap(([, charts]) => charts),
      ...ofAreas.map(({ chart }) => chart),
    ],
    named(drawn: readonly DrawnChart[]): NamedCharts {
      const found = new Map(drawn.map((chart) => [chart.name, chart]));
      const of = (charts: readonly Chart[]) => charts.flatMap(({ name }) => found.get(name) ?? []);
      return {
        quadrant: quadrant === null ? null : (found.get(quadrant.name) ?? null),
        byBreakdown: new Map(byBreakdown.map(([name, charts]) => [name, of(charts)])),
        ofAreas: new Map(ofAreas.map(({ slug, chart }) => [slug, found.get(chart.name)!])),
      };
    },
  };
}

/** The files of each chart: its spec, its pictures, its table, and what the page needs to explore it. */
const chartFiles = (charts: readonly Painted[]): RenderedFile[] =>
  charts.flatMap(({ name, files, script, png }) => [
    { path: `charts/${name}.vl.json`, content: files.spec },
    { path: `charts/${name}.svg`, content: files.svg },
    { path: `charts/${name}.png`, content: png },
    { path: `charts/${name}.csv`, content: files.csv },
    ...(script === null ? [] : [{ path: `report/script/charts/${name}.js`, content: script }]),
  ]);
