import { type Dataset, type Meaning, meaningsInTable, rangesIn, reasonsIn } from "../define/dataset.ts";
import { among, literal, quoted } from "./sql.ts";

/** Name of the companion column that holds why a figure is missing. */
export const blankColumn = (column: string): string => `${column}#blank`;

/** Names of the companion columns that hold the ends of a count: both are the count itself where it is known. */
export const lowestColumn = (column: string): string => `${column}#lowest`;
export const highestColumn = (column: string): string => `${column}#highest`;

/** The companions that a column of such markers has. */
export const companionsOf = (column: string, meanings: Readonly<Record<string, Meaning>>): string[] => [
  ...(reasonsIn(meanings).length > 0 ? [blankColumn(column)] : []),
  ...(rangesIn(meanings).length > 0 ? [lowestColumn(column), highestColumn(column)] : []),
];

/** SQL of a column with its companions: `value` is the cell's where its `text` is no marker. A count in a range has none. */
export function markedCells(
  column: string,
  { text, value, type }: { text: string; value: string; type: string },
  meanings: Readonly<Record<string, Meaning>>,
): string[] {
  const [reasons, ranges] = [reasonsIn(meanings), rangesIn(meanings)];
  const known = `case when not ${among(text, Object.keys(meanings))} then ${value} end`;
  const when = (cells: readonly (readonly [string, string])[]): string =>
    cells.map(([marker, stands]) => `when ${literal(marker)} then ${stands}`).join(" ");
  const end = (side: "from" | "to"): string =>
    `case ${text} ${when(ranges.map(([marker, range]) => [marker, `cast(${range[side]} as ${type})`]))} else ${known} end`;
  return [
    `${known} as ${quoted(column)}`,
    ...(reasons.length > 0
      ? [
          `case ${text} ${when(reasons.map(([marker, reason]) => [marker, literal(reason)]))} end as ${quoted(blankColumn(column))}`,
        ]
      : []),
    ...(ranges.length > 0
      ? [`${end("from")} as ${quoted(lowestColumn(column))}`, `${end("to")} as ${quoted(highestColumn(column))}`]
      : []),
  ];
}

/** SQL of the lowest and the highest that a cell of a dataset's table may be: the same where it has no ranges. */
export const endsIn = (
  dataset: Dataset,
  column: string,
  datasets: readonly { value: Dataset }[],
): readonly [lowest: string, highest: string] =>
  rangesIn(meaningsInTable(dataset, column, datasets)).length === 0
    ? [quoted(column), quoted(column)]
    : [quoted(lowestColumn(column)), quoted(highestColumn(column))];
