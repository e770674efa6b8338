/** What the rows of one value of a column add up to within one figure. */
export interface Part {
  /** Null for all the values together that are not told apart, because a figure has too many. */
  value: string | null;
  numerator: number;
  denominator: number;
}

/** A value whose rows are the sum of the rows of others. */
export interface Total {
  /** Null where the largest row of each figure is the total, whatever it is called. */
  value: string | null;
  /** The values that it is the sum of; null for all the others. */
  parts: readonly string[] | null;
  /** In so many figures, of so many that have both. */
  matched: number;
  figures: number;
  /** The first of them: the total, and what its parts come to. */
  example: { total: Part; parts: readonly Part[] };
}

/** What makes a value a likelier total than others: its name, or that its rows stand for nobody declared. */
export type Suspicion = "named-so" | "stands-for-nobody" | null;

/** Values beyond which subsets are not tried: 2 to this many. */
export const MOST_VALUES = 12;
/** Values of a figure beyond which all but the largest come as one: parts-of-figures.sql. */
export const MOST_TOLD = 60;
/** Chance of sums that come out by themselves, above which they are taken for that. */
const CHANCE = 1e-3;
/** The same where a value that is called a total has one part alone. */
const CHANCE_OF_EQUALS = 1e-5;
/** Of so many figures a total is the sum of its parts in at least this many. */
export const neededOf = (figures: number): number => (figures < 20 ? figures : 0.95 * figures);
/** A value that is called a total may differ so much: those whose part is not known are in it alone. */
export const NEARLY = 1 / 20;

/**
 * A value of a column that is a total beside its parts, if there is one. Each figure is the list of its values.
 *
 * Rule: in nearly all figures (95 %, and all of fewer than 20) that have the value beside others, its numerator and its
 * denominator are the sums of all the others, or of the same few of them, within the rounding of both. Where the parts
 * all have the denominator of the total, as causes have, numerators decide; where the total has no numerator, or all have
 * the same one, as the columns of people beside a count have, denominators do. At least two figures must say so, and chance must not: were the expected numbers exactly equal, two sums
 * of n events would differ by no more than t with a probability of about (2 t + b) / sqrt(4 pi n), where b is what counts
 * are rounded to. The product over the figures must be below 0.001, over 2^k where a subset of k others was picked; below
 * 0.00001 where there is a single part, which counts only beside a value that is called a total. Denominators count where they differ from
 * figure to figure: samples may be of one planned size. One figure is enough for a value that is called a total, or that
 * stands for no declared group.
 */
export function totalAmong(
  figures: readonly (readonly Part[])[],
  suspicionOf: (value: string) => Suspicion = () => null,
): Total | null {
  const known = figures.filter((parts) => parts.length > 1);
  const step = { numerator: stepOf(known, "numerator"), denominator: stepOf(known, "denominator") };
  const size = new Map<string, number>();
  for (const { value, numerator, denominator } of known.flat())
    if (value !== null) size.set(value, (size.get(value) ?? 0) + numerator + denominator);
  const values = [...size].sort((a, b) => b[1] - a[1]).map(([value]) => value);
  const few = values.slice(0, MOST_VALUES);
  for (const value of few) {
    const suspicion = suspicionOf(value);
    const own = known.flatMap((parts): Split[] => {
      const total = parts.find((part) => part.value === value);
      return total ? [{ total, others: parts.filter((part) => part !== total) }] : [];
    });
    const whole = judged(own, step, { suspicion, picked: 0 });
    if (whole) return { value, parts: null, ...whole };
    const part = subsetOf(own, step, suspicion);
    if (part) return { value, ...part };
  }
  const largest = known.map((parts): Split => {
    const [total, ...others] = [...parts].sort((a, b) => b.denominator - a.denominator || b.numerator - a.numerator);
    return { total: total!, others };
  });
  const unnamed = judged(
    largest.filter(({ total }) => total.value !== null),
    step,
    { suspicion: null, picked: 0 },
  );
  return unnamed && { value: null, parts: null, ...unnamed };
}

interface Split {
  total: Part;
  others: readonly Part[];
}
interface Step {
  numerator: number;
  denominator: number;
}

export const STEPS = [1000, 500, 100, 50, 25, 10, 5, 3];

/** What figures are rounded to, as they show it. */
function stepOf(figures: readonly (readonly Part[])[], key: "numerator" | "denominator"): number {
  const numbers = figures.flatMap((parts) => parts.map((part) => Math.abs(part[key]))).filter((one) => one > 0);
  const decimals = numbers.reduce((most, one) => Math.max(most, (String(one).split(".")[1] ?? "").length), 0);
  if (decimals > 0) return Number(`1e${-Math.min(decimals, 6)}`);
  return numbers.length < 8 ? 1 : (STEPS.find((step) => numbers.every((one) => one % step === 0)) ?? 1);
}

const sum = (parts: readonly Part[], key: "numerator" | "denominator"): number =>
  parts.reduce((all, part) => all + part[key], 0);

/** How one figure agrees: how far numerator and denominator are from the sums; null for one that is not looked at. */
function agreement({ total, others }: Split, step: Step, suspicion: Suspicion) {
  const count = others.some(({ value }) => value === null) ? MOST_TOLD : others.length;
  const near = (key: "numerator" | "denominator"): number | null => {
    const [one, all] = [total[key], sum(others, key)];
    const off = Math.abs(one - all);
    const tolerated = (step[key] / 2) * (count + 1) + 1e-9 * Math.abs(one);
    if (off <= tolerated) return off;
    return suspicion === "named-so" && count > 1 && off <= NEARLY * Math.abs(one) ? 0 : null;
  };
  const [numerator, denominator] = [near("numerator"), near("denominator")];
  const isRepeated = count > 1 && others.every((part) => part.denominator === total.denominator);
  const isOneCount = count > 1 && total.numerator > 0 && others.every((part) => part.numerator === total.numerator);
  if (numerator !== null && total.numerator > 0 && (denominator !== null || isRepeated))
    return { numerator, denominator: isRepeated ? null : denominator, count };
  if (denominator !== null && isOneCount) return { numerator: null, denominator, count };
  if (denominator !== null && total.numerator === 0 && (count > 1 || numerator !== null))
    return { numerator: null, denominator, count };
  return null;
}

/** Whether the splits of a value say that it is a total, more clearly than chance would. */
function judged(
  splits: readonly Split[],
  step: Step,
  { suspicion, picked }: { suspicion: Suspicion; picked: number },
): Omit<Total, "value" | "parts"> | null {
  const seen = splits.filter(
    ({ total, others }) =>
      others.length > 0 && [total, ...others].some((part) => part.numerator !== 0 || part.denominator !== 0),
  );
  const agreed = seen.flatMap((split) => {
    const found = agreement(split, step, suspicion);
    return found === null ? [] : [{ ...found, split }];
  });
  if (agreed.length === 0 || agreed.length < neededOf(seen.length) || (suspicion === null && agreed.length < 2))
    return null;
  const isOne = agreed.every(({ count }) => count === 1);
  // Two rows that are alike may be two months of one size, or the same people twice: neither is a sum.
  if (isOne && suspicion !== "named-so") return null;
  const off = (key: "numerator" | "denominator"): number => Math.max(...agreed.map((one) => one[key] ?? 0));
  const chance = (key: "numerator" | "denominator", size: number): number =>
    size <= 0 ? 0 : Math.min(0, Math.log((2 * off(key) + step[key]) / Math.sqrt(4 * Math.PI * size)));
  const denominators = new Set(
    agreed.flatMap(({ split, denominator }) => (denominator === null ? [] : [split.total.denominator])),
  );
  const counts = !isOne && (denominators.size > 1 || suspicion !== null);
  const logarithm =
    agreed.reduce(
      (all, { split, numerator }) => all + (numerator === null ? 0 : chance("numerator", split.total.numerator)),
      0,
    ) + (counts ? [...denominators].reduce((all, size) => all + chance("denominator", size), 0) : 0);
  const limit = Math.log(isOne ? CHANCE_OF_EQUALS : CHANCE) - picked * Math.LN2;
  const isClear = suspicion === "named-so" && !isOne ? true : logarithm < limit;
  if (!isClear) return null;
  const { total, others } = agreed[0]!.split;
  return { matched: agreed.length, figures: seen.length, example: { total, parts: others } };
}

/** Some of the other values of which a value is the sum in every figure. */
function subsetOf(splits: readonly Split[], step: Step, suspicion: Suspicion): Omit<Total, "value"> | null {
  const most = [...splits].sort((a, b) => b.others.length - a.others.length)[0];
  if (most === undefined || most.others.length > MOST_VALUES || splits.length < 2) return null;
  const names = most.others.map(({ value }) => value);
  if (names.length < 3 || names.some((name) => name === null)) return null;
  for (let bits = 1; bits < (1 << names.length) - 1; bits++) {
    const chosen = names.filter((_, i) => (bits >> i) & 1) as string[];
    if (chosen.length < 2) continue;
    const narrowed = (split: Split): Split => ({
      total: split.total,
      others: split.others.filter(({ value }) => value !== null && chosen.includes(value)),
    });
    if (agreement(narrowed(most), step, null) === null) continue;
    // What one figure has by chance the others have not.
    const found = judged(splits.map(narrowed), step, {
      suspicion: suspicion === null ? null : "stands-for-nobody",
      picked: names.length,
    });
    if (found) return { parts: chosen, ...found };
  }
  return null;
}

const TOTALS =
  /^((grand |sub)?totals?( |,|:|$).*|all|any|both|both sexes|persons|people|everyone|everybody|overall|whole population|all (persons|people|ages?|sexes|genders|groups|categories|types|causes|areas|wards|residents|households|pupils|children|adults|usual residents|ethnic groups|ethnicities|tenures)\b.*)$/i;

/** Whether people call a total so. */
export const isCalledTotal = (value: string): boolean => TOTALS.test(value.trim());
