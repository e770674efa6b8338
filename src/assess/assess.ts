import type { Definitions } from "../define/definitions.ts";
import { disclose } from "../disclose/disclose.ts";
import type { Ingested } from "../ingest/ingest.ts";
import { adjustFamily } from "../judge/family.ts";
import { note } from "../model.ts";
import type { Publishable, Results } from "../results/results.ts";
import { assessSeries } from "./assess-series.ts";
import { dimensionResult } from "./dimension-result.ts";
import { publishedGapsOf } from "./indicator-result.ts";
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

/** The results of every series. The changes of all of them are judged together at the end. */
function resultsOf(definitions: Definitions, ingested: Ingested, year: number): Results {
  const assessed = definitions.indicators.map(({ value: indicator }) => ({
    indicator,
    all: indicator.dimensions.map(({ dimension }) =>
      assessSeries(seriesOf(indicator, dimension, definitions, ingested)),
    ),
  }));
  const { tests, mayBeChance } = adjustFamily(assessed.flatMap(({ all }) => all.map(({ judged }) => judged)));
  const chance = note("may-be-chance", { tests });
  const results = assessed.map(
    ({ indicator, all }) =>
      [
        indicator.id,
        all.map((one) =>
          dimensionResult(
            one,
            publishedGapsOf(indicator, one.series.dimension.id, ingested),
            mayBeChance.has(one.judged) ? chance : null,
          ),
        ),
      ] as const,
  );
  return layOut(definitions, ingested, { year, tests, results: new Map(results) });
}
