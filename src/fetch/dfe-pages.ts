import { z } from "zod";
import type { FetchedFromOf } from "../define/fetched-from.ts";
import { type Downloaded, downloadJson, type Session } from "./download.ts";
import { Refusal } from "./refusals.ts";

const PAGE = 1000;

const page = z.object({
  paging: z.object({ page: z.int(), totalPages: z.int(), totalResults: z.int() }),
  results: z.array(
    z.object({
      timePeriod: z.object({ code: z.string(), period: z.string() }),
      geographicLevel: z.string(),
      locations: z.record(z.string(), z.string()),
      filters: z.record(z.string(), z.string()),
      values: z.record(z.string(), z.string()),
    }),
  ),
});

export function dfeAddress(service: string, { data_set, version, query }: FetchedFromOf<"dfe">): URL {
  const url = new URL(`${service}/data-sets/${data_set}/${query === undefined ? "csv" : "query"}`);
  if (version !== undefined) url.searchParams.set("dataSetVersion", version);
  return url;
}

/**
 * All pages of a query as CSV: time_identifier and time_period, geographic_level, and a column for each level of place, each
 * filter and each indicator, by their ids.
 */
export async function dfePages(
  session: Session,
  url: URL,
  query: NonNullable<FetchedFromOf<"dfe">["query"]>,
): Promise<Downloaded> {
  const rows: Record<string, string>[] = [];
  let results: number | null = null;
  for (let number = 1; ; number++) {
    const read = page.safeParse(await downloadJson(session, url, { ...query, page: number, pageSize: PAGE }));
    if (!read.success)
      throw new Refusal({
        must: "pages in the shape that the service's documentation has",
        found: `nothing that can be read at ${read.error.issues[0]?.path.join(".") || "the top"}`,
        fix: "mend query under fetch; if it is right, the service has changed",
      });
    const { paging, results: found } = read.data;
    results ??= paging.totalResults;
    for (const { timePeriod, geographicLevel, locations, filters, values } of found)
      rows.push({
        time_identifier: timePeriod.code,
        time_period: timePeriod.period,
        geographic_level: geographicLevel,
        ...Object.fromEntries(Object.entries(locations).map(([level, id]) => [`location_${level}`, id])),
        ...filters,
        ...values,
      });
    if (number >= paging.totalPages) break;
    if (found.length === 0 || paging.totalResults !== results) break;
  }
  if (rows.length === 0 || rows.length !== results)
    throw new Refusal({
      must: `the ${results} rows that the service counts, and at least one`,
      found: `${rows.length}`,
      fix: "run the command again: the data set may have been renewed meanwhile; or mend query under fetch",
    });
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const part = session.part();
  for (const cells of [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ""))])
    part.append(Buffer.from(`${cells.map(quoted).join(",")}\n`));
  return { part, type: "text/csv", etag: null, modified: null };
}

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
