import { defineConfig } from "vitest/config";
import LongestFirst from "./tests/support/longest-first.ts";

export default defineConfig({
  esbuild: { jsx: "automatic", jsxImportSource: "preact" },
  test: {
    include: ["tests/**/*.test.{ts,tsx}"],
    globalSetup: ["./tests/support/run-folder.ts"],
    // Nothing is timed here: what hangs is ended, what is slow on a busy machine is not.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    reporters: ["default", "./tests/support/closing-line.ts"],
    // Three for two cores: what waits for a browser, a disk or a process leaves a core to another. No test replaces a module,
    // so that files of a worker can share what they load.
    maxWorkers: 3,
    isolate: false,
    sequence: { sequencer: LongestFirst },
  },
});
