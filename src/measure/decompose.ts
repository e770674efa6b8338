import type { Contribution } from "../model.ts";
import { sumOf } from "../stats/sum.ts";
import type { Stratum } from "./stratum.ts";

/**
 * Where a gap comes from: each group's contribution to the Theil index (they add up to `ti`), to the between-group variance
 * (to `bgv`) and to the absolute concentration index (to `aci`; over mu to `rci`), in the order of the stratum. Theil's are
 * negative for groups below the mean. The concentration index is taken as twice the covariance of level and ladder
 * position, so that a group at the mean level or in the middle of the ladder adds nothing. For a ward's contribution, make
 * an ordered stratum of the wards, most disadvantaged first.
 * Sources: Theil H (1967), Economics and Information Theory; WHO, Health Equity Assessment Toolkit, technical notes (2023);
 * Kakwani N, Wagstaff A, van Doorslaer E (1997), doi:10.1016/S0304-4076(96)01807-6.
 */
export function contributions({ ids, shares, values, positions, mean }: Stratum): Contribution[] {
  const hasLogs = values.every((y) => y > 0);
  const middle = positions && sumOf(positions, (x, i) => shares[i]! * x);
  return ids.map((group, i) => {
    const [p, y] = [shares[i]!, values[i]!];
    return {
      group,
      theil: hasLogs ? 1000 * p * (y / mean) * Math.log(y / mean) : null,
      betweenGroupVariance: p * (y - mean) ** 2,
      concentration: positions === null || middle === null ? null : 2 * p * (positions[i]! - middle) * (y - mean),
    };
  });
}
