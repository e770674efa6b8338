import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { root } from "../support/command.ts";
import { pageAt } from "./pages.ts";

const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Record<string, string>;

describe("CITATION.cff", () => {
  const citation = parse(readFileSync(join(root, "CITATION.cff"), "utf8")) as Record<string, unknown>;

  it("has the keys that version 1.2.0 of the Citation File Format asks for, and only those that it knows", () => {
    const asked = ["cff-version", "message", "title", "authors"];
    const known = [...asked, "type", "abstract", "version", "license", "keywords", "date-released", "doi", "url"];
    expect(Object.keys(citation)).toEqual(expect.arrayContaining(asked));
    expect(Object.keys(citation).filter((key) => !known.includes(key))).toEqual([]);
    expect(citation["cff-version"]).toBe("1.2.0");
  });

  it("has the name, version and licence of the package, and the authors of the licence", () => {
    expect(citation).toMatchObject({
      title: manifest["name"],
      version: manifest["version"],
      license: manifest["license"],
    });
    const [author] = citation["authors"] as { name: string }[];
    expect(readFileSync(join(root, "LICENSE"), "utf8")).toContain(author!.name);
  });
});

describe("CHANGELOG.md", () => {
  const versions = pageAt("CHANGELOG.md").text.split(/^## /m).slice(1);

  it("has the version of the package", () => {
    expect(versions.map((part) => part.split("\n")[0])).toContain(manifest["version"]);
  });

  it("parts in each version what changes figures from what changes the program", () => {
    for (const part of versions)
      expect([...part.matchAll(/^### (.+)$/gm)].map((match) => match[1])).toEqual(["Figures change", "Code changes"]);
  });
});
