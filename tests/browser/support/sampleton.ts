import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { sampleton } from "../../support/fixture.ts";
import { once } from "../../support/once.ts";
import { packed } from "../../support/packed.ts";

const build = { id: "b1d", version: "0.0.0" };

/** Folder with the report of a made-up small place and the same in one file, written once a run by the package. */
export const writtenSampleton = (): Promise<string> =>
  once("written-sampleton", async (to) => {
    const { inFolder, render } = await packed("report/render.js");
    const { singleFile } = await packed("report/single/document.js");
    const { readAssets } = await packed("run/read-assets.js");
    const report = await render(sampleton, { build, assets: readAssets() }, () => {});
    const files = [...inFolder(report), { path: "report.html", content: singleFile(sampleton, build, report).content }];
    for (const { path, content } of files) {
      mkdirSync(dirname(join(to, path)), { recursive: true });
      writeFileSync(join(to, path), content);
    }
  });
