import { posix } from "node:path";

/** Paths of the pages in the document, each with the name that its ids begin with. */
export type Keys = ReadonlyMap<string, string>;

/** What becomes of a link: it stays, leads to a place in the document, or loses its target. */
export type Target = { href: string } | null;

const isOutside = (href: string): boolean => /^[a-z][a-z0-9+.-]*:/i.test(href);

/** Name of a page in the document: report/indicators/claimants.html is indicators-claimants. */
export const keyOf = (path: string): string =>
  path
    .replace(/^report\//, "")
    .replace(/\.html$/, "")
    .replaceAll("/", "-");

/** An id of a page as an id of the document. */
export const idIn = (key: string, id: string): string => `${key}--${id}`;

/** Where a link on a page leads in a document that holds only the pages named. */
export function target(href: string, page: string, keys: Keys): Target {
  if (isOutside(href)) return { href };
  const [file = "", fragment = ""] = href.split("#");
  const path = file === "" ? page : posix.join(posix.dirname(page), file);
  const key = keys.get(path);
  if (key === undefined) return null;
  return { href: `#${fragment === "" ? key : idIn(key, fragment)}` };
}
