// The functions of probability, from the textbooks (continued fractions and series): nothing here is shared with the software.

/** Logarithm of the gamma function: Stirling's series, after moving the argument above 15. */
export function lnGamma(x: number): number {
  let shift = 0;
  let z = x;
  for (; z < 15; z++) shift += Math.log(z);
  const s = 1 / (z * z);
  const series = (1 / 12 - s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - (s * 5) / 5940)))) / z;
  return (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + series - shift;
}

/** Regularised incomplete gamma functions, [P(a, x), Q(a, x)]. */
export function gammaPQ(a: number, x: number): [number, number] {
  if (x <= 0) return [0, 1];
  const front = Math.exp(a * Math.log(x) - x - lnGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; n < 10000 && Math.abs(term) > sum * 1e-17; n++) {
      term *= x / (a + n);
      sum += term;
    }
    return [front * sum, 1 - front * sum];
  }
  const q = front * lentz(x + 1 - a, (i) => [-i * (i - a), x + 2 * i + 1 - a]);
  return [1 - q, q];
}

/** 1 / (b0 + a1/(b1 + a2/(b2 + ...))) by Lentz's method. */
function lentz(b0: number, next: (i: number) => [number, number]): number {
  let d = 1 / b0;
  let c = 1e300;
  let h = d;
  for (let i = 1; i < 100000; i++) {
    const [a, b] = next(i);
    d = 1 / (a * d + b || 1e-300);
    c = b + a / c || 1e-300;
    h *= c * d;
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  return h;
}

/** Regularised incomplete beta function. */
export function betaI(a: number, b: number, x: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - betaI(b, a, 1 - x);
  const front = Math.exp(lnGamma(a + b) - lnGamma(a) - lnGamma(b) + a * Math.log(x) + b * Math.log1p(-x)) / a;
  const step = (i: number): [number, number] => {
    const m = Math.floor(i / 2);
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    return [i % 2 === 0 ? even : odd, 1];
  };
  return front * lentz(1, step);
}

/** The root of a rising function, by bisection to the last digit. */
function root(f: (x: number) => number, low: number, high: number): number {
  let [a, b] = [low, high];
  for (let i = 0; i < 2000; i++) {
    const middle = (a + b) / 2;
    if (middle === a || middle === b) return middle;
    if (f(middle) < 0) a = middle;
    else b = middle;
  }
  return (a + b) / 2;
}

/** Two-sided p value of a standard normal statistic. */
export const normalTwoSided = (z: number): number => gammaPQ(0.5, (z * z) / 2)[1];

/** Two-sided p value of Student's t. */
export const studentTwoSided = (t: number, df: number): number =>
  Number.isFinite(df) ? betaI(df / 2, 0.5, df / (df + t * t)) : normalTwoSided(t);

/** Quantile of Student's t (the normal with infinite degrees of freedom), for shares above a half. */
export const studentQuantile = (share: number, df: number): number =>
  root((t) => 2 * (1 - share) - studentTwoSided(t, df), 0, 1e4);

export const normalQuantile = (share: number): number => studentQuantile(share, Number.POSITIVE_INFINITY);

export const chiSquaredAbove = (x: number, df: number): number => gammaPQ(df / 2, x / 2)[1];

export const chiSquaredQuantile = (share: number, df: number): number =>
  df === 0 ? 0 : root((x) => gammaPQ(df / 2, x / 2)[0] - share, 0, 20 * df + 200);

export const sum = (xs: readonly number[]): number => xs.reduce((a, b) => a + b, 0);

/** Adjusted p values of Benjamini and Hochberg. */
export function benjaminiHochberg(ps: readonly number[]): number[] {
  const order = ps.map((_, i) => i).sort((a, b) => ps[b]! - ps[a]!);
  const adjusted: number[] = [];
  let least = 1;
  order.forEach((i, place) => {
    least = Math.min(least, (ps[i]! * ps.length) / (ps.length - place));
    adjusted[i] = least;
  });
  return adjusted;
}
