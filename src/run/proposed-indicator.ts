import { figuresIn } from "../ingest/column-roles.ts";
import { isCalledTotal } from "../ingest/totals.ts";
import type { DescribedColumn } from "../results/description.ts";
import { type Guessed, Guesses, wordsOf } from "./guessed.ts";
import { howTo, isCount, type Looked, rowsWhere, valuesOf } from "./proposed-dataset.ts";
import type { ProposedDimension } from "./proposed-dimensions.ts";
import { proposedPeriods } from "./proposed-periods.ts";
import type { Measured } from "./proposed-statistics.ts";

/** A breakdown that is proposed: of people by a column, or of areas by their code. */
export interface Broken {
  dimension: ProposedDimension["definition"];
  column: string;
  /** Totals of the other columns. */
  where: Readonly<Record<string, string>>;
}

/** Totals of columns of groups in the rows of the place. */
export const totalsOf = (one: Looked, where: Readonly<Record<string, string>>): Map<string, string> =>
  new Map(
    one.roles.groups.flatMap(({ column }) => {
      const total = totalOf(one, column, where);
      return total === null ? [] : [[column.name, total] as const];
    }),
  );

/** Totals of other columns that hold for several groups of a column; null where they hold for fewer than two together. */
export function totalsBeside(
  one: Looked,
  column: string,
  { where, totals }: { where: Readonly<Record<string, string>>; totals: ReadonlyMap<string, string> },
): Record<string, string> | null {
  const own = totals.get(column);
  const groupsAt = (also: Readonly<Record<string, string>>): number =>
    new Set(valuesOf(rowsWhere(one.table, { ...where, ...also }), column).filter((value) => value !== own)).size;
  // A column that goes with this one, as the name of the breakdown does, has no total beside its groups.
  const others = [...totals].filter(([other, total]) => other !== column && groupsAt({ [other]: total }) > 0);
  const beside = Object.fromEntries(others);
  return groupsAt(beside) > 1 ? beside : null;
}

/** The value of a column that is the total of the others: called so, or the sum of them; null where there is none. */
export function totalOf(
  { table }: Looked,
  column: DescribedColumn,
  where: Readonly<Record<string, string>> = {},
): string | null {
  const summed = table.table.sums.find(
    (sum) => sum.kind === "rows" && sum.column === column.name && sum.parts === null,
  );
  const values = new Set(valuesOf(rowsWhere(table, where), column.name));
  return [...column.totals, summed?.value ?? null].find((total) => total !== null && values.has(total)) ?? null;
}

/** Rows of the place itself, where the columns of areas say which they are. */
export function rowsOfPlace(one: Looked, place: string | null): { where: Record<string, string>; why: string | null } {
  const { areas } = one.roles;
  const folded = place?.trim().toLowerCase();
  for (const { code, name } of areas)
    for (const column of [name, code]) {
      if (column === null || folded === undefined) continue;
      const own = valuesOf(one.table, column.name).find((value) => value.trim().toLowerCase() === folded);
      if (own !== undefined) return { where: { [column.name]: own }, why: `the rows of ${own}, by ${column.name}` };
    }
  const totals = areas.flatMap(({ code, name }) =>
    [code, name].flatMap((column) => {
      const total =
        column === null ? null : (totalOf(one, column) ?? (column === code && isWholeBlank(one, code) ? "" : null));
      return column === null || total === null ? [] : [[column.name, total] as const];
    }),
  );
  const why = totals.length === 0 ? null : "the rows of all areas together: with --place, those of one are taken";
  return { where: Object.fromEntries(totals), why };
}

/** Rows to keep as a definition has them: an empty text stands for a blank cell. */
const filterOf = (where: Readonly<Record<string, string>>): Record<string, string | { blank: true }> =>
  Object.fromEntries(Object.entries(where).map(([column, value]) => [column, value === "" ? { blank: true } : value]));

/** Whether rows without a code are those of all areas together: no area has a larger count. */
function isWholeBlank(one: Looked, code: DescribedColumn): boolean {
  const count = one.roles.measures.find(isCount);
  if (code.blank === 0 || code.filled === 0 || count === undefined) return false;
  const codes = valuesOf(one.table, code.name);
  let [whole, part] = [0, 0];
  for (const [i, [figure]] of figuresIn(one.table, [count.name]).entries())
    if (codes[i] === "") whole = Math.max(whole, figure ?? 0);
    else part = Math.max(part, figure ?? 0);
  return whole > part;
}

const worse =
  /depriv|poverty|poor|crime|unemploy|claim|death|mortal|obes|homeless|insolv|bankrupt|suicide|absen|exclu|smok|injur|disab|overcrowd|cold|debt/i;
const better = /attain|achiev|employ|expect|read|pass|(^| )l[23]( |$)|qualif|good|healthy|active|home owner|vaccin/i;

/** The definition of an indicator; null with the reason where its periods cannot be read. */
export function proposedIndicator(
  one: Looked,
  measured: Measured,
  {
    theme,
    place,
    broken,
    counted,
  }: {
    theme: string;
    place: ReturnType<typeof rowsOfPlace>;
    broken: readonly Broken[];
    /** Columns that say what is counted: one of their values is taken. */
    counted: Looked["roles"]["groups"];
  },
): Guessed | null {
  const guess = new Guesses();
  const periods = proposedPeriods(one, place.where, guess);
  if (periods === null) return null;
  const { name, people } = measured;
  const totals = totalsOf(one, place.where);
  const empty = periodsOfZeros(one, measured, place.where);
  if (empty.length > 0)
    guess.low(
      "statistic",
      `every figure of ${empty.join(", ")} is 0: zeros may stand for figures that there are not yet, and those rows are to be left out`,
    );
  if (place.why !== null) guess.middling("where", place.why);
  const split = new Set(broken.map(({ column }) => column));
  const things = counted.flatMap(({ column, values }) => {
    const value = values.find((other) => other !== totals.get(column.name));
    totals.delete(column.name);
    return value === undefined ? [] : [[column.name, value] as const];
  });
  const title = things[0]?.[1] ?? (name === "value" || name === "n" ? wordsOf(one.id) : name);
  guess.low("title", things.length > 0 ? "the value that is counted" : "the name of a column");
  guess.low("question", "made of the title");
  measured.say(guess);
  const way = worse.test(`${name} ${one.file}`) ? "lower" : better.test(`${name} ${one.file}`) ? "higher" : "neither";
  if (way === "neither") guess.low("better", "nothing says whether more of it is better");
  else guess.middling("better", `by a word in ${name} or ${one.file}`);
  guess.low("sentence", "made of names of columns: read it aloud");
  for (const [column, value] of things)
    guess.low(
      `where.${column}`,
      `over ${column} the counts come to all who could be counted, so it says what is counted: ${JSON.stringify(value)} is taken, the first of its values`,
    );
  const fixed = [...totals].filter(
    ([column]) => !split.has(column) && broken.every(({ where }) => Object.hasOwn(where, column)),
  );
  const where = {
    ...place.where,
    ...Object.fromEntries(things),
    ...Object.fromEntries(fixed),
  };
  const all = Object.fromEntries([...totals].filter(([column]) => !Object.hasOwn(where, column)));
  const hasOverall =
    Object.keys(all).length > 0 &&
    totals.size === one.roles.groups.length - counted.length &&
    rowsWhere(one.table, { ...where, ...all }).rows.length > 0;
  if (hasOverall) guess.middling("overall", totalsWhy(all));
  const dimensions = broken.map(({ dimension, column, where: beside }, i) => {
    const others = Object.fromEntries(Object.entries(beside).filter(([other]) => !Object.hasOwn(where, other)));
    const summed = one.roles.groups.filter(
      (group) => group.column.name !== column && !totals.has(group.column.name) && !counted.includes(group),
    );
    if (Object.keys(others).length > 0) guess.middling(`dimensions.${i}.where`, totalsWhy(others));
    if (summed.length > 0)
      guess.low(
        `dimensions.${i}`,
        `rows that differ in ${summed.map((group) => group.column.name).join(", ")} are put together, because no value there is called a total`,
      );
    return { dimension: dimension.id, column, ...(Object.keys(others).length > 0 ? { where: filterOf(others) } : {}) };
  });
  const isShare = measured.statistic["kind"] === "proportion" || measured.statistic["scale"] === "logit";
  const events = measured.statistic["kind"] === "rate";
  return {
    about: [
      `Proposed by tempcheck init --from, of ${one.file}. What is guessed stands under guess, with the reason:`,
      ...howTo,
    ],
    guesses: guess.list,
    definition: {
      title: title.charAt(0).toUpperCase() + title.slice(1),
      question: `${title.charAt(0).toUpperCase()}${title.slice(1)}: is there a gap between groups?`,
      theme,
      dataset: one.id,
      ...(Object.keys(where).length === 0 ? {} : { where: filterOf(where) }),
      statistic: measured.statistic,
      better: way,
      sentence: {
        people,
        ...(isShare ? { state: `are counted under ${title}` } : {}),
        measure: isShare ? `the share of ${people} counted under ${title}` : `${title} of ${people}`,
        ...(events ? { events: true } : {}),
      },
      periods,
      ...(hasOverall ? { overall: { where: filterOf(all) } } : {}),
      dimensions,
    },
  };
}

/** Periods of which every figure is 0, where others are not. */
function periodsOfZeros(one: Looked, { statistic }: Measured, where: Readonly<Record<string, string>>): string[] {
  const { period } = one.roles;
  const column = statistic["numerator"] ?? statistic["value"];
  if (period === null || typeof column !== "string") return [];
  const table = rowsWhere(one.table, where);
  const cells = valuesOf(table, period.name);
  const filled = new Map<string, boolean>();
  for (const [i, [figure]] of figuresIn(table, [column]).entries()) {
    const cell = cells[i]!;
    filled.set(cell, filled.get(cell) === true || (figure !== null && figure !== 0));
  }
  const zeros = [...filled].flatMap(([cell, isFilled]) => (isFilled ? [] : [cell]));
  return zeros.length === filled.size ? [] : zeros.sort();
}

const totalsWhy = (where: Readonly<Record<string, string>>): string =>
  `${Object.entries(where)
    .map(([column, value]) => `${JSON.stringify(value)} of ${column}`)
    .join(
      ", ",
    )} ${Object.values(where).every((value) => isCalledTotal(value)) ? "is called a total" : "is the sum of the others"}`;
