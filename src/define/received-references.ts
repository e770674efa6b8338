import type { Fault, Where } from "../error.ts";
import { columnFaults, columnsOf, numeric, unknown } from "./columns.ts";
import { addedIn, columnsInName, columnsNotInFiles, type Dataset, type Lookup } from "./dataset.ts";
import type { Defined } from "./definitions.ts";

/** Faults of what a dataset says of its files as they were received: added columns, filled ones, rows chosen, totals. */
export function receivedFaults({ value: dataset, yaml }: Defined<Dataset>): Fault[] {
  const faults: Fault[] = [];
  const own = columnsOf({ ...dataset, lookups: [] }, []);
  const columns = { columns: own, dataset: dataset.id };
  const need = (name: string, path: PropertyKey[], types?: typeof numeric): void => {
    faults.push(...columnFaults(yaml.where(path), name, { ...columns, ...(types && { types }) }));
  };
  const { format, files, file_name } = dataset;
  const added = addedIn(dataset);
  const all = [...new Set(added.flatMap((cells) => Object.keys(cells)))];
  files.forEach(({ path, add }, index) => {
    for (const name of Object.keys(add ?? {})) need(name, ["files", index, "add", name]);
    const inName = file_name === undefined ? [] : columnsInName(file_name);
    const isNamed = inName.every((name) => Object.hasOwn(added[index]!, name));
    if (!isNamed)
      faults.push({
        where: yaml.where(["files", index, "path"]),
        must: `a name of the form ${file_name}`,
        found: path,
        fix: "mend file_name, or give the columns of this file under add",
      });
    const lacking = all.filter((name) => !Object.hasOwn(added[index]!, name));
    if (isNamed && lacking.length > 0)
      faults.push({
        where: yaml.where(["files", index]),
        must: "the same columns added to every file",
        found: `no ${lacking.join(", ")} for ${path}`,
        fix: "give it under add",
      });
  });
  if (file_name !== undefined) for (const name of columnsInName(file_name)) need(name, ["file_name"]);
  const notInFiles = columnsNotInFiles(dataset);
  (format.fill_down ?? []).forEach((name, index) => {
    const inFile = Object.keys(own).filter((one) => !notInFiles.includes(one));
    if (!inFile.includes(name) && !(format.unpivot?.columns ?? []).includes(name))
      faults.push(
        unknown(yaml.where(["format", "fill_down", index]), `column of the files of ${dataset.id}`, name, inFile),
      );
  });
  for (const [name, { row_number, type, position, aliases }] of Object.entries(dataset.columns)) {
    if (row_number && type !== "text")
      faults.push({
        where: yaml.where(["columns", name, "type"]),
        must: "a column of text, because a number of a row is written 1-25: the number of the file and that of the row",
        found: type,
        fix: "write type: text",
      });
    if (position !== undefined && aliases !== undefined)
      faults.push({
        where: yaml.where(["columns", name, "aliases"]),
        must: "a column that is found by its position or by its names",
        found: "both",
        fix: "take one of them out",
      });
  }
  const placeless = Object.entries(dataset.columns).flatMap(([name, { position }]) =>
    position === undefined && !notInFiles.includes(name) ? [name] : [],
  );
  if ("header_row" in format && format.header_row === 0 && placeless.length > 0)
    faults.push({
      where: yaml.where(["format", "header_row"]),
      must: "the line with the names, or 0 where the file has no names and each column has its position",
      found: `0, and no position for ${placeless.join(", ")}`,
      fix: "write the line of the names, or give each column its position, counted from 1",
    });
  if ("header_row" in format && format.header_row === 0 && format.header_rows > 1)
    faults.push({
      where: yaml.where(["format", "header_rows"]),
      must: "no header_rows where header_row is 0",
      found: String(format.header_rows),
      fix: "take one of them out",
    });
  if ("last_row" in format && format.last_row !== undefined && format.last_row < format.header_row + format.header_rows)
    faults.push({
      where: yaml.where(["format", "last_row"]),
      must: `a line after the header, which ends in line ${format.header_row + format.header_rows - 1}`,
      found: String(format.last_row),
      fix: "mend last_row or header_row",
    });
  for (const name of Object.keys(dataset.where ?? {})) need(name, ["where", name]);
  dataset.total_rows.forEach(({ where, over, sums }, index) => {
    for (const name of Object.keys(where)) need(name, ["total_rows", index, "where", name]);
    for (const [i, name] of over.entries()) need(name, ["total_rows", index, "over", i]);
    for (const [i, name] of sums.entries()) need(name, ["total_rows", index, "sums", i], numeric);
  });
  if (dataset.points) {
    const { area, longitude, latitude } = dataset.points;
    need(area, ["points", "area"], ["text"]);
    need(longitude, ["points", "longitude"], numeric);
    need(latitude, ["points", "latitude"], numeric);
  }
  return faults;
}

/** Faults of columns that a row shared out takes along: a number that is neither shared out nor the same would be counted again in each part. */
export function shareFaults(
  dataset: Dataset,
  { counts = [], same = [] }: Lookup,
  at: (...path: PropertyKey[]) => Where,
): Fault[] {
  const own = { columns: columnsOf({ ...dataset, lookups: [] }, []), dataset: dataset.id, types: numeric };
  const numbers = Object.entries(dataset.columns).flatMap(([name, { type }]) => (numeric.includes(type) ? [name] : []));
  const left = numbers.filter((name) => !counts.includes(name) && !same.includes(name));
  return [
    ...counts.flatMap((name, i) => columnFaults(at("counts", i), name, own)),
    ...same.flatMap((name, i) => columnFaults(at("same", i), name, own)),
    ...left.map((name) => ({
      where: at("counts"),
      must: "every column of numbers under counts, which are shared out, or under same, which stay as they are",
      found: `${name} in neither`,
      fix: "add it to counts if it is a count, to same if it is none, such as a year; rates and means cannot be shared out",
    })),
  ];
}
