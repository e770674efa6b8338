import { fileURLToPath } from "node:url";
import { compileInto } from "../package.ts";

/** Compiles the package as it is published into a folder of its own, because tsx slows every function that is made. */
export function compiled(): string {
  const folder = fileURLToPath(new URL("../../node_modules/.cache/tempcheck-bench", import.meta.url));
  compileInto(folder);
  return folder;
}
