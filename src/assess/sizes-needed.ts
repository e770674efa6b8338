import type { Judged } from "../judge/judged.ts";
import { peopleNeeded, type SharesOfUnknownSize } from "../judge/people-needed.ts";
import { isMissing } from "../reasons-and-notes.ts";
import type { DimensionResult } from "../results/results.ts";
import type { Assessed, AssessedPeriod } from "./assess-series.ts";

/** How many people the change of a pair of shares of unknown size needs to be clear: docs/method.md section 5. Null of all else. */
export function sizesNeeded({ series, periods }: Assessed, change: Judged["change"]): DimensionResult["peopleNeeded"] {
  // With everyone as a group the two are not parts of one whole, and no number of people is both together.
  if (series.edition === 1 || series.withEveryone || isMissing(change) || change.basis !== "since-baseline")
    return null;
  const [base, now] = [change.baseline, change.current].map((at) =>
    periods.flatMap((one) => (one.measured.period === at ? sharesIn(one) : [])),
  ) as [SharesOfUnknownSize[], SharesOfUnknownSize[]];
  if (base[0] === undefined || now[0] === undefined) return null;
  const needed = peopleNeeded(base[0], now[0]);
  return needed.absolute === null && needed.relative === null ? null : needed;
}

function sharesIn({ measured: { stratum, overall } }: AssessedPeriod): SharesOfUnknownSize[] {
  if (isMissing(stratum) || stratum.order !== "pair" || stratum.scale !== "logit") return [];
  if (stratum.variances !== null || stratum.isWeighted) return [];
  const { per } = stratum;
  const [disadvantaged, advantaged] = stratum.values.map((value) => value / per) as [number, number];
  if ([disadvantaged, advantaged].some((share) => share <= 0 || share >= 1)) return [];
  const published = !isMissing(overall) && overall.from === "published" ? overall.value / per : null;
  return [{ disadvantaged, advantaged, overall: published }];
}
