import { describe, expect, it } from "vitest";
import { breakdownsOf } from "../../src/narrate/breakdown.ts";
import { working } from "../../src/narrate/working.ts";
import { explain } from "../../src/report/explain.ts";
import { showing } from "../../src/report/gallery.ts";
import { indicatorPage } from "../../src/report/pages/indicator-page.tsx";
import { pageText } from "../../src/report/pages/layout.tsx";
import type { IndicatorResult } from "../../src/results/results.ts";
import { sampleton } from "../support/fixture.ts";

const place = { results: sampleton, build: { id: "b", version: "0" }, root: "../" } as const;
const textOf = (indicator: IndicatorResult): string =>
  showing([], (charts) => pageText(indicatorPage(place, indicator), charts));

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

describe.each(sampleton.indicators.map((one) => [one.id, one] as const))("the working of %s", (_, indicator) => {
  const dimension = indicator.dimensions[0]!.dimension;
  const { steps } = working(sampleton, indicator, dimension);
  const texts = steps.flatMap(({ heading, parts }) => [
    heading,
    ...parts.flatMap((part) => (typeof part === "string" ? [part] : [...part.head, ...part.rows.flat()])),
  ]);

  it("stands on the page, every number of it", () => {
    const page = textOf(indicator);
    expect(texts.length).toBeGreaterThan(20);
    for (const text of texts) expect(page).toContain(escaped(text));
  });

  it("is what the command explain prints", () => {
    const printed = explain(sampleton, indicator, dimension).join("\n");
    for (const text of texts) expect(printed).toContain(text);
  });
});

describe("a page", () => {
  it("has the working of each of its breakdowns", () => {
    const [debt] = sampleton.indicators;
    const page = textOf(debt!);
    expect(page.match(/<details class="working">/g)).toHaveLength(breakdownsOf(sampleton, debt!).length);
  });
});
