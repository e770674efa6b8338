import type { WrittenResults } from "../../src/results/results.ts";
import type { Finding, Tried, Way } from "./attacker.ts";
import { type Table, tablesOf } from "./published.ts";
import { type Cell, keyOf, type ProjectPlan } from "./tables.ts";

/** Counts of a class of tables, against the truth that the attacker never sees. */
export interface Score {
  tables: number;
  /** Cells: a group of a table in a period. */
  cells: number;
  /** Cells of which a count is held back, and those among them where no count is small. */
  withheldCells: number;
  secondaryCells: number;
  /** Withheld counts: numerators and denominators apart. */
  withheld: number;
  pinnedRight: number;
  pinnedWrong: number;
  /** Withheld counts with one value left, right or wrong. */
  fewerThanTwo: number;
  /** How many values are left of those that are not pinned. */
  ranges: { two: number; toFour: number; more: number; unbounded: number };
  /** Counts that are printed rounded, and those whose exact count came back. */
  rounded: number;
  roundedFound: number;
  ways: Partial<Record<Way, number>>;
}

export const nothing = (): Score => ({
  tables: 0,
  cells: 0,
  withheldCells: 0,
  secondaryCells: 0,
  withheld: 0,
  pinnedRight: 0,
  pinnedWrong: 0,
  fewerThanTwo: 0,
  ranges: { two: 0, toFour: 0, more: 0, unbounded: 0 },
  rounded: 0,
  roundedFound: 0,
  ways: {},
});

export type Pinned = Finding & { project: string; edition: number; truth: number };

export interface Judged {
  /** By shape, and by what else is so of a table. */
  classes: Map<string, Score>;
  pinned: Pinned[];
}

/** Holds what the attacker found against the truth of each edition. */
export function judge(
  judged: Judged,
  editions: readonly { plan: ProjectPlan; results: WrittenResults }[],
  tried: Tried,
): void {
  editions.forEach(({ plan, results }, edition) => {
    const isLatest = edition === editions.length - 1;
    const truthOf = truthsOf(plan, results);
    const tables = tablesOf(results);
    const seen = new Set<string>();
    for (const table of tables) {
      const names = classesOf(plan, table, editions.length > 1);
      const id = `${table.indicator.id}|${table.dimension.dimension}`;
      for (const name of names) {
        const score = scoreOf(judged, name);
        if (isLatest && !seen.has(id)) score.tables++;
        for (const { id: group, numerator, denominator, marker } of table.period.groups) {
          const truth = truthOf(table.indicator.id, table.dimension.dimension, table.years, group);
          if (truth === undefined) continue;
          score.cells++;
          if (numerator !== null && denominator !== null) continue;
          score.withheldCells++;
          if (marker === "[c]" && !isPrimary(truth, plan.threshold, table.indicator.kind)) score.secondaryCells++;
        }
      }
      seen.add(id);
    }
    const suffix = isLatest ? "" : `@${edition}`;
    for (const finding of tried.findings) {
      if (!finding.name.startsWith(`${finding.what}${suffix}|`)) continue;
      const cell = truthOf(finding.indicator, finding.dimension, finding.years, finding.group);
      if (cell === undefined) continue;
      const truth = cell[finding.what === "x" ? 0 : 1];
      const table = tables.find(
        (one) =>
          one.indicator.id === finding.indicator &&
          one.dimension.dimension === finding.dimension &&
          one.years === finding.years,
      )!;
      const isRight = finding.pinned === truth;
      for (const name of classesOf(plan, table, editions.length > 1)) tally(scoreOf(judged, name), finding, isRight);
      if (isRight && finding.printed === null) judged.pinned.push({ ...finding, project: plan.name, edition, truth });
    }
  });
}

function tally(score: Score, { printed, pinned, left, way }: Finding, isRight: boolean): void {
  if (printed !== null) {
    score.rounded++;
    // Counts that are multiples themselves are what is printed, and found by reading it.
    if (isRight && pinned !== printed) score.roundedFound++;
    return;
  }
  score.withheld++;
  if (left < 2) score.fewerThanTwo++;
  else if (left === 2) score.ranges.two++;
  else if (left <= 4) score.ranges.toFour++;
  else if (Number.isFinite(left)) score.ranges.more++;
  else score.ranges.unbounded++;
  if (pinned === null) return;
  if (!isRight) score.pinnedWrong++;
  else {
    score.pinnedRight++;
    if (way) score.ways[way] = (score.ways[way] ?? 0) + 1;
  }
}

function scoreOf({ classes }: Judged, name: string): Score {
  const score = classes.get(name) ?? nothing();
  classes.set(name, score);
  return score;
}

function classesOf(plan: ProjectPlan, { indicator, years, dimension }: Table, isTwice: boolean): string[] {
  const declared = plan.indicators.find(({ id }) => id === indicator.id)!;
  const { shape } = declared;
  const [first, last] = years.split("-");
  return [
    "all",
    shape === "wards" ? `wards: ${dimension.dimension}` : shape,
    ...(isTwice ? ["+ two editions"] : []),
    ...((plan.roundTo ?? 1) > 1 ? ["+ rounded"] : []),
    ...(declared.pools ? [first === last ? "+ beside pools" : "+ pools"] : []),
    ...(declared.kind === "rate" ? ["+ rates"] : []),
  ];
}

const isPrimary = ([x, n]: Cell, threshold: number, kind: string): boolean =>
  [x, n, ...(kind === "proportion" ? [n - x] : [])].some((count) => count > 0 && count < threshold);

/** Truth by group, with quantiles added up by the members that the report names. */
function truthsOf({ truth, wards }: ProjectPlan, { dimensions }: WrittenResults) {
  const fifths = dimensions.find(({ id }) => id === "fifths");
  return (indicator: string, dimension: string, years: string, group: string): Cell | undefined => {
    const of = (name: string): Cell | undefined => truth.get(keyOf(indicator, dimension, years, name));
    if (dimension !== "fifths") return of(group);
    const members = fifths?.groups.find(({ id }) => id === group)?.members ?? [];
    const cells = wards
      .filter(({ name }) => members.includes(name))
      .flatMap(({ code }) => [of(code) ?? [0, 0]] as const);
    return [cells.reduce((sum, [x]) => sum + x, 0), cells.reduce((sum, [, n]) => sum + n, 0)];
  };
}

const share = (part: number, whole: number): string => (whole === 0 ? "-" : `${((100 * part) / whole).toFixed(1)} %`);

/** One line a class. */
export function tableOf({ classes }: Judged): string {
  const head = [
    "class",
    "tables",
    "cells",
    "withheld",
    "pinned",
    "share",
    "wrong",
    "left 2",
    "3-4",
    "5+",
    "open",
    "secondary cells",
    "rounded",
    "found",
  ];
  const rows = [...classes]
    .sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map(([name, s]) =>
      [
        name,
        s.tables,
        s.cells,
        s.withheld,
        s.pinnedRight,
        share(s.pinnedRight, s.withheld),
        s.pinnedWrong,
        s.ranges.two,
        s.ranges.toFour,
        s.ranges.more,
        s.ranges.unbounded,
        `${s.secondaryCells} (${share(s.secondaryCells, s.cells)})`,
        s.rounded,
        s.roundedFound,
      ].map(String),
    );
  const widths = head.map((name, i) => Math.max(name.length, ...rows.map((row) => row[i]!.length)));
  const line = (row: readonly string[]): string =>
    row.map((text, i) => (i === 0 ? text.padEnd(widths[i]!) : text.padStart(widths[i]!))).join("  ");
  return [line(head), ...rows.map(line)].join("\n");
}

const rank = (name: string): number => (name === "all" ? 2 : name.startsWith("+") ? 1 : 0);
