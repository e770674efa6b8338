import { describe, expect, it } from "vitest";
import { type Area, absentFiles, areas, gapsOf } from "../../scripts/life-expectancy-areas.ts";
import { isMissing } from "../../src/reasons-and-notes.ts";

/**
 * Real figures: OHID's life expectancy by deprivation decile in every local authority of England, read from ../shared/data
 * beside the repository. The slope is worked out again by the normal equations, in code that shares nothing with src.
 */

/** (X'WX) beta = X'Wy with a column of ones and the mid-points of cumulative population, and its error from independent errors. */
function normalEquations({ deciles }: Area): { sii: number; rii: number; standardError: number } {
  let [w, wx, wxx, wy, wxy, people] = [0, 0, 0, 0, 0, 0];
  const everyone = deciles.reduce((sum, { population }) => sum + population, 0);
  const rows = deciles.map(({ population, value, standardError }) => {
    const x = (people + population / 2) / everyone;
    people += population;
    return { n: population, x, y: value, s: standardError };
  });
  for (const { n, x, y } of rows) {
    w += n;
    wx += n * x;
    wxx += n * x * x;
    wy += n * y;
    wxy += n * x * y;
  }
  const determinant = w * wxx - wx * wx;
  const slope = (w * wxy - wx * wy) / determinant;
  const intercept = (wxx * wy - wx * wxy) / determinant;
  const variance = rows.reduce((sum, { n, x, s }) => sum + ((n * (w * x - wx)) / determinant) ** 2 * s * s, 0);
  return { sii: slope, rii: (intercept + slope) / intercept, standardError: Math.sqrt(variance) };
}

const absent = absentFiles();

describe.skipIf(absent.length > 0)(
  `the slope index of life expectancy${absent.length > 0 ? `, skipped for want of ${absent.join(" and ")},` : ""}`,
  () => {
    const Z = 1.959963984540054;
    const all = absent.length > 0 ? [] : areas();
    const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));

    it("is the one of the normal equations to 1e-9, with its limits, in every area with ten deciles", () => {
      const whole = all.filter(({ deciles }) => deciles.length === 10);
      const differ = whole.filter((area) => {
        const gaps = gapsOf(area);
        if (isMissing(gaps)) return true;
        const again = normalEquations(area);
        const { value, lower, upper } = gaps.sii.raw;
        return !(
          near(value, again.sii) &&
          near(lower!, again.sii - Z * again.standardError) &&
          near(upper!, again.sii + Z * again.standardError) &&
          near(gaps.rii.raw.value, again.rii)
        );
      });
      expect(differ.map(({ code, sex }) => `${code} ${sex}`)).toEqual([]);
      expect(whole).toHaveLength(722);
    });

    it("is not computed where deciles are missing: the Isles of Scilly, once for each sex", () => {
      const without = all.filter((area) => isMissing(gapsOf(area)));
      expect(without.map(({ code, sex, deciles }) => [code, sex, deciles.length])).toEqual([
        ["E06000053", "Male", 1],
        ["E06000053", "Female", 1],
      ]);
      expect(gapsOf(without[0]!)).toMatchObject({ reason: "missing-group" });
    });
  },
);
