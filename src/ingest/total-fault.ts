import { isAddedUp } from "../define/kinds.ts";
import type { Fault } from "../error.ts";
import type { Source } from "./source.ts";
import { seen } from "./spelling.ts";
import type { Part, Total } from "./totals.ts";

/** What the rows of a value come to in a figure, and the first of them. */
export interface PlacedPart extends Part {
  figure: string;
  place: number;
}

const MOST_NAMED = 4;
/** Where a row stands is one number: so many times the file, and the row. */
const FILE = 1_099_511_627_776;

/** SQL of the place of a row of a dataset. */
export const PLACE = `cast(d._file as BIGINT) * ${FILE} + d._row`;

/** The file and the row that a place stands for. */
export const rowAt = (place: number): [file: number, row: number] => [Math.floor(place / FILE), place % FILE];

interface Totalled {
  total: Total;
  parts: readonly PlacedPart[];
  column: string | null;
  /** Whether it stands among the areas or the groups of a breakdown, and which are declared. */
  among?: { isOfAreas: boolean; declared: ReadonlySet<string> } | null;
}

/** A row that is the sum of others, told with where it stands. */
export function totalFault(
  { indicator: { value: indicator, yaml }, located }: Source,
  { total, parts, column, among = null }: Totalled,
): Fault {
  const { example, matched, figures } = total;
  const row = parts.find(
    ({ value, numerator, denominator }) =>
      value === example.total.value &&
      numerator === example.total.numerator &&
      denominator === example.total.denominator,
  );
  const isSums = isAddedUp(indicator.statistic);
  const told = ({ value, numerator, denominator }: Part): string =>
    `${value === null ? "others" : value === "" ? "a blank" : column === null ? "a row" : seen(value)}${isSums ? ` ${numerator} of ${denominator}` : ` ${denominator}`}`;
  const named = example.parts.slice(0, MOST_NAMED).map(told);
  const more = example.parts.length - named.length;
  return {
    where: row === undefined ? yaml.where(["dataset"]) : located(...rowAt(row.place), column ?? undefined),
    must: "no row is the sum of others that are counted with it",
    found: `${told(example.total)}, which is ${named.join(" + ")}${more > 0 ? ` + ${more} more` : ""}; so in ${matched} of ${figures} ${figures === 1 ? "figure" : "figures"}`,
    fix:
      column === null
        ? `declare the column that tells such rows apart, and keep some of them with where in ${yaml.file}`
        : among
          ? `keep the total apart: overall: { where: { ${column}: ${among.declared.has(example.total.value ?? "") ? "..." : JSON.stringify(example.total.value)} } } in ${yaml.file}${among.isOfAreas ? "" : ", or list it under outside of the dimension"}; or narrow where`
          : `keep the total or its parts with where in ${yaml.file}: where: { ${column}: ${JSON.stringify(example.total.value ?? "...")} }`,
  };
}
