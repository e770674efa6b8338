import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../support/command.ts";

export interface Page {
  path: string;
  text: string;
}

const loose = readdirSync(root).filter((name) => name.endsWith(".md"));
const inDocs = readdirSync(join(root, "docs"))
  .filter((name) => name.endsWith(".md"))
  .map((name) => `docs/${name}`);

/** The pages that people read in the repository. */
export const pages: readonly Page[] = [...loose, ...inDocs].map((path) => ({
  path,
  text: readFileSync(join(root, path), "utf8"),
}));

export const pageAt = (path: string): Page => pages.find((page) => page.path === path)!;

/** The text between single backticks, outside blocks of code. */
export const codeIn = ({ text }: Page): string[] =>
  [...withoutBlocks(text).matchAll(/`([^`]+)`/g)].map((match) => match[1]!.replace(/\s+/g, " "));

export const withoutBlocks = (text: string): string => text.replace(/^```[\s\S]*?^```/gm, "");

/** The fragments that headings answer to, as code hosts make them. */
export const anchorsOf = ({ text }: Page): string[] =>
  [...withoutBlocks(text).matchAll(/^#+ (.+)$/gm)].map((match) =>
    match[1]!
      .toLowerCase()
      .replace(/[^\p{Letter}\p{Number}\s_-]/gu, "")
      .replace(/\s/g, "-"),
  );

export const isThere = (path: string): boolean => existsSync(join(root, path));
