import { type Combination, type Echelon, echelon, type Form, follow, sumOfForms, unknown } from "./elimination.ts";
import type { CountSystem, Figure, Row } from "./system.ts";

/** A count that nobody may work out. */
interface Protected {
  form: Form;
  table: string | null;
}

/**
 * Keys of the figures to withhold. Primary: counts from 1 to one below the threshold. Secondary: the smallest others
 * without which some protected count, or a small sum of withheld counts, would follow from what is left.
 * `closed` names figures that are withheld anyway.
 */
export function suppress(system: CountSystem, threshold: number, closed: ReadonlySet<string>): Set<string> {
  const isSmall = (counts: readonly number[]): boolean =>
    counts.some((count) => count > 1e-6 && count < threshold - 1e-6);
  const primary = figuresOf(system).filter(({ counts }) => isSmall(counts));
  const targets = [
    ...primary.map((figure): Protected => ({ form: firstRow(system, figure).form, table: figure.table })),
    ...derived(system, isSmall),
  ];
  const withheld = new Set([...closed, ...primary.map(({ key }) => key)]);
  if (targets.length === 0 && withheld.size === 0) return withheld;

  const next = (): Figure | null => nextToWithhold({ system, targets, withheld, isSmall });
  const secondary: Figure[] = [];
  for (let figure = next(); figure !== null; figure = next()) {
    withheld.add(figure.key);
    secondary.push(figure);
  }
  // A cell withheld early may not be needed any more: the largest are let out first.
  for (const { key } of secondary.sort((a, b) => size(b) - size(a))) {
    withheld.delete(key);
    if (next() !== null) withheld.add(key);
  }
  return withheld;
}

interface Search {
  system: CountSystem;
  targets: readonly Protected[];
  withheld: ReadonlySet<string>;
  isSmall: (counts: readonly number[]) => boolean;
}

/** The figure to withhold because of the first leak there is, or null. */
function nextToWithhold({ system, targets, withheld, isSmall }: Search): Figure | null {
  const open = system.rows.filter(({ figure }) => figure === null || !withheld.has(figure.key));
  const known = echelon(open.map(({ form }) => form));
  for (const { form, table } of targets) {
    const leak = follow(known, form);
    const figure = leak && cheapest(leak, open, table);
    if (figure) return figure;
  }
  for (const { table, parts } of system.wholes) {
    const hidden = parts.filter((part) => follow(known, part) === null);
    if (hidden.length < 2) continue;
    const leak = follow(known, sumOfForms(hidden));
    const figure = leak && isSmall(valuesOf(leak, open)) ? cheapest(leak, open, table) : null;
    if (figure) return figure;
  }
  return null;
}

/** How much of the report rests on a figure. */
const reach: Record<Figure["kind"], number> = { group: 0, unrecorded: 0, "groups-total": 1, everyone: 2 };

/**
 * The figure of a leak whose loss costs least: groups before totals, without zeros (often known anyway), of the same
 * table, the smallest first. Null where relations alone say that the form is zero, which gives no count away.
 */
function cheapest({ weights }: Combination, open: readonly Row[], table: string | null): Figure | null {
  const figures = [...weights.keys()].flatMap((index) => open[index]!.figure ?? []);
  const cost = (figure: Figure): number[] => [
    reach[figure.kind],
    figure.counts.includes(0) ? 1 : 0,
    figure.table === table ? 0 : 1,
    size(figure),
  ];
  return figures.sort((a, b) => inOrder(cost(a), cost(b)) || (a.key < b.key ? -1 : 1))[0] ?? null;
}

/** Small counts that no table prints but that follow from them: an area of quantiles, the people a table leaves out. */
function derived({ rows }: CountSystem, isSmall: Search["isSmall"]): Protected[] {
  const printed = new Set(rows.flatMap(({ figure, form }) => (figure && form.size === 1 ? [...form.keys()] : [])));
  const names = new Set(rows.flatMap(({ form }) => [...form.keys()]).filter((name) => !printed.has(name)));
  const known: Echelon = echelon(rows.map(({ form }) => form));
  return [...names].flatMap((name) => {
    const form = unknown(name);
    const follows = follow(known, form);
    return follows && isSmall(valuesOf(follows, rows)) ? [{ form, table: name.split("/")[0] ?? null }] : [];
  });
}

/** What a combination of rows comes to; the complement only where every figure in it has one. */
function valuesOf({ times, weights }: Combination, rows: readonly Row[]): number[] {
  const used = [...weights].filter(([index]) => rows[index]!.figure !== null);
  const shared = Math.min(...used.map(([index]) => rows[index]!.counts.length));
  if (!Number.isFinite(shared)) return [];
  return Array.from({ length: shared }, (_, i) => {
    const sum = used.reduce((total, [index, weight]) => total + Number(weight) * rows[index]!.counts[i]!, 0);
    return sum / Number(times);
  });
}

/** Each figure once: an unrecorded count stands in two rows. */
const figuresOf = ({ rows }: CountSystem): Figure[] => [
  ...new Map(rows.flatMap(({ figure }) => (figure ? [[figure.key, figure] as const] : []))).values(),
];
const firstRow = ({ rows }: CountSystem, { key }: Figure): Row => rows.find(({ figure }) => figure?.key === key)!;
const size = ({ counts }: Figure): number => counts[0]!;

function inOrder(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}
