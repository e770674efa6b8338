import { beforeAll, describe, expect, it } from "vitest";
import { isMissing } from "../../src/model.ts";
import { breakdownsOf } from "../../src/narrate/breakdown.ts";
import { headline, wordsIn } from "../../src/narrate/headline.ts";
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

  it("states the gap with its uncertainty, or that it can't be told", () => {
    for (const b of breakdowns())
      expect(headline(b)).toMatch(
        isMissing(b.latest.absolute)
          ? /^We can't tell how big the gap in .* is\.$/
          : /^(In|From) .* about [\d.,]+.* \((no interval published|[\d.,]+( \w+)? to [\d.,]+( \w+)?)\)/,
      );
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
