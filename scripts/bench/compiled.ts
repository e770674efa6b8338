import { fileURLToPath } from "node:url";
import { packInto } from "../package.ts";

let made: { command: string; modules: string } | null = null;

/** The package as it is published, in a folder of its own, because tsx slows every function that is made: its command, and its modules. */
export function compiled(): { command: string; modules: string } {
  const folder = fileURLToPath(new URL("../../node_modules/.cache/tempcheck-bench", import.meta.url));
  made ??= { command: packInto(folder), modules: `${folder}/dist` };
  return made;
}
