import { idIn, type Places, target } from "./links.ts";
import { type Element, find, isElement, type Node, parse, print, wordsOf } from "./tree.ts";

/** A page that becomes part of a document. */
export interface PagePart {
  path: string;
  key: string;
  html: string;
  /** Level of its heading in the document. */
  level: 2 | 3;
  /** Its heading, where that is not the page's own. */
  heading: string | null;
  /** Whether it is read on screens alone: on paper it would repeat what stands elsewhere. */
  onScreen: boolean;
}

const references = new Set(["aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "for", "headers"]);

/** Parts of a page that lead round the report. */
const leadRound = ["crumbs", "jump", "explorer"];
/** Parts that lead to files beside it, which only a published report has. */
const leadToFiles = ["downloads", "files"];

const classes = ({ attributes }: Element): string[] => (attributes.get("class") ?? "").split(" ");

/** The content of a page as a section of the document: its ids its own, its links inside, its headings one level down or two. */
export function sectionOf(part: PagePart, places: Places): string {
  const content = contentOf(part.html).flatMap((node) => moved(node, part, places));
  const title = find(content, ({ name }) => name === `h${part.level}`);
  if (title === undefined) throw new Error(`${part.path} has no heading`);
  const id = idIn(part.key, "title");
  title.attributes.set("id", id);
  if (part.heading !== null) title.children = [part.heading];
  const opening = `<section class="page level-${part.level}${part.onScreen ? " on-screen" : ""}" id="${part.key}" aria-labelledby="${id}">`;
  return `${opening}${print(content)}</section>\n`;
}

/** The words of a page's heading, as HTML. */
export function headingOf(html: string): string {
  const heading = find(contentOf(html), ({ name }) => name === "h1");
  return heading === undefined ? "" : wordsOf(heading.children);
}

function contentOf(html: string): Node[] {
  const main = /<main\b[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1];
  if (main === undefined) throw new Error("a page of the report has a main element");
  return parse(main);
}

function moved(node: Node, part: PagePart, places: Places): Node[] {
  if (!isElement(node)) return [node];
  const leftOut = places.published === null ? [...leadRound, ...leadToFiles] : leadRound;
  if (classes(node).some((name) => leftOut.includes(name)) || node.name === "template") return [];
  const children = node.children.flatMap((child) => moved(child, part, places));
  const attributes = new Map(
    [...node.attributes].map(([name, value]) => [name, attributeIn(part.key, name, value)] as const),
  );
  if (node.name === "a") {
    const to = target(attributes.get("href") ?? "", part.path, places);
    if (to === null) return children;
    attributes.set("href", to.href);
    attributes.delete("download");
  }
  // The pages are the landmarks here. What scrolls by itself can be focused, so it has a name, and one of its own.
  if (node.name === "section") {
    const name = attributes.get("aria-labelledby");
    if (name !== undefined && attributes.has("tabindex"))
      attributes.set("aria-labelledby", `${name} ${idIn(part.key, "title")}`);
    else attributes.delete("aria-labelledby");
  }
  const level = /^h([1-6])$/.exec(node.name)?.[1];
  const name = level === undefined ? node.name : `h${Math.min(6, Number(level) + part.level - 1)}`;
  return [{ name, attributes, children }];
}

function attributeIn(key: string, name: string, value: string): string {
  if (name === "id") return idIn(key, value);
  if (references.has(name))
    return value
      .split(" ")
      .map((id) => idIn(key, id))
      .join(" ");
  return value.replace(/url\(#([^)]+)\)/g, (_, id: string) => `url(#${idIn(key, id)})`);
}
