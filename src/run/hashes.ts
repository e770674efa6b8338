import { createHash } from "node:crypto";
import type { Manifest } from "../results/manifest.ts";
import type { Table } from "../results/tables.ts";

export const sha256 = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");

/** Hash of a table: its columns, then each row as a line of JSON. */
export const tableHash = ({ columns, rows }: Table): string =>
  sha256([JSON.stringify(Object.keys(columns)), ...rows.map((row) => JSON.stringify(row))].join("\n"));

type SavedTable = Manifest["database"]["tables"][number];

/** What a manifest says of a table of the database. */
export const savedTable = (table: Table): SavedTable => ({
  name: table.name,
  rows: table.rows.length,
  sha256: tableHash(table),
});

/** What a manifest lists of an output: its files, and the tables of its database. */
export const listed = (files: Manifest["outputs"], tables: SavedTable[]): Pick<Manifest, "outputs" | "database"> => ({
  outputs: files.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
  database: {
    path: "data/tempcheck.duckdb",
    tables,
  },
});
