import type { OutsideRange } from "../model.ts";
import { type CountSystem, figureKey } from "./cell.ts";
import { type Equations, equations, setHeldBack } from "./equations.ts";
import { combined, type Form, unknown } from "./form.ts";
import { reduced } from "./reduced.ts";
import type { Program, Solvable, Solver } from "./solver.ts";

/**
 * The range that the published figures leave for every count held back: of all whole values that they allow, the least
 * and the greatest. It uses nothing that is not published, so whatever is computed from it gives nothing away.
 */
export function outsideRanges(
  system: CountSystem,
  held: ReadonlySet<string>,
  roundTo: number | null,
  solver: Solver,
): Map<string, OutsideRange> {
  const written = equations(system);
  const { isWhole, columnOf } = written;
  const { program, placeOf, fixed } = reduced(asPublished(written, held, roundTo));
  return solver(program, (solvable) => {
    const rangeOf = (form: Form): OutsideRange => {
      const weights = [...form].map(([name, weight]) => [columnOf.get(name)!, weight] as const);
      const known = weights.reduce((sum, [column, weight]) => sum + weight * (fixed.get(column) ?? 0), 0);
      const open = weights.flatMap(([column, weight]) => {
        const place = placeOf.get(column);
        return place === undefined ? [] : [[place, weight] as const];
      });
      const extreme = (sign: 1 | -1): number | null => {
        if (open.length === 0) return known;
        solvable.setCosts(new Map(open.map(([place, weight]) => [place, sign * weight])));
        const solution = solvable.solve();
        if (solution === "unbounded" || solution === null) return null;
        const value = open.reduce((sum, [place, weight]) => sum + weight * solution[place]!, known);
        return isWhole ? Math.round(value) : value;
      };
      return { lower: extreme(1) ?? 0, upper: extreme(-1) };
    };
    return new Map(written.figures.flatMap(({ key, form }) => (held.has(key) ? [[key, rangeOf(form)] as const] : [])));
  });
}

/** What a reader of the published figures knows: each count as it is printed, and of those held back that they are neither none nor all. */
function asPublished(
  { figures, isWhole, program, rowOf, floorOf, roomOf }: Equations,
  held: ReadonlySet<string>,
  roundTo: number | null,
): Program {
  const columns = [...program.columns];
  const rows = [...program.rows];
  const limit = (row: number, lower: number, upper: number): void => {
    rows[row] = { ...rows[row]!, lower, upper };
  };
  for (const { key, cell, side, count } of figures) {
    const isHeld = held.has(key);
    // The range is of what is printed: there is no room beside it.
    for (const column of roomOf.get(key)!) columns[column] = { ...columns[column]!, upper: 0 };
    const printed = isHeld ? anything : roundedFrom(count, roundTo, isWhole);
    limit(rowOf.get(key)!, printed.lower, printed.upper);
    const isNeither = isHeld && (side === "denominator" || !held.has(figureKey(cell.key, "denominator")));
    for (const row of floorOf.get(key) ?? []) limit(row, isNeither ? 1 : 0, anything.upper);
  }
  return { columns, rows: rows.filter(({ lower, upper }) => lower !== anything.lower || upper !== anything.upper) };
}

const anything = { lower: Number.NEGATIVE_INFINITY, upper: Number.POSITIVE_INFINITY };

/** Every count that is printed as the same multiple. */
export function roundedFrom(count: number, roundTo: number | null, isWhole: boolean): { lower: number; upper: number } {
  if (roundTo === null) return { lower: count, upper: count };
  const [lower, upper] = [rounded(count, roundTo) - roundTo / 2, rounded(count, roundTo) + roundTo / 2];
  return isWhole
    ? { lower: Math.max(0, Math.ceil(lower)), upper: Math.ceil(upper) - 1 }
    : { lower: Math.max(0, lower), upper };
}

/** The nearest multiple; the greater one of two. */
export const rounded = (count: number, roundTo: number): number => roundTo * Math.round(count / roundTo);

/** Whether some counts fit everything that is printed: those that are averages of years do not add up over them. */
export const isConsistent = (system: CountSystem, solver: Solver): boolean => {
  const written = equations(system);
  return solver(written.program, (solvable) => printed(written, solvable).solve() !== null);
};

/**
 * A system without the sums that cannot hold, given all that is printed and every range of the source: those of tables
 * whose missing counts make up no total. Where that is not enough, the ranges of the source that cannot hold go too.
 */
export function withoutContradictions(system: CountSystem, solver: Solver): CountSystem {
  if (isConsistent(system, solver)) return system;
  const { relations, given } = system;
  const names = [...relations, ...given].map((_, i) => [`more ${i}`, `less ${i}`] as const);
  const loose = (form: Form, i: number): Form =>
    combined([
      [form, 1],
      [unknown(names[i]![0]), 1],
      [unknown(names[i]![1]), -1],
    ]);
  const written = equations({
    ...system,
    relations: relations.map(loose),
    given: given.map((one, i) => ({ ...one, form: loose(one.form, relations.length + i) })),
  });
  return solver(written.program, (solvable) => {
    const columns = names.map((pair) => pair.map((name) => written.columnOf.get(name)!));
    const most = 1 + relations.length;
    const costOf = (i: number): number => (i < relations.length ? 1 : most);
    const costs = columns.flatMap((pair, i) => pair.map((column) => [column, costOf(i)] as const));
    printed(written, solvable).setCosts(new Map(costs));
    const solution = solvable.solve();
    const isKept = (i: number): boolean =>
      solution !== null && solution !== "unbounded" && columns[i]!.every((column) => solution[column]! < 1e-6);
    return {
      ...system,
      relations: relations.filter((_, i) => isKept(i)),
      given: given.filter((_, i) => isKept(relations.length + i)),
    };
  });
}

/** Every count as it is printed, without room beside it. */
function printed(written: Equations, solvable: Solvable): Solvable {
  for (const figure of written.figures) {
    setHeldBack(written, solvable, figure, true);
    solvable.setRow(written.rowOf.get(figure.key)!, figure.count, figure.count);
  }
  return solvable;
}
