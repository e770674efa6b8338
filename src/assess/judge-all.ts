import type { Project } from "../define/project.ts";
import { type FirstSeries, judgeFirstEdition } from "../judge/first-edition.ts";
import type { Judged } from "../judge/judged.ts";
import { judgeSecondEdition } from "../judge/second-edition.ts";
import { evidenceOf } from "../measure/evidence.ts";
import { isMissing, notComputable, type PeriodEvidence, turnedAs } from "../model.ts";
import { zOf } from "../stats/normal.ts";
import { sumOf } from "../stats/sum.ts";
import type { Assessed, AssessedPeriod } from "./assess-series.ts";
import { publishedToJudge } from "./published-series.ts";

/** All series of a build, judged together by the edition of the method that the project follows. */
export function judgeAll(
  all: readonly Assessed[],
  { edition, confidence, materiality, same, false_discovery_rate: falseDiscoveryRate }: Project["method"],
): { judged: Judged[]; tests: number } {
  const series = all.map(({ series: { indicator, breaks, targets, published }, periods: found }) => {
    const periods = indicator.better === "neither" ? found.map(withoutLevel) : found;
    return {
      better: turnedAs(indicator.better),
      baseline: indicator.periods.baseline ?? null,
      breaks,
      targets,
      published,
      assessed: periods,
      periods: periods.map(({ measured }) => measured),
    };
  });
  switch (edition) {
    case 1:
      return judgeFirstEdition(series satisfies FirstSeries[], { z: zOf(confidence), materiality });
    case 2:
      return judgeSecondEdition(
        series.map(({ better, baseline, breaks, targets, published, assessed, periods }) =>
          published === null
            ? {
                evidence: { better, baseline, breaks, periods: assessed.map(periodEvidence) },
                periods,
                targets,
              }
            : publishedToJudge(published, assessed, { better, breaks, targets }),
        ),
        { confidence, same, materiality, falseDiscoveryRate },
      );
  }
}

/** What judging takes of one period. */
function periodEvidence({ estimated, measured: { period, stratum, overall } }: AssessedPeriod): PeriodEvidence {
  const sizes = estimated.groups.map(({ estimate, weight }) =>
    isMissing(estimate) ? weight : (estimate.denominator ?? weight),
  );
  const gaps = isMissing(stratum)
    ? { absolute: null, relative: null, complement: null, ends: null, cells: null }
    : evidenceOf(stratum);
  return {
    period,
    ...gaps,
    level: isMissing(overall) ? null : { value: overall.value, standardError: overall.standardError },
    size: sizes.some((size) => size === null) ? null : sumOf(sizes, (size) => size as number),
  };
}

/** Nothing is said of a level, or of its two sides, where neither more nor less is better. */
const withoutLevel = ({ estimated, measured }: AssessedPeriod): AssessedPeriod => ({
  estimated,
  measured: { ...measured, overall: notComputable("neither-is-better"), ends: null },
});
