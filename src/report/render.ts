import { sayIn } from "../catalogue/say.ts";
import { chartsIn } from "../charts/all-charts.ts";
import { type DrawnChart, ON_DEMAND, type Pictures } from "../charts/chart.ts";
import { draw, paint } from "../charts/draw/draw.ts";
import { type Kept, reusing } from "../charts/draw/reusing.ts";
import { drawersFor } from "../charts/draw/threads.ts";
import { exploreScript } from "../narrate/pointed.ts";
import { returnings } from "../narrate/return-words.ts";
import type { Publishable } from "../results/results.ts";
import type { Assets } from "./assets.ts";
import { lookFiles } from "./brand.ts";
import { sharePictures } from "./card/share-pictures.ts";
import { embedPage } from "./embed/embed-page.tsx";
import { type Gallery, showing } from "./gallery.ts";
import { sharePath } from "./head-links.tsx";
import type { Build, Page, Place } from "./page.ts";
import { accessibilityPage } from "./pages/accessibility-page.tsx";
import { changesPage } from "./pages/changes-page.tsx";
import { dataGapsPage } from "./pages/data-gaps-page.tsx";
import { easyReadPage } from "./pages/easy-read-page.tsx";
import { indexPage } from "./pages/first-page.tsx";
import { glossaryPage } from "./pages/glossary-page.tsx";
import { indicatorPage } from "./pages/indicator-page.tsx";
import { pageText } from "./pages/layout.tsx";
import { methodPage } from "./pages/method-page.tsx";
import { peoplePages } from "./pages/people-pages.ts";
import { returnPage } from "./pages/return-page.tsx";
import { sourcesPage } from "./pages/sources-page.tsx";
import { themePage } from "./pages/theme-page.tsx";
import { type PostcodesOf, postcodeFiles } from "./postcode-files.ts";
import { sitemap } from "./sitemap.ts";
import { lookStyle } from "./styles/look-style.ts";
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
  charts?: readonly DrawnChart[];
  /** Whether they are offered as pixels, and shared links with a picture. */
  pictures?: Pictures;
  /** Postcodes of areas, by dimension, that readers may find theirs by. */
  postcodes?: PostcodesOf;
}

export interface HowDrawn {
  kept?: Kept | undefined;
  pictures?: Pictures | undefined;
  /** Whether this thread has other work while the charts are drawn. */
  isBusy?: boolean;
}

/** Every chart of the report, drawn. */
export async function drawCharts(
  results: Publishable,
  { fontFiles }: Assets,
  { kept, pictures = "none", isBusy = false }: HowDrawn = {},
): Promise<DrawnChart[]> {
  const all = chartsIn(results);
  const drawers = kept ? reusing(kept, isBusy) : await drawersFor(all.length, isBusy);
  try {
    if (pictures === "drawn") return await paint(all, fontFiles, drawers);
    const drawn = await draw(all, drawers);
    return pictures === "none" ? drawn : drawn.map((chart) => ({ ...chart, png: ON_DEMAND }));
  } finally {
    await drawers.close();
  }
}

/** A report before it is written: its pages as trees, the charts that they show, and the files beside them. */
export interface Report {
  pages: Page[];
  charts: readonly DrawnChart[];
  files: RenderedFile[];
  /** Pictures to share, by indicator, each in words. */
  shared: ReadonlyMap<string, string>;
}

/** The report: results -> charts -> drawings -> pages. */
export async function render(
  results: Publishable,
  { build, assets, charts, pictures = "none", postcodes }: Materials,
  log: (step: string) => void,
): Promise<Report> {
  const all = charts ?? (await drawCharts(results, assets, { pictures }));
  for (const { id, warnings } of all) for (const warning of warnings) log(`${id} was drawn with a warning: ${warning}`);
  log(`drew ${all.length} charts`);
  const pages = pagesOf({ results, build }, pictures);
  log(`made ${pages.length} pages`);
  const shared = pictures === "drawn" ? await sharePictures(results, build, assets.fontFiles) : [];
  return {
    pages,
    charts: all,
    shared: new Map(shared.map(({ indicator, alt }) => [indicator, alt])),
    files: [
      { path: "report/style.css", content: `${style}${lookStyle(build.look)}` },
      ...lookFiles(build.look).map(({ path, content }) => ({ path: `report/${path}`, content })),
      ...shared.map(({ indicator, png }) => ({ path: sharePath(indicator), content: png })),
      { path: "report/script/charts.js", content: exploreScript(sayIn(results), assets.exploreScript) },
      ...assets.carried.map(({ path, content }) => ({ path: `report/${path}`, content })),
      ...postcodeFiles(results, postcodes ?? new Map()),
      ...chartFiles(all),
    ],
  };
}

/** The report as the files of a folder. */
export function inFolder(report: Report): RenderedFile[] {
  const files: RenderedFile[] = [];
  putInFolder(report, (file) => void files.push(file));
  return files;
}

/** The same, each file put as soon as it is made: all pages together would fill the memory. */
export function putInFolder({ pages, charts, files, shared }: Report, put: (file: RenderedFile) => void): void {
  const homes = new Map<string, string>();
  showing(charts, (gallery) => {
    for (const page of pages) {
      const noting: Gallery = {
        ...gallery,
        chart(id) {
          if (!homes.has(id)) homes.set(id, page.file);
          return gallery.chart(id);
        },
      };
      put({ path: `report/${page.file}`, content: pageText(page, noting, shared) });
    }
  });
  const results = pages[0]?.results;
  if (results !== undefined)
    for (const chart of charts) put(embedPage(results, chart, homes.get(chart.id) ?? "index.html"));
  for (const file of [...sitemap(pages), ...files]) put(file);
}

function pagesOf({ results, build }: Pick<Place, "results" | "build">, pictures: Pictures): Page[] {
  const place = { results, build, root: "" } as const;
  const below = { results, build, root: "../" } as const;
  return [
    indexPage(place),
    ...results.themes.map((theme) => themePage(below, theme)),
    ...results.indicators.map((indicator) => indicatorPage(below, indicator)),
    ...peoplePages(place, below),
    ...returnings(results).map((one) => returnPage(below, one)),
    dataGapsPage(place),
    methodPage(place),
    glossaryPage(place),
    sourcesPage(place),
    ...(build.changes == null ? [] : [changesPage(place, build.changes)]),
    easyReadPage(place),
    accessibilityPage(place, pictures !== "none"),
  ];
}

/** The files of each chart: its spec, its pictures, its table, and what the page needs to explore it. */
const chartFiles = (charts: readonly DrawnChart[]): RenderedFile[] =>
  charts.flatMap(({ id, files, script, png }) => [
    { path: `charts/${id}.vl.json`, content: files.spec },
    { path: `charts/${id}.svg`, content: files.svg },
    ...(png === undefined || png === ON_DEMAND ? [] : [{ path: `charts/${id}.png`, content: png }]),
    { path: `charts/${id}.csv`, content: files.csv },
    ...(script === null ? [] : [{ path: `report/script/charts/${id}.js`, content: script }]),
  ]);
