#!/usr/bin/env node
// In a checkout the TypeScript sources run as they are; the published package carries compiled files alone.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";

const inRoot = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

// A build is short and makes much that is soon let go of. What is no longer used is looked for when the heap has grown by a
// third since it was last looked for, and not by up to four times: an eighth less memory at the peak, for 8 % more processor time.
setFlagsFromString("--heap-growing-percent=30");
// The V8 of Node 20 makes fast code of whatever runs for some milliseconds, which took a sixth of a build's processor time and
// gave less back. Later versions wait for longer by themselves, and do not know the flag.
if (process.versions.v8.startsWith("11.")) setFlagsFromString("--interrupt-budget=1200000");

if (existsSync(inRoot("src/cli/cli.ts"))) {
  process.env.TSX_TSCONFIG_PATH = inRoot("tsconfig.json");
  const { register } = await import("tsx/esm/api");
  register();
  await import("../src/cli/cli.ts");
} else {
  await import("../dist/cli/cli.js");
}
