import type { PeriodRules } from "../define/indicator.ts";
import { periodOf } from "../ingest/periods.ts";
import type { Guesses } from "./guessed.ts";
import { type Looked, rowsWhere, valuesOf } from "./proposed-dataset.ts";
import { toldPeriod } from "./told-period.ts";

/** Periods of an indicator, by how the cells of their column are written; null where no rule reads them. */
export function proposedPeriods(
  one: Looked,
  where: Readonly<Record<string, string>>,
  guess: Guesses,
): Record<string, unknown> | null {
  const { roles, table, day } = one;
  const { period } = roles;
  if (period === null) {
    const told = toldPeriod(one);
    if (told !== null) {
      guess.low("periods.fixed", `no column looks like a period: this one stands in ${JSON.stringify(told.text)}`);
      return { fixed: told.period };
    }
    const year = day.slice(0, 4);
    guess.low("periods.fixed", "no column looks like a period: this is the year in which the file was last changed");
    return { fixed: { label: year, start: `${year}-01-01`, end: `${year}-12-31` } };
  }
  const cells = [...new Set(valuesOf(rowsWhere(table, where), period.name))];
  const words = [
    one.file,
    ...table.table.titles,
    ...table.table.columns.flatMap(({ name, examples }) => [name, ...examples]),
  ];
  const ofSchools = /academic|school|pupil|key stage|\bks[1-5]\b|cohort/i.test(words.join(" "));
  guess.low("periods.baseline", "the first period; another may be the one that a plan starts from");
  const reads = (unit: Unit): boolean => cells.every((cell) => periodOf(cell, unit) !== null);
  const across = ofSchools ? "academic-year" : "financial-year";
  const isEnding = /academic|school|cohort/i.test(period.name) && cells.every((cell) => /^\d{4}$/.test(cell));
  const likely: [unit: Unit, sure: "middling" | "low", why: string][] = [
    [
      "calendar-year",
      "middling",
      "its cells are calendar years, single ones or several together, by how they are written",
    ],
    [
      across,
      "middling",
      ofSchools
        ? "years across a new year, in a file that speaks of schools: September to August"
        : "years across a new year: April to March, unless they are of schools or begin elsewhere",
    ],
    ["calendar-quarter", "middling", "quarters, taken for those of calendar years"],
    ["financial-quarter", "middling", "quarters of years across a new year, taken for April to March"],
    ["month", "middling", "months, by how they are written"],
    ["year-ending", "middling", "twelve months, by how they are written"],
  ];
  if (isEnding)
    likely.unshift([
      "academic-year-ending",
      "low",
      `the name ${period.name} speaks of schools: taken for academic years by the year in which they end`,
    ]);
  // 2011-12 may be a year across a new year or a December: only where every cell may be both.
  const [unit, sure, why] = likely.find(([one]) => reads(one) && !(one === "calendar-year" && isAcross(cells))) ?? [];
  if (unit === undefined || sure === undefined || why === undefined) return null;
  guess[sure]("periods.unit", why);
  const read = cells.flatMap((cell) => periodOf(cell, unit) ?? []).sort((a, b) => (a.end < b.end ? -1 : 1));
  return { column: period.name, unit, baseline: read[0]?.label };
}

type Unit = NonNullable<PeriodRules["unit"]>;

/** Whether cells name two years one after the other, so that they may be one year across a new year. */
const isAcross = (cells: readonly string[]): boolean =>
  cells.some((cell) => /^\d{4}[-/]\d{2}(\d{2})?$/.test(cell) && periodOf(cell, "financial-year") !== null);
