/** The report's own HTML as a tree: enough to move a page's content into another document, and no parser of other HTML. */

export interface Element {
  name: string;
  /** Values as they stand in the text, escaped; an attribute without a value has the value "". */
  attributes: Map<string, string>;
  children: Node[];
}

/** An element, or text as it stands, escaped. */
export type Node = Element | string;

const empty = new Set(["area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]);
const pieces = /<!--[\s\S]*?-->|<(\/?)([a-zA-Z][\w:-]*)((?:\s+[^\s"'<>/=]+(?:="[^"]*")?)*)\s*(\/?)>/g;
const pairs = /([^\s"'<>/=]+)(?:="([^"]*)")?/g;

export const isElement = (node: Node): node is Element => typeof node !== "string";

/** Well-formed HTML as nodes. Comments and scripts are left out. */
export function parse(html: string): Node[] {
  const text = html.replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, "");
  const top: Element = { name: "", attributes: new Map(), children: [] };
  const open = [top];
  let from = 0;
  for (const { 0: piece, 1: closing, 2: name = "", 3: attributes = "", 4: closed, index } of text.matchAll(pieces)) {
    const parent = open.at(-1)!;
    if (index > from) parent.children.push(text.slice(from, index));
    from = index + piece.length;
    if (name === "") continue;
    if (closing === "/") {
      if (parent.name !== name) throw new Error(`</${name}> closes <${parent.name}>`);
      open.pop();
      continue;
    }
    const element: Element = {
      name,
      attributes: new Map([...attributes.matchAll(pairs)].map(([, key = "", value = ""]) => [key, value])),
      children: [],
    };
    parent.children.push(element);
    if (closed !== "/" && !empty.has(name)) open.push(element);
  }
  if (open.length > 1) throw new Error(`<${open.at(-1)?.name}> is never closed`);
  if (from < text.length) top.children.push(text.slice(from));
  return top.children;
}

/** Nodes as HTML again. */
export function print(nodes: readonly Node[]): string {
  return nodes.map((node) => (isElement(node) ? printElement(node) : node)).join("");
}

function printElement({ name, attributes, children }: Element): string {
  const list = [...attributes].map(([key, value]) => (value === "" ? ` ${key}` : ` ${key}="${value}"`)).join("");
  return empty.has(name) ? `<${name}${list}>` : `<${name}${list}>${print(children)}</${name}>`;
}

/** The first element that a test accepts, in reading order. */
export function find(nodes: readonly Node[], test: (element: Element) => boolean): Element | undefined {
  for (const node of nodes.filter(isElement)) {
    const found = test(node) ? node : find(node.children, test);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The words of nodes, without tags. */
export const wordsOf = (nodes: readonly Node[]): string =>
  nodes.map((node) => (isElement(node) ? wordsOf(node.children) : node)).join("");
