import type { Publishable } from "../disclose/publishable.ts";
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
  pages: readonly { file: string; tables: readonly string[] | null }[];
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

/** Tables that a page's folder has its part of, and how the names of their files end. */
const offered = [
  { name: "figure", ending: "" },
  { name: "gap", ending: "-gaps" },
  { name: "change", ending: "-changes" },
  { name: "verdict", ending: "-verdicts" },
  { name: "supporting_measure", ending: "-measures" },
] as const;

interface DataPage {
  kind: "indicators" | "themes";
  id: string;
  title: string;
  about: string;
  indicators: readonly string[];
}

/** One folder for each indicator, and for each theme that has any. */
export function pageData(results: Publishable, whole: readonly DataTable[], build: string): DataFolder[] {
  const folder = ({ kind, id, title, about, indicators }: DataPage): DataFolder => {
    const file = `${kind}/${id}.html`;
    return {
      path: `data/${kind}/${id}/`,
      about: aboutPage(results, build, { title, description: about, file }),
      tables: offered.map(({ name, ending }) => ({
        table: partOf(whole.find((table) => table.name === name)!, "indicator", indicators),
        file: `${id}${ending}`,
      })),
      json: id,
      pages: [{ file, tables: null }],
    };
  };
  return pagesOf(results).map(folder);
}

const pagesOf = ({ indicators, themes }: Publishable): DataPage[] => [
  ...indicators.map(({ id, title, question }) => ({
    kind: "indicators" as const,
    id,
    title,
    about: question,
    indicators: [id],
  })),
  ...themes.flatMap(({ id, title, about }): DataPage[] => {
    const own = indicators.filter(({ theme }) => theme === id).map((indicator) => indicator.id);
    return own.length === 0 ? [] : [{ kind: "themes", id, title, about: about ?? title, indicators: own }];
  }),
];
