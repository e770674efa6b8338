import { z } from "zod";
import { groupColumn } from "../define/breakdowns.ts";
import { meaningsInTable, reasonsIn } from "../define/dataset.ts";
import type { Defined, Definitions } from "../define/definitions.ts";
import { isRanked } from "../define/dimension-types.ts";
import { isInEngine } from "../define/engine-columns.ts";
import type { Indicator } from "../define/indicator.ts";
import { isAddedUp, isBanded, neededColumns } from "../define/kinds.ts";
import type { Fault } from "../error.ts";
import type { Period } from "../model.ts";
import { bandParts, declaredBands, refuseUnknownAges } from "./age-bands.ts";
import { applicableRows } from "./applicable.ts";
import type { AreaFigure } from "./area-coverage.ts";
import { ownColumn } from "./cells.ts";
import { refuse } from "./collect.ts";
import { type FigureRows, figureRows, type Looked } from "./figure-rows.ts";
import { countParts, figuresSql } from "./figures.ts";
import { heldFigures } from "./figures-in-sums.ts";
import { filterSql } from "./filter.ts";
import type { GroupedDimension } from "./grouping.ts";
import { groupTable } from "./groups.ts";
import { isSame, type KeySums } from "./key-sums.ts";
import { rowLocator } from "./locate.ts";
import { isSharedCount } from "./lookups.ts";
import { blankColumn } from "./marked-cells.ts";
import { readPeriods } from "./observed-periods.ts";
import type { Database } from "./port.ts";
import { boundsIn, partsShape, withParts } from "./ranged-rows.ts";
import { repeatedFigures } from "./repeated-figures.ts";
import { foundRow, number } from "./row.ts";
import { type RowsTogether, rowsTogether } from "./rows-together.ts";
import type { Breakdown, DeclaredBand, Source } from "./source.ts";
import { checkRows, refuseNoRows, refuseOverEveryone, refuseQuestionable } from "./source-checks.ts";
import { literal, ofData, query, quoted } from "./sql.ts";
import { dataTable } from "./table.ts";
import { countOf, countWhere, timesOf } from "./times.ts";
import { PLACE } from "./total-fault.ts";
import { refuseVintages } from "./vintages.ts";

const NO_GROUPS = "(select '' as value, null as group_id, 0 as position, 'everyone' as standing)";

/** Dimension name that published figures for everyone go under in the observation table. */
export const OVERALL = "overall";

interface Observed {
  periods: Period[];
  bands: DeclaredBand[] | null;
  areaFigures: Map<string, AreaFigure[]>;
  /** Rows that are put together although they differ, by dimension. */
  together: Map<string, RowsTogether>;
}

/** Sums one indicator's rows into the observation table, for each of its dimensions. Gives the periods by label, in order, and the bands of age. */
export async function observe(
  indicator: Defined<Indicator>,
  definitions: Definitions,
  year: number,
  {
    groups,
    database,
    keySums,
    isOwn,
  }: {
    groups: ReadonlyMap<string, GroupedDimension>;
    database: Database;
    keySums: ReadonlyMap<string, KeySums>;
    isOwn: boolean;
  },
): Promise<Observed> {
  const { value: definition, yaml } = indicator;
  const dataset = definitions.datasets.find(({ value }) => value.id === definition.dataset)!.value;
  const table = quoted(dataTable(dataset.id));
  const bands = await declaredBands(definition, yaml.where(["statistic", "standard"]), {
    definitions,
    database,
    table,
  });
  const { periods } = definition;
  const cell = (column: string | undefined): string =>
    column === undefined ? "''" : `coalesce(cast(${ofData(column)} as VARCHAR), '')`;
  const read: Omit<Source, "applicable"> = {
    indicator,
    dataset,
    datasets: definitions.datasets,
    table,
    located: rowLocator(dataset, definitions.root),
    database,
    value: cell(periods.column),
    last: cell(periods.last_column),
    bands,
  };
  const { edition } = definitions.project.value.method;
  const source: Source = { ...read, applicable: applicableRows(read, edition) };
  const own = filterSql(definition.where);
  const held = keySums.get(dataset.id);
  const hasPeriods =
    own === "true" && held !== undefined && keysOf(source, null).every((name) => held.keys.includes(name));
  const { all, hasPairEach } = await readPeriods(source, own, year, hasPeriods ? held.table : undefined);
  // The rows of an engine's table were looked at there.
  if (!isInEngine(dataset)) await checkRows(source, own);
  if (bands) await refuseUnknownAges(source, own, bands);
  await refuseVintages(source);

  const overall = definition.overall?.where;
  const faults: Fault[] = [];
  const together: Observed["together"] = new Map();
  const take = async (looked: Looked): Promise<void> => {
    const rows = isOwn ? figureRows(source, looked, countsExactly(source)) : null;
    const { sums, taken } = await observeGroups(source, looked, { hasPairEach, rows, held });
    if (rows === null) return;
    const several = await database.unordered(
      query("several-rows", { indicator: literal(definition.id), dimension: literal(looked.id) }),
      foundRow,
    );
    const found = await rowsTogether(source, looked, {
      ...{ rows, sums, hasSeveral: several.length > 0 },
      held: heldFigures(taken, rows),
    });
    faults.push(...found.faults);
    if (found.together) together.set(looked.id, found.together);
  };
  const breakdowns = new Map<string, Breakdown>();
  const areaFigures = new Map<string, AreaFigure[]>();
  if (overall) {
    const where = `${own} and ${filterSql(overall)}`;
    await refuseNoRows(source, where, overall, ["overall", "where"]);
    const everyone = {
      column: null,
      groups: NO_GROUPS,
      isOfAreas: false,
      declared: new Set<string>(),
      outside: [],
      withEveryone: false,
    };
    await take({ ...everyone, id: OVERALL, where, filters: [definition.where, overall] });
  }
  for (const [index, breakdown] of definition.dimensions.entries()) {
    const narrower = [
      ...(breakdown.where ? [filterSql(breakdown.where)] : []),
      ...(overall && !breakdown.with_everyone ? [`(${filterSql(overall)}) is not true`] : []),
    ];
    const where = [own, ...narrower].join(" and ");
    const column = groupColumn(breakdown, definitions) as string;
    if (narrower.length > 0)
      await refuseNoRows(source, where, breakdown.where, ["dimensions", index, ...(breakdown.where ? ["where"] : [])]);
    const dimension = definitions.project.value.dimensions.find(({ id }) => id === breakdown.dimension);
    const grouped = groups.get(breakdown.dimension);
    const isOfAreas = grouped?.groups.some(({ codes }) => codes.length > 0) ?? false;
    await take({
      id: breakdown.dimension,
      where,
      column,
      filters: [definition.where, breakdown.where],
      groups: quoted(groupTable(breakdown.dimension)),
      isOfAreas,
      declared: new Set(grouped?.groups.flatMap(({ id, codes }) => (isOfAreas ? codes : [id]))),
      outside: dimension !== undefined && "outside" in dimension ? dimension.outside : [],
      withEveryone: breakdown.with_everyone,
    });
    // Other places have no areas of the place's own.
    if (edition > 1 && grouped !== undefined) {
      const figures = await figuresByArea(source, grouped, { where, column });
      if (figures !== null) areaFigures.set(breakdown.dimension, figures);
    }
    const areas = dimension && "areas" in dimension ? dimension.areas.dataset : undefined;
    const ranked = dimension !== undefined && isRanked(dimension);
    breakdowns.set(breakdown.dimension, {
      ...{ where, column, areas, isRanked: ranked },
      yaml: yaml.where(["dimensions", index]),
    });
  }
  refuse(faults);
  await refuseQuestionable(source, breakdowns);
  if (isOwn) await refuseOverEveryone(source, OVERALL);
  return { periods: all, bands, areaFigures, together };
}

/** Counts of each area, where a group that is made of several lacks one of them in some period; else null. */
async function figuresByArea(
  source: Source,
  dimension: GroupedDimension | undefined,
  { where, column }: { where: string; column: string },
): Promise<AreaFigure[] | null> {
  const { indicator, applicable, value, last, bands, database } = source;
  const { statistic } = indicator.value;
  // Other places have rows of people, and no areas.
  if (dimension === undefined || !isAddedUp(statistic) || bands !== null) return null;
  const expected = new Map(dimension.groups.map(({ id, codes }) => [id, codes.length]));
  if (Math.max(...expected.values()) < 2) return null;
  const names = { indicator: indicator.value.id };
  const found = await database.unordered(
    query("incomplete-groups", { indicator: literal(indicator.value.id), dimension: literal(dimension.id) }),
    incompleteRow,
  );
  const all = Math.max(...found.map(({ periods }) => periods));
  const isComplete = ({ group_id, areas, periods, has_blanks }: (typeof found)[number]): boolean =>
    !has_blanks && periods === all && areas >= expected.get(group_id)!;
  if (found.every(isComplete)) return null;
  const sql = query("area-figures", {
    ...{ table: applicable.table, where, value, last },
    groups: quoted(groupTable(dimension.id)),
    column: `cast(${ofData(column)} as VARCHAR)`,
    numerator: ofData(statistic.numerator),
    denominator: ofData(statistic.denominator),
    blank: applicable.isBlank,
    ranges: countParts(statistic, (name) => isWhole(source, name), applicable.ranged).join(", "),
  });
  const rows = await database.rows(sql, names, areaRow);
  return rows.map(({ period, area, numerator, denominator, size, is_whole, ...ends }) => ({
    ...{ period, area, numerator, denominator, size, isWhole: is_whole },
    ...boundsIn(ends),
  }));
}

const incompleteRow = z.strictObject({ group_id: z.string(), areas: number, periods: number, has_blanks: z.boolean() });
const areaRow = z.strictObject({
  period: z.string(),
  area: z.string(),
  numerator: number.nullable(),
  denominator: number.nullable(),
  size: number.nullable(),
  is_whole: z.boolean(),
  ...partsShape,
});

/**
 * Puts the figures of a breakdown into the observation table. Gives SQL of the sums that they are made from, where counts are
 * added up first, and those that were held before.
 */
async function observeGroups(
  source: Source,
  { id: dimension, where, column, groups }: Looked,
  { hasPairEach, rows, held }: { hasPairEach: boolean; rows: FigureRows | null; held: KeySums | undefined },
): Promise<{ sums: string | null; taken: KeySums | null }> {
  const { indicator, database, bands } = source;
  const { statistic } = indicator.value;
  const needed = neededColumns(statistic);
  const { table, isBlank: blank, ranged } = source.applicable;
  const reasons = needed.filter((name) => hasReasons(source, name)).map((name) => ofData(blankColumn(name)));
  const keys = keysOf(source, column);
  const from = { table, where };
  const reason = reasons.length === 0 ? "null" : `coalesce(${reasons.join(", ")})`;
  const isAddedUp = keys.length > 0 && addsUpExactly(source);
  const text = column === null ? "''" : `cast(${ofData(column)} as VARCHAR)`;
  const parts = {
    ...from,
    ...{ groups, column: text },
    // Once added up, each area stands once for each pair of period cells.
    areas: isAddedUp && hasPairEach && column !== null ? text : `distinct ${text}`,
    value: source.value,
    last: source.last,
  };
  const names = { indicator: indicator.value.id, dimension };
  const addedUp = (gathered: string): string =>
    query("rows-added-up", {
      ...from,
      keys: keys.map(ofData).join(", "),
      count: countOf(source.dataset),
      sums: withParts(needed, ranged)
        .map((name) => `sum(${ofData(name)}) as ${quoted(name)}`)
        .join(", "),
      // A column without markers has no blanks.
      blanks: `${
        reasons.length === 0
          ? "0 as _blank_rows, null as _reason"
          : `${countWhere(source.dataset, blank)} as _blank_rows, max(${reason}) as _reason`
      }${gathered}`,
    });
  const isTaken =
    where === "true" && rows?.added && rows.isAllToldApart && held !== undefined && isHeld(held, keys, needed);
  const sums =
    rows === null || rows.added === null
      ? null
      : isTaken
        ? `(${query("sums-held", { table: held.table, ends: rows.ends("_rows") })})`
        : rows.added;
  if (rows !== null && sums !== null && sums === rows.added) {
    const count = countOf(source.dataset);
    const gathered = `, min(${PLACE}) as _place${rows.ends(count)}`;
    await database.run(query("added-up", { added: rows.added, rows: addedUp(gathered) }));
  }
  const repeated = await repeatedFigures(source, parts, names);
  await database.run(
    query("add-observations", {
      ...parts,
      figures: figuresSql(statistic, {
        isWhole: (name) => isWhole(source, name),
        ranged,
        ...(repeated && { gather: repeated.gather }),
      }),
      gathered: repeated?.joined ?? "",
      rows:
        sums !== null
          ? `from ${sums}`
          : isAddedUp
            ? addedUp("")
            : query("rows-as-they-are", { ...from, blank, reason, times: timesOf(source.dataset) }),
    }),
    names,
  );
  await repeated?.drop();
  if (bands && isBanded(statistic))
    await database.run(
      query("observe-bands", {
        ...{ ...parts, ...bandParts(statistic, bands, (name) => isWhole(source, name)) },
        ranges: countParts(statistic, (name) => isWhole(source, name), ranged).join(", "),
      }),
      names,
    );
  return { sums, taken: isTaken ? held : null };
}

/** Whole counts come to the same in any order: each area's are added up before areas are put into groups. */
const addsUpExactly = (source: Source): boolean => {
  const { statistic } = source.indicator.value;
  return isAddedUp(statistic) && neededColumns(statistic).every((name) => isWhole(source, name));
};

/** Whether each row counts whole people and none is blank: what rows come to is the same for figures and for what stands beside them. */
const countsExactly = (source: Source): boolean =>
  addsUpExactly(source) &&
  source.indicator.value.periods.column !== undefined &&
  source.applicable.ranged.length === 0 &&
  !neededColumns(source.indicator.value.statistic).some((name) => hasReasons(source, name));

/** Whether sums hold the counts that are needed, by just the columns that they are needed by. */
const isHeld = (sums: KeySums, keys: readonly string[], needed: readonly string[]): boolean =>
  isSame(keys, sums.keys) && needed.every((name) => sums.counts.includes(name));

/** Columns that say which group and period a row belongs to. */
function keysOf({ indicator }: Source, column: string | null): string[] {
  const { column: period, last_column } = indicator.value.periods;
  return [...new Set([column, period, last_column].filter((name) => name !== undefined && name !== null))];
}

/** Whether a column of the dataset itself holds whole numbers, of which nothing is shared out. */
const isWhole = ({ dataset }: Source, column: string): boolean =>
  ownColumn(dataset, column)?.type === "integer" && !isSharedCount(dataset, column);

/** Whether a column, own or looked up, has markers that say why a figure is missing. */
const hasReasons = ({ dataset, datasets }: Source, column: string): boolean =>
  reasonsIn(meaningsInTable(dataset, column, datasets)).length > 0;
