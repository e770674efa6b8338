import { type EmpiricalBayes, empiricalBayes } from "../estimate/empirical-bayes.ts";
import { fayHerriot } from "../estimate/fay-herriot.ts";
import { type Funnel, type FunnelArea, funnel } from "../estimate/funnel.ts";
import { proportion } from "../estimate/proportion.ts";
import { rate } from "../estimate/rate.ts";
import { zOf } from "../stats/normal.ts";
import type { AreasItem, FunnelItem } from "./items-of-areas.ts";
import { atLevels, levelKey } from "./levels.ts";

type Answer = Record<string, unknown>;

/** Each area's place in a funnel; its limits are those of the funnel there. */
export function funnelOf(item: FunnelItem, levels: readonly number[]): Answer {
  const { kind, multiplier: per, target = null, overdispersion, winsorise } = item;
  const areas: FunnelArea[] =
    item.kind === "value" ? item.areas.map(({ value, se }) => ({ value, standardError: se })) : [...item.areas];
  const at = (confidence: number): Funnel =>
    funnel(areas, { kind, per, target, overdispersion, winsorise, confidence });
  const funnels = levels.map(at);
  const { areas: places, ...whole } = funnels[0]!;
  return {
    definition: `funnel.spiegelhalter-${overdispersion}.v1`,
    ...whole,
    areas: item.areas.map((given, i) => ({
      ...given,
      value: places[i]!.value,
      z: places[i]!.z,
      adjustedZ: places[i]!.adjustedZ,
      ...Object.assign(
        {},
        ...funnels.map((one, l) => ({
          [`lower${levelKey(levels[l]!)}`]: one.areas[i]!.lower,
          [`upper${levelKey(levels[l]!)}`]: one.areas[i]!.upper,
        })),
      ),
    })),
  };
}

/** Each area's own figure (`raw`) and the modelled one beside it. */
export function modelledAreas(item: AreasItem, levels: readonly number[]): Answer {
  return item.model === "fay-herriot" ? ofValues(item, levels) : ofCounts(item, levels);
}

const around = (value: number, error: number, level: number) => ({
  value,
  lower: value - zOf(level) * error,
  upper: value + zOf(level) * error,
});

function ofValues({ areas }: Extract<AreasItem, { model: "fay-herriot" }>, levels: readonly number[]): Answer {
  const { areas: drawn, ...model } = fayHerriot(
    areas.map(({ value, se, covariates = [] }) => ({ value, variance: se ** 2, covariates })),
  );
  return {
    definition: "small-areas.fay-herriot-reml.v1",
    ...model,
    areas: areas.map((given, i) => {
      const { value, meanSquaredError, weight } = drawn[i]!;
      return {
        ...given,
        raw: atLevels(levels, (level) => around(given.value, given.se, level)),
        modelled: { weight, ...atLevels(levels, (level) => around(value, Math.sqrt(meanSquaredError), level)) },
      };
    }),
  };
}

function ofCounts(
  { model, areas, multiplier }: Exclude<AreasItem, { model: "fay-herriot" }>,
  levels: readonly number[],
): Answer {
  const at = (confidence: number): EmpiricalBayes => empiricalBayes(areas, model, multiplier, confidence);
  const drawn = new Map(levels.map((level) => [level, at(level)]));
  const { areas: first, ...whole } = drawn.get(levels[0]!)!;
  return {
    definition: `small-areas.${model}-moments.v1`,
    ...whole,
    areas: areas.map((given, i) => ({
      ...given,
      raw: atLevels(levels, (level) =>
        model === "beta-binomial"
          ? proportion(given.numerator, given.denominator, multiplier, zOf(level))
          : rate(given.numerator, given.denominator, multiplier, level, zOf(level)),
      ),
      modelled: { weight: first[i]!.weight, ...atLevels(levels, (level) => drawn.get(level)!.areas[i]!) },
    })),
  };
}
