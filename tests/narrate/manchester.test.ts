import { beforeAll, describe, expect, it } from "vitest";
import { isMissing } from "../../src/model.ts";
import { breakdownsOf } from "../../src/narrate/breakdown.ts";
import { headline, headlineDetail, wordsIn } from "../../src/narrate/headline.ts";
import { card } from "../../src/report/card/card.ts";
import type { Publishable } from "../../src/results/results.ts";
import { root } from "../support/command.ts";
import { labelFaults, labelsOf } from "../support/labels.ts";
import { packed } from "../support/packed.ts";

let results: Publishable;
beforeAll(async () => {
  const { check } = await packed("run/build.js");
  results = (await check({ project: root }, () => {})).results;
}, 60_000);

const breakdowns = () => results.indicators.flatMap((indicator) => breakdownsOf(results, indicator));

describe("every headline of Manchester", () => {
  it("has at most 25 words", () => {
    expect(breakdowns().length).toBeGreaterThan(30);
    expect(
      breakdowns()
        .map(headline)
        .filter((text) => wordsIn(text) > 25),
    ).toEqual([]);
  });

  it("says what two groups have, in the figures of the data, or why it does not", () => {
    const kinds = { figures: 0, unclear: 0, published: 0, none: 0 };
    for (const b of breakdowns()) {
      const said = headline(b);
      const { groups, absolute, period } = b.latest;
      expect(said).toMatch(/^(In|From|There) /);
      const figures = groups.flatMap(({ estimate }) =>
        isMissing(estimate) ? [] : [b.say.figure(estimate, b.indicator.unit)],
      );
      const isClearlyNone = !isMissing(absolute) && absolute.clear === false;
      const newer = b.result.publishedGaps.some((gap) => gap.judged) && !said.includes(period.label);
      if (newer) kinds.published++;
      else if (/no clear differences/.test(said)) {
        expect(isClearlyNone, said).toBe(true);
        kinds.unclear++;
      } else if (/^There are no figures to compare/.test(said)) {
        expect(figures.length, said).toBeLessThan(2);
        kinds.none++;
      } else {
        expect(new Set(figures.filter((figure) => said.includes(figure))).size, said).toBeGreaterThan(0);
        expect(/no clear gap/.test(said), said).toBe(isClearlyNone && b.dimension.type === "pair");
        kinds.figures++;
      }
    }
    expect(kinds.figures).toBeGreaterThan(30);
    expect(kinds.unclear).toBeGreaterThan(0);
  });

  it("gives no end of a fitted line that no group has", () => {
    for (const b of breakdowns()) {
      const { line, groups } = b.latest;
      if (line === null) continue;
      const figures = groups.flatMap(({ estimate }) =>
        isMissing(estimate) ? [] : [b.say.figure(estimate, b.indicator.unit)],
      );
      for (const end of [line.disadvantagedEnd, line.advantagedEnd]) {
        const figure = b.say.figure(end, b.indicator.unit);
        if (!figures.some((one) => one.includes(figure))) expect(headline(b)).not.toContain(` ${figure} `);
      }
    }
  });
});

describe("what stands behind a headline", () => {
  it("calls a side better off only where its interval says so", () => {
    const untested = breakdowns().filter(({ latest: { absolute } }) => !isMissing(absolute) && absolute.clear !== true);
    expect(untested.some(({ latest: { absolute } }) => !isMissing(absolute) && absolute.oriented.value < 0)).toBe(true);
    for (const b of untested) expect(headlineDetail(b) ?? "").not.toMatch(/better off here/);
  });
});

describe("every card of Manchester", () => {
  it("has no label cut off, overlapping or shortened", () => {
    const faults = breakdowns().flatMap((b) => {
      const { svg } = card(b, { id: "0123456789ab", version: "0.0.0" });
      const shortened = labelsOf(svg).filter(({ text }) => text.endsWith("…"));
      return [...labelFaults(svg), ...shortened.map(({ text }) => `shortened: ${text}`)].map(
        (fault) => `${b.name}: ${fault}`,
      );
    });
    expect(faults).toEqual([]);
  });
});
