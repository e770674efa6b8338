import { describe, expect, it } from "vitest";
import { described, scriptText } from "../../src/report/json-ld.ts";
import type { Download } from "../../src/results/tables.ts";
import { sampleton } from "../support/fixture.ts";

const indicator = sampleton.indicators[0]!;
const file = `indicators/${indicator.id}.html`;
const csv: Download = {
  path: `data/indicators/${indicator.id}/${indicator.id}.csv`,
  format: "CSV",
  holds: "figure",
  bytes: 1234,
};
const place = (url: string | null) => ({
  results: { ...sampleton, url },
  build: { id: "b1d", version: "0.0.0", downloads: new Map([[file, [csv]]]) },
  root: "../" as const,
  title: indicator.title,
  description: indicator.question,
});
const of = (url: string | null, page = { file, indicators: [indicator] }) =>
  JSON.parse(JSON.stringify(described({ ...place(url), ...page }))) as Record<string, unknown>;

describe("what a page says of its figures", () => {
  it("is a data set of schema.org: what, where, when, whose, from what", () => {
    expect(of(null)).toMatchObject({
      "@context": "https://schema.org",
      "@type": "Dataset",
      name: `${indicator.title}: ${sampleton.title} ${sampleton.year}`,
      description: indicator.question,
      license: sampleton.licence!.url,
      creator: { "@type": "Organization", name: sampleton.publisher },
      spatialCoverage: { "@type": "Place", name: sampleton.place.name },
      variableMeasured: [{ "@type": "PropertyValue", name: indicator.title, unitText: indicator.unit }],
      isAccessibleForFree: true,
    });
    const periods = indicator.dimensions.flatMap(({ periods }) => periods.map(({ period }) => period));
    const first = periods.map(({ start }) => start).sort()[0];
    const last = periods
      .map(({ end }) => end)
      .sort()
      .at(-1);
    expect(of(null)["temporalCoverage"]).toBe(`${first}/${last}`);
    const names = (of(null)["isBasedOn"] as { name: string }[]).map(({ name }) => name);
    expect(names).toEqual(
      sampleton.sources.filter(({ id }) => indicator.datasets.includes(id)).map(({ title }) => title),
    );
  });

  it("lists its files, relative to the page where no address is declared", () => {
    expect(of(null)["distribution"]).toEqual([
      {
        "@type": "DataDownload",
        name: "Figures (CSV)",
        encodingFormat: "text/csv",
        contentUrl: `../../${csv.path}`,
        contentSize: "1234 B",
      },
    ]);
    expect(of(null)["@id"]).toBeUndefined();
  });

  it("gives absolute addresses where one is declared", () => {
    const absolute = of("https://example.org/check/");
    expect(absolute["@id"]).toBe(`https://example.org/check/report/${file}`);
    expect(absolute["distribution"]).toMatchObject([{ contentUrl: `https://example.org/check/${csv.path}` }]);
  });

  it("is a catalogue of all pages' data sets on the first page", () => {
    const graph = of(null, { file: "index.html", indicators: [...sampleton.indicators] })["@graph"] as Record<
      string,
      unknown
    >[];
    expect(graph.map((one) => one["@type"])).toEqual(["DataCatalog", "Dataset"]);
    expect((graph[0]!["dataset"] as { name: string }[]).map(({ name }) => name)).toEqual(
      [...sampleton.themes, ...sampleton.indicators].map(({ title }) => title),
    );
  });

  it("cannot end its element", () => {
    const text = scriptText({ name: "</script><script>alert(1)</script>" });
    expect(text).not.toContain("<");
    expect(JSON.parse(text)).toEqual({ name: "</script><script>alert(1)</script>" });
  });
});
