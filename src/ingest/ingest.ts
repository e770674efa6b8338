import { availableParallelism } from "node:os";
import { z } from "zod";
import { blankReason } from "../define/dataset.ts";
import type { Definitions } from "../define/definitions.ts";
import type { Fault } from "../error.ts";
import type { Observation, Period } from "../model.ts";
import { observedBands, withBands } from "./age-bands.ts";
import { type AreaContext, areaContexts } from "./area-context.ts";
import { collecting, refuse } from "./collect.ts";
import { checkFacts } from "./facts.ts";
import { filterSql, filterWords } from "./filter.ts";
import { type AreaCuts, type GroupedDimension, makeGroups } from "./groups.ts";
import { rowLocator } from "./locate.ts";
import { applyLookups } from "./lookups.ts";
import { blankOf, OVERALL, observe } from "./observe.ts";
import { readPlain } from "./plain.ts";
import type { Database } from "./port.ts";
import { changedFaults, fileFaults, isThere, readRaw, sizeOf, stampsOf } from "./raw.ts";
import { number, place } from "./row.ts";
import type { DeclaredBand } from "./source.ts";
import { query, quoted } from "./sql.ts";
import { dataTable, makeTable } from "./table.ts";

/** What ingest hands on: figures by indicator and dimension, and the groups as the data make them. */
export interface Ingested {
  groups: Map<string, GroupedDimension>;
  observations: Map<string, Observation[]>;
  overall: Map<string, Observation[]>;
  periods: Map<string, Period[]>;
  /** Bands of age by indicator, of those that are made from them. */
  bands: Map<string, DeclaredBand[]>;
  publishedGaps: Map<string, { period: string; value: number }[][]>;
  /** Who lives in the areas, by dimension of areas. */
  areas: Map<string, AreaContext>;
  rows: Map<string, number>;
}

/** Key of an indicator's figures by a dimension. */
export const seriesKey = (indicator: string, dimension: string): string => `${indicator}/${dimension}`;

/** Up to so many, threads cost a query more than they save; queries run side by side all the same. */
const FEW_BYTES = 4_000_000;

/**
 * Reads every dataset into the database and sums it into observations. Throws a UserError on the first stage with faults,
 * or with those of files that did not stay as they were, which explain whatever else is wrong.
 */
export async function ingest(
  definitions: Definitions,
  cuts: AreaCuts,
  year: number,
  database: Database,
): Promise<Ingested> {
  const { datasets, root } = definitions;
  const before = stampsOf(datasets, root);
  try {
    return await readAndSum(definitions, cuts, year, database);
  } finally {
    refuse(changedFaults(before, stampsOf(datasets, root)));
  }
}

async function readAndSum(
  definitions: Definitions,
  cuts: AreaCuts,
  year: number,
  database: Database,
): Promise<Ingested> {
  const { datasets, indicators, root } = definitions;
  // Files are hashed while they are read; what is wrong with the files themselves is told first.
  const faults = Promise.all(datasets.map((dataset) => fileFaults(dataset, root)));
  const allThere = datasets.every(({ value }) => isThere(value, root));
  const reading = async (): Promise<void> => {
    if (sizeOf(datasets, root) > FEW_BYTES) await database.run(`set threads to ${availableParallelism()}`);
    await readAll(datasets, root, database);
  };
  const [read] = await Promise.allSettled([allThere ? reading() : undefined, faults]);
  refuse((await faults).flat());
  if (read.status === "rejected") throw read.reason;

  const rows = new Map<string, number>();
  const checking = collecting(datasets, async (dataset) => {
    const checked = await checkFacts(dataset, root, database);
    rows.set(dataset.value.id, checked.rows);
    refuse(checked.faults);
  });
  const grouping = async (): Promise<Map<string, GroupedDimension>> => {
    await applyLookups(datasets, root, database);
    return makeGroups(definitions, cuts, database);
  };
  // Facts that are not kept explain what goes wrong with lookups and groups: they are told first.
  const [checked, grouped] = await Promise.allSettled([checking, grouping()]);
  if (checked.status === "rejected") throw checked.reason;
  if (grouped.status === "rejected") throw grouped.reason;
  const groups = grouped.value;
  await database.run(query("observation-table"));
  await database.run(query("observation-band-table"));
  await database.run(query("period-table"));
  const periods = new Map<string, Period[]>();
  const bands = new Map<string, DeclaredBand[]>();
  await collecting(indicators, async (indicator) => {
    const observed = await observe(indicator, definitions, year, database);
    periods.set(indicator.value.id, observed.periods);
    if (observed.bands) bands.set(indicator.value.id, observed.bands);
  });
  return {
    groups,
    ...(await observations(groups, bands, database)),
    periods,
    bands,
    publishedGaps: await publishedGaps(definitions, database),
    areas: await areaContexts(definitions.project.value, database),
    rows,
  };
}

/** Reads every dataset into its typed table. */
const readAll = (datasets: Definitions["datasets"], root: string, database: Database): Promise<void> =>
  collecting(datasets, async ({ value }) => {
    if (await readPlain(value, root, database)) return;
    await readRaw(value, root, database);
    await makeTable(value, root, database);
  });

const observationRow = z.strictObject({
  indicator: z.string(),
  dimension: z.string(),
  period: z.string(),
  period_start: z.string(),
  period_end: z.string(),
  group_id: z.string().nullable(),
  numerator: number.nullable(),
  denominator: number.nullable(),
  value: number.nullable(),
  lower: number.nullable(),
  upper: number.nullable(),
  standard_error: number.nullable(),
  sd: number.nullable(),
  count: number.nullable(),
  weight: number.nullable(),
  rows: number,
  areas: number,
  blank_rows: number,
  blank_reason: blankReason.nullable(),
});

async function observations(
  groups: Map<string, GroupedDimension>,
  bands: Map<string, DeclaredBand[]>,
  database: Database,
) {
  const bandsOf = await observedBands(database);
  const observed = new Map<string, Observation[]>();
  const overall = new Map<string, Observation[]>();
  for (const row of await database.rows(query("observations"), {}, observationRow)) {
    const { indicator, dimension } = row;
    const plain = observationOf(row, groups.get(dimension));
    const declared = bands.get(indicator);
    const areas = areasOf(plain.group, groups.get(dimension));
    const observation = declared ? withBands(plain, { declared, read: bandsOf(row), areas }) : plain;
    const target = dimension === OVERALL ? overall : observed;
    const key = dimension === OVERALL ? indicator : seriesKey(indicator, dimension);
    target.set(key, [...(target.get(key) ?? []), observation]);
  }
  return { observations: observed, overall };
}

function observationOf(row: z.infer<typeof observationRow>, dimension: GroupedDimension | undefined): Observation {
  const { period, period_start, period_end, group_id: group, rows, areas, blank_rows, blank_reason } = row;
  const { numerator, denominator, value, lower, upper, standard_error, sd, count, weight } = row;
  const expected = areasOf(group, dimension);
  return {
    period: { label: period, start: period_start, end: period_end },
    group,
    figures: { numerator, denominator, value, lower, upper, standardError: standard_error, sd, count, weight },
    bands: null,
    rows,
    blank:
      blank_rows > 0
        ? blankOf(blank_reason, blank_rows, rows)
        : expected !== null && areas < expected
          ? { marker: "[x]", text: `Not available: ${expected - areas} of ${expected} areas have no row` }
          : null,
  };
}

/** How many areas a group is made of; null where groups are read from a column. */
const areasOf = (group: string | null, dimension: GroupedDimension | undefined): number | null =>
  dimension?.groups.find(({ id }) => id === group)?.areas ?? null;

const publishedRow = z.strictObject({ ...place, period: z.string().nullable(), value: number });

async function publishedGaps({ indicators, datasets, root }: Definitions, database: Database) {
  const all = new Map<string, { period: string; value: number }[][]>();
  const faults: Fault[] = [];
  for (const { value, yaml } of indicators) {
    const gaps = [];
    for (const [index, gap] of value.published_gaps.entries()) {
      const rows = await database.rows(
        query("published-gap", {
          table: quoted(dataTable(gap.dataset)),
          where: filterSql(gap.where),
          period: quoted(gap.period),
          value: quoted(gap.value),
        }),
        {},
        publishedRow,
      );
      if (rows.length === 0)
        faults.push({
          where: yaml.where(["published_gaps", index, gap.where ? "where" : "dataset"]),
          must: `${gap.dataset} has a figure for the published gap`,
          found: `none where ${filterWords(gap.where)}`,
          fix: "mend where, or name another dataset",
        });
      const published = datasets.find((dataset) => dataset.value.id === gap.dataset)!.value;
      const located = rowLocator(published, root);
      gaps.push(
        rows.flatMap(({ period, value: figure, _file, _row }) => {
          if (period !== null) return [{ period, value: figure }];
          faults.push({
            where: located(_file, _row, gap.period),
            must: "the period of the published gap",
            found: "a blank",
            fix: "fill the cell in a copy of the file and say so under changes, or narrow where of the gap",
          });
          return [];
        }),
      );
    }
    all.set(value.id, gaps);
  }
  refuse(faults);
  return all;
}
