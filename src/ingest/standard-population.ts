import { z } from "zod";
import type { Definitions } from "../define/definitions.ts";
import type { StandardPopulation } from "../define/indicator.ts";
import { type Fault, UserError, type Where } from "../error.ts";
import { refuse } from "./collect.ts";
import { filterSql, filterWords } from "./filter.ts";
import { rowLocator } from "./locate.ts";
import type { Database } from "./port.ts";
import { number, place } from "./row.ts";
import type { DeclaredBand } from "./source.ts";
import { query, quoted } from "./sql.ts";
import { dataTable } from "./table.ts";

const standardRow = z.strictObject({
  ...place,
  label: z.string().nullable(),
  population: number.nullable(),
  events: number.nullable(),
});

/** A standard population as a dataset has it. Throws where a band has no people, or comes twice. */
export async function standardPopulation(
  { dataset: id, age, population, events, where }: StandardPopulation,
  yaml: Where,
  { definitions, database }: { definitions: Definitions; database: Database },
): Promise<DeclaredBand[]> {
  const dataset = definitions.datasets.find(({ value }) => value.id === id)!.value;
  const located = rowLocator(dataset, definitions.root);
  const rows = await database.rows(
    query("standard-ages", {
      table: quoted(dataTable(id)),
      where: filterSql(where),
      age: quoted(age),
      population: quoted(population),
      events: events === undefined ? "0.0" : `cast(${quoted(events)} as DOUBLE)`,
    }),
    {},
    standardRow,
  );
  if (rows.length === 0)
    throw new UserError({
      where: yaml,
      must: `the dataset ${id} has a standard population`,
      found: `none where ${filterWords(where)}`,
      fix: "mend where, or name another dataset",
    });
  const seen = new Set<unknown>();
  const faults = rows.flatMap((row): Fault[] => {
    const { label, population: people, events: happened, _file, _row } = row;
    const at = (column: string): Where => located(_file, _row, column);
    const isNew = !seen.has(label);
    seen.add(label);
    return [
      ...(label !== null && isNew
        ? []
        : [
            {
              where: at(age),
              must: "each band of a standard population stands in one row",
              found: label === null ? "a blank" : `${label} a second time`,
              fix: "mend the cell in a copy of the file, or narrow where of the standard",
            },
          ]),
      ...(people !== null && people > 0
        ? []
        : [
            {
              where: at(population),
              must: "a number above 0, as each band of a standard population has people",
              found: people === null ? "a blank" : String(people),
              fix: "mend the cell in a copy of the file, or narrow where of the standard",
            },
          ]),
      ...(events === undefined || (happened !== null && happened >= 0)
        ? []
        : [
            {
              where: at(events),
              must: "a number of 0 or more, the events in the band of the standard",
              found: happened === null ? "a blank" : String(happened),
              fix: "mend the cell in a copy of the file, or narrow where of the standard",
            },
          ]),
    ];
  });
  refuse(faults);
  return rows.map(({ label, population: people, events: happened }) => ({
    ...{ label: String(label), standard: Number(people) },
    ...(events !== undefined && { standardEvents: Number(happened) }),
  }));
}
