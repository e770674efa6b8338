import { isMissing, notComputable } from "../model.ts";
import { fitLine } from "./line.ts";
import { type Measure, ratio } from "./measure.ts";

/** Relative index of inequality: the ratio of the two ends of the fitted line. */
export const rii: Measure = {
  id: "rii",
  definition: "rii.ridit-wls.v1",
  name: "Relative index of inequality",
  type: "relative",
  orders: ["ordered"],
  formula: "RII = f1 / f0, turned over when lower is better; interval by the delta method on log RII",
  reading: "How many times worse off the very bottom of the ladder is than the very top.",
  atEquality: 1,
  unit: "ratio",
  source: { citation: "Mackenbach JP, Kunst AE (1997)", doi: "10.1016/S0277-9536(96)00073-1" },
  compute(stratum) {
    const line = fitLine(stratum);
    if (isMissing(line)) return line;
    const { disadvantaged, advantaged, covariance } = line;
    const f0 = disadvantaged.limits.value;
    const f1 = advantaged.limits.value;
    if (f0 <= 0 || f1 <= 0)
      return notComputable(
        "end-not-positive",
        "One end of the fitted line is zero or below, so a ratio means nothing.",
      );
    const variance =
      disadvantaged.variance === null || advantaged.variance === null || covariance === null
        ? null
        : Math.max(
            0,
            disadvantaged.variance / f0 ** 2 +
              advantaged.variance / f1 ** 2 -
              (2 * disadvantaged.slope * advantaged.slope * covariance) / (f0 * f1),
          );
    return ratio(Math.log(f1 / f0), variance, stratum);
  },
};
