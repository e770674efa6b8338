import type { Dataset } from "../define/dataset.ts";
import type { Defined } from "../define/definitions.ts";
import type { Indicator } from "../define/indicator.ts";
import type { Where } from "../error.ts";
import type { Database } from "./port.ts";

/** Everything about one indicator that its queries share. */
export interface Source {
  indicator: Defined<Indicator>;
  dataset: Dataset;
  datasets: readonly Defined<Dataset>[];
  table: string;
  /** Its rows as figures take them. */
  applicable: Rows;
  located: (file: number, row: number, column?: string) => Where;
  database: Database;
  value: string;
  last: string;
  /** Bands of age, where the statistic is made from them. */
  bands: readonly DeclaredBand[] | null;
}

/** Where rows are read from, and when one of them is blank. */
export interface Rows {
  table: string;
  isBlank: string;
  /** Columns with counts that are ranges. */
  ranged: readonly string[];
}

/** A band of age that rows come in, with its people in the standard population where a dataset of the project has them. */
export interface DeclaredBand {
  label: string;
  standard: number | null;
  /** Events of the band in the standard, where figures are held against its rates. */
  standardEvents?: number;
}

/** One breakdown of the indicator. */
export interface Breakdown {
  /** SQL that keeps its rows. */
  where: string;
  column: string;
  /** Dataset whose areas are its groups; undefined where tempcheck.yaml lists them. */
  areas: string | undefined;
  /** Whether its groups are made of ranked areas, some of which may be left outside. */
  isRanked: boolean;
  yaml: Where;
}
