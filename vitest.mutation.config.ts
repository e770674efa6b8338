import { defineConfig } from "vitest/config";

/**
 * The tests that mutants of the statistical core are run against: those of single functions, without database, browser
 * or process. The property tests are left out, because a thousand runs a property would be repeated for every mutant.
 */
export default defineConfig({
  test: {
    include: [
      "tests/{estimate,estimate-rules,measure,judge,decompose}.test.ts",
      "tests/{by-age,estimate-golden,unchanged}.test.ts",
    ],
    testTimeout: 60_000,
  },
});
