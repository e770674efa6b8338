import type { Aggregate } from "./figures.ts";

/** Different figures, the smallest first, each with how many rows have it. */
export interface Repeated {
  figures: readonly number[] | readonly bigint[];
  times: readonly number[];
}

/**
 * Aggregates of figures that stand for several rows each, to the last bit those of DuckDB (1.5, x86-64) over the rows in this
 * order: doubles are added one by one, whole numbers exactly. null where there are none, as in SQL.
 */
export const aggregates: Record<Aggregate, (repeated: Repeated) => number | null> = {
  count: ({ times }) => times.reduce((all, one) => all + one, 0),
  sum: ({ figures, times }) =>
    figures.length === 0 ? null : areWhole(figures) ? Number(wholeSum(figures, times)) : doubleSum(figures, times),
  avg: ({ figures, times }) => {
    if (figures.length === 0) return null;
    const rows = times.reduce((all, one) => all + one, 0);
    return areWhole(figures)
      ? extendedQuotient(wholeSum(figures, times), BigInt(rows))
      : doubleSum(figures, times) / rows;
  },
  stddev_samp: ({ figures, times }) => deviation(areWhole(figures) ? figures.map(Number) : figures, times),
};

const areWhole = (figures: Repeated["figures"]): figures is readonly bigint[] => typeof figures[0] === "bigint";

const wholeSum = (figures: readonly bigint[], times: readonly number[]): bigint =>
  figures.reduce((sum, figure, i) => sum + figure * BigInt(times[i]!), 0n);

function doubleSum(figures: readonly number[], times: readonly number[]): number {
  let sum = 0;
  for (const [i, figure] of figures.entries()) for (let left = times[i]!; left > 0; left--) sum += figure;
  return sum;
}

/** Welford (1962), doi:10.1080/00401706.1962.10490022, step by step as DuckDB rounds it. */
function deviation(figures: readonly number[], times: readonly number[]): number | null {
  let [rows, mean, squares] = [0, 0, 0];
  for (const [i, figure] of figures.entries())
    for (let left = times[i]!; left > 0; left--) {
      rows++;
      const moved = mean + (figure - mean) / rows;
      squares += (figure - moved) * (figure - mean);
      mean = moved;
    }
  return rows < 2 ? null : Math.sqrt(squares / (rows - 1));
}

const EXTENDED_BITS = 64;

/** A quotient rounded to the 64 bits of the extended doubles that DuckDB averages whole numbers in, and then to a double. */
function extendedQuotient(sum: bigint, rows: bigint): number {
  if (sum < 0n) return -extendedQuotient(-sum, rows);
  const shift = Math.max(0, EXTENDED_BITS + 1 + bitsOf(rows) - bitsOf(sum));
  const dividend = sum << BigInt(shift);
  // The last bit says whether anything is left beyond it.
  const exact = ((dividend / rows) << 1n) | (dividend % rows === 0n ? 0n : 1n);
  const dropped = BigInt(Math.max(0, bitsOf(exact) - EXTENDED_BITS));
  return Number(roundedToEven(exact, dropped)) * powerOfTwo(Number(dropped) - shift - 1);
}

/** An exact power of two, by the exponent of a double. */
const powerOfTwo = (exponent: number): number =>
  new Float64Array(BigUint64Array.of(BigInt(exponent + 1023) << 52n).buffer)[0]!;

function roundedToEven(value: bigint, dropped: bigint): bigint {
  if (dropped === 0n) return value;
  const kept = value >> dropped;
  const [rest, half] = [value - (kept << dropped), 1n << (dropped - 1n)];
  return rest > half || (rest === half && (kept & 1n) === 1n) ? kept + 1n : kept;
}

const bitsOf = (value: bigint): number => (value === 0n ? 0 : value.toString(2).length);
