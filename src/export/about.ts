import { catalogues } from "../catalogue/catalogue.ts";
import type { Publishable } from "../results/results.ts";
import type { DataTable } from "./data-table.ts";

/** What goes with every file of data, whatever its format: of what report it is, and who may use it how. */
export interface About {
  title: string;
  description: string;
  publisher: string;
  language: string;
  year: number;
  /** Null where the report gives none. */
  licence: { title: string; url: string } | null;
  /** Address of the report's page, where one is declared. */
  url: string | null;
  build: string;
  /** How the cells of CSV files are to be read. */
  csvNote: string;
}

export const aboutPage = (
  results: Publishable,
  build: string,
  page: { title: string; description: string; file: string },
): About => ({
  title: `${page.title}: ${results.title} ${results.year}`,
  description: page.description,
  publisher: results.publisher,
  language: results.language,
  year: results.year,
  licence: results.licence,
  url: results.url === null ? null : `${results.url}report/${page.file}`,
  build,
  csvNote: catalogues[results.language].dataFiles.csvNote,
});

/** What a file says of itself where a format has room for texts under a name. */
export const textsOf = (about: About, table: DataTable): Record<string, string> => ({
  title: `${table.title}: ${about.title}`,
  description: table.grain,
  publisher: about.publisher,
  ...(about.licence === null ? {} : { license: about.licence.url }),
  language: about.language,
  build: about.build,
});
