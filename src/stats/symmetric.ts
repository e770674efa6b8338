import { sumOf } from "./sum.ts";

export type Matrix = number[][];

/** X' diag(w) X of rows x. */
export const crossProduct = (rows: readonly (readonly number[])[], w: readonly number[]): Matrix =>
  rows[0]!.map((_, i) => rows[0]!.map((__, j) => sumOf(rows, (row, k) => w[k]! * row[i]! * row[j]!)));

export const product = (a: Matrix, b: Matrix): Matrix =>
  a.map((row) => b[0]!.map((_, j) => sumOf(row, (x, k) => x * b[k]![j]!)));

export const trace = (a: Matrix): number => sumOf(a, (row, i) => row[i]!);

/** x' A x. */
export const quadratic = (a: Matrix, x: readonly number[]): number =>
  sumOf(x, (xi, i) => xi * sumOf(x, (xj, j) => a[i]![j]! * xj));

/** Inverse of a symmetric, positive definite matrix by Gauss and Jordan; null where a pivot is no more than a part of its diagonal. */
export function inverseOf(matrix: Matrix, least: number): Matrix | null {
  const n = matrix.length;
  const rows = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  for (let i = 0; i < n; i++) {
    const pivot = rows[i]![i]!;
    if (!(pivot > least * matrix[i]![i]!)) return null;
    rows[i] = rows[i]!.map((x) => x / pivot);
    for (let k = 0; k < n; k++) {
      const factor = rows[k]![i]!;
      if (k !== i) rows[k] = rows[k]!.map((x, j) => x - factor * rows[i]![j]!);
    }
  }
  return rows.map((row) => row.slice(n));
}
