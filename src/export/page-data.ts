import type { Publishable } from "../disclose/publishable.ts";
import type { TableName } from "../model.ts";
import { type About, aboutPage } from "./about.ts";
import type { NamedTable } from "./csvw.ts";
import { type DataTable, partOf } from "./data-table.ts";

/** A folder of data files: the same tables in every format. */
export interface DataFolder {
  /** Path in the year's outputs, with a slash at the end. */
  path: string;
  about: About;
  tables: readonly NamedTable[];
  /** Name of the file that holds all its tables as JSON. */
  json: string | null;
  /** Pages of the report that offer its tables, and which tables; all where none are named. */
  pages: readonly { file: string; tables: readonly TableName[] | null }[];
}

/** The whole report's tables, with the pages that each is offered on. */
export function wholeData(results: Publishable, whole: readonly DataTable[], build: string): DataFolder {
  const description = `Every figure of the report on inequality in ${results.place.name}.`;
  return {
    path: "data/",
    about: aboutPage(results, build, { title: "All tables", description, file: "index.html" }),
    tables: whole.map((table) => ({ table, file: table.name })),
    json: null,
    pages: [
      { file: "index.html", tables: null },
      { file: "data-gaps.html", tables: ["data_gap", "missing_data"] },
      { file: "method.html", tables: ["measure"] },
      { file: "sources.html", tables: ["source"] },
    ],
  };
}

/** Tables that a page's folder has its part of, by which column, and how the names of their files end. */
const offered = [
  { name: "figure", by: "indicator", ending: "" },
  { name: "gap", by: "indicator", ending: "-gaps" },
  { name: "change", by: "indicator", ending: "-changes" },
  { name: "verdict", by: "indicator", ending: "-verdicts" },
  { name: "supporting_measure", by: "indicator", ending: "-measures" },
  { name: "missing_data", by: "theme", ending: "-missing-data" },
] as const;

interface DataPage {
  kind: "indicators" | "themes";
  id: string;
  title: string;
  about: string;
  /** Whose rows the page shows: of these indicators, and of these themes as such. */
  of: { indicator: readonly string[]; theme: readonly string[] };
}

/** One folder for each indicator and each theme of which anything is known. */
export function pageData(results: Publishable, whole: readonly DataTable[], build: string): DataFolder[] {
  const folder = ({ kind, id, title, about, of }: DataPage): DataFolder => {
    const file = `${kind}/${id}.html`;
    return {
      path: `data/${kind}/${id}/`,
      about: aboutPage(results, build, { title, description: about, file }),
      tables: offered
        .map(({ name, by, ending }) => ({
          table: partOf(whole.find((table) => table.name === name)!, by, of[by]),
          file: `${id}${ending}`,
        }))
        .filter(({ table }) => table.rows.length > 0),
      json: id,
      pages: [{ file, tables: null }],
    };
  };
  return pagesOf(results)
    .map(folder)
    .filter(({ tables }) => tables.length > 0);
}

const pagesOf = ({ indicators, themes }: Publishable): DataPage[] => [
  ...indicators.map(({ id, title, question }) => ({
    kind: "indicators" as const,
    id,
    title,
    about: question,
    of: { indicator: [id], theme: [] },
  })),
  ...themes.map(({ id, title, about }) => ({
    kind: "themes" as const,
    id,
    title,
    about: about ?? title,
    of: { indicator: indicators.filter(({ theme }) => theme === id).map((indicator) => indicator.id), theme: [id] },
  })),
];
