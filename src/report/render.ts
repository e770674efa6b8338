import { setImmediate } from "node:timers/promises";
import { sayIn } from "../catalogue/say.ts";
import { chartsIn } from "../charts/all-charts.ts";
import { type Chart, type ChartName, type DrawnChart, ON_DEMAND, type Pictures } from "../charts/chart.ts";
import { drawing, painting } from "../charts/draw/draw.ts";
import { drawersFor } from "../charts/draw/drawers.ts";
import { unwatched } from "../charts/draw/promised.ts";
import type { Drawers } from "../charts/draw/threads.ts";
import { exploreScript } from "../narrate/pointed.ts";
import { returnings } from "../narrate/return-words.ts";
import type { Publishable } from "../results/results.ts";
import type { Assets } from "./assets.ts";
import { lookFiles } from "./brand.ts";
import { sharePictures } from "./card/share-pictures.ts";
import { embedPage } from "./embed/embed-page.tsx";
import { homes, showing } from "./gallery.ts";
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

/** What a report is made from besides the results and its charts. */
export interface Materials {
  build: Build;
  assets: Assets;
  /** Whether they are offered as pixels, and shared links with a picture. */
  pictures?: Pictures;
  /** Postcodes of areas, by dimension, that readers may find theirs by. */
  postcodes?: PostcodesOf;
}

/** The charts of a report while they are drawn. */
export interface Drawing {
  names: readonly ChartName[];
  /** Each as soon as it is drawn, in the order of the names. Whoever needs one no more takes it out: all together are large. */
  charts: Promise<DrawnChart>[];
}

/** Has every chart of the report drawn, by those who go on when this returns. */
export function drawingOf(
  results: Publishable,
  { fontFiles }: Assets,
  { drawers, pictures = "none" }: { drawers: Drawers; pictures?: Pictures | undefined },
): Drawing {
  const all: Chart[] = chartsIn(results);
  const names = all.map(({ id, kind, of }) => ({ id, kind, of }));
  if (pictures === "drawn") return { names, charts: painting(all, fontFiles, drawers) };
  const charts = drawing(all, drawers);
  return { names, charts: pictures === "none" ? charts : charts.map((chart) => unwatched(onDemand(chart))) };
}

const onDemand = async (chart: Promise<DrawnChart>): Promise<DrawnChart> => ({ ...(await chart), png: ON_DEMAND });

/** Every chart of the report, drawn. */
export async function drawCharts(results: Publishable, assets: Assets, pictures?: Pictures): Promise<DrawnChart[]> {
  const drawers = drawersFor();
  try {
    return await Promise.all(drawingOf(results, assets, { drawers, pictures }).charts);
  } finally {
    await drawers.close();
  }
}

/** A report of which nothing is drawn: its pages as trees, and the files beside them. */
export interface Undrawn {
  pages: Page[];
  files: RenderedFile[];
  /** Pictures to share, by indicator, each in words. */
  shared: ReadonlyMap<string, string>;
}

/** A report before it is written, with the charts that its pages show. */
export interface Report extends Undrawn {
  charts: readonly DrawnChart[];
}

/** The report: results -> charts -> drawings -> pages. */
export async function render(
  results: Publishable,
  { charts, ...materials }: Materials & { charts?: readonly DrawnChart[] },
  log: (step: string) => void,
): Promise<Report> {
  const all = charts ?? (await drawCharts(results, materials.assets, materials.pictures));
  tell(all, log);
  return { ...(await undrawn(results, materials, log)), charts: all };
}

/** What of the report is there before its charts. */
export async function undrawn(
  results: Publishable,
  { build, assets, pictures = "none", postcodes }: Materials,
  log: (step: string) => void,
): Promise<Undrawn> {
  const pages = pagesOf({ results, build }, pictures);
  log(`made ${pages.length} pages`);
  const shared = pictures === "drawn" ? await sharePictures(results, build, assets.fontFiles) : [];
  return {
    pages,
    shared: new Map(shared.map(({ indicator, alt }) => [indicator, alt])),
    files: [
      { path: "report/style.css", content: `${style}${lookStyle(build.look)}` },
      ...lookFiles(build.look).map(({ path, content }) => ({ path: `report/${path}`, content })),
      ...shared.map(({ indicator, png }) => ({ path: sharePath(indicator), content: png })),
      { path: "report/script/charts.js", content: exploreScript(sayIn(results), assets.exploreScript) },
      ...assets.carried.map(({ path, content }) => ({ path: `report/${path}`, content })),
      ...postcodeFiles(results, postcodes ?? new Map()),
    ],
  };
}

function tell(charts: readonly Pick<DrawnChart, "id" | "warnings">[], log: (step: string) => void): void {
  for (const { id, warnings } of charts)
    for (const warning of warnings) log(`${id} was drawn with a warning: ${warning}`);
  log(`drew ${charts.length} charts`);
}

/** The report as the files of a folder. */
export function inFolder({ charts, ...report }: Report): RenderedFile[] {
  const files: RenderedFile[] = [];
  const put: PutFile = (file) => void files.push(file);
  for (const { page, places } of homes(report.pages, charts))
    putPage({ page, charts: places.map((place) => charts[place]!), shared: report.shared }, put);
  putBeside(report, put);
  return files;
}

type PutFile = (file: RenderedFile) => void;

/**
 * The same of a report whose charts are being drawn: each page is put as soon as its own are there, and neither pages nor
 * charts are held, which would fill the memory all together.
 */
export async function putAsDrawn(
  report: Undrawn,
  { names, charts }: Drawing,
  { put, log }: { put: PutFile; log: (step: string) => void },
): Promise<void> {
  const warnings: DrawnChart["warnings"][] = [];
  for (const { page, places } of homes(report.pages, names)) {
    const its = await Promise.all(places.map((place) => charts[place]!));
    putPage({ page, charts: its, shared: report.shared }, put);
    for (const [i, place] of places.entries()) {
      warnings[place] = its[i]!.warnings;
      delete charts[place];
    }
    // What was drawn meanwhile is taken in.
    await setImmediate();
  }
  putBeside(report, put);
  tell(
    names.map(({ id }, place) => ({ id, warnings: warnings[place]! })),
    log,
  );
}

interface Showing extends Pick<Report, "charts" | "shared"> {
  page: Page;
}

/** Puts a page, and what there is of each of its charts. */
function putPage({ page, charts, shared }: Showing, put: PutFile): void {
  showing(charts, (gallery) => put({ path: `report/${page.file}`, content: pageText(page, gallery, shared) }));
  for (const chart of charts) {
    put(embedPage(page.results, chart, page.file));
    for (const file of chartFiles(chart)) put(file);
  }
}

function putBeside({ pages, files }: Undrawn, put: PutFile): void {
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

/** The files of a chart: its spec, its pictures, its table, and what the page needs to explore it. */
const chartFiles = ({ id, files, script, png }: DrawnChart): RenderedFile[] => [
  { path: `charts/${id}.vl.json`, content: files.spec },
  { path: `charts/${id}.svg`, content: files.svg },
  ...(png === undefined || png === ON_DEMAND ? [] : [{ path: `charts/${id}.png`, content: png }]),
  { path: `charts/${id}.csv`, content: files.csv },
  ...(script === null ? [] : [{ path: `report/script/charts/${id}.js`, content: script }]),
];
