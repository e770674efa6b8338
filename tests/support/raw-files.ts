import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { it } from "vitest";
import { readDeclared } from "./received.ts";

/** Real files as received, outside of the repository; tests that read them are skipped by name where they are not. */
export const rawFolder = new URL("../../../shared/data/", import.meta.url);

export const text = { type: "text" };
export const integer = { type: "integer" };
export const number = { type: "number" };

/** Reads a raw file by declaration alone. */
export const read = (path: string, declared: object) =>
  readDeclared(fileURLToPath(rawFolder), declared, [{ path, sha256: "0".repeat(64) }]);

export const file = (name: string, title: string, act: () => Promise<void>): void =>
  it.skipIf(!existsSync(new URL(name, rawFolder)))(`${name}: ${title}`, act, 60_000);

/** Lines of a text file that a second, plain reading of it keeps. */
export const lines = (name: string): string[] =>
  readFileSync(new URL(name, rawFolder), "utf8")
    .replace(/^\ufeff/, "")
    .trimEnd()
    .split(/\r?\n/);

export const sum = (rows: readonly Record<string, unknown>[], column: string): number =>
  rows.reduce((all, row) => all + Number(row[column]), 0);

/** Table 3 of a workbook of fuel poverty, small areas below its title, and the row of the city in Table 2. */
export async function fuelPoverty(name: string) {
  const counts = { "Number of households": integer, "Number of households in fuel poverty": integer };
  const [areas, city] = await Promise.all([
    read(name, {
      format: { type: "xlsx", sheet: "Table 3", header_row: 3 },
      columns: { "LSOA Code": text, "LA Code": text, ...counts },
      where: { "LSOA Code": { prefix: "E01" } },
    }),
    read(name, {
      format: { type: "xlsx", sheet: "Table 2", header_row: 3 },
      columns: { "Area Codes": text, ...counts },
      where: { "Area Codes": "E08000003" },
    }),
  ]);
  const ours = areas.rows.filter((row) => row["LA Code"] === "E08000003");
  return { areas, city, ours, faults: areas.faults + city.faults };
}
