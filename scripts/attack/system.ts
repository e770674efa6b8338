import { highs } from "./solver.ts";

/** low <= sum of coefficient * unknown <= high. */
interface Row {
  terms: Map<string, number>;
  low: number;
  high: number;
}

export type Range = readonly [number, number];
export type Terms = Readonly<Record<string, number>>;

/** A pass of tightening that moves no bound further than this is the last. */
const PASSES = 50;
const NEAR = 1e-6;

/** Unknown whole numbers with their bounds, and what is known of their sums. */
export class System {
  readonly bounds = new Map<string, [number, number]>();
  readonly rows: Row[] = [];

  unknown(name: string): string {
    if (!this.bounds.has(name)) this.bounds.set(name, [0, Infinity]);
    return name;
  }

  within(name: string, low: number, high: number): void {
    const bounds = this.bounds.get(this.unknown(name))!;
    bounds[0] = Math.max(bounds[0], low);
    bounds[1] = Math.min(bounds[1], high);
  }

  sum(terms: Terms, low: number, high: number = low): void {
    for (const name of Object.keys(terms)) this.unknown(name);
    this.#index = null;
    this.rows.push({ terms: new Map(Object.entries(terms).filter(([, c]) => c !== 0)), low, high });
  }

  clone(): System {
    const copy = new System();
    for (const [name, [low, high]] of this.bounds) copy.bounds.set(name, [low, high]);
    copy.rows.push(...this.rows);
    return copy;
  }

  /** Takes in what may be so, if it contradicts nothing. */
  adopt(change: (system: System) => void): boolean {
    const copy = this.clone();
    change(copy);
    if (!copy.tighten()) return false;
    for (const [name, bounds] of copy.bounds) this.bounds.set(name, bounds);
    this.#index = null;
    this.rows.splice(0, this.rows.length, ...copy.rows);
    return true;
  }

  range(name: string): Range {
    return this.bounds.get(name) ?? [0, Infinity];
  }

  isFixed(name: string): boolean {
    const [low, high] = this.range(name);
    return low === high;
  }

  /** Interval propagation in whole numbers; false where nothing fits. */
  tighten(): boolean {
    for (let pass = 0; pass < PASSES; pass++) {
      let moved = false;
      for (const { terms, low, high } of this.rows) {
        const least = new Total();
        const most = new Total();
        for (const [name, c] of terms) {
          const [a, b] = this.bounds.get(name)!;
          least.add(c > 0 ? c * a : c * b);
          most.add(c > 0 ? c * b : c * a);
        }
        if (least.without(0) > high + NEAR || most.without(0) < low - NEAR) return false;
        for (const [name, c] of terms) {
          const bounds = this.bounds.get(name)!;
          const [a, b] = bounds;
          const own: Range = c > 0 ? [c * a, c * b] : [c * b, c * a];
          const rest: Range = [least.without(own[0]), most.without(own[1])];
          const limits = [(low - rest[1]) / c, (high - rest[0]) / c].sort((p, q) => p - q);
          const from = Math.ceil(limits[0]! - NEAR);
          const to = Math.floor(limits[1]! + NEAR);
          if (from > a) [bounds[0], moved] = [from, true];
          if (to < b) [bounds[1], moved] = [to, true];
          if (bounds[0] > bounds[1]) return false;
        }
      }
      if (!moved) return true;
    }
    return true;
  }

  /** The rows that hang together with an unknown that is not fixed. */
  #component(name: string): Row[] {
    const reached = new Set([name]);
    const taken = new Set<Row>();
    const byName = this.#rowsByName();
    const queue = [name];
    while (queue.length > 0)
      for (const row of byName.get(queue.pop()!) ?? []) {
        if (taken.has(row)) continue;
        taken.add(row);
        for (const other of row.terms.keys())
          if (!this.isFixed(other) && !reached.has(other)) {
            reached.add(other);
            queue.push(other);
          }
      }
    return [...taken];
  }

  #index: Map<string, Row[]> | null = null;
  #rowsByName(): Map<string, Row[]> {
    if (this.#index === null) {
      this.#index = new Map();
      for (const row of this.rows)
        for (const name of row.terms.keys()) {
          const known = this.#index.get(name);
          if (known === undefined) this.#index.set(name, [row]);
          else known.push(row);
        }
    }
    return this.#index;
  }

  /** Least and greatest value of an unknown, in fractions (linear programming) and in whole numbers (completion). */
  extremes(name: string): { line: Range | null; whole: Range | null } {
    const own = this.range(name);
    const rows = this.isFixed(name) ? [] : this.#component(name);
    if (rows.length === 0) return { line: own, whole: own };
    const { alias, body, general } = this.#model(rows);
    const end = (sense: "Minimize" | "Maximize", inWholeNumbers: boolean): End | null => {
      try {
        const model = `${sense}\n obj: ${alias.get(name)}\n${body}${inWholeNumbers ? general : ""}End`;
        const solved = highs.solve(model, { time_limit: 5 });
        if (solved.Status === "Optimal")
          return { value: solved.ObjectiveValue, isWhole: Object.values(solved.Columns).every(hasWholeValue) };
        return solved.Status === "Unbounded" || solved.Status === "Primal infeasible or unbounded"
          ? { value: sense === "Minimize" ? -Infinity : Infinity, isWhole: false }
          : null;
      } catch {
        return null;
      }
    };
    // What is best in fractions and happens to be in whole numbers is best in whole numbers.
    const inWhole = (sense: "Minimize" | "Maximize", found: End | null): End | null =>
      found?.isWhole ? found : end(sense, true);
    const between = (low: End | null, high: End | null): Range | null =>
      low === null || high === null ? null : [Math.max(own[0], low.value), Math.min(own[1], high.value)];
    const [low, high] = [end("Minimize", false), end("Maximize", false)];
    return {
      line: between(low, high),
      whole: between(inWhole("Minimize", low), inWhole("Maximize", high)),
    };
  }

  #model(rows: readonly Row[]): { alias: Map<string, string>; body: string; general: string } {
    const alias = new Map<string, string>();
    const lines: string[] = [];
    for (const { terms, low, high } of rows) {
      let fixed = 0;
      const parts: string[] = [];
      for (const [name, c] of terms) {
        if (this.isFixed(name)) {
          fixed += c * this.range(name)[0];
          continue;
        }
        if (!alias.has(name)) alias.set(name, `v${alias.size}`);
        parts.push(`${c < 0 ? "-" : "+"} ${Math.abs(c)} ${alias.get(name)}`);
      }
      if (parts.length === 0) continue;
      const sum = parts.join(" ");
      if (low === high) lines.push(`${sum} = ${low - fixed}`);
      else {
        if (Number.isFinite(low)) lines.push(`${sum} >= ${low - fixed}`);
        if (Number.isFinite(high)) lines.push(`${sum} <= ${high - fixed}`);
      }
    }
    const bounds = [...alias].map(([name, short]) => {
      const [low, high] = this.range(name);
      return Number.isFinite(high) ? `${low} <= ${short} <= ${high}` : `${short} >= ${low}`;
    });
    return {
      alias,
      body: `Subject To\n${lines.map((line, i) => ` r${i}: ${line}`).join("\n")}\nBounds\n ${bounds.join("\n ")}\n`,
      general: `General\n ${[...alias.values()].join(" ")}\n`,
    };
  }
}

interface End {
  value: number;
  /** Whether every unknown is a whole number where this end is reached. */
  isWhole: boolean;
}

const hasWholeValue = ({ Primal }: { Primal?: number }): boolean =>
  Primal !== undefined && Math.abs(Primal - Math.round(Primal)) < 1e-9;

/** A sum of terms of which some may be without end, all of them to the same side. */
class Total {
  #finite = 0;
  #endless = 0;
  #side = 0;
  add(term: number): void {
    if (Number.isFinite(term)) this.#finite += term;
    else {
      this.#endless++;
      this.#side = term;
    }
  }
  /** Of all terms but this one; 0 leaves none out. */
  without(term: number): number {
    if (Number.isFinite(term)) return this.#endless > 0 ? this.#side : this.#finite - term;
    return this.#endless > 1 ? this.#side : this.#finite;
  }
}

/** Unknowns with one solution of the equations among the rows, without bounds: subtraction, and sums of subtractions. */
export function byElimination(system: System): Map<string, number> {
  const equations = system.rows.filter(({ low, high }) => low === high);
  const names = [...system.bounds.keys()].filter((name) => !system.isFixed(name));
  const column = new Map(names.map((name, i) => [name, i]));
  const rows = equations.flatMap(({ terms, low }) => {
    let right = low;
    const row = new Map<number, number>();
    for (const [name, c] of terms)
      if (system.isFixed(name)) right -= c * system.range(name)[0];
      else row.set(column.get(name)!, c);
    return row.size === 0 ? [] : [{ row, right }];
  });
  const done: { row: Map<number, number>; right: number; pivot: number }[] = [];
  for (const given of rows) {
    const next = { row: new Map(given.row), right: given.right };
    for (const { row, right, pivot } of done) less(next, row, right, next.row.get(pivot) ?? 0);
    const [pivot] = next.row.keys();
    if (pivot === undefined) continue;
    const by = next.row.get(pivot)!;
    for (const [at, c] of next.row) next.row.set(at, c / by);
    next.right /= by;
    for (const other of done) {
      const factor = other.row.get(pivot) ?? 0;
      if (factor === 0) continue;
      less(other, next.row, next.right, factor);
    }
    done.push({ ...next, pivot });
  }
  return new Map(done.filter(({ row }) => row.size === 1).map(({ right, pivot }) => [names[pivot]!, right]));
}

function less(
  from: { row: Map<number, number>; right: number },
  row: Map<number, number>,
  right: number,
  factor: number,
): void {
  if (factor === 0) return;
  for (const [at, c] of row) {
    const left = (from.row.get(at) ?? 0) - factor * c;
    if (Math.abs(left) < 1e-9) from.row.delete(at);
    else from.row.set(at, left);
  }
  from.right -= factor * right;
}
