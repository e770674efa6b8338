import { z } from "zod";
import { ownerOf } from "../define/columns.ts";
import type { Dataset } from "../define/dataset.ts";
import type { Defined, Definitions } from "../define/definitions.ts";
import type { Indicator } from "../define/indicator.ts";
import { alternativesOf, sizeColumns } from "../define/kinds.ts";
import { type Fault, whereText } from "../error.ts";
import { collecting, refuse } from "./collect.ts";
import { rowLocator } from "./locate.ts";
import { type Counted, type Excess, mayHold, overWhole, type Size } from "./population-audit.ts";
import type { Database } from "./port.ts";
import { number, place } from "./row.ts";
import { literal, query, quoted } from "./sql.ts";
import { dataTable } from "./table.ts";
import { largestOf } from "./times.ts";
import { yearSql } from "./vintages.ts";

const sizeRow = z.strictObject({
  area: z.string(),
  year: number,
  part: z.string(),
  sex: z.enum(["all", "male", "female"]),
  people: number,
  file: number,
  row: number,
});

/** So many areas of one contradiction are listed. */
const MOST_AREAS = 3;

/** How many people each column counts that says who they are, by dataset and column. */
export type Sizes = Map<string, readonly Size[]>;

const nameOf = ({ dataset, column }: Pick<Counted, "dataset" | "column">): string => `${dataset}/${column}`;

/**
 * Holds every denominator against what it is a part of, over the whole project, and refuses what cannot be. Sizes that are
 * known are not read again. Gives all that were looked at.
 */
export async function refuseParts(definitions: Definitions, database: Database, known: Sizes): Promise<Sizes> {
  const { parts, declared, wanted } = columnsHeld(definitions);
  await collecting(wanted, async (one) => {
    one.sizes = known.get(nameOf(one)) ?? (await sizesOf(one, definitions.root, database));
  });
  refuse(excessFaults(overWhole(parts, declared), definitions));
  return new Map(wanted.map((one) => [nameOf(one), one.sizes]));
}

/** Datasets of which some column is held against others, and is not known. */
export const datasetsUnheld = (definitions: Definitions, known: Sizes): string[] =>
  columnsHeld(definitions).wanted.flatMap((one) => (known.has(nameOf(one)) ? [] : [one.dataset]));

/** Columns that say who they count: those that something is divided by, all of them, and those that have to be read. */
function columnsHeld({ datasets, indicators }: Definitions): Record<"parts" | "declared" | "wanted", Unread[]> {
  const declared = datasets.flatMap((dataset) =>
    Object.entries(dataset.value.columns).flatMap(([column, { population }]): Unread[] =>
      population === undefined ? [] : [{ defined: dataset, dataset: dataset.value.id, column, population, sizes: [] }],
    ),
  );
  const used = new Set(indicators.flatMap(({ value }) => usedColumns(value, datasets)));
  const parts = declared.filter((one) => used.has(nameOf(one)));
  const wanted = declared.filter(
    (one) =>
      parts.some((part) => mayHold(part, one)) || (parts.includes(one) && declared.some((all) => mayHold(one, all))),
  );
  return { parts, declared, wanted };
}

interface Unread extends Counted {
  defined: Defined<Dataset>;
}

/** Columns that an indicator divides or weighs by, where they come from, but for others that may exceed their whole. */
const usedColumns = ({ dataset: id, statistic }: Indicator, datasets: Definitions["datasets"]): string[] => {
  const dataset = datasets.find(({ value }) => value.id === id)!;
  const others = alternativesOf(statistic).flatMap(({ denominator, accepted }) => (accepted ? [] : [denominator]));
  const columns = [...sizeColumns(statistic).map(({ column }) => column), ...others];
  return columns.map((column) => `${ownerOf(column, dataset, datasets).value.id}/${column}`);
};

async function sizesOf({ defined, column, population }: Unread, root: string, database: Database) {
  const { value: dataset, yaml } = defined;
  const table = quoted(dataTable(dataset.id));
  const year = yearSql(population);
  const [undated] = await database.rows(
    query("population-undated", { table, column: quoted(column), year }),
    {},
    z.strictObject(place),
  );
  if (undated)
    refuse([
      {
        where: rowLocator(dataset, root)(undated._file, undated._row),
        must: `a cell that begins with the year in which ${column} was counted`,
        found: "another text, or a blank",
        fix: `name another column under at in ${whereText(yaml.where(["columns", column, "population"]))}`,
      },
    ]);
  const text = (name: string): string => `cast(${quoted(name)} as VARCHAR)`;
  const { area, by, sex } = population;
  const cases =
    typeof sex === "string"
      ? literal(sex)
      : `case ${text(sex.column)} ${(["all", "male", "female"] as const)
          .flatMap((one) => (sex[one] === undefined ? [] : [`when ${literal(sex[one])} then '${one}'`]))
          .join(" ")} end`;
  const part = by.length === 0 ? "''" : `concat_ws(' ', ${by.map(text).join(", ")})`;
  return database.rows(
    query("population-sizes", {
      ...{ table, year, part, column: largestOf(dataset, column) },
      sex: cases,
      area: area === undefined ? "''" : text(area),
    }),
    {},
    sizeRow,
  );
}

function excessFaults(found: readonly Excess[], { datasets, root }: Definitions): Fault[] {
  const pairs = new Map<string, Excess[]>();
  for (const one of found) {
    const { part, whole } = one;
    const pair = [part, whole].map(({ counted }) => `${counted.dataset}/${counted.column}`).join(" ");
    pairs.set(pair, [...(pairs.get(pair) ?? []), one]);
  }
  const told = ({ counted, size }: Excess["part"]) => {
    const { value } = datasets.find((dataset) => dataset.value.id === counted.dataset)!;
    return { where: rowLocator(value, root)(size.file, size.row, counted.column), words: words(counted, size) };
  };
  return [...pairs.values()].flatMap((pair) => {
    const areas = worstOfEach([...pair].sort((a, b) => ratio(b) - ratio(a)));
    const worst = areas.slice(0, MOST_AREAS);
    return worst.map(({ part, whole }, i): Fault => {
      const [mine, theirs] = [told(part), told(whole)];
      const more = areas.length - worst.length;
      const others = i === worst.length - 1 && more > 0 ? `; and so in ${more} more of their areas` : "";
      return {
        where: mine.where,
        must: `${mine.words} are not more than ${theirs.words}, ${whole.size.people} in ${whereText(theirs.where)}`,
        found: `${part.size.people}${others}`,
        fix: `name another denominator, or mend population of ${part.counted.column} or ${whole.counted.column} in dataset.yaml`,
      };
    });
  });
}

/** The first of each area and part of its people. */
const worstOfEach = (sorted: readonly Excess[]): Excess[] => {
  const named = ({ part: { size } }: Excess): string => `${size.area}\n${size.part}\n${size.sex}`;
  return sorted.filter((one, i) => sorted.findIndex((other) => named(other) === named(one)) === i);
};

const ratio = ({ part, whole }: Excess): number => part.size.people / whole.size.people;

/** "male residents aged 16+ of E05011368 in 2021" */
const words = ({ population: { who, ages } }: Counted, { area, part, sex, year }: Counted["sizes"][number]): string =>
  [
    sex === "all" ? who : `${sex} ${who}`,
    ...(ages === "all" ? [] : [`aged ${ages}`]),
    ...(area === "" ? [] : [`of ${area}`]),
    ...(part === "" ? [] : [`(${part})`]),
    `in ${year}`,
  ].join(" ");
