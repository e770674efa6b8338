import { type Figure, figureKey } from "./build-figures.ts";

/** An indicator in a period: everything that disclosure protects together, whatever the breakdown. */
export interface Table {
  indicator: string;
  period: string;
}

export const tableKey = ({ indicator, period }: Table): string => JSON.stringify([indicator, period]);

/**
 * Tables of which some figure is held back in either build. An earlier figure of such a table is never repeated: it may
 * be the very one that is held back now, or give it back with those beside it.
 */
export const heldTables = (builds: readonly (readonly Figure[])[]): Set<string> =>
  new Set(builds.flatMap((figures) => figures.filter(({ isHeld }) => isHeld).map(({ cell }) => tableKey(cell))));

/**
 * Tables that hold back other figures than they did in the earlier build. What the one hides the other may show, so
 * that both together give a small number away. Told to whoever builds, never printed.
 */
export function differencing(before: readonly Figure[], after: readonly Figure[]): Table[] {
  const then = new Map(before.map((figure) => [figureKey(figure.cell), figure]));
  const tables = new Map<string, Table>();
  for (const { cell, isHeld } of after) {
    const old = then.get(figureKey(cell));
    if (old === undefined || old.isHeld === isHeld) continue;
    tables.set(tableKey(cell), { indicator: cell.indicator, period: cell.period });
  }
  return [...tables.values()];
}
