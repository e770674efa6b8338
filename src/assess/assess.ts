import type { Definitions } from "../define/definitions.ts";
import type { Solver } from "../disclose/solver.ts";
import type { Ingested } from "../ingest/ingest.ts";
import type { Publishable } from "../results/results.ts";
import { assessSeries } from "./assess-series.ts";
import { withCommonAreas } from "./common-areas.ts";
import { dimensionResult } from "./dimension-result.ts";
import { figuresBeside } from "./figures-beside.ts";
import { publishedGapsOf } from "./indicator-result.ts";
import { judgeAll } from "./judge-all.ts";
import { layOut } from "./lay-out.ts";
import type { Earlier } from "./printed-counts.ts";
import { type PublishableFigures, publishableFigures, uncovered } from "./publishable-figures.ts";
import { seriesOf } from "./series.ts";

/** Told as each step begins. */
type Log = (stage: string, detail: string) => void;

export interface Assessment {
  results: Publishable;
  /** Every count that the disclosure policy holds back: for whoever signs the figures off. */
  ledger: PublishableFigures["ledger"];
}

/**
 * What may be published of everything that a project declares: first held back, then estimated, measured and judged.
 * `closing` is what holding back needs; null where no indicator is covered.
 */
export function assess(
  definitions: Definitions,
  ingested: Ingested,
  year: number,
  { log, closing }: { log: Log; closing: { solver: Solver; earlier: Earlier } | null },
): Assessment {
  log("disclose", "what may be published");
  const figures = closing === null ? uncovered(ingested) : publishableFigures(definitions, ingested, closing);
  log("measure", `${definitions.indicators.length} indicators: estimates, gaps, changes, verdicts`);
  return { results: resultsOf(definitions, figures, year), ledger: figures.ledger };
}

/** The results of every series. All of them are judged together. */
function resultsOf(definitions: Definitions, ingested: PublishableFigures, year: number): Publishable {
  const assessed = definitions.indicators.flatMap(({ value: indicator }) =>
    indicator.dimensions.map(({ dimension }) =>
      withCommonAreas(assessSeries(seriesOf(indicator, dimension, definitions, ingested))),
    ),
  );
  const { judged, tests } = judgeAll(assessed, definitions.project.value.method);
  return layOut(definitions, ingested, {
    year,
    tests,
    results: new Map(
      definitions.indicators.map(({ value: indicator }) => [
        indicator.id,
        assessed.flatMap((one, i) =>
          one.series.indicator === indicator
            ? {
                ...dimensionResult(one, judged[i]!, publishedGapsOf(indicator, one.series, ingested)),
                ...figuresBeside(one),
              }
            : [],
        ),
      ]),
    ),
  });
}
