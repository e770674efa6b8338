import type { Fault } from "../error.ts";
import { breakdownFaults } from "./breakdowns.ts";
import { columnsOf, listed, unknown } from "./columns.ts";
import type { Dataset } from "./dataset.ts";
import type { Defined, Definitions } from "./definitions.ts";
import type { Indicator } from "./indicator.ts";
import type { Project } from "./project.ts";

/** Faults between files: names that nothing answers to. With `complete` false some files were unreadable and only faults inside one file are looked for. */
export function referenceFaults(definitions: Definitions, complete: boolean): Fault[] {
  const { project, indicators, datasets } = definitions;
  const faults = [...indicators, ...datasets].flatMap(idFaults);
  if (!complete) return faults;
  if (indicators.length === 0)
    faults.push({
      where: project.yaml.where(["paths", "indicators"]),
      must: "at least one indicator is declared",
      found: `no .yaml file in ${project.value.paths.indicators}`,
      fix: "add indicators/<id>.yaml",
    });
  return [
    ...faults,
    ...projectFaults(project, datasets),
    ...datasets.flatMap((dataset) => datasetFaults(dataset, datasets)),
    ...cycleFaults(datasets),
    ...indicators.flatMap((indicator) => indicatorFaults(indicator, definitions)),
  ];
}

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const idFaults = ({ value: { id }, yaml }: Defined<Indicator> | Defined<Dataset>): Fault[] =>
  ID.test(id)
    ? []
    : [
        {
          where: { file: yaml.file },
          must: "the name of the file (indicator) or folder (dataset) is an id: lower-case letters, digits and single hyphens",
          found: id,
          fix: "rename it",
        },
      ];

function projectFaults(project: Defined<Project>, datasets: Defined<Dataset>[]): Fault[] {
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

    const ids = dimension.type === "areas" ? [] : dimension.groups.map(({ id }) => id);
    ids.forEach((id, position) => {
      if (ids.indexOf(id) !== position)
        faults.push({
          where: where("groups", position, "id"),
          must: "each group of a dimension has an id of its own",
          found: `${id} a second time`,
          fix: "give one of them another id",
        });
    });
    if (dimension.type !== "quantiles" && dimension.type !== "areas") {
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
      for (const value of dimension.not_stated) claim(value, "not_stated", "not_stated");
      for (const value of dimension.outside) claim(value, "outside", "outside");
    }
    if (dimension.type === "quantiles" || dimension.type === "areas") {
      const { areas } = dimension;
      const dataset = datasets.find(({ value }) => value.id === areas.dataset);
      if (!dataset) {
        faults.push(unknown(where("areas", "dataset"), "dataset", areas.dataset, datasetIds));
        return;
      }
      const columns = columnsOf(dataset.value, datasets);
      for (const key of ["key", "label", "tile_column", "tile_row"] as const)
        if (areas[key] !== undefined && !(areas[key] in columns))
          faults.push(unknown(where("areas", key), `column of ${areas.dataset}`, areas[key], Object.keys(columns)));
      if (dimension.type === "quantiles")
        for (const key of ["score", "population", "quantile"] as const)
          if (dimension[key] !== undefined && !(dimension[key] in columns))
            faults.push(unknown(where(key), `column of ${areas.dataset}`, dimension[key], Object.keys(columns)));
    }
  });
  if (Array.isArray(disclosure.covers))
    disclosure.covers.forEach((id, index) => {
      if (!datasetIds.includes(id))
        faults.push(unknown(project.yaml.where(["disclosure", "covers", index]), "dataset", id, datasetIds));
    });
  return faults;
}

function datasetFaults({ value: dataset, yaml }: Defined<Dataset>, datasets: Defined<Dataset>[]): Fault[] {
  const faults: Fault[] = [];
  const own = Object.keys(dataset.columns);
  const need = (column: string, ...path: PropertyKey[]) => {
    if (!own.includes(column)) faults.push(unknown(yaml.where(path), "column of this dataset", column, own));
  };
  dataset.facts.unique.forEach((column, i) => {
    need(column, "facts", "unique", i);
  });
  dataset.facts.totals.forEach(({ column, where }, i) => {
    need(column, "facts", "totals", i, "column");
    for (const name of Object.keys(where ?? {})) need(name, "facts", "totals", i, "where", name);
  });
  dataset.facts.ranges.forEach(({ column }, i) => {
    need(column, "facts", "ranges", i, "column");
  });
  const { unpivot } = dataset.format;
  if (unpivot) for (const made of ["name", "value"] as const) need(unpivot[made], "format", "unpivot", made);

  dataset.lookups.forEach((lookup, i) => {
    need(lookup.on, "lookups", i, "on");
    const other = datasets.find(({ value }) => value.id === lookup.dataset);
    if (!other) {
      faults.push(
        unknown(
          yaml.where(["lookups", i, "dataset"]),
          "dataset",
          lookup.dataset,
          datasets.map((d) => d.value.id),
        ),
      );
      return;
    }
    const theirs = columnsOf(other.value, datasets);
    if (!(lookup.key in theirs))
      faults.push(
        unknown(yaml.where(["lookups", i, "key"]), `column of ${lookup.dataset}`, lookup.key, Object.keys(theirs)),
      );
    lookup.columns.forEach((column, j) => {
      const where = yaml.where(["lookups", i, "columns", j]);
      if (!(column in theirs)) faults.push(unknown(where, `column of ${lookup.dataset}`, column, Object.keys(theirs)));
      if (own.includes(column))
        faults.push({
          where,
          must: "a looked-up column has a name that the dataset does not use yet",
          found: column,
          fix: "leave it out: the dataset has its own",
        });
    });
  });
  return faults;
}

/** Lookups that lead back to where they began. */
function cycleFaults(datasets: Defined<Dataset>[]): Fault[] {
  const lookupsOf = (id: string): string[] =>
    datasets.find(({ value }) => value.id === id)?.value.lookups.map(({ dataset }) => dataset) ?? [];
  const pathBack = (start: string): string[] | undefined => {
    const waiting = lookupsOf(start).map((next) => [start, next]);
    const seen = new Set<string>();
    for (let path = waiting.shift(); path; path = waiting.shift()) {
      const last = path.at(-1) as string;
      if (last === start) return path;
      if (seen.has(last)) continue;
      seen.add(last);
      waiting.push(...lookupsOf(last).map((next) => [...(path as string[]), next]));
    }
    return undefined;
  };
  for (const { value, yaml } of datasets) {
    const path = pathBack(value.id);
    // One cycle passes through several files; naming it once is enough.
    if (path)
      return [
        {
          where: yaml.where(["lookups"]),
          must: "lookups never lead back to the dataset they began with",
          found: `the cycle ${path.join(" -> ")}`,
          fix: "take one of these lookups out",
        },
      ];
  }
  return [];
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
  const need = (column: string | undefined, path: PropertyKey[], types?: readonly string[]) => {
    if (column === undefined) return;
    const type = columns[column];
    if (type === undefined)
      faults.push(unknown(yaml.where(path), `column of ${dataset.id}`, column, Object.keys(columns)));
    else if (types && !types.includes(type))
      faults.push({
        where: yaml.where(path),
        must: `a column of type ${listed(types, "or")}`,
        found: `${column}, which is ${type}`,
        fix: "name another column, or mend its type in dataset.yaml",
      });
  };
  const { statistic, periods } = value;
  const numeric = ["integer", "number"];
  for (const key of ["numerator", "denominator", "value", "lower", "upper", "standard_error", "count", "sd", "weight"])
    need((statistic as Record<string, unknown>)[key] as string | undefined, ["statistic", key], numeric);
  need(periods.column, ["periods", "column"]);
  need(periods.last_column, ["periods", "last_column"]);
  for (const column of Object.keys(value.where ?? {})) need(column, ["where", column]);
  for (const column of Object.keys(value.overall?.where ?? {})) need(column, ["overall", "where", column]);
  return [...faults, ...breakdownFaults(indicator, definitions, need)];
}
