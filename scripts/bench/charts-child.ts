/** Draws the specs of a folder with vega alone, one after the other in one process; or turns its SVGs into PNGs. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { png } from "../../src/charts/draw/png.ts";
import { readAssets } from "../../src/run/read-assets.ts";

const [folder = "", what = ""] = process.argv.slice(2);
const texts = (ending: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(join(folder, name), "utf8"));

let charts = 0;
if (what === "vega") {
  const vega = await import("vega");
  const { compile } = await import("vega-lite");
  for (const text of texts(".vl.json")) {
    const view = new vega.View(vega.parse(compile(JSON.parse(text)).spec), { renderer: "none" });
    if ((await view.toSVG()).startsWith("<svg")) charts++;
    view.finalize();
  }
} else {
  const { fontFiles } = readAssets();
  for (const svg of texts(".svg")) if (png(svg, fontFiles).length > 0) charts++;
}
console.log(JSON.stringify({ charts }));
