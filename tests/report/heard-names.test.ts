import { beforeAll, describe, expect, it } from "vitest";
import { inFolder, render } from "../../src/report/render.ts";
import { readAssets } from "../../src/run/read-assets.ts";
import { sampleton } from "../support/fixture.ts";

interface Read {
  path: string;
  html: string;
}

let pages: Read[];
beforeAll(async () => {
  const report = await render(sampleton, { build: { id: "b1d", version: "0.0.0" }, assets: readAssets() }, () => {});
  pages = inFolder(report).flatMap(({ path, content }) =>
    path.endsWith(".html") && typeof content === "string" ? [{ path, html: content }] : [],
  );
}, 60_000);

const textOf = (html: string): string =>
  html
    .replace(/<[^>]+>/g, "")
    .replace(/\s+/g, " ")
    .trim();

const headingsOf = (html: string): { level: number; inside: string }[] =>
  [...html.matchAll(/<h([1-6])\b[^>]*>(.*?)<\/h\1>/gs)].map(([, level, inside = ""]) => ({
    level: Number(level),
    inside,
  }));

const twice = (list: readonly string[]): string[] => [...new Set(list.filter((one, i) => list.indexOf(one) !== i))];

/** The words of what names an element, by ids. */
const named = (html: string, ids: string): string =>
  ids
    .split(" ")
    .map((id) =>
      textOf(new RegExp(`id="${id}"[^>]*>(.*?)</(?:h[1-6]|caption|title|p|summary)>`, "s").exec(html)?.[1] ?? ""),
    )
    .join(" ");

describe("who hears a page", () => {
  it("finds each heading below the one it belongs to, none skipped", () => {
    for (const { path, html } of pages) {
      const levels = headingsOf(html).map(({ level }) => level);
      expect(levels[0], path).toBe(1);
      for (const [i, level] of levels.entries())
        expect(level - (levels[i - 1] ?? 0), `${path}, heading ${i + 1}`).toBeLessThanOrEqual(1);
    }
  });

  it("finds no two headings alike but those that lead to one another", () => {
    for (const { path, html } of pages) {
      const told = headingsOf(html).flatMap(({ inside }) => (inside.startsWith("<a ") ? [] : [textOf(inside)]));
      expect(twice(told), path).toEqual([]);
    }
  });

  it("finds every chart by its heading", () => {
    const figures = pages.flatMap(({ html }) =>
      [...html.matchAll(/<figure class="chart.*?<\/figure>/gs)].map(([one]) => one),
    );
    expect(figures.length).toBeGreaterThan(10);
    for (const figure of figures) expect(figure).toMatch(/<figcaption><h[2-4] class="finding">/);
  });

  it("finds no two landmarks alike", () => {
    for (const { path, html } of pages) {
      const landmarks = [...html.matchAll(/<(?:section|nav|aside|form)\b([^>]*)>/g)].flatMap(([tag, own = ""]) => {
        const label = /aria-label="([^"]*)"/.exec(own)?.[1];
        const by = /aria-labelledby="([^"]*)"/.exec(own)?.[1];
        const name = label ?? (by === undefined ? "" : named(html, by));
        expect(by === undefined || name.trim() !== "", `${path}: ${tag} is named by nothing`).toBe(true);
        return name === "" ? [] : [name];
      });
      expect(twice(landmarks), path).toEqual([]);
    }
  });

  it("finds no two links of the same words to different places", () => {
    for (const { path, html } of pages) {
      const to = new Map<string, Set<string>>();
      for (const [, href = "", inside = ""] of html.matchAll(/<a\b[^>]*?href="([^"]*)"[^>]*>(.*?)<\/a>/gs)) {
        const words = textOf(inside);
        to.set(words, (to.get(words) ?? new Set()).add(href.replace(/#.*$/, "")));
      }
      const alike = [...to].filter(([words, places]) => words !== "" && places.size > 1).map(([words]) => words);
      expect(alike, path).toEqual([]);
    }
  });
});
