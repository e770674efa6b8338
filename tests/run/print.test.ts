import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { chromiumPath, requireChromium } from "../../src/run/chromium.ts";
import { dated, isWhole, printToPdf } from "../../src/run/print.ts";
import { temporaryFolder } from "../support/command.ts";

const chromium = chromiumPath();
if (chromium === undefined && process.env["CI"]) throw new Error("no Chromium, which CI must have");

const page = `<!doctype html><html lang="cy"><title>Ffigurau</title><style>p { break-before: page; }</style>
<h1>One</h1><p>a</p><h2>Two</h2><p>b</p>`;

describe("printToPdf", () => {
  const program = (script: string): string => {
    const path = join(temporaryFolder(), "chromium");
    writeFileSync(path, `#!/bin/sh\n${script}\n`);
    chmodSync(path, 0o755);
    return path;
  };
  const half = 'for a; do case "$a" in --print-to-pdf=*) printf %%PDF-1.4 > `echo "$a" | cut -d= -f2`;; esac; done';

  it.each([
    ["fails", "echo 'Out of paper' >&2; exit 3", /found: none: ended with 3; Out of paper\n/],
    ["writes nothing", "exit 0", /found: none\n/],
    ["stops half way", half, /found: none\n/],
  ])("says what went wrong when Chromium %s", async (_, script, found) => {
    await expect(printToPdf(page, program(script))).rejects.toThrow(found);
  });

  it.skipIf(chromium === undefined)(
    "gives a PDF with tags, bookmarks, title and language (skipped where there is no Chromium)",
    async () => {
      const pdf = await printToPdf(page, chromium as string);
      expect(isWhole(pdf)).toBe(true);
      const text = Buffer.from(pdf).toString("latin1");
      expect(text).toMatch(/\/MarkInfo\s*<<\s*\/Type \/MarkInfo\s*\/Marked true/);
      expect(text).toContain("/Lang (cy)");
      expect(text.match(/\/Title \([^)]*\)/g)?.sort()).toEqual(["/Title (Ffigurau)", "/Title (One)", "/Title (Two)"]);
      expect(text).toMatch(/\/Type \/Outlines/);
      const again = await printToPdf(page, chromium as string);
      expect(Buffer.from(dated(again, "0")).equals(dated(pdf, "0"))).toBe(true);
    },
  );
});

describe("requireChromium", () => {
  afterEach(() => vi.unstubAllEnvs());

  it("gives the one that the variable CHROMIUM names", () => {
    vi.stubEnv("CHROMIUM", process.execPath);
    expect(requireChromium()).toBe(process.execPath);
  });

  it("takes no other where that one is missing, and says what to do", () => {
    vi.stubEnv("CHROMIUM", "/nowhere/chromium");
    expect(requireChromium).toThrowErrorMatchingInlineSnapshot(`
      [UserError: /nowhere/chromium
        must:  a Chromium or Chrome, which prints the report
        found: no file at this place, which the variable CHROMIUM names
        do:    install it (apt-get install -y chromium), or name it: CHROMIUM=/path/to/chromium; or print the file of build --single-file from any browser]
    `);
  });
});

describe("dated", () => {
  const pdf = Buffer.from(
    "/CreationDate (D:20261125183907+00'00')\n/ModDate (D:20261125183907+00'00')>> \u00ff",
    "latin1",
  );

  it("puts the date of SOURCE_DATE_EPOCH in place of the day's, at the same length", () =>
    expect(Buffer.from(dated(pdf, "1700000000")).toString("latin1")).toBe(
      "/CreationDate (D:20231114221320+00'00')\n/ModDate (D:20231114221320+00'00')>> \u00ff",
    ));

  it.each([undefined, "", "soon"])("leaves the dates where it is %j", (epoch) =>
    expect(dated(pdf, epoch)).toEqual(pdf),
  );
});
