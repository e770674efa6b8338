import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { HtmlValidate } from "html-validate";
import { describe, expect, it } from "vitest";
import { outline } from "../../scripts/docs/outline.ts";
import { siteFiles } from "../../scripts/docs/site.tsx";
import { pages as written } from "../docs/pages.ts";
import { root } from "../support/command.ts";

const files = siteFiles(root);
const pages = files
  .filter(({ path }) => path.endsWith(".html"))
  .map(({ path, content }) => ({ path, text: String(content) }));
const paths = new Set(files.map(({ path }) => path));
const idsOf = (text: string): string[] => [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
const ids = new Map(pages.map(({ path, text }) => [path, new Set(idsOf(text))]));

describe("the site of the documentation", () => {
  it("has a page for every page of docs/", () => {
    const listed = new Set(outline.flatMap((section) => section.pages.map(({ file }) => `${file}.md`)));
    expect(written.map(({ path }) => path).filter((path) => path.startsWith("docs/") && !listed.has(path))).toEqual([]);
  });

  it("is made of the same bytes every time", () => {
    expect(siteFiles(root).map(({ content }) => String(content))).toEqual(files.map(({ content }) => String(content)));
  });

  it("names every key of every schema that people write", () => {
    for (const name of ["project", "indicator", "dataset", "look"]) {
      const { properties } = JSON.parse(readFileSync(join(root, `schemas/${name}.schema.json`), "utf8"));
      const own = ids.get(`keys-${name}.html`)!;
      expect(Object.keys(properties).filter((key) => !own.has(key))).toEqual([]);
    }
  });

  it("shows an example of every key that people write", () => {
    for (const name of ["project", "indicator", "dataset", "look"]) {
      const { text } = pages.find(({ path }) => path === `keys-${name}.html`)!;
      const [, ...parts] = text.slice(text.indexOf("</nav><div>")).split("<h2 id=");
      expect(parts.filter((part) => !part.includes("<pre>")).map((part) => part.slice(0, 30))).toEqual([]);
    }
  });

  it.each(pages)("$path leads only to pages and headings that are there", ({ path, text }) => {
    const links = [...text.matchAll(/ (?:href|src)="([^"]+)"/g)].map(([, link]) => link!);
    const broken = links.filter((link) => {
      if (/^(https?|mailto|data):/.test(link)) return false;
      const [file = "", fragment] = link.split("#");
      const target = file === "" ? path : posix.normalize(file);
      return (
        !paths.has(target) || (fragment !== undefined && ids.get(target)?.has(decodeURIComponent(fragment)) !== true)
      );
    });
    expect(broken).toEqual([]);
    expect(idsOf(text)).toHaveLength(new Set(idsOf(text)).size);
  });

  it.each(pages)("$path is valid HTML with headings in order", async ({ text }) => {
    const validator = new HtmlValidate({ extends: ["html-validate:standard"], rules: { "no-inline-style": "error" } });
    const report = await validator.validateString(text);
    expect(
      report.results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line }) => `${ruleId}: ${message} (${line})`),
      ),
    ).toEqual([]);
    const levels = [...text.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.filter((level, i) => i > 0 && level > levels[i - 1]! + 1)).toEqual([]);
  });
});
