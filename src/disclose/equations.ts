import { type Cell, type CountSystem, figureKey, type Side } from "./cell.ts";
import type { Form } from "./form.ts";
import type { Program, ProgramRow, Solvable } from "./solver.ts";

/** A printed count that can be held back. */
export interface Figure {
  key: string;
  cell: Cell;
  side: Side;
  form: Form;
  count: number;
  /** What holding it back costs: fewest counts first, groups before totals, the smallest before the largest. */
  cost: number;
}

/** A count that nobody may work out. */
export interface Target {
  form: Form;
  count: number;
  /** The printed count that it is, if it is one. */
  figure: string | null;
}

/**
 * What a reader of the tables knows, as a program: an equation for each printed count, with room on both sides that
 * costs something until the count is held back, and limits for what is held back.
 */
export interface Equations {
  figures: readonly Figure[];
  /** Whether every count is a whole number. */
  isWhole: boolean;
  columnOf: ReadonlyMap<string, number>;
  program: Program;
  rowOf: ReadonlyMap<string, number>;
  /** Rows of the sums that are at least 1 where a figure is held back: itself, and its complement. */
  floorOf: ReadonlyMap<string, readonly number[]>;
  /** The two columns of room of each figure. */
  roomOf: ReadonlyMap<string, readonly [number, number]>;
}

const INFINITE = Number.POSITIVE_INFINITY;

/** How much of a report rests on a count. */
const reach: Record<Cell["kind"], Record<Side, number>> = {
  group: { numerator: 1, denominator: 3 },
  unrecorded: { numerator: 1, denominator: 1 },
  total: { numerator: 4, denominator: 6 },
  everyone: { numerator: 8, denominator: 12 },
};

export function equations({ cells, relations, derived, given }: CountSystem): Equations {
  const figures = figuresOf(cells);
  const isWhole = figures.every(({ count }) => Number.isInteger(count));
  const complements = cells.flatMap(({ complement }) => complement ?? []);
  const formsOf = (all: readonly { form: Form }[]): Form[] => all.map(({ form }) => form);
  const forms = [...formsOf(figures), ...complements, ...relations, ...formsOf(derived), ...formsOf(given)];
  const columnOf = new Map<string, number>();
  for (const form of forms) for (const name of form.keys()) if (!columnOf.has(name)) columnOf.set(name, columnOf.size);

  const columns: Program["columns"][number][] = [...columnOf].map(() => ({ cost: 0, upper: INFINITE, isWhole }));
  const rows: ProgramRow[] = [];
  const rowOf = new Map<string, number>();
  const floorOf = new Map<string, number[]>();
  const roomOf = new Map<string, [number, number]>();
  const weightsOf = (form: Form): Map<number, number> =>
    new Map([...form].map(([name, weight]) => [columnOf.get(name)!, weight]));
  for (const { key, cell, side, form, count, cost } of figures) {
    const room: [number, number] = [columns.length, columns.length + 1];
    const upper = canBeHeldBack(cell, side) ? INFINITE : 0;
    columns.push({ cost, upper, isWhole: false }, { cost, upper, isWhole: false });
    roomOf.set(key, room);
    rowOf.set(key, rows.length);
    rows.push({ weights: weightsOf(form).set(room[0], -1).set(room[1], 1), lower: count, upper: count });
  }
  const floor = (form: Form): number => rows.push({ weights: weightsOf(form), lower: 1, upper: INFINITE }) - 1;
  for (const { key, numerator, complement, denominator } of cells) {
    if (denominator !== null && denominator.count >= 1)
      floorOf.set(figureKey(key, "denominator"), [floor(denominator.form)]);
    if (numerator === null || numerator.count < 1) continue;
    const isAll = complement === null || denominator === null || denominator.count - numerator.count < 1;
    floorOf.set(figureKey(key, "numerator"), [numerator.form, ...(isAll ? [] : [complement])].map(floor));
  }
  for (const form of relations) rows.push({ weights: weightsOf(form), lower: 0, upper: 0 });
  for (const { form, lower, upper } of given) rows.push({ weights: weightsOf(form), lower, upper });
  return { figures, isWhole, columnOf, program: { columns, rows }, rowOf, floorOf, roomOf };
}

/** Each printed count of the cells. */
function figuresOf(cells: readonly Cell[]): Figure[] {
  const sizes = cells.flatMap(({ numerator, denominator }) => [numerator?.count ?? 0, denominator?.count ?? 0]);
  const largest = sizes.reduce((most, size) => Math.max(most, size), 1);
  return cells.flatMap((cell) =>
    (["numerator", "denominator"] as const).flatMap((side): Figure[] => {
      const counted = cell[side];
      if (counted === null) return [];
      const { form, count } = counted;
      const cost = reach[cell.kind][side] * (1 + (0.9 * count) / largest);
      return [{ key: figureKey(cell.key, side), cell, side, form, count, cost }];
    }),
  );
}

/**
 * None and all are never held back by themselves: that a count is held back says that it is neither. What an earlier
 * edition printed is known.
 */
function canBeHeldBack({ numerator, denominator, complement }: Cell, side: Side): boolean {
  const counted = side === "numerator" ? numerator : denominator;
  if (counted === null || counted.isKnown || counted.count === 0) return false;
  const isAll = side === "numerator" && complement !== null && denominator?.count === counted.count;
  return !isAll;
}

/** Lets a count be anything, as one that is held back is, or holds it to what is printed. */
export function setHeldBack(
  { rowOf, roomOf }: Equations,
  solvable: Solvable,
  figure: Figure,
  isHeldBack: boolean,
): void {
  const { key, count } = figure;
  solvable.setRow(rowOf.get(key)!, isHeldBack ? -INFINITE : count, isHeldBack ? INFINITE : count);
  for (const column of roomOf.get(key)!)
    solvable.setUpper(column, isHeldBack || !canBeHeldBack(figure.cell, figure.side) ? 0 : INFINITE);
}

/** Whether a figure is known to be neither none nor all: by being held back, its size being printed. */
export function setFloor({ floorOf }: Equations, solvable: Solvable, { key }: Figure, isKnown: boolean): void {
  for (const row of floorOf.get(key) ?? []) solvable.setRow(row, isKnown ? 1 : 0, INFINITE);
}
