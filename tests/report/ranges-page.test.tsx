import { rmSync } from "node:fs";
import { renderToString } from "preact-render-to-string";
import { afterAll, describe, expect, it } from "vitest";
import { breakdownsOf } from "../../src/narrate/breakdown.ts";

import { KeyFigures } from "../../src/report/pages/key-figures.tsx";
import { Notes } from "../../src/report/pages/notes-part.tsx";
import { temporaryFolder } from "../support/command.ts";
import { groupsDimension, publishableOf, small } from "../support/ranges-project.ts";

const folder = temporaryFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** 20 and a count more of 1,000, beside 10 of 1,000. */
async function breakdown(cell: string | number) {
  const rows = [
    [1, 2024, "A", 20, 700],
    [1, 2024, "B", cell, 300],
    [2, 2024, "A", 10, 1000],
  ];
  const results = await publishableOf(folder, small(rows, { dimensions: groupsDimension(2, "type: pair") }));
  return breakdownsOf(results, results.indicators[0]!)[0]!;
}

describe("the page of an indicator with counts in ranges", () => {
  it("says beside each gap how far they leave it open", async () => {
    const figures = renderToString(<KeyFigures b={await breakdown("1-9")} />);
    expect(figures).toContain("anything from 1.1 to 1.9, by where the counts held back or given as ranges lie");
    expect(figures.match(/anything from/g)).toHaveLength(2);
    expect(renderToString(<KeyFigures b={await breakdown(5)} />)).not.toContain("anything from");
  });

  it("says how many counts are ranges, and of which groups", async () => {
    const page = renderToString(<Notes b={await breakdown("1-9")} />);
    expect(page).toContain("../method.html#note-counts-in-ranges");
    expect(page).toContain("One of the counts is given as a range.");
    expect(page).toContain("could make the absolute gap anything from 1.1 to 1.9 percentage points.");
  });
});
