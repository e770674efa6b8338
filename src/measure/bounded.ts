import { type NotComputable, notComputable } from "../model.ts";
import type { Stratum } from "./stratum.ts";

/** Why an index for bounded variables is not there: it is defined for proportions. */
export const notAProportion = (): NotComputable =>
  notComputable("undefined-on-working-scale", "The index is defined for proportions only.");

export const isProportion = ({ scale }: Stratum): boolean => scale === "logit";
