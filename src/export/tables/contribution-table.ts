import { isMissing } from "../../reasons-and-notes.ts";
import type { WrittenResults } from "../../results/results.ts";
import { type DeclaredTable, declaredTable } from "../data-table.ts";
import { eachDimension, eachPeriod } from "../each.ts";
import { filled, group, number, period, series, share, text } from "../fields.ts";

const named = { ...group, group_label: filled(text) } as const;

const references = [
  { columns: ["indicator", "dimension"], table: "verdict" },
  { columns: ["dimension", "group_id"], table: "dimension_group" },
] as const;

/** What each group adds to the gap. */
export const contribution = (results: WrittenResults): DeclaredTable =>
  declaredTable({
    name: "contribution",
    key: ["indicator", "dimension", "period", "group_id"],
    references,
    fields: {
      ...series,
      ...period,
      ...named,
      between_group_variance: filled(number),
      spread_share: share,
      theil: number,
      concentration: number,
    },
    rows: eachPeriod(results, (at, { contributions, groups }) => {
      if (isMissing(contributions)) return [];
      const labels = new Map(groups.map(({ id, label }) => [id, label]));
      const total = contributions.reduce((sum, { betweenGroupVariance }) => sum + betweenGroupVariance, 0);
      return contributions.map(({ group: id, betweenGroupVariance, theil, concentration }) => [
        ...at,
        id,
        labels.get(id) ?? id,
        betweenGroupVariance,
        total > 0 ? betweenGroupVariance / total : null,
        theil,
        concentration,
      ]);
    }),
  });

/** What each group adds to the change of the groups' mean level. */
export const changeContribution = (results: WrittenResults): DeclaredTable =>
  declaredTable({
    name: "change_contribution",
    key: ["indicator", "dimension", "group_id"],
    references,
    fields: {
      ...series,
      baseline: filled(text),
      current: filled(text),
      ...named,
      level: filled(number),
      composition: filled(number),
    },
    rows: eachDimension(results, ({ id }, { dimension, change, periods }) => {
      if (isMissing(change) || isMissing(change.decomposition)) return [];
      const labels = new Map(periods.flatMap(({ groups }) => groups.map((one) => [one.id, one.label])));
      const between = [change.baseline.label, change.current.label];
      return change.decomposition.map(({ group: own, level, composition }) => [
        id,
        dimension,
        ...between,
        own,
        labels.get(own) ?? own,
        level,
        composition,
      ]);
    }),
  });
