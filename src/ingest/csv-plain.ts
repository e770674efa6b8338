import { csvHeader, fromHeader } from "./csv-file.ts";
import { positions } from "./header.ts";
import { isWholeColumn, plainCell, stored } from "./plain-cell.ts";
import type { Database } from "./port.ts";
import { type CsvFile, onlyFile } from "./raw-file.ts";
import { literal, query } from "./sql.ts";
import { holdsWholeNumbers } from "./whole-numbers.ts";

/** SQL of a CSV file's rows; null, or an error of the database, where it is not plain. */
export async function plainCsv(file: CsvFile, table: string, database: Database): Promise<string | null> {
  const { format } = file;
  if (format.encoding !== "utf-8") return null;
  const header = csvHeader(file);
  const at = positions(header, file.columns, { file: file.name }, file.dataset);
  const whole = header.map((_, index) => isWholeColumn(file.dataset, file.columns[at.indexOf(index)]));
  const types = whole.map((is, index) => `'c${index}': '${is ? "BIGINT" : "VARCHAR"}'`);
  const columns = file.columns.map((name, i) =>
    plainCell(file.dataset, name, `c${at[i]}`, whole[at[i]!] ? "DIGITS" : "VARCHAR"),
  );
  const [checked] = await fromHeader(file, database, (path) =>
    Promise.all([
      whole.includes(true) ? holdsWholeNumbers(path, { ...format, header_row: 1 }, whole) : true,
      database.run(
        query("plain-csv", {
          table,
          types: types.join(", "),
          columns: columns.join(",\n  "),
          delimiter: literal(format.delimiter),
          quote: literal(format.quote),
          header: "true",
        }),
        { path: onlyFile(path) },
      ),
    ]),
  );
  return checked ? stored(file, table) : null;
}
