import { beforeAll, describe, expect, it } from "vitest";
import { theAnswer } from "../../src/narrate/answer-rows.ts";
import { breakdownsOf } from "../../src/narrate/breakdown.ts";
import { headline, headlineDetail, wordsIn } from "../../src/narrate/headline.ts";
import { tileSentences } from "../../src/narrate/tile-words.ts";
import { tilesOf } from "../../src/narrate/tiles.ts";
import { changeWords, gapNow, sureWords } from "../../src/narrate/topic-words.ts";
import { topicsOf } from "../../src/narrate/topics.ts";
import { isMissing } from "../../src/reasons-and-notes.ts";
import { card } from "../../src/report/card/card.ts";
import type { Publishable } from "../../src/results/results.ts";
import { root } from "../support/command.ts";
import { labelFaults, labelsOf } from "../support/labels.ts";
import { packed } from "../support/packed.ts";

let results: Publishable;
beforeAll(async () => {
  const { check } = await packed("run/check.js");
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

describe("the first page of Manchester", () => {
  const larger = new Set(["widening", "larger-in-points-only", "larger-in-ratio-only"]);
  const smaller = new Set(["closing", "smaller-in-points-only", "smaller-in-ratio-only"]);

  it("counts what the verdicts of its core indicators are, each once", () => {
    const counted = results.indicators.filter(
      ({ core, partOf, better }) => core && partOf === null && better !== "neither",
    );
    const n = (ids: ReadonlySet<string>): string =>
      String(counted.filter(({ dimensions: [first] }) => ids.has(first!.verdict.id)).length);
    const { rows, counted: told } = theAnswer(results);
    const counts = new Map(rows.map(({ state, count }) => [state, count]));
    expect(counts.get("larger")).toBe(n(larger));
    expect(counts.get("smaller")).toBe(n(smaller));
    expect(told).toContain(`We count ${counted.length} core topics`);
    expect(rows.reduce((sum, { count }) => sum + Number(count), 0)).toBe(counted.length);
    const named = rows.flatMap(({ lead, also }) => [...(lead === null ? [] : [lead.topic]), ...also]);
    expect(new Set(named).size).toBe(named.length);
  });

  it("tells every topic's gap in figures that groups have, or that were published, and its change with a reason", () => {
    for (const { b } of topicsOf(results)) {
      if (b === null) continue;
      const figures = b.latest.groups.flatMap(({ estimate }) =>
        isMissing(estimate) ? [] : [-1, 0, 1, 2].map((places) => b.say.number(estimate.value, places)),
      );
      const [first = ""] = gapNow(b).slice(b.result.publishedGaps.some(({ judged }) => judged) ? 2 : 0);
      const told = [...first.matchAll(/(?:^|, )(-?[\d,.]*\d)(?: |\.$|;)/g)].map(([, figure]) => figure!);
      expect(told.length, first).toBeGreaterThan(0);
      expect(
        told.filter((figure) => !figures.includes(figure)),
        first,
      ).toEqual([]);
      expect(sureWords(b).length, b.name).toBeGreaterThan(0);
      expect([...gapNow(b), ...sureWords(b), ...changeWords(b)].join(" "), b.name).not.toMatch(
        /unknown|null|undefined|NaN/,
      );
    }
  });

  it("says it in short sentences, in figures of people and without the words of statistics", () => {
    const { sentence, counted, rows } = theAnswer(results);
    const tiles = tilesOf(results).flatMap(({ b }) => (b === null ? [] : tileSentences(b)));
    const leads = rows.flatMap(({ lead, more }) => [lead?.sentence ?? "", ...more]);
    const sentences = [sentence, counted, ...leads, ...tiles]
      .flatMap((text) => text.split(/(?<=[.;]) /))
      .filter(Boolean);
    const words = sentences.reduce((sum, text) => sum + wordsIn(text), 0);
    expect(words / sentences.length).toBeLessThan(18);
    expect(sentences.join(" ")).not.toMatch(
      /slope|percentage point|quintile|interval|absolute gap|relative gap|\bp [=<]/i,
    );
    expect(sentences.join(" ")).toMatch(/\d in 100 households/);
  });
});
