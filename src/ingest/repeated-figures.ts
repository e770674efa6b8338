import { z } from "zod";
import { isInEngine } from "../define/engine-columns.ts";
import { isAveraged } from "../define/kinds.ts";
import { type Aggregate, averagesOf, type Gather } from "./figures.ts";
import { aggregates } from "./repeated.ts";
import type { Source } from "./source.ts";
import { query, quoted } from "./sql.ts";
import { timesOf } from "./times.ts";

/** What figures of groups come to, in a table that the observations are joined with. */
interface RepeatedFigures {
  gather: Gather;
  /** SQL that joins the table. */
  joined: string;
  drop(): Promise<void>;
}

/** Parts of add-observations.sql that say which rows are in which group. */
type Parts = Record<"table" | "where" | "value" | "last" | "groups" | "column", string>;

const same = (column: string): string => `and m.${column} is not distinct from g.${column}`;

const whole = z.array(z.bigint());
const figuresRow = z.strictObject({
  period: z.string(),
  group_id: z.string().nullable(),
  standing: z.string().nullable(),
  figures: z.union([whole, z.array(z.number())]).nullable(),
  times: z.array(z.number()).nullable(),
});

/**
 * Gathers figures that are averaged where each stands for several rows of an engine, in the order and with the steps that
 * DuckDB takes through as many rows of a file; null where they do not.
 */
export async function repeatedFigures(
  source: Source,
  { table, where, value, last, groups, column }: Parts,
  names: { indicator: string; dimension: string },
): Promise<RepeatedFigures | null> {
  const { indicator, dataset, database } = source;
  const { statistic } = indicator.value;
  if (!isInEngine(dataset) || !isAveraged(statistic)) return null;
  const wanted = new Map<string, { aggregate: Aggregate; figure: string; column: string }>();
  const gather: Gather = (aggregate, figure) => {
    const key = `${aggregate}(${figure})`;
    const found = wanted.get(key) ?? { aggregate, figure, column: `m${wanted.size}` };
    wanted.set(key, found);
    return `any_value(m.${found.column})`;
  };
  averagesOf(statistic, gather);
  const all = [...wanted.values()];
  const groupsFound = new Map<string, (string | number | null)[]>();
  for (const figure of new Set(all.map((one) => one.figure))) {
    const rows = await database.rows(
      query("figures-with-times", {
        ...{ table, where, value, last, groups, column, figure },
        times: timesOf(dataset),
      }),
      { indicator: names.indicator },
      figuresRow,
    );
    for (const { period, group_id, standing, figures, times } of rows) {
      const key = JSON.stringify([period, group_id, standing]);
      const row = groupsFound.get(key) ?? [period, group_id, standing];
      groupsFound.set(key, row);
      for (const one of all)
        if (one.figure === figure) row.push(aggregates[one.aggregate]({ figures: figures ?? [], times: times ?? [] }));
    }
  }
  const made = `gathered/${names.indicator}/${names.dimension}`;
  const columns = all.map((one) => `, ${one.column} DOUBLE`).join("");
  await database.run(query("gathered-table", { table: quoted(made), columns }));
  await database.append(made, [...groupsFound.values()]);
  return {
    gather,
    joined: `left join ${quoted(made)} m on m.period = p.label ${same("group_id")} ${same("standing")}`,
    drop: () => database.run(`drop table ${quoted(made)}`),
  };
}
