import type { Format } from "../../catalogue/format.ts";

/** An axis worked out beforehand, so that text is placed exactly and numbers become text in format.ts alone. */
export interface Axis {
  domain: [number, number];
  values: number[];
  labels: string[];
}

/** The vega expression that gives each tick its text. */
export const labelExpr = ({ values, labels }: Axis): string =>
  `${JSON.stringify(labels)}[indexof(${JSON.stringify(values)}, datum.value)]`;

/** Steps of 1, 2 or 5 times a power of ten, about `ticks` of them. */
function stepFor(span: number, ticks: number): number {
  const rough = span / ticks;
  const power = Number(`1e${Math.floor(Math.log10(rough))}`);
  const factor = rough / power;
  return power * (factor < 1.5 ? 1 : factor < 3 ? 2 : factor < 7 ? 5 : 10);
}

/** A linear axis whose ends are round numbers. Short units stand on each tick, long ones only in the subtitle. */
export function linearAxis({ number, quantity }: Format, figures: readonly number[], unit: string, ticks = 5): Axis {
  const low = Math.min(...figures);
  const high = Math.max(...figures);
  const step = stepFor(high > low ? high - low : Math.max(1, Math.abs(high)) / 5, ticks);
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  const values = Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toFixed(digits)));
  return {
    domain: [values[0] ?? 0, values.at(-1) ?? 1],
    values,
    labels: values.map((value) => (unit === "%" ? quantity(value, unit, digits) : number(value, digits))),
  };
}

/** Ladders of round ratios, from fine to coarse. */
const ladders = [
  steps(0.6, 1.6, 0.05),
  steps(0.4, 2.4, 0.1),
  steps(0.25, 4, 0.25),
  [0.1, 0.2, 0.3, 0.5, ...steps(1, 12, 0.5)],
  [0.02, 0.05, 0.1, 0.2, 0.5, ...steps(1, 20, 1)],
  [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 3, 5, 10, 20, 30, 50, 100],
  [0.001, 0.01, 0.1, 1, 10, 100, 1000],
];

function steps(from: number, to: number, by: number): number[] {
  return Array.from({ length: Math.round((to - from) / by) + 1 }, (_, i) => Number((from + i * by).toFixed(2)));
}

/** The values of a ladder that enclose the figures. */
function enclosing(ladder: readonly number[], low: number, high: number): number[] {
  const first = ladder.findLastIndex((value) => value <= low);
  const last = ladder.findIndex((value) => value >= high);
  return first < 0 || last < 0 ? [] : ladder.slice(first, Math.max(last, first + 1) + 1);
}

/** A logarithmic axis for ratios. One, equality, is always on it. */
export function ratioAxis({ number }: Format, figures: readonly number[], most = 6): Axis {
  const low = Math.min(1, ...figures);
  const high = Math.max(1, ...figures);
  const fits = ladders
    .map((ladder) => enclosing(ladder, low, high))
    .find(({ length }) => length >= 2 && length <= most);
  const values = fits ?? [low, 1, high].filter((value, i, all) => all.indexOf(value) === i);
  const places = Math.max(
    ...values.map((value) =>
      Number(value.toFixed(2)) === Math.round(value)
        ? 0
        : Number(value.toFixed(2)) === Number(value.toFixed(1))
          ? 1
          : 2,
    ),
  );
  return {
    domain: [values[0] ?? low, values.at(-1) ?? high],
    values,
    labels: values.map((value) => number(value, places)),
  };
}

/** Moves positions apart until each has its space, keeping their order and staying within the limits. */
export function spread(
  positions: readonly number[],
  spaces: readonly number[],
  [low, high]: [number, number],
): number[] {
  const order = positions.map((_, i) => i).sort((a, b) => (positions[a] ?? 0) - (positions[b] ?? 0));
  const placed = [...positions];
  const half = (i: number) => (spaces[i] ?? 0) / 2;
  let floor = low;
  for (const i of order) {
    placed[i] = Math.max(placed[i] ?? 0, floor + half(i));
    floor = (placed[i] ?? 0) + half(i);
  }
  let ceiling = high;
  for (const i of order.reverse()) {
    placed[i] = Math.min(placed[i] ?? 0, ceiling - half(i));
    ceiling = (placed[i] ?? 0) - half(i);
  }
  return placed;
}
