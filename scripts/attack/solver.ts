import { createRequire } from "node:module";

// The package's types speak of its CommonJS form alone, which is therefore the one that is loaded.
const module: typeof import("highs") = createRequire(import.meta.url)("highs");

/** HiGHS, compiled to WebAssembly: linear and whole-number programmes. */
export const highs = await module.default();
