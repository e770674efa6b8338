import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { UsageError, UserError } from "../error.ts";
import { fillHashes } from "./fill-hashes.ts";

/** What a new project is made with. */
export interface Beginning {
  place: string;
  publisher: string;
  people: string;
  areas: string;
  /** Reporting year, this year where none is given; the made-up figures are of the five years before it. */
  year: number | undefined;
}

/** A project of a made-up place. */
export const template = fileURLToPath(new URL("../../templates/project", import.meta.url));

/** Letters and marks that YAML takes for text wherever the template has them. */
const plainWords = /^[\p{L}][\p{L}\p{M}\p{N} .'’()/&-]*$/u;

/** Refuses words that would be something else in the files that they are put into. */
export function refuseOdd(beginning: Beginning): void {
  for (const key of ["place", "publisher", "people", "areas"] as const)
    if (!plainWords.test(beginning[key]) || beginning[key].length > 80)
      throw new UsageError(
        `--${key} must be words, of letters, digits, spaces and .'()/&- and at most 80 long, not ${JSON.stringify(beginning[key])}; files can be changed afterwards`,
      );
}

/** Refuses a folder that holds something: nothing is ever overwritten. */
export function emptyFolder(folder: string): void {
  const there = statSync(folder, { throwIfNoEntry: false });
  const holds = there?.isDirectory() ? readdirSync(folder) : [];
  if (there !== undefined && (!there.isDirectory() || holds.length > 0))
    throw new UserError({
      where: { file: folder },
      must: "no folder yet, or an empty one",
      found: there.isDirectory() ? `a folder that holds ${holds.slice(0, 5).join(", ")}` : "a file",
      fix: "name another place: nothing is overwritten",
    });
}

/**
 * Makes a small working project of a made-up place in a folder that is not there yet or is empty. Nothing is ever overwritten.
 *
 * @returns Paths of the files that were written, from the folder on.
 */
export async function begin(folder: string, beginning: Beginning): Promise<string[]> {
  refuseOdd(beginning);
  emptyFolder(folder);
  const { year = new Date().getFullYear() } = beginning;
  const school = (from: number): string => `${from}-${String(from + 1).slice(-2)}`;
  const words: Readonly<Record<string, string>> = {
    PLACE: beginning.place,
    PUBLISHER: beginning.publisher,
    PEOPLE: beginning.people,
    AREAS: beginning.areas,
    YEAR: String(year),
    EARLIER: String(year - 5),
    MIDDLE: String(year - 3),
    LATEST: String(year - 1),
    EARLIER_SCHOOL_YEAR: school(year - 5),
    LATEST_SCHOOL_YEAR: school(year - 2),
  };
  const files = filesIn(template);
  for (const path of files) {
    const text = readFileSync(path, "utf8").replace(
      /__([A-Z_]+?)__/g,
      (_, name: string) => words[name] ?? `__${name}__`,
    );
    const to = join(folder, target(path));
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, text, { flag: "wx" });
  }
  await fillHashes(folder, []);
  return files.map(target).sort();
}

/** npm leaves out files called .gitignore: the template has it by another name. */
const target = (path: string): string =>
  relative(template, path)
    .split(sep)
    .join("/")
    .replace(/^gitignore$/, ".gitignore");

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((one) => (one.isDirectory() ? filesIn(join(folder, one.name)) : [join(folder, one.name)]));
