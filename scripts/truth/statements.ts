import { ticksOf } from "./axis.ts";
import { type Element, textOf } from "./document.ts";
import type { Scope, scopes } from "./scope.ts";

/** What a page says, piece by piece, each with what it is about. */
export interface Statement {
  text: string;
  /** Name of the element, or of the attribute it stands in. */
  from: string;
  scope: Scope;
  /** Head of its row and column, caption of its table or chart, heading above it: the nearest first. */
  around: readonly string[];
  isCell: boolean;
  /** Of a cell: the heads of its row and column. */
  heads: readonly string[];
  /** The chart that it stands in, where it is a mark's own text. */
  chart: Element | null;
  element: Element;
}

const inline = new Set(
  "a abbr b bdi br button code data em i label mark small span strong sub sup time tspan output".split(" "),
);
const unread = new Set(["script", "style", "noscript", "template", "code", "path", "head"]);
const spoken = ["aria-label", "alt", "title", "aria-description", "data-caption", "placeholder"];

/**
 * What is left out. The working prints each number of a formula, many of which no file has: the oracle works them out again.
 */
const isLeft = ({ attributes }: Element): boolean =>
  (attributes["class"] ?? "").split(" ").some((one) => one === "working" || one === "formula");

/** Where two pieces of text touch without a space they are lines of their own. */
export const LINE = " ¶ ";

function flat(node: Element | string): string {
  if (typeof node === "string") return node;
  if (node.name === "br") return LINE;
  if (unread.has(node.name) || node.name === "svg" || "data-authored" in node.attributes) return " … ";
  return node.children.reduce<string>((text, child) => {
    const said = flat(child);
    const touches =
      typeof child !== "string" &&
      /\S$/.test(text) &&
      /^\S/.test(said) &&
      !/[(“‘/]$/.test(text) &&
      !/^[,.;:!?)%’”]/.test(said);
    return `${text}${touches ? LINE : ""}${said}`;
  }, "");
}

/** Whether it stands in what a list says of a term. */
function isDescribed(element: Element): boolean {
  for (let at: Element | null = element; at !== null && at.name !== "dl"; at = at.parent)
    if (at.name === "dd") return true;
  return false;
}

const tidy = (text: string): string => text.replace(/\s+/g, " ").trim();

interface Around {
  caption: string;
  heading: string;
  row: string;
  columns: readonly string[];
  chart: Element | null;
}

const child = (element: Element, name: string): Element[] =>
  element.children.filter((one): one is Element => typeof one !== "string" && one.name === name);

export function statementsOf(root: Element, page: string, { ofPage, inside }: ReturnType<typeof scopes>): Statement[] {
  const found: Statement[] = [];
  let heading = "";
  let term = "";

  const tell = (text: string, from: string, scope: Scope, element: Element, around: Around, column = ""): void => {
    const said = tidy(text);
    if (said === "") return;
    const isCell = from === "td" || from === "th";
    if (from === "dt") term = said;
    const near = isCell
      ? [around.row, column, around.caption, heading]
      : [isDescribed(element) ? term : "", around.caption, heading];
    found.push({
      text: said,
      from,
      scope,
      around: near.filter(Boolean),
      isCell,
      heads: isCell ? [around.row, column].filter(Boolean) : [],
      chart: around.chart,
      element,
    });
  };

  const table = (element: Element, scope: Scope, around: Around): void => {
    const head = child(element, "thead").flatMap((part) => child(part, "tr"))[0];
    const columns = head === undefined ? [] : head.children.map((cell) => tidy(flat(cell)));
    const caption = tidy(child(element, "caption").map(flat).join(" "));
    visitAll(element, scope, { ...around, columns, caption: caption || around.caption });
  };

  const row = (element: Element, scope: Scope, around: Around): void => {
    const cells = [...child(element, "th"), ...child(element, "td")];
    const first = child(element, "th")[0] ?? cells[0];
    const said = first === undefined ? "" : tidy(flat(first));
    let k = 0;
    for (const cell of element.children) {
      if (typeof cell === "string") continue;
      const within = inside(cell, scope);
      const column = around.columns[k] ?? "";
      k += Number(cell.attributes["colspan"] ?? 1);
      tell(flat(cell), cell.name, within, cell, { ...around, row: cell === first ? "" : said }, column);
      attributes(cell, within, around);
      for (const part of cell.children) if (typeof part !== "string") deeper(part, within, around);
    }
  };

  const attributes = (element: Element, scope: Scope, around: Around): void => {
    for (const name of spoken)
      if (name in element.attributes) tell(element.attributes[name]!, name, scope, element, around);
  };

  /** What stands inside inline text and is no part of its flow. */
  const deeper = (element: Element, scope: Scope, around: Around): void => {
    attributes(element, scope, around);
    if (element.name === "svg") visit(element, scope, around);
    else if (inline.has(element.name))
      for (const one of element.children) typeof one !== "string" && deeper(one, scope, around);
    else visit(element, scope, around);
  };

  const visitAll = (element: Element, scope: Scope, around: Around): void => {
    let flow = "";
    const flush = (): void => {
      tell(flow, element.name, scope, element, around);
      flow = "";
    };
    for (const one of element.children) {
      if (typeof one === "string") flow += one;
      else if (inline.has(one.name)) {
        const said = flat(one);
        const touches = /\S$/.test(flow) && /^\S/.test(said) && !/[(“‘/]$/.test(flow) && !/^[,.;:!?)%’”]/.test(said);
        flow += (touches ? LINE : "") + said;
        deeper(one, inside(one, scope), around);
      } else {
        if (one.name !== "svg") flush();
        visit(one, scope, around);
      }
    }
    flush();
  };

  let ticks: ReadonlySet<Element> = new Set();

  const visit = (element: Element, outer: Scope, around: Around): void => {
    if (unread.has(element.name) || "data-authored" in element.attributes || isLeft(element) || ticks.has(element))
      return;
    const scope = inside(element, outer);
    attributes(element, scope, around);
    if (/^h[1-6]$/.test(element.name)) heading = tidy(flat(element));
    if (element.name === "figure") {
      const caption = tidy(child(element, "figcaption").map(flat).join(" "));
      visitAll(element, scope, { ...around, caption });
    } else if (element.name === "svg") {
      ticks = ticksOf(element);
      visitAll(element, scope, { ...around, chart: element });
    } else if (element.name === "title" || element.name === "desc")
      tell(textOf(element), element.name, scope, element, { ...around, chart: null });
    else if (element.name === "table") table(element, scope, around);
    else if (element.name === "tr") row(element, scope, around);
    else visitAll(element, scope, around);
  };

  const scope = ofPage(page);
  const none: Around = { caption: "", heading: "", row: "", columns: [], chart: null };
  for (const html of child(root, "html")) {
    for (const head of child(html, "head"))
      for (const one of head.children) {
        if (typeof one === "string") continue;
        const { name = "", property = "", content = "", type } = one.attributes;
        if (one.name === "title") tell(textOf(one), "title", scope, one, none);
        if (one.name === "meta" && /description|title|image:alt/.test(name + property))
          tell(content, name + property, scope, one, none);
        if (one.name === "script" && type === "application/ld+json")
          for (const said of descriptions(JSON.parse(textOf(one)))) tell(said, "json-ld", scope, one, none);
      }
    for (const body of child(html, "body")) visit(body, scope, none);
  }
  return found;
}

function descriptions(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(descriptions);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    (key === "description" || key === "abstract") && typeof part === "string" ? [part] : descriptions(part),
  );
}
