import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folded } from "../../src/cli/reporter.ts";
import { checkoutCommand, root, run } from "../support/command.ts";

/** A project of three indicators, where the command and not its figures is tested. */
const small = ["--project", join(root, "tests/problems/base")];

const json = (text: string): Record<string, unknown>[] =>
  text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe("tempcheck", () => {
  it("prints its commands", async () => {
    const { code, out } = await run(["--help"]);
    expect(code).toBe(0);
    expect(out).toMatchInlineSnapshot(`
      "Usage: tempcheck [options] [command]

      Measures inequality the same way every time and turns it into an annual report.

      Options:
        -V, --version                  output the version number
        -h, --help                     display help for command

      Commands:
        build [options]                compute everything, draw the report and put it
                                       in place
        preview [options]              serve the report to this machine, and make it
                                       anew whenever a file of the project is saved
        check [options]                do everything short of drawing the report
        audit [options]                what is published, what is held back, why, and
                                       what that could be from outside; for sign-off
        list [options]                 the indicators that the project declares
        value [options]                what programmes return for each pound put in,
                                       as a range
        explain [options] <indicator>  one gap, or what a programme returns, worked
                                       through with its figures
        pdf [options]                  print the report to a tagged PDF with
                                       bookmarks; needs Chromium
        card [options] <indicator>     draw one gap as a picture of 1200 by 630 for
                                       slides and social posts, and print its
                                       alternative text
        init [options] <dir>           make a small working project of a made-up
                                       place, with comments that teach; overwrites
                                       nothing
        describe [options] <file>      what a file holds: sheets, headers, columns
                                       with types, blanks, markers, outliers, totals,
                                       periods, codes
        hash [options] [datasets...]   write the sha256 of files into dataset.yaml,
                                       where it is missing or another
        verify [options] <dir>         hold a published report against the hashes in
                                       its manifest; with its project, build it again
                                       and compare
        new-year [options]             roll the project on to its next year: shows
                                       what it would change, and changes it with
                                       --write
        fetch [options] [datasets...]  get the files of datasets anew from where they
                                       declare, and show what would change; --yes
                                       writes
        compare [options] <old> <new>  what differs between two outputs: every figure
                                       that changed and why, every verdict that
                                       changed
        measures [options]             every measure of the method: definition,
                                       formula, source
        measure [options] [file]       the measures of groups read from JSON or CSV
        judge [options] [file]         change, scatter, trend and verdict of series of
                                       gaps read from JSON
        estimate [options] [file]      values with intervals from counts, samples and
                                       life tables read from JSON or CSV
        answer                         what measure, judge and estimate answer, for
                                       questions that come line by line; see
                                       docs/conformance.md
        conform [options] <command>    hold another program to the method: its answers
                                       to questions whose answers are known from
                                       elsewhere
        help [command]                 display help for command
      "
    `);
  });

  it("prints the options of build", async () => {
    const { code, out } = await run(["build", "--help"]);
    expect(code).toBe(0);
    expect(out).toMatchInlineSnapshot(`
      "Usage: tempcheck build [options]

      compute everything, draw the report and put it in place

      Options:
        --project <dir>   folder with tempcheck.yaml (default: ".")
        --year <year>     reporting year; figures that end later are left out
        --json            one JSON object per line, for other programs
        --quiet           print errors alone
        --place <id>      one place of a project that has several
        --out <dir>       where the output goes (default: outputs/<year> of the
                          project)
        --indicator <id>  show this indicator only; repeat for more
        --strict          refuse to build while there are notes
        --previous <dir>  earlier output to compare with: revised figures, new
                          periods, changed verdicts
        --internal        hold nothing back: for sign-off, in a folder whose name says
                          that it is not for publication
        --single-file     also write the whole report as one HTML file, for e-mail and
                          committee packs
        --pictures        also draw each chart as a PNG, and a picture for shared
                          links: for what is published
        --fresh           use nothing that earlier builds left: for whoever doubts it;
                          the bytes are the same
        -h, --help        display help for command
      "
    `);
  });

  it.each([
    [["frobnicate"], /unknown command 'frobnicate'/],
    [["check", "--colour"], /unknown option '--colour'/],
    [["check", "--year", "soon"], /It must be a year from 1900 to 2200/],
    [["preview", "--port", "0"], /It must be the number of a port, from 1 to 65535/],
    [["explain"], /missing required argument 'indicator'/],
    [["check", "--indicator", "happiness"], /no indicator happiness; there are absence-social-care, /],
    [
      ["explain", "claims", "--dimension", "sex", ...small],
      /no dimension sex for claims; there are deprivation-third, area/,
    ],
  ])("takes %j for a mistake in usage: 2", async (args, message) => {
    const { code, out, err } = await run(args);
    expect(code).toBe(2);
    expect(out).not.toMatch(/^(judge|measure|narrate|report)/m);
    expect(err).toMatch(message);
    expect(err).not.toMatch(/^\s+at /m);
  });

  it("takes a folder without tempcheck.yaml for the user's input: 1", async () => {
    const empty = mkdtempSync(join(tmpdir(), "tempcheck-test-"));
    const { code, err } = await run(["check", "--project", empty]);
    expect(code).toBe(1);
    expect(err).toMatchInlineSnapshot(`
      "tempcheck.yaml
        must:  a project has a file of this name
        found: no such file in the project folder
        do:    run tempcheck in the folder that holds tempcheck.yaml, or name it with --project

      1 fault. Nothing was written; the last output is as it was.
      "
    `);
  });

  it("works from any folder, in a checkout too", async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), "tempcheck-test-"));
    const { code, out } = await run(["check", ...small], { cwd: elsewhere, command: checkoutCommand });
    expect(code).toBe(0);
    expect(out).toMatch(/comparisons: 5 are sound/);
  });
});

describe("tempcheck check", () => {
  it("says its stages in plain lines where nobody watches", async () => {
    const { out } = await run(["check", "--indicator", "claims", ...small]);
    expect(out.split("\n").map((line) => line.split(":")[0])).toEqual(
      expect.arrayContaining(["define", "ingest", "measure", "disclose"]),
    );
    expect(out).not.toContain("\u001b");
  });

  it("prints a line for every comparison, and calls sound what has a gap", async () => {
    const { out } = await run(["check", ...small]);
    const lines = out.split("\n").filter((line) => !/^(define|ingest|measure|disclose|note): /.test(line));
    expect(lines.join("\n")).toMatchInlineSnapshot(`
      "claims: Claims
        deprivation-third  2024          8.0 percentage points (6.7 to 9.3)  3.9 (3.1 to 4.8)  Cannot tell yet: since the baseline, 2022 to 2024.
        area               2024          2.1 percentage points (1.7 to 2.4)  35% (29 to 41)    Cannot tell yet: since the baseline, 2022 to 2024.
      cold-homes: Cold homes
        town-side          January 2024  10 percentage points (6 to 15)      1.9 (1.4 to 2.5)  Not compared: first figures. Figures of one period only are shown, so there is no change to tell yet.
        deprivation-third  January 2024  22 percentage points (13 to 30)     4 (2 to 8)        Not compared: first figures. Figures of one period only are shown, so there is no change to tell yet.
      reading: Reading
        language           2023-24       3.2 percentage points (0.0 to 4.8)  4% (0 to 7)       Not compared: series broken. There is a break in the series from 2023-24: The test changed.
      5 comparisons: 5 are sound, with a gap, 2 with a change tested. 4 notes.
      "
    `);
  });

  it("prints why a comparison has no gap, and does not call it sound", async () => {
    const { out } = await run(["check", "--year", "2021", ...small]);
    expect(out).toMatch(/^ {2}language +No gap: there are no figures up to 2021\.$/m);
    expect(out).toMatch(/^5 comparisons: none is sound, 0 with a change tested; 5 without a gap\. \d+ notes?\.$/m);
  });

  it("says nothing when quiet", async () => {
    expect(await run(["check", "--quiet", ...small])).toEqual({ code: 0, out: "", err: "" });
  });

  it("prints one JSON object per line with --json", async () => {
    const { out } = await run(["check", "--json", ...small]);
    const events = json(out);
    expect(events.at(0)).toMatchObject({ event: "stage", stage: "define" });
    expect(events.filter(({ event }) => event === "note").length).toBeGreaterThan(0);
    const compared = events.filter(({ event }) => event === "comparison");
    expect(compared).toHaveLength(5);
    expect(compared[0]).toEqual({
      ...{ event: "comparison", indicator: "claims", dimension: "deprivation-third", period: "2024" },
      absolute: {
        value: expect.any(Number),
        lower: expect.any(Number),
        upper: expect.any(Number),
        unit: "percentage points",
      },
      relative: { value: expect.any(Number), lower: expect.any(Number), upper: expect.any(Number), unit: "ratio" },
      ...{ verdict: "cannot-tell", basis: "since-baseline", since: "2022", until: "2024", text: expect.any(String) },
    });
    expect(events.at(-1)).toMatchObject({ event: "done", indicators: 3, comparisons: 5, withGap: 5, tested: 2 });
  });

  it("fails on notes with --strict, each as a fault", async () => {
    const { code, err } = await run(["check", "--strict", "--json", ...small]);
    expect(code).toBe(1);
    const faults = json(err);
    expect(faults.every(({ event }) => event === "fault")).toBe(true);
    expect(faults.map(({ where }) => (where as { file: string }).file)).toContain("indicators/reading.yaml");
  });
});

describe("tempcheck list", () => {
  it("lists every indicator under its theme", async () => {
    const { out } = await run(["list", "--json"]);
    expect(json(out)).toContainEqual({
      event: "line",
      theme: "work",
      indicator: "claimants",
      title: expect.any(String),
      dimensions: ["ward-deprivation-quintile", "ward"],
    });
  });
});

describe("folded", () => {
  it("takes what does not fit a terminal to lines of their own, indented, and loses no word", () => {
    const line = "  deprivation-third  2024  8.0 percentage points (6.7 to 9.3)  Cannot tell yet: since the baseline.";
    const lines = folded(line, 40).split("\n");
    expect(lines.every((one) => one.length <= 40)).toBe(true);
    expect(lines.slice(1).every((one) => one.startsWith("      "))).toBe(true);
    expect(lines.join(" ").split(/\s+/)).toEqual(line.split(/\s+/));
  });

  it("leaves a word that is longer than the terminal whole", () => {
    const word = "x".repeat(100);
    expect(folded(word, 40)).toBe(word);
  });
});
