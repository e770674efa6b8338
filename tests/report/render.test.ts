import { posix } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { tables } from "../../src/export/all-tables.ts";
import { drawCharts, inFolder, type RenderedFile, render } from "../../src/report/render.ts";
import { readAssets } from "../../src/run/read-assets.ts";
import { sampleton } from "../support/fixture.ts";

let files: RenderedFile[];
/** The files that are text. */
let texts: { path: string; content: string }[];
let log: string[];
const materials = { build: { id: "b1d", version: "0.0.0" }, assets: readAssets(), pictures: "drawn" } as const;
beforeAll(async () => {
  log = [];
  files = inFolder(await render(sampleton, materials, (step) => log.push(step)));
  texts = files.flatMap(({ path, content }) => (typeof content === "string" ? [{ path, content }] : []));
}, 60_000);

const pages = () => texts.filter(({ path }) => path.endsWith(".html") && !path.startsWith("report/embed/"));
const page = (name: string): string => texts.find(({ path }) => path === `report/${name}`)?.content ?? "";
const idsOf = (html: string): string[] => [...html.matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id ?? "");
const count = (html: string, pattern: RegExp): number => [...html.matchAll(pattern)].length;

describe("render", () => {
  it("gives the pages, the stylesheet, and four files for each chart", () => {
    const paths = files.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining([
        "report/index.html",
        "report/data-gaps.html",
        "report/method.html",
        "report/sources.html",
        "report/style.css",
      ]),
    );
    for (const { id } of sampleton.indicators) expect(paths).toContain(`report/indicators/${id}.html`);
    const charts = paths.filter((path) => path.startsWith("charts/"));
    for (const ending of [".vl.json", ".svg", ".png", ".csv"])
      expect(charts.filter((path) => path.endsWith(ending))).toHaveLength(charts.length / 4);
    expect(new Set(paths).size).toBe(paths.length);
  });

  it("carries its typeface with its licence", () => {
    for (const name of ["arimo-400.woff2", "arimo-700.woff2", "LICENSE.txt"]) {
      const { content } = files.find(({ path }) => path === `report/fonts/${name}`) ?? {};
      expect(content?.length, name).toBeGreaterThan(1000);
    }
    expect(texts.find(({ path }) => path === "report/style.css")?.content).toContain("url(fonts/arimo-400.woff2)");
  });

  it("logs its steps and no chart warning", () => expect(log).toEqual(["drew 29 charts", "made 27 pages"]));

  it("links only to what exists", () => {
    const paths = new Set(files.map(({ path }) => path));
    const ids = new Map(texts.map(({ path, content }) => [path, new Set(idsOf(content))]));
    for (const { path, content } of pages())
      for (const [, href = ""] of content.matchAll(/ href="([^"]*)"/g)) {
        if (/^(https:|data:)/.test(href)) continue;
        const [file = "", anchor] = href.split("#");
        const target = file === "" ? path : posix.join(posix.dirname(path), file);
        if (target === "data/results.json") continue;
        expect(paths, `${path} links to ${href}`).toContain(target);
        if (anchor !== undefined) expect(ids.get(target), `${path} links to ${href}`).toContain(anchor);
      }
  });
});

describe("a report without pictures", () => {
  it("has none, leads to none, and says nothing of them", async () => {
    const { pictures: _, ...without } = materials;
    const charts = (await drawCharts(sampleton, materials.assets)).slice();
    const plain = inFolder(await render(sampleton, { ...without, charts }, () => {}));
    expect(plain.filter(({ path }) => path.endsWith(".png"))).toEqual([]);
    expect(plain.length).toBe(files.length - files.filter(({ path }) => path.endsWith(".png")).length);
    for (const { path, content } of plain.filter((one) => one.path.endsWith(".html")))
      expect(String(content), path).not.toMatch(/\.png"|PNG/);
    expect(texts.filter(({ content }) => content.includes('.png"')).length).toBeGreaterThan(1);
  }, 60_000);
});

describe("every page", () => {
  it("has one heading of the first level, and skips no level", () => {
    for (const { path, content } of pages()) {
      const levels = [...content.matchAll(/<h([1-6])\b/g)].map(([, level]) => Number(level));
      expect(
        levels.filter((level) => level === 1),
        path,
      ).toHaveLength(1);
      levels.forEach((level, i) => {
        expect(level, `${path}, heading ${i}`).toBeLessThanOrEqual((levels[i - 1] ?? 0) + 1);
      });
    }
  });

  it("uses every id once and refers only to ids it has", () => {
    for (const { path, content } of pages()) {
      const ids = idsOf(content);
      expect(ids.length, path).toBe(new Set(ids).size);
      for (const [, id] of content.matchAll(/aria-(?:labelledby|describedby)="([^"]+)"/g))
        expect(ids, path).toContain(id);
      for (const [, id] of content.matchAll(/url\(#([^)]+)\)/g)) expect(ids, path).toContain(id);
    }
  });

  it("holds no inline script, no inline style and nothing that is not text", () => {
    for (const { path, content } of pages()) {
      expect(content, path).not.toMatch(
        /<script(?![^>]* (src="|type="application\/ld\+json"))|<style| style="| on[a-z]+="/,
      );
      expect(content, path).not.toMatch(/\bNaN\b|undefined|\[object|>null</);
      expect(content, path).toContain(
        "content=\"default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:;",
      );
      expect(content, path).not.toContain("unsafe");
    }
  });

  it("has landmarks, a language, a way past the menu, and the licence", () => {
    for (const { path, content } of pages()) {
      expect(count(content, /<main\b/g), path).toBe(1);
      expect(content, path).toMatch(/<html lang="en-GB">/);
      expect(content, path).toContain('<a class="skip" href="#content">');
      expect(content, path).toContain("The figures of this report may be used under this licence:");
      expect(content, path).toContain("Source: Office of Samples.");
      expect(content, path).toContain("b1d");
    }
  });

  it("gives each table a caption and each heading cell a scope", () => {
    for (const { path, content } of pages()) {
      expect(count(content, /<caption\b/g), path).toBe(count(content, /<table\b/g));
      expect(count(content, /<th\b/g), path).toBe(count(content, /<th\b[^>]* scope="/g));
    }
  });

  it("lets a map scroll by itself, from the keyboard too, under the title of its picture", () => {
    const maps = pages().flatMap(({ content }) =>
      [...content.matchAll(/<section class="sideways" tabindex="0" aria-labelledby="([^"]+)">/g)].map(([, id]) => ({
        id,
        content,
      })),
    );
    expect(maps.length).toBeGreaterThan(0);
    for (const { id, content } of maps) expect(content).toContain(`<title id="${id}">`);
  });

  it("leads from the groups of an indicator's tables to their pages", () => {
    const page = pages().find(({ path }) => path.endsWith("indicators/accidents.html"))?.content;
    expect(page).toContain('<a href="../districts/docks-old-harbour.html">Docks &amp; Old Harbour</a></th>');
  });

  it("gives every scrolling region a name of its own", () => {
    for (const { path, content } of pages()) {
      const regions = [...content.matchAll(/<section class="scroll"[^>]* aria-labelledby="([^"]+)"/g)].map(
        ([, id]) => id,
      );
      const names = regions.map((id) => new RegExp(`<caption id="${id}">(.*?)</caption>`, "s").exec(content)?.[1]);
      expect(names.every(Boolean), path).toBe(true);
      expect(new Set(names).size, path).toBe(regions.length);
    }
  });

  it("never says that anything was caused", () => {
    for (const { path, content } of pages()) expect(content, path).not.toMatch(/\bcaused\b|\bdue to\b/i);
  });

  it("escapes what partners wrote", () => {
    expect(page("indicators/debt.html")).toContain("Answers to a survey &lt;of residents> &amp; friends.");
    expect(page("indicators/accidents.html")).toContain("Docks &amp; Old Harbour");
  });
});

describe("index", () => {
  const part = (label: string) =>
    new RegExp(`<section[^>]* aria-label(?:ledby)?="${label}".*?</section>`, "s").exec(page("index.html"))?.[0] ?? "";
  const words = (html: string) => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
  const topics = () => [...page("index.html").matchAll(/<li class="topic".*?<\/dl><\/li>/gs)].map(([topic]) => topic);

  it("asks in its heading whether the place is getting fairer, and answers in one sentence below it", () =>
    expect(page("index.html")).toContain(
      '<h1 class="question">Is Sampleton getting fairer?</h1><div data-first-screen><p class="answer" id="answered">We cannot say yet: no gap has clearly grown or shrunk.</p>',
    ));

  it("counts topics by what became of their gaps, and says why some cannot be told", () =>
    expect(words(/<section[^>]* class="tallied".*?<\/section>/s.exec(page("index.html"))?.[0] ?? "")).toContain(
      "1 we cannot tell For 1, the source gives no margin of error. How wide the gap is now is measured.",
    ));

  it("shows what matters most with one number, then and now, and the plan's actions", () => {
    const tile = part("matters");
    expect(tile).toContain('<a href="indicators/scores.html">School scores</a>');
    expect(tile).toContain('<span class="number">33.0</span>');
    expect(tile).toContain('<a href="https://sampleton.example/plan">The debt plan</a>');
    expect(tile).toContain('class="then-now"');
  });

  it("has each topic once, core first, the others folded, whole without script", () => {
    expect(topics().map((topic) => /indicators\/([\w-]+)\.html/.exec(topic)?.[1])).toEqual([
      "scores",
      "debt",
      "accidents",
      "asthma",
    ]);
    const [core, more] = page("index.html").split('<details class="more-topics">');
    expect(core).toContain('<a href="indicators/scores.html">School scores</a></h3>');
    expect(more).toContain("<summary>3 more topics</summary>");
    expect(more).toContain('<a href="indicators/debt.html">Problem debt</a></h3>');
  });

  it("tells of a topic the gap now in figures of groups, its change, how sure, and another place", () => {
    const debt = words(topics()[1] ?? "");
    for (const text of [
      "Gap shrank in points only",
      "Gap now (2022) 26.6 in 100 residents in the most deprived fifth of areas, 19.4 in the least deprived fifth.",
      "Change, 2019 to 2022",
      "Taken by itself, the gap now is larger than chance would usually make it. The change is clear in points.",
      "Beside Otherton In 2022 the gap in Otherton was 4.1 in 100, or 1.2 times. In Sampleton it was 9.1 in 100, or 1.5 times. Clearly larger here in points; in ratio, not tested.",
    ])
      expect(debt).toContain(text);
    expect(words(topics()[0] ?? "")).toContain("No figure for Otherton here.");
  });

  it("says of a known gap whose change cannot be told how large it is, and which of the two is not known", () => {
    const scores = words(topics()[0] ?? "");
    expect(scores).toContain("33.0 points among pupils with free school meals, 49.0 among other pupils.");
    expect(scores).toContain("The change cannot be tested: the source gives no margin of error.");
    expect(page("index.html")).not.toMatch(/\bunknown\b|since last time/i);
  });

  it("says that what is part of another is not counted again", () =>
    expect(words(topics()[3] ?? "")).toContain("Part of School scores : not counted again."));

  it("has what people wrote about the whole, set apart and signed", () => {
    const written = part("commentary");
    expect(written).toContain('<div class="written" data-authored>');
    expect(words(written)).toContain("We asked for this report, and we will answer it.");
    expect(words(written)).toContain("Ada Sample, leader of the council , 1 May 2023");
  });

  it("links to the page of every theme in order, and says where there are no figures", () => {
    const order = ["money", "streets", "learning", "power"].map((id) =>
      page("index.html").indexOf(`href="themes/${id}.html"`),
    );
    expect(order.every((place, i) => place > (order[i - 1] ?? 0))).toBe(true);
    expect(page("index.html").slice(order[3])).toContain("No figures yet.");
  });

  it("marks itself in the menu", () =>
    expect(page("index.html")).toMatch(/<a href="index.html" aria-current="page">At a glance/));
});

describe("a theme's page", () => {
  it("has a card for each indicator: question, what became of the gap, figures, then and now, link", () => {
    const card = /<ul class="topics">.*?<\/dl><\/li><\/ul>/s.exec(page("themes/money.html"))?.[0] ?? "";
    for (const text of [
      'href="../indicators/debt.html"',
      "What about problem debt?",
      "Gap shrank in points only",
      "26.6 in 100 residents in the most deprived fifth of areas",
      'class="then-now"',
    ])
      expect(card).toContain(text);
  });

  it("has what people wrote about the theme, where they did", () => {
    expect(page("themes/money.html")).toContain("Debt is not a failing.");
    expect(page("themes/streets.html")).not.toContain("data-authored");
  });

  it("links to where the actions are set out, in their own words, each with the indicators that follow it", () => {
    const items = [...page("themes/money.html").matchAll(/<li id="money-\d">.*?(?=<li id|<\/section>)/gs)];
    const [first = "", second = ""] = items.map(([text]) => text);
    expect(items).toHaveLength(2);
    expect(first).toContain('<a href="https://sampleton.example/plan">The debt plan</a>');
    expect(first).toContain('<a href="../indicators/debt.html">Problem debt</a>');
    expect(second).toContain("No indicator of this report follows it.");
    expect(second).not.toContain("indicators/");
  });

  it("says what is not measured and what would fill the gap, even with no figures at all", () => {
    const text = page("themes/power.html");
    for (const part of ["No figures yet.", "Turnout", "The returning officer's counts"]) expect(text).toContain(part);
    const held = text.indexOf("Recorded, and needs an agreement");
    const nowhere = text.indexOf("Nobody collects it");
    expect(held).toBeGreaterThan(-1);
    expect(text.indexOf("Turnout")).toBeGreaterThan(held);
    expect(nowhere).toBeGreaterThan(text.indexOf("Turnout"));
    expect(text.indexOf("Trust")).toBeGreaterThan(nowhere);
    expect(text).not.toContain("Published, not in this report yet");
    expect(text).not.toContain("What is being done");
  });

  it("is where the trail of its indicators leads", () =>
    expect(page("indicators/debt.html")).toContain('<a href="../themes/money.html">Money</a>'));
});

describe("data gaps", () => {
  it("says in words what is measured, partly and not", () => {
    for (const word of [
      "Measured",
      "Partly",
      "Not in the source",
      "Not broken down here",
      "12% not recorded",
      "The source does not ask.",
    ])
      expect(page("data-gaps.html")).toContain(word);
  });
});

describe("an indicator that is part of another", () => {
  it("says so on its page", () =>
    expect(page("indicators/asthma.html")).toContain(
      'This is part of <a href="../indicators/scores.html">School scores</a>. It is not further evidence',
    ));
  it("says so on the page of its theme", () =>
    expect(page("themes/learning.html")).toContain(
      'Part of <a href="../indicators/scores.html">School scores</a>: not counted again.',
    ));
  it("says so in the table of indicators, and others say nothing", () => {
    expect(page("indicators/scores.html")).not.toContain("This is part of");
    const { rows, columns } = tables(sampleton).find(({ name }) => name === "indicator")!;
    const at = Object.keys(columns).indexOf("part_of");
    expect(rows.flatMap((row) => (row[at] === null ? [] : [[row[0], row[at]]]))).toEqual([["asthma", "scores"]]);
  });
});

describe("an indicator that follows an action of the plan", () => {
  it("names it, and says that figures do not show whether it works", () => {
    const part = /<section aria-labelledby="follows">.*?<\/section>/s.exec(page("indicators/debt.html"))?.[0] ?? "";
    expect(part).toContain('<a href="../themes/money.html#money-1">The debt plan</a>');
    expect(part).toContain("Whether an action works cannot be read from these figures");
    expect(page("indicators/asthma.html").includes('id="follows"')).toBe(false);
  });
});

describe("core indicators", () => {
  it("stand above the supporting ones of their theme", () => {
    const text = page("themes/learning.html");
    const [core, supporting] = text.split('<h2 id="supporting">Supporting indicators</h2>');
    expect(core).toContain('<h2 id="indicators">Core indicators</h2>');
    expect(core).toContain('<a href="../indicators/scores.html">School scores</a></h3>');
    expect(supporting).toContain('<a href="../indicators/asthma.html">Asthma in childhood</a></h3>');
    expect(page("themes/money.html")).toContain('<h2 id="indicators">What we measure</h2>');
  });

  it("are told apart in the table of indicators", () => {
    const { rows, columns } = tables(sampleton).find(({ name }) => name === "indicator")!;
    const at = Object.keys(columns).indexOf("core");
    expect(rows.flatMap((row) => (row[at] === true ? [row[0]] : []))).toEqual(["scores"]);
  });
});

describe("why it is measured in this way", () => {
  it("stands on the indicator's page, choice by choice", () => {
    const part = /<section aria-labelledby="why">.*?<\/section>/s.exec(page("indicators/debt.html"))?.[0] ?? "";
    for (const [what, why] of [
      ["What it is counted against", "Adults, because children owe nothing."],
      ["Why changes are counted from 2019", "The year of the first survey."],
      ["How the groups are compared: deprivation of the area", "Ranked by income, which debt is no part of."],
    ])
      expect(part).toContain(`<dt>${what}</dt><dd>${why}</dd>`);
  });

  it("is no section where nothing is argued", () => expect(page("indicators/scores.html")).not.toContain('id="why"'));
});

describe("what is missing", () => {
  const lead = "This report has no figures yet for 3 things that belong here. Of these,";
  it("is counted by what stands in the way, above all themes", () =>
    expect(page("data-gaps.html")).toContain(
      `${lead} 1 is published and not used here yet, 1 needs an agreement with those who hold the records and 1 is collected by nobody.`,
    ));

  it("stands under its state in each theme", () => {
    const text = page("data-gaps.html");
    const part = /<section aria-labelledby="missing-streets">.*?<\/section>/s.exec(text)?.[0] ?? "";
    expect(part).toMatch(/<h4>Published, not in this report yet<span class="unseen">: Streets<\/span><\/h4>.*Noise/s);
    expect(part).not.toContain("Nobody collects it");
  });
});

describe("sources", () => {
  it("gives publisher, licence, day, rows and checksum", () => {
    for (const text of [
      "Office of Samples",
      "Open Government Licence v3.0",
      "1 February 2024",
      "1,200",
      "0".repeat(64),
    ])
      expect(page("sources.html")).toContain(text);
  });
});
