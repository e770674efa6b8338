import { readFileSync } from "node:fs";
import { lineNotUtf8 } from "../define/utf8.ts";
import { UserError } from "../error.ts";
import { propertiesIn, propertyText } from "./geojson.ts";
import { positions } from "./header.ts";
import { otherForm } from "./other-form.ts";
import type { Database } from "./port.ts";
import type { RawFile } from "./raw-file.ts";
import { refuseColumns } from "./table-bounds.ts";

/** Reads what stands beside the shapes of a GeoJSON file into the raw table, a row for each shape. */
export async function readShapesTable(file: RawFile, table: string, database: Database): Promise<void> {
  const bytes = readFileSync(file.path);
  const other = otherForm(bytes, "geojson");
  if (other !== null && other.found !== "JSON")
    throw new UserError({ where: { file: file.name }, must: "GeoJSON", ...other });
  const line = lineNotUtf8(bytes);
  if (line !== null)
    throw new UserError({
      where: { file: file.name, line },
      must: "text in UTF-8",
      found: "bytes that are not UTF-8",
      fix: "fetch the file again",
    });
  const rows = propertiesIn(bytes.toString("utf8"), file.name);
  if (!Array.isArray(rows)) throw new UserError(rows);
  const header = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  refuseColumns(file, header.length);
  const wanted = positions(header, file.columns, { file: file.name, key: "properties" }, file.dataset).map(
    (at) => header[at]!,
  );
  await database.append(
    table,
    rows.map((row, i) => [file.index, i + 1, ...wanted.map((name) => propertyText(row[name]))]),
  );
}
