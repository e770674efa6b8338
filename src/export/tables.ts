import type { Publishable } from "../disclose/publishable.ts";
import type { DataTable } from "./data-table.ts";
import { change } from "./tables/change.ts";
import { dataGap } from "./tables/data-gap.ts";
import { dimension, dimensionGroup } from "./tables/dimension.ts";
import { estimate } from "./tables/estimate.ts";
import { figure } from "./tables/figure.ts";
import { gap } from "./tables/gap.ts";
import { indicator } from "./tables/indicator.ts";
import { measure } from "./tables/measure.ts";
import { observation } from "./tables/observation.ts";
import { source } from "./tables/source.ts";
import { supportingMeasure } from "./tables/supporting-measure.ts";
import { missingData, theme } from "./tables/theme.ts";
import { verdict } from "./tables/verdict.ts";

/** The tables that an analyst can query, made from what may be published and nothing else. */
export function tables(results: Publishable): DataTable[] {
  return [
    figure,
    observation,
    estimate,
    gap,
    change,
    verdict,
    source,
    supportingMeasure,
    theme,
    indicator,
    dimension,
    dimensionGroup,
    dataGap,
    missingData,
    measure,
  ].map((make) => make(results));
}
