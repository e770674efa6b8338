import { catalogues } from "../catalogue/catalogue.ts";
import type { Publishable } from "../results/results.ts";
import type { TableName } from "../results/tables.ts";
import { type About, aboutPage } from "./about.ts";
import type { NamedTable } from "./csvw.ts";
import { type DataTable, partOf } from "./data-table.ts";
import { dataPages } from "./pages.ts";

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
  const { all, aboutAll } = catalogues[results.language].dataFiles;
  const description = aboutAll(results.place.name);
  return {
    path: "data/",
    about: aboutPage(results, build, { title: all, description, file: "index.html" }),
    tables: whole.map((table) => ({ table, file: table.name })),
    json: null,
    pages: [
      { file: "index.html", tables: null },
      { file: "communities.html", tables: ["community", "area_context", "dimension_group"] },
      { file: "data-gaps.html", tables: ["data_gap", "missing_data"] },
      { file: "method.html", tables: ["measure"] },
      { file: "sources.html", tables: ["source"] },
    ],
  };
}

/** One folder for each page that shows a part of the tables. */
export const pageData = (results: Publishable, whole: readonly DataTable[], build: string): DataFolder[] =>
  dataPages(results)
    .map(({ folder, id, title, about, parts }) => {
      const file = `${folder}/${id}.html`;
      return {
        path: `data/${folder}/${id}/`,
        about: aboutPage(results, build, { title, description: about, file }),
        tables: parts
          .map(({ name, columns, values, ending }) => ({
            table: partOf(whole.find((table) => table.name === name)!, { columns, values }),
            file: `${id}${ending}`,
          }))
          .filter(({ table }) => table.rows.length > 0),
        json: id,
        pages: [{ file, tables: null }],
      };
    })
    .filter(({ tables }) => tables.length > 0);
