import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";
import { anchorsOf, codeIn, isThere, pages, withoutBlocks } from "./pages.ts";

/** Links and pictures that lead to somewhere in the repository. */
const linksOf = (text: string): string[] =>
  [...withoutBlocks(text).matchAll(/\]\(([^()\s]+)\)/g)]
    .map((match) => match[1]!)
    .filter((target) => !/^[a-z]+:/.test(target));

/** Folders that are in every checkout; what a build or a test makes is not. */
const ours = /^(bin|commentary|docs|schemas|scripts|src|tests)\/[\w./-]*$/;

describe.each(pages)("$path", (page) => {
  it("links to files and headings that are there", () => {
    const broken = linksOf(page.text).filter((link) => {
      const [file, anchor] = link.split("#");
      const path = file === "" ? page.path : normalize(join(dirname(page.path), file!));
      if (!isThere(path)) return true;
      const target = pages.find((one) => one.path === path);
      return anchor !== undefined && !(target && anchorsOf(target).includes(anchor));
    });
    expect(broken).toEqual([]);
  });

  it("names files that are there", () => {
    const named = codeIn(page).flatMap((code) => code.split(" ").filter((word) => ours.test(word)));
    expect(named.filter((path) => !isThere(path))).toEqual([]);
  });
});
