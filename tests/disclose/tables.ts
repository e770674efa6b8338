import type { Cell, CountSystem } from "../../src/disclose/cell.ts";
import { sumOfForms, unknown } from "../../src/disclose/form.ts";

/** Counts of a group: with the event, and people. */
export type Pair = readonly [number, number];

/** The system of one table of a share or a rate, with its total or without. */
export function tableOf(groups: readonly Pair[], { isShare = true, isTotalled = true } = {}): CountSystem {
  const cell = (key: string, kind: Cell["kind"], members: readonly number[], [x, n]: Pair): Cell => {
    const form = (letter: string) => sumOfForms(members.map((i) => unknown(`${letter}${i}`)));
    const known = { isKnown: false };
    return {
      ...{ key, kind, wasHeldBack: { numerator: false, denominator: false } },
      numerator: { form: form("x"), count: x, ...known },
      denominator: { form: isShare ? sumOfForms([form("x"), form("y")]) : form("n"), count: n, ...known },
      complement: isShare ? form("y") : null,
    };
  };
  const cells = groups.map((pair, i) => cell(`g${i}`, "group", [i], pair));
  const total: Pair = [groups.reduce((sum, [x]) => sum + x, 0), groups.reduce((sum, [, n]) => sum + n, 0)];
  return {
    cells: isTotalled ? [...cells, cell("total", "total", [...groups.keys()], total)] : cells,
    ...{ relations: [], derived: [], given: [] },
    wholes: [cells.map(({ key }) => key)],
  };
}
