import type { Limits } from "../model.ts";
import { type NotComputable, notComputable } from "../reasons-and-notes.ts";
import { zOf } from "../stats/normal.ts";
import { sumOf } from "../stats/sum.ts";
import { proportion } from "./proportion.ts";
import { expectedEvents, type StandardBand } from "./standardised-ratio.ts";

/**
 * Share of an area's people, adjusted for their ages indirectly: what it would be if they were as old as the standard's. The
 * odds of the share are divided by the odds that the standard's shares by age give for these people, and multiplied by those
 * of the standard as a whole; so no share leaves 0 to 1, and who has not is adjusted just as who has. Modelled: it takes
 * for granted that age changes the odds alike everywhere.
 *
 * Formula: logit of the answer = logit(x / n) - logit(e / n) + logit(s), e = sum n r, r and s the standard's shares by age
 * and overall; the limits are Wilson's of x / n, moved the same way. All times `per`.
 * Shapes and units: x of the n people of the bands; the unit is `per`, 100 for per cent.
 * Errors: `no-denominator` without people; `empty-age-band` where people are in a band of which the standard has nobody;
 * `undefined-on-working-scale` where the standard expects nobody, or everybody.
 * Source: Breslow NE, Day NE (1987), Statistical Methods in Cancer Research II, IARC, p. 65-69, on the odds
 *
 * @example
 * // 400 at 0.1 and 600 at 0.3 are 220 expected of 1000, where the standard has 20 in 100: odds 11/39 and 1/4. 300 have it,
 * // odds 3/7: 3/7 (39/11) / 4 = 117/308.
 * const bands = [
 *   { population: 400, standardEvents: 1000, standardPopulation: 10_000 },
 *   { population: 600, standardEvents: 3000, standardPopulation: 10_000 },
 * ];
 * ageAdjustedShare(300, bands, 100, 0.95); // => { value: 27.5294, lower: 24.9164, upper: 30.3058 }
 * ageAdjustedShare(300, [{ ...bands[0]!, population: 0 }], 100, 0.95); // => { reason: "no-denominator" }
 */
export function ageAdjustedShare(
  count: number,
  bands: readonly StandardBand[],
  per: number,
  confidence: number,
): Limits | NotComputable {
  const people = sumOf(bands, ({ population }) => population);
  if (people === 0) return notComputable("no-denominator", { of: "nobody" });
  if (bands.some(({ population, standardPopulation }) => population > 0 && standardPopulation === 0))
    return notComputable("empty-age-band", { rate: "rate" });
  const expected = expectedEvents(bands);
  const events = sumOf(bands, ({ standardEvents }) => standardEvents);
  const rest = sumOf(bands, ({ standardPopulation }) => standardPopulation) - events;
  const factor = ((people - expected) / expected) * (events / rest);
  if (!(factor > 0 && factor < Number.POSITIVE_INFINITY)) return notComputable("undefined-on-working-scale");
  const moved = (share: number): number => (share === 1 ? per : per / (1 + (1 - share) / (share * factor)));
  const { value, lower, upper } = proportion(count, people, 1, zOf(confidence));
  return { value: moved(value), lower: moved(lower as number), upper: moved(upper as number) };
}
