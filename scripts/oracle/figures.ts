import { chiSquaredQuantile, normalQuantile, studentQuantile } from "./numbers.ts";
import type { Figure, Scale } from "./series.ts";

export const toWorking = (scale: Scale, per: number, y: number): number => {
  if (scale === "identity") return y;
  return scale === "log" ? Math.log(y) : Math.log(y / per / (1 - y / per));
};

export const fromWorking = (scale: Scale, per: number, g: number): number => {
  if (scale === "identity") return g;
  return scale === "log" ? Math.exp(g) : per / (1 + Math.exp(-g));
};

/** Derivative of the value by its working-scale point. */
export const slopeBack = (scale: Scale, per: number, y: number): number => {
  if (scale === "identity") return 1;
  return scale === "log" ? y : y * (1 - y / per);
};

/** Variance on the working scale from the limits there. */
function fromLimits(scale: Scale, per: number, lower: number, upper: number, z: number): number {
  return ((toWorking(scale, per, upper) - toWorking(scale, per, lower)) / (2 * z)) ** 2;
}

/** Wilson's interval of a proportion. */
export function proportion(x: number, n: number, per: number, confidence: number): Figure {
  const z = normalQuantile((1 + confidence) / 2);
  const share = x / n;
  const middle = (x + (z * z) / 2) / (n + z * z);
  const half = (z / (n + z * z)) * Math.sqrt((x * (n - x)) / n + (z * z) / 4);
  const lower = x === 0 ? 0 : (middle - half) * per;
  const upper = x === n ? per : (middle + half) * per;
  const q = (x + 0.5) / (n + 1);
  const atEnd = x === 0 || x === n;
  return {
    value: share * per,
    lower,
    upper,
    variance: ((upper - lower) / (2 * z)) ** 2,
    rounding: 0,
    digits: 0,
    unbiased: n > 1 ? (per * per * x * (n - x)) / (n * n * (n - 1)) : null,
    working: atEnd
      ? { point: Math.log(q / (1 - q)), variance: 1 / (n * q * (1 - q)) }
      : { point: Math.log(share / (1 - share)), variance: fromLimits("logit", per, lower, upper, z) },
    numerator: x,
    denominator: n,
  };
}

/** Limits of a Poisson count: exact below ten events, Byar's from ten on. */
function poisson(x: number, z: number, confidence: number): [number, number] {
  const tail = (1 - confidence) / 2;
  if (x < 10) return [x === 0 ? 0 : chiSquaredQuantile(tail, 2 * x) / 2, chiSquaredQuantile(1 - tail, 2 * x + 2) / 2];
  const byar = (n: number, side: number): number => n * (1 - 1 / (9 * n) + (side * z) / (3 * Math.sqrt(n))) ** 3;
  return [byar(x, -1), byar(x + 1, 1)];
}

export function rate(x: number, n: number, per: number, confidence: number): Figure {
  const z = normalQuantile((1 + confidence) / 2);
  const [low, high] = poisson(x, z, confidence);
  const lower = (low / n) * per;
  const upper = (high / n) * per;
  return {
    value: (x / n) * per,
    lower,
    upper,
    variance: ((upper - lower) / (2 * z)) ** 2,
    rounding: 0,
    digits: 0,
    unbiased: (x / (n * n)) * per * per,
    working:
      x === 0
        ? { point: Math.log((0.5 / n) * per), variance: 1 / 0.5 }
        : { point: Math.log((x / n) * per), variance: fromLimits("log", per, lower, upper, z) },
    numerator: x,
    denominator: n,
  };
}

/** The mean of values with Student's interval. */
export function mean(values: readonly number[], confidence: number): Figure {
  const n = values.length;
  const value = values.reduce((a, b) => a + b, 0) / n;
  const sd = Math.sqrt(values.reduce((a, b) => a + (b - value) ** 2, 0) / (n - 1));
  const half = studentQuantile((1 + confidence) / 2, n - 1) * (sd / Math.sqrt(n));
  const z = normalQuantile((1 + confidence) / 2);
  const variance = (half / z) ** 2;
  return {
    value,
    lower: value - half,
    upper: value + half,
    variance,
    rounding: 0,
    digits: 0,
    unbiased: variance,
    working: { point: value, variance },
    numerator: null,
    denominator: n,
  };
}

export type Published = {
  value: number;
  limits: [number, number] | null;
  standardError: number | null;
  decimals: number;
  numerator: number | null;
  denominator: number | null;
};

/** A figure as published, with the variance of its rounding where that is more than a hundredth of its own. */
export function published(p: Published, scale: Scale, per: number, confidence: number): Figure {
  const z = normalQuantile((1 + confidence) / 2);
  const se = p.standardError;
  const limits: [number, number] | null = se === null ? p.limits : [p.value - z * se, p.value + z * se];
  const digits = (10 ** -p.decimals) ** 2 / 12;
  const point = toWorking(scale, per, p.value);
  const base = {
    value: p.value,
    lower: limits?.[0] ?? null,
    upper: limits?.[1] ?? null,
    digits,
    numerator: p.numerator,
    denominator: p.denominator,
  };
  if (limits === null)
    return { ...base, variance: null, rounding: 0, unbiased: null, working: { point, variance: null } };
  const own = ((limits[1] - limits[0]) / (2 * z)) ** 2;
  const rounding = digits > own / 100 ? digits : 0;
  const variance = own + rounding;
  const work = fromLimits(scale, per, limits[0], limits[1], z) + rounding / slopeBack(scale, per, p.value) ** 2;
  return { ...base, variance, rounding, unbiased: variance, working: { point, variance: work } };
}
