import type { WrittenResults } from "../../src/results/results.ts";
import { easeOf, sentencesIn } from "../../tests/support/reading.ts";
import { type Element, parsePage, within } from "../truth/document.ts";

/** What a reader meets first on a page, and how easy that is to read. */

/** Kinds of pages, by where they are. */
export const kindOf = (page: string, wards: ReadonlySet<string>): string => {
  const [folder, file = ""] = page.includes("/") ? page.split("/") : ["", page];
  if (folder === "indicators" || folder === "themes" || folder === "communities") return folder;
  if (folder === "embed") return folder;
  const name = file.replace(/\.html$/, "");
  return wards.has(name) ? "areas" : name === "communities" ? "all people" : name;
};

const blocks = new Set(
  "p li dd dt h1 h2 h3 h4 h5 h6 figcaption summary caption div section article ul ol dl header td th label legend".split(
    " ",
  ),
);
const unread = new Set("script style svg table details nav form select option button code".split(" "));

/** The text of each block, in order; pictures, tables, menus and what is folded are no part of a first screen. */
function* blocksIn(nodes: readonly (Element | string)[]): Generator<string> {
  let flow = "";
  for (const node of nodes) {
    if (typeof node === "string") flow += node;
    else if (unread.has(node.name)) continue;
    else if (blocks.has(node.name)) {
      yield flow;
      flow = "";
      yield* blocksIn(node.children);
    } else flow += [...blocksIn(node.children)].join(" ");
  }
  yield flow;
}

/** The parts that are marked as the first screen; where none is, all of main before its second heading of level two. */
export function firstScreen(html: string): string[] {
  const page = parsePage(html);
  const marked = [...within(page)].filter(({ attributes }) => "data-first-screen" in attributes);
  const main = [...within(page)].find(({ name }) => name === "main");
  let headings = 0;
  const before = (nodes: readonly (Element | string)[]): (Element | string)[] => {
    const kept: (Element | string)[] = [];
    for (const node of nodes) {
      if (typeof node !== "string" && node.name === "h2") headings += 1;
      if (headings > 1) break;
      kept.push(typeof node === "string" ? node : { ...node, children: before(node.children) });
    }
    return kept;
  };
  const parts = marked.length > 0 ? marked : main === undefined ? [] : [{ ...main, children: before(main.children) }];
  return parts
    .flatMap(({ children }) => [...blocksIn(children)])
    .map((text) => text.replace(/\s+/g, " ").trim())
    .filter(Boolean);
}

/** Words that no first screen should need. */
export const jargon =
  /\b(percentage points?|slope ind(?:ex|ices)|relative ind(?:ex|ices)|quintiles?|deciles?|(?:adjusted )?p (?:=|<|>)|intervals?|absolute|relative|ratios?|baselines?|denominators?|numerators?|statistically|significan(?:t|ce))/gi;

/** Names are known or learnt as a whole: each counts as one word of two syllables, however long it is. */
export function named(results: WrittenResults): (text: string) => string {
  const names = [
    results.place.name,
    results.title,
    ...results.indicators.map(({ title }) => title),
    ...results.themes.map(({ title }) => title),
    ...results.dimensions.flatMap(({ title, groups }) => [
      title,
      ...groups.flatMap(({ label, members }) => [label, ...members]),
    ]),
    ...results.communities.map(({ title }) => title),
    ...results.sources.flatMap(({ title, publisher }) => [title, publisher]),
    ...(results.comparators?.places.map(({ title }) => title) ?? []),
  ];
  const all = [...new Set(names.flatMap((name) => [name, name.charAt(0).toLowerCase() + name.slice(1)]))]
    .filter((name) => name.length > 3 && /[\s\p{Lu}]/u.test(name))
    .sort((a, b) => b.length - a.length);
  return (text) => all.reduce((left, name) => (left.includes(name) ? left.replaceAll(name, "Namely") : left), text);
}

export interface Reading {
  page: string;
  kind: string;
  sentences: string[];
  words: number;
  age: number;
  jargon: string[];
}

/** Flesch-Kincaid's school year of the United States, and five: the age at which a text can be read. */
export const ageOf = (grade: number): number => grade + 5;

/** Words of a sentence and the age of a reader; null where nothing is a whole sentence. */
export function measured(sentences: readonly string[]): { words: number; age: number } | null {
  if (sentences.length === 0) return null;
  const { wordsPerSentence, grade } = easeOf(sentences);
  return { words: wordsPerSentence, age: ageOf(grade) };
}

export function readingOf(page: string, kind: string, html: string, short: (text: string) => string): Reading {
  const text = firstScreen(html);
  const sentences = text.flatMap(sentencesIn).map(short);
  const { words, age } = measured(sentences) ?? { words: 0, age: 0 };
  const found = text.flatMap((block) => [...block.matchAll(jargon)].map(([word]) => word.toLowerCase()));
  return { page, kind, sentences, words, age, jargon: [...new Set(found)].sort() };
}

export function readingsOf({
  results,
  pages,
}: {
  results: WrittenResults;
  pages: ReadonlyMap<string, string>;
}): Reading[] {
  const wards = new Set(results.areas.map(({ slug }) => slug));
  const short = named(results);
  // A chart by itself is no first screen.
  const read = [...pages].filter(([page]) => kindOf(page, wards) !== "embed");
  return read.map(([page, html]) => readingOf(page, kindOf(page, wards), html, short));
}
