import { sayIn } from "../../catalogue/say.ts";
import { returnPath } from "../../narrate/return-words.ts";
import { areaFolder } from "../../results/folders.ts";
import type { Publishable } from "../../results/results.ts";
import type { Page } from "../page.ts";
import { keyOf } from "./links.ts";
import type { PagePart } from "./moved.tsx";

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

const first = "index.html";
/** The page that lists the pages of communities and areas. */
const people = "communities.html";

/** The pages of the document in reading order: at a glance, each theme with its indicators and programmes, then the rest. */
export function contentsOf(results: Publishable, pages: readonly Page[]): Contents {
  const { themes, indicators } = results;
  const peopleFolders = ["communities/", `${areaFolder(results)}/`];
  const isOfPeople = (file: string): boolean => peopleFolders.some((folder) => file.startsWith(folder));
  const programmes = results.value?.programmes ?? [];
  const part = (file: string, level: 2 | 3, heading: string | null = null): PagePart[] => {
    const onScreen = isOfPeople(file);
    const own = pages.filter((page) => page.file === file);
    return own.map((page) => ({ page, key: keyOf(file), level, heading, onScreen }));
  };
  const inThemes = themes.map(({ id }) => [
    ...part(`themes/${id}.html`, 2),
    ...indicators.filter(({ theme }) => theme === id).flatMap((one) => part(`indicators/${one.id}.html`, 3)),
    ...programmes.filter(({ theme }) => theme === id).flatMap((one) => part(returnPath(one), 3)),
  ]);
  const files = pages.map(({ file }) => file);
  const others = files.filter((file) => !file.includes("/") && file !== first);
  const below = (file: string): PagePart[] =>
    file === people ? files.filter(isOfPeople).flatMap((one) => part(one, 3)) : [];
  const groups = [
    part(first, 2, sayIn(results).forms.atAGlance),
    ...inThemes,
    ...others.map((file) => [...part(file, 2), ...below(file)]),
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

const entryOf = ({ key, heading, page, onScreen }: PagePart, below: Entry[] = []): Entry => ({
  key,
  title: heading ?? page.title,
  onScreen,
  below,
});
