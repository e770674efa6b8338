import { configDefaults, defineConfig } from "vitest/config";
import whole from "./vitest.config.ts";

/**
 * What `npm test` leaves to `npm run test:all`: what needs a browser, and whole reports built again and again, killed on
 * the way, or read word by word. Everything else runs after each change, with the aim of 60 seconds.
 */
const left = [
  "tests/browser/**",
  "tests/{reproducible,built-sampleton,build-with-map,elsewhere}.test.ts",
  "tests/ingest/parts.test.ts",
  "tests/run/{pdf,print,replace,reused-builds,verify}.test.ts",
  "tests/docs/{followed,readme,tutorial}.test.ts",
  "tests/cli/machine.test.ts",
  "tests/disclose/attack-tables.test.ts",
  "tests/report/page-weight.test.ts",
  "tests/narrate/plain-english.test.ts",
  "tests/scripts/truth-manchester.test.ts",
];

export default defineConfig({
  ...whole,
  test: {
    ...whole.test,
    exclude: [...configDefaults.exclude, ...left],
    reporters: ["default", ["./tests/support/closing-line.ts", { left }]],
  },
});
