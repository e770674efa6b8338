import type { Scale } from "../model.ts";
import type { Statistic } from "./indicator.ts";

const scaleOfKind = {
  proportion: "logit",
  rate: "log",
  mean: "identity",
  dsr: "log",
  "dsr-as-published": "log",
  "life-expectancy": "identity",
} as const;

/** The working scale of a statistic: set by its kind, declared for published figures. */
export const scaleOf = (statistic: Statistic): Scale =>
  statistic.kind === "published" ? statistic.scale : scaleOfKind[statistic.kind];

/** Values are given per this many; 1 for means and years. */
export const perOf = (statistic: Statistic): number => ("per" in statistic ? statistic.per : 1);
