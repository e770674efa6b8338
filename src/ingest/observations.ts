import { z } from "zod";
import { type BlankReason, blankReason, blankReasons } from "../define/dataset.ts";
import type { Observation } from "../model.ts";
import { observedBands, withBands } from "./age-bands.ts";
import { type AreaFigure, ofCoveredAreas } from "./area-coverage.ts";
import type { GroupedDimension } from "./grouping.ts";
import { OVERALL } from "./observe.ts";
import type { Database } from "./port.ts";
import { boundsIn, partsShape } from "./ranged-rows.ts";
import { number } from "./row.ts";
import type { DeclaredBand } from "./source.ts";
import { query } from "./sql.ts";

/** Key of an indicator's figures by a dimension. */
export const seriesKey = (indicator: string, dimension: string): string => `${indicator}/${dimension}`;

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
  ...partsShape,
  rows: number,
  areas: number,
  blank_rows: number,
  blank_reason: blankReason.nullable(),
});

/** The figures of every indicator by its dimensions, read back from the observation table. */
export async function observations(
  {
    groups,
    bands,
    areaFigures,
  }: {
    groups: Map<string, GroupedDimension>;
    bands: Map<string, DeclaredBand[]>;
    areaFigures: Map<string, AreaFigure[]>;
  },
  database: Database,
) {
  const bandsOf = await observedBands(database);
  const observed = new Map<string, Observation[]>();
  const overall = new Map<string, Observation[]>();
  for (const row of await database.rows(query("read-observations"), {}, observationRow)) {
    const { indicator, dimension } = row;
    const plain = observationOf(row, groups.get(dimension));
    const declared = bands.get(indicator);
    const areas = areasOf(plain.group, groups.get(dimension));
    const observation = declared ? withBands(plain, { declared, read: bandsOf(row), areas }) : plain;
    const target = dimension === OVERALL ? overall : observed;
    const key = dimension === OVERALL ? indicator : seriesKey(indicator, dimension);
    const figures = areaFigures.get(key);
    const told = figures ? ofCoveredAreas(observation, groups.get(dimension)!, figures) : observation;
    target.set(key, [...(target.get(key) ?? []), told]);
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
    figures: {
      ...{ numerator, denominator, value, lower, upper, standardError: standard_error, sd, count, weight },
      ...boundsIn(row),
    },
    bands: null,
    rows,
    blank:
      blank_rows > 0
        ? blankOf(blank_reason, blank_rows, rows)
        : blank_reason !== null && numerator === null && value === null
          ? blankOf(blank_reason, rows, rows)
          : expected !== null && areas < expected
            ? { marker: "[x]", text: `Not available: ${expected - areas} of ${expected} areas have no row` }
            : null,
  };
}

/** How many areas a group is made of; null where groups are read from a column. */
const areasOf = (group: string | null, dimension: GroupedDimension | undefined): number | null =>
  dimension?.groups.find(({ id }) => id === group)?.areas ?? null;

/** Marker and words for a group without figures. */
function blankOf(reason: BlankReason | null, blankRows: number, rows: number): { marker: string; text: string } {
  const { marker, text } = blankReasons[reason ?? "not-available"];
  return { marker, text: rows === 1 ? upperFirst(text) : `${upperFirst(text)}: ${blankRows} of ${rows} figures` };
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
