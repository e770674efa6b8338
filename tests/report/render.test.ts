import { posix } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { sayIn } from "../../src/catalogue/say.ts";
import { tables } from "../../src/export/all-tables.ts";
import { verdictIds } from "../../src/model.ts";
import { inFolder, type RenderedFile, render } from "../../src/report/render.ts";
import { readAssets } from "../../src/run/read-assets.ts";
import { sampleton } from "../support/fixture.ts";

let files: RenderedFile[];
/** The files that are text. */
let texts: { path: string; content: string }[];
let log: string[];
const materials = { build: { id: "b1d", version: "0.0.0" }, assets: readAssets() };
beforeAll(async () => {
  log = [];
  files = inFolder(await render(sampleton, materials, (step) => log.push(step)));
  texts = files.flatMap(({ path, content }) => (typeof content === "string" ? [{ path, content }] : []));
}, 60_000);

const pages = () => texts.filter(({ path }) => path.endsWith(".html"));
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

  it("logs its steps and no chart warning", () => expect(log).toEqual(["drew 26 charts", "made 24 pages"]));

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
      expect(content, path).toContain("Contains public sector information licensed under the");
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
    expect(page).toContain('<a href="../wards/docks-old-harbour.html">Docks &amp; Old Harbour</a></th>');
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
  it("says in three sentences what changed, and no more", () => {
    const changed = /<section aria-labelledby="changed".*?<\/section>/s.exec(page("index.html"))?.[0] ?? "";
    expect(count(changed, /<p>/g)).toBe(3);
    expect(changed).toContain("The gaps of 2 of 3 indicators can be compared with an earlier time");
  });

  it("counts every temperature in words, none left out", () => {
    const strip = /<div class="thermometer">.*?<\/ul>/s.exec(page("index.html"))?.[0] ?? "";
    expect([...strip.matchAll(/tally">(\d+)<\/span> ([\w ]+)/g)].map(([, n, word]) => `${n} ${word}`)).toEqual([
      "0 cooling",
      "1 easing",
      "0 steady",
      "0 warming",
      "0 heating",
      "0 mixed",
      "1 unclear",
      "1 no reading",
    ]);
  });

  it("links to the page of every theme in order, and says where there are no figures", () => {
    const order = ["money", "streets", "learning", "power"].map((id) =>
      page("index.html").indexOf(`href="themes/${id}.html"`),
    );
    expect(order.every((place, i) => place > (order[i - 1] ?? 0))).toBe(true);
    expect(page("index.html").slice(order[3])).toContain("No figures yet.");
  });

  it("has a row for every indicator and dimension, whole without script", () => {
    const table = /<table class="findings".*?<\/table>/s.exec(page("index.html"))?.[0] ?? "";
    const rows = [...table.matchAll(/<tr>.*?<\/tr>/gs)].map(([row]) => row.replace(/<[^>]+>/g, " ")).slice(1);
    expect(rows).toHaveLength(4);
    for (const text of [
      "Problem debt",
      "Money",
      "Deprivation of the area",
      "23.0%",
      "9.1 percentage points",
      "Gap smaller in points only",
    ])
      expect(rows.find((row) => row.includes("Problem debt"))).toContain(text);
    expect(count(table, /<button|<select|<input/g)).toBe(0);
  });

  it("draws each gap over time with its figures in words", () => {
    const sparks = [...page("index.html").matchAll(/<svg class="spark"[^>]* aria-label="([^"]+)">(.*?)<\/svg>/gs)];
    expect(sparks.map(([, words]) => words)).toContain(
      "4 periods: 14.0 percentage points in 2019, 9.1 percentage points in 2022.",
    );
    expect(sparks).toHaveLength(3);
    expect(page("index.html")).toContain("no gap to draw");
  });

  it("counts each indicator once under its verdict, and beside it what its level did", () => {
    const table = /<table class="grid">.*?<\/table>/s.exec(page("index.html"))?.[0] ?? "";
    const columns = [...table.matchAll(/<th scope="col">([^<]*)/g)].map(([, text]) => text);
    expect(columns).toEqual([
      "Gap",
      "Indicators",
      "Level better",
      "Level little changed",
      "Level worse",
      "Level not told",
    ]);
    const rows = [...table.matchAll(/<th scope="row">([^<]*)<\/th>(.*?)<\/tr>/gs)].map(
      ([, verdict = "", cells = ""]) => ({
        verdict,
        numbers: [...cells.replace(/<\/?span[^>]*>/g, "").matchAll(/<td>(\d+)/g)].map(([, n]) => Number(n)),
      }),
    );
    const { labels } = sayIn(sampleton).verdict;
    expect(rows.map(({ verdict }) => verdict)).toEqual(verdictIds.map((id) => labels[id]));
    const counted = new Map(rows.map(({ verdict, numbers }) => [verdict, numbers]));
    expect(counted.get("Gap smaller in points only")).toEqual([1, 0, 0, 1, 0]);
    expect(counted.get("Cannot tell yet")).toEqual([1, 0, 1, 0, 0]);
    expect(counted.get("Not compared")).toEqual([1, 0, 0, 0, 1]);
    // Three of four, for one is part of another: each once in all, and once by its level.
    expect(rows.flatMap(({ numbers }) => numbers).reduce((sum, n) => sum + n, 0)).toBe(2 * 3);
  });

  it("marks itself in the menu", () =>
    expect(page("index.html")).toMatch(/<a href="index.html" aria-current="page">At a glance/));
});

describe("a theme's page", () => {
  it("has a card for each indicator: verdict, headline, level, both gaps, line, link", () => {
    const card = /<ul class="cards">.*?<\/ul>/s.exec(page("themes/money.html"))?.[0] ?? "";
    for (const text of [
      'href="../indicators/debt.html"',
      'href="../indicators/debt.html#fifths"',
      "Gap smaller in points only",
      "In 2022",
      "23.0%",
      "9.1 percentage points",
      "(1.3 to 1.8)",
      'class="spark"',
    ])
      expect(card).toContain(text);
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
    const held = text.indexOf("Recorded, but not open to all");
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
      "Not collected",
      "Not in this report",
      "12% not recorded",
      "The source does not ask.",
    ])
      expect(page("data-gaps.html")).toContain(word);
  });
});

describe("an indicator that is part of another", () => {
  const said = 'This is part of <a href="../indicators/scores.html">School scores</a>. It is not further evidence';
  it.each(["indicators/asthma.html", "themes/learning.html"])("says so on %s", (path) =>
    expect(page(path)).toContain(said),
  );
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
  it("stand first on the first page, marked, and the others follow in the order of the themes", () => {
    const table = /<table\s+class="findings".*?<\/table>/s.exec(page("index.html"))?.[0] ?? "";
    const rows = [...table.matchAll(/<th scope="row" data-value="([^"]+)">(.*?)<\/th>/gs)];
    const names = [...new Set(rows.map(([, name]) => name))];
    expect(names[0]).toBe("School scores");
    expect(names.slice(1)).toContain("Problem debt");
    const marked = rows.filter(([, , cell]) => cell!.includes("(core)"));
    expect([...new Set(marked.map(([, name]) => name))]).toEqual(["School scores"]);
    expect(page("index.html")).toContain("Core indicators, which were chosen to speak for their themes, stand first");
  });

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
  const lead = "3 things that belong in this report are not measured in it:";
  it("is counted by what stands in the way, above all themes", () =>
    expect(page("data-gaps.html")).toContain(
      `${lead} 1 is published and not in this report yet, 1 needs an agreement with those who hold the records and 1 is collected by nobody.`,
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
