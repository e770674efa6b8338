import { beforeAll, describe, expect, it } from "vitest";
import { sayIn } from "../../src/catalogue/say.ts";
import { easyCounts, easyThemes, easyUnknown, easyWords } from "../../src/narrate/easy-lines.ts";
import { inReport } from "../../src/report/brand.ts";
import { inFolder, type RenderedFile, type Report, render } from "../../src/report/render.ts";
import type { Publishable } from "../../src/results/results.ts";
import { readAssets } from "../../src/run/read-assets.ts";
import { sampleton } from "../support/fixture.ts";
import { renderedBuild, reportOfSampleton } from "../support/rendered.ts";

const url = "https://example.org/fairness/2024/";
const address = "figures@example.org";
const logo = new TextEncoder().encode(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0H9V9Z"/></svg>`,
);
const look = inReport({
  logo: { path: "art/Our Logo.SVG", content: logo, alt: "Sampleton Council" },
  colours: { brand: "#5a1846", "on-brand": "#ffffff", link: "#12436d", "link-dark": "#9cc9f2" },
  given: ["brand"],
  fonts: null,
});

let bare: RenderedFile[];
let dressed: RenderedFile[];
let report: Report;
beforeAll(async () => {
  report = await reportOfSampleton();
  bare = inFolder(report);
  const results: Publishable = {
    ...sampleton,
    url,
    contact: address,
    frame: {
      owner: "The Fairness Team",
      nextEdition: "2025-03",
      editions: [{ year: 2023, title: null, url: "../../2023/report/index.html" }],
      accessibility: null,
      easyRead: {
        author: "Easy Words",
        role: null,
        date: "2024-05-01",
        markdown: "## In short\n\nLife is not fair yet.",
      },
    },
  };
  const { charts } = await reportOfSampleton();
  dressed = inFolder(
    await render(
      results,
      { build: { ...renderedBuild, look }, assets: readAssets(), charts, pictures: "drawn" },
      () => {},
    ),
  );
}, 60_000);

const text = (files: readonly RenderedFile[], path: string): string =>
  String(files.find((one) => one.path === path)?.content ?? "");
const pagesOf = (files: readonly RenderedFile[]) =>
  files.filter(({ path }) => path.startsWith("report/") && path.endsWith(".html") && !path.startsWith("report/embed/"));

describe("the frame of a page", () => {
  it("names whoever answers, whom to ask, the next edition and earlier ones", () => {
    for (const { path, content } of pagesOf(dressed)) {
      const html = String(content);
      expect(html, path).toContain("The Fairness Team answers for this report.");
      expect(html, path).toContain(`href="mailto:${address}"`);
      expect(html, path).toContain("The next edition is due in March 2025.");
      expect(html, path).toContain("2023/report/index.html");
      expect(html, path).toMatch(/href="(\.\.\/)?easy-read\.html"/);
      expect(html, path).toMatch(/href="(\.\.\/)?accessibility\.html"/);
    }
  });

  it("says on the accessibility page that no address is given, and which key gives one", () => {
    const html = text(bare, "report/accessibility.html");
    expect(html).toContain(`${sampleton.publisher} has not given an address to write to yet.`);
    expect(html).toContain("the line <code>contact</code> in the project&#39;s file".replaceAll("&#39;", "'"));
    expect(text(dressed, "report/accessibility.html")).not.toContain("<code>contact</code>");
  });

  it("asks whether the page was useful in a mail that names it", () => {
    const [, subject = ""] = /mailto:[^"?]*\?subject=([^"]+)"/.exec(text(dressed, "report/indicators/debt.html")) ?? [];
    expect(decodeURIComponent(subject)).toBe(
      `Was this page useful? Problem debt (${sampleton.title}, ${sampleton.year})`,
    );
  });

  it("says that no address is given where none is, and asks for nothing", () => {
    for (const { path, content } of pagesOf(bare)) {
      expect(String(content), path).toContain("No address for questions is given in this report.");
      expect(String(content), path).not.toContain("mailto:");
    }
  });

  it("has the logo in the head, and the brand in the stylesheet", () => {
    expect(text(dressed, "report/indicators/debt.html")).toContain(
      `<img class="logo" src="../look/logo.svg" alt="Sampleton Council"/>`,
    );
    expect(dressed.find(({ path }) => path === "report/look/logo.svg")?.content).toEqual(logo);
    expect(text(dressed, "report/style.css")).toContain("--brand: #5a1846;");
    expect(text(bare, "report/style.css")).not.toContain("#5a1846");
  });
});

describe("a shared link", () => {
  it("has one address where the report has one, and none where not", () => {
    for (const { path, content } of pagesOf(dressed)) {
      const own = `${url}${path === "report/index.html" ? "report/" : path}`;
      expect(String(content), path).toContain(`<link rel="canonical" href="${own}"/>`);
      expect(String(content), path).toContain(`<meta property="og:url" content="${own}"/>`);
    }
    for (const { path, content } of pagesOf(bare))
      expect(String(content), path).not.toMatch(/rel="canonical"|og:url|og:image/);
  });

  it("shows the picture of its indicator, of 1200 by 630, with words for it", () => {
    for (const { id, dimensions } of sampleton.indicators.filter((one) => one.dimensions.length > 0)) {
      expect(dimensions.length).toBeGreaterThan(0);
      const html = text(dressed, `report/indicators/${id}.html`);
      expect(html).toContain(`<meta property="og:image" content="${url}report/share/${id}.png"/>`);
      expect(html).toMatch(/<meta property="og:image:alt" content="[^"]{40,}"/);
      const png = Buffer.from(dressed.find(({ path }) => path === `report/share/${id}.png`)?.content ?? "");
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    }
  });

  it("is on the site map, once for each page", () => {
    const map = text(dressed, "report/sitemap.xml");
    const listed = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, one]) => one);
    expect(listed).toHaveLength(pagesOf(dressed).length);
    expect(new Set(listed).size).toBe(listed.length);
    expect(bare.some(({ path }) => path === "report/sitemap.xml")).toBe(false);
  });
});

describe("a chart", () => {
  it("has an address, a page of its own and a citation", () => {
    const [chart] = report.charts.filter(({ of }) => of?.startsWith("debt--"));
    const html = text(dressed, "report/indicators/debt.html");
    expect(html).toContain(`id="figure-${chart?.id}"`);
    expect(html).toContain(`href="#figure-${chart?.id}"`);
    expect(html).toContain(`href="../embed/${chart?.id}.html"`);
    expect(html).toContain(`${url}report/embed/${chart?.id}.html`);
    expect(html).toContain(`${sampleton.publisher} (${sampleton.year}). `);
  });

  it("has a page that needs nothing beside it", () => {
    for (const { id } of report.charts)
      for (const files of [bare, dressed]) {
        const html = text(files, `report/embed/${id}.html`);
        expect(html, id).toContain("<svg");
        expect(html, id).not.toMatch(/<(script|img)|src="(?!data:)|href="(?!data:|https:|#)|url\((?!#)|@import/);
      }
    expect(text(dressed, `report/embed/${report.charts[0]?.id}.html`)).toContain(`href="${url}report/`);
  });
});

describe("easy read", () => {
  const say = sayIn(sampleton);
  /** The same place where every indicator is told. */
  const allCore: Publishable = {
    ...sampleton,
    indicators: sampleton.indicators.map((one) => ({ ...one, core: true })),
  };
  const lines = [
    ...say.easyRead.about.items(sampleton.place.name),
    ...[sampleton, allCore].flatMap((results) => [
      ...easyCounts(say, results),
      ...easyWords(say, results),
      ...easyUnknown(say, results),
      ...easyThemes(say, results).flatMap(({ findings }) => findings.flatMap((one) => one.lines)),
    ]),
  ];

  it("has short sentences, of 15 words at most and 9 on average", () => {
    const lengths = lines.flatMap((line) => line.split(/(?<=[.?!])\s/)).map((one) => one.split(/\s+/).length);
    expect(lengths.length).toBeGreaterThan(20);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(15);
    expect(lengths.reduce((sum, n) => sum + n, 0) / lengths.length).toBeLessThanOrEqual(9);
  });

  it("has no word of statistics", () =>
    expect(lines.join(" ")).not.toMatch(/percent|%|interval|index|ratio|absolute|relative|quintile|average/i));

  const easyOf = (results: Publishable): string[] =>
    easyThemes(say, results).flatMap(({ findings }) => findings.flatMap((one) => one.lines));

  it("says first what a topic is about, one thought to a line", () => {
    const easy = "Some people owe money. They cannot pay it back.";
    const told = { ...sampleton, indicators: sampleton.indicators.map((one) => ({ ...one, easy })) };
    expect(easyOf(told).slice(0, 2)).toEqual(["Some people owe money.", "They cannot pay it back."]);
    expect(easyOf(sampleton)).not.toContain("Some people owe money.");
    const titled = {
      ...sampleton,
      indicators: sampleton.indicators.map((one) => ({ ...one, easyTitle: "Owing money" })),
    };
    expect(easyThemes(say, titled).flatMap(({ findings }) => findings.map(({ title }) => title))).toContain(
      "Owing money",
    );
  });

  it("puts no figure in a unit that is not so many of so many, and says which number is higher", () => {
    const odd = { ...allCore, indicators: allCore.indicators.map((one) => ({ ...one, unit: "of the limit" })) };
    expect(easyOf(odd).filter((line) => / in every | per |of the limit/.test(line))).toEqual([]);
    expect(easyOf(odd).filter((line) => line.startsWith("The number is higher"))).not.toEqual([]);
  });

  it("says what is not known, by why", () => {
    const missing = (["nobody-collects", "nobody-collects", "needs-an-agreement"] as const).map((state) => ({
      what: "A thing",
      state,
      needs: "Numbers",
    }));
    const [theme, ...others] = sampleton.themes.map((one) => ({ ...one, missing: [] as typeof missing }));
    const told = easyUnknown(say, { ...sampleton, themes: [{ ...theme!, missing }, ...others] });
    expect(told).toContain("There are 3 things we could not measure.");
    expect(told).toContain("For 2, nobody counts them.");
    expect(told).toContain("For 1, we must first be allowed to use the numbers.");
  });

  it("counts each gap once", () => {
    for (const [results, gaps] of [
      [sampleton, 1],
      [allCore, 3],
    ] as const) {
      const [all = 0, ...parts] = easyCounts(say, results).map((line) => Number(/\d+/.exec(line)?.[0]));
      expect(all).toBe(gaps);
      expect(parts.reduce((sum, n) => sum + n, 0)).toBe(all);
    }
  });

  it("is the project's own text where there is one, with its author", () => {
    const html = text(dressed, "report/easy-read.html");
    expect(html).toContain("<h2>In short</h2>");
    expect(html).toContain("Easy Words");
    expect(html).not.toContain(say.easyRead.about.heading);
  });
});
