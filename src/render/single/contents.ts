import type { Publishable } from "../../disclose/publishable.ts";
import type { RenderedFile } from "../render.ts";
import { sayIn } from "../say.ts";
import { keyOf } from "./links.ts";
import { headingOf, type PagePart } from "./section.ts";

/** One line of the contents, with those below it. */
export interface Entry {
  key: string;
  title: string;
  below: Entry[];
}

export interface Contents {
  parts: PagePart[];
  entries: Entry[];
}

/** The pages of the document in reading order: at a glance, each theme with its indicators, then the rest. */
export function contentsOf(results: Publishable, files: readonly RenderedFile[]): Contents {
  const { themes, indicators } = results;
  const pages = new Map(
    files.flatMap(({ path, content }) =>
      path.endsWith(".html") && typeof content === "string" ? [[path, content]] : [],
    ),
  );
  const part = (path: string, level: 2 | 3, heading: string | null = null): PagePart[] => {
    const html = pages.get(path);
    return html === undefined ? [] : [{ path, key: keyOf(path), html, level, heading }];
  };
  const first = "report/index.html";
  const inThemes = themes.map(({ id }) => [
    ...part(`report/themes/${id}.html`, 2),
    ...indicators.filter(({ theme }) => theme === id).flatMap((one) => part(`report/indicators/${one.id}.html`, 3)),
  ]);
  const others = [...pages.keys()].filter((path) => /^report\/[^/]+\.html$/.test(path) && path !== first);
  const groups = [part(first, 2, sayIn(results).forms.atAGlance), ...inThemes, ...others.map((path) => part(path, 2))];
  return {
    parts: groups.flat(),
    entries: groups.flatMap(([top, ...below]) =>
      top === undefined ? [] : [{ ...entryOf(top), below: below.map(entryOf) }],
    ),
  };
}

const entryOf = ({ key, heading, html }: PagePart): Entry => ({ key, title: heading ?? headingOf(html), below: [] });
