import type { Dataset } from "../define/dataset.ts";
import type { Defined } from "../define/definitions.ts";
import type { Indicator } from "../define/indicator.ts";
import type { Where } from "../error.ts";
import type { Database } from "../model.ts";

/** Everything about one indicator that its queries share. */
export interface Source {
  indicator: Defined<Indicator>;
  dataset: Dataset;
  datasets: readonly Defined<Dataset>[];
  table: string;
  located: (file: number, row: number, column?: string) => Where;
  database: Database;
  value: string;
  last: string;
}

/** One breakdown of the indicator. */
export interface Breakdown {
  /** SQL that keeps its rows. */
  where: string;
  column: string;
  /** Dataset whose areas are its groups; undefined where tempcheck.yaml lists them. */
  areas: string | undefined;
  yaml: Where;
}
