import type { WrittenResults } from "../../results/results.ts";
import { type DeclaredTable, declaredTable } from "../data-table.ts";
import { filled, text } from "../fields.ts";

export const source = (results: WrittenResults): DeclaredTable =>
  declaredTable({
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
    },
    rows: results.sources.flatMap((one) =>
      one.files.map(({ path, sha256 }) => [
        one.id,
        one.title,
        one.publisher,
        one.licence,
        one.page,
        one.period,
        one.received,
        one.changes,
        one.rows,
        path,
        sha256,
      ]),
    ),
  });
