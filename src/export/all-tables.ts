import { catalogues } from "../catalogue/catalogue.ts";
import { told } from "../catalogue/told.ts";
import type { Publishable, WrittenResults } from "../results/results.ts";
import { tableNames } from "../results/tables.ts";
import { type DataTable, type DeclaredTable, dataTable } from "./data-table.ts";
import { alternativeGap } from "./tables/alternative-gap-table.ts";
import { beside, gapPart } from "./tables/beside-table.ts";
import { change } from "./tables/change-table.ts";
import { comparator } from "./tables/comparator-table.ts";
import { changeContribution, contribution } from "./tables/contribution-table.ts";
import { dataGap } from "./tables/data-gap-table.ts";
import { dimension, dimensionGroup } from "./tables/dimension-table.ts";
import { elsewhere } from "./tables/elsewhere-table.ts";
import { estimate } from "./tables/estimate-table.ts";
import { figure } from "./tables/figure-table.ts";
import { gap } from "./tables/gap-table.ts";
import { headCount } from "./tables/head-count-table.ts";
import { indicator } from "./tables/indicator-table.ts";
import { measure } from "./tables/measure-table.ts";
import { observation } from "./tables/observation-table.ts";
import { areaContext, community } from "./tables/people-table.ts";
import { programme, programmeNumber, programmeValue } from "./tables/programme-table.ts";
import { source } from "./tables/source-table.ts";
import { supportingMeasure } from "./tables/supporting-measure-table.ts";
import { missingData, theme } from "./tables/theme-table.ts";
import { verdict } from "./tables/verdict-table.ts";

const makers: Record<(typeof tableNames)[number], (results: WrittenResults) => DeclaredTable> = {
  figure,
  gap,
  change,
  verdict,
  supporting_measure: supportingMeasure,
  alternative_gap: alternativeGap,
  comparator,
  elsewhere,
  beside,
  gap_part: gapPart,
  head_count: headCount,
  contribution,
  change_contribution: changeContribution,
  observation,
  estimate,
  theme,
  indicator,
  dimension,
  dimension_group: dimensionGroup,
  community,
  area_context: areaContext,
  data_gap: dataGap,
  missing_data: missingData,
  programme,
  programme_value: programmeValue,
  programme_number: programmeNumber,
  measure,
  source,
};

/** The tables that an analyst can query, made from what may be published and nothing else. */
export function tables(results: Publishable): DataTable[] {
  const written = told(results);
  return tableNames.map((name) => dataTable(makers[name](written), catalogues[results.language]));
}
