import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type RenderedFile, render } from "../../src/report/render.ts";
import { readAssets } from "../../src/run/read-assets.ts";
import { sampleton } from "./fixture.ts";
import { once } from "./once.ts";

export const renderedBuild = { id: "b1d", version: "0.0.0" };

interface Kept {
  path: string;
  text?: string;
  bytes?: string;
}

/** The files of the made-up place's report, drawn once a run for all test files, in the order that render gives them. */
export async function renderedSampleton(): Promise<RenderedFile[]> {
  const folder = await once("rendered-sampleton", async (to) => {
    const files = await render(sampleton, { build: renderedBuild, assets: readAssets() }, () => {});
    const kept = files.map(
      ({ path, content }): Kept =>
        typeof content === "string"
          ? { path, text: content }
          : { path, bytes: Buffer.from(content).toString("base64") },
    );
    writeFileSync(join(to, "files.json"), JSON.stringify(kept));
  });
  const kept = JSON.parse(readFileSync(join(folder, "files.json"), "utf8")) as Kept[];
  return kept.map(({ path, text, bytes = "" }) => ({ path, content: text ?? Buffer.from(bytes, "base64") }));
}
