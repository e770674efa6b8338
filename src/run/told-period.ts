import type { Table } from "../ingest/described.ts";
import { periodOf } from "../ingest/periods.ts";
import type { Period } from "../model.ts";

/** The period of a table without a column of periods, where a title or the name of its file tells one. */
export function toldPeriod({
  table: { table },
  file,
}: {
  table: Table;
  file: string;
}): { text: string; period: Period } | null {
  for (const text of [...table.titles, file]) {
    const period = periodIn(text);
    if (period !== null) return { text, period };
  }
  return null;
}

/** The period that a title or the name of a file speaks of: years on end, or the last year that it names. */
function periodIn(text: string): Period | null {
  const [, first, last] = /(?<!\d)((?:19|20)\d{2})[-_ /\u2013](\d{2}|(?:19|20)\d{2})(?!\d)/.exec(text) ?? [];
  const spanning = first === undefined ? null : `${first}-${last}`;
  const units = ["calendar-year", "financial-year"] as const;
  const read =
    spanning === null ? null : (units.map((unit) => periodOf(spanning, unit)).find((one) => one !== null) ?? null);
  if (read !== null) return read;
  const years = [...text.matchAll(/(?<!\d)(?:19|20)\d{2}(?!\d)/g)].map(([year]) => year);
  return years.length === 0 ? null : periodOf(years.at(-1)!, "calendar-year");
}
