import type { CountTable } from "./counts.ts";
import { type Form, sumOfForms, unknown } from "./elimination.ts";
import { groupForms } from "./group-forms.ts";

/** A published figure that can be withheld. */
export interface Figure {
  key: string;
  kind: "group" | "unrecorded" | "groups-total" | "everyone";
  /** Dimension of its table; null for the published figure for everyone, which all tables share. */
  table: string | null;
  group: string | null;
  counts: readonly number[];
}

/** One equation that a reader has: a figure, or a relation that holds anyway (no figure, adding up to zero). */
export interface Row {
  figure: Figure | null;
  form: Form;
  counts: readonly number[];
}

/** Everything one indicator says of the counts of one period. */
export interface CountSystem {
  rows: readonly Row[];
  /** Sets of counts that add up to a total: the withheld ones together are a count as well. */
  wholes: readonly { table: string; parts: readonly Form[] }[];
}

const EVERYONE = "everyone";

/**
 * The linear system behind the tables of one indicator and period. Unknowns are the groups of each dimension (the areas
 * where quantiles are made of them), everyone, and people outside a table. An unknown left out, or two taken as one, can
 * only make the reader stronger than they are, so doubtful cases are settled that way.
 */
export function countSystem(tables: readonly CountTable[]): CountSystem {
  const forms = groupForms(tables);
  const published = tables.map(({ overall }) => overall).find((overall) => overall?.from === "published");
  const everyone = published?.counts[0] ?? Math.max(0, ...tables.map((table) => sumOfCells(table) ?? 0));
  const built = tables.map((table) => tableRows(table, forms.get(table.dimension.id)!, everyone));
  const rows = built.flatMap((one) => one.rows);
  if (published) {
    const figure: Figure = { key: EVERYONE, kind: "everyone", table: null, group: null, counts: published.counts };
    rows.push({ figure, form: unknown(EVERYONE), counts: published.counts });
  }
  return { rows, wholes: built.flatMap((one) => one.wholes) };
}

function tableRows(
  table: CountTable,
  forms: ReadonlyMap<string, Form>,
  everyone: number,
): CountSystem & { rows: Row[] } {
  const { dimension, cells, unrecorded, isExact } = table;
  const { id } = dimension;
  const row = (kind: Figure["kind"], group: string | null, form: Form, counts: readonly number[]): Row => ({
    figure: { key: `${id}/${kind}/${group ?? ""}`, kind, table: id, group, counts },
    form,
    counts,
  });
  const formOf = (group: string): Form => forms.get(group)!;
  const rows = cells.flatMap(({ group, counts, isEmpty }): Row[] => {
    if (isEmpty) return [{ figure: null, form: formOf(group), counts: [] }];
    return counts ? [row("group", group, formOf(group), counts)] : [];
  });

  const measured = cells.filter(({ isMeasured }) => isMeasured);
  if (table.isTotalGiven && measured.length > 0 && measured.every(({ counts }) => counts !== null))
    rows.push(
      row(
        "groups-total",
        null,
        sumOfForms(measured.map(({ group }) => formOf(group))),
        sumOfCounts(measured.map(({ counts }) => counts as readonly number[])),
      ),
    );

  const outside: Form[] = [];
  if (unrecorded) {
    const form = unknown(`${id}/unrecorded`);
    const count = row("unrecorded", null, form, [unrecorded.count]);
    rows.push(count);
    if (unrecorded.isPartOfTotal) {
      outside.push(form);
      // Count over share is everyone the table speaks of.
      const sized = cells.filter(({ counts }) => counts !== null);
      const all = [form, ...sized.map(({ group }) => formOf(group))];
      const total = sumOfCounts([count.counts, ...sized.map(({ counts }) => counts as readonly number[])]);
      rows.push({ ...count, form: sumOfForms(all), counts: total });
    }
  }
  const sum = sumOfCells(table);
  if (isExact && sum !== null && Math.abs(everyone - sum) > 1e-6) outside.push(unknown(`${id}/outside`));

  const parts = [...cells.map(({ group }) => formOf(group)), ...outside];
  const relation = sumOfForms([...parts.map(negative), unknown(EVERYONE)]);
  const members = cells.flatMap(({ group }) => {
    const inside = [...formOf(group).keys()];
    return inside.length > 1 ? [{ table: id, parts: inside.map(unknown) }] : [];
  });
  return {
    rows: [...rows, { figure: null, form: relation, counts: [] }],
    wholes: [{ table: id, parts }, ...members],
  };
}

/** Everyone the table speaks of; null where a group's count is not known. */
function sumOfCells({ cells, unrecorded }: CountTable): number | null {
  const outside = unrecorded?.isPartOfTotal ? unrecorded.count : 0;
  return cells.reduce<number | null>(
    (sum, { counts }) => (sum === null || counts === null ? null : sum + counts[0]!),
    outside,
  );
}

/** Counts added up; a complement only where every part has one. */
function sumOfCounts(lists: readonly (readonly number[])[]): number[] {
  const shared = Math.min(...lists.map(({ length }) => length));
  return Array.from({ length: shared }, (_, i) => lists.reduce((sum, counts) => sum + counts[i]!, 0));
}

const negative = (form: Form): Form => new Map([...form].map(([name, value]) => [name, -value]));
