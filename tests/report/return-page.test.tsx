import { describe, expect, it } from "vitest";
import { returnsOf } from "../../src/assess/returns-of.ts";
import { load } from "../../src/define/load.ts";
import type { Language } from "../../src/model.ts";
import { evenAt, firstSentence, type Returning, returnings } from "../../src/narrate/return-words.ts";
import { yearByYear } from "../../src/narrate/return-years-sums.ts";
import { explainReturn } from "../../src/report/explain.ts";
import { pageText } from "../../src/report/pages/layout.tsx";
import { returnPage } from "../../src/report/pages/return-page.tsx";
import { themePage } from "../../src/report/pages/theme-page.tsx";
import type { Publishable } from "../../src/results/results.ts";
import type { ReturnResults } from "../../src/results/return-results.ts";
import { sampleton as fixture } from "../support/fixture.ts";
import { owned } from "../support/owned.ts";
import { renderedBuild } from "../support/rendered.ts";
import { sampletonProject } from "../support/sampleton.ts";

const { value } = returnsOf(load(sampletonProject)) as { value: ReturnResults };
const [theme] = fixture.themes;
const [indicator] = fixture.indicators;
/** The two made-up programmes of Sampleton among the results of the fixture, and one without figures. */
const results: Publishable = {
  ...fixture,
  value: {
    settings: value.settings,
    programmes: [
      ...value.programmes.map((one) => ({ ...one, theme: theme!.id, indicators: [indicator!.id] })),
      {
        ...value.programmes[0]!,
        ...{
          id: "not-published",
          title: "Walking bus",
          theme: theme!.id,
          inputs: [],
          outcomes: [],
          overlaps: [],
          stories: [],
        },
        ...{ madeUp: false, needed: ["What it costs", "How many children walk who did not"], reckoned: null },
      },
    ],
  },
};
const programme = (id: string, language: Language = "en-GB"): Returning =>
  returnings({ ...results, language }).find((one) => one.programme.id === id)!;
const gallery = { ids: () => [], chart: () => expect.fail("no chart stands on such a page") };
const html = (id: string, language: Language = "en-GB"): string => {
  const place = { results: { ...results, language } as Publishable, build: renderedBuild, root: "../" } as const;
  return pageText(returnPage(place, programme(id, language)), gallery);
};
const textOf = (page: string): string =>
  (page.split(/<main[^>]*>/)[1] ?? "")
    .split("</main>")[0]!
    .replace(/<[^>]+>/g, " ")
    .replace(/&#39;/g, "'")
    .replace(/\s+/g, " ");

describe("the page of a programme", () => {
  it("begins with the range, never with a bare ratio", () => {
    for (const id of ["warm-homes", "job-club"]) {
      const { lower, upper, central } = programme(id).programme.reckoned!.ratio;
      const [low, high, most] = [lower, upper, central].map((ratio) => `£${ratio.toFixed(2)}`);
      expect(firstSentence(programme(id))).toBe(
        `Between ${low} and ${high} comes back for each £1 put in, most likely ${most}.`,
      );
      expect(html(id)).toContain(firstSentence(programme(id)));
    }
  });

  it("says that the example is made up, and that the figures it is meant to move show no cause", () => {
    const text = textOf(html("warm-homes"));
    expect(text).toContain("This is a made-up example.");
    expect(text).toContain("None of this shows that the programme caused a change, or that it did not");
    expect(text).toContain(indicator!.title);
  });

  it("lists the numbers without a source as assumptions, the worst first, and the others with theirs", () => {
    const { numbers } = programme("warm-homes").programme.reckoned!;
    const assumed = numbers.filter(({ source }) => source === null);
    const [, listed = ""] = html("warm-homes").split('id="assumptions"');
    const items = [...listed.split("</ol>")[0]!.matchAll(/<li>(.*?)<\/li>/g)].map(([, item]) => item!);
    expect(items).toHaveLength(assumed.length);
    const swing = items.map((item) => {
      const ends = /^.*The return would be £([\d.]+) at the low end and £([\d.]+) at/.exec(item)?.slice(1).map(Number);
      return ends === undefined ? 0 : Math.abs(ends[1]! - ends[0]!);
    });
    swing.slice(1).forEach((one, i) => void expect(one).toBeLessThanOrEqual(swing[i]! + 0.011));
    expect(items[0]).toContain("how many years it lasts");
    expect(html("job-club")).toContain("It moves only the return that counts money more for people with less");
    expect(textOf(html("warm-homes"))).toContain("From: A made-up survey of bills.");
  });

  it.each(["warm-homes", "job-club"])("shows amounts of %s that a reader can divide, subtract and add up", (id) => {
    const { ratio, byOutcome, byHolder, byStakeholder } = programme(id).programme.reckoned!;
    const page = textOf(html(id));
    const pounds = (text: string): number => Number(text.replace(/[£,]/g, "").replace("−", "-"));
    const [, value, inputs, each] = /(£[\d,]+) comes about for (£[\d,]+) put in\. Divided, that is (£[\d.]+) for/.exec(
      page,
    )!;
    expect(each).toBe(`£${ratio.central.toFixed(2)}`);
    expect((pounds(value!) / pounds(inputs!)).toFixed(2)).toBe(ratio.central.toFixed(2));
    const [, net] = /What comes about, less what goes in (−?£[\d,]+)/.exec(page)!;
    expect(pounds(value!) - pounds(inputs!)).toBe(pounds(net!));
    const tables = html(id).split('<section class="scroll"');
    for (const [table, rows] of [
      ["table-holders", byHolder],
      ["table-stakeholders", byStakeholder],
      ["table-outcomes", byOutcome],
    ] as const) {
      const cells = [...tables.find((one) => one.includes(table))!.matchAll(/<\/th><td[^>]*>(−?£[\d,]+)<\/td>/g)];
      expect(cells).toHaveLength(rows.length);
      expect(cells.reduce((sum, [, cell]) => sum + pounds(cell!), 0)).toBe(pounds(value!));
    }
  });

  it("says what most likely means, and how many draws come out below", () => {
    const { median } = programme("warm-homes").programme.reckoned!.ratio;
    expect(textOf(html("warm-homes"))).toContain(
      `“Most likely” takes every number at its own most likely value. It is no average: half of the draws come out below £${median.toFixed(2)}.`,
    );
  });

  it("has a row for each year, and the return if nothing later counted ends at the ratio", () => {
    const { reckoned } = programme("warm-homes").programme;
    const rows = yearByYear(reckoned!);
    expect(rows.map(({ year }) => year)).toEqual([2022, 2023, 2024, 2025, 2026, 2027]);
    expect(rows.at(-1)!.upTo).toBeCloseTo(reckoned!.ratio.central, 9);
    expect(rows.reduce((sum, { presentInputs }) => sum + presentInputs, 0)).toBeCloseTo(reckoned!.inputs.central, 6);
    expect(textOf(html("warm-homes"))).toContain("By the end of 2025 as much has come back as goes in altogether.");
    expect(textOf(html("job-club"))).toContain("as much as goes in does not come back in any year");
  });

  it("says of each input which changes it is for, and of each change what it comes from", () => {
    const text = textOf(html("warm-homes"));
    expect(text).toContain(
      "Volunteers' hours, from volunteers For: Lower bills; People feel better at home; Warmer rooms.",
    );
    expect(text).toMatch(/Fewer stays in hospital[^.]*\)[^.]*\. Comes from: Advisers and materials\./);
  });

  it("has the verdict of each breakdown of an indicator that it is meant to move", () => {
    const [, moves = ""] = html("warm-homes").split('id="moves"');
    expect([...moves.split("</section>")[0]!.matchAll(/class="badge/g)]).toHaveLength(indicator!.dimensions.length);
  });

  it("tells of a number that is known exactly where as much comes back as goes in", () => {
    const { reckoned } = programme("job-club").programme;
    const known = { central: 100, breakEven: 70.5 };
    expect(reckoned!.ratio.central).toBeLessThan(1);
    expect(evenAt(known, reckoned!)).toEqual({ way: "over", value: 70.5 });
    expect(evenAt({ central: 60, breakEven: 70.5 }, reckoned!)).toEqual({ way: "under", value: 70.5 });
    expect(evenAt({ central: 60, breakEven: null }, reckoned!)).toBeNull();
  });

  it("shows what is told and not counted without a value", () => {
    const told = /Warmer rooms\s*<span[^>]*>Told here and not counted/;
    expect(html("warm-homes")).toMatch(told);
  });

  it("tells stories as they were written, signed and dated", () => {
    expect(html("warm-homes")).toContain("<strong>the bill came down</strong>");
    expect(textOf(html("warm-homes"))).toContain("A made-up resident, Visited in a made-up winter , 1 March 2023");
  });

  it("gives no number where no figures are published, and says what would be needed", () => {
    const text = textOf(html("not-published"));
    expect(text).toContain("We know of no published figures from which a return could be reckoned");
    expect(text).toContain("How many children walk who did not");
    expect(text).not.toMatch(/£\s?\d/);
  });

  it("is led to from the page of its theme", () => {
    const place = { results, build: renderedBuild, root: "../" } as const;
    const page = pageText(themePage(place, theme!), gallery);
    for (const { id } of results.value!.programmes) expect(page).toContain(`href="../value/${id}.html"`);
  });

  it("follows the currency of the project", () => {
    const euro = { ...results, value: { ...results.value!, settings: { ...value.settings!, currency: "EUR" } } };
    expect(firstSentence(returnings(euro)[0]!)).toMatch(
      /^Between €\d\.\d\d and €\d\.\d\d comes back for each €1 put in/,
    );
  });

  it("has every word in the catalogue", () => {
    const project = owned(results).join("\n").toLowerCase();
    const pieces = html("warm-homes", "en-XA")
      .split(/<main[^>]*>/)[1]!
      .split("</main>")[0]!
      .replace(/<code.*?<\/code>/g, " ")
      .split(/<[^>]+>/)
      .map((text) => text.replace(/&#39;/g, "'").trim())
      .filter((text) => /[A-Za-z]{2}/.test(text));
    // Where a piece has plain letters, they are the project's own: taken out, no plain word is left.
    const mine = project.match(/[a-z]{2,}/g)!;
    const words = new Set([...mine, "json", "results"]);
    const left = pieces.flatMap((text) =>
      (text.match(/(?<![\p{L}])[A-Za-z]{2,}(?![\p{L}])/gu) ?? []).filter((word) => !words.has(word.toLowerCase())),
    );
    expect(left).toEqual([]);
    expect(pieces.join(" ")).toMatch(/[åçðé]/);
  });
});

describe("the working of a programme", () => {
  it("adds up: years to outcomes, outcomes to the value, the value over the inputs to the ratio", () => {
    const { byOutcome, byInput, value: all, inputs, ratio } = programme("warm-homes").programme.reckoned!;
    const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0);
    for (const { value: of, years } of byOutcome)
      expect(sum(years.map(({ present }) => present))).toBeCloseTo(of.central, 6);
    expect(sum(byOutcome.map((one) => one.value.central))).toBeCloseTo(all.central, 6);
    expect(sum(byInput.map(({ present }) => present))).toBeCloseTo(inputs.central, 6);
    expect(all.central / inputs.central).toBeCloseTo(ratio.central, 12);
  });

  it("is printed with every number", () => {
    const lines = explainReturn(programme("warm-homes"));
    expect(lines[0]).toBe("Warm homes visits: what it returns");
    expect(lines[1]).toContain("All money is in prices of 2022. Value is discounted by 3.5% a year");
    expect(lines[1]).toContain("Its levels are 90 in 2019, 96 in 2021 and 100 in 2022.");
    expect(lines[1]).toContain("An income of £30,000 counts as it is; the elasticity is 1.3.");
    expect(lines.join("\n")).toContain(
      "what one unit of the change is worth £160 in prices of 2021 (a home's saving in a year)",
    );
    expect(lines.join("\n")).toMatch(/\n {2}\S.*\s+£18,000\s+1\.9427\s/);
    // 380 homes x £160 (2021) x 100 / 96 x .75 x .8 = £38,000 in the first year.
    expect(lines.join("\n")).toMatch(/2022\s+£38,000\.00\s+£38,000\.00\n/);
    expect(lines.filter((line) => line.includes("how much of the rest is this programme's doing"))).not.toEqual([]);
  });

  it("says of a programme without figures what would be needed", () => {
    expect(explainReturn(programme("not-published")).join("\n")).toContain("What it costs");
  });
});
