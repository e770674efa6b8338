import type { Fact, Sort } from "./facts.ts";
import type { Token, Unit } from "./tokens.ts";

/** The ways in which a figure of a page may come from results.json. There are no others. */

export interface Derived {
  value: number;
  lower: number | null;
  upper: number | null;
}

export interface Derivation {
  name: string;
  /** Sorts of figures that it is made of. */
  sorts: readonly Sort[];
  /** Units in which the outcome is written. */
  units: readonly Unit[];
  /** What stands near it. */
  words?: RegExp;
  of(fact: Fact, about: About): Derived | null;
}

/** What must be known of an indicator. */
export interface About {
  unit: string;
  /** Unit of the relative gap: that of a typical difference is per cent. */
  relative: string;
  per: number;
}

const each = (fact: Fact, change: (value: number) => number): Derived => {
  const ends = [fact.lower, fact.upper].map((limit) => (limit === null ? null : change(limit)));
  const [lower = null, upper = null] = ends;
  return lower !== null && upper !== null && lower > upper && fact.isSpan === undefined
    ? { value: change(fact.value), lower: upper, upper: lower }
    : { value: change(fact.value), lower, upper };
};

const every: readonly Sort[] = ["level", "difference", "ratio", "count", "share", "year", "other"];

export const derivations: readonly Derivation[] = [
  { name: "as is", sorts: every, units: ["none"], of: (fact) => fact },
  { name: "as is", sorts: ["p"], units: ["p"], of: (fact) => fact },
  { name: "as is", sorts: ["level", "other"], units: ["%"], of: (fact, { unit }) => (unit === "%" ? fact : null) },
  {
    name: "as is",
    sorts: ["difference", "other"],
    units: ["points"],
    of: (fact, { unit }) => (unit === "%" || unit === "points" ? fact : null),
  },
  { name: "as is", sorts: ["level"], units: ["points"], of: (fact, { unit }) => (unit === "points" ? fact : null) },
  { name: "as is", sorts: ["ratio", "other"], units: ["times"], of: (fact) => fact },
  { name: "as is", sorts: ["level", "difference", "other"], units: ["in"], of: (fact) => fact },
  { name: "as is", sorts: ["ratio"], units: ["%"], of: (fact, { relative }) => (relative === "%" ? fact : null) },
  { name: "share x 100", sorts: ["share"], units: ["%", "in", "none"], of: (fact) => each(fact, (x) => 100 * x) },
  {
    name: "per 1,000",
    sorts: ["level", "difference"],
    units: ["in", "none"],
    words: /1,000/,
    of: (fact, { per }) => (per === 100 ? each(fact, (x) => 10 * x) : null),
  },
  {
    name: "per 100",
    sorts: ["level", "difference"],
    units: ["in", "none"],
    of: (fact, { per }) => (per > 1 && per !== 100 ? each(fact, (x) => (100 * x) / per) : null),
  },
  {
    name: "turned round: 1 over it",
    sorts: ["ratio"],
    units: ["times", "none"],
    of: (fact) => each(fact, (x) => 1 / x),
  },
  {
    name: "turned round: less than 0",
    sorts: ["level", "difference", "other", "count", "share"],
    units: ["none"],
    of: (fact) => each(fact, (x) => -x),
  },
  {
    name: "turned round: less than 0",
    sorts: ["difference", "other"],
    units: ["points", "in"],
    of: (fact) => each(fact, (x) => -x),
  },
  {
    name: "per cent of a ratio",
    sorts: ["ratio"],
    units: ["%"],
    of: (fact) => (fact.path.includes("change") ? each(fact, (x) => 100 * (x - 1)) : null),
  },
  {
    name: "per cent of a ratio, fallen",
    sorts: ["ratio"],
    units: ["%"],
    of: (fact) => (fact.path.includes("change") ? each(fact, (x) => 100 * (1 - x)) : null),
  },
];

/** How a number was rounded to what is written: to its digits, or to tens, hundreds or thousands where that is said or shown. */
export function agrees(exact: number, written: Pick<Token, "value" | "decimals" | "text">, loose: boolean): boolean {
  const step = 10 ** -written.decimals;
  const near = (unit: number): boolean => Math.abs(exact - written.value) <= (unit / 2) * (1 + 1e-9) + 1e-12;
  if (near(step)) return true;
  if (written.decimals > 0 || Math.abs(written.value) < 10) return false;
  // Above 100 the last digit may be that of the tens: no finer than the interval supports.
  if (Math.abs(written.value) >= 100 && written.value % 10 === 0 && near(10)) return true;
  if (!loose) return false;
  const zeros = /0+$/.exec(written.text.replaceAll(",", ""))?.[0].length ?? 0;
  return zeros > 0 && near(10 ** Math.min(zeros, 4));
}

/** "At least 18": rounded down to what is written. "Less than 1": below it. */
export function bounded(exact: number, token: Token, before: string): boolean {
  const step = 10 ** -token.decimals;
  if (/\b(?:less|fewer|under|below) than $|\b(?:under|below) $|[<] $/i.test(before))
    return exact < token.value && exact >= 0 && (token.unit === "p" ? token.value === 0.001 : token.value <= step);
  if (/\b(?:at least|more than|over) $|[>] $/i.test(before))
    return (
      exact >= token.value - step * 1e-9 && (token.unit === "p" ? token.value === 0.99 : exact < token.value + step)
    );
  return false;
}
