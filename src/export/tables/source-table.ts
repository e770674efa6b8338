import type { WrittenResults } from "../../results/results.ts";
import { type DataTable, dataTable } from "../data-table.ts";
import { filled, text } from "../fields.ts";

export const source = (results: WrittenResults): DataTable =>
  dataTable({
    name: "source",
    title: "Sources",
    grain: "one row per file of a dataset",
    key: ["dataset", "file"],
    fields: {
      dataset: filled(text("Dataset", "Id of the dataset")),
      title: filled(text("Title", "Title of the dataset")),
      publisher: filled(text("Publisher", "Who publishes it")),
      licence: filled(text("Licence", "Licence it comes under")),
      page: { type: "address", title: "Page", about: "Address of the publisher's page", filled: true },
      period: filled(text("Period", "Period the dataset is about")),
      received: { type: "day", title: "Received", about: "Day the files were received", filled: true },
      changes: filled(text("What was done", "What was done to the files before they were kept")),
      rows: { type: "whole number", title: "Rows", about: "Rows read from all its files", filled: true, from: 0 },
      file: filled(text("File", "Path of the file in the dataset's folder")),
      sha256: filled(text("SHA-256", "Checksum of the file as it was received")),
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
