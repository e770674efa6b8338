import { defineConfig } from "vitest/config";

/**
 * The tests that mutants of the statistical core are run against: those of single functions, without database, browser
 * or process. Property tests and simulations are left out, because their thousand runs would be repeated for every mutant.
 */
export default defineConfig({
  test: {
    include: [
      "tests/estimate/*.test.ts",
      "tests/measure/{measure,decompose}.test.ts",
      "tests/judge/!(properties|framing|later-start|published-clear).test.ts",
      "tests/partner/unchanged.test.ts",
    ],
    testTimeout: 60_000,
  },
});
