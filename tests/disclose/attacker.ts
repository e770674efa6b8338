import type { IndicatorResult, PeriodResult, PublishedDimension } from "../../src/results/results.ts";

/**
 * A reader with pencil and paper: takes the published results of one indicator and period, writes down every linear
 * equation they give for the counts beneath, and solves. Shares no code with src/disclose.
 */

/** sum of coefficients * unknown = right, in whole numbers. */
interface Equation {
  left: Record<string, number>;
  right: number;
}

interface Solved {
  /** Counts found, by unknown: `ward/a`, `sex/women`, `sex/not recorded`, `everyone`. */
  numerators: Map<string, number>;
  denominators: Map<string, number>;
}

type Tables = { dimension: PublishedDimension; period: PeriodResult }[];

export function attack(indicator: IndicatorResult, dimensions: readonly PublishedDimension[], label: string): Solved {
  const tables: Tables = indicator.dimensions.flatMap((result) =>
    result.periods
      .filter(({ period }) => period.label === label)
      .map((period) => ({ dimension: dimensions.find(({ id }) => id === result.dimension)!, period })),
  );
  const structure = tables.flatMap(structureOf);
  const denominators = solve([...structure, ...tables.flatMap(denominatorEquations)]);
  // What is made from ranges contradicts the counts that it is taken to be made from.
  const size = (name: string): number | undefined => {
    const found = denominators.get(name);
    return Number.isInteger(found) ? found : undefined;
  };
  const numerators = solve([
    ...structure,
    ...tables.flatMap((table) => numeratorEquations(table, indicator.per, size)),
  ]);
  return { numerators, denominators };
}

/** Equations, of which one without a whole right side is dropped: what it is taken from is made of no counts. */
function gathered() {
  const equations: Equation[] = [];
  const push = (left: Equation["left"], value: number): void => {
    const right = whole(value);
    if (right !== undefined) equations.push({ left, right });
  };
  return { equations, push };
}

/** A whole number that floating point has left a little off. */
const whole = (value: number): number | undefined =>
  Math.abs(value - Math.round(value)) < 1e-6 * Math.max(1, Math.abs(value)) ? Math.round(value) : undefined;

const name = (dimension: PublishedDimension, group: string): string => `${dimension.id}/${group}`;
const ward = (label: string): string => `wards/${label.toLowerCase()}`;
const isKnown = <T extends object>(outcome: T): outcome is Exclude<T, { reason: string }> => !("reason" in outcome);

/** Quantiles are made of wards, and every table of everyone, but for the people it has no group for. */
function structureOf({ dimension, period }: Tables[number]): Equation[] {
  const made = dimension.groups
    .filter(({ members }) => members.length > 0)
    .map(({ id, members }) => ({
      left: { [name(dimension, id)]: -1, ...Object.fromEntries(members.map((member) => [ward(member), 1])) },
      right: 0,
    }));
  const groups = Object.fromEntries(period.groups.map(({ id }) => [name(dimension, id), 1]));
  // Only sex has people without a recorded group in these cities.
  const outside: Record<string, number> = dimension.id === "sex" ? { "sex/not recorded": 1 } : {};
  const none = dimension.id === "sex" && isWhole(period) ? [{ left: outside, right: 0 }] : [];
  return [...made, { left: { everyone: -1, ...groups, ...outside }, right: 0 }, ...none];
}

/** A pooled table without a count of the unrecorded, and none said to be held back, is taken to be complete. */
const isWhole = ({ unrecorded, notes }: PeriodResult): boolean =>
  unrecorded === null && !notes.some(({ id, parts }) => id === "suppressed" && parts.what === "unrecorded");

function denominatorEquations({ dimension, period }: Tables[number]): Equation[] {
  const { groups, overall, unrecorded, par } = period;
  const all = (weight = 1) => Object.fromEntries(groups.map(({ id }) => [name(dimension, id), weight]));
  const { equations, push } = gathered();
  let total: number | null = null;
  for (const { id, denominator, share } of groups) {
    if (denominator === null) continue;
    equations.push({ left: { [name(dimension, id)]: 1 }, right: denominator });
    if (share !== null && share > 0) total = whole(denominator / share) ?? total;
  }
  if (isKnown(par) && isKnown(par.headCount) && par.par.value !== 0)
    total = whole((par.headCount.value * 100) / Math.abs(par.par.value)) ?? total;
  if (isKnown(overall) && overall.denominator !== null) {
    if (overall.from === "pooled") total = overall.denominator;
    else equations.push({ left: { everyone: 1 }, right: overall.denominator });
  }
  if (unrecorded !== null && unrecorded.share !== null) {
    equations.push({ left: { [name(dimension, "not recorded")]: 1 }, right: unrecorded.count });
    if (unrecorded.share > 0) {
      const everyone = unrecorded.count / unrecorded.share;
      push({ ...all(), [name(dimension, "not recorded")]: 1 }, everyone);
    }
  }
  if (total !== null) {
    equations.push({ left: all(), right: total });
    groups.forEach(({ id, share, ridit }, index) => {
      if (share !== null) push({ [name(dimension, id)]: 1 }, share * (total as number));
      if (ridit !== null) {
        const before = Object.fromEntries(groups.slice(0, index).map((group) => [name(dimension, group.id), 2]));
        push({ ...before, [name(dimension, id)]: 1 }, 2 * ridit * (total as number));
      }
    });
  }
  return equations;
}

function numeratorEquations(
  { dimension, period }: Tables[number],
  per: number,
  size: (name: string) => number | undefined,
): Equation[] {
  const { groups, overall, par, who, absolute, relative } = period;
  const { equations, push } = gathered();
  const values = new Map<string, number>();
  for (const { id, numerator, estimate } of groups) {
    const unknown = name(dimension, id);
    if (numerator !== null) equations.push({ left: { [unknown]: 1 }, right: numerator });
    if (!isKnown(estimate)) continue;
    values.set(id, estimate.value);
    const n = size(unknown);
    if (n !== undefined) push({ [unknown]: 1 }, (estimate.value * n) / per);
  }
  const all = Object.fromEntries(groups.map(({ id }) => [name(dimension, id), 1]));
  const sizes = groups.map(({ id }) => size(name(dimension, id)));
  const total = sizes.every((n) => n !== undefined) ? sizes.reduce((sum, n) => sum + n, 0) : undefined;
  const mean = (value: number): void => {
    if (total !== undefined && Number.isFinite(value)) push(all, (value * total) / per);
  };
  if (isKnown(overall)) {
    const left = overall.from === "pooled" ? all : { everyone: 1 };
    if (overall.numerator !== null) equations.push({ left, right: overall.numerator });
    if (overall.denominator !== null) push(left, (overall.value * overall.denominator) / per);
  }
  if (isKnown(par) && par.par.value !== 0 && values.has(par.reference))
    mean(values.get(par.reference)! - par.par.value);
  // Lower is better in these cities, so a positive difference is a higher value.
  for (const { group, against, level, difference } of who) {
    const unknown = name(dimension, group);
    const n = size(unknown);
    if (n !== undefined) push({ [unknown]: 1 }, ((level + difference.value) * n) / per);
    const p = groups.find(({ id }) => id === group)?.share;
    if (p != null && against === "rest") mean(p * (level + difference.value) + (1 - p) * level);
  }
  if (dimension.type === "unordered" && isKnown(absolute) && isKnown(relative) && relative.raw.value > 0)
    mean((100 * absolute.raw.value) / relative.raw.value);
  // D = y2 - y1, written in whole numbers.
  const [first, second] = groups;
  const [n1, n2] = sizes;
  if (dimension.type === "pair" && isKnown(absolute) && first && second && n1 !== undefined && n2 !== undefined)
    push({ [name(dimension, second.id)]: n1, [name(dimension, first.id)]: -n2 }, (absolute.raw.value * n1 * n2) / per);
  return equations;
}

/** Unknowns with one possible value: reduced row echelon form in exact fractions. */
export function solve(equations: readonly Equation[]): Map<string, number> {
  const names = [...new Set(equations.flatMap(({ left }) => Object.keys(left)))];
  const rows = equations.map(({ left, right }) => [...names.map((n) => fraction(left[n] ?? 0)), fraction(right)]);
  let done = 0;
  for (let column = 0; column < names.length; column++) {
    const found = rows.findIndex((row, index) => index >= done && row[column]!.top !== 0n);
    if (found < 0) continue;
    [rows[done], rows[found]] = [rows[found]!, rows[done]!];
    const pivot = rows[done]!.map((cell) => divide(cell, rows[done]![column]!));
    rows[done] = pivot;
    rows.forEach((row, index) => {
      const factor = row[column]!;
      if (index !== done && factor.top !== 0n) rows[index] = row.map((cell, c) => lessTimes(cell, factor, pivot[c]!));
    });
    done++;
  }
  const found = new Map<string, number>();
  for (const row of rows.slice(0, done)) {
    const present = names.filter((_, column) => row[column]!.top !== 0n);
    const right = row.at(-1)!;
    if (present.length === 1) found.set(present[0]!, Number(right.top) / Number(right.bottom));
  }
  return found;
}

interface Fraction {
  top: bigint;
  bottom: bigint;
}
const fraction = (whole: number): Fraction => ({ top: BigInt(whole), bottom: 1n });
function lowest(top: bigint, bottom: bigint): Fraction {
  let [a, b] = [top < 0n ? -top : top, bottom < 0n ? -bottom : bottom];
  while (b !== 0n) [a, b] = [b, a % b];
  const by = bottom < 0n ? -a : a;
  return { top: top / by, bottom: bottom / by };
}
const divide = (a: Fraction, b: Fraction): Fraction => lowest(a.top * b.bottom, a.bottom * b.top);
const lessTimes = (a: Fraction, b: Fraction, c: Fraction): Fraction =>
  lowest(a.top * b.bottom * c.bottom - b.top * c.top * a.bottom, a.bottom * b.bottom * c.bottom);
