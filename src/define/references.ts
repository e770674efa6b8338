import type { Fault } from "../error.ts";
import { areaPageFaults } from "./area-pages.ts";
import { betweenIndicators } from "./between-indicators.ts";
import { breakdownFaults } from "./breakdowns.ts";
import { columnFaults, columnsOf, numeric, unknown } from "./columns.ts";
import { communityFaults } from "./community-references.ts";
import { comparatorFaults } from "./comparator-references.ts";
import type { ColumnType } from "./dataset.ts";
import { cycleFaults, datasetFaults } from "./dataset-references.ts";
import type { Defined, Definitions } from "./definitions.ts";
import { engineFaults } from "./engine-references.ts";
import { firstPageFaults } from "./first-page-references.ts";
import type { Indicator, StandardPopulation } from "./indicator.ts";
import { alternativesOf, columnsOfStatistic } from "./kinds.ts";
import { placeFaults } from "./place-references.ts";
import { planFaults } from "./plan-references.ts";
import { denominatorFaults } from "./population-references.ts";
import { projectFaults } from "./project-references.ts";
import { rangedFigureFaults } from "./range-references.ts";
import { returnFaults } from "./return-references.ts";
import { wholeFaults } from "./whole-references.ts";
import { effectFaults } from "./without-effect.ts";
import type { YamlFile } from "./yaml-file.ts";

/** Faults between files: names that nothing answers to. */
export function referenceFaults(definitions: Definitions): Fault[] {
  const { project, indicators, datasets } = definitions;
  return [
    ...projectFaults(project, datasets),
    ...areaPageFaults(project, datasets),
    ...communityFaults(project, indicators),
    ...datasets.flatMap((dataset) => datasetFaults(dataset, datasets)),
    ...cycleFaults(datasets),
    ...engineFaults(definitions),
    ...indicators.flatMap((indicator) => indicatorFaults(indicator, definitions)),
    ...betweenIndicators(indicators),
    ...planFaults(project, indicators),
    ...firstPageFaults(project, indicators),
    ...wholeFaults(project, indicators),
    ...returnFaults(definitions.programmes, project, indicators),
    ...effectFaults(definitions),
    ...placeFaults(definitions),
  ];
}

function indicatorFaults(indicator: Defined<Indicator>, definitions: Definitions): Fault[] {
  const { value, yaml } = indicator;
  const { themes, characteristics } = definitions.project.value;
  const faults: Fault[] = [];
  const themeIds = themes.map(({ id }) => id);
  if (!themeIds.includes(value.theme)) faults.push(unknown(yaml.where(["theme"]), "theme", value.theme, themeIds));
  value.not_collected.forEach(({ characteristic }, i) => {
    const ids = characteristics.map(({ id }) => id);
    if (!ids.includes(characteristic))
      faults.push(unknown(yaml.where(["not_collected", i, "characteristic"]), "characteristic", characteristic, ids));
  });
  const dataset = definitions.datasets.find(({ value: { id } }) => id === value.dataset)?.value;
  if (!dataset)
    return [
      ...faults,
      unknown(
        yaml.where(["dataset"]),
        "dataset",
        value.dataset,
        definitions.datasets.map((d) => d.value.id),
      ),
    ];

  const columns = columnsOf(dataset, definitions.datasets);
  const need = (name: string | undefined, path: PropertyKey[], types?: readonly ColumnType[]) => {
    faults.push(...columnFaults(yaml.where(path), name, { columns, dataset: dataset.id, ...(types && { types }) }));
  };
  const { statistic, periods } = value;
  for (const { key, column, held } of columnsOfStatistic(statistic))
    need(column, ["statistic", key], held === "age" ? ["text", "integer"] : numeric);
  alternativesOf(statistic).forEach(({ denominator }, i) => {
    need(denominator, ["statistic", "alternatives", i, "denominator"], numeric);
  });
  if ("standard" in statistic && statistic.standard !== "esp-2013")
    faults.push(...standardFaults(statistic.standard, yaml, definitions));
  if (statistic.kind === "life-expectancy")
    statistic.causes.forEach(({ deaths }, i) => {
      need(deaths, ["statistic", "causes", i, "deaths"], numeric);
    });
  faults.push(...denominatorFaults(indicator, definitions), ...rangedFigureFaults(indicator, definitions));
  need(periods.column, ["periods", "column"]);
  need(periods.last_column, ["periods", "last_column"]);
  for (const column of Object.keys(value.where ?? {})) need(column, ["where", column]);
  for (const column of Object.keys(value.overall?.where ?? {})) need(column, ["overall", "where", column]);
  // First, because it adds to the faults through need.
  const ofBreakdowns = breakdownFaults(indicator, definitions, need);
  return [...faults, ...ofBreakdowns, ...comparatorFaults(indicator, definitions)];
}

/** Faults of a standard population that a dataset holds. */
function standardFaults(
  { dataset: id, age, events, population, where }: StandardPopulation,
  yaml: YamlFile,
  { datasets }: Definitions,
): Fault[] {
  const at = (...path: PropertyKey[]) => yaml.where(["statistic", "standard", ...path]);
  const dataset = datasets.find(({ value }) => value.id === id)?.value;
  if (!dataset)
    return [
      unknown(
        at("dataset"),
        "dataset",
        id,
        datasets.map(({ value }) => value.id),
      ),
    ];
  const theirs = { columns: columnsOf(dataset, datasets), dataset: id };
  return [
    ...columnFaults(at("age"), age, { ...theirs, types: ["text", "integer"] }),
    ...(events === undefined ? [] : columnFaults(at("events"), events, { ...theirs, types: numeric })),
    ...columnFaults(at("population"), population, { ...theirs, types: numeric }),
    ...Object.keys(where ?? {}).flatMap((column) => columnFaults(at("where", column), column, theirs)),
  ];
}
