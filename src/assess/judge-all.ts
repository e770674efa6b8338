import type { Project } from "../define/project.ts";
import { type FirstSeries, judgeFirstEdition } from "../judge/first-edition.ts";
import type { Judged } from "../judge/judged.ts";
import { judgeSecondEdition } from "../judge/second-edition.ts";
import { turnedAs } from "../model.ts";
import { notComputable } from "../reasons-and-notes.ts";
import { zOf } from "../stats/normal.ts";
import type { Assessed, AssessedPeriod } from "./assess-series.ts";
import { periodEvidence } from "./period-evidence.ts";
import { publishedToJudge } from "./published-series.ts";

/** All series of a build, judged together by the edition of the method that the project follows. */
export function judgeAll(
  all: readonly Assessed[],
  { edition, confidence, materiality, same, false_discovery_rate: falseDiscoveryRate }: Project["method"],
): { judged: Judged[]; tests: number } {
  const series = all.map(({ series: { indicator, breaks, targets, published }, periods: found, common }) => {
    const levelled = (of: AssessedPeriod[]) => (indicator.better === "neither" ? of.map(withoutLevel) : of);
    const periods = levelled(found);
    return {
      better: turnedAs(indicator.better),
      baseline: indicator.periods.baseline ?? null,
      breaks,
      targets,
      published,
      assessed: periods,
      common: common && { leftOut: common.leftOut, assessed: levelled(common.periods) },
      periods: periods.map(({ measured }) => measured),
    };
  });
  switch (edition) {
    case 1:
      return judgeFirstEdition(series satisfies FirstSeries[], { z: zOf(confidence), materiality });
    case 2:
      return judgeSecondEdition(
        series.map(({ better, baseline, breaks, targets, published, assessed, common, periods }) =>
          published === null
            ? {
                evidence: {
                  ...{ better, baseline, breaks, periods: assessed.map(periodEvidence) },
                  ...(common && {
                    common: { leftOut: common.leftOut, periods: common.assessed.map(periodEvidence) },
                  }),
                },
                periods,
                common: common?.assessed.map(({ measured }) => measured) ?? [],
                targets,
              }
            : publishedToJudge(published, assessed, { better, breaks, targets }),
        ),
        { confidence, same, materiality, falseDiscoveryRate, levelsByTrend: true },
      );
  }
}

/** Nothing is said of a level, or of its two sides, where neither more nor less is better. */
const withoutLevel = ({ estimated, measured }: AssessedPeriod): AssessedPeriod => ({
  estimated,
  measured: { ...measured, overall: notComputable("neither-is-better"), ends: null },
});
