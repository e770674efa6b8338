import type { Definitions } from "../define/definitions.ts";
import type { Counted, CountSystem, Side } from "../disclose/cell.ts";
import { combined, type Form, unknown } from "../disclose/form.ts";
import type { PlacedCell, PrintedCounts } from "./printed-counts.ts";

type Relations = Pick<CountSystem, "relations" | "derived">;

const sides = ["numerator", "denominator"] as const;

/**
 * How the counts of several indicators hang together: parts add up to their whole, where the project says so or where
 * they do in every cell, and a table of counts that two indicators share is one.
 */
export function relatedCounts(printed: ReadonlyMap<string, PrintedCounts>, definitions: Definitions): Relations {
  const cells = new Map(
    [...printed].map(([id, { cells }]) => [id, new Map(cells.map((cell) => [placeOf(cell), cell]))]),
  );
  const declared = wholesOf(definitions).map((one) => ofWhole(one, cells, true));
  const found = candidates(printed, definitions).map((one) => ofWhole(one, cells, false));
  return {
    relations: [...[...declared, ...found].flatMap((one) => one.relations), ...sharedTables([...printed.values()])],
    derived: declared.flatMap((one) => one.derived),
  };
}

/** Where a cell stands, whatever its indicator. */
const placeOf = ({ at: { dimension, period, group } }: PlacedCell): string =>
  JSON.stringify([dimension, period, group]);

interface Whole {
  whole: string;
  parts: readonly string[];
}

/** Wholes that the project names, and indicators that are declared part of another, each and together. */
function wholesOf({ project, indicators }: Definitions): Whole[] {
  const wholes = [...new Set(indicators.flatMap(({ value }) => value.part_of ?? []))];
  const ofParts = wholes.flatMap((whole): Whole[] => {
    const parts = indicators.flatMap(({ value }) => (value.part_of === whole ? [value.id] : []));
    return [...(parts.length > 1 ? [{ whole, parts }] : []), ...parts.map((part) => ({ whole, parts: [part] }))];
  });
  return [...project.value.disclosure.wholes, ...ofParts];
}

/** Indicators of one dataset of which two, or all others, may add up to a third. */
function candidates(printed: ReadonlyMap<string, PrintedCounts>, { indicators }: Definitions): Whole[] {
  const byDataset = new Map<string, string[]>();
  for (const { value } of indicators)
    if (printed.has(value.id)) byDataset.set(value.dataset, [...(byDataset.get(value.dataset) ?? []), value.id]);
  return [...byDataset.values()].flatMap((ids) =>
    ids.flatMap((whole): Whole[] => {
      const others = ids.filter((id) => id !== whole);
      const pairs = others.flatMap((a, i) => others.slice(i + 1).map((b) => ({ whole, parts: [a, b] })));
      return others.length > 2 ? [...pairs, { whole, parts: others }] : pairs;
    }),
  );
}

/** Sums over every cell that whole and parts share: exact ones, and of declared parts what they leave of the whole too. */
function ofWhole(
  { whole, parts }: Whole,
  cells: ReadonlyMap<string, ReadonlyMap<string, PlacedCell>>,
  isDeclared: boolean,
): Relations {
  const own = cells.get(whole);
  const others = parts.map((part) => cells.get(part));
  if (own === undefined || others.some((part) => part === undefined)) return { relations: [], derived: [] };
  const bySide = sides.map((side) => {
    const sums = [...own].flatMap(([place, cell]) => {
      const counted = others.map((part) => part!.get(place)?.[side] ?? null);
      const total = cell[side];
      return total === null || counted.some((part) => part === null)
        ? []
        : [sumOf(`${whole} ${parts} ${place} ${side}`, total, counted as Counted[])];
    });
    if (isDeclared && (side === "numerator" || sums.every(({ rest }) => rest === 0)))
      return sums.filter(({ rest }) => rest >= 0);
    return sums.filter(({ size }) => size > 0).length > 2 && sums.every(({ rest }) => rest === 0) ? sums : [];
  });
  const sums = bySide.flat();
  return {
    relations: sums.map(({ relation }) => relation),
    derived: sums.flatMap(({ rest, outside }) => (rest > 0 ? [{ form: outside, count: rest }] : [])),
  };
}

function sumOf(name: string, whole: Counted, parts: readonly Counted[]) {
  const rest = whole.count - parts.reduce((sum, { count }) => sum + count, 0);
  const outside = unknown(`outside ${name}`);
  const exact: [Form, number][] = [[whole.form, -1], ...parts.map(({ form }): [Form, number] => [form, 1])];
  const isExact = Math.abs(rest) < 1e-6;
  return {
    relation: combined(isExact ? exact : [...exact, [outside, 1]]),
    ...{ outside, rest: isExact ? 0 : rest, size: whole.count },
  };
}

/** Tables with the same count in every group are of the same people: the denominators of two indicators, say. */
function sharedTables(printed: readonly PrintedCounts[]): Form[] {
  const seen = new Map<string, Counted[]>();
  return printed.flatMap(({ cells }) => {
    const tables = new Map<string, { group: string; counted: Counted }[]>();
    for (const cell of cells)
      for (const side of sides)
        if (cell.kind === "group" && cell[side] !== null) {
          const { dimension, period } = cell.at;
          const key = JSON.stringify([dimension, period, side]);
          tables.set(key, [...(tables.get(key) ?? []), { group: cell.at.group, counted: cell[side] }]);
        }
    return [...tables].flatMap(([key, rows]) => {
      if (rows.filter(({ counted }) => counted.count > 0).length < 2) return [];
      const [dimension, period] = JSON.parse(key) as [string, string, Side];
      const signature = JSON.stringify([dimension, period, rows.map(({ group, counted }) => [group, counted.count])]);
      const same = seen.get(signature);
      if (same === undefined) {
        seen.set(
          signature,
          rows.map(({ counted }) => counted),
        );
        return [];
      }
      return rows.map(({ counted }, i) =>
        combined([
          [counted.form, 1],
          [same[i]!.form, -1],
        ]),
      );
    });
  });
}
