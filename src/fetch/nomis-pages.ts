import { commaSeparated, csvRecords } from "../csv/records.ts";
import type { FetchedFromOf } from "../define/fetched-from.ts";
import { type Downloaded, download, type Session } from "./download.ts";
import { textOf } from "./part.ts";
import { Refusal } from "./refusals.ts";

/** Rows of a page: as many as somebody without a key is given. */
const PAGE = 25_000;
const COUNT = "RECORD_COUNT";

export function nomisAddress(service: string, { dataset, query }: FetchedFromOf<"nomis">): URL {
  const url = new URL(`${service}/dataset/${dataset}.data.csv`);
  for (const [name, value] of Object.entries(query)) {
    const given = Array.isArray(value) ? value.join(",") : value;
    // How many rows there are stands in a column, without which a short answer would look like a whole one.
    const isLacking = name.toLowerCase() === "select" && !given.toUpperCase().split(",").includes(COUNT);
    url.searchParams.set(name, isLacking ? `${given},${COUNT}` : given);
  }
  return url;
}

/** All pages of a query as one file: each has a header, and says in a column how many rows there are in all. */
export async function nomisPages(session: Session, address: URL): Promise<Downloaded> {
  const whole = session.part();
  const most = session.declared.most_megabytes * 1024 * 1024;
  let header: string | null = null;
  let count: string | null = null;
  for (let rows = 0; ; ) {
    const url = new URL(address);
    url.searchParams.set("RecordLimit", String(PAGE));
    url.searchParams.set("RecordOffset", String(rows));
    const page = await download(session, { url, wanted: "csv" });
    const text = (await textOf(page!.part)).replace(/^\ufeff/, "");
    const { fields, end, own, counts } = tableOf(text);
    if (header === null) {
      header = fields;
      whole.append(Buffer.from(text.slice(0, end)));
    }
    if (fields !== header) throw changed("pages with another header");
    count ??= counts[0] ?? null;
    if (counts.some((one) => one !== count)) throw changed("pages that count other rows in all");
    const body = text.slice(end);
    whole.append(Buffer.from(body === "" || /[\r\n]$/.test(body) ? body : `${body}\n`));
    rows += own;
    if (whole.size > most)
      throw new Refusal({
        must: `a file of at most ${session.declared.most_megabytes} MB`,
        found: "a larger one",
        fix: "ask for less, or raise most_megabytes under fetch in dataset.yaml",
      });
    if (rows === Number(count ?? 0))
      return { part: whole, type: page!.type, etag: null, modified: rows <= PAGE ? page!.modified : null };
    if (own === 0 || rows > Number(count))
      throw new Refusal({
        must: `the ${count ?? 0} rows that the service counts`,
        found: `${rows}`,
        fix: "run the command again; if it goes on, ask for less at a time, by date or geography",
      });
  }
}

const changed = (found: string): Refusal =>
  new Refusal({
    must: "pages of one and the same release",
    found,
    fix: "run the command again: the figures seem to have been renewed while they were fetched",
  });

function tableOf(text: string): { fields: string; end: number; own: number; counts: string[] } {
  const records = csvRecords(text, commaSeparated);
  const first = records.next();
  const names = first.done ? [] : first.value.fields;
  const at = names.findIndex((name) => name.toUpperCase() === COUNT);
  if (at < 0)
    throw new Refusal({
      must: `CSV with a column ${COUNT}, as Nomis gives it`,
      found: names.length === 0 ? "nothing" : `the columns ${names.slice(0, 5).join(", ")}`,
      fix: "mend dataset and query under fetch in dataset.yaml",
    });
  const counts = new Set<string>();
  let own = 0;
  for (const { fields } of records) {
    own++;
    counts.add(fields[at] ?? "");
  }
  const end = /\r\n|\n|\r|$/.exec(text)!;
  return { fields: JSON.stringify(names), end: end.index + end[0].length, own, counts: [...counts] };
}
