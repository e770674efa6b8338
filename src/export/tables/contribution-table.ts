import { isMissing } from "../../model.ts";
import type { WrittenResults } from "../../results/results.ts";
import { type DataTable, dataTable } from "../data-table.ts";
import { eachDimension, eachPeriod } from "../each.ts";
import { filled, group, number, period, series, share, text } from "../fields.ts";

const named = { ...group, group_label: filled(text("Group", "Name of the group")) } as const;

const references = [
  { columns: ["indicator", "dimension"], table: "verdict" },
  { columns: ["dimension", "group_id"], table: "dimension_group" },
] as const;

/** What each group adds to the gap. */
export const contribution = (results: WrittenResults): DataTable =>
  dataTable({
    name: "contribution",
    title: "Contributions",
    grain: "one row per indicator, dimension, period and measured group, where they can be worked out",
    key: ["indicator", "dimension", "period", "group_id"],
    references,
    fields: {
      ...series,
      ...period,
      ...named,
      between_group_variance: filled(
        number("To the between-group variance", "p (y - mu)^2; over the groups these add up to bgv"),
      ),
      spread_share: share("Share of the spread", "Its part of the between-group variance, 0 to 1; includes chance"),
      theil: number("To the Theil index", "1000 p r ln r, where r = y / mu; over the groups these add up to ti"),
      concentration: number(
        "To the concentration index",
        "2 p (x - x') (y - mu); over the groups these add up to aci; ordered dimensions",
      ),
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
export const changeContribution = (results: WrittenResults): DataTable =>
  dataTable({
    name: "change_contribution",
    title: "Contributions to change",
    grain: "one row per indicator, dimension and group, where they can be worked out",
    key: ["indicator", "dimension", "group_id"],
    references,
    fields: {
      ...series,
      baseline: filled(text("Baseline", "Label of the earlier period")),
      current: filled(text("Current", "Label of the later period")),
      ...named,
      level: filled(number("From levels", "What the group's own level adds to the change of the groups' mean")),
      composition: filled(number("From sizes", "What the group's share of the people adds to that change")),
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
