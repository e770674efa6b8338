import { type NotComputable, notComputable } from "../model.ts";

/** Why a measure relative to the mean is not there. */
export const noPositiveMean = (): NotComputable =>
  notComputable("mean-not-positive", "The overall level is zero or below, so a share of it means nothing.");

/** Why a measure of shares of the total is not there. */
export const notAllPositive = (): NotComputable =>
  notComputable(
    "comparison-not-positive",
    "A group's figure is zero or below, so its share of the average has no logarithm.",
  );

/** Why a measure with a declared reference group is not there. */
export const noReference = (): NotComputable =>
  notComputable("no-reference", "No reference group is declared, or it has no figure.");

/** Why the best- and worst-off groups are not named. */
export const noneReliable = (): NotComputable =>
  notComputable(
    "no-reliable-group",
    "Fewer than two groups are known to be large enough to be named best- or worst-off.",
  );
