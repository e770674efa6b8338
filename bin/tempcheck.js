#!/usr/bin/env node
// In a checkout the TypeScript sources run as they are; the published package carries compiled files alone.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const inRoot = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

if (existsSync(inRoot("src/cli/cli.ts"))) {
  process.env.TSX_TSCONFIG_PATH = inRoot("tsconfig.json");
  const { register } = await import("tsx/esm/api");
  register();
  await import("../src/cli/cli.ts");
} else {
  await import("../dist/cli/cli.js");
}
