import { beforeAll, describe, expect, it } from "vitest";
import { accented } from "../../src/catalogue/accented.ts";
import { catalogues } from "../../src/catalogue/catalogue.ts";
import { sayIn } from "../../src/catalogue/say.ts";
import { told as written } from "../../src/catalogue/told.ts";
import { tables } from "../../src/export/all-tables.ts";
import { exportResults, exportTables, type Put } from "../../src/export/export.ts";
import { sheets } from "../../src/export/workbook/workbook.ts";
import { formulaParts, measures } from "../../src/measure/all.ts";
import { breakdownsOf } from "../../src/narrate/breakdown.ts";
import { measuresTable } from "../../src/partner/terminal-tables.ts";
import { card } from "../../src/report/card/card.ts";
import { comparisonsOf } from "../../src/report/comparisons.ts";
import { explain } from "../../src/report/explain.ts";
import { inFolder, render } from "../../src/report/render.ts";
import type { Publishable } from "../../src/results/results.ts";
import { readAssets } from "../../src/run/read-assets.ts";
import { differences } from "../support/changes.ts";
import { sampleton } from "../support/fixture.ts";
import { owned } from "../support/owned.ts";

/**
 * A language is one folder. What a catalogue says bears an accent on every letter, and what is handed to it does not: so
 * what has none is what the project wrote, or a text that no translator would ever see.
 */

/** Letters of formulas, sources and ids are the same in every language. */
const kept = [
  ...measures.flatMap(({ definition, source }) => [definition, source.citation, source.doi ?? ""]),
  ...measures.flatMap(formulaParts),
  ...Object.keys(catalogues["en-GB"].notes),
  "results.json",
  "changes.json",
  "tempcheck",
  "b1d",
];

/** Letters of formulas in the working, and units of size. */
const letters = new Set(["ln", "mu", "par", "per", "doi", "KB", "MB"]);

const decoded = (text: string): string =>
  text.replace(
    /&(amp|lt|gt|quot|#39);/g,
    (_, name: string) => ({ amp: "&", lt: "<", gt: ">", quot: '"' })[name] ?? "'",
  );

/** Text of pictures is broken into lines: there, words that a project wrote count one by one. */
const wordsInPictures = new Set(owned(sampleton).flatMap((text) => (text.length < 60 ? text.split(/\W+/) : [])));

/** What readers see or hear of a page: its text, and the attributes that are read out. */
function told(html: string): string[] {
  const pictures = [...html.matchAll(/<text\b[^>]*>(.*?)<\/text>/gs)].map(([, text = ""]) =>
    text.replace(/<[^>]+>/g, " ").replace(/[A-Za-z]+/g, (word) => (wordsInPictures.has(word) ? " " : word)),
  );
  const body = html.replace(/<(script|style|code|text)\b.*?<\/\1>/gs, " ");
  const heard = [
    ...body.matchAll(/ (?:aria-label|alt|data-caption|data-group|data-all|data-reset|data-shown)="([^"]*)"/g),
    ...body.matchAll(/<meta name="description" content="([^"]*)"/g),
  ];
  const seen = body.split(/<[^>]+>/);
  return [...pictures, ...heard.map(([, text = ""]) => text), ...seen]
    .map(decoded)
    .map((text) => text.replace(/\{(shown|all)\}/g, " "))
    .filter((text) => /[A-Za-z]{2}/.test(text));
}

const results = { ...sampleton, language: "en-XA" } as Publishable;
const whole = tables(results);
let pages: { path: string; content: string }[];
let data: { path: string; content: string | Uint8Array }[];
beforeAll(async () => {
  data = [];
  const exporting = { results, written: written(results), whole, build: "b1d" };
  const put: Put = (file) => void data.push(file);
  const offered = await exportTables(exporting, { parquet: async () => new Uint8Array(), put });
  const downloads = exportResults(exporting, { offered, put });
  const build = { id: "b1d", version: "0.0.0", downloads, changes: differences };
  const files = inFolder(await render(results, { build, assets: readAssets() }, () => {}));
  pages = files.flatMap(({ path, content }) =>
    path.endsWith(".html") && typeof content === "string" ? [{ path, content }] : [],
  );
}, 60_000);

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
const ours = [...new Set([...owned(sampleton), ...kept].flatMap((text) => [text, lower(text)]))]
  .filter((text) => /[A-Za-z]{2}/.test(text))
  .sort((a, b) => b.length - a.length);

/** What is left of texts without an accent, once what a project wrote is taken out. */
function english(texts: readonly string[]): string[] {
  const left = texts.flatMap((text) => {
    const rest = ours.reduce((left, own) => left.replaceAll(own, " "), text);
    return (rest.match(/[A-Za-z]{2,}/g) ?? []).filter((word) => !letters.has(word)).length > 0 ? [rest.trim()] : [];
  });
  return [...new Set(left)];
}

describe("a report in another language", () => {
  it("has no word of English left, but for what the project wrote", () => {
    const found = pages.flatMap(({ path, content }) => english(told(content)).map((text) => `${path}: ${text}`));
    expect(found).toEqual([]);
  });

  it("offers its data in that language too", () => {
    const offering = pages.filter(({ content }) => content.includes('class="downloads"'));
    expect(offering.length).toBeGreaterThan(5);
  });

  it("has a workbook in that language, but for ids and what the project wrote", () => {
    const found = sheets({ results, whole, build: "b1d" }).flatMap(({ name, title, lines, table }) => {
      const headers = table?.columns.map(({ header }) => header) ?? [];
      const cells = table?.rows.flat().map((cell) => (typeof cell === "object" ? cell.text : String(cell))) ?? [];
      return english([name, title, ...lines, ...headers, ...cells]).map((text) => `${name}: ${text}`);
    });
    expect(found).toEqual([]);
  });

  it("describes its CSV files in that language", () => {
    const described = data.filter(({ path }) => path.endsWith("csv-metadata.json"));
    expect(described.length).toBeGreaterThan(5);
    for (const { path, content } of described) {
      const texts = [...String(content).matchAll(/"dc:(?:title|description)": "([^"]*)"/g)].map(
        ([, text = ""]) => text,
      );
      expect(english(texts), path).toEqual([]);
    }
  });

  it("has cards in that language, with their text", () => {
    const found = results.indicators.flatMap((indicator) =>
      breakdownsOf(results, indicator).flatMap((b) => {
        const { svg, alt } = card(b, { id: "b1d", version: "0.0.0" });
        return english([...told(svg), alt]).map((text) => `${b.name}: ${text}`);
      }),
    );
    expect(found).toEqual([]);
  });

  it("is explained in that language on a terminal", () => {
    const found = results.indicators.flatMap((indicator) =>
      indicator.dimensions.flatMap(({ dimension }) => english(explain(results, indicator, dimension))),
    );
    expect(found).toEqual([]);
  });

  it("has check speak that language of every comparison", () => {
    const compared = comparisonsOf(results).flatMap(({ heading, comparisons }) => [
      heading,
      ...comparisons.map(({ line }) => line),
    ]);
    expect(compared).toHaveLength(8);
    expect(english(compared)).toEqual([]);
  });

  it("has its commands speak that language, with one thing as one", () => {
    const { terminal, counted } = sayIn(results);
    const [one, many] = [counted(1), counted(1234)];
    const said = [
      terminal.built(one, many, "results.json"),
      terminal.checked(many, one, many, one, many),
      terminal.checked(one, counted(0), counted(0), one, one),
      terminal.indicator("b1d", "b1d"),
      ...(["since-baseline", "overlapping", "borrowed-error", "trend"] as const).map((basis) =>
        terminal.rests("b1d", { basis, since: "1", until: "2" }),
      ),
      terminal.noFigures("1"),
      terminal.noGap("b1d"),
      terminal.noRelative("b1d"),
      terminal.putTogether.replace("match", "").replace("tempcheck.yaml", ""),
      terminal.noteAt("b1d", "b1d", "b1d"),
      terminal.noIndicator,
      terminal.pdf("results.json"),
      terminal.card("results.json", "results.json"),
      ...terminal.gapsOfScenario("95%"),
      ...terminal.gapsOfSeries,
      terminal.scenario,
      terminal.overall("1", terminal.interval("0", "2")),
      terminal.headlineGaps("b1d", "b1d"),
      terminal.note("b1d"),
      terminal.nothing("b1d"),
      terminal.items(many),
      terminal.overallLevel("1", "2", "b1d"),
      terminal.judged("b1d", "b1d", "b1d", "b1d"),
      terminal.levellingDown,
    ];
    const ids = new Set<string>(measures.map(({ id }) => id));
    const listed = measuresTable(measures, sayIn(results)).replace(/^\w+/gm, (id) => (ids.has(id) ? "" : id));
    expect(english([...said, ...listed.split("\n")])).toEqual([]);
    const plain = sayIn({ language: "en-GB" });
    const none = counted(0);
    expect(plain.terminal.checked(one, one, none, none, one)).toBe(
      "1 comparison: 1 is sound, with a gap, 0 with a change tested. 1 note.",
    );
    expect(plain.terminal.checked(many, none, none, many, none)).toBe(
      "1,234 comparisons: none is sound, 0 with a change tested; 1,234 without a gap. 0 notes.",
    );
  });

  it("has formulas of letters and symbols, with the words around them in the catalogue", () => {
    const symbols = new Set("sqrt max sum abs ln mu ref best SII RII ACI RCI PAR PAF".split(" "));
    const words = measures.flatMap(({ formula }) => formula.match(/[A-Za-z]{2,}/g) ?? []);
    expect(words.filter((word) => !symbols.has(word))).toEqual([]);
    const told = measures.map((one) => sayIn(results).method.measureFormula(one.id, formulaParts(one)));
    expect(english(told)).toEqual([]);
  });

  it("writes its sentences to results.json in that language", () => {
    const texts: string[] = [];
    JSON.stringify(written(results), (key, value) => {
      if (["text", "label", "rule", "name"].includes(key) && typeof value === "string") texts.push(value);
      return value as unknown;
    });
    expect(texts.length).toBeGreaterThan(50);
    expect(english(texts)).toEqual([]);
  });

  it("lets no English through that another part hands to a function of the catalogue", () => {
    const words = catalogues["en-XA"];
    expect(english([words.writing.cannotTell("how big it is", "Nobody knows")])).toHaveLength(1);
    expect(english([words.working.note("id-of-a-note", "A note made elsewhere.")])).toHaveLength(1);
    expect(english([words.method.reason({ reason: "few-events", parts: {} })])).toEqual([]);
  });

  it("still names its language, its build and its links", () => {
    for (const { path, content } of pages) {
      if (path.startsWith("report/embed/")) continue;
      expect(content).toContain('<html lang="en-XA">');
      expect(content).toContain("b1d");
      expect(content).toContain('href="#content"');
    }
  });
});

describe("accented", () => {
  it("marks every letter, and what functions make of their parts", () => {
    const words = accented({ one: "Aye", many: ["no"], of: (n: number) => `${n} yes` });
    expect(words.one).toBe("Åýé");
    expect(words.many).toEqual(["ñö"]);
    expect(words.of(2)).toBe("2 ýéš");
  });

  it("leaves what is handed in as it is, through every function it goes through", () => {
    const words = accented({
      named: ({ name }: { name: string }) => `the ${name}`,
      all: (names: readonly string[]) => names.join(" and "),
      way: (way: "higher" | "lower") => ({ higher: "more", lower: "less" })[way],
    });
    expect(words.named({ name: "Harbour" })).toBe("ţĥé Harbour");
    expect(words.all([words.named({ name: "Docks" }), "Elms"])).toBe("ţĥé Docks åñð Elms");
    expect(words.way("higher")).toBe("ɱöŕé");
  });
});
