import { createHash } from "node:crypto";
import { createReadStream, existsSync, statSync } from "node:fs";
import type { Dataset } from "../define/dataset.ts";
import type { Defined, Definitions } from "../define/definitions.ts";
import type { SourceRecord } from "../define/source-record.ts";
import type { Fault } from "../error.ts";
import { collecting } from "./collect.ts";
import type { Database } from "./port.ts";
import { fileColumns, rawFiles, rawTable } from "./raw-file.ts";
import { readerOf } from "./readers.ts";
import { query, quoted } from "./sql.ts";

/** Whether every file of a dataset exists and holds something. */
export const isThere = (dataset: Dataset, root: string): boolean =>
  rawFiles(dataset, root).every(({ path }) => existsSync(path) && statSync(path).isFile() && statSync(path).size > 0);

/** Bytes of all files of datasets, which are there. */
export const sizeOf = (datasets: readonly Defined<Dataset>[], root: string): number =>
  datasets.flatMap(({ value }) => rawFiles(value, root)).reduce((bytes, { path }) => bytes + statSync(path).size, 0);

/** What tells each file of datasets from another at its place, by its name: which it is, its size and its time of change. */
export const stampsOf = (datasets: readonly Defined<Dataset>[], root: string): Map<string, string> =>
  new Map(
    datasets.flatMap(({ value }) =>
      rawFiles(value, root).map(({ path, name }): [string, string] => {
        const stat = statSync(path, { throwIfNoEntry: false });
        return [name, stat === undefined ? "not there" : `${stat.ino} ${stat.size} ${stat.mtimeMs}`];
      }),
    ),
  );

/** Faults of files that are not as they were when their stamps were taken: a file is hashed and read more than once. */
export function changedFaults(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): Fault[] {
  const changed = [...before].filter(([name, stamp]) => after.get(name) !== stamp);
  return changed.map(([name]) => ({
    where: { file: name },
    must: "a file stays as it is while it is read",
    found: "one that was written to, replaced or taken away in the meantime",
    fix: "run the command again when nothing touches the file",
  }));
}

/** Faults of files that are not there, are empty, or are not the ones that were declared. */
export async function fileFaults(
  { value, yaml }: Defined<Dataset>,
  { root, records }: Pick<Definitions, "root" | "records">,
): Promise<Fault[]> {
  const faults = await Promise.all(
    rawFiles(value, root).map(async ({ path, name, index }): Promise<Fault[]> => {
      const where = yaml.where(["files", index, "path"]);
      if (!existsSync(path) || !statSync(path).isFile())
        return [
          {
            where,
            must: "the file exists beside dataset.yaml",
            found: `no file ${name}`,
            fix: "put it there, or mend the path",
          },
        ];
      if (statSync(path).size === 0)
        return [
          {
            where: { file: name },
            must: "a file with a header and rows",
            found: "an empty file",
            fix: "fetch the file again",
          },
        ];
      const declared = value.files[index]?.sha256;
      const actual = await sha256Of(path);
      if (actual === declared) return recordFaults(name, actual, records.get(name));
      return [
        {
          where: yaml.where(["files", index, "sha256"]),
          must: `the sha256 of ${name}, ${actual}`,
          found: String(declared),
          fix: `if the file was meant to change, check it and run tempcheck hash ${value.id}, which writes its sha256 here; if not, fetch it again`,
        },
      ];
    }),
  );
  return faults.flat();
}

/** As many bytes as are read at a time, or the whole of a smaller file: many are hashed side by side. */
const MOST_AT_ONCE = 1 << 20;

/** A fault where what is written beside a file is of another file, which would be told of this one. */
function recordFaults(name: string, actual: string, record: Defined<SourceRecord> | undefined): Fault[] {
  if (record === undefined || record.value.sha256 === actual) return [];
  return [
    {
      where: record.yaml.where(["sha256"]),
      must: `the sha256 of ${name}, ${actual}, because it says where that file was fetched from`,
      found: record.value.sha256,
      fix: "if the file was put there by hand, take this record away; if not, run tempcheck fetch",
    },
  ];
}

export async function sha256Of(path: string): Promise<string> {
  const hash = createHash("sha256");
  const highWaterMark = Math.min(MOST_AT_ONCE, statSync(path).size + 1);
  for await (const chunk of createReadStream(path, { highWaterMark })) hash.update(chunk as Buffer);
  return hash.digest("hex");
}

/** Reads every file of a dataset into its raw table. */
export async function readRaw(dataset: Dataset, root: string, database: Database): Promise<void> {
  const table = rawTable(dataset.id);
  const columns = fileColumns(dataset).map((name) => `${quoted(name)} VARCHAR`);
  await database.run(query("raw-table", { table: quoted(table), columns: columns.join(", ") }));
  const reader = readerOf(dataset.format);
  await collecting(rawFiles(dataset, root), (file) => reader.read(file, table, database));
}
