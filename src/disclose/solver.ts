import type { Highs, default as Loader, Model } from "highs";

/** A row of a program: weights of columns between two limits. */
export interface ProgramRow {
  weights: ReadonlyMap<number, number>;
  lower: number;
  upper: number;
}

/** A program in whole numbers: columns that are 0 or more, and rows. */
export interface Program {
  columns: readonly { cost: number; upper: number; isWhole: boolean }[];
  rows: readonly ProgramRow[];
}

/** A program held by the solver, whose limits and costs can be moved between runs. */
export interface Solvable {
  setRow(row: number, lower: number, upper: number): void;
  /** Adds a row and gives its number. */
  addRow(row: ProgramRow): number;
  setUpper(column: number, upper: number): void;
  setCosts(costs: ReadonlyMap<number, number>): void;
  /** The columns where the cost is least; null where no values fit, "unbounded" where the cost has no least. */
  solve(): Float64Array | null | "unbounded";
}

/** Opens a program for as long as `use` runs. */
export type Solver = <Result>(program: Program, use: (solvable: Solvable) => Result) => Result;

/** HiGHS, a solver of linear programs in whole numbers, compiled to WebAssembly: the same on every machine. */
export async function loadSolver(): Promise<Solver> {
  // The types of the package are those of its CommonJS form, where the loader lies one level deeper.
  const { default: load } = (await import("highs")) as unknown as { default: (typeof Loader)["default"] };
  const highs = await load();
  return (program, use) => highs.withModel(modelData(program), (model) => use(solvable(program, model, highs)));
}

function modelData({ columns, rows }: Program) {
  const entries = rows.map(({ weights }) => [...weights].sort(([a], [b]) => a - b));
  const starts = [0];
  for (const row of entries) starts.push(starts.at(-1)! + row.length);
  return {
    numCols: columns.length,
    numRows: rows.length,
    colCost: columns.map(({ cost }) => cost),
    colLower: columns.map(() => 0),
    colUpper: columns.map(({ upper }) => upper),
    rowLower: rows.map(({ lower }) => lower),
    rowUpper: rows.map(({ upper }) => upper),
    matrix: {
      format: "csr" as const,
      numRows: rows.length,
      numCols: columns.length,
      starts,
      indices: entries.flatMap((row) => row.map(([column]) => column)),
      values: entries.flatMap((row) => row.map(([, weight]) => weight)),
    },
  };
}

function solvable({ columns, rows }: Program, model: Model, { constants }: Highs): Solvable {
  model.options.set({ output_flag: false, random_seed: 0, mip_rel_gap: 0, mip_abs_gap: 0 });
  let count = rows.length;
  const all = { kind: "range", from: 0, to: columns.length - 1 } as const;
  const { integer, continuous } = constants.variableType;
  const types = columns.map((column) => (column.isWhole ? integer : continuous));
  const isWhole = (solution: Float64Array): boolean =>
    columns.every((column, i) => !column.isWhole || Math.abs(solution[i]! - Math.round(solution[i]!)) < 1e-6);
  const { optimal, infeasible, unbounded, unboundedOrInfeasible, unknown } = constants.modelStatus;
  const run = (): ReturnType<Solvable["solve"]> => {
    model.run();
    if (model.getModelStatus() === unknown) {
      // What the run before left behind can lead the solver nowhere: it starts anew.
      model.clearSolver();
      model.run();
    }
    switch (model.getModelStatus()) {
      case optimal:
        return model.getSolution().colValue;
      case infeasible:
        return null;
      case unbounded:
      case unboundedOrInfeasible:
        return "unbounded";
      default:
        throw new Error(`the solver gave up with status ${model.getModelStatus()}`);
    }
  };
  return {
    setRow: (row, lower, upper) => void model.changeRowBounds(row, lower, upper),
    addRow: ({ weights, lower, upper }) => {
      model.addRow(lower, upper, { indices: [...weights.keys()], values: [...weights.values()] });
      return count++;
    },
    setUpper: (column, upper) => void model.changeColBounds(column, 0, upper),
    setCosts: (costs) =>
      void model.changeColsCost(
        all,
        columns.map((_, i) => costs.get(i) ?? 0),
      ),
    solve: () => {
      // The corners of such programs are whole nearly always, and found much faster where nobody asks for it.
      const solution = run();
      if (solution === null || solution === "unbounded" || isWhole(solution)) return solution;
      model.changeColsIntegrality(all, types);
      const whole = run();
      model.clearIntegrality();
      return whole;
    },
  };
}
