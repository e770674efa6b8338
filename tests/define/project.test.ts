import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { projectSchema } from "../../src/define/project.ts";
import { root } from "../support/command.ts";

const declared = parse(readFileSync(join(root, "tempcheck.yaml"), "utf8")) as { licence?: object };

describe("a project", () => {
  it("may say where it is published; the address then ends in a slash", () => {
    expect(projectSchema.parse({ ...declared, url: "https://example.org/check" }).url).toBe(
      "https://example.org/check/",
    );
    expect(projectSchema.parse({ ...declared, url: "https://example.org/" }).url).toBe("https://example.org/");
    expect(projectSchema.safeParse({ ...declared, url: "example.org" }).success).toBe(false);
  });

  it("has the licence that it names, and no other country's where it names none", () => {
    const { licence: _, ...none } = declared;
    expect(projectSchema.parse(none).licence).toBeUndefined();
    expect(projectSchema.parse(declared).licence).toEqual(declared.licence);
  });

  it("follows the second edition of the method unless it names the first, in a number or a block", () => {
    const method = (given: unknown) => projectSchema.parse({ ...declared, method: given }).method;
    const { edition: _, ...settings } = method(undefined);
    expect(method(undefined)).toMatchObject({ edition: 2, confidence: 0.95 });
    expect(method(1)).toEqual({ edition: 1, ...settings });
    expect(method(2)).toEqual(method(undefined));
    expect(method({ edition: 1, materiality: 0.1 })).toEqual({ edition: 1, ...settings, materiality: 0.1 });
    for (const wrong of [3, "1", null, { edition: 0 }, { version: 1 }])
      expect(projectSchema.safeParse({ ...declared, method: wrong }).success, JSON.stringify(wrong)).toBe(false);
  });
});
