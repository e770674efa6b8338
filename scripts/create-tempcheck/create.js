#!/usr/bin/env node
// npm create tempcheck my-place: the same as tempcheck init my-place.
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const library = fileURLToPath(import.meta.resolve("tempcheck"));
const command = join(dirname(library), "../bin/tempcheck.js");
const { status } = spawnSync(process.execPath, [command, "init", ...process.argv.slice(2)], { stdio: "inherit" });
process.exitCode = status ?? 1;
