import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Painted } from "../../src/charts/draw/draw.ts";
import { drawCharts, inFolder, type RenderedFile, type Report, render } from "../../src/report/render.ts";
import { readAssets } from "../../src/run/read-assets.ts";
import { sampleton } from "./fixture.ts";
import { once } from "./once.ts";

export const renderedBuild = { id: "b1d", version: "0.0.0" };

type Kept = Omit<Painted, "png"> & { png: string };

/** The made-up place's report, its charts drawn once a run for all test files. */
export async function reportOfSampleton(): Promise<Report> {
  const assets = readAssets();
  const folder = await once("drawn-sampleton", async (to) => {
    const charts = await drawCharts(sampleton, assets);
    const kept = charts.map((chart): Kept => ({ ...chart, png: Buffer.from(chart.png).toString("base64") }));
    writeFileSync(join(to, "charts.json"), JSON.stringify(kept));
  });
  const kept = JSON.parse(readFileSync(join(folder, "charts.json"), "utf8")) as Kept[];
  const charts = kept.map((chart) => ({ ...chart, png: Buffer.from(chart.png, "base64") }));
  return render(sampleton, { build: renderedBuild, assets, charts }, () => {});
}

/** The files of its folder. */
export const renderedSampleton = async (): Promise<RenderedFile[]> => inFolder(await reportOfSampleton());
