import { coveredIndicators } from "../assess/covered-indicators.ts";
import { everyoneCell, type PrintedCell, TOTAL, UNRECORDED } from "../assess/printed-counts.ts";
import type { LedgerEntry } from "../assess/publishable-figures.ts";
import type { Say } from "../catalogue/say.ts";
import type { OutsideRange } from "../model.ts";
import { isMissing } from "../reasons-and-notes.ts";
import type { PeriodResult } from "../results/results.ts";
import type { Checked } from "./checked.ts";

/** One count as the policy lets it out; null where it is held back, or where the source has none. */
export interface AuditedCount {
  group: string;
  side: LedgerEntry["side"];
  published: number | null;
  held: { why: LedgerEntry["why"]; outside: OutsideRange } | null;
}

/** The counts of one table: of an indicator and period by a dimension, or of everyone where that is null. */
export interface AuditedTable {
  indicator: string;
  dimension: string | null;
  period: string;
  counts: AuditedCount[];
}

export interface Audit {
  policy: { threshold: number | null; roundTo: number | null };
  /** Indicators that the policy does not cover. */
  uncovered: string[];
  tables: AuditedTable[];
}

const sides = ["numerator", "denominator"] as const;

/** What is published of every count that the policy covers, what is held back, why, and what that could be from outside. */
export function audit({ definitions, results, ledger }: Checked): Audit {
  const covered = coveredIndicators(definitions).map(({ id }) => id);
  const { threshold, roundTo } = results.disclosure;
  const held = new Map(ledger.map((entry) => [JSON.stringify([entry.cell, entry.side]), entry]));
  const counted = (cell: PrintedCell, published: Partial<Record<LedgerEntry["side"], number | null>>): AuditedCount[] =>
    sides.flatMap((side) => {
      const entry = held.get(JSON.stringify([cell, side]));
      const told = entry === undefined ? (published[side] ?? null) : null;
      if (entry === undefined && told === null) return [];
      return [
        { group: cell.group, side, published: told, held: entry ? { why: entry.why, outside: entry.range } : null },
      ];
    });
  const tableOf = (indicator: string, dimension: string, result: PeriodResult): AuditedTable[] => {
    const period = result.period.label;
    const at = (group: string): PrintedCell => ({ indicator, dimension, period, group });
    const { overall, unrecorded } = result;
    const counts = [
      ...result.groups.flatMap((group) => counted(at(group.id), group)),
      ...counted(at(TOTAL), !isMissing(overall) && overall.from === "pooled" ? overall : {}),
      ...counted(at(UNRECORDED), unrecorded && unrecorded.share !== null ? { [unrecorded.of]: unrecorded.count } : {}),
    ];
    const everyone = counted(
      everyoneCell(indicator, period),
      !isMissing(overall) && overall.from === "published" ? overall : {},
    );
    return [
      { indicator, dimension, period, counts },
      ...(everyone.length > 0 ? [{ indicator, dimension: null, period, counts: everyone }] : []),
    ];
  };
  const tables = results.indicators
    .filter(({ id }) => covered.includes(id))
    .flatMap(({ id, dimensions }) =>
      dimensions.flatMap(({ dimension, periods }) => periods.flatMap((one) => tableOf(id, dimension, one))),
    );
  const key = ({ indicator, dimension, period }: AuditedTable): string =>
    JSON.stringify([indicator, dimension, period]);
  return {
    policy: { threshold, roundTo },
    uncovered: results.indicators.flatMap(({ id }) => (covered.includes(id) ? [] : [id])),
    tables: [...new Map(tables.map((table) => [key(table), table])).values()],
  };
}

/** An audit for people: every table, line by line. */
export function auditLines({ policy, uncovered, tables }: Audit, { results }: Checked, say: Say): string[] {
  const { terminal, counted } = say;
  const { audit: words } = terminal;
  const number = (value: number): string => counted(value).text;
  const named = (dimension: string | null, group: string): string => {
    if (dimension === null) return words.everyone;
    if (group === TOTAL) return words.total;
    if (group === UNRECORDED) return words.unrecorded;
    const { groups } = results.dimensions.find(({ id }) => id === dimension)!;
    return groups.find(({ id }) => id === group)?.label ?? group;
  };
  const lines = tables.flatMap(({ indicator, dimension, period, counts }) => {
    const { title } = results.indicators.find(({ id }) => id === indicator)!;
    const by = dimension === null ? words.everyone : results.dimensions.find(({ id }) => id === dimension)!.title;
    const isHeld = counts.filter(({ held }) => held !== null).length;
    return [
      "",
      words.table(title, by, period, counted(counts.length - isHeld), counted(isHeld)),
      ...counts.map(({ group, side, published, held }) =>
        held === null
          ? words.published(named(dimension, group), words.side[side], number(published!))
          : words.held(named(dimension, group), words.side[side], {
              why: words.why[held.why],
              range: words.range(
                number(held.outside.lower),
                held.outside.upper === null ? null : number(held.outside.upper),
              ),
            }),
      ),
    ];
  });
  return [
    words.lead,
    words.policy(
      policy.threshold === null ? null : number(policy.threshold - 1),
      policy.roundTo === null ? null : number(policy.roundTo),
    ),
    ...(uncovered.length > 0 ? [words.uncovered(counted(uncovered.length))] : []),
    ...lines,
    "",
  ];
}

/** How many counts an audit has: published, held back, small themselves, and given away. */
export function auditCounts({ tables }: Audit) {
  const all = tables.flatMap(({ counts }) => counts);
  const of = (why: LedgerEntry["why"]): number => all.filter(({ held }) => held?.why === why).length;
  const held = all.filter((count) => count.held !== null).length;
  return {
    ...{ published: all.length - held, held },
    ...{ small: of("small") + of("exposed"), exposed: of("exposed") },
    /** Part of all counts that is held back to hide others, 0 to 1. */
    lost: all.length === 0 ? 0 : of("to-hide-another") / all.length,
  };
}
