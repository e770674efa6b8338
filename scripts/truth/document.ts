import { Parser } from "saxen";

/** A finished page as a tree. The report's pages are well-formed but for the void elements of authored Markdown. */

export interface Element {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: (Element | string)[];
  parent: Element | null;
}

const unclosed = /<(area|br|col|embed|hr|img|input|link|meta|source|wbr)\b([^>]*?)\/?>/g;

export function parsePage(html: string): Element {
  const root: Element = { name: "#document", attributes: {}, children: [], parent: null };
  let at = root;
  const parser = new Parser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("openTag", (name, attributes, decode) => {
    const told = Object.entries(attributes()).map(([key, value]) => [key, decode(value)] as const);
    const made: Element = { name, attributes: Object.fromEntries(told), children: [], parent: at };
    at.children.push(made);
    at = made;
  });
  parser.on("closeTag", () => {
    at = at.parent ?? root;
  });
  parser.on("text", (text, decode) => {
    at.children.push(decode(text));
  });
  parser.parse(html.replace(/^\s*<!doctype[^>]*>/i, "").replace(unclosed, "<$1$2/>"));
  return root;
}

export const textOf = (node: Element | string): string =>
  typeof node === "string" ? node : node.children.map(textOf).join("");

export function* within(element: Element): Generator<Element> {
  for (const child of element.children)
    if (typeof child !== "string") {
      yield child;
      yield* within(child);
    }
}
