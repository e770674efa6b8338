import type { Program, ProgramRow } from "./solver.ts";

/** A program with fewer columns, where each of those left was, and what the others are. */
export interface Reduced {
  program: Program;
  placeOf: ReadonlyMap<number, number>;
  fixed: ReadonlyMap<number, number>;
}

/** A program without the columns that an equation fixes, alone or once others are: every count that is printed is one. */
export function reduced({ columns, rows }: Program): Reduced {
  const fixed = new Map<number, number>();
  for (const [i, { upper }] of columns.entries()) if (upper === 0) fixed.set(i, 0);
  let open: readonly ProgramRow[] = rows;
  for (let before = -1; before < fixed.size; ) {
    before = fixed.size;
    open = open.flatMap((row) => {
      const left = withoutFixed(row, fixed);
      const [first] = left.weights;
      if (first === undefined) return [];
      if (left.weights.size > 1 || left.lower !== left.upper) return [left];
      fixed.set(first[0], left.lower / first[1]);
      return [];
    });
  }
  const kept = [...columns.keys()].filter((i) => !fixed.has(i));
  const placeOf = new Map(kept.map((i, place) => [i, place]));
  return {
    placeOf,
    fixed,
    program: {
      columns: kept.map((i) => columns[i]!),
      rows: open.map((row) => {
        const { weights, lower, upper } = withoutFixed(row, fixed);
        return { weights: new Map([...weights].map(([i, weight]) => [placeOf.get(i)!, weight])), lower, upper };
      }),
    },
  };
}

function withoutFixed({ weights, lower, upper }: ProgramRow, fixed: ReadonlyMap<number, number>): ProgramRow {
  let known = 0;
  const left = new Map<number, number>();
  for (const [column, weight] of weights) {
    const value = fixed.get(column);
    if (value === undefined) left.set(column, weight);
    else known += weight * value;
  }
  return { weights: left, lower: lower - known, upper: upper - known };
}
