import type { Fault } from "../error.ts";
import { columnFaults, columnsOf, numeric, unknown } from "./columns.ts";
import type { ColumnType, Dataset } from "./dataset.ts";
import type { Defined } from "./definitions.ts";
import { populationFaults } from "./population-references.ts";
import { rangeFaults } from "./range-references.ts";
import { receivedFaults, shareFaults } from "./received-references.ts";
import type { YamlFile } from "./yaml-file.ts";

/** Faults of the names that a dataset uses: columns of its own, and of those it looks things up in. */
export function datasetFaults({ value: dataset, yaml }: Defined<Dataset>, datasets: Defined<Dataset>[]): Fault[] {
  const faults: Fault[] = [];
  const own = columnsOf({ ...dataset, lookups: [] }, []);
  const need = (name: string, path: PropertyKey[], types?: readonly ColumnType[]) => {
    faults.push(
      ...columnFaults(yaml.where(path), name, { columns: own, dataset: dataset.id, ...(types && { types }) }),
    );
  };
  dataset.facts.unique.forEach((column, i) => {
    need(column, ["facts", "unique", i]);
  });
  dataset.facts.totals.forEach(({ column, where }, i) => {
    need(column, ["facts", "totals", i, "column"], numeric);
    for (const name of Object.keys(where ?? {})) need(name, ["facts", "totals", i, "where", name]);
  });
  dataset.facts.ranges.forEach(({ column }, i) => {
    need(column, ["facts", "ranges", i, "column"], numeric);
  });
  for (const [name, { percent, type }] of Object.entries(dataset.columns))
    if (percent && !numeric.includes(type))
      faults.push({
        where: yaml.where(["columns", name, "percent"]),
        must: "a column of numbers, whose cells may have a % sign",
        found: `${name}, of type ${type}`,
        fix: "take the key out",
      });
  const { unpivot } = dataset.format;
  if (unpivot) {
    need(unpivot.name, ["format", "unpivot", "name"]);
    if (unpivot.value !== undefined) need(unpivot.value, ["format", "unpivot", "value"]);
    for (const made of Object.keys(unpivot.values ?? {})) need(made, ["format", "unpivot", "values", made]);
  }
  faults.push(...receivedFaults({ value: dataset, yaml }));

  dataset.lookups.forEach((lookup, i) => {
    need(lookup.on, ["lookups", i, "on"]);
    const other = datasets.find(({ value }) => value.id === lookup.dataset);
    if (!other) {
      const ids = datasets.map((d) => d.value.id);
      faults.push(unknown(yaml.where(["lookups", i, "dataset"]), "dataset", lookup.dataset, ids));
      return;
    }
    const theirs = { columns: columnsOf(other.value, datasets), dataset: lookup.dataset };
    faults.push(...columnFaults(yaml.where(["lookups", i, "key"]), lookup.key, theirs));
    if (lookup.weight !== undefined) {
      faults.push(...columnFaults(yaml.where(["lookups", i, "weight"]), lookup.weight, { ...theirs, types: numeric }));
      faults.push(...shareFaults(dataset, lookup, (...path) => yaml.where(["lookups", i, ...path])));
    }
    lookup.columns.forEach((column, j) => {
      faults.push(...columnFaults(yaml.where(["lookups", i, "columns", j]), column, theirs));
    });
  });
  return [
    ...faults,
    ...populationFaults({ value: dataset, yaml }),
    ...rangeFaults({ value: dataset, yaml }),
    ...nameFaults(dataset, yaml),
  ];
}

/** Columns that would go by one name in the database, where capitals do not count. */
function nameFaults(dataset: Dataset, yaml: YamlFile): Fault[] {
  const named: [name: string, path: PropertyKey[]][] = [
    ...Object.keys(dataset.columns).map((name): [string, PropertyKey[]] => [name, ["columns", name]]),
    ...(dataset.format.unpivot?.columns ?? []).map((name, i): [string, PropertyKey[]] => [
      name,
      ["format", "unpivot", "columns", i],
    ]),
    ...Object.entries(dataset.format.unpivot?.values ?? {}).flatMap(([made, old]) =>
      old.map((name, i): [string, PropertyKey[]] => [name, ["format", "unpivot", "values", made, i]]),
    ),
    ...dataset.lookups.flatMap(({ columns }, i) =>
      columns.map((name, j): [string, PropertyKey[]] => [name, ["lookups", i, "columns", j]]),
    ),
  ];
  const taken = new Map([
    ["_file", "_file, a name kept for the program"],
    ["_row", "_row, a name kept for the program"],
  ]);
  return named.flatMap(([name, path]): Fault[] => {
    const earlier = taken.get(name.toLowerCase());
    taken.set(name.toLowerCase(), `${name}, which the dataset already has`);
    if (earlier === undefined) return [];
    return [
      {
        where: yaml.where(path),
        must: "each column has a name of its own, also when capitals are not counted",
        found: `${name} beside ${earlier}`,
        fix: path[0] === "columns" ? "rename it in a copy of the file and say so under changes" : "leave it out",
      },
    ];
  });
}

/** Lookups that lead back to where they began. */
export function cycleFaults(datasets: Defined<Dataset>[]): Fault[] {
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
