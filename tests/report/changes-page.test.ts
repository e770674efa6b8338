import { describe, expect, it } from "vitest";
import { sayIn } from "../../src/catalogue/say.ts";
import { causesSentence, changesSummary, revisedCells } from "../../src/narrate/revised.ts";
import { showing } from "../../src/report/gallery.ts";
import { changesPage } from "../../src/report/pages/changes-page.tsx";
import { pageText } from "../../src/report/pages/layout.tsx";
import type { Changes, Revised } from "../../src/results/changes.ts";
import { sampleton } from "../support/fixture.ts";

const say = sayIn(sampleton);

const nothing: Changes = {
  format: "tempcheck.changes.v1",
  previous: { build: "0ld", title: "Sampleton Temperature Check", year: 2023, method: "1" },
  current: { build: "b1d", title: "Sampleton Temperature Check", year: 2024, method: "1" },
  verdicts: [],
  revised: [],
  notRepeated: [],
  appeared: [],
  disappeared: [],
  indicators: { added: [], dropped: [] },
  breakdowns: { added: [], dropped: [] },
  periods: { added: [], dropped: [] },
  groups: { added: [], dropped: [] },
  inputs: [],
  versions: [],
  settings: [],
  stated: [],
  definitions: { added: [], dropped: [] },
};

const revised = (before: number, after: number, more: Partial<Revised> = {}): Revised => ({
  indicator: "accidents",
  dimension: "districts",
  period: "2022",
  what: "group",
  group: "d2",
  label: "Docks <& Harbour>",
  unit: "%",
  before: { value: before, lower: null, upper: null },
  after: { value: after, lower: null, upper: null },
  ...more,
});

const place = { results: sampleton, build: { id: "b1d", version: "0" }, root: "" } as const;
const at = { indicator: "accidents", dimension: "districts" };
const full: Changes = {
  ...nothing,
  verdicts: [
    {
      ...{ ...at, before: "Fairer", after: "No clear change", because: ["new-period", "revised-data"] },
      overall: { before: "worsening", after: "improving" },
      levellingDown: { before: true, after: false },
    },
    {
      ...{ indicator: "debt", dimension: "fifths", before: null, after: "Not enough data", because: ["unknown"] },
      ...{ overall: null, levellingDown: null },
    },
  ],
  revised: [revised(40, 41), revised(40, 50, { period: "2021" })],
  notRepeated: [{ indicator: "debt", period: "2023" }],
  periods: { added: [{ ...at, period: "2022" }], dropped: [] },
  indicators: { added: [], dropped: [{ id: "noise", title: "Noise at night" }] },
  inputs: [{ name: "data-raw/a.csv", before: null, after: "0123456789abcdef" }],
  settings: [{ name: "materiality", before: "0", after: "0.1" }],
};

describe("changesPage", () => {
  const text = (changes: Changes): string => showing([], (charts) => pageText(changesPage(place, changes), charts));
  const html = text(full);

  it("has verdicts with why they changed, revised figures, what is new and gone, and files", () => {
    for (const text of [
      "build 0ld",
      "A new period came in and figures were revised",
      "We can&#39;t tell why",
      "Fairer; the overall level clearly worsened; by levelling down",
      "No clear change; the overall level clearly improved",
      "not repeated",
      "Docks &lt;&amp; Harbour>",
      "Noise at night",
      "0123456789ab<",
      "Least change that counts, as a share",
    ])
      expect(html.replaceAll("can't", "can&#39;t")).toContain(text);
  });

  it("puts the greatest revision first", () => {
    expect(html.indexOf("<td>2021</td>")).toBeLessThan(html.indexOf("<td>2022</td>"));
  });

  it("names each table once, and no id twice", () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(html).not.toMatch(/\bNaN\b|undefined|\[object|>null</);
  });

  it("stays light however much was revised", () => {
    const many = Array.from({ length: 5000 }, (_, i) => revised(40, 41 + i / 1000, { period: String(i) }));
    const page = text({ ...full, revised: many });
    expect(page.length).toBeLessThan(150_000);
    expect(page).toContain("Of 5,000 revised figures the 200 greatest are shown");
  });
});

describe("changesSummary", () => {
  it("says that nothing differs where nothing does", () => {
    expect(changesSummary(say, nothing)).toEqual([
      "Nothing differs: the figures, the verdicts and the files are the same.",
    ]);
  });

  it("says that no verdict changed where other things did", () => {
    const settings = [{ name: "materiality", before: "0", after: "0.01" }];
    expect(changesSummary(say, { ...nothing, settings })).toEqual([
      "No verdict changed.",
      "How the report is made differs.",
    ]);
  });

  it("counts what differs, and no more", () => {
    expect(changesSummary(say, full)).toEqual([
      "2 verdicts changed.",
      "2 figures of earlier periods were revised.",
      "In 1 period of an indicator something differs. It is not shown, because some figures are held back to protect people.",
      "1 new period came in, counted once for each indicator.",
      "1 indicator is gone.",
      "1 file of data or definitions differs.",
      "How the report is made differs.",
    ]);
  });
});

describe("revisedCells", () => {
  it.each<[Revised, string[]]>([
    [revised(40, 42.5), ["40.0%", "42.5%", "2.5 percentage points more"]],
    [revised(42.5, 40), ["42.5%", "40.0%", "2.5 percentage points less"]],
    [revised(40, 40.01), ["40.0%", "40.0%", "too small to show"]],
    [
      revised(40, 40, { after: { value: 40, lower: 38, upper: 42 } }),
      ["40.0%", "40.0% (38.0 to 42.0)", "the interval only"],
    ],
    [revised(1.2, 1.5, { what: "relative", unit: "ratio" }), ["1.20", "1.50", "0.30 more"]],
    [
      revised(10, 12, { what: "absolute" }),
      ["10.0 percentage points", "12.0 percentage points", "2.0 percentage points more"],
    ],
    [revised(75, 76, { unit: "years" }), ["75.0 years", "76.0 years", "1.0 years more"]],
  ])("%#: figure before, figure now, difference", (one, cells) => {
    expect(revisedCells(say, one)).toEqual(cells);
  });
});

describe("causesSentence", () => {
  it("joins every cause", () => {
    expect(causesSentence(say, ["new-period", "new-baseline", "method"])).toBe(
      "A new period came in, it is measured from another period and the method or its settings changed",
    );
  });
});
