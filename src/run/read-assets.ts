import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Assets } from "../report/assets.ts";

const require = createRequire(import.meta.url);

const bytesOf = (file: string): Uint8Array => new Uint8Array(readFileSync(file));

/** A file of a package, by its place beside or above the package's main file. */
const besideMain = (name: string, ...path: string[]): string => join(dirname(require.resolve(name)), ...path);

/** vega-interpreter comes as a module, which a page opened from disk may not load: the same as a plain script. */
function asPlainScript(module: string): string {
  const [, imported] = /^import (\{[^}]+\}) from 'vega-util';/.exec(module) ?? [];
  const [, exported] = /^export \{ (\w+) as expressionInterpreter \};/m.exec(module) ?? [];
  if (imported === undefined || exported === undefined) throw new Error("vega-interpreter has another form by now");
  const body = module.replace(/^(import|export) .*$/gm, "").replace(/^\/\/# sourceMappingURL.*$/m, "");
  return `(() => {\nconst ${imported} = vega;\n${body.trim()}\nvega.expressionInterpreter = ${exported};\n})();\n`;
}

/** Reads what the report takes from other packages, and its own scripts. */
export const readAssets = (): Assets => ({
  carried: [
    ...[400, 700].map((weight) => ({
      path: `fonts/arimo-${weight}.woff2`,
      content: bytesOf(require.resolve(`@fontsource/arimo/files/arimo-latin-${weight}-normal.woff2`)),
    })),
    { path: "fonts/LICENSE.txt", content: bytesOf(require.resolve("@fontsource/arimo/LICENSE")) },
    { path: "script/vega.js", content: bytesOf(besideMain("vega", "vega.min.js")) },
    { path: "script/vega.LICENSE.txt", content: bytesOf(besideMain("vega", "../LICENSE")) },
    {
      path: "script/vega-interpreter.js",
      content: asPlainScript(readFileSync(require.resolve("vega-interpreter"), "utf8")),
    },
    { path: "script/vega-interpreter.LICENSE.txt", content: bytesOf(besideMain("vega-interpreter", "../LICENSE")) },
    ...["findings", "area-finder", "actions"].map((name) => ({
      path: `script/${name}.js`,
      content: readFileSync(new URL(`../report/script/${name}.js`, import.meta.url), "utf8"),
    })),
  ],
  fontFiles: ["400Regular/Arimo_400Regular.ttf", "700Bold/Arimo_700Bold.ttf"].map((file) =>
    besideMain("@expo-google-fonts/arimo", file),
  ),
  exploreScript: readFileSync(new URL("../report/script/explore.js", import.meta.url), "utf8"),
});
