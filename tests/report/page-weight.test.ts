import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { root } from "../support/command.ts";
import { builtManchester } from "../support/manchester.ts";

let report: string;
beforeAll(async () => {
  report = join(await builtManchester(), "report");
});

const sizeOf = (path: string): number => statSync(path).size;

/** Bytes of a page with everything that it loads by itself: styles, typefaces, scripts, pictures. */
function weight(page: string): number {
  const path = join(report, page);
  const html = readFileSync(path, "utf8");
  const loaded = [...html.matchAll(/<(?:link rel="stylesheet" href|script[^>]* src|img[^>]* src)="([^"]+)"/g)];
  const files = loaded.map(([, href]) => join(dirname(path), href!)).filter((file) => !file.includes("data:"));
  const fonts = readdirSync(join(report, "fonts")).filter((name) => name.endsWith(".woff2"));
  expect(files.some((file) => file.endsWith("style.css"))).toBe(true);
  expect(fonts.length).toBeGreaterThan(0);
  return [path, ...files, ...fonts.map((name) => join(report, "fonts", name))].reduce((sum, at) => sum + sizeOf(at), 0);
}

describe("Manchester's report", () => {
  it("has a first page of less than 400 kB", () => expect(weight("index.html")).toBeLessThan(400_000));

  it("has no page of an area of 250 kB or more", () => {
    for (const page of readdirSync(join(report, "wards"))) expect(weight(`wards/${page}`), page).toBeLessThan(250_000);
  });

  it("has no page of an indicator of 600 kB or more", () => {
    const pages = readdirSync(join(report, "indicators"));
    expect(pages).toHaveLength(readdirSync(join(root, "indicators")).length);
    for (const page of pages) expect(weight(`indicators/${page}`), page).toBeLessThan(600_000);
  });
});
