import { writtenOn } from "../define/commentary.ts";
import type { Dataset } from "../define/dataset.ts";
import type { Definitions } from "../define/definitions.ts";
import { orderOf, rankingOf } from "../define/dimension-types.ts";
import type { SourceRecord } from "../define/source-record.ts";
import type { GroupedDimension } from "../ingest/grouping.ts";
import type { Ingested } from "../ingest/ingest.ts";
import type { Postcode } from "../ingest/postcodes.ts";
import type { DimensionResult, Publishable, Results, SourceFile } from "../results/results.ts";
import { rankingResults, withAlternatives } from "./alternatives.ts";
import { areasOf, ranksOf } from "./area-profiles.ts";
import { communitiesOf } from "./communities.ts";
import { withComparators } from "./comparators.ts";
import { coveredIndicators } from "./covered-indicators.ts";
import { dataGaps } from "./data-gaps.ts";
import { frameOf } from "./frame-of.ts";
import { indicatorResult } from "./indicator-result.ts";
import type { PublishableFigures } from "./publishable-figures.ts";
import { returnsOf } from "./returns-of.ts";

interface Assessed {
  year: number;
  /** How many headline changes were tested. */
  tests: number;
  /** Results of the dimensions of each indicator. */
  results: ReadonlyMap<string, DimensionResult[]>;
}

/** The only maker of a Publishable, from figures that may be published: what was assessed, beside all that is declared and was read of the place, its people and its sources. */
export function layOut(
  definitions: Definitions,
  ingested: PublishableFigures,
  { year, tests, results }: Assessed,
): Publishable {
  const { project, indicators, datasets, commentaries } = definitions;
  const closed = new Set(coveredIndicators(definitions).map(({ dataset }) => dataset));
  const whole = withComparators(withAlternatives(results, definitions, ingested), definitions, ingested);
  const shown = indicators.map(({ value: indicator }) =>
    indicatorResult(indicator, definitions, whole.get(indicator.id) ?? []),
  );
  const { title, language, publisher, licence, place, method, disclosure, themes, characteristics } = project.value;
  return {
    format: "tempcheck.results.v1",
    title,
    year,
    language,
    publisher,
    contact: project.value.contact ?? null,
    url: project.value.url ?? null,
    ...frameOf(definitions),
    licence: licence ?? null,
    place: { ...place, code: place.code ?? null },
    method: {
      version: String(method.edition),
      confidence: method.confidence,
      materiality: method.materiality,
      same: method.same,
      falseDiscoveryRate: method.false_discovery_rate,
      reliableDenominator: method.reliable_denominator,
      headlineTests: tests,
    },
    disclosure: { threshold: disclosure.threshold, roundTo: disclosure.round_to, suppressed: ingested.ledger.length },
    themes: themes.map(({ easy_title: easyTitle, ...theme }) => ({
      ...theme,
      ...(easyTitle === undefined ? {} : { easyTitle }),
      about: theme.about ?? null,
      actions: theme.actions.map((action) => ({ ...action, owner: action.owner ?? null, next: action.next ?? null })),
      commentary: writtenOn(commentaries, (about) => about.of === "theme" && about.id === theme.id),
    })),
    summary: writtenOn(commentaries, ({ of }) => of === "report"),
    firstPage: project.value.first_page,
    characteristics,
    comparators: project.value.comparators
      ? {
          about: project.value.comparators.about,
          places: project.value.comparators.places.map(({ id, title }) => ({ id, title })),
        }
      : null,
    glossary: project.value.glossary,
    dimensions: project.value.dimensions.map((dimension) => ({
      id: dimension.id,
      title: dimension.title,
      about: dimension.about,
      type: orderOf(dimension),
      by: dimension.type,
      ranking: rankingOf(dimension),
      preposition: dimension.preposition,
      characteristic: dimension.characteristic ?? null,
      map:
        "map" in dimension && dimension.map !== undefined
          ? {
              name: dimension.map.name,
              file: `${project.value.paths.data}/${dimension.map.file}`,
              source: datasetOfFile(definitions, `${project.value.paths.data}/${dimension.map.file}`),
            }
          : null,
      postcodes:
        "postcodes" in dimension && dimension.postcodes !== undefined
          ? { source: dimension.postcodes.dataset, outward: outwardCodes(ingested.postcodes.get(dimension.id) ?? []) }
          : null,
      rankings: rankingResults(dimension, ingested),
      groups: (ingested.groups.get(dimension.id) as GroupedDimension).groups.map(
        ({ areas: _, codes: __, populations: ___, ...group }) => group,
      ),
    })),
    communities: communitiesOf(project.value),
    areas: areasOf(project.value, ingested, datasets).map((area) => ({
      ...area,
      ranks: ranksOf(area, shown, method.confidence),
    })),
    indicators: shown,
    dataGaps: dataGaps(definitions, results),
    sources: datasets.map(({ value: dataset }) => ({
      id: dataset.id,
      title: dataset.title,
      publisher: dataset.publisher,
      licence: dataset.licence,
      attribution: dataset.attribution ?? null,
      page: dataset.page,
      period: dataset.period,
      received: dataset.received,
      changes: dataset.changes,
      notes: dataset.notes,
      // How many rows were left out tells how many there are, which a policy may hold back.
      ...(closed.has(dataset.id) || (ingested.reading.get(dataset.id) ?? []).length === 0
        ? {}
        : { reading: ingested.reading.get(dataset.id) }),
      rows: closed.has(dataset.id) ? null : (ingested.rows.get(dataset.id) ?? 0),
      files: fileOfEngine(ingested, dataset.id) ?? filesOf(dataset, definitions),
    })),
    ...returnsOf(definitions),
  } satisfies Results as Publishable;
}

const fileOfEngine = ({ inputs }: Pick<Ingested, "inputs">, dataset: string) => {
  const input = inputs.get(dataset);
  return input && [input];
};

const filesOf = ({ folder, files }: Dataset, { records }: Pick<Definitions, "records">): SourceFile[] =>
  files.map(({ path, sha256 }) => {
    const record = records.get(`${folder}/${path}`)?.value;
    return { path, sha256, ...(record === undefined ? {} : { fetched: fetchedAs(record) }) };
  });

const fetchedAs = ({ fetched, address, licence, version, last_modified }: SourceRecord): SourceFile["fetched"] => {
  const changed = Date.parse(last_modified ?? "");
  const lastChanged = Number.isNaN(changed) ? null : new Date(changed).toISOString().slice(0, 10);
  return { day: fetched.slice(0, 10), address, licence, version, lastChanged };
};

/** The dataset that a file belongs to; null where it is none's. */
const datasetOfFile = ({ datasets }: Definitions, path: string): string | null =>
  datasets.find(({ value: { folder, files } }) => files.some((file) => `${folder}/${file.path}` === path))?.value.id ??
  null;

const outwardCodes = (postcodes: readonly Postcode[]): string[] =>
  [...new Set(postcodes.map(({ outward }) => outward))].sort();
