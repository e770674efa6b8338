import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { catalogues } from "../../src/catalogue/catalogue.ts";
import { measures } from "../../src/measure/all.ts";
import { kinds } from "../../src/model.ts";
import { noteIds } from "../../src/reasons-and-notes.ts";
import { root } from "../support/command.ts";
import { pageAt } from "./pages.ts";

const { text } = pageAt("docs/method.md");
const sections = new Map(text.split(/^## /m).map((part) => [Number.parseInt(part, 10), part]));

describe("docs/method.md", () => {
  it("has twelve sections", () => {
    expect([...sections.keys()].filter(Number.isFinite)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  it("numbers the rules of each section from 1 on", () => {
    for (const [section, part] of sections) {
      if (!Number.isFinite(section)) continue;
      const rules = [...part.matchAll(/^(\d+)\.(\d+)\. /gm)].map(([, of, rule]) => [Number(of), Number(rule)]);
      expect(rules).toEqual(rules.map((_, i) => [section, i + 1]));
    }
  });

  it("lists every measure with its definition and the dimensions it is for", () => {
    const listed = [...sections.get(4)!.matchAll(/^\| `(\w+)` \| `([\w.-]+)` \| ([\w, ]+) \|/gm)].map(
      ([, id, definition, of]) => [id!, definition!, of!],
    );
    const of = (orders: readonly string[]): string => (orders.length === 3 ? "all" : orders.join(", "));
    const known = measures.map(({ id, definition, orders }) => [id, definition, of(orders)]);
    expect(listed.sort()).toEqual(known.sort());
  });

  it("lists every kind of figure", () => {
    const listed = [...sections.get(2)!.matchAll(/^\| `([\w-]+)` \|/gm)].map(([, kind]) => kind!);
    expect(listed.sort()).toEqual([...kinds].sort());
  });

  it("names every verdict", () => {
    expect(
      Object.values(catalogues["en-GB"].verdict.labels).filter((label) => !sections.get(6)!.includes(label)),
    ).toEqual([]);
  });

  it("says when a figure bears which note", () => {
    const ids = noteIds.filter((id) => id !== "suppressed");
    expect(ids.filter((id) => !text.includes(`\`${id}\``))).toEqual([]);
  });

  it("has the sections that code cites", () => {
    const sources = ["src", "tests", "scripts"].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
        .filter((path) => /\.(tsx?|sql|py)$/.test(path))
        .map((path) => readFileSync(join(root, folder, path), "utf8")),
    );
    const cited = sources.flatMap((source) =>
      [...source.matchAll(/docs\/method\.md,? sections? (\d+)/g)].map((match) => Number(match[1])),
    );
    expect(cited.length).toBeGreaterThan(10);
    expect(cited.filter((section) => !sections.has(section))).toEqual([]);
  });
});
