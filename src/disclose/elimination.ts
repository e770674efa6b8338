/** A linear form with whole coefficients over named unknowns: what a published count says of the counts beneath it. */
export type Form = ReadonlyMap<string, bigint>;

/** times * form = sum of weights[i] * row i, exactly. */
export interface Combination {
  times: bigint;
  weights: ReadonlyMap<number, bigint>;
}

/** A form together with the rows it is a combination of. */
interface Tracked {
  form: Form;
  weights: Form;
}

export interface Echelon {
  steps: readonly { pivot: string; row: Tracked }[];
}

export const sumOfForms = (forms: readonly Form[]): Form =>
  forms.reduce((sum, form) => combine(sum, 1n, form, 1n), none);
export const unknown = (name: string): Form => new Map([[name, 1n]]);

const none: Form = new Map();
const ITSELF = "itself";

/** Rows brought to echelon form by fraction-free elimination over the integers. */
export function echelon(rows: readonly Form[]): Echelon {
  const steps: { pivot: string; row: Tracked }[] = [];
  rows.forEach((form, index) => {
    const row = reduce({ form, weights: unknown(String(index)) }, steps);
    const [pivot] = row.form.keys();
    if (pivot !== undefined) steps.push({ pivot, row });
  });
  return { steps };
}

/** How a form follows from the rows, or null where it does not. */
export function follow({ steps }: Echelon, form: Form): Combination | null {
  const left = reduce({ form, weights: unknown(ITSELF) }, steps);
  if (left.form.size > 0) return null;
  const weights = new Map<number, bigint>();
  for (const [name, weight] of left.weights) if (name !== ITSELF) weights.set(Number(name), -weight);
  return { times: left.weights.get(ITSELF)!, weights };
}

/** A step's row holds no earlier pivot, so one pass in order takes every pivot out. */
function reduce(start: Tracked, steps: Echelon["steps"]): Tracked {
  let left = start;
  for (const { pivot, row } of steps) {
    const here = left.form.get(pivot);
    if (here === undefined) continue;
    const there = row.form.get(pivot)!;
    left = simplified({
      form: combine(left.form, there, row.form, -here),
      weights: combine(left.weights, there, row.weights, -here),
    });
  }
  return left;
}

function combine(a: Form, timesA: bigint, b: Form, timesB: bigint): Form {
  const sum = new Map<string, bigint>();
  for (const [name, value] of a) sum.set(name, value * timesA);
  for (const [name, value] of b) {
    const total = (sum.get(name) ?? 0n) + value * timesB;
    if (total === 0n) sum.delete(name);
    else sum.set(name, total);
  }
  return sum;
}

/** Divided by the greatest common divisor, so that coefficients stay small. */
function simplified({ form, weights }: Tracked): Tracked {
  let divisor = 0n;
  for (const value of [...form.values(), ...weights.values()]) {
    divisor = greatestCommonDivisor(divisor, value);
    if (divisor === 1n) return { form, weights };
  }
  const divided = (of: Form): Form => new Map([...of].map(([name, value]) => [name, value / divisor]));
  return { form: divided(form), weights: divided(weights) };
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y > 0n) [x, y] = [y, x % y];
  return x;
}
