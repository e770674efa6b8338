import type { Fault } from "../error.ts";
import { columnFaults, columnsOf, numeric, unknown } from "./columns.ts";
import type { Dataset } from "./dataset.ts";
import type { Defined } from "./definitions.ts";
import { isOfAreas } from "./dimension-types.ts";
import type { Project } from "./project.ts";

/** Faults of what the pages of areas show beside the figures: population, counts of who lives there, and postcodes. */
export function areaPageFaults(project: Defined<Project>, datasets: Defined<Dataset>[]): Fault[] {
  const ids = datasets.map(({ value }) => value.id);
  return project.value.dimensions.flatMap((dimension, index): Fault[] => {
    if (!isOfAreas(dimension)) return [];
    const where = (...path: PropertyKey[]) => project.yaml.where(["dimensions", index, ...path]);
    const faults: Fault[] = [];
    const need = (id: string, columns: Record<string, string | undefined>, path: PropertyKey[]): void => {
      const dataset = datasets.find(({ value }) => value.id === id);
      if (!dataset) return;
      const theirs = { columns: columnsOf(dataset.value, datasets), dataset: id };
      for (const [key, name] of Object.entries(columns)) {
        const types = key === "count" ? { types: numeric } : {};
        faults.push(...columnFaults(where(...path, key), name, { ...theirs, ...types }));
      }
    };
    const refuseCovered = (id: string, path: PropertyKey[]): void => {
      if (isCovered(project.value.disclosure.covers, id))
        faults.push({
          where: where(...path),
          must: "counts on the pages of areas are printed as they are, so they come from figures already published",
          found: `${id}, which the disclosure policy covers`,
          fix: "take the key out, or take the dataset out of disclosure.covers",
        });
    };

    if (dimension.population !== undefined) refuseCovered(dimension.areas.dataset, ["population"]);
    dimension.context.forEach(({ dataset, area, label, count, where: kept }, i) => {
      const path = ["context", i];
      if (!ids.includes(dataset)) faults.push(unknown(where(...path, "dataset"), "dataset", dataset, ids));
      need(dataset, { area, label, count }, path);
      need(dataset, Object.fromEntries(Object.keys(kept ?? {}).map((name) => [name, name])), [...path, "where"]);
      refuseCovered(dataset, [...path, "dataset"]);
    });
    const { postcodes } = dimension;
    if (postcodes !== undefined) {
      const { dataset, where: kept, ...columns } = postcodes;
      if (!ids.includes(dataset)) faults.push(unknown(where("postcodes", "dataset"), "dataset", dataset, ids));
      need(dataset, columns, ["postcodes"]);
      need(dataset, Object.fromEntries(Object.keys(kept ?? {}).map((name) => [name, name])), ["postcodes", "where"]);
    }
    return faults;
  });
}

/** Whether the disclosure policy covers a dataset. */
export const isCovered = (covers: Project["disclosure"]["covers"], dataset: string): boolean =>
  covers === "all" || (covers !== "none" && covers.includes(dataset));
