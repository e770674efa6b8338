import type { Limits, Range } from "../model.ts";
import type { Difference } from "../narrate/profile.ts";
import type { NotComputable, Reason } from "../reasons-and-notes.ts";

/** A figure: on a page with so many decimals, in a file with all of them. */
export interface Figure extends Limits {
  unit: string;
  places: number;
  /** A number of which no interval is expected. */
  exact?: true;
}

/** What stands in place of a figure. */
export interface Blank {
  marker: string;
  reason: Reason | null;
  /** Why, as a page says it; null where the marker alone stands there. */
  why: string | null;
}

/** With whom a row is compared. */
export interface Comparison {
  whom: string;
  name: string;
  level: Omit<Figure, "lower" | "upper">;
}

interface Column<Value> {
  /** Its name in the CSV. Ids are data, the same in every language. */
  id: string;
  /** Its heading on the page; null where it stands in the CSV alone. */
  title: string | null;
  values: readonly Value[];
}

/** One column of values, which a page and a CSV each write in one or several of their own. */
export type TableColumn =
  | (Column<string> & {
      is: "label";
      /** What the CSV has in place of words of the catalogue. */
      ids?: readonly string[];
      /** On the page they stand side by side, as headings of the figures. */
      across?: true;
    })
  | (Column<number | Range | Blank> & { is: "count" })
  | (Column<Figure | Blank> & { is: "figure"; told: "number" | "signed" | "quantity"; interval: string | null })
  | (Column<Difference> & { is: "difference"; interval: string })
  | (Column<Comparison> & { is: "comparison" })
  | (Column<{ p: number | null; untested: string }> & { is: "p" });

/** The figures of a chart. The first column has the headings of the rows, which can lead to pages of the report. */
export interface Table {
  caption: string;
  columns: readonly TableColumn[];
  pages?: readonly (string | null)[];
  /** Figures can be missing: the CSV says so in columns of its own. */
  hasBlanks?: true;
}

export const figure = ({ value, lower, upper }: Limits, unit: string, places: number): Figure => ({
  value,
  lower,
  upper,
  unit,
  places,
});

/** Marker of a figure that is not available. */
export const notAvailable = "[x]";

export const isBlank = (value: number | Range | Figure | Blank): value is Blank =>
  typeof value === "object" && "marker" in value;

export const blank = (marker: string | null, missing: NotComputable | null, why: string | null = null): Blank => ({
  marker: marker ?? (missing?.reason === "disclosure" ? "[c]" : notAvailable),
  reason: missing?.reason ?? null,
  why,
});
