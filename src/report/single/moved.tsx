import { type ComponentChildren, type FunctionComponent, h, isValidElement, type VNode } from "preact";
import type { Page } from "../page.ts";
import { idIn, type Places, target } from "./links.ts";

/** A page that becomes part of a document. */
export interface PagePart {
  page: Page;
  key: string;
  /** Level of its heading in the document. */
  level: 2 | 3;
  /** Its heading, where that is not the page's own. */
  heading: string | null;
  /** Whether it is read on screens alone: on paper it would repeat what stands elsewhere. */
  onScreen: boolean;
}

interface Move {
  part: PagePart;
  places: Places;
}

/** A page's tree where it is part of the document: its ids its own, its links inside, its headings one level down or two. */
export function moved(tree: ComponentChildren, move: Move): ComponentChildren {
  if (Array.isArray(tree)) return tree.map((child) => moved(child, move));
  if (!isValidElement(tree)) return tree;
  return typeof tree.type === "string" ? element(tree.type, tree.props, move) : h(Component, { node: tree, move });
}

/** A component of the page, which moves what it makes as it is made. */
function Component({ node: { type, props }, move }: { node: VNode; move: Move }) {
  return <>{moved((type as FunctionComponent)(props), move)}</>;
}

type Properties = Readonly<Record<string, unknown>> & { children?: ComponentChildren };

const references = new Set(["aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "for", "headers"]);

/** Parts of a page that lead round the report. */
const leadRound = ["crumbs", "jump"];
/** Parts that lead to files beside it, which only a published report has. */
const leadToFiles = ["downloads", "files"];

function element(name: string, { children, ...properties }: Properties, move: Move): ComponentChildren {
  const { part, places } = move;
  const leftOut = places.published === null ? [...leadRound, ...leadToFiles] : leadRound;
  if (leftOut.some((one) => String(properties["class"]).split(" ").includes(one))) return null;
  const inside = moved(children, move);
  const own = Object.fromEntries(
    Object.entries(properties).map(([key, value]) => [key, propertyIn(part.key, key, value)]),
  );
  if (name === "a") return link(own, inside, move);
  if (name === "section") return h(name, region(own, part), inside);
  if (name === "h1") return h(`h${part.level}`, { ...own, id: idIn(part.key, "title") }, part.heading ?? inside);
  const level = /^h([2-6])$/.exec(name)?.[1];
  return h(level === undefined ? name : `h${Math.min(6, Number(level) + part.level - 1)}`, own, inside);
}

function propertyIn(key: string, name: string, value: unknown): unknown {
  if (typeof value !== "string") return value;
  if (name === "id") return idIn(key, value);
  return references.has(name)
    ? value
        .split(" ")
        .map((id) => idIn(key, id))
        .join(" ")
    : value;
}

/** A link into the document or to the published report; its words alone where it would lead nowhere. */
function link({ download: _, ...own }: Properties, inside: ComponentChildren, { part, places }: Move) {
  const to = target(String(own["href"]), `report/${part.page.file}`, places);
  return to === null ? inside : h("a", { ...own, ...to }, inside);
}

/** The pages are the landmarks here. What scrolls by itself can be focused, so it has a name, and one of its own. */
function region({ "aria-labelledby": name, ...own }: Properties, { key }: PagePart): Properties {
  return name === undefined || own["tabindex"] === undefined
    ? own
    : { ...own, "aria-labelledby": `${name} ${idIn(key, "title")}` };
}
