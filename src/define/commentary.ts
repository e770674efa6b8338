import type { z } from "zod";
import type { Fault } from "../error.ts";
import { markdownFaults } from "./markdown-rules.ts";
import { day, object, text } from "./schema.ts";
import { type Read, readYaml } from "./yaml-file.ts";

/** Front matter of a commentary: who wrote it, and when. */
export const commentarySchema = object({
  author: text.describe("Who signs: a person, a group or a team"),
  date: day.describe("When it was written"),
  role: text.optional().describe("What the author is to the place or the figures"),
}).meta({ title: "tempcheck commentary" });

/** What a text is about: one indicator, one theme, or the report as a whole. */
export type About = { of: "indicator" | "theme"; id: string } | { of: "report" };

/** The text about the whole report, and the folder of those about themes, from the folder of commentaries on. */
const SUMMARY = "summary";
export const THEME_TEXTS = "themes";

/** What people wrote, signed and dated. */
export interface Commentary extends z.infer<typeof commentarySchema> {
  /** From the file's name and folder. */
  about: About;
  /** The text below the front matter, as written. */
  markdown: string;
}

/** What somebody tells of a programme. */
export interface Story extends Omit<Commentary, "about"> {
  programme: string;
}

/** What the text in a file is about, by its path from the folder of commentaries on. */
export function aboutOf(path: string): About {
  const name = path.slice(0, -".md".length);
  if (name.startsWith(`${THEME_TEXTS}/`)) return { of: "theme", id: name.slice(THEME_TEXTS.length + 1) };
  return name === SUMMARY ? { of: "report" } : { of: "indicator", id: name };
}

/** What of a text the results hold, where there is one that fits. */
export function writtenOn(commentaries: readonly { value: Commentary }[], isMeant: (about: About) => boolean) {
  const found = commentaries.find(({ value }) => isMeant(value.about))?.value;
  if (found === undefined) return null;
  const { author, role = null, date, markdown } = found;
  return { author, role, date, markdown };
}

export const MOST_CHARACTERS = 20_000;

const fence = /^---[ \t]*$/;

/** Reads a commentary: front matter between two lines of three hyphens, then Markdown. All faults come with their line. */
export function readCommentary(source: string, file: string): Read<Omit<Commentary, "about">> {
  if (source.length > MOST_CHARACTERS)
    return {
      faults: [
        {
          where: { file },
          must: `at most ${MOST_CHARACTERS} characters`,
          found: `${source.length} characters`,
          fix: "shorten it, and link to the longer text",
        },
      ],
    };
  const lines = source.replace(/^\ufeff/, "").split(/\r\n|\r|\n/);
  const end = lines.findIndex((line, i) => i > 0 && fence.test(line));
  if (!fence.test(lines[0] ?? "") || end < 0) return { faults: [noFrontMatter(file, lines, end)] };
  // The line of hyphens is left in as an empty one, so that positions are those of the file.
  const front = readYaml(["", ...lines.slice(1, end)].join("\n"), file, commentarySchema);
  const markdown = lines.slice(end + 1).join("\n");
  const faults = markdownFaults(markdown, file, end + 1);
  if ("faults" in front) return { faults: [...front.faults, ...faults] };
  if (markdown.trim() === "") faults.push(nothingSaid(file, end + 2));
  if (faults.length > 0) return { faults };
  return { value: { ...front.value, markdown: markdown.trim() }, yaml: front.yaml };
}

const noFrontMatter = (file: string, lines: readonly string[], end: number): Fault => ({
  where: { file, line: 1 },
  must: "author and date between two lines of three hyphens, at the top of the file",
  found: fence.test(lines[0] ?? "") && end < 0 ? "no second line of three hyphens" : "another first line",
  fix: "begin the file with ---, author: ..., date: YYYY-MM-DD, ---",
});

const nothingSaid = (file: string, line: number): Fault => ({
  where: { file, line },
  must: "text below the front matter",
  found: "nothing",
  fix: "write the commentary, or take the file away",
});
