import { estimate } from "../estimate/estimate.ts";
import { type FittedLine, fitLine } from "../measure/line.ts";
import { rii, sii } from "../measure/slope.ts";
import { makeStratum } from "../measure/stratum.ts";
import { kindFacts, type Limits, type Scale } from "../model.ts";
import { isMissing, type NotComputable } from "../reasons-and-notes.ts";
import { fiellerLimits } from "../stats/fieller.ts";
import { zOf } from "../stats/normal.ts";
import type { Item } from "./estimate-request.ts";
import { levelKey } from "./levels.ts";
import { reasonOf } from "./reason.ts";

type Slope = Item<"slopeIndex">;

/**
 * Slope index, relative index and intercept with limits, as `phe_sii` of OHID's PHEindicatormethods prints them: raw,
 * the slope index times the multiplier, the intercept times the multiplier only where values were transformed, and
 * the limits of a straight line's relative index those that its simulation tends to (Fieller).
 */
export function slopeIndex(item: Slope, levels: readonly number[]): Record<string, unknown> {
  const answer: Record<string, unknown> = {};
  for (const level of levels) {
    const slopes = at(item, level);
    if (isMissing(slopes)) return reasonOf(slopes);
    for (const [name, outcome] of Object.entries(slopes)) {
      if (isMissing(outcome)) {
        answer[name] = reasonOf(outcome);
        continue;
      }
      answer[name] = outcome.value;
      answer[`${name}Lower${levelKey(level)}`] = outcome.lower;
      answer[`${name}Upper${levelKey(level)}`] = outcome.upper;
    }
  }
  return answer;
}

function at(
  { valueType, transformed, multiplier, groups }: Slope,
  level: number,
): Record<"sii" | "rii" | "intercept", Limits | NotComputable> | NotComputable {
  const scale: Scale = transformed ? kindFacts[valueType].scale : "identity";
  const stratum = makeStratum({
    order: "ordered",
    ranking: "local",
    better: "higher",
    scale,
    per: 1,
    z: zOf(level),
    reliableDenominator: 0,
    groups: [...groups]
      .sort((a, b) => a.order - b.order)
      .map(({ order, population, value, se, lower95, upper95 }) => ({
        id: String(order),
        label: String(order),
        weight: population,
        estimate: estimate(
          {
            numerator: null,
            denominator: population,
            value,
            lower: lower95 ?? null,
            upper: upper95 ?? null,
            standardError: se ?? null,
            sd: null,
            count: null,
            weight: null,
          },
          { kind: "published", scale, per: 1, confidence: level, intervalLevel: 0.95 },
        ),
      })),
  });
  if (isMissing(stratum)) return stratum;
  const line = fitLine(stratum);
  if (isMissing(line)) return line;
  const rawOf = (outcome: ReturnType<typeof sii.compute>): Limits | NotComputable =>
    isMissing(outcome) ? outcome : outcome.raw;
  const slope = rawOf(sii.compute(stratum));
  const ratio = rawOf(rii.compute(stratum));
  return {
    sii: isMissing(slope) ? slope : times(slope, multiplier),
    rii: isMissing(ratio) || transformed ? ratio : { ...ratio, ...ratioLimits(line, zOf(level)) },
    intercept: times(line.disadvantaged.limits, transformed ? multiplier : 1),
  };
}

/** What simulating both ends of a straight line tends to. The method's own, by the log, is that of `tempcheck measure`. */
function ratioLimits({ advantaged, disadvantaged, covariance }: FittedLine, z: number): Omit<Limits, "value"> {
  const [numeratorVariance, denominatorVariance] = [advantaged.variance, disadvantaged.variance];
  const known = numeratorVariance !== null && denominatorVariance !== null && covariance !== null;
  const limits =
    known &&
    fiellerLimits(
      {
        numerator: advantaged.limits.value,
        denominator: disadvantaged.limits.value,
        numeratorVariance,
        denominatorVariance,
        covariance,
      },
      z,
    );
  return limits || { lower: null, upper: null };
}

const times = ({ value, lower, upper }: Limits, factor: number): Limits => ({
  value: factor * value,
  lower: lower === null ? null : factor * lower,
  upper: upper === null ? null : factor * upper,
});
