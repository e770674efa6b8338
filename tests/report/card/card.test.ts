import { describe, expect, it } from "vitest";
import { png } from "../../../src/charts/draw/png.ts";
import { type Breakdown, breakdownsOf } from "../../../src/narrate/breakdown.ts";
import { headline } from "../../../src/narrate/headline.ts";
import { card } from "../../../src/report/card/card.ts";
import type { Publishable } from "../../../src/results/results.ts";
import { readAssets } from "../../../src/run/read-assets.ts";
import { sampleton } from "../../support/fixture.ts";
import { labelFaults, labelsOf } from "../../support/labels.ts";

const build = { id: "b1d", version: "0.0.0" };
const { fontFiles } = readAssets();
const breakdowns = (results: Publishable): Breakdown[] =>
  results.indicators.flatMap((indicator) => breakdownsOf(results, indicator));
const named = (name: string): Breakdown => breakdowns(sampleton).find((b) => b.name === name)!;
const words = (name: string): string =>
  labelsOf(card(named(name), build).svg)
    .map(({ text }) => text)
    .join(" ");

describe("card", () => {
  it.each(breakdowns(sampleton).map((b) => [b.name, b] as const))("has no label cut off or overlapping: %s", (_, b) =>
    expect(labelFaults(card(b, build).svg)).toEqual([]),
  );

  it("says what the gap is, with its interval, verdict, place, period, source and build", () => {
    const text = words("debt--fifths");
    for (const part of [
      "Sampleton Temperature Check 2024",
      "Problem debt",
      "By deprivation of the area",
      headline(named("debt--fifths")),
      "9.1 percentage points 95% interval: 7.8 to 10.4",
      "Gap smaller in points only Easing",
      "Sampleton, 2022. Source: Office of Samples. Build b1d.",
    ])
      expect(text).toContain(part);
  });

  it("shows every group of a ladder with its figure", () => {
    const text = words("debt--fifths");
    for (const group of named("debt--fifths").latest.groups) expect(text).toContain(group.label);
  });

  it("shows the ends and the place where there are too many groups", () => {
    const text = words("accidents--districts");
    expect(text).toContain("Docks & Old Harbour 98 University 24 Sampleton 52");
    expect(text).not.toContain("North Ham");
  });

  it("says that we can't tell where there is no gap, and why", () => {
    const text = words("asthma--fifths");
    expect(text).toContain("We can't tell There is no figure for the least deprived fifth of areas.");
    expect(text).toContain("Least deprived fifth no figure");
  });

  it("says that no interval is published where there is none", () =>
    expect(words("scores--meals")).toContain("16.0 points no interval published"));

  it("has an alternative text that a post has room for, with the same figures", () => {
    for (const b of breakdowns(sampleton)) {
      const { alt } = card(b, build);
      expect(alt).toContain(headline(b));
      expect(alt).toContain(`Verdict: ${b.say.verdict.labels[b.result.verdict.id].toLowerCase()}`);
      expect(alt.length).toBeLessThan(1000);
      expect(alt).not.toMatch(/undefined|null|NaN/);
    }
    expect(card(named("debt--fifths"), build).alt).toMatchInlineSnapshot(
      `"Sampleton Temperature Check 2024: Problem debt, by deprivation of the area. In 2022, the share was 26.6% in the most deprived fifth of areas and 19.4% in the least deprived fifth of areas. 2019 to 2022, absolute: 4.9 percentage points narrower; relative: cannot tell. Verdict: gap smaller in points only, easing. The share of residents in problem debt, 2022: Most deprived fifth 26.6%; Second most deprived fifth 25.7%; Middle fifth 23.0%; Second least deprived fifth 21.2%; Least deprived fifth 19.4%. Sampleton, 2022. Source: Office of Samples. Build b1d."`,
    );
  });

  it("wraps, shrinks and at last cuts words of any length, without an overlap", () => {
    const long = "An indicator with a name so long that nobody would ever give it one like this, ";
    for (const times of [1, 3, 9]) {
      const title = long.repeat(times);
      const results = {
        ...sampleton,
        title,
        indicators: sampleton.indicators.map((one) => ({ ...one, title, unit: "people for each 100,000 of all" })),
        dimensions: sampleton.dimensions.map((one) => ({
          ...one,
          title,
          groups: one.groups.map((group) => ({ ...group, label: `${group.label} ${title}` })),
        })),
        sources: sampleton.sources.map((one) => ({ ...one, publisher: title })),
      };
      for (const b of breakdowns(results)) expect(labelFaults(card(b, build).svg), b.name).toEqual([]);
    }
  });

  it("is a PNG of 1200 by 630, the same bytes twice", () => {
    const draw = (): Buffer => Buffer.from(png(card(named("debt--fifths"), build).svg, fontFiles, 1));
    const picture = draw();
    expect(picture.subarray(1, 4).toString()).toBe("PNG");
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(draw().equals(picture)).toBe(true);
  });
});
