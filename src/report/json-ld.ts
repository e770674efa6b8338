import { sayIn } from "../catalogue/say.ts";
import type { Period } from "../model.ts";
import type { IndicatorResult } from "../results/results.ts";
import type { Download } from "../results/tables.ts";
import type { Page, Place } from "./page.ts";

/** What search engines and catalogues read of a page, in the words of schema.org. */

type Described = Place & Pick<Required<Page>, "file" | "title" | "description" | "indicators">;

/** A page's figures as a data set; the first page's as a catalogue of all the others' too. */
export function described(page: Described): object {
  const whole = dataset(page);
  if (page.file !== "index.html") return { "@context": "https://schema.org", ...whole };
  const { results, title, description } = page;
  const catalogue = {
    "@type": "DataCatalog",
    name: title,
    description,
    publisher: organisation(results.publisher),
    dataset: [
      ...results.themes.map(({ id, title: name, about }) => ({
        file: `themes/${id}.html`,
        name,
        about: about ?? name,
      })),
      ...results.indicators.map(({ id, title: name, question }) => ({
        file: `indicators/${id}.html`,
        name,
        about: question,
      })),
    ].map(({ file, name, about }) => ({ "@type": "Dataset", name, description: about, ...identity(page, file) })),
  };
  return { "@context": "https://schema.org", "@graph": [catalogue, whole] };
}

function dataset(page: Described): object {
  const { results, build, file, indicators, title, description } = page;
  const { downloads: words } = sayIn(results);
  const report = words.report(results.title, String(results.year));
  const periods = indicators.flatMap(({ dimensions }) => dimensions.flatMap((one) => one.periods));
  return {
    "@type": "Dataset",
    ...identity(page, file),
    name: title === results.title ? report : words.page(title, report),
    description,
    inLanguage: results.language,
    ...(results.licence === null ? {} : { license: results.licence.url }),
    isAccessibleForFree: true,
    creator: organisation(results.publisher),
    publisher: organisation(results.publisher),
    ...(results.contact === null
      ? {}
      : { maintainer: { ...organisation(results.publisher), ...contact(results.contact) } }),
    version: words.version(String(results.year), build.id),
    ...temporal(periods.map(({ period }) => period)),
    spatialCoverage: {
      "@type": "Place",
      name: results.place.name,
      ...(results.place.code === null ? {} : { identifier: results.place.code }),
    },
    ...(indicators.length === 0 ? {} : measured(indicators)),
    isBasedOn: results.sources
      .filter(({ id }) => indicators.length === 0 || indicators.some(({ datasets }) => datasets.includes(id)))
      .map((source) => ({
        "@type": "Dataset",
        name: source.title,
        description: words.source(source.title, source.period, source.publisher),
        url: source.page,
        creator: organisation(source.publisher),
        license: { "@type": "CreativeWork", name: source.licence },
      })),
    ...(file === "index.html"
      ? {}
      : { isPartOf: { "@type": "Dataset", name: results.title, ...identity(page, "index.html") } }),
    distribution: (build.downloads?.get(file) ?? []).map((download) => distribution(page, download)),
  };
}

/** Absolute where the report's address is declared; otherwise relative, which readers resolve against the page. */
const address = ({ results, root }: Place, path: string): string =>
  results.url === null ? `${root}../${path}` : `${results.url}${path}`;

function identity(place: Place, file: string): object {
  const url = address(place, `report/${file}`);
  return place.results.url === null ? { url } : { "@id": url, url };
}

const organisation = (name: string): object => ({ "@type": "Organization", name });

const contact = (given: string): object => (given.includes("@") ? { email: given } : { url: given });

const measured = (indicators: readonly IndicatorResult[]): object => ({
  variableMeasured: indicators.map(variable),
  measurementTechnique: definitionsIn(indicators),
});

const variable = ({ title, question, unit }: IndicatorResult): object => ({
  "@type": "PropertyValue",
  name: title,
  description: question,
  unitText: unit,
});

function temporal(periods: readonly Period[]): object {
  const starts = periods.map(({ start }) => start).sort();
  const ends = periods.map(({ end }) => end).sort();
  return starts.length === 0 ? {} : { temporalCoverage: `${starts[0]}/${ends.at(-1)}` };
}

/** Definition ids of the gaps, in the order in which they turn up. */
function definitionsIn(indicators: readonly IndicatorResult[]): string[] {
  const gaps = indicators.flatMap(({ dimensions }) =>
    dimensions.flatMap(({ periods }) => periods.flatMap(({ absolute, relative }) => [absolute, relative])),
  );
  return [...new Set(gaps.flatMap((gap) => ("definition" in gap ? gap.definition : [])))];
}

const mediaTypes: Record<Download["format"], string> = {
  CSV: "text/csv",
  Parquet: "application/vnd.apache.parquet",
  Arrow: "application/vnd.apache.arrow.file",
  JSON: "application/json",
  CSVW: "application/csvm+json",
  XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ODS: "application/vnd.oasis.opendocument.spreadsheet",
};

const distribution = (place: Place, { path, format, holds, bytes }: Download): object => {
  const { named, holds: titles, formats } = sayIn(place.results).downloads;
  return {
    "@type": "DataDownload",
    name: named(titles[holds].title, formats[format]),
    encodingFormat: mediaTypes[format],
    contentUrl: address(place, path),
    contentSize: `${bytes} B`,
  };
};

/** As text that can stand in a page: no tag can begin in it. */
export const scriptText = (data: object): string => JSON.stringify(data).replaceAll("<", "\\u003c");
