import { beforeAll, describe, expect, it } from "vitest";
import { readAssets } from "../../src/assets.ts";
import { accented } from "../../src/catalogue/accented.ts";
import { catalogues } from "../../src/catalogue/catalogue.ts";
import type { Publishable } from "../../src/disclose/publishable.ts";
import { measures } from "../../src/measure/all.ts";
import { render } from "../../src/render/render.ts";
import { sampleton } from "../render/fixture.ts";
import { owned } from "../support/owned.ts";

/** A language is one file: with an accent on every letter of the catalogue, what is left without one is not in it. */

/** Formulas, sources and ids are the same in every language. */
const kept = [
  ...measures.flatMap(({ formula, definition, source }) => [formula, definition, source.citation, source.doi ?? ""]),
  ...Object.keys(catalogues["en-GB"].notes),
  "results.json",
  "tempcheck",
  "b1d",
];

/** Letters of formulas in the working, and units of size. */
const letters = new Set(["ln", "mu", "par", "per", "doi", "KB", "MB", "RITE"]);

const decoded = (text: string): string =>
  text.replace(
    /&(amp|lt|gt|quot|#39);/g,
    (_, name: string) => ({ amp: "&", lt: "<", gt: ">", quot: '"' })[name] ?? "'",
  );

/** Text of pictures is broken into lines: there, words that a project wrote count one by one. */
const wordsInPictures = new Set(owned(sampleton).flatMap((text) => (text.length < 60 ? text.split(/\W+/) : [])));

/** What readers see or hear of a page: its text, and the attributes that are read out. */
function told(html: string): string[] {
  const pictures = [...html.matchAll(/<text\b[^>]*>(.*?)<\/text>/gs)].map(([, text = ""]) =>
    text.replace(/<[^>]+>/g, " ").replace(/[A-Za-z]+/g, (word) => (wordsInPictures.has(word) ? " " : word)),
  );
  const body = html.replace(/<(script|code|text)\b.*?<\/\1>/gs, " ");
  const heard = [
    ...body.matchAll(/ (?:aria-label|alt|data-caption|data-group|data-all|data-reset|data-shown)="([^"]*)"/g),
    ...body.matchAll(/<meta name="description" content="([^"]*)"/g),
  ];
  const seen = body.split(/<[^>]+>/);
  return [...pictures, ...heard.map(([, text = ""]) => text), ...seen]
    .map(decoded)
    .filter((text) => /[A-Za-z]{2}/.test(text));
}

const results = { ...sampleton, language: "en-XA" } as Publishable;
let pages: { path: string; content: string }[];
beforeAll(async () => {
  const files = await render(results, { build: { id: "b1d", version: "0.0.0" }, assets: readAssets() }, () => {});
  pages = files.flatMap(({ path, content }) =>
    path.endsWith(".html") && typeof content === "string" ? [{ path, content }] : [],
  );
}, 60_000);

describe("a report in another language", () => {
  it("has no word of English left, but for what the project wrote", () => {
    const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
    const strings = [...new Set([...owned(sampleton), ...kept].flatMap((text) => [text, lower(text)]))]
      .filter((text) => /[A-Za-z]{2}/.test(text))
      .sort((a, b) => b.length - a.length);
    const found = pages.flatMap(({ path, content }) => {
      const left = told(content).flatMap((text) => {
        const rest = strings.reduce((left, own) => left.replaceAll(own, " "), text);
        return (rest.match(/[A-Za-z]{2,}/g) ?? []).filter((word) => !letters.has(word)).length > 0 ? [rest.trim()] : [];
      });
      return [...new Set(left)].map((text) => `${path}: ${text}`);
    });
    expect(found).toEqual([]);
  });

  it("still names its language, its build and its links", () => {
    for (const { content } of pages) {
      expect(content).toContain('<html lang="en-XA">');
      expect(content).toContain("b1d");
      expect(content).toContain('href="#content"');
    }
  });
});

describe("accented", () => {
  it("marks every letter, and what functions make of their parts", () => {
    const words = accented({ one: "Aye", many: ["no"], of: (n: number) => `${n} yes` });
    expect(words.one).toBe("Åýé");
    expect(words.many).toEqual(["ñö"]);
    expect(words.of(2)).toBe("2 ýéš");
  });
});
