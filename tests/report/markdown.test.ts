import { describe, expect, it } from "vitest";
import { markdownHtml } from "../../src/report/markdown.ts";

describe("markdownHtml", () => {
  it("puts headings one below the outline, and skips no level", () => {
    expect(markdownHtml("# A\n\n### B\n\n# C", 2)).toBe("<h3>A</h3>\n<h4>B</h4>\n<h3>C</h3>\n");
    expect(markdownHtml("### A\n\n#### B", 2)).toBe("<h3>A</h3>\n<h4>B</h4>\n");
    expect(markdownHtml("## A\n\n# B", 5)).toBe("<h6>A</h6>\n<h6>B</h6>\n");
  });

  it("writes paragraphs, lists, quotations and safe links", () =>
    expect(markdownHtml("Some *words*, [here](https://example.org).\n\n- one\n\n> said", 2)).toBe(
      '<p>Some <em>words</em>, <a href="https://example.org">here</a>.</p>\n<ul>\n<li>one</li>\n</ul>\n<blockquote>\n<p>said</p>\n</blockquote>\n',
    ));

  // These are refused before they get here; the writer makes nothing of them either.
  it.each([
    "<script>alert(1)</script>",
    "a <img src=x onerror=alert(1)>",
    "<!-- a -->",
    "[a](javascript:alert(1))",
    "[a](<java&Tab;script:alert(1)>)",
    "<javascript:alert(1)>",
    "[a](data:text/html;base64,PHNjcmlwdD4=)",
    "![a](https://example.org/a.png)",
    "![a](data:image/svg+xml;base64,AAAA)",
    "[a]\n\n[a]: vbscript:x",
    '[a](https://example.org "\\" onclick=alert(1)")',
    '```x" onclick=alert(1)\n```',
    "| a |\n|:-:|\n| b |",
  ])("makes no script, handler, picture, style or other link of %s", (markdown) => {
    const html = markdownHtml(markdown, 2);
    expect(html).not.toMatch(/<(script|img|style|svg|table)|<!--| style=|<[^>]* on[a-z]+="?[^"]*>/);
    for (const [, href] of html.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(/^(https:\/\/|mailto:)/);
  });
});
