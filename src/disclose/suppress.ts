import { type Cell, type CountSystem, figureKey } from "./cell.ts";
import { type Equations, equations, type Figure, setFloor, setHeldBack, type Target } from "./equations.ts";
import { type Form, sumOfForms, valueAt } from "./form.ts";
import type { Solvable, Solver } from "./solver.ts";

/** Counts to hold back, by figure key: small ones, and those that would give a small one away. */
export interface Suppressed {
  primary: ReadonlySet<string>;
  secondary: ReadonlySet<string>;
  /** Small counts that nothing hides any more, because an earlier edition printed what gives them back. */
  exposed: ReadonlySet<string>;
}

/** Every unknown with one set of values that all that is printed allows. */
type Values = ReadonlyMap<string, number>;

/**
 * Which counts of related tables are held back. Primary: those from 1 to one below the threshold, of people with the
 * event, without it, or together. Secondary: the fewest others, the smallest first, without which every small count
 * could have another whole value, given all that stays printed, that no count is negative, and that a count held back
 * is neither none nor all.
 *
 * Formula: for each small count, the program that moves it by one and moves as few printed counts as it can with it;
 * those that it moves are held back. What turns out not to be needed in the end is let out again, the largest first.
 * Source: Fischetti M, Salazar JJ (2001), doi:10.1287/mnsc.47.7.1008.9805; docs/method.md section 7
 */
export function suppress(system: CountSystem, threshold: number, solver: Solver): Suppressed {
  const isSmall = (count: number): boolean => count > 1e-6 && count < threshold - 1e-6;
  const written = equations(system);
  return solver(written.program, (solvable) => new Search({ system, written, solvable, isSmall }).run());
}

interface Searched {
  system: CountSystem;
  written: Equations;
  solvable: Solvable;
  isSmall: (count: number) => boolean;
}

interface Found {
  values: Values;
  /** Printed counts that it moves. */
  moved: Figure[];
  cost: number;
}

class Search implements Searched {
  readonly system: CountSystem;
  readonly written: Equations;
  readonly solvable: Solvable;
  readonly isSmall: (count: number) => boolean;
  readonly #held = new Set<string>();
  readonly #exposed = new Set<string>();
  readonly #targets: Target[] = [];
  readonly #rows: number[] = [];
  #others: Values[] = [];

  constructor({ system, written, solvable, isSmall }: Searched) {
    this.system = system;
    this.written = written;
    this.solvable = solvable;
    this.isSmall = isSmall;
  }

  run(): Suppressed {
    const primary = new Set<string>();
    for (const figure of this.written.figures)
      if (figure.cell.wasHeldBack[figure.side] || this.#isPrimary(figure)) {
        if (this.#isPrimary(figure)) primary.add(figure.key);
        this.#hold(figure);
      }
    for (const target of this.#smallCounts()) this.#aim(target);
    for (const { form, count } of this.system.derived)
      if (this.isSmall(count)) this.#aim({ form, count, figure: null });
    this.#protectAll();
    this.#letOut(primary);
    return {
      primary,
      secondary: new Set([...this.#held].filter((key) => !primary.has(key))),
      exposed: this.#exposed,
    };
  }

  #isPrimary({ cell: { numerator, denominator, complement }, side, count }: Figure): boolean {
    if (this.isSmall(count)) return true;
    return (
      side === "numerator" &&
      complement !== null &&
      numerator !== null &&
      denominator !== null &&
      this.isSmall(denominator.count - numerator.count)
    );
  }

  *#smallCounts(): Generator<Target> {
    for (const { key, numerator, denominator, complement } of this.system.cells) {
      const figure = figureKey(key, "numerator");
      if (numerator && this.isSmall(numerator.count)) yield { ...numerator, figure };
      if (denominator && this.isSmall(denominator.count))
        yield { ...denominator, figure: figureKey(key, "denominator") };
      if (!numerator || !denominator || complement === null) continue;
      const count = denominator.count - numerator.count;
      if (this.isSmall(count)) yield { form: complement, count, figure };
    }
  }

  #aim(target: Target): void {
    const weights = new Map([...target.form].map(([name, weight]) => [this.written.columnOf.get(name)!, weight]));
    this.#targets.push(target);
    this.#rows.push(this.solvable.addRow({ weights, ...anything }));
  }

  /** A size that is held back takes the count with it: a group without a size shows nothing. */
  #hold(figure: Figure): void {
    this.#held.add(figure.key);
    setHeldBack(this.written, this.solvable, figure, true);
    const count = figure.side === "denominator" && this.#figure(figureKey(figure.cell.key, "numerator"));
    if (!count) return;
    setFloor(this.written, this.solvable, count, false);
    if (!this.#held.has(count.key)) this.#hold(count);
  }

  #release(figure: Figure): void {
    this.#held.delete(figure.key);
    setHeldBack(this.written, this.solvable, figure, false);
    const count = figure.side === "denominator" && this.#figure(figureKey(figure.cell.key, "numerator"));
    if (count) setFloor(this.written, this.solvable, count, true);
  }

  #figure = (key: string): Figure | undefined => this.written.figures.find((one) => one.key === key);

  /** Sums of what one table holds back are counts as well; there may be more of them after each step. */
  #protectAll(): void {
    for (let next = 0; next < this.#targets.length; ) {
      for (; next < this.#targets.length; next++) this.#protect(next);
      for (const sum of this.#smallSums()) this.#aim(sum);
    }
  }

  *#smallSums(): Generator<Target> {
    for (const whole of this.system.wholes) {
      const cells = whole.map((key) => this.system.cells.find((cell) => cell.key === key)!);
      for (const [side, pick] of sides) {
        const parts = cells.filter(({ key }) => this.#held.has(figureKey(key, side))).flatMap(pick);
        const count = parts.reduce((sum, part) => sum + part.count, 0);
        const form = sumOfForms(parts.map((part) => part.form));
        if (parts.length > 1 && this.isSmall(count) && !this.#targets.some((one) => isSame(one.form, form)))
          yield { form, count, figure: null };
      }
    }
  }

  #isOpen = ({ form, count }: Target): boolean =>
    this.#others.some((values) => Math.abs(valueAt(form, values) - count) > 0.5);

  #protect(index: number): void {
    const target = this.#targets[index]!;
    if (this.#isOpen(target)) return;
    const found = this.#cheapest(index);
    if (found === null) {
      if (target.figure !== null) this.#exposed.add(target.figure);
      return;
    }
    this.#others.push(found.values);
    for (const figure of found.moved) this.#hold(figure);
  }

  /** Values where the count is another one, with the figures that they move beside those held back. */
  #cheapest(index: number): Found | null {
    const { count } = this.#targets[index]!;
    const row = this.#rows[index]!;
    let best: Found | null = null;
    for (const [lower, upper] of [
      [count + 1, anything.upper],
      [anything.lower, count - 1],
    ] as const) {
      this.solvable.setRow(row, lower, upper);
      const solution = this.solvable.solve();
      if (solution === null || solution === "unbounded") continue;
      const found = this.#read(solution);
      if (best === null || found.cost < best.cost - 1e-9) best = found;
      if (found.cost === 0) break;
    }
    this.solvable.setRow(row, anything.lower, anything.upper);
    return best;
  }

  #read(solution: Float64Array): Found {
    const moved = this.written.figures.filter(({ key }) =>
      this.written.roomOf.get(key)!.some((column) => solution[column]! > 1e-6),
    );
    return {
      values: new Map([...this.written.columnOf].map(([name, column]) => [name, solution[column]!])),
      moved,
      cost: moved.reduce((sum, { cost }) => sum + cost, 0),
    };
  }

  /** A count held back early may not be needed any more: the largest are let out first. */
  #letOut(primary: ReadonlySet<string>): void {
    const secondary = [...this.#held].flatMap((key) => (primary.has(key) ? [] : this.#figure(key)!));
    for (const figure of secondary.sort((a, b) => b.cost - a.cost)) {
      const isBound = figure.side === "numerator" && this.#held.has(figureKey(figure.cell.key, "denominator"));
      if (figure.cell.wasHeldBack[figure.side] || isBound) continue;
      const before = this.#others;
      this.#others = before.filter((values) => Math.abs(valueAt(figure.form, values) - figure.count) < 1e-6);
      this.#release(figure);
      if (this.#isStillSafe()) continue;
      this.#hold(figure);
      this.#others = before;
    }
  }

  #isStillSafe(): boolean {
    return this.#targets.every((target, index) => {
      if (this.#isOpen(target) || (target.figure !== null && this.#exposed.has(target.figure))) return true;
      const found = this.#cheapest(index);
      if (found === null || found.moved.length > 0) return false;
      this.#others.push(found.values);
      return true;
    });
  }
}

const anything = { lower: Number.NEGATIVE_INFINITY, upper: Number.POSITIVE_INFINITY };

const sides: readonly ["numerator" | "denominator", (cell: Cell) => { form: Form; count: number }[]][] = [
  ["numerator", ({ numerator }) => (numerator ? [numerator] : [])],
  [
    "numerator",
    ({ numerator, denominator, complement }) =>
      numerator && denominator && complement ? [{ form: complement, count: denominator.count - numerator.count }] : [],
  ],
  ["denominator", ({ denominator }) => (denominator ? [denominator] : [])],
];

const isSame = (a: Form, b: Form): boolean =>
  a.size === b.size && [...a].every(([name, weight]) => b.get(name) === weight);
