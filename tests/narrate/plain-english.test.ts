import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { catalogues } from "../../src/catalogue/catalogue.ts";
import { measureIds } from "../../src/model.ts";
import { type Breakdown, breakdownsOf } from "../../src/narrate/breakdown.ts";
import { gapTitle } from "../../src/narrate/captions.ts";
import { headline } from "../../src/narrate/headline.ts";
import { gapSentence, shortChange } from "../../src/narrate/since-baseline.ts";
import { isMissing } from "../../src/reasons-and-notes.ts";
import type { Publishable } from "../../src/results/results.ts";
import { builtManchester } from "../support/manchester.ts";
import { owned } from "../support/owned.ts";
import { blocksOf, easeOf, sentencesIn } from "../support/reading.ts";

/** The words of Manchester's report as a whole. Measured when these limits were set: grade 7.4, 16.4 words, 2.4% long words. */
const most = { grade: 8, wordsPerSentence: 17, longWords: 0.03 };

let results: Publishable;
let breakdowns: Breakdown[];
/** What the project and its sources wrote. */
let ownedText: string[];
let pages: { path: string; html: string; blocks: string[] }[];
beforeAll(async () => {
  const folder = await builtManchester();
  results = JSON.parse(readFileSync(join(folder, "data/results.json"), "utf8"));
  ownedText = owned(results).sort((a, b) => b.length - a.length);
  breakdowns = results.indicators.flatMap((indicator) => breakdownsOf(results, indicator));
  const report = join(folder, "report");
  pages = readdirSync(report, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".html") && !path.endsWith("method.html"))
    .sort()
    .map((path) => {
      const html = readFileSync(join(report, path), "utf8");
      return { path, html, blocks: blocksOf(html) };
    });
}, 300_000);

describe("the report of Manchester", () => {
  it("can be read at the age of 13: distinct sentences of every page but the method's", () => {
    const sentences = [...new Set(pages.flatMap(({ blocks }) => blocks.flatMap(sentencesIn)))];
    const ease = easeOf(sentences);
    expect(sentences.length).toBeGreaterThan(1000);
    expect(ease.grade).toBeLessThanOrEqual(most.grade);
    expect(ease.wordsPerSentence).toBeLessThanOrEqual(most.wordsPerSentence);
    expect(ease.longWords).toBeLessThanOrEqual(most.longWords);
  });

  it("has no page that is much harder than the others, in what the report itself says", () => {
    const hard = pages.flatMap(({ path, blocks }) => {
      const sentences = blocks.flatMap(sentencesIn);
      const own = sentences.filter((text) => !ownedText.some((written) => written.includes(text)));
      // A list of long names is half of what a page of few sentences says.
      if (own.length < 20) return [];
      const { grade, wordsPerSentence } = easeOf(own);
      return grade > 9 || wordsPerSentence > 19 ? [`${path}: grade ${grade}, ${wordsPerSentence} words`] : [];
    });
    expect(hard).toEqual([]);
  });

  /** A p value stands in brackets beside words that say the same; "p value" itself does not stand in a sentence. */
  const jargon =
    /\b(ridits?|heterogeneity|regression|log|logarithms?|logit|variances?|covariance|standard errors?|delta method|chi-squared|null hypothesis|statistically|significan(t|ce)|confidence intervals?|percentiles?|quantiles?|quintiles?|deciles?|outliers?|degrees of freedom|p values?|Benjamini|denominators?|numerators?|oriented)\b/i;

  it("keeps the statistician's words to the method page, the other measures and the working", () => {
    const names = measureIds.map(catalogues["en-GB"].method.measureName).sort((a, b) => b.length - a.length);
    const found = pages.flatMap(({ path, blocks }) =>
      blocks.flatMap((text) => {
        if (!jargon.test(text)) return [];
        const own = ownedText.reduce((left, written) => left.replaceAll(written, ""), text);
        const rest = names.reduce((left, name) => left.replace(new RegExp(name, "gi"), ""), own);
        return jargon.test(rest) ? [`${path}: ${text}`] : [];
      }),
    );
    expect(found).toEqual([]);
  });

  it("never says that anything was caused, but where a source's own title does", () => {
    const found = pages.flatMap(({ path, blocks }) =>
      blocks
        .filter((text) => /\bcaused\b|\bdue to\b|\bbecause of\b|\bleads? to\b/i.test(text))
        .map((text) => `${path}: ${text}`),
    );
    expect(found.filter((text) => !ownedText.some((own) => text.includes(own) && own.length > 40))).toEqual([]);
  });

  it("counts one thing as one, and puts the right article before a number", () => {
    const wrong =
      /(?<![\d.,–-])\b1 (indicators|comparisons|gaps|groups|periods|areas|datasets|things|years|points|percentage points|combinations)\b|\ba (8|11|18|8\d|8\d\d)\b|\ban (?!8|11|18)\d/;
    expect(pages.flatMap(({ blocks }) => blocks.filter((text) => wrong.test(text)))).toEqual([]);
  });
});

describe("every headline of Manchester", () => {
  it("gives no more decimals than the interval supports", () => {
    for (const text of breakdowns.map(headline)) {
      const [, lower = "", upper = ""] = /\(([\d.,]+)(?: \w+)? to ([\d.,]+)/.exec(text) ?? [];
      if (lower === "") continue;
      const decimals = upper.split(".")[1]?.length ?? 0;
      if (decimals === 0) continue;
      const [low, high] = [lower, upper].map((limit) => Number(limit.replaceAll(",", "")));
      expect(10 ** -decimals, text).toBeGreaterThan((high! - low!) / 50.001);
    }
  });
});

describe("every change of Manchester", () => {
  const types = ["absolute", "relative"] as const;
  const words = {
    narrower: /\bwas narrower in /,
    wider: /\bwas wider in /,
    "little-changed": /\bwas little changed\b/,
    depends: /\bdepends on\b/,
  };

  it("is called what its test says, and nothing else", () => {
    const found = new Set<string>();
    for (const b of breakdowns) {
      const { change, verdict } = b.result;
      if (isMissing(change)) continue;
      for (const type of types) {
        const tested = change[type];
        const trend = b.result.trends[type];
        const said = gapSentence(b, type);
        if (said === null) expect(!isMissing(trend) && trend.decides).toBe(true);
        else if (isMissing(tested)) expect(said).toContain("We can't tell");
        if (said === null || isMissing(tested)) continue;
        if (tested.untested?.reason === "sizes-unknown") {
          expect(said).toContain("So nothing is said of that");
          continue;
        }
        const { direction } = tested;
        found.add(direction);
        for (const [name, word] of Object.entries(words)) expect(word.test(said), said).toBe(name === direction);
        expect(/We can't tell|may be chance/.test(said), said).toBe(!(direction in words));
        expect(said, said).toMatch(/ about /);
        // A title tells the verdict's direction, which may rest on the trend.
        const title = gapTitle(b, type);
        expect(/\bnarrower\b/.test(title), title).toBe(verdict[type] === "narrower");
        expect(/\bwider\b/.test(title), title).toBe(verdict[type] === "wider");
      }
    }
    expect(found.size).toBeGreaterThan(2);
  });

  it("can't be told where data lack", () => {
    for (const b of breakdowns) {
      const { change, verdict } = b.result;
      const lacks = isMissing(change) || isMissing(change.absolute) || change.absolute.untested !== null;
      if (!lacks) continue;
      const said = gapSentence(b, "absolute");
      if (said === null) expect(verdict.basis).toBe("trend");
      else expect(said).toMatch(/We can't tell|So nothing is said of that/);
      if (verdict.basis === "none") expect(shortChange(b)).not.toMatch(/clear|narrower|wider/);
    }
  });

  it("in short gives the verdict's direction of each gap", () => {
    for (const b of breakdowns) {
      const { verdict } = b.result;
      for (const way of ["narrower", "wider"] as const)
        expect(shortChange(b).split(` ${way}`).length - 1, shortChange(b)).toBe(
          types.filter((type) => verdict[type] === way).length,
        );
    }
  });
});
