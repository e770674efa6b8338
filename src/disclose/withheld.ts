import type { IndicatorResult, PeriodResult, PublishedDimension } from "../results/results.ts";
import { countTable, type Side } from "./counts.ts";
import { suppress } from "./suppress.ts";
import { type CountSystem, countSystem, type Figure } from "./system.ts";

/** What one side, numerators or denominators, of one table keeps back. */
export interface HeldBack {
  groups: ReadonlySet<string>;
  unrecorded: boolean;
  /** All measured groups together, which means and shares give away. */
  groupsTotal: boolean;
  everyone: boolean;
}
export type Withheld = Record<Side, HeldBack>;

/** What every table of one indicator and period keeps back, by dimension. */
export function withheldOf(
  indicator: IndicatorResult,
  tables: readonly { dimension: PublishedDimension; period: PeriodResult }[],
  threshold: number,
): Map<string, Withheld> {
  const system = (side: Side): CountSystem =>
    countSystem(tables.map(({ dimension, period }) => countTable(indicator, dimension, period, side)));
  const denominators = system("denominator");
  const numerators = system("numerator");
  const withoutSize = suppress(denominators, threshold, new Set());
  // A group whose size is withheld shows nothing, so its numerator is gone as well.
  const groups = figures(denominators, withoutSize).filter(({ kind }) => kind === "group");
  const withoutCount = suppress(numerators, threshold, new Set(groups.map(({ key }) => key)));
  return new Map(
    tables.map(({ dimension: { id } }) => [
      id,
      {
        denominator: heldBack(figures(denominators, withoutSize), id),
        numerator: heldBack([...figures(numerators, withoutCount), ...groups], id),
      },
    ]),
  );
}

const figures = ({ rows }: CountSystem, keys: ReadonlySet<string>): Figure[] =>
  rows.flatMap(({ figure }) => (figure && keys.has(figure.key) ? [figure] : []));

function heldBack(all: readonly Figure[], dimension: string): HeldBack {
  const here = all.filter(({ table }) => table === dimension);
  const has = (kind: Figure["kind"]): boolean => here.some((figure) => figure.kind === kind);
  return {
    groups: new Set(here.flatMap(({ group }) => group ?? [])),
    unrecorded: has("unrecorded"),
    groupsTotal: has("groups-total"),
    everyone: all.some(({ kind }) => kind === "everyone"),
  };
}
