import { unguarded } from "../csv/formula.ts";
import { commaSeparated, csvRecords } from "../csv/records.ts";
import { type Fault, UserError } from "../error.ts";
import { keyOf, type Locate } from "./faults.ts";

/** What a column holds. */
export type Columns = Record<string, "text" | "number" | "boolean">;

/** A line of a table: cells by column, blank ones left out, and where it begins in the file. */
export interface Row {
  line: number;
  cells: Record<string, unknown>;
}

/** The rows of a CSV text under a header that names known columns. A cell that is not what its column holds stays text. */
export function csvRows(text: string, columns: Columns, file: string): Row[] {
  const [header, ...records] = [...csvRecords(text, commaSeparated)].filter(
    ({ fields }) => fields.length > 1 || fields[0] !== "",
  );
  const known = Object.keys(columns).join(", ");
  if (header === undefined || records.length === 0)
    throw new UserError({
      where: { file, line: 1 },
      must: "a header and a line below it",
      found: header === undefined ? "nothing" : "a header alone",
      fix: `write a header with names out of ${known}`,
    });
  const names = header.fields;
  const faults: Fault[] = [
    ...names.flatMap((name, index): Fault[] => {
      const isKnown = Object.hasOwn(columns, name);
      if (isKnown && names.indexOf(name) === index) return [];
      return [
        {
          where: { file, line: header.line, key: name },
          must: isKnown ? "each column once" : `one of ${known}`,
          found: `the column ${JSON.stringify(name)}${isKnown ? " again" : ""}`,
          fix: "mend the header or take the column out",
        },
      ];
    }),
    ...records
      .filter(({ fields, slip }) => slip || fields.length !== names.length)
      .map(({ line, fields, slip }) => ({
        where: { file, line },
        must: slip ? "quotes that open and close around a whole field" : `${names.length} fields, as in the header`,
        found: slip ? "a stray quote" : `${fields.length}`,
        fix: "mend the line",
      })),
  ];
  if (faults.length > 0) throw new UserError(faults);
  return records.map(({ line, fields }) => ({
    line,
    cells: Object.fromEntries(
      names.flatMap((name, i) => (fields[i] === "" ? [] : [[name, cellOf(unguarded(fields[i]!), columns[name]!)]])),
    ),
  }));
}

const NUMBER = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;

function cellOf(cell: string, type: Columns[string]): unknown {
  if (type === "number" && NUMBER.test(cell)) return Number(cell);
  if (type === "boolean" && /^(true|false)$/i.test(cell)) return cell.toLowerCase() === "true";
  return cell;
}

/** Positions in a request that was made from rows: the line of the longest path that a row is known for. */
export function locateRows(file: string, lines: ReadonlyMap<string, number>): Locate {
  return (path) => {
    for (let depth = path.length; depth > 0; depth--) {
      const line = lines.get(keyOf(path.slice(0, depth)));
      if (line !== undefined) return { file, line, key: keyOf(path.slice(depth)) };
    }
    return { file, key: keyOf(path) };
  };
}
