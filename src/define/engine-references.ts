import type { Fault } from "../error.ts";
import { listed } from "./columns.ts";
import { type Dataset, rangesIn } from "./dataset.ts";
import type { Defined, Definitions } from "./definitions.ts";
import { isOfAreas } from "./dimension-types.ts";
import { figureColumns, isInEngine, namedColumns, summedColumns } from "./engine-columns.ts";
import type { YamlFile } from "./yaml-file.ts";

const VIEW = "do it in a view on the engine and name that under table, or bring the rows as files";

/** Whatever is declared of a dataset that an engine holds and cannot be asked of it: nothing is passed over. */
export function engineFaults(definitions: Definitions): Fault[] {
  const held = definitions.datasets.filter(({ value }) => isInEngine(value));
  return [
    ...held.flatMap((dataset) => [
      ...keyFaults(dataset),
      ...markerFaults(dataset),
      ...roleFaults(dataset, definitions),
    ]),
    ...definitions.datasets.flatMap((dataset) => recordFaults(dataset, definitions)),
    ...useFaults(definitions, new Set(held.map(({ value }) => value.id))),
  ];
}

/** Keys that speak of files, or of one row beside another. */
function keyFaults({ value, yaml }: Defined<Dataset>): Fault[] {
  const own = [
    ...(["file_name", "cells", "points"] as const).flatMap((key) => (value[key] === undefined ? [] : [[key]])),
    ...(value.total_rows.length > 0 ? [["total_rows"]] : []),
  ];
  const ofColumns = Object.entries(value.columns).flatMap(([name, column]) =>
    (["percent", "cells", "aliases", "position", "row_number"] as const).flatMap((key) =>
      column[key] === undefined ? [] : [["columns", name, key]],
    ),
  );
  const weighted = value.lookups.flatMap(({ weight }, i) => (weight === undefined ? [] : [["lookups", i, "weight"]]));
  return [...own, ...ofColumns, ...weighted].map((path) => ({
    where: yaml.where(path),
    must: `no ${String(path.at(-1))} in a dataset that an engine holds, where rows are added up before they come back`,
    found: `the key ${String(path.at(-1))}`,
    fix: VIEW,
  }));
}

/** Markers other than an empty cell: the columns of an engine have types, and a marker is none of a number's. */
function markerFaults({ value, yaml }: Defined<Dataset>): Fault[] {
  const declared: [PropertyKey[], Dataset["blanks"]][] = [
    [["blanks"], value.blanks],
    ...Object.entries(value.columns).flatMap(([name, { blanks }]): [PropertyKey[], Dataset["blanks"]][] =>
      blanks === undefined ? [] : [[["columns", name, "blanks"], blanks]],
    ),
  ];
  return declared.flatMap(([path, blanks]) => {
    const ranges = new Set(rangesIn(blanks).map(([marker]) => marker));
    return Object.keys(blanks)
      .filter((marker) => marker !== "" || ranges.has(marker))
      .map((marker) => ({
        where: yaml.where([...path, marker]),
        must: 'no marker but "" for a null, with the reason, in a dataset that an engine holds',
        found: ranges.has(marker) ? `${JSON.stringify(marker)} for a range` : JSON.stringify(marker),
        fix: "make the marked cells null in a view on the engine and name that under table, or bring the rows as files",
      }));
  });
}

/** Columns that are both added up and grouped by, or neither whole numbers nor brought as they should be. */
function roleFaults({ value, yaml }: Defined<Dataset>, definitions: Definitions): Fault[] {
  const sums = new Set(summedColumns(value, definitions));
  const figures = new Set(figureColumns(value, definitions));
  const named = new Set(namedColumns(value, definitions));
  const brought = new Map(value.lookups.flatMap(({ columns }, i) => columns.map((name, j) => [name, [i, j]] as const)));
  return [...new Set([...sums, ...figures])]
    .flatMap((name): Fault[] => {
      const at = brought.get(name);
      if (at !== undefined && !Object.hasOwn(value.columns, name))
        return [
          {
            where: yaml.where(["lookups", at[0]!, "columns", at[1]!]),
            must: "figures of an indicator are columns of the table itself where an engine holds it: a lookup brings groups",
            found: `${name}, which an indicator is made from`,
            fix: "join it in a view on the engine and name that under table",
          },
        ];
      const type = Object.hasOwn(value.columns, name) ? value.columns[name]?.type : undefined;
      if (type === undefined || !sums.has(name)) return [];
      if (type !== "integer")
        return [
          {
            where: yaml.where(["columns", name, "type"]),
            must: "figures that an engine adds up are whole numbers, whose sum is the same in any order and on any number of machines",
            found: `${name}, of type ${type}`,
            fix: "count in a smaller unit in a view on the engine, such as pence, and declare type: integer; or bring the rows as files",
          },
        ];
      if (figures.has(name))
        return [
          {
            where: yaml.where(["columns", name]),
            must: "a column that an engine adds up for one indicator is not averaged, or taken as it is published, for another",
            found: `${name}, which is both`,
            fix: "give it under two names in a view on the engine",
          },
        ];
      return named.has(name)
        ? [
            {
              where: yaml.where(["columns", name]),
              must: "a column that an engine adds up is not one that rows are told apart, kept or grouped by",
              found: `${name}, which is both`,
              fix: "give it under two names in a view on the engine",
            },
          ]
        : [];
    })
    .concat(
      [...named].flatMap((name): Fault[] =>
        Object.hasOwn(value.columns, name) && value.columns[name]?.type === "number"
          ? [
              {
                where: yaml.where(["columns", name, "type"]),
                must: "columns that an engine groups by are of type text, integer or date",
                found: `${name}, of type number`,
                fix: "cast it in a view on the engine",
              },
            ]
          : [],
      ),
    );
}

/** Columns that name records and are used for something else, or for nothing. */
function recordFaults({ value, yaml }: Defined<Dataset>, definitions: Definitions): Fault[] {
  const used = new Set(
    [summedColumns, figureColumns, namedColumns].flatMap((columnsOf) => columnsOf(value, definitions)),
  );
  return Object.entries(value.columns).flatMap(([name, { record }]): Fault[] => {
    if (!record) return [];
    const isInKey = value.facts.unique.includes(name);
    if (isInKey && !used.has(name)) return [];
    return [
      {
        where: yaml.where(["columns", name, "record"]),
        must: "a column that names records stands under facts.unique, and nothing else is made of it",
        found: isInKey
          ? `${name}, which is also added up, grouped or kept by`
          : `${name}, which is no part of facts.unique`,
        fix: isInKey ? "take record out" : "add it to facts.unique, or take record out",
      },
    ];
  });
}

interface Use {
  yaml: YamlFile;
  path: PropertyKey[];
  dataset: string | undefined;
  what: string;
}

/** Where every row of a dataset is wanted, and not sums of them. */
function useFaults({ project, indicators, datasets }: Definitions, held: ReadonlySet<string>): Fault[] {
  const ofAreas = project.value.dimensions.flatMap((dimension, i): Use[] => {
    const use = (path: PropertyKey[], dataset: string | undefined, what: string): Use => ({
      ...{ yaml: project.yaml, path: ["dimensions", i, ...path, "dataset"], dataset, what },
    });
    return [
      ...("areas" in dimension ? [use(["areas"], dimension.areas.dataset, "areas")] : []),
      ...(isOfAreas(dimension)
        ? [
            ...dimension.context.map(({ dataset }, j) => use(["context", j], dataset, "what stands beside areas")),
            use(["postcodes"], dimension.postcodes?.dataset, "postcodes"),
          ]
        : []),
    ];
  });
  const ofIndicators = indicators.flatMap(({ value: { published_gaps, statistic }, yaml }): Use[] => [
    ...published_gaps.map(({ dataset }, i) => ({
      ...{ yaml, path: ["published_gaps", i, "dataset"], dataset, what: "published gaps" },
    })),
    ...("standard" in statistic && statistic.standard !== "esp-2013"
      ? [
          {
            ...{ yaml, path: ["statistic", "standard", "dataset"], dataset: statistic.standard.dataset },
            what: "a standard population",
          },
        ]
      : []),
  ]);
  const ofLookups = datasets.flatMap(({ value, yaml }) =>
    value.lookups.map(
      ({ dataset }, i): Use => ({ yaml, path: ["lookups", i, "dataset"], dataset, what: "what is looked up" }),
    ),
  );
  const others = datasets.flatMap(({ value: { id } }) => (held.has(id) ? [] : [id]));
  return [...ofAreas, ...ofIndicators, ...ofLookups].flatMap(({ yaml, path, dataset, what }) =>
    dataset === undefined || !held.has(dataset)
      ? []
      : [
          {
            where: yaml.where(path),
            must: `a dataset of files for ${what}, of which each row is read: ${listed(others, "or") || "none is declared"}`,
            found: `${dataset}, of which an engine gives sums alone`,
            fix: "name a dataset of files",
          },
        ],
  );
}
