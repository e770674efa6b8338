import type { Scale } from "../model.ts";

/** A scale on which errors are close to normal. `ceiling` is the value of everyone: `per` of a proportion. */
export interface WorkingScale {
  /** To the working scale; not finite where undefined. */
  to(value: number): number;
  /** Back to natural units. */
  from(point: number): number;
  /** d from / d point, at a point. */
  slope(point: number): number;
}

/** Whether values run up to that of everyone, so that they are shares and their error says how many people they are of. */
export const hasCeiling: Record<Scale, boolean> = { identity: false, log: false, logit: true };

/** The working scale of a kind of value. */
export function workingScale(scale: Scale, ceiling: number): WorkingScale {
  switch (scale) {
    case "identity":
      return { to: (y) => y, from: (g) => g, slope: () => 1 };
    case "log":
      return { to: (y) => (y < 0 ? Number.NaN : Math.log(y)), from: Math.exp, slope: Math.exp };
    case "logit":
      return {
        to: (y) => (y < 0 || y > ceiling ? Number.NaN : Math.log(y / (ceiling - y))),
        from: (g) => ceiling / (1 + Math.exp(-g)),
        slope: (g) => {
          // share (1 - share), with e^-|g| so that neither factor is lost near the ends of the scale.
          const rest = Math.exp(-Math.abs(g));
          return (ceiling * rest) / (1 + rest) ** 2;
        },
      };
  }
}
