import { createHash } from "node:crypto";
import type { Table } from "../results/tables.ts";

export const sha256 = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");

/** Hash of a table: its columns, then each row as a line of JSON. */
export const tableHash = ({ columns, rows }: Table): string =>
  sha256([JSON.stringify(Object.keys(columns)), ...rows.map((row) => JSON.stringify(row))].join("\n"));
