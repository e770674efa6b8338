import { sumOf } from "../stats/sum.ts";
import { crossProduct, inverseOf, type Matrix, product, quadratic, trace } from "../stats/symmetric.ts";

/** An area's own figure with its variance, and what else is known of the area. */
export interface VariedArea {
  value: number;
  variance: number;
  covariates?: readonly number[];
}

/** The model that was fitted, and what it makes of each area. */
export interface FayHerriot {
  /** Variance between areas that neither chance nor the covariates explain. */
  modelVariance: number;
  /** Intercept, then a slope for each covariate. */
  coefficients: number[];
  areas: {
    value: number;
    /** Mean squared error of the modelled figure, the model's own uncertainty in it. */
    meanSquaredError: number;
    /** How much of the area's own figure is in the modelled one, from 0 to 1. */
    weight: number;
  }[];
}

const STEPS = 500;

/**
 * Modelled figures of small areas after Fay and Herriot: each area's own figure drawn towards what areas like it have, the
 * more so the less certain its own is. Never a replacement for the figure itself: an area that really is unlike the others is
 * drawn in as well.
 *
 * Formula: y = X b + u + e, Var(u) = A, Var(e) = V known; A by restricted maximum likelihood (0 at least), b by
 * weighted least squares; modelled X b + w (y - X b), w = A / (A + V). Mean squared error w V + (1 - w)^2 x' (X' W X)^-1 x +
 * 2 V^2 / (A + V)^3 times 2 / sum 1 / (A + V)^2.
 * Shapes and units: more areas than coefficients, variances above 0, the same number of covariates in each area, none a
 * combination of the others; the unit of the values, variances in its square.
 * Errors: throws a RangeError where covariates are combinations of one another; `estimates` refuses them before.
 * Source: Fay RE, Herriot RA (1979), doi:10.1080/01621459.1979.10482505; Prasad NGN, Rao JNK (1990),
 * doi:10.1080/01621459.1990.10475320; Datta GS, Lahiri P (2000), Statistica Sinica 10:613-627
 *
 * @example
 * // Equal variances: A is the variance of 30 among the values, 100, less 40, so that 0.6 of each distance is left.
 * const areas = [20, 30, 40].map((value) => ({ value, variance: 40 }));
 * fayHerriot(areas); // => { modelVariance: 60, coefficients: [30], areas: [{ value: 24, weight: 0.6, meanSquaredError: 50.6667 },
 * //     { value: 30, weight: 0.6, meanSquaredError: 50.6667 }, { value: 36, weight: 0.6, meanSquaredError: 50.6667 }] }
 */
export function fayHerriot(areas: readonly VariedArea[]): FayHerriot {
  const rows = areas.map(({ covariates = [] }) => [1, ...covariates]);
  const at = (variance: number): Fit => lineAt(areas, rows, variance);
  // Scoring for A, from the middle of the variances; kept at 0 or more.
  let modelVariance = sumOf(areas, ({ variance }) => variance) / areas.length;
  for (let step = 0; step < STEPS; step++) {
    const { score, information } = at(modelVariance);
    const next = Math.max(0, modelVariance + score / information);
    const isDone = Math.abs(next - modelVariance) <= 1e-14 * (modelVariance + next);
    modelVariance = next;
    if (isDone) break;
  }
  const { coefficients, fitted, spread, weights } = at(modelVariance);
  const uncertain = 2 / sumOf(weights, (w) => w * w);
  return {
    modelVariance,
    coefficients,
    areas: areas.map(({ value, variance }, i) => {
      const weight = modelVariance * weights[i]!;
      return {
        value: fitted[i]! + weight * (value - fitted[i]!),
        meanSquaredError:
          weight * variance +
          (1 - weight) ** 2 * quadratic(spread, rows[i]!) +
          2 * variance ** 2 * weights[i]! ** 2 * weights[i]! * uncertain,
        weight,
      };
    }),
  };
}

interface Fit {
  coefficients: number[];
  fitted: number[];
  /** (X' W X)^-1. */
  spread: Matrix;
  weights: number[];
  score: number;
  information: number;
}

/** The line at a given variance between areas, with the slope of the restricted likelihood there and its information. */
function lineAt(areas: readonly VariedArea[], rows: readonly number[][], modelVariance: number): Fit {
  const weights = areas.map(({ variance }) => 1 / (modelVariance + variance));
  const spread = inverseOf(crossProduct(rows, weights), 0);
  if (spread === null) throw new RangeError("covariates that are combinations of one another");
  const moments = rows[0]!.map((_, j) => sumOf(areas, ({ value }, i) => weights[i]! * rows[i]![j]! * value));
  const coefficients = spread.map((row) => sumOf(row, (x, j) => x * moments[j]!));
  const fitted = rows.map((row) => sumOf(row, (x, j) => x * coefficients[j]!));
  const squares = weights.map((w) => w * w);
  const cubes = weights.map((w) => w * w * w);
  const squared = product(spread, crossProduct(rows, squares));
  const traceOfP = sumOf(weights, (w) => w) - trace(squared);
  const traceOfPP =
    sumOf(weights, (w) => w * w) -
    2 * trace(product(spread, crossProduct(rows, cubes))) +
    trace(product(squared, squared));
  const residual = sumOf(areas, ({ value }, i) => (weights[i]! * (value - fitted[i]!)) ** 2);
  return {
    coefficients,
    fitted,
    spread,
    weights,
    score: (residual - traceOfP) / 2,
    information: traceOfPP / 2,
  };
}
