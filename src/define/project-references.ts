import type { Fault } from "../error.ts";
import { columnFaults, columnsOf, numeric, unknown } from "./columns.ts";
import type { ColumnType, Dataset } from "./dataset.ts";
import type { Defined } from "./definitions.ts";
import { columnsOfDimension, isOfPeople, rankingsOf } from "./dimension-types.ts";
import type { Project } from "./project.ts";

/** Faults between the project file and the datasets, and of its groups among each other. */
export function projectFaults(project: Defined<Project>, datasets: Defined<Dataset>[]): Fault[] {
  const { characteristics, dimensions, disclosure } = project.value;
  const datasetIds = datasets.map(({ value }) => value.id);
  const faults: Fault[] = [];
  dimensions.forEach((dimension, index) => {
    const where = (...path: PropertyKey[]) => project.yaml.where(["dimensions", index, ...path]);
    if (dimension.characteristic && !characteristics.some(({ id }) => id === dimension.characteristic))
      faults.push(
        unknown(
          where("characteristic"),
          "characteristic",
          dimension.characteristic,
          characteristics.map(({ id }) => id),
        ),
      );

    if (dimension.id === "overall")
      faults.push({
        where: where("id"),
        must: "an id other than overall, which stands for everyone",
        found: "overall",
        fix: "give the dimension another id",
      });
    const ids = "groups" in dimension ? dimension.groups.map(({ id }) => id) : [];
    const seen = new Set<string>();
    ids.forEach((id, position) => {
      const isNew = !seen.has(id);
      seen.add(id);
      if (!isNew)
        faults.push({
          where: where("groups", position, "id"),
          must: "each group of a dimension has an id of its own",
          found: `${id} a second time`,
          fix: "give one of them another id",
        });
    });
    const isMatched = "cut" in dimension && dimension.groups.some(({ match }) => match !== undefined);
    if (isOfPeople(dimension) || isMatched) {
      const owners = new Map<string, string>();
      const claim = (value: string, owner: string, ...path: PropertyKey[]) => {
        const earlier = owners.get(value);
        if (earlier !== undefined)
          faults.push({
            where: where(...path),
            must: "a value of the column belongs to one group only",
            found: `${JSON.stringify(value)} in ${earlier} and in ${owner}`,
            fix: "take it out of one of them",
          });
        owners.set(value, owner);
      };
      dimension.groups.forEach(({ id, label, match }, position) => {
        for (const value of match ?? [label]) claim(value, id, "groups", position);
      });
      if (isOfPeople(dimension)) {
        for (const value of dimension.not_stated) claim(value, "not_stated", "not_stated");
        for (const value of dimension.outside) claim(value, "outside", "outside");
      }
    }
    if ("areas" in dimension) {
      const { areas } = dimension;
      const dataset = datasets.find(({ value }) => value.id === areas.dataset);
      if (!dataset) {
        faults.push(unknown(where("areas", "dataset"), "dataset", areas.dataset, datasetIds));
        return;
      }
      if ((areas.tile_column === undefined) !== (areas.tile_row === undefined))
        faults.push({
          where: where("areas"),
          must: "tile_column and tile_row together, or neither",
          found: areas.tile_row === undefined ? "tile_column alone" : "tile_row alone",
          fix: "add the other, or take it out",
        });
      const columns = columnsOf(dataset.value, datasets);
      const need = (name: string | undefined, path: PropertyKey[], types?: readonly ColumnType[]) => {
        faults.push(
          ...columnFaults(where(...path), name, { columns, dataset: areas.dataset, ...(types && { types }) }),
        );
      };
      need(areas.key, ["areas", "key"]);
      need(areas.label, ["areas", "label"]);
      for (const name of Object.keys(areas.where ?? {})) need(name, ["areas", "where", name]);
      need(areas.tile_column, ["areas", "tile_column"], ["integer"]);
      need(areas.tile_row, ["areas", "tile_row"], ["integer"]);
      for (const { key, column, types } of columnsOfDimension(dimension)) need(column, [key], types);
      rankingsOf(dimension).forEach(({ score }, i) => {
        need(score, ["alternatives", i, "score"], numeric);
      });
    }
  });
  if (Array.isArray(disclosure.covers))
    disclosure.covers.forEach((id, index) => {
      if (!datasetIds.includes(id))
        faults.push(unknown(project.yaml.where(["disclosure", "covers", index]), "dataset", id, datasetIds));
    });
  return faults;
}
