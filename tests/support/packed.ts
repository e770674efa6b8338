import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { packedCommand } from "./command.ts";

/** What tests of whole builds take from the package, by the path of its compiled file. */
interface Modules {
  "catalogue/told.js": typeof import("../../src/catalogue/told.ts");
  "error.js": typeof import("../../src/error.ts");
  "report/places/comparison-document.js": typeof import("../../src/report/places/comparison-document.tsx");
  "report/render.js": typeof import("../../src/report/render.ts");
  "report/single/document.js": typeof import("../../src/report/single/document.tsx");
  "run/audit.js": typeof import("../../src/run/audit.ts");
  "run/build.js": typeof import("../../src/run/build.ts");
  "run/check.js": typeof import("../../src/run/check.ts");
  "run/build-places.js": typeof import("../../src/run/build-places.ts");
  "run/forms.js": typeof import("../../src/run/forms.ts");
  "run/known-declared.js": typeof import("../../src/run/known-declared.ts");
  "run/read-assets.js": typeof import("../../src/run/read-assets.ts");
  "run/unchanged.js": typeof import("../../src/run/unchanged.ts");
}

/**
 * A module of the package as it is published. Tests of whole builds import it so, and not from src/: they need no process
 * for each of their hundreds of builds, and `vitest related` of a source file does not take them for tests of that file.
 */
export async function packed<Path extends keyof Modules>(path: Path): Promise<Modules[Path]> {
  const file = join(dirname(await packedCommand()), "../dist", path);
  return import(/* @vite-ignore */ pathToFileURL(file).href) as Promise<Modules[Path]>;
}
