import { type NotComputable, notComputable } from "../model.ts";

/** Why a measure relative to the mean is not there. */
export const noPositiveMean = (): NotComputable => notComputable("mean-not-positive");

/** Why a measure of shares of the total is not there. */
export const notAllPositive = (): NotComputable => notComputable("comparison-not-positive", { of: "group" });

/** Why a measure with a declared reference group is not there. */
export const noReference = (): NotComputable => notComputable("no-reference");

/** Why the best- and worst-off groups are not named. */
export const noneReliable = (): NotComputable => notComputable("no-reliable-group");
