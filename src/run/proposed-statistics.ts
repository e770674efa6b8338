import { figuresIn, type Roles, sizeName } from "../ingest/column-roles.ts";
import { isCalledTotal } from "../ingest/totals.ts";
import type { DescribedColumn } from "../results/description.ts";
import type { Guesses } from "./guessed.ts";
import { wordsOf } from "./guessed.ts";
import { isCount, type Looked, peopleOf } from "./proposed-dataset.ts";

/** What is measured: a statistic, and how to speak of it. */
export interface Measured {
  /** Words for its id and title. */
  name: string;
  statistic: Record<string, unknown>;
  /** Who is counted; the column that is divided by, if any. */
  people: string;
  denominator: string | null;
  say(guess: Guesses): void;
}

/** Most measures that one file is proposed to have. */
const MOST = 4;
/** In so much of the rows a relation must hold. */
const NEARLY_ALL = 0.99;
/** Rounding may move a sum so far from the whole. */
const ROUNDED = 0.02;

const lowerName = /lower|(^|_| )(lci|lcl|ll|ci_?low)($|_| )/i;
const upperName = /upper|(^|_| )(uci|ucl|ul|ci_?high)($|_| )/i;
const valueName = /value|rate|percent|pct|%|prop|share|mean|average|avg|expect|score/i;
const eventName =
  /deaths|crimes|offences|incidents|collisions|casualties|events|admissions|attendances|exclusions|suspensions/i;
const errorName = /(^|[ _])(se|standard[ _]?error)($|[ _])/i;

/** What the columns of a file measure, the likeliest first; none where figures have nothing to stand against. */
export function measuredIn(one: Looked): Measured[] {
  const { measures } = one.roles;
  const lower = measures.find(({ name }) => lowerName.test(name));
  const upper = measures.find(({ name }) => upperName.test(name));
  const counts = measures.filter((column) => isCount(column) && column !== lower && column !== upper);
  const size = counts
    .filter(({ name }) => sizeName.test(name))
    .reduce<DescribedColumn | null>((a, b) => (a === null || (b.most ?? 0) > (a.most ?? 0) ? b : a), null);
  const shares =
    size === null
      ? []
      : counts
          .filter(({ name }) => !/school|institution|provider/i.test(name))
          .filter((column) => column !== size && !/denominator|population|^total[ _]/i.test(column.name))
          .slice(0, MOST)
          .map((column) => overSize(one, column, size));
  if (shares.length > 0) return shares;
  const error = measures.find(({ name }) => errorName.test(name));
  const values = measures.filter(
    (column) => column !== lower && column !== upper && column !== error && column !== size,
  );
  const value =
    values.find((column) => lower && upper && isBetween(one, lower, column, upper)) ??
    values.find(({ name, type }) => type === "number" && valueName.test(name)) ??
    values.find(({ type }) => type === "number");
  return value === undefined ? [] : [published(one, value, { lower, upper, error, size })];
}

function overSize(one: Looked, numerator: DescribedColumn, size: DescribedColumn): Measured {
  const rows = figuresIn(one.table, [numerator.name, size.name]);
  const over = rows.filter(([n, d]) => n !== null && d !== null && n! > d!).length;
  const isRate = over > 0 || eventName.test(numerator.name);
  const { people } = peopleOf(size.name);
  const columns = { numerator: numerator.name, denominator: size.name };
  return {
    name: wordsOf(numerator.name),
    statistic: isRate ? { kind: "rate", ...columns, per: 1000, unit: "per 1,000" } : { kind: "proportion", ...columns },
    people,
    denominator: size.name,
    say(guess) {
      if (over > 0)
        guess.low(
          "statistic",
          `${numerator.name} is above ${size.name} in ${over} rows, so it is no part of it: taken for events`,
        );
      else if (isRate)
        guess.middling(
          "statistic",
          `the name ${numerator.name} speaks of events, of which one person may have several`,
        );
      else
        guess.middling(
          "statistic",
          `no row has more ${numerator.name} than ${size.name}, and the name ${size.name} speaks of all who could be counted`,
        );
    },
  };
}

interface Beside {
  lower: DescribedColumn | undefined;
  upper: DescribedColumn | undefined;
  error: DescribedColumn | undefined;
  size: DescribedColumn | null;
}

function published(one: Looked, value: DescribedColumn, { lower, upper, error, size }: Beside): Measured {
  const hasLimits = lower !== undefined && upper !== undefined && isBetween(one, lower, value, upper);
  const words = `${value.name} ${one.table.table.titles.join(" ")} ${one.table.table.columns.map(({ name, examples }) => (/unit|measure|indicator/i.test(name) ? examples.join(" ") : "")).join(" ")}`;
  const isYears = /expectancy|lifeexp|\byears\b/i.test(words);
  const isShare =
    !isYears && /%|percent|pct|prop|share|rate/i.test(words) && (value.least ?? -1) >= 0 && (value.most ?? 101) <= 100;
  const isOfOne = isShare && (value.most ?? 2) <= 1;
  const scale = isShare ? { scale: "logit", per: isOfOne ? 1 : 100 } : { scale: "identity" };
  const unit = isYears ? "years" : isShare ? (isOfOne ? "of 1" : "%") : "units";
  return {
    name: wordsOf(value.name),
    statistic: {
      ...{ kind: "published", value: value.name },
      ...(hasLimits ? { lower: lower.name, upper: upper.name } : error ? { standard_error: error.name } : {}),
      ...(size === null ? {} : { denominator: size.name }),
      ...scale,
      unit,
    },
    people: size === null ? "people" : peopleOf(size.name).people,
    denominator: size?.name ?? null,
    say(guess) {
      if (hasLimits)
        guess.high(
          "statistic.lower",
          `${value.name} lies between ${lower.name} and ${upper.name} in every row that has them`,
        );
      guess.middling(
        "statistic.value",
        `figures as they are published, because no count stands beside one that it is a part of`,
      );
      guess.low(
        "statistic.scale",
        isShare
          ? "all figures lie from 0 to 100, and words speak of shares"
          : "nothing says what the figures are: shares have logit, rates log, means and years identity",
      );
      guess.low("statistic.unit", "by the words of the file");
    },
  };
}

/** Columns that say what is counted, and not of whom: over their values the counts come to all who could be counted. */
export function countedAs(one: Looked, measured: readonly Measured[]): Roles["groups"] {
  const [first] = measured;
  const { numerator, denominator } = first?.statistic ?? {};
  if (typeof numerator !== "string" || typeof denominator !== "string") return [];
  const figures = figuresIn(one.table, [numerator, denominator]);
  const { columns } = one.table.table;
  const { key, groups } = one.roles;
  return groups.filter(({ column, values }) => {
    if (key === null || !key.includes(column.name) || values.length < 2) return false;
    const others = key
      .filter((name) => name !== column.name)
      .map((name) => columns.findIndex((other) => other.name === name));
    const wholes = new Map<string, { sum: number; sizes: Set<number>; rows: number }>();
    for (const [i, row] of one.table.rows.entries()) {
      const [n, d] = figures[i]!;
      if (n === null || d === null || isCalledTotal(valueAt(row, columns.indexOf(column)))) continue;
      const at = others.map((place) => row[place] ?? "").join("\u0000");
      const whole = wholes.get(at) ?? { sum: 0, sizes: new Set<number>(), rows: 0 };
      wholes.set(at, { sum: whole.sum + n!, sizes: whole.sizes.add(d!), rows: whole.rows + 1 });
    }
    const several = [...wholes.values()].filter(({ rows }) => rows > 1);
    const held = several.filter(
      ({ sum, sizes }) => sizes.size === 1 && Math.abs(sum - [...sizes][0]!) <= ROUNDED * sum,
    );
    return several.length > 0 && held.length >= 0.95 * several.length;
  });
}

const valueAt = (row: readonly string[], at: number): string => row[at] ?? "";

function isBetween(one: Looked, lower: DescribedColumn, value: DescribedColumn, upper: DescribedColumn): boolean {
  const rows = figuresIn(one.table, [lower.name, value.name, upper.name]).filter((row) => !row.includes(null));
  const held = rows.filter(([from, at, to]) => at! >= from! && at! <= to!).length;
  return rows.length > 0 && held >= NEARLY_ALL * rows.length;
}
