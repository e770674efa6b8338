import type { Definitions } from "../define/definitions.ts";
import { disclose } from "../disclose/disclose.ts";
import type { Ingested } from "../ingest/ingest.ts";
import type { Publishable, Results } from "../results/results.ts";
import { assessSeries } from "./assess-series.ts";
import { withCommonAreas } from "./common-areas.ts";
import { dimensionResult } from "./dimension-result.ts";
import { publishedGapsOf } from "./indicator-result.ts";
import { judgeAll } from "./judge-all.ts";
import { layOut } from "./lay-out.ts";
import { seriesOf } from "./series.ts";

/** Told as each step begins. */
type Log = (stage: string, detail: string) => void;

/** What may be published of everything that a project declares: estimated, measured, judged, and then held back. */
export function assess(definitions: Definitions, ingested: Ingested, year: number, log: Log): Publishable {
  const { indicators, project } = definitions;
  log("measure", `${indicators.length} indicators: estimates, gaps, changes, verdicts`);
  const all = resultsOf(definitions, ingested, year);
  log("disclose", "what may be published");
  return disclose(all, project.value.disclosure.covers);
}

/** The results of every series. All of them are judged together. */
function resultsOf(definitions: Definitions, ingested: Ingested, year: number): Results {
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
            ? dimensionResult(one, judged[i]!, publishedGapsOf(indicator, one.series.dimension.id, ingested))
            : [],
        ),
      ]),
    ),
  });
}
