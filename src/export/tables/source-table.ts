import type { SourceFile, WrittenResults } from "../../results/results.ts";
import { type Cell, type Columns, type DeclaredTable, declaredTable } from "../data-table.ts";
import { filled, text } from "../fields.ts";

/** Columns that there are where some file was fetched. */
const ofFetched: Columns = {
  fetched_from: { type: "address" },
  fetched_on: { type: "day" },
  fetched_licence: text,
  fetched_version: text,
  last_changed: { type: "day" },
};

const cellsOfFetched = ({ fetched }: SourceFile): Cell[] =>
  fetched === undefined
    ? Object.keys(ofFetched).map(() => null)
    : [fetched.address, fetched.day, fetched.licence, fetched.version, fetched.lastChanged];

export const hasFetched = ({ sources }: Pick<WrittenResults, "sources">): boolean =>
  sources.some(({ files }) => files.some(({ fetched }) => fetched !== undefined));

export const source = (results: WrittenResults): DeclaredTable => {
  const isFetched = hasFetched(results);
  return declaredTable({
    name: "source",
    key: ["dataset", "file"],
    fields: {
      dataset: filled(text),
      title: filled(text),
      publisher: filled(text),
      licence: filled(text),
      page: { type: "address", filled: true },
      period: filled(text),
      received: { type: "day", filled: true },
      changes: filled(text),
      rows: { type: "whole number", from: 0 },
      file: filled(text),
      sha256: filled(text),
      ...(isFetched ? ofFetched : {}),
    },
    rows: results.sources.flatMap((one) =>
      one.files.map((file) => [
        one.id,
        one.title,
        one.publisher,
        one.licence,
        one.page,
        one.period,
        one.received,
        one.changes,
        one.rows,
        file.path,
        file.sha256,
        ...(isFetched ? cellsOfFetched(file) : []),
      ]),
    ),
  });
};
