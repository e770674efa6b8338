import { isProportion, notAProportion } from "./bounded.ts";
import { concentration } from "./concentration.ts";
import { deltaVariance, directed } from "./delta.ts";
import type { Measure } from "./measure.ts";

/** Erreygers' concentration index for proportions. */
export const erreygers: Measure = {
  id: "aci_erreygers",
  definition: "aci-erreygers.ridit.v1",
  name: "Concentration index, Erreygers",
  type: "absolute",
  orders: ["ordered"],
  formula: "4 mu RCI, proportions on 0 to 1",
  reading: "The absolute concentration index of a proportion, from -1 to 1.",
  atEquality: 0,
  unit: "number",
  source: { citation: "Erreygers G (2009)", doi: "10.1016/j.jhealeco.2008.02.003" },
  claims: { directed: true, picks: [], line: null, splitting: "value and limits" },
  compute(stratum) {
    if (!isProportion(stratum)) return notAProportion();
    const { index, gradient } = concentration(stratum);
    const factor = 4 / stratum.per;
    return directed(
      factor * index,
      deltaVariance(stratum, (i) => factor * gradient(i)),
      stratum,
    );
  },
};
