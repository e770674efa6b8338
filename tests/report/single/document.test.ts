import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { inFolder, type RenderedFile, type Report } from "../../../src/report/render.ts";
import { singleFile } from "../../../src/report/single/document.tsx";
import { sampleton } from "../../support/fixture.ts";
import { renderedBuild as build, reportOfSampleton } from "../../support/rendered.ts";

let report: Report;
let html: string;

const make = (): RenderedFile => singleFile(sampleton, build, report);
const all = (pattern: RegExp): string[] => [...html.matchAll(pattern)].map((match) => match[1] ?? "");

beforeAll(async () => {
  report = await reportOfSampleton();
  html = String(make().content);
}, 240_000);

describe("singleFile", () => {
  it("is named after the report and its year", () => expect(make().path).toBe("sampleton-temperature-check-2024.html"));

  it("gives the same bytes twice", () => expect(make()).toEqual(make()));

  it("holds every page, each as a section under its own heading", () => {
    const pages = all(/<section class="page level-\d(?: on-screen)?" id="([^"]+)"/g);
    expect(pages.slice(0, 2)).toEqual(["index", expect.stringMatching(/^(themes-money|indicators-debt)$/)]);
    for (const key of ["indicators-debt", "indicators-asthma", "data-gaps", "method", "sources"])
      expect(pages).toContain(key);
    expect(new Set(pages).size).toBe(pages.length);
  });

  it("names every section in its contents, in order", () => {
    const contents = /<nav class="wide contents"[\s\S]*?<\/nav>/.exec(html)?.[0] ?? "";
    const named = [...contents.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]);
    expect(named).toEqual(all(/<section class="page level-\d(?: on-screen)?" id="([^"]+)"/g));
  });

  it("has one main heading, and no heading that skips a level", () => {
    const levels = all(/<h([1-6])\b/g).map(Number);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    const skips = levels.flatMap((level, i) =>
      level > (levels[i - 1] ?? 0) + 1 ? [`h${levels[i - 1]} to h${level}`] : [],
    );
    expect(skips).toEqual([]);
  });

  it("has every id once, and no reference to an id that is not there", () => {
    const ids = all(/ id="([^"]+)"/g);
    expect(ids.length).toBeGreaterThan(100);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    const named = [
      ...all(/ href="#([^"]+)"/g),
      ...all(/url\(#([^)]+)\)/g),
      ...all(/ (?:aria-labelledby|aria-describedby|aria-controls|headers|for)="([^"]+)"/g).flatMap((list) =>
        list.split(" "),
      ),
    ];
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it("asks for nothing: no script, no file, no address but those of links", () => {
    expect(all(/(<script|<link rel="stylesheet"|<iframe|<object|<embed| on[a-z]+=")/g)).toEqual([]);
    expect(all(/ src="([^"]+)"/g).filter((to) => !to.startsWith("data:"))).toEqual([]);
    expect(all(/ href="([^"]+)"/g).filter((to) => !/^(#|https?:|mailto:|data:,$)/.test(to))).toEqual([]);
    expect(all(/url\(([^)]+)\)/g).filter((to) => !/^("data:|#)/.test(to))).toEqual([]);
  });

  it("carries its typeface", () => {
    const faces = all(/@font-face \{[^}]*url\("data:font\/woff2;base64,([^"]+)"\)/g);
    expect(faces).toHaveLength(2);
    for (const face of faces) expect(Buffer.from(face, "base64").subarray(0, 4).toString()).toBe("wOF2");
  });

  it("allows its own style by its hash, and nothing else", () => {
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? "";
    const hash = createHash("sha256").update(style).digest("base64");
    expect(all(/Content-Security-Policy" (content="[^"]*")/g)).toEqual([
      `content="default-src 'none'; style-src 'sha256-${hash}'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'"`,
    ]);
    expect(all(/(unsafe-| style=")/g)).toEqual([]);
  });

  it("says the same as the pages: every chart and every table of figures", () => {
    const pages = inFolder(report).flatMap(({ path, content }) =>
      /^report\/(?!embed\/).*\.html$/.test(path) && typeof content === "string" ? [content] : [],
    );
    const inPages = (pattern: RegExp): number =>
      pages.reduce((sum, page) => sum + [...page.matchAll(pattern)].length, 0);
    expect(all(/(<figure\b)/g)).toHaveLength(inPages(/<figure\b/g));
    expect(all(/(Answers to a survey &lt;of residents> &amp; friends\.)/g)).toHaveLength(1);
  });

  it("holds the page of every community and ward under the page that lists them, for the screen alone", () => {
    const own = report.pages.filter(({ file }) => /^(communities|districts)\//.test(file));
    expect(own.length).toBeGreaterThan(2);
    expect(all(/<section class="page level-3 on-screen" id="([^"]+)"/g)).toHaveLength(own.length);
    expect(all(/<(section class="page level-2" id="communities")/g)).toHaveLength(1);
  });

  it("leads to the published report for what it does not hold", () => {
    const published = { ...sampleton, url: "https://example.org/check/" };
    const links = [...String(singleFile(published, build, report).content).matchAll(/ href="([^"]+)"/g)].map(
      (m) => m[1],
    );
    expect(links.some((to) => to?.startsWith("https://example.org/check/charts/"))).toBe(true);
    expect(links.filter((to) => !/^(#|https?:|mailto:|data:,$)/.test(to ?? ""))).toEqual([]);
  });

  it("leaves out what leads round the report and to files beside it", () => {
    expect(all(/(Breadcrumb|\.vl\.json"|results\.json")/g)).toEqual([]);
  });

  it("refuses a stylesheet that names a font the report does not have", () => {
    const files = report.files.filter(({ path }) => !path.endsWith("arimo-700.woff2"));
    expect(() => singleFile(sampleton, build, { ...report, files })).toThrow(/fonts\/arimo-700.woff2/);
  });
});
