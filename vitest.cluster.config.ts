import { defineConfig } from "vitest/config";
import whole from "./vitest.config.ts";

/** What needs a cluster of machines, which is fetched and started for it: `npm run test:cluster`. */
export default defineConfig({
  ...whole,
  test: { ...whole.test, include: ["tests/cluster/*.cluster.ts"], globalSetup: [], maxWorkers: 1 },
});
