import { z } from "zod";
import type { Definitions } from "../define/definitions.ts";
import { isOfAreas } from "../define/dimension-types.ts";
import type { Fault } from "../error.ts";
import { refuse } from "./collect.ts";
import { filterSql } from "./filter.ts";
import type { GroupedDimension } from "./grouping.ts";
import { rowLocator } from "./locate.ts";
import type { Database } from "./port.ts";
import { place } from "./row.ts";
import { seen } from "./spelling.ts";
import { query, quoted } from "./sql.ts";
import { dataTable } from "./table.ts";

/** A postcode in capitals without its space, in its two halves, and the code of its area. */
export interface Postcode {
  /** What comes before the last three characters: M1, SW1A. */
  outward: string;
  inward: string;
  area: string;
}

const MOST_FAULTS = 20;
const form = /^([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9][A-Z]{2})$/;

/** A postcode as people and files write it: any case, any spaces; null where it is none. */
export function postcodeIn(text: string): { outward: string; inward: string } | null {
  const [, outward, inward] = form.exec(text.replace(/\s+/g, "").toUpperCase()) ?? [];
  return outward === undefined || inward === undefined ? null : { outward, inward };
}

const postcodeRow = z.strictObject({ ...place, postcode: z.string().nullable(), area: z.string().nullable() });

/** The postcodes of each dimension of areas that names a file of them. */
export async function postcodesOf(
  { project, datasets, root }: Definitions,
  groups: ReadonlyMap<string, GroupedDimension>,
  database: Database,
): Promise<Map<string, Postcode[]>> {
  const read = new Map<string, Postcode[]>();
  for (const dimension of project.value.dimensions) {
    if (!isOfAreas(dimension) || dimension.postcodes === undefined) continue;
    const { dataset, where, postcode, area } = dimension.postcodes;
    const table = quoted(dataTable(dataset));
    const columns = { postcode: quoted(postcode), area: quoted(area), where: filterSql(where) };
    const rows = await database.rows(query("postcode-rows", { table, ...columns }), {}, postcodeRow);
    const located = rowLocator(datasets.find(({ value }) => value.id === dataset)!.value, root);
    const known = new Set(groups.get(dimension.id)!.groups.map(({ id }) => id));
    const areaOf = new Map<string, string>();
    const made: Postcode[] = [];
    const faults: Fault[] = [];
    for (const { _file, _row, postcode: written, area: code } of rows) {
      const fault = (column: string, one: Omit<Fault, "where">): number =>
        faults.push({ ...one, where: located(_file, _row, column) });
      const halves = postcodeIn(written ?? "");
      if (halves === null) {
        fault(postcode, {
          must: "a postcode such as M1 1AA, in any case and with or without its space",
          found: written === null ? "a blank" : seen(written),
          fix: "mend the cell in a copy of the file and say so under changes, or leave the row out",
        });
        continue;
      }
      // A postcode of no area any more is one that the page does not know.
      if (code === null) continue;
      const whole = `${halves.outward}${halves.inward}`;
      const before = areaOf.get(whole);
      if (!known.has(code))
        fault(area, {
          must: `the code of an area of ${dimension.id}`,
          found: seen(code),
          fix: "keep the rows of its own areas by where, or fetch postcodes of the same date as the areas",
        });
      else if (before !== undefined)
        fault(postcode, {
          must: "each postcode stands once, however it is written",
          found: `${seen(written ?? "")} a second time${before === code ? "" : `, of another area: ${code} after ${before}`}`,
          fix: "keep one row of each by where, or take the repeated row out of a copy of the file and say so under changes",
        });
      else {
        areaOf.set(whole, code);
        made.push({ ...halves, area: code });
      }
    }
    refuse(faults.slice(0, MOST_FAULTS));
    if (made.length === 0)
      refuse([
        {
          where: project.yaml.where(["dimensions", project.value.dimensions.indexOf(dimension), "postcodes"]),
          must: `${dataset} has postcodes of the areas of ${dimension.id}`,
          found: "none",
          fix: "mend where and the columns, or take postcodes out",
        },
      ]);
    read.set(dimension.id, made);
  }
  return read;
}
