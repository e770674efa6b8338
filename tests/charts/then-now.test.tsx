import { renderToString } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { pairOf, ThenNow } from "../../src/charts/then-now.tsx";
import { type Breakdown, breakdownsOf } from "../../src/narrate/breakdown.ts";
import { notComputable } from "../../src/reasons-and-notes.ts";
import { sampleton } from "../support/fixture.ts";

const breakdown = (name: string): Breakdown =>
  sampleton.indicators.flatMap((indicator) => breakdownsOf(sampleton, indicator)).find((b) => b.name === name)!;
const drawn = (b: Breakdown): string => renderToString(<ThenNow b={b} />);
const numbers = (svg: string, pattern: RegExp): number[] => [...svg.matchAll(pattern)].map(([, n]) => Number(n));

describe("then and now", () => {
  const debt = breakdown("debt--fifths");

  it("has a line for each time, with its year and both figures printed", () => {
    const texts = [...drawn(debt).matchAll(/<text[^>]*>([^<]+)<\/text>/g)].map(([, text]) => text);
    expect(texts).toEqual(["2019", "25.6", "14.4", "2022", "26.6", "19.4"]);
    expect(drawn(debt)).toMatch(/<g class="then">.*<g class="now">/s);
  });

  it("says the same to those who do not see it, and names both groups below", () => {
    expect(drawn(debt)).toContain(
      'aria-label="2019: Most deprived fifth 25.6, Least deprived fifth 14.4. 2022: Most deprived fifth 26.6, Least deprived fifth 19.4."',
    );
    expect(drawn(debt)).toMatch(/<figcaption.*Most deprived fifth.*Least deprived fifth.*<\/figcaption>/s);
  });

  it("draws both times on one scale from zero, so that the longer line is the wider gap", () => {
    const [then = 0, now = 0] = numbers(drawn(debt), /<circle cx="([\d.]+)" cy="\d+"/g);
    const [thenRight = 0, nowRight = 0] = numbers(drawn(debt), /<rect x="([\d.]+)" y="[\d.]+" width="9"/g).map(
      (x) => x + 4.5,
    );
    expect((then - thenRight) / (now - nowRight)).toBeCloseTo((25.6 - 14.4) / (26.6 - 19.4), 1);
    expect((now - 40) / (then - 40)).toBeCloseTo(26.6 / 25.6, 1);
  });

  it("begins its scale above zero only where the figures lie close together", () => {
    const near = {
      ...debt,
      result: {
        ...debt.result,
        periods: debt.result.periods.map((period) => ({
          ...period,
          groups: period.groups.map((group, i) => ({
            ...group,
            estimate: { value: 80 + i, lower: null, upper: null },
          })),
        })),
      },
    };
    const latest = near.result.periods.at(-1)!;
    const xs = numbers(drawn({ ...near, latest }), /<circle cx="([\d.]+)" cy="\d+"/g).slice(0, 2);
    expect(Math.min(...xs)).toBeGreaterThan(100);
    expect(Math.min(...xs)).toBeLessThan(160);
  });

  it("has one line where there is nothing earlier, and is not drawn where fewer than two groups have a figure", () => {
    const one = pairOf(breakdown("asthma--fifths"));
    expect(one?.lines.map(({ filled }) => filled)).toEqual([true]);
    const none = {
      ...debt,
      latest: {
        ...debt.latest,
        groups: debt.latest.groups.map((group) => ({ ...group, estimate: notComputable("no-rows") })),
      },
    };
    expect(drawn(none)).toBe("");
  });
});
