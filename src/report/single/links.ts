import { posix } from "node:path";

/** What links of the document can lead to. */
export interface Places {
  /** Paths of the pages in the document, each with the name that its ids begin with. */
  keys: ReadonlyMap<string, string>;
  /** Address at which the output's folder is published, if any; ends in a slash. */
  published: string | null;
}

/** What becomes of a link: it stays, leads to a place in the document, or loses its target. */
export type Target = { href: string } | null;

const isOutside = (href: string): boolean => /^[a-z][a-z0-9+.-]*:/i.test(href);

/** Name of a page in the document: indicators/claimants.html is indicators-claimants. */
export const keyOf = (file: string): string => file.replace(/\.html$/, "").replaceAll("/", "-");

/** An id of a page as an id of the document. */
export const idIn = (key: string, id: string): string => `${key}--${id}`;

/** Where a link on a page leads: to a place in the document, else to the published report. */
export function target(href: string, page: string, { keys, published }: Places): Target {
  if (isOutside(href)) return { href };
  const [file = "", fragment = ""] = href.split("#");
  const path = file === "" ? page : posix.join(posix.dirname(page), file);
  const key = keys.get(path);
  if (key === undefined) return published === null ? null : { href: new URL(href, `${published}${page}`).href };
  return { href: `#${fragment === "" ? key : idIn(key, fragment)}` };
}
