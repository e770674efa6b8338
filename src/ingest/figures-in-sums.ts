import { z } from "zod";
import type { AddedUp } from "../define/kinds.ts";
import type { FigureRows, Looked } from "./figure-rows.ts";
import type { HeldFigures, KeySums } from "./key-sums.ts";
import { mayHoldTotal } from "./possible-total.ts";
import { number } from "./row.ts";
import type { Source } from "./source.ts";
import { among, ofData, query, quoted } from "./sql.ts";
import { largestColumn } from "./times.ts";

/** The same sums where they hold that of these rows; null where they do not. */
export const heldFigures = (sums: KeySums | null, rows: FigureRows): HeldFigures | null =>
  sums?.told && rows.isOneEach && rows.columns.length === 1 && rows.columns[0]!.name === sums.told.column
    ? { ...sums, told: sums.told }
    : null;

const sizes = { values: number, whole: number, largest: number };
const periodRow = z.strictObject({ ...sizes, figures: number, rows: number, fewest: number });
const figureRow = z.strictObject(sizes);

/** What figures-of-several-rows.sql finds, and whether a total may stand among the rows of figures or among the figures. */
interface SummedFigures {
  figures: number;
  rows: number;
  mayHoldTotal: boolean;
}

/** Looks at the figures of areas without their rows. */
export async function figuresInSums(
  { indicator, value, last, database }: Source,
  { column, outside, withEveryone }: Looked,
  { table, told }: HeldFigures,
): Promise<SummedFigures> {
  const { statistic, periods: cells } = indicator.value;
  const size = (statistic as AddedUp).denominator;
  const keys = [cells.column, cells.last_column].filter((name) => name !== undefined);
  const unit = `cast(${ofData(column!)} as VARCHAR)`;
  const figures = query("held-figures", {
    ...{ table, value, last, unit: `coalesce(${unit}, '')`, outside: among(unit, outside) },
    keys: keys.map(ofData).join(", "),
    same_cells: keys.map((name) => `p.${quoted(name)} is not distinct from ${ofData(name)}`).join(" and "),
  });
  const denominator = ofData(size);
  const bound = { indicator: indicator.value.id };
  const [periods, largest] = await Promise.all([
    database.rows(query("periods-in-sums", { figures, denominator }), bound, periodRow),
    database.rows(
      query("largest-in-sums", { figures, denominator, largest: ofData(largestColumn(size)) }),
      bound,
      figureRow,
    ),
  ]);
  const several = periods.filter(({ values }) => values > 1);
  const all = told.values.length;
  const areFull = periods.every(({ fewest }) => fewest === all);
  return {
    figures: periods.reduce((all, one) => all + one.figures, 0),
    rows: periods.reduce((all, one) => all + one.rows, 0),
    mayHoldTotal: mayHoldTotal(largest, areFull ? all : null) || (!withEveryone && mayHoldTotal(several, null)),
  };
}
