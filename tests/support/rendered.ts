import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { DrawnChart } from "../../src/charts/chart.ts";
import { drawCharts, inFolder, type RenderedFile, type Report, render } from "../../src/report/render.ts";
import { readAssets } from "../../src/run/read-assets.ts";
import { sampleton } from "./fixture.ts";
import { once } from "./once.ts";

export const renderedBuild = { id: "b1d", version: "0.0.0" };

/** The made-up place's report, its charts drawn once a run for all test files. */
export async function reportOfSampleton(): Promise<Report> {
  const assets = readAssets();
  const folder = await once("drawn-sampleton", async (to) => {
    writeFileSync(join(to, "charts.json"), JSON.stringify(await drawCharts(sampleton, assets)));
  });
  const charts = JSON.parse(readFileSync(join(folder, "charts.json"), "utf8")) as DrawnChart[];
  return render(sampleton, { build: renderedBuild, assets, charts }, () => {});
}

/** The files of its folder. */
export const renderedSampleton = async (): Promise<RenderedFile[]> => inFolder(await reportOfSampleton());
