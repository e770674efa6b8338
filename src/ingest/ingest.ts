import type { BlankReason } from "../define/dataset.ts";
import type { Definitions } from "../define/definitions.ts";
import type { Fault } from "../error.ts";
import type { Database, Figures, Observation, Period } from "../model.ts";
import { collecting, refuse } from "./collect.ts";
import { checkFacts } from "./facts.ts";
import { filterSql, filterWords } from "./filter.ts";
import { type AreaCuts, type GroupedDimension, makeGroups } from "./groups.ts";
import { applyLookups } from "./lookups.ts";
import { blankOf, OVERALL, observe } from "./observe.ts";
import { fileFaults, readRaw } from "./raw.ts";
import { query, quoted } from "./sql.ts";
import { dataTable, makeTable } from "./table.ts";

/** What ingest hands on: figures by indicator and dimension, and the groups as the data make them. */
export interface Ingested {
  groups: Map<string, GroupedDimension>;
  observations: Map<string, Observation[]>;
  overall: Map<string, Observation[]>;
  periods: Map<string, Period[]>;
  publishedGaps: Map<string, { period: string; value: number }[][]>;
  rows: Map<string, number>;
}

/** Key of an indicator's figures by a dimension. */
export const seriesKey = (indicator: string, dimension: string): string => `${indicator}/${dimension}`;

/** Reads every dataset into the database and sums it into observations. Throws a UserError on the first stage with faults. */
export async function ingest(
  definitions: Definitions,
  cuts: AreaCuts,
  year: number,
  database: Database,
): Promise<Ingested> {
  const { datasets, indicators, root } = definitions;
  refuse((await Promise.all(datasets.map((dataset) => fileFaults(dataset, root)))).flat());

  await collecting(datasets, async ({ value }) => {
    await readRaw(value, root, database);
    await makeTable(value, root, database);
  });
  const rows = new Map<string, number>();
  await collecting(datasets, async (dataset) => {
    const checked = await checkFacts(dataset, root, database);
    rows.set(dataset.value.id, checked.rows);
    refuse(checked.faults);
  });
  await applyLookups(datasets, root, database);

  const groups = await makeGroups(definitions, cuts, database);
  await database.run(query("observation-table"));
  await database.run(query("period-table"));
  const periods = new Map<string, Period[]>();
  await collecting(indicators, async (indicator) => {
    periods.set(indicator.value.id, await observe(indicator, definitions, year, database));
  });
  return {
    groups,
    ...(await observations(groups, database)),
    periods,
    publishedGaps: await publishedGaps(definitions, database),
    rows,
  };
}

async function observations(groups: Map<string, GroupedDimension>, database: Database) {
  const observed = new Map<string, Observation[]>();
  const overall = new Map<string, Observation[]>();
  for (const row of await database.rows(query("observations"))) {
    const indicator = String(row["indicator"]);
    const dimension = String(row["dimension"]);
    const observation = observationOf(row, groups.get(dimension));
    const target = dimension === OVERALL ? overall : observed;
    const key = dimension === OVERALL ? indicator : seriesKey(indicator, dimension);
    target.set(key, [...(target.get(key) ?? []), observation]);
  }
  return { observations: observed, overall };
}

function observationOf(row: Record<string, unknown>, dimension: GroupedDimension | undefined): Observation {
  const number = (name: string): number | null => (row[name] === null ? null : Number(row[name]));
  const group = row["group_id"] === null ? null : String(row["group_id"]);
  const figures: Figures = {
    numerator: number("numerator"),
    denominator: number("denominator"),
    value: number("value"),
    lower: number("lower"),
    upper: number("upper"),
    standardError: number("standard_error"),
    sd: number("sd"),
    count: number("count"),
    weight: number("weight"),
  };
  const blankRows = Number(row["blank_rows"]);
  const expected = dimension?.groups.find(({ id }) => id === group)?.areas ?? null;
  const areas = Number(row["areas"]);
  return {
    period: { label: String(row["period"]), start: String(row["period_start"]), end: String(row["period_end"]) },
    group,
    figures,
    rows: Number(row["rows"]),
    blank:
      blankRows > 0
        ? blankOf(row["blank_reason"] as BlankReason | null, blankRows, Number(row["rows"]))
        : expected !== null && areas < expected
          ? { marker: "[x]", text: `Not available: ${expected - areas} of ${expected} areas have no row` }
          : null,
  };
}

async function publishedGaps({ indicators }: Definitions, database: Database) {
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
      );
      if (rows.length === 0)
        faults.push({
          where: yaml.where(["published_gaps", index, gap.where ? "where" : "dataset"]),
          must: `${gap.dataset} has a figure for the published gap`,
          found: `none where ${filterWords(gap.where)}`,
          fix: "mend where, or name another dataset",
        });
      gaps.push(rows.map((row) => ({ period: String(row["period"]), value: Number(row["value"]) })));
    }
    all.set(value.id, gaps);
  }
  refuse(faults);
  return all;
}
