import { catalogues } from "../catalogue/catalogue.ts";
import { areaFolder } from "../results/folders.ts";
import type { Publishable } from "../results/results.ts";
import type { TableName } from "../results/tables.ts";

/** Some rows of a table: those that have one of the lists of values in the columns. */
interface Part {
  name: TableName;
  columns: readonly string[];
  values: readonly (readonly string[])[];
  /** How the name of its files goes on after the page's id. */
  ending: string;
}

/** A page of the report with data of its own. */
export interface DataPage {
  /** Folder of the page in the report, and of its data. */
  folder: string;
  id: string;
  title: string;
  about: string;
  parts: readonly Part[];
}

/** Every page of the report that has a part of the tables. */
export const dataPages = (results: Publishable): DataPage[] => [
  ...results.indicators.map(({ id, title, question }) => ({
    folder: "indicators",
    id,
    title,
    about: question,
    parts: [...ofIndicators([id]), ...besideOf(results, [id])],
  })),
  ...results.themes.map(({ id, title, about }) => ({
    folder: "themes",
    id,
    title,
    about: about ?? title,
    parts: [
      ...ofIndicators(results.indicators.filter(({ theme }) => theme === id).map((indicator) => indicator.id)),
      ...besideOf(
        results,
        results.indicators.filter(({ theme }) => theme === id).map((indicator) => indicator.id),
      ),
      { name: "missing_data" as const, columns: ["theme"], values: [[id]], ending: "-missing-data" },
    ],
  })),
  ...results.communities.map(({ id, title, about, groups, indicators }) => ({
    folder: "communities",
    id,
    title,
    about: about ?? title,
    parts: [
      ofGroups(results, groups, indicators),
      { name: "community" as const, columns: ["community"], values: [[id]], ending: "-groups" },
    ],
  })),
  ...(results.value?.programmes ?? []).map(({ id, title, about }) => ({
    folder: "value",
    ...{ id, title, about },
    parts: (["programme", "programme_value", "programme_number"] as const).map((name) => ({
      ...{ name, columns: ["programme"], values: [[id]] },
      ending: { programme: "", programme_value: "-value", programme_number: "-numbers" }[name],
    })),
  })),
  ...results.areas.map(({ slug, dimension, group }) => ({
    folder: areaFolder(results),
    id: slug,
    ...areaWords(results, dimension, group),
    parts: [
      ofGroups(results, [{ dimension, group }], []),
      {
        name: "area_context" as const,
        columns: ["dimension", "group_id"],
        values: [[dimension, group]],
        ending: "-people",
      },
    ],
  })),
];

const endings = {
  figure: "",
  gap: "-gaps",
  change: "-changes",
  verdict: "-verdicts",
  supporting_measure: "-measures",
  alternative_gap: "-alternatives",
  comparator: "-places",
  head_count: "-head-counts",
  contribution: "-contributions",
  change_contribution: "-change-contributions",
};

const ofIndicators = (ids: readonly string[]): Part[] =>
  Object.entries(endings).map(([name, ending]) => ({
    name: name as keyof typeof endings,
    columns: ["indicator"],
    values: ids.map((id) => [id]),
    ending,
  }));

/** What stands beside the figures, where some indicator asks for it. */
const besideOf = ({ indicators }: Publishable, ids: readonly string[]): Part[] => {
  const asked = indicators.flatMap(({ id, dimensions }) =>
    ids.includes(id) ? dimensions.flatMap(({ beside }) => beside ?? []) : [],
  );
  const part = (name: "beside" | "gap_part", ending: string): Part => ({
    ...{ name, ending, columns: ["indicator"], values: ids.map((id) => [id]) },
  });
  const isElsewhere = indicators.some(
    ({ id, dimensions }) =>
      ids.includes(id) &&
      dimensions.some(({ comparators, publishedElsewhere: published }) => comparators.length + published.length > 0),
  );
  return [
    ...(isElsewhere
      ? [{ name: "elsewhere" as const, columns: ["indicator"], values: ids.map((id) => [id]), ending: "-elsewhere" }]
      : []),
    ...(asked.some(({ funnel, smoothed }) => funnel ?? smoothed) ? [part("beside", "-beside")] : []),
    ...(asked.some(({ gapParts }) => gapParts) ? [part("gap_part", "-gap-parts")] : []),
  ];
};

/** The figures of some groups with everyone's beside them, and everyone's of the indicators that count them alone. */
function ofGroups(
  { indicators }: Publishable,
  groups: readonly { dimension: string; group: string }[],
  alone: readonly string[],
): Part {
  const values = indicators.flatMap(({ id, dimensions }) =>
    dimensions.flatMap(({ dimension }) => {
      const own = groups.filter((one) => one.dimension === dimension).map(({ group }) => group);
      const shown = own.length > 0 || alone.includes(id) ? [...own, "overall"] : [];
      return shown.map((group) => [id, dimension, group]);
    }),
  );
  return { name: "figure", columns: ["indicator", "dimension", "group_id"], values, ending: "" };
}

function areaWords({ dimensions, place, language }: Publishable, dimension: string, group: string) {
  const found = dimensions.find(({ id }) => id === dimension)?.groups.find(({ id }) => id === group);
  const title = found?.label ?? group;
  return { title, about: catalogues[language].dataFiles.aboutArea(title, place.areas) };
}
