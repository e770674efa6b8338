import { sayIn } from "../../catalogue/say.ts";
import type { Publishable } from "../../results/results.ts";
import type { RenderedFile } from "../render.ts";
import { keyOf } from "./links.ts";
import { headingOf, type PagePart } from "./section.ts";

/** One line of the contents, with those below it. */
export interface Entry {
  key: string;
  title: string;
  onScreen: boolean;
  below: Entry[];
}

export interface Contents {
  parts: PagePart[];
  entries: Entry[];
}

const first = "report/index.html";
/** The page that lists the pages of communities and areas, and what their paths begin with. */
const people = "report/communities.html";
const peoplePages = /^report\/(communities|wards)\//;

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
    const onScreen = peoplePages.test(path);
    return html === undefined ? [] : [{ path, key: keyOf(path), html, level, heading, onScreen }];
  };
  const inThemes = themes.map(({ id }) => [
    ...part(`report/themes/${id}.html`, 2),
    ...indicators.filter(({ theme }) => theme === id).flatMap((one) => part(`report/indicators/${one.id}.html`, 3)),
  ]);
  const paths = [...pages.keys()];
  const others = paths.filter((path) => /^report\/[^/]+\.html$/.test(path) && path !== first);
  const below = (path: string): PagePart[] =>
    path === people ? paths.filter((one) => peoplePages.test(one)).flatMap((one) => part(one, 3)) : [];
  const groups = [
    part(first, 2, sayIn(results).forms.atAGlance),
    ...inThemes,
    ...others.map((path) => [...part(path, 2), ...below(path)]),
  ];
  return {
    parts: groups.flat(),
    entries: groups.flatMap(([top, ...rest]) =>
      top === undefined
        ? []
        : [
            entryOf(
              top,
              rest.map((one) => entryOf(one)),
            ),
          ],
    ),
  };
}

const entryOf = ({ key, heading, html, onScreen }: PagePart, below: Entry[] = []): Entry => ({
  key,
  title: heading ?? headingOf(html),
  onScreen,
  below,
});
